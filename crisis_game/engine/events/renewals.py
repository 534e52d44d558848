"""Events of texts in force: those of before, renewed, ended, confirmed after an emergency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.engine.event import Audience, Event
from crisis_game.engine.reason_codes import Coded
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.state import State, TextState
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import StateId
from crisis_game.texts import Text, Value


@dataclass(frozen=True, slots=True)
class TextStands:
    """A text that was adopted before the exercise is in force as it opens; nothing of this exercise adopted it.

    Attributes:
        since: the round of its adoption, 0 or less.
        by: the members that voted for it and pledged their full part.
        ends_round: last round in which it is in force, where it has an end date.
        accused: states that it names as author of a wrong.
    """

    text: TextId
    draft: Draft
    matter: str
    since: int
    by: tuple[StateId, ...]
    ends_round: int | None
    accused: tuple[StateId, ...]
    to: Audience = None
    kind: ClassVar[str] = "text-stands"

    def apply(self, state: State) -> None:
        """Put it in force, with the votes and the word of those who carry it."""
        text = TextState(self.text, self.draft, list(self.by), self.since, self.matter, "adopted")
        text.ends_round = self.ends_round
        text.votes.update(dict.fromkeys(self.by, "yes"))
        text.pledges.update({(seat, line.measure): "full" for seat in self.by for line in self.draft.lines})
        state.council.texts[self.text] = text
        state.knowledge.accused.update(self.accused)

    def tell(self) -> Text | None:
        """Which text is in force, and until when it holds."""
        values: dict[str, Value] = {"text": self.text, "round": self.ends_round or 0}
        if self.ends_round is None:
            return Text("{text:text} was adopted before and is in force.", values)
        return Text("{text:text} was adopted before and holds until the end of round {round}.", values)


@dataclass(frozen=True, slots=True)
class RenewalsOpened:
    """Texts come up for renewal by silence."""

    texts: tuple[TextId, ...]
    to: Audience = None
    kind: ClassVar[str] = "renewals-opened"

    def apply(self, state: State) -> None:
        """Ask."""
        state.council.renewals.update(self.texts)
        for text in self.texts:
            state.council.texts[text].silence_broken.clear()

    def tell(self) -> Text | None:
        """Which texts are renewed unless somebody breaks silence."""
        return Text("Renewed unless somebody breaks silence: {texts:text}.", {"texts": self.texts})


@dataclass(frozen=True, slots=True)
class TextRenewed:
    """Nobody broke silence: a text goes on, until its next end where it has one."""

    text: TextId
    ends_round: int | None
    to: Audience = None
    kind: ClassVar[str] = "text-renewed"

    def apply(self, state: State) -> None:
        """Set the next end."""
        state.council.renewals.discard(self.text)
        state.council.texts[self.text].ends_round = self.ends_round

    def tell(self) -> Text | None:
        """Which text is renewed."""
        return Text("{text:text} is renewed in silence.", {"text": self.text})


@dataclass(frozen=True, slots=True)
class TextEnded:
    """An adopted text is no longer in force."""

    text: TextId
    why: Coded
    to: Audience = None
    kind: ClassVar[str] = "text-ended"

    def apply(self, state: State) -> None:
        """End it."""
        state.council.renewals.discard(self.text)
        state.council.texts[self.text].status = "ended"

    def tell(self) -> Text | None:
        """Which text is no longer in force, and why."""
        return Text("{text:text} is no longer in force: {why}.", {"text": self.text, "why": self.why.text})


@dataclass(frozen=True, slots=True)
class TextConfirmed:
    """A later text took over what was adopted in an emergency."""

    text: TextId
    by: TextId
    to: Audience = None
    kind: ClassVar[str] = "text-confirmed"

    def apply(self, state: State) -> None:
        """Note it."""
        state.council.texts[self.text].confirmed = True

    def tell(self) -> Text | None:
        """Which text confirms which."""
        return Text("{by:text} confirms {text:text}.", {"by": self.by, "text": self.text})


@dataclass(frozen=True, slots=True)
class EmergencyClosed:
    """The round of the emergency procedure is over."""

    to: Audience = None
    kind: ClassVar[str] = "emergency-closed"

    def apply(self, state: State) -> None:
        """The next round goes its usual way."""
        state.table.emergency = None

    def tell(self) -> Text | None:
        """Nothing to tell."""
        return None


EVENTS: tuple[type[Event], ...] = (TextStands, RenewalsOpened, TextRenewed, TextEnded, TextConfirmed, EmergencyClosed)
