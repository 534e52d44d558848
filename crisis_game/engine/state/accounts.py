"""What members have, give and order: accounts, measures in force, sealed orders."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from crisis_game.engine.shared_values import ActiveId, ForceSheet, TextId
from crisis_game.scenario.draft import Basis
from crisis_game.scenario.ids import Delivery, MeasureId, SeatId, StateId


@dataclass(slots=True)
class ActiveMeasure:
    """A measure in force, or one that was.

    Attributes:
        authority: the text it rests on; None where a seat acts alone.
        deliveries: what each participant gives this round.
        status: `active`, `dormant` (a host's consent is missing) or `ended`.
        began: round of its beginning; waits: whether it has not begun, for want of its host's consent from the first.
    """

    id: ActiveId
    measure: MeasureId
    target: StateId | None
    authority: TextId | None
    author: SeatId
    basis: Basis
    aim: str
    began: int
    deliveries: dict[SeatId, Delivery] = field(default_factory=dict)
    sheet: ForceSheet | None = None
    notified: bool = True
    status: Literal["active", "dormant", "ended"] = "active"
    ended: int | None = None
    endorsed: bool = False
    waits: bool = False


@dataclass(slots=True)
class Account:
    """What a member has, and how it has kept its word.

    Attributes:
        met, due: pledges met in full and pledges due so far; dropped: not met.
        departed: texts it voted for and left.
        given: treasury spent on measures.
        ministers: how often its government has fallen; warned: the round in which it was told that it may, 0 for not.
        owed: dues assessed and not paid; arrears: those of earlier rounds among them; late: rounds in a row with any.
        since: the round in which its last minister came; 0 for the first one.
        trust: what it remembers of others, -3 to 3; see `engine.trust`.
    """

    attention: int = 0
    saved: int = 0
    treasury: int = 0
    home: int = 0
    credit: int = 0
    met: int = 0
    due: int = 0
    dropped: int = 0
    given: int = 0
    departed: list[TextId] = field(default_factory=list)
    ministers: int = 0
    warned: int = 0
    books_open: bool = False
    redress: int = 0
    owed: int = 0
    arrears: int = 0
    late: int = 0
    since: int = 0
    trust: dict[SeatId, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AloneOrder:
    """A sealed order to act alone."""

    measure: MeasureId
    target: StateId | None
    basis: Basis
    only_if_failed: bool


@dataclass(slots=True)
class Orders:
    """Sealed choices of this round: opened together, in the order of state ids.

    Attributes:
        settled: what became of each pledge due this round, once opened: what was owed, and what was given.
    """

    deliveries: dict[tuple[SeatId, TextId, MeasureId], Delivery] = field(default_factory=dict)
    sheets: dict[tuple[SeatId, TextId, MeasureId], ForceSheet] = field(default_factory=dict)
    alone: dict[tuple[SeatId, MeasureId], AloneOrder] = field(default_factory=dict)
    settled: dict[tuple[SeatId, TextId, MeasureId], tuple[Delivery, Delivery]] = field(default_factory=dict)
