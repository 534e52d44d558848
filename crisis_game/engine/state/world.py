"""What is true: gauges, those who press with their minds and ladders, incidents."""

from __future__ import annotations

from dataclasses import dataclass, field

from crisis_game.engine.reason_codes import Coded
from crisis_game.engine.shared_values import TextId
from crisis_game.law.conduct import FactValue
from crisis_game.scenario.ids import ActorId, SeatId, StepId


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
class ActorState:
    """What is true of one who presses: its mind, its place on its ladder, its order, what it feels.

    Attributes:
        moved: the round in which its level last changed; 0 for never.
        luck: by step, drawn once a round.
        ordered: how it weighed its steps when it sealed its order; done: when it opened it.
        chosen: the step that whoever holds its seat chose.
        last_step: what it did last: a step, `hold` or `back`; empty before its first answer.
        pain: the pressure that it felt in the last ANSWER; pain_rounds: rounds in a row in which that was heavy.
        pocketed: whether it has taken an offer and given nothing.
    """

    temperament: str = ""
    level: int = 0
    moved: int = 0
    luck: dict[str, int] = field(default_factory=dict)
    ordered: Scores | None = None
    done: Scores | None = None
    chosen: StepId | None = None
    last_step: str = ""
    pain: int = 0
    pain_rounds: int = 0
    pocketed: bool = False


@dataclass(slots=True)
class World:
    """What is true: gauges, those who press, incidents.

    `estimates` are the gauges as they are shown where they are seen as estimates.
    `leaks` are the positions that came to those who bargain: round, seat, text, stance. `once` holds the marks of what
    counts only once, and the steps that were ever taken.
    """

    truth: str = ""
    draws: dict[str, str] = field(default_factory=dict)
    gauges: dict[str, int] = field(default_factory=dict)
    estimates: dict[str, int] = field(default_factory=dict)
    moves: list[Move] = field(default_factory=list)
    incidents: dict[str, IncidentState] = field(default_factory=dict)
    actors: dict[ActorId, ActorState] = field(default_factory=dict)
    delivered: int = 50
    participation: int = 0
    own_harm: int = 0
    leaks: list[tuple[int, SeatId, TextId, str]] = field(default_factory=list)
    once: set[str] = field(default_factory=set)

    @property
    def minds(self) -> tuple[str, ...]:
        """How those who press are minded, in their order."""
        return tuple(actor.temperament for actor in self.actors.values())
