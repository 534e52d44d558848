"""The sheet on which the facilitator records a vote by raised hands: each text that is put, and each member's vote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crisis_game.engine.acts.hands import RecordVote, hands, put_to_hands
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.view import TextLine, View
from crisis_game.pages.parts import Heading, Line, Page, Part, Run, item, line, quiet, run
from crisis_game.pages.play.text_page import needed
from crisis_game.pages.votes import VOTES
from crisis_game.scenario.ids import SeatId, Vote
from crisis_game.texts import Text

RAISED: tuple[Vote, ...] = ("yes", "no", "abstain")
"""What a hand can be raised for."""


@dataclass(frozen=True, slots=True)
class HandRow:
    """One member's vote on one text; None where it has not voted."""

    seat: SeatId
    vote: Vote | None
    line: Line


@dataclass(frozen=True, slots=True)
class HandSheet:
    """One text with the members whose hands count.

    Attributes:
        head: what the text is called, and what it takes to adopt it.
    """

    text: TextId
    head: tuple[Line, ...]
    rows: tuple[HandRow, ...]

    def recorded(self, votes: Mapping[SeatId, Vote]) -> RecordVote:
        """The command that records these votes; of other members than those of the sheet nothing is."""
        voting = {vote: tuple(row.seat for row in self.rows if votes.get(row.seat) == vote) for vote in RAISED}
        return RecordVote(self.text, voting["yes"], voting["no"], voting["abstain"])


@dataclass(frozen=True, slots=True)
class HandSheets:
    """A sheet for each text that is put to the vote, in the order in which they are counted."""

    sheets: tuple[HandSheet, ...]

    @property
    def page(self) -> Page:
        """To be read from above to below; `recorded` of each sheet makes the command."""
        return Page("hands", HANDS, tuple(self._parts()))

    def _parts(self) -> Iterator[Part]:
        yield Heading(HANDS)
        for sheet in self.sheets:
            yield from sheet.head
            yield from (row.line for row in sheet.rows)
        if not self.sheets:
            yield NO_HANDS


HANDS = Text("Raised hands")
NO_HANDS = quiet("No text is put to the vote on which hands could be raised.")


def hand_sheets(view: View) -> HandSheets:
    """The sheets as they stand, as the facilitator sees them; none but in ORDERS."""
    if view.seen.beat != "orders":
        return HandSheets(())
    texts = {text.id: text for text in view.texts}
    return HandSheets(tuple(_sheet(view, texts[id_]) for id_ in put_to_hands(view.seen)))


def _sheet(view: View, text: TextLine) -> HandSheet:
    votes = view.seen.votes(text.id)
    head = (line(run("{text:text}", "strong", text=text.id), run("  "), Run(needed(text), "quiet")),)
    rows = (HandRow(seat, votes.get(seat), _row(seat, votes.get(seat))) for seat in hands(view.seen, text.id))
    return HandSheet(text.id, head, tuple(rows))


def _row(seat: SeatId, vote: Vote | None) -> Line:
    if vote is None:
        return item(run("{seat:state}: ", seat=seat), run("no hand yet", "quiet"))
    sign, tone = VOTES[vote]
    return item(run("{seat:state}: ", seat=seat), Run(Text("{vote:vote}", {"vote": vote}), tone, sign))
