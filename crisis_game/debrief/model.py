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
    OrganisationRead,
    Overruling,
    Reading,
    SeatReading,
)
from crisis_game.assessment.ratings import Proposal
from crisis_game.debrief.course import AnswerTold, Comment, KnownClaim, RollCall, RoundTold, Shown
from crisis_game.debrief.grades import Grade100
from crisis_game.debrief.other_rules import OtherRules
from crisis_game.engine.shared_values import Fulfilment
from crisis_game.engine.state import Rateable
from crisis_game.law.finding import Layer, Legality, LegalQuestion, RuleSeverity, Status, Verdict
from crisis_game.law.ruling_model import Ruled
from crisis_game.scenario.ids import ActorId, Answer, SeatId
from crisis_game.scenario.model_trials import Met
from crisis_game.texts import Prose, Text

__all__ = ["ActTold", "AnswerTold", "CaseTold", "EndingChange", "EndingTold", "FindingTold", "GaugeHistory", "Grade100",
           "Hinge", "HingeTest", "KnownClaim", "ObjectiveTold", "Revealed", "Review", "RollCall", "RoomOpinion",
           "RoundTold", "Shown", "ViewTold"]  # fmt: skip


MindRole = Literal["opponent", "member", "course"]
"""Who presses: the other side, a member, or what nobody decides."""


@dataclass(frozen=True, slots=True)
class EndingTold:
    """How it ended, for all; `among` is how many endings it has."""

    id: str
    title: Prose
    text: Prose
    among: int


@dataclass(frozen=True, slots=True)
class MindTold:
    """How one who presses was minded."""

    actor: ActorId
    name: Prose
    told: Prose
    role: MindRole


@dataclass(frozen=True, slots=True)
class Revealed:
    """What was hidden: what truly happened, how those who press were minded, what the seed drew besides.

    `seed` is shown so that the same game can be played anew.
    """

    seed: int
    truth: Prose
    truth_told: Prose
    minds: tuple[MindTold, ...]
    draws: tuple[tuple[str, str], ...]


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
        name: its title for a column of a table.
        omission: it is something left undone.
        hidden: nobody but the actor could know of it.
        room: what the room said of it before it was decided.
        public, known, true: one word for each reading, the less favourable of resort and conduct where there is force.
        ruled: the ruling on what its actor knew, which is its conduct; ruled_true: on what was so, where that gives
            another word.
        parts: said where the two part (reasonable and yet unlawful, or lucky).
        findings: on what the actor knew, test by test; findings_true: those that are otherwise as it was.
        differing: rules whose answer is not the same in both.
    """

    id: str
    title: Text
    name: Text
    actor: Prose
    participants: tuple[str, ...]
    round: int
    ended: int | None
    rung: int
    ours: bool
    text: str | None
    omission: bool
    hidden: bool
    room: tuple[RoomOpinion, ...]
    public: Legality
    known: Legality
    true: Legality
    parts: Text | None
    ruled: Ruled
    ruled_true: Ruled | None
    findings: tuple[FindingTold, ...]
    findings_true: tuple[FindingTold, ...]
    differing: tuple[str, ...]
    cured: tuple[Text, ...]

    @property
    def overruled(self) -> Mapping[str, Overruling]:
        """The facilitator's verdicts by rule."""
        findings = (*self.findings, *self.findings_true)
        return {finding.rule: finding.overruled for finding in findings if finding.overruled is not None}

    def verdict(self, which: Reading) -> Legality:
        """The verdict in one reading."""
        legality: Legality = getattr(self, which)
        return legality


HingeTest = Literal["ending", "finding", "undone", "opinions"]


@dataclass(frozen=True, slots=True)
class EndingChange:
    """How often policies reached which ending, playing on from what was decided and from the other choice.

    Attributes:
        games: playouts on each side.
        as_decided, otherwise: endings with their counts, most frequent first.
        change: distance of the two, 0 (the same) to 100 (nothing in common).
        gauges: gauges that ended otherwise on average: as decided, and otherwise.
        enough: whether that is enough to tell a distance by: so many games, or the only way in which it can go on.
        most: the ending that is most apart, by how many points at least and at most its share of the games differs,
            as decided less otherwise; None where there are too few games for it or no ending is apart.
    """

    games: int
    as_decided: tuple[tuple[str, int], ...]
    otherwise: tuple[tuple[str, int], ...]
    change: int
    gauges: tuple[tuple[str, int, int], ...]
    enough: bool
    most: tuple[str, int, int] | None


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
    question: LegalQuestion
    answer: Answer
    sure: int


@dataclass(frozen=True, slots=True)
class Hinge:
    """A decision on which it turned (GAME section 10).

    Attributes:
        test: by which test it was found: change of ending, gravest finding, heaviest omission or refusal, widest split
            of opinions.
        undone: whether it is an omission or a refusal.
        why: why it is a hinge, in one sentence.
        decided: what was decided; in_short: the same in one sentence; otherwise: the other choice, where there was one.
        known: what all members knew then.
        opinions: of the room, on that act.
        act: the act that came of it, test by test; None where none is on record.
        turned: what would have turned the adverse findings, each way in one or two pieces of advice.
        change: of the ending, where it was played out.
        case: the real act that it resembles, told at the first hinge alone.
    """

    test: HingeTest
    undone: bool
    round: int
    why: Text
    decided: Text
    in_short: Text
    otherwise: Text | None
    known: tuple[KnownClaim, ...]
    opinions: tuple[RoomOpinion, ...]
    act: ActTold | None
    turned: tuple[tuple[Text, ...], ...]
    change: EndingChange | None
    case: CaseTold | None


@dataclass(frozen=True, slots=True)
class GaugeHistory:
    """A gauge: its start, and its value at the end of each round played; `low` and `high` are its bounds."""

    id: str
    name: Prose
    start: int
    values: tuple[int, ...]
    rising_is: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class ObjectiveTold:
    """What was to be learnt, and whether it was shown.

    Attributes:
        met: None where its author did not say what shows it.
        contrary: whether the contrary was seen.
        came: whether the occasion came from which it counts.
        shown: since when it is shown so far, or the contrary, and by whom; None where nothing of it was seen.
    """

    text: Prose
    met: Met | None
    contrary: bool
    came: bool
    shown: Shown | None


@dataclass(frozen=True, slots=True)
class RatingTold:
    """A rating that the facilitator gave: of what, whose it is (empty for all together), and with which words."""

    what: Rateable
    seat: SeatId
    rating: Fulfilment
    words: str
    round: int


@dataclass(frozen=True, slots=True)
class Review:
    """Everything the debrief shows.

    Attributes:
        finished: False only for a facilitator who looks before the end.
        ending: None before the end.
        omissions: what was left undone, told as acts are.
        holders: who held each seat: `person`, or a policy's name.
        organisation: legitimacy beside legality, with quadrant and warning.
        assessment: all of it, for those who want more than is shown.
        questions: the author's, for the talk.
        notes: of the facilitator's those for all that are about no entry; the others stand in their rounds.
        other_rules: what other rules of decision would have made of the votes.
        proposals: the ratings that follow from the record; ratings: those that the facilitator gave.
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
    omissions: tuple[ActTold, ...]
    gauges: tuple[GaugeHistory, ...]
    seats: tuple[SeatReading, ...]
    organisation: OrganisationRead
    consistency: Consistency
    burdens: BurdenSharing
    objectives: tuple[ObjectiveTold, ...]
    questions: tuple[Prose, ...]
    grades: tuple[Grade100, ...]
    formula: Text
    notes: tuple[Comment, ...]
    other_rules: OtherRules
    proposals: tuple[Proposal, ...]
    ratings: tuple[RatingTold, ...]
    assessment: Assessment

    @property
    def votes(self) -> tuple[RollCall, ...]:
        """All roll calls, by round."""
        return tuple(roll_call for round_ in self.rounds for roll_call in round_.votes)
