"""Who looks at a page, and what hangs on that alone: the seat, what it may see, what was read on it already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from crisis_game.debrief.model import Review
from crisis_game.engine.view import LetterLine
from crisis_game.exercise.sitting import Sitting
from crisis_game.pages.parts import Fold, Part
from crisis_game.pages.play.already_read import AlreadyRead, already_read
from crisis_game.pages.play.due import Due, still_due
from crisis_game.pages.play.order_rows import OrderSheet
from crisis_game.pages.play.order_sheet import order_sheet
from crisis_game.pages.play.round_answer import last_answered
from crisis_game.pages.sight import Sight
from crisis_game.paper.fragments import Fragments
from crisis_game.paper.markup import NOTHING, Html, element
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import Msgid, Prose, Text, Value
from crisis_game.web.addresses import Address, link

LETTER, ANSWER, BRIEF = "letter/", "answer/", "brief"
"""How marks begin that say what was read."""


@dataclass(frozen=True)
class Viewer:
    """One person before a page, at one moment.

    Attributes:
        sitting: what is played.
        seat: for whom.
        language: of the reader.
        name: of the person.
        key: of the person, with which the script begins the `ref` of what it sends.
        left: seconds that the clock has left; None where nothing has a deadline. paused: whether it stands.
        gets_ready: whether it is this person who says that the seat is ready.
        read: marks of what was read beside what the log tells (`marks`).
        review: that of the debrief; None as long as it is made.
    """

    sitting: Sitting
    seat: SeatId
    language: str = "en"
    name: str = ""
    key: str = ""
    left: float | None = None
    paused: bool = False
    gets_ready: bool = True
    read: frozenset[str] = frozenset()
    review: Review | None = None

    @cached_property
    def sight(self) -> Sight:
        """What the seat may see."""
        sheet = dossier(self.sitting.scenario(self.seat), self.seat)
        return Sight.of(self.sitting, self.seat, sheet, self.language)

    @property
    def beat(self) -> str:
        """Where play stands, as a submission names it, such as `2.table`."""
        table = self.sight.view.table
        return f"{table.round}.{table.beat}"

    @cached_property
    def draw(self) -> Fragments:
        """Draws parts of pages: headings begin below that of the page, folds lead to what they are about."""
        return Fragments(self.sight.wording, 2, self._leads)

    @cached_property
    def due(self) -> tuple[Due, ...]:
        """What is still to do in this beat."""
        return still_due(self.sight, len(self.unread))

    @cached_property
    def sheet(self) -> OrderSheet:
        """The sheet of orders."""
        return order_sheet(self.sight)

    @cached_property
    def unread(self) -> tuple[LetterLine, ...]:
        """Letters that were not opened yet, one's own left out."""
        read = self._log_tells.letters
        mail = self.sight.view.mail
        return tuple(
            letter
            for letter in mail
            if letter.id not in read and f"{LETTER}{letter.id}" not in self.read and letter.sender != self.seat
        )

    @property
    def briefed(self) -> bool:
        """Whether the brief was read."""
        return self._log_tells.briefed or BRIEF in self.read

    @cached_property
    def answer_due(self) -> int:
        """The round whose ANSWER was not read yet; 0 for none."""
        last = last_answered(self.sitting, self.seat)
        read = last <= self._log_tells.answered or f"{ANSWER}{last}" in self.read
        return 0 if read else last

    def say(self, msgid: Msgid, /, **values: Value) -> str:
        """A sentence of ours in the reader's language, not yet escaped."""
        return self.sight.wording.say(Text(msgid, values))

    def word(self, words: Text | Prose) -> str:
        """Words in the reader's language, not yet escaped."""
        return self.sight.wording.say(words)

    def parts(self, parts: Iterable[Part]) -> Html:
        """Parts of a page as HTML."""
        return self.draw.parts(parts)

    # ----------------------------------------------------------------------------------------------------------------

    @cached_property
    def _log_tells(self) -> AlreadyRead:
        return already_read(self.sitting.own_log(self.seat))

    def _leads(self, fold: Fold) -> Html:
        """The way from a fold to the page of its ruling, or to what it is about in the law library."""
        if fold.ruling:
            page, query = (
                ("debrief", {"act": fold.ruling}) if self.review is not None else ("ruling", {"act": fold.ruling})
            )
            return element("p", element("a", self.say("The whole ruling"), href=link(page, query)))
        if fold.look_up is not None:
            kind, id_ = fold.look_up
            words = self.say("Look it up in the law library")
            return element("p", element("a", words, href=link("law", {"kind": kind, "id": id_})))
        return NOTHING


def marks(viewer: Viewer, at: Address) -> frozenset[str]:
    """What counts as read once this page was shown; the door keeps it for the seat."""
    if at.page == "inbox" and at.query.get("letter") in {letter.id for letter in viewer.sight.view.mail}:
        return frozenset((f"{LETTER}{at.query['letter']}",))
    if at.page == "brief":
        return frozenset((BRIEF,))
    if at.page == "situation":
        return frozenset((f"{ANSWER}{last_answered(viewer.sitting, viewer.seat)}",))
    return frozenset()
