"""How often the judge and the record agree, over the whole casebook; measured, not made by exceptions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crisis_game.law.casebook.case import Act
from crisis_game.law.casebook.compare import Comparison, compare
from crisis_game.law.conduct import FactValue
from crisis_game.law.vocabulary import SEMI_VERDICTS

_SEMI_VERDICT_VALUES = {"unsc_authorisation": ("exceeded", "ambiguous")}
"""Of this fact only some values hold a conclusion."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Answers of one kind: how many agree exactly, how many lie within what a fair judge might say, of how many."""

    exact: int
    within: int
    of: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """The judge against the record.

    Attributes:
        legality, legitimacy: by act.
        questions: by finding on record; here nothing but the same answer counts.
        confusion: how often the record said the first and the judge the second, for legality.
        by_question: for each question, how many of its findings agree.
        different: ids of acts whose legality or legitimacy lies outside what is acceptable.
    """

    legality: Tally
    legitimacy: Tally
    questions: Tally
    confusion: Mapping[tuple[str, str], int]
    by_question: Mapping[str, Tally]
    different: tuple[str, ...]


def measure(acts: Iterable[Act], masked: Iterable[str] = ()) -> Agreement:
    """Compare every act; facts named in `masked` are withheld from the judge."""
    hidden = frozenset(masked)
    compared = [compare(act, without(act.facts, hidden)) for act in acts]
    by_question = _by_question(compared)
    total = Tally(
        *(sum(column) for column in zip(*((t.exact, t.within, t.of) for t in by_question.values()), strict=True))
    )
    return Agreement(
        _tally([comparison.legality for comparison in compared]),
        _tally([comparison.legitimacy for comparison in compared]),
        total,
        Counter((comparison.act.on_record.legality, comparison.judgement.legality) for comparison in compared),
        by_question,
        tuple(
            comparison.act.id for comparison in compared if "different" in (comparison.legality, comparison.legitimacy)
        ),
    )


def without(facts: Mapping[str, FactValue], hidden: frozenset[str]) -> dict[str, FactValue]:
    """The facts but those hidden; of the Council's mandate only the values that hold a conclusion are hidden."""
    return {name: value for name, value in facts.items() if not (name in hidden and _holds_a_conclusion(name, value))}


def _holds_a_conclusion(name: str, value: FactValue) -> bool:
    return name not in _SEMI_VERDICT_VALUES or value in _SEMI_VERDICT_VALUES[name]


def masked_loss(acts: tuple[Act, ...]) -> tuple[Agreement, Agreement]:
    """Agreement with all facts, and with the semi-verdicts withheld."""
    return measure(acts), measure(acts, SEMI_VERDICTS)


def _tally(agreements: list[str]) -> Tally:
    exact = agreements.count("exact")
    return Tally(exact, exact + agreements.count("acceptable"), len(agreements))


def _by_question(compared: list[Comparison]) -> dict[str, Tally]:
    agree: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for comparison in compared:
        for question in comparison.questions:
            asked[question.question] += 1
            agree[question.question] += question.agrees
    return {name: Tally(agree[name], agree[name], count) for name, count in sorted(asked.items())}
