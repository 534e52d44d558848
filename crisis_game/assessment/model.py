"""What an assessment holds: acts judged in three readings, seats, the organisation, opinions, objectives.

Plain frozen data, in the order in which people ask for it. Nothing here adds seats up or ranks them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from crisis_game.engine.shared_values import Fulfilment
from crisis_game.engine.state import Opinion
from crisis_game.law.conduct import Conduct
from crisis_game.law.finding import Finding, Judgement, Legality
from crisis_game.law.legitimacy import Legitimacy
from crisis_game.law.legitimacy_facts import ProcessFacts
from crisis_game.law.ruling_model import Deed
from crisis_game.scenario.ids import SeatId, StateId
from crisis_game.scenario.model_trials import Met
from crisis_game.texts import Prose, Text

Reading = Literal["public", "known", "true"]
READINGS: tuple[Reading, ...] = ("public", "known", "true")
Line = Literal["fits", "does-not-fit", "red-line", "dilemma"]


@dataclass(frozen=True, slots=True)
class Overruling:
    """The facilitator's verdict beside the judge's, with the reason; it takes nothing away."""

    verdict: Legality
    reason: str


@dataclass(frozen=True, slots=True)
class Judged:
    """One act in one reading: the facts as that reading has them, and what the judge says of them."""

    conduct: Conduct
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class AssessedAct:
    """One act on record.

    Attributes:
        id: of the conduct, stable.
        title: what was done, to whom; name: the same for a column of a table; actor: who answers for it.
        subject: the measure in force, the step or the text that it is about; text: the text that carries it, if any.
        round: when it began; ended: when it ended, None while it goes on.
        rung: its place on the ladder of measures.
        ours: whether members did it; else the other side.
        public, known, true: as all members knew it, as its actor knew it, as it was.
        deed: what a ruling says of it beside the law.
        overruled: the facilitator's verdicts by rule.
        cured: findings that stood at the end of its first round, and no longer at the end (a report made late).
    """

    id: str
    title: Text
    name: Text
    actor: Prose
    participants: tuple[str, ...]
    subject: str
    text: str | None
    round: int
    ended: int | None
    rung: int
    ours: bool
    public: Judged
    known: Judged
    true: Judged
    deed: Deed
    overruled: Mapping[str, Overruling]
    cured: tuple[Finding, ...]

    @property
    def hidden(self) -> bool:
        """Whether nobody but the actor could know of it: what was left undone and no one saw."""
        return not self.public.conduct.facts

    def reading(self, which: Reading) -> Judged:
        """The act in one reading."""
        judged: Judged = getattr(self, which)
        return judged

    @property
    def adverse(self) -> tuple[Finding, ...]:
        """Adverse findings on what the actor knew, gravest first: those that count for its conduct."""
        return self.known.judgement.adverse


@dataclass(frozen=True, slots=True)
class MandateLineRead:
    """One line of a seat's mandate, and how it was met by the evidence of its conditions."""

    kind: Line
    text: Prose
    met: Fulfilment


@dataclass(frozen=True, slots=True)
class OwnFinding:
    """An adverse finding on an act that a seat took part in, or on what it left undone.

    `overruled` is what the facilitator finds instead, if that is so.
    """

    act: str
    title: Text
    finding: Finding
    overruled: Overruling | None


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many; `of` is 0 where there was nothing to share, and then it is not applicable."""

    id: Literal["pledges-met", "own-clauses", "positions-asked", "votes-explained", "claims-true"]
    name: Text
    done: int
    of: int

    @property
    def per_cent(self) -> int | None:
        """Per cent, floored; None where nothing was to be shared."""
        return 100 * self.done // self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Brier:
    """One opinion scored against the verdict on the very act that it was on.

    Attributes:
        verdict: what the law says to the question that was asked of the act, on what was known.
        score: (1 - p)^2 and so on summed over three answers, times 10,000: 0 is perfect, 20,000 the worst.
        before: the score of the opinion given before counsel, where there was another.
    """

    opinion: Opinion
    verdict: Legality
    score: int
    before: int | None


@dataclass(frozen=True, slots=True)
class SeatReading:
    """A seat's result: three readings side by side, no sum, no ranking (GAME section 11).

    Attributes:
        mandate: its four lines.
        findings: adverse findings of own acts that stand; cured: those that were made good.
        statecraft: five shares.
        opinions: its sealed opinions, scored where they can be.
    """

    seat: SeatId
    name: Prose
    mandate: tuple[MandateLineRead, ...]
    findings: tuple[OwnFinding, ...]
    cured: tuple[OwnFinding, ...]
    statecraft: tuple[Share, ...]
    opinions: tuple[Brier, ...]

    @property
    def brier(self) -> int | None:
        """Mean score of its opinions, floored; None where none can be scored."""
        return sum(opinion.score for opinion in self.opinions) // len(self.opinions) if self.opinions else None


@dataclass(frozen=True, slots=True)
class ObjectiveRead:
    """A learning objective.

    Attributes:
        met: None where its author did not say what shows it.
        contrary: whether the contrary was seen.
        came: whether its occasion came.
    """

    id: str
    text: Prose
    met: Met | None
    contrary: bool
    came: bool


@dataclass(frozen=True, slots=True)
class Burden:
    """What one member carried beside what it could: shares in per cent of all members, floored."""

    seat: StateId
    cost: int
    means: int
    cost_share: int
    means_share: int


@dataclass(frozen=True, slots=True)
class BurdenSharing:
    """How burdens matched means (doctrine 5.2, after Olson and Zeckhauser 1966).

    Attributes:
        gap: half the sum of the differences between shares of cost and of means, 0 to 100; None if nobody paid.
        gini: of cost in relation to means, 0 (all alike) to 100; None if nobody paid.
    """

    members: tuple[Burden, ...]
    gap: int | None
    gini: int | None


@dataclass(frozen=True, slots=True)
class LikeCase:
    """One incident as members answered it.

    Attributes:
        gravity: 0 to 4, from its dead and its damage.
        grade: how surely its author was known, 0 to 3, -1 for not at all.
        member: whether the state held responsible is a member.
        rung: the highest rung of what members did about it, 0 for nothing.
    """

    incident: str
    author: StateId | None
    member: bool
    gravity: int
    grade: int
    rung: int


@dataclass(frozen=True, slots=True)
class Consistency:
    """Like cases treated alike, ally or rival (Franck 1990: coherence).

    Attributes:
        unlike: the widest distance between two answers that the cases themselves do not explain, 0 to 100; None where
            there were no two cases to compare.
        pair: the two incidents furthest apart.
    """

    cases: tuple[LikeCase, ...]
    unlike: int | None
    pair: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class OrganisationRead:
    """The organisation's legitimacy, beside its legality and never averaged with it."""

    id: str
    name: Prose
    legality: Legality
    process: ProcessFacts
    profile: Legitimacy


@dataclass(frozen=True, slots=True)
class Assessment:
    """All findings on an exercise and what follows from them.

    Attributes:
        omissions: what was left undone, as acts are told.
    """

    acts: tuple[AssessedAct, ...]
    omissions: tuple[AssessedAct, ...]
    seats: tuple[SeatReading, ...]
    organisation: OrganisationRead
    consistency: Consistency
    burdens: BurdenSharing
    objectives: tuple[ObjectiveRead, ...]

    def act(self, id_: str) -> AssessedAct:
        """An act by its id. Raises KeyError for an unknown one."""
        for act in self.acts:
            if act.id == id_:
                return act
        raise KeyError(id_)
