"""The organ at work: texts, positions, amendments, votes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from crisis_game.charter.tally import TallyResult
from crisis_game.engine.shared_values import Change, TextId
from crisis_game.law.finding import Legality
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import ClaimId, Delivery, IncidentId, MeasureId, SeatId, Stance, StateId, Vote


@dataclass(frozen=True, slots=True)
class Position:
    """Where a seat says it stands on a text, what would bring it to yes, and what is said for it."""

    stance: Stance
    wants: tuple[Change, ...] = ()
    price: int = 0
    round: int = 0
    because: str = ""


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
class Arbitration:
    """A dispute before arbitrators.

    Attributes:
        due: the round of the award. answers: of each party, whether it accepts.
        handed_in: claims on file, with the party that handed each in.
        award: the round in which it was given, 0 while it is not; against: whom it goes against, None for nobody.
        obeyed, defied: whether the loser has obeyed; whether it had not when its round was over.
    """

    parties: tuple[StateId, ...]
    due: int
    answers: dict[StateId, bool] = field(default_factory=dict)
    handed_in: set[tuple[StateId, ClaimId]] = field(default_factory=set)
    award: int = 0
    against: StateId | None = None
    obeyed: bool = False
    defied: bool = False

    @property
    def is_open(self) -> bool:
        """Whether there is no award yet."""
        return self.award == 0

    def is_overdue(self, round_: int) -> bool:
        """Whether the loser had its round, has not obeyed, and that was not noted yet."""
        return 0 < self.award < round_ and not (self.obeyed or self.defied)

    def lacks_answer(self, seat: StateId) -> bool:
        """Whether a party has not said whether it accepts."""
        return seat in self.parties and seat not in self.answers


@dataclass(slots=True)
class Council:
    """The organ at work: texts by id in order of tabling, amendments, deadlocks, suspended members.

    `organ` is the organ that decides instead of the scenario's, once a deadlock was referred to it. `amended` has the
    round from which each amendment of the charter holds, `leaving` that in which a member leaves, `left` those gone.
    `opinions` has the word of each that was published, by the act.
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
    amended: dict[str, int] = field(default_factory=dict)
    leaving: dict[StateId, int] = field(default_factory=dict)
    left: set[StateId] = field(default_factory=set)
    opinions_asked: set[MeasureId] = field(default_factory=set)
    opinions: dict[MeasureId, Legality] = field(default_factory=dict)
    arbitrations: dict[IncidentId, Arbitration] = field(default_factory=dict)

    @property
    def without_seat(self) -> set[StateId]:
        """Members that take no part in what the organ decides: suspended, or gone."""
        return self.suspended | self.left if self.left else self.suspended
