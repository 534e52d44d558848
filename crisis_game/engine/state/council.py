"""The organ at work: texts, positions, amendments, votes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from crisis_game.charter.tally import TallyResult
from crisis_game.engine.shared_values import Change, TextId
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import Delivery, MeasureId, SeatId, StateId, Vote


@dataclass(frozen=True, slots=True)
class Position:
    """Where a seat says it stands on a text, and what would bring it to yes."""

    stance: str
    wants: tuple[Change, ...] = ()
    price: int = 0
    round: int = 0


@dataclass(slots=True)
class Amendment:
    """A proposed change: open, accepted, refused, at the ballot, carried or lost."""

    id: str
    text: TextId
    by: SeatId
    change: Change
    status: Literal["open", "accepted", "refused", "ballot", "carried", "lost"] = "open"
    votes: dict[SeatId, Vote] = field(default_factory=dict)


@dataclass(slots=True)
class TextState:
    """A text: its draft, its sponsors, what members say of it, what became of it.

    `positions` holds the public ones; `told` what a seat told only some others: (from, to) -> position.
    """

    id: TextId
    draft: Draft
    sponsors: list[SeatId]
    round: int
    matter: str
    status: Literal["table", "put", "adopted", "failed", "lapsed", "withdrawn", "ended"] = "table"
    positions: dict[SeatId, Position] = field(default_factory=dict)
    told: dict[tuple[SeatId, SeatId], Position] = field(default_factory=dict)
    pledges: dict[tuple[SeatId, MeasureId], Delivery] = field(default_factory=dict)
    votes: dict[SeatId, Vote] = field(default_factory=dict)
    also: set[SeatId] = field(default_factory=set)
    explanations: dict[SeatId, tuple[str, str]] = field(default_factory=dict)
    result: TallyResult | None = None
    adopted_round: int = 0
    ends_round: int | None = None
    silence_broken: dict[SeatId, str] = field(default_factory=dict)
    confirmed: bool = True


@dataclass(slots=True)
class Council:
    """The organ at work: texts by id in order of tabling, amendments, deadlocks, suspended members.

    `organ` is the organ that decides instead of the scenario's, once a deadlock was referred to it.
    """

    texts: dict[TextId, TextState] = field(default_factory=dict)
    amendments: dict[str, Amendment] = field(default_factory=dict)
    sheet: tuple[TextId, ...] = ()
    counts: dict[SeatId, int] = field(default_factory=dict)
    deadlocks: int = 0
    suspended: set[StateId] = field(default_factory=set)
    renewals: set[TextId] = field(default_factory=set)
    best: str = ""
    organ: str | None = None
    votes_against_red_line: list[tuple[int, SeatId, TextId]] = field(default_factory=list)
