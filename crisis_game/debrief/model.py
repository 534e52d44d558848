"""What a debrief holds: one typed object that screens, lines and reports show. Texts are worded by who shows them.

Order is that of the talk: how it ended and what was true; the hinges; round by round; act by act; seat by seat.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from crisis_game.assessment.model import (
    Assessment,
    BurdenSharing,
    Consistency,
    ObjectiveRead,
    OrganisationRead,
    Overruling,
    Reading,
    SeatReading,
)
from crisis_game.engine.state import Move
from crisis_game.law.finding import Layer, Legality, RuleSeverity, Status, Verdict
from crisis_game.scenario.ids import Answer, Grade, SeatId, Vote
from crisis_game.texts import Prose, Text


class NotFinishedError(Exception):
    """The exercise is not over: its debrief would tell what is hidden."""


@dataclass(frozen=True, slots=True)
class EndingTold:
    """How it ended, for all."""

    id: str
    title: Prose
    text: Prose


@dataclass(frozen=True, slots=True)
class Revealed:
    """What was hidden: what truly happened, how the other side was minded, what the seed drew besides.

    `seed` is shown so that the same game can be played anew.
    """

    seed: int
    truth: Prose
    truth_told: Prose
    temperament: Prose
    temperament_told: Prose
    draws: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One step the other side could have taken: its score without luck, its luck, and both together."""

    step: str
    name: Text
    bare: int
    luck: int
    total: int


@dataclass(frozen=True, slots=True)
class AnswerTold:
    """The sealed order against what was done, opened.

    Attributes:
        ordered, done: ids of steps, `hold` or `back`.
        told: both, and the nearest other choice with its distance, in one sentence.
        happened: what it looked like, in the author's words.
        sealed, opened: the scores when the order was sealed and when it was carried out, highest first.
        moved_by: the particulars of its temperament that held, each with what it added to which kind of choice.
    """

    ordered: str
    done: str
    told: Text
    happened: Prose | None
    sealed: tuple[ScoreLine, ...]
    opened: tuple[ScoreLine, ...]
    moved_by: tuple[tuple[str, int, Prose], ...]


@dataclass(frozen=True, slots=True)
class Ballot:
    """One vote in a roll call.

    Attributes:
        cast: whether the seat gave it; else it is what the charter makes of silence.
        cites: id of the brief's line, the rule or the claim that it was explained by, `cited` in words; empty for none.
        words: of the explanation.
    """

    seat: SeatId
    vote: Vote
    cast: bool
    cites: str
    cited: Text | None
    words: str


@dataclass(frozen=True, slots=True)
class RollCall:
    """The vote on one text.

    Attributes:
        says: what the text was to do, in one sentence.
        status: what became of it; told: the count and why.
    """

    round: int
    text: str
    says: Text
    status: str
    told: Text
    in_favour: int
    needed: int
    votes: tuple[Ballot, ...]


@dataclass(frozen=True, slots=True)
class KnownClaim:
    """A claim as it stood at a moment: what all members knew, and whether it was so."""

    claim: str
    text: Prose
    public: Grade
    true: bool


@dataclass(frozen=True, slots=True)
class ActRef:
    """An act with its two verdicts, for a line in a list."""

    id: str
    title: Text
    known: Legality
    true: Legality


Actor = SeatId
"""A seat; the adversary's state; empty for what nobody's seat did."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the timeline: what was known, what was decided, what was said of it, what the law says.

    Attributes:
        entry: number of the log's entry.
        kind: `vote`, `alone`, `emergency`, `consent`, `declaration`, `report`, `demand`, `verification`, `referral`,
            `talks`, `incident`, `council`, `step`.
        seats: who decided.
        what: in one sentence.
        known: the claims as all members knew them then.
        reasons: who said why, in which words.
        law: the acts on record that came of it.
    """

    entry: int
    round: int
    beat: str
    kind: str
    seats: tuple[Actor, ...]
    what: Text
    known: tuple[KnownClaim, ...]
    reasons: tuple[tuple[SeatId, str], ...]
    law: tuple[ActRef, ...]


@dataclass(frozen=True, slots=True)
class RoundTold:
    """One round: what was decided, who voted how, what the other side made of it, how gauges moved."""

    round: int
    decisions: tuple[Decision, ...]
    votes: tuple[RollCall, ...]
    answer: AnswerTold | None
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class ViewTold:
    """One side of a contested point: what it says, who holds it, its result on these facts."""

    claim: Text
    authority: tuple[str, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class FindingTold:
    """One test of the law on one act.

    Attributes:
        name, asks: of the rule, and its question.
        facts: what it read, and with which value.
        severity: of a breach; None for a requirement of a plea, which is not met but not broken.
        would_change: ways to turn it, each of one or two pieces of advice; empty where it is not adverse, or where
            nothing within the actor's reach would help.
    """

    id: str
    rule: str
    name: Text
    asks: Text
    verdict: Verdict
    layer: Layer
    severity: RuleSeverity | None
    status: Status
    because: Text
    facts: tuple[tuple[Text, Text], ...]
    sources: tuple[str, ...]
    views: tuple[ViewTold, ...]
    premise: Text | None
    would_change: tuple[tuple[Text, ...], ...]
    overruled: Overruling | None

    @property
    def breach(self) -> bool:
        """Whether a rule was broken; else a verdict of unlawful means a requirement that was not met."""
        return self.verdict == "unlawful" and self.severity is not None


@dataclass(frozen=True, slots=True)
class ActTold:
    """One act, judged: on what its actor knew, and as it was, side by side.

    Attributes:
        parts: said where the two part (reasonable and yet unlawful, or lucky).
        findings: on what the actor knew, test by test; findings_true: those that are otherwise as it was.
        differing: rules whose answer is not the same in both.
    """

    id: str
    title: Text
    actor: Prose
    participants: tuple[str, ...]
    round: int
    ended: int | None
    rung: int
    ours: bool
    text: str | None
    public: Legality
    known: Legality
    true: Legality
    parts: Text | None
    findings: tuple[FindingTold, ...]
    findings_true: tuple[FindingTold, ...]
    differing: tuple[str, ...]
    cured: tuple[Text, ...]

    def verdict(self, which: Reading) -> Legality:
        """The verdict in one reading."""
        found: Legality = getattr(self, which)
        return found


HingeTest = Literal["ending", "finding", "opinions"]


@dataclass(frozen=True, slots=True)
class EndingChange:
    """How often policies reached which ending, playing on from what was decided and from the other choice.

    Attributes:
        games: playouts on each side.
        as_decided, otherwise: endings with their counts, most frequent first.
        change: distance of the two, 0 (the same) to 100 (nothing in common).
        gauges: gauges that ended otherwise on average: as decided, and otherwise.
    """

    games: int
    as_decided: tuple[tuple[str, int], ...]
    otherwise: tuple[tuple[str, int], ...]
    change: int
    gauges: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class CaseTold:
    """The real act that the scenario resembles, with the verdict on record."""

    id: str
    title: str
    year: int
    summary: str
    lesson: str
    legality: Legality
    legitimacy: str


@dataclass(frozen=True, slots=True)
class RoomOpinion:
    """A sealed opinion of the room."""

    seat: SeatId
    answer: Answer
    sure: int


@dataclass(frozen=True, slots=True)
class Hinge:
    """A decision on which it turned (GAME section 10).

    Attributes:
        test: by which test it was found: change of ending, gravest finding, widest split of opinions.
        why: why it is a hinge, in one sentence.
        decided: what was decided; otherwise: the other choice, where there was one.
        known: what all members knew then.
        opinions: of the room, in that round.
        act: the act that came of it, test by test; None where none is on record.
        turned: what would have turned the adverse findings, each way in one or two pieces of advice.
        change: of the ending, where it was played out.
        case: the real act it resembles.
    """

    test: HingeTest
    round: int
    why: Text
    decided: Text
    otherwise: Text | None
    known: tuple[KnownClaim, ...]
    opinions: tuple[RoomOpinion, ...]
    act: ActTold | None
    turned: tuple[tuple[Text, ...], ...]
    change: EndingChange | None
    case: CaseTold | None


@dataclass(frozen=True, slots=True)
class GaugeHistory:
    """A gauge: its start, and its value at the end of each round played."""

    id: str
    name: Prose
    start: int
    values: tuple[int, ...]
    rising_is: str


GradePart = Literal["took-part", "reasons", "opinions", "duties"]


@dataclass(frozen=True, slots=True)
class GradeLine:
    """One part of a grade: points of most points, from how many of how many."""

    id: GradePart
    name: Text
    points: int
    most: int
    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Grade100:
    """A seat's default grade, out of 100; endings, gauges and mandate count nothing."""

    seat: SeatId
    holder: str
    lines: tuple[GradeLine, ...]

    @property
    def points(self) -> int:
        """The sum."""
        return sum(one.points for one in self.lines)


@dataclass(frozen=True, slots=True)
class Review:
    """Everything the debrief shows.

    Attributes:
        finished: False only for a facilitator who looks before the end.
        ending: None before the end.
        holders: who held each seat: `person`, or a policy's name.
        organisation: legitimacy beside legality, with quadrant and warning.
        assessment: all of it, for those who want more than is shown.
        questions: the author's, for the talk.
        notes: the facilitator's, with their rounds.
        formula: how default grades are made.
    """

    scenario: str
    title: Prose
    content_hash: str
    finished: bool
    rounds_played: int
    ending: EndingTold | None
    revealed: Revealed
    holders: Mapping[SeatId, str]
    hinges: tuple[Hinge, ...]
    rounds: tuple[RoundTold, ...]
    acts: tuple[ActTold, ...]
    gauges: tuple[GaugeHistory, ...]
    seats: tuple[SeatReading, ...]
    organisation: OrganisationRead
    consistency: Consistency
    burdens: BurdenSharing
    objectives: tuple[ObjectiveRead, ...]
    questions: tuple[Prose, ...]
    grades: tuple[Grade100, ...]
    formula: Text
    notes: tuple[tuple[int, str], ...]
    assessment: Assessment

    @property
    def votes(self) -> tuple[RollCall, ...]:
        """All roll calls, by round."""
        return tuple(one for told in self.rounds for one in told.votes)
