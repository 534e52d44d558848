"""What seats know and believe, and what they have read."""

from __future__ import annotations

from dataclasses import dataclass, field

from crisis_game.conditions.grades import Grade
from crisis_game.engine.reason_codes import Coded
from crisis_game.engine.shared_values import TextId
from crisis_game.scenario.ids import ClaimId, SeatId, StateId


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
        public: grade of each claim as all members know it; graded: the round in which that last changed.
        seats: a seat's own grade, by seat and claim, where it knows more or less than all.
        believed: what a seat has said to itself it believes; None for no view.
        shared: sources shared, with the seats to which they were given by name.
        open: sources that were shared with all members; who was given one by name before keeps it.
        burned: sources that published reasons have opened; of no use in the round after.
    """

    public: dict[str, Grade] = field(default_factory=dict)
    graded: dict[str, int] = field(default_factory=dict)
    seats: dict[SeatId, dict[str, Grade]] = field(default_factory=dict)
    believed: dict[SeatId, dict[str, Grade | None]] = field(default_factory=dict)
    shared: dict[str, set[SeatId]] = field(default_factory=dict)
    open: set[str] = field(default_factory=set)
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
        words: free words of a person; says: a sentence of ours; both None for the scenario's injects.
        variant: which variant of the words, -1 for the main ones; of a verification 0 for confirmed, 1 for refuted.
    """

    id: str
    round: int
    beat: str
    channel: str
    sender: str
    to: tuple[SeatId, ...] | None
    words: str | None = None
    says: Coded | None = None
    variant: int = -1
    grade: Grade | None = None


@dataclass(slots=True)
class Mail:
    """All letters, oldest first, and how many each seat has sent in this beat.

    Attributes:
        asked: questions about texts that wait: by, of, text, what.
        wanted: questions for evidence that wait: by, of, claim.
        wanting: who has asked for evidence in which round.
    """

    letters: list[Letter] = field(default_factory=list)
    sent: dict[SeatId, int] = field(default_factory=dict)
    asked: list[tuple[SeatId, SeatId, TextId, str]] = field(default_factory=list)
    wanted: list[tuple[SeatId, SeatId, ClaimId]] = field(default_factory=list)
    wanting: set[tuple[SeatId, int]] = field(default_factory=set)
