"""One seat's desk: what it has begun and not yet sent, what it has selected and read. Never shared between seats."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from crisis_game.engine.act import Act
from crisis_game.exercise.sitting import Sitting
from crisis_game.pages.play.already_read import already_read
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text
from crisis_game.tui.undo import History

DraftTerms: TypeAlias = Callable[[Draft], Sequence[Text]]
"""What it takes to give a text, in sentences."""
TakesDraft: TypeAlias = Callable[[Draft | None], None]
"""Who gets the text that was written; None where it was left."""


@dataclass(slots=True)
class Desk:
    """What a seat has before it that the engine does not know of.

    Attributes:
        unsent: half-typed words, by the place they were typed in (`KIND/FIELD`).
        draft: the text being written, until it is tabled.
        selected: what is selected on each screen, by the screen's name.
        read: letters that were opened.
        briefed: whether the role's briefing was read.
        answered: the last round whose ANSWER was read.
        called: texts whose roll call was heard.
        outcome: what came of the last act, in sentences, until the next.
        opened: screens that were opened, by name.
        hinted: the guide's hints that are not given again.
        draft_steps: the steps of the text being written.
        order_steps: the orders given on this round's sheet; what stood before is None where nothing did.
        refused_under: article of the charter under which the last act was refused, until it is looked up.
    """

    unsent: dict[str, str] = field(default_factory=dict)
    draft: Draft | None = None
    selected: dict[str, str] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)
    briefed: bool = False
    answered: int = 0
    called: set[str] = field(default_factory=set)
    outcome: tuple[str, ...] = ()
    opened: set[str] = field(default_factory=set)
    hinted: set[str] = field(default_factory=set)
    draft_steps: History[Draft | None] = field(default_factory=History)
    order_steps: History[Act | None] = field(default_factory=History)
    refused_under: str = ""

    def remember(self, place: str, selected: str | None) -> None:
        """Select this on a screen; nothing for None."""
        if selected is None:
            self.selected.pop(place, None)
        else:
            self.selected[place] = selected

    def forget_steps(self) -> None:
        """Forget what could be undone: the seat hands over the keyboard."""
        self.draft_steps.forget()
        self.order_steps.forget()


def desk_as_left(sitting: Sitting, seat: SeatId) -> Desk:
    """A desk on which all that came before the person's last act counts as read."""
    read = already_read(sitting.own_log(seat))
    return Desk(briefed=read.briefed, read=set(read.letters), called=set(read.votes), answered=read.answered)
