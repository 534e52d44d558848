"""The judge's answers beside the record: exact, as good as, or different."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from crisis_game.law.casebook.case import Act
from crisis_game.law.conduct import FactValue
from crisis_game.law.finding import Judgement, Verdict
from crisis_game.law.judge import judge
from crisis_game.law.legitimacy import Legitimacy, legitimacy
from crisis_game.law.legitimacy_facts import process_of

Agreement = Literal["exact", "acceptable", "different"]


@dataclass(frozen=True, slots=True)
class QuestionCompared:
    """One question: what the record says and what the judge says."""

    question: str
    on_record: Verdict
    judged: Verdict

    @property
    def agrees(self) -> bool:
        """Whether the two are the same."""
        return self.on_record == self.judged


@dataclass(frozen=True, slots=True)
class Comparison:
    """One act: the judge's answer and how it compares with the record."""

    act: Act
    judgement: Judgement
    profile: Legitimacy
    legality: Agreement
    legitimacy: Agreement
    questions: tuple[QuestionCompared, ...]


def compare(act: Act, facts: Mapping[str, FactValue] | None = None) -> Comparison:
    """Judge an act and compare; with `facts` other than its own, to see what a fact is worth."""
    conduct = act.conduct
    judged_facts = conduct.facts if facts is None else facts
    judgement = judge(conduct if facts is None else type(conduct)(act.id, conduct.actor, facts))
    profile = legitimacy(process_of(judged_facts, act.record, judgement))
    record = act.on_record
    return Comparison(
        act,
        judgement,
        profile,
        _agreement(judgement.legality, record.legality, record.also_acceptable),
        _agreement(profile.band, record.legitimacy, record.legitimacy_also_acceptable),
        tuple(QuestionCompared(name, said, judgement.questions[name]) for name, said in record.questions.items()),
    )


def _agreement(judged: str, on_record: str, acceptable: tuple[str, ...]) -> Agreement:
    if judged == on_record:
        return "exact"
    return "acceptable" if judged in acceptable else "different"
