"""What is true: gauges, the adversary's mind and place on its ladder, incidents."""

from __future__ import annotations

from dataclasses import dataclass, field

from crisis_game.engine.reason_codes import Coded
from crisis_game.engine.shared_values import TextId
from crisis_game.law.conduct import FactValue
from crisis_game.scenario.ids import SeatId, StepId


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a gauge's move: by how much, and why."""

    amount: int
    why: Coded


@dataclass(frozen=True, slots=True)
class Move:
    """One move of a gauge: from, terms, to."""

    round: int
    gauge: str
    before: int
    terms: tuple[Term, ...]
    after: int


@dataclass(frozen=True, slots=True)
class Scores:
    """How the adversary weighed its steps: score by choice, before luck and with it."""

    choice: str
    bare: tuple[tuple[str, int], ...]
    with_luck: tuple[tuple[str, int], ...]


@dataclass(slots=True)
class IncidentState:
    """An incident that has happened: in which round, and facts that came later."""

    round: int
    facts: dict[str, FactValue] = field(default_factory=dict)


@dataclass(slots=True)
class World:
    """What is true: gauges, the adversary's mind and place on its ladder, incidents.

    `estimates` are the gauges as they are shown where they are seen as estimates.
    `leaks` are the positions that came to the adversary: round, seat, text, stance. `once` holds the marks of what
    counts only once, and the steps that were ever taken.
    """

    truth: str = ""
    temperament: str = ""
    draws: dict[str, str] = field(default_factory=dict)
    gauges: dict[str, int] = field(default_factory=dict)
    estimates: dict[str, int] = field(default_factory=dict)
    moves: list[Move] = field(default_factory=list)
    incidents: dict[str, IncidentState] = field(default_factory=dict)
    level: int = 0
    luck: dict[str, int] = field(default_factory=dict)
    ordered: Scores | None = None
    done: Scores | None = None
    chosen: StepId | None = None
    last_step: str = ""
    pain: int = 0
    pain_rounds: int = 0
    delivered: int = 50
    participation: int = 0
    own_harm: int = 0
    pocketed: bool = False
    leaks: list[tuple[int, SeatId, TextId, str]] = field(default_factory=list)
    once: set[str] = field(default_factory=set)
