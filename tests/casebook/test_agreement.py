"""How far the judge agrees with the record. The floors are what it honestly reaches, a little below."""

from __future__ import annotations

import pytest

from crisis_game.law.casebook import case, compare, ids, library
from crisis_game.law.casebook.agreement import Agreement, masked_loss, measure


@pytest.fixture(scope="module")
def all_facts() -> Agreement:
    return measure(library())


def test_legality(all_facts: Agreement) -> None:
    assert all_facts.legality.exact >= 62
    assert all_facts.legality.within == 64


def test_questions(all_facts: Agreement) -> None:
    assert all_facts.questions.of == 232
    assert all_facts.questions.exact >= 225


def test_legitimacy(all_facts: Agreement) -> None:
    assert all_facts.legitimacy.exact >= 55
    assert all_facts.legitimacy.within >= 60


def test_nothing_on_record_as_unlawful_is_called_lawful_or_the_reverse(all_facts: Agreement) -> None:
    assert all_facts.confusion.get(("unlawful", "lawful"), 0) == 0
    assert all_facts.confusion.get(("lawful", "unlawful"), 0) == 0


def test_withholding_the_semi_verdicts_costs_certainty_and_never_turns_the_answer_round() -> None:
    full, masked = masked_loss(library())
    assert masked.legality.exact >= 55
    assert masked.questions.exact >= 195
    assert full.legality.exact - masked.legality.exact <= 8
    for said, judged in masked.confusion:
        assert said == judged or "insufficient-facts" in (said, judged) or "contested" in (said, judged)


@pytest.mark.parametrize("id_", ids())
def test_where_judge_and_record_part_the_casebook_says_why(id_: str) -> None:
    compared = compare(case(id_))
    parts = compared.legality != "exact" or not all(question.agrees for question in compared.questions)
    assert parts == (compared.act.disagreement is not None)
