"""Events of amendments: proposed, put to the ballot, voted on, settled. What a change makes of a text, `texts` says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from crisis_game.engine.bargain_words import told_change
from crisis_game.engine.event import Audience, Event
from crisis_game.engine.events.moves import note_move
from crisis_game.engine.shared_values import Change, TextId
from crisis_game.engine.state import Amendment, MoveSeen, State
from crisis_game.scenario.ids import SeatId, Vote
from crisis_game.texts import Msgid, Text


@dataclass(frozen=True, slots=True)
class AmendmentProposed:
    """A member proposed a change to another's text."""

    seat: SeatId
    amendment: str
    text: TextId
    change: Change
    to: Audience = None
    kind: ClassVar[str] = "amendment-proposed"

    def apply(self, state: State) -> None:
        """Lay it beside the text."""
        state.council.amendments[self.amendment] = Amendment(self.amendment, self.text, self.seat, self.change)
        note_move(state, self.to, MoveSeen(self.seat, "propose-amendment", self.text, wants=(self.change,)))

    def tell(self) -> Text | None:
        """Who proposes which change to which text."""
        return Text(
            "{seat:state} proposes for {text:text}: {change}.",
            {"seat": self.seat, "text": self.text, "change": told_change(self.change)},
        )


@dataclass(frozen=True, slots=True)
class AmendmentPut:
    """A member put its amendment to an open ballot."""

    seat: SeatId
    amendment: str
    text: TextId
    to: Audience = None
    kind: ClassVar[str] = "amendment-put"

    def apply(self, state: State) -> None:
        """Open the ballot."""
        state.council.amendments[self.amendment].status = "ballot"
        note_move(state, self.to, MoveSeen(self.seat, "put-amendment", self.text))

    def tell(self) -> Text | None:
        """Who puts an amendment to which text to the ballot."""
        return Text(
            "{seat:state} puts its amendment to {text:text} to the ballot.", {"seat": self.seat, "text": self.text}
        )


@dataclass(frozen=True, slots=True)
class AmendmentVoted:
    """A member voted on an amendment, in the open."""

    seat: SeatId
    amendment: str
    text: TextId
    vote: Vote
    to: Audience = None
    kind: ClassVar[str] = "amendment-voted"

    def apply(self, state: State) -> None:
        """Note the vote in place of an earlier one."""
        state.council.amendments[self.amendment].votes[self.seat] = self.vote

    def tell(self) -> Text | None:
        """How the member votes on the amendment to which text."""
        return Text(
            "{seat:state} {vote:voting} on the amendment to {text:text}.",
            {"seat": self.seat, "vote": self.vote, "text": self.text},
        )


@dataclass(frozen=True, slots=True)
class AmendmentSettled:
    """An amendment was taken over, turned down, carried or lost."""

    amendment: str
    text: TextId
    change: Change
    outcome: Literal["accepted", "refused", "carried", "lost"]
    to: Audience = None
    kind: ClassVar[str] = "amendment-settled"

    def apply(self, state: State) -> None:
        """Note what became of it."""
        state.council.amendments[self.amendment].status = self.outcome

    def tell(self) -> Text | None:
        """What became of the amendment."""
        return Text(_OUTCOMES[self.outcome], {"text": self.text, "change": told_change(self.change)})


_OUTCOMES: dict[str, Msgid] = {
    "accepted": "The sponsor of {text:text} takes an amendment over: {change}.",
    "refused": "The sponsor of {text:text} turns an amendment down: {change}.",
    "carried": "An amendment to {text:text} is carried: {change}.",
    "lost": "An amendment to {text:text} is lost: {change}.",
}

EVENTS: tuple[type[Event], ...] = (AmendmentProposed, AmendmentPut, AmendmentVoted, AmendmentSettled)
