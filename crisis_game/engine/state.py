"""The state of an exercise: records that events change and nothing else does.

`fork` gives an independent copy; frozen values are shared. All tables are keyed by stable ids.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Literal

from crisis_game.charter.tally import TallyResult
from crisis_game.engine.commands import ActiveId, Change, ForceSheet, Gift, TextId
from crisis_game.law.conduct import FactValue, ProcedureFact
from crisis_game.scenario.draft import Basis, Draft
from crisis_game.scenario.ids import (
    Answer,
    Delivery,
    Grade,
    MeasureId,
    Phase,
    SeatId,
    StateId,
    StepId,
    Vote,
)
from crisis_game.texts import Text


@dataclass(slots=True)
class Table:
    """Where the exercise stands: phase, round, who sits where, who is ready."""

    phase: Phase = "lobby"
    round: int = 0
    seed: int = 0
    holders: dict[SeatId, str] = field(default_factory=dict)
    ready: set[SeatId] = field(default_factory=set)
    emergency: TextId | None = None
    last_emergency: int = -9
    emergencies: int = 0
    paused: bool = False
    extra_seconds: int = 0
    closing: bool = False
    ending: str | None = None
    revealed: set[str] = field(default_factory=set)
    notes: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a gauge's move: by how much, and why."""

    amount: int
    why: Text


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
    """What is true: gauges, the adversary's mind and place on its ladder, incidents."""

    truth: str = ""
    temperament: str = ""
    draws: dict[str, str] = field(default_factory=dict)
    gauges: dict[str, int] = field(default_factory=dict)
    deterrence_shown: int = 0
    moves: list[Move] = field(default_factory=list)
    incidents: dict[str, IncidentState] = field(default_factory=dict)
    level: int = 0
    luck: dict[str, int] = field(default_factory=dict)
    ordered: Scores | None = None
    done: Scores | None = None
    chosen: StepId | None = None
    last_step: str = ""
    leak: tuple[SeatId, TextId, str] | None = None
    pain: int = 0
    pain_rounds: int = 0
    delivered: int = 50
    participation: int = 0
    own_harm: int = 0
    pocketed: bool = False
    once: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Verification:
    """A request to verify a claim, and its answer once there is one (`confirmed`, `refuted`, `no-access`)."""

    claim: str
    by: SeatId
    round: int
    answer: str = ""


@dataclass(slots=True)
class Knowledge:
    """What each seat knows and believes about claims.

    Attributes:
        public: grade of each claim as all members know it.
        seats: a seat's own grade, by seat and claim, where it knows more or less than all.
        believed: what a seat has said to itself it believes; None for no view.
        shared: sources shared, with those who have them (an empty set: all members).
        burned: sources that published reasons have opened; of no use in the round after.
    """

    public: dict[str, Grade] = field(default_factory=dict)
    seats: dict[SeatId, dict[str, Grade]] = field(default_factory=dict)
    believed: dict[SeatId, dict[str, Grade | None]] = field(default_factory=dict)
    shared: dict[str, set[SeatId]] = field(default_factory=dict)
    burned: dict[str, int] = field(default_factory=dict)
    verifications: list[Verification] = field(default_factory=list)
    accused: set[StateId] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Letter:
    """One thing in the inbox.

    Attributes:
        id: stable; `inject:ID` for injects of the scenario (its words are the scenario's), `m:SENDER>READERS:N` for the
            Nth message of a seat to the same readers (a number over all mail would tell of letters one may not see).
        channel: news, cable, intelligence, statement, letter, hint, message, act, counsel or improvised.
        sender: a seat, or an inject's id (its sender is the scenario's); `hearing:STATE` for a neighbour heard and
            `verification:CLAIM` for verifiers, `source:SOURCE` for a source, whose words are the scenario's too.
        to: readers; None for all.
        words: free words of a person; text: a sentence of ours; both None for the scenario's injects.
        variant: which variant of the words, -1 for the main ones; of a verification 0 for confirmed, 1 for refuted.
    """

    id: str
    round: int
    beat: str
    channel: str
    sender: str
    to: tuple[SeatId, ...] | None
    words: str | None = None
    text: Text | None = None
    variant: int = -1
    grade: Grade | None = None


@dataclass(slots=True)
class Mail:
    """All letters, oldest first, and how many each seat has sent in this beat."""

    letters: list[Letter] = field(default_factory=list)
    sent: dict[SeatId, int] = field(default_factory=dict)
    asked: list[tuple[SeatId, SeatId, TextId, str]] = field(default_factory=list)


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
    """The organ at work: texts by id in order of tabling, amendments, deadlocks, suspended members."""

    texts: dict[TextId, TextState] = field(default_factory=dict)
    amendments: dict[str, Amendment] = field(default_factory=dict)
    sheet: tuple[TextId, ...] = ()
    counts: dict[SeatId, int] = field(default_factory=dict)
    deadlocks: int = 0
    suspended: set[StateId] = field(default_factory=set)
    renewals: set[TextId] = field(default_factory=set)
    best: str = ""
    votes_against_red_line: list[tuple[int, SeatId, TextId]] = field(default_factory=list)


@dataclass(slots=True)
class ActiveMeasure:
    """A measure in force, or one that was.

    Attributes:
        authority: the text it rests on; None where a seat acts alone.
        deliveries: what each participant gives this round.
        status: `active`, `dormant` (a host's consent is missing) or `ended`.
        began: round of its beginning; answers: the incident or step it answers, as an id.
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


@dataclass(slots=True)
class Account:
    """What a member has, and how it has kept its word.

    Attributes:
        met, due: pledges met in full and pledges due so far; dropped: not met.
        departed: texts it voted for and left.
        given: treasury spent on measures.
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
    books_open: bool = False
    redress: int = 0


@dataclass(slots=True)
class Consent:
    """Consent to the use of an asset."""

    level: Literal["none", "given", "limited", "withdrawn"] = "none"
    measures: tuple[MeasureId, ...] = ()
    round: int = 0


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


@dataclass(slots=True)
class Commitments:
    """What was declared, asked, promised and demanded."""

    consents: dict[str, Consent] = field(default_factory=dict)
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
    inquiries: dict[str, int] = field(default_factory=dict)
    back_channels: list[tuple[int, SeatId]] = field(default_factory=list)
    referrals: list[tuple[int, SeatId, str]] = field(default_factory=list)
    council_measures: dict[str, int] = field(default_factory=dict)
    council_results: list[tuple[int, str, bool, Text]] = field(default_factory=list)
    vetoed: bool = False


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


@dataclass(slots=True)
class Script:
    """What has become of injects and reactions."""

    arrived: dict[str, int] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)
    changed: dict[str, str] = field(default_factory=dict)
    home_rounds: dict[str, int] = field(default_factory=dict)
    reactions: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class ConductState:
    """A conduct as it grows: shared facts, and those that differ by reading.

    `public`, `known` and `true` lie over `facts`. `subject` is the measure in force, the step or the text it is about.
    """

    id: str
    actor: str
    participants: tuple[str, ...]
    round: int
    subject: str
    rung: int
    facts: dict[str, FactValue]
    public: dict[str, FactValue] = field(default_factory=dict)
    known: dict[str, FactValue] = field(default_factory=dict)
    true: dict[str, FactValue] = field(default_factory=dict)
    procedure: list[ProcedureFact] = field(default_factory=list)
    ended: int | None = None


@dataclass(frozen=True, slots=True)
class Opinion:
    """A sealed opinion: on what, which answer, how sure; `before` is the one given before counsel, if another."""

    subject: str
    round: int
    answer: Answer
    sure: int
    before: tuple[Answer, int] | None = None


@dataclass(slots=True)
class Record:
    """What the judge and the debrief will read."""

    conducts: dict[str, ConductState] = field(default_factory=dict)
    opinions: dict[SeatId, list[Opinion]] = field(default_factory=dict)
    counsel: dict[SeatId, int] = field(default_factory=dict)
    overruled: dict[str, tuple[str, str]] = field(default_factory=dict)
    blamed: set[str] = field(default_factory=set)
    defects: int = 0
    unlawful: int = 0


@dataclass(slots=True)
class State:
    """Everything that an exercise is at one moment. Changed by `engine.machine.apply` alone."""

    table: Table = field(default_factory=Table)
    world: World = field(default_factory=World)
    knowledge: Knowledge = field(default_factory=Knowledge)
    mail: Mail = field(default_factory=Mail)
    council: Council = field(default_factory=Council)
    measures: dict[ActiveId, ActiveMeasure] = field(default_factory=dict)
    accounts: dict[StateId, Account] = field(default_factory=dict)
    commitments: Commitments = field(default_factory=Commitments)
    orders: Orders = field(default_factory=Orders)
    script: Script = field(default_factory=Script)
    record: Record = field(default_factory=Record)

    def fork(self) -> State:
        """An independent copy."""
        copied: State = _fork(self)
        return copied


_MUTABLE: dict[type, tuple[str, ...]] = {}


def _names(kind: type) -> tuple[str, ...]:
    """Names of the fields of a mutable record; empty for anything else.

    A dataclass that is not frozen has no hash: that tells the records from the values that forks may share.
    """
    if kind not in _MUTABLE:
        _MUTABLE[kind] = tuple(one.name for one in fields(kind)) if is_dataclass(kind) and kind.__hash__ is None else ()
    return _MUTABLE[kind]


def _fork(value: Any) -> Any:
    kind = type(value)
    if kind is dict:
        return {key: _fork(one) for key, one in value.items()}
    if kind is list:
        return [_fork(one) for one in value]
    if kind is set:
        return set(value)
    names = _names(kind)
    if not names:
        return value
    copied = object.__new__(kind)
    for name in names:
        setattr(copied, name, _fork(getattr(value, name)))
    return copied
