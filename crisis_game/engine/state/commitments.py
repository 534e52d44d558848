"""What was declared, asked, promised and demanded."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter
from typing import Literal

from crisis_game.conditions.grades import Grade
from crisis_game.engine.reason_codes import Coded
from crisis_game.engine.shared_values import Gift, TextId
from crisis_game.scenario.ids import AllyWord, ClauseId, ConsentId, MeasureId, SeatId, StateId
from crisis_game.scenario.model_consents import ConsentLevel


@dataclass(slots=True)
class Consent:
    """How a consent stands."""

    level: ConsentLevel = "none"
    measures: tuple[MeasureId, ...] = ()
    round: int = 0

    @property
    def open(self) -> bool:
        """Whether it is given, be it within limits."""
        return self.level in ("given", "limited")

    def covers(self, measure: MeasureId) -> bool:
        """Whether it is given for a measure that needs it."""
        return self.level == "given" or (self.level == "limited" and measure in self.measures)


@dataclass(slots=True)
class Commitment:
    """A promise or an offer: from, to, what; `text` where it hangs on a yes for that text."""

    id: str
    by: SeatId
    to: SeatId
    gives: Gift
    text: TextId | None
    round: int
    status: Literal["open", "kept", "broken", "void"] = "open"


@dataclass(frozen=True, slots=True)
class DemandMade:
    """A demand with a date."""

    by: SeatId
    of: StateId
    aim: str
    by_round: int


@dataclass(frozen=True, slots=True)
class AllyAnswer:
    """What a member said of an ally's act; `clause` is its condition, empty for any other answer."""

    answer: AllyWord
    clause: ClauseId = ""


@dataclass(slots=True)
class AllyAct:
    """An act of weight by one member alone, on which every other member is asked for its word.

    Attributes:
        conduct: its id in the record of acts; subject: the measure in force, or the step.
        actor: whose act it is; measure: what was done, a measure or a step.
        round: of the act; asked: of the SITUATION in which the others were asked.
        answers: by member, all of them once that SITUATION is over.
    """

    conduct: str
    subject: str
    actor: StateId
    measure: str
    round: int
    asked: int
    answers: dict[SeatId, AllyAnswer] = field(default_factory=dict)

    @property
    def is_step(self) -> bool:
        """Whether it is a step of a member that has steps of its own, not a measure."""
        return self.subject == self.measure


@dataclass(slots=True)
class Commitments:
    """What was declared, asked, promised and demanded."""

    consents: dict[ConsentId, Consent] = field(default_factory=dict)
    consultation: list[tuple[int, SeatId]] = field(default_factory=list)
    invoked: dict[str, tuple[int, SeatId, str]] = field(default_factory=dict)
    attacked: dict[StateId, tuple[int, str]] = field(default_factory=dict)
    help_asked: dict[StateId, tuple[int, tuple[StateId, ...]]] = field(default_factory=dict)
    help_answers: dict[tuple[StateId, StateId], bool] = field(default_factory=dict)
    red_lines: dict[SeatId, int] = field(default_factory=dict)
    promises: dict[str, Commitment] = field(default_factory=dict)
    demands: list[DemandMade] = field(default_factory=list)
    notices: set[tuple[SeatId, MeasureId]] = field(default_factory=set)
    warnings: list[tuple[int, SeatId, StateId, MeasureId]] = field(default_factory=list)
    reports: list[tuple[int, SeatId, str, Grade]] = field(default_factory=list)
    mediation: list[int] = field(default_factory=list)
    hearings: dict[StateId, int] = field(default_factory=dict)
    heard_members: dict[StateId, int] = field(default_factory=dict)
    inquiries: dict[str, int] = field(default_factory=dict)
    back_channels: list[tuple[int, SeatId]] = field(default_factory=list)
    referrals: list[tuple[int, SeatId, str]] = field(default_factory=list)
    council_measures: dict[str, int] = field(default_factory=dict)
    council_results: list[tuple[int, str, bool, Coded]] = field(default_factory=list)
    vetoed: bool = False
    ally_acts: dict[str, AllyAct] = field(default_factory=dict)

    def with_private(self, promises: dict[str, Commitment], back_channels: list[tuple[int, SeatId]]) -> Commitments:
        """The same for one reader: these promises and back channels, all else shared. Read in every offer, so quick."""
        seen = Commitments(*_ALL(self))
        seen.promises, seen.back_channels = promises, back_channels
        return seen


_ALL = attrgetter(*Commitments.__slots__)
"""What the constructor takes, in its order."""
