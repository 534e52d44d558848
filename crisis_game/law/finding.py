"""What the judge says: verdicts, findings, and all findings on one act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from crisis_game.law.conduct import FactValue
from crisis_game.texts import Text

Verdict = Literal["lawful", "unlawful", "contested", "not-applicable", "insufficient-facts"]
"""One rule's answer. For the requirement of a defence read: met, not met, open."""

Legality = Literal["lawful", "unlawful", "contested", "insufficient-facts"]
LegalQuestion = Literal["law", "resort", "conduct"]
"""What is asked of an act: whether it is lawful or, where it is force, whether that may be used, and how it is used."""

GRAVEST_FIRST: tuple[Legality, ...] = ("unlawful", "insufficient-facts", "contested", "lawful")
Layer = Literal["un-charter", "general-law", "organisation", "legitimacy"]
RuleSeverity = Literal["procedural", "serious", "grave", "peremptory"]
Status = Literal["settled", "contested"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule stands.

    Attributes:
        cite: instrument, article, case and year as they are printed, such as `UN Charter, Article 51`.
        checked: whether the pinpoint was read in the text itself.
    """

    cite: str
    checked: bool = True


@dataclass(frozen=True, slots=True)
class View:
    """One side of a contested point: what it says, who holds it, and what it gives on these facts."""

    claim: Text
    authority: tuple[Source, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class FactChange:
    """One fact that would have to be otherwise, within the actor's control."""

    fact: str
    now: FactValue
    then: FactValue
    advice: Text


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule's answer on one conduct.

    Attributes:
        id: `conduct/rule`, stable, so that a facilitator's overruling holds.
        rule: id of the rule.
        question: the casebook's question that the rule speaks to.
        severity: of a breach; None for any other verdict, and for a requirement of a plea that is not met.
        because: the reason in plain words.
        facts_used: facts that the rule read, in the order read.
        missing: facts that were unknown and needed.
        views: both sides, where the law is contested on these facts.
        premise: the fact or premise on which the views part.
        turns_on: id of the rule at which the answer turned, where that is another one.
        excused_by: id of the plea that carries what the rule would forbid.
    """

    id: str
    rule: str
    question: str
    verdict: Verdict
    layer: Layer
    severity: RuleSeverity | None
    status: Status
    because: Text
    facts_used: tuple[str, ...]
    sources: tuple[Source, ...]
    missing: tuple[str, ...] = ()
    views: tuple[View, ...] = ()
    premise: Text | None = None
    turns_on: str = ""
    excused_by: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """All findings on one conduct, the answer to each question, and what the act comes to.

    Attributes:
        conduct: id of the conduct.
        findings: what each rule in play says, in the order of the rules.
        questions: one verdict for each question of the casebook.
        legality: with force, whether it might be resorted to; without, the gravest of what decides.
        severity: of the gravest breach, whatever it is a breach of.
        resort: with force, the word on the resort to it, which is `legality`; None without force.
        manner: how force was used or the war was waged; None where no rule on that speaks.
        manner_severity: of the gravest breach in that.
        inconsistent: pairs of facts that contradict each other; the less favourable counted.
    """

    conduct: str
    findings: tuple[Finding, ...]
    questions: Mapping[str, Verdict]
    legality: Legality
    severity: RuleSeverity | None
    resort: Legality | None = None
    manner: Legality | None = None
    manner_severity: RuleSeverity | None = None
    inconsistent: tuple[tuple[str, str], ...] = ()

    def answer(self, question: LegalQuestion) -> Legality | None:
        """The word on one question; None where no rule speaks to it."""
        return self.manner if question == "conduct" else self.legality

    @property
    def gravest(self) -> Legality:
        """One word where there is room for one: unlawful if either word is."""
        words = (self.legality, self.manner or "lawful")
        return next(word for word in GRAVEST_FIRST if word in words)

    @property
    def adverse(self) -> tuple[Finding, ...]:
        """The breaches, gravest first; a requirement of a plea that is not met is no breach."""
        order = ("peremptory", "grave", "serious", "procedural")
        breaches = (finding for finding in self.findings if finding.verdict == "unlawful" and finding.severity)
        return tuple(sorted(breaches, key=lambda finding: order.index(str(finding.severity))))
