"""Counsel: the weak points from the tree, each once, the turning one first, with the step that mends it."""

from __future__ import annotations

from typing import Any

import pytest

from crisis_game.law.casebook import case, ids
from crisis_game.law.counsel import MOST_POINTS, advise, weak_rules
from crisis_game.law.tree import OPEN, tree


def rules(advice: Any) -> list[str]:
    return [point.finding.rule for point in advice.points]


def test_the_point_on_which_the_act_turns_comes_first_and_what_stands_beside_it_after(make: Any) -> None:
    advice = advise(make("help", victim_requested_help=False, unsc_reported_art51=False))
    assert rules(advice) == ["csd-request", "report-unsc"]
    assert [point.turns for point in advice.points] == [True, False]
    assert [[step.fact for step in point.steps] for point in advice.points] == [
        ["victim_requested_help"],
        ["unsc_reported_art51"],
    ]


def test_a_lawful_act_turns_on_nothing_and_can_be_weak_beside(make: Any) -> None:
    advice = advise(make("defence", unsc_reported_art51=False, target_use="civil"))
    assert rules(advice) == ["ihl-distinction", "report-unsc"]
    assert not any(point.turns for point in advice.points)
    assert advice.points[0].steps[0].fact == "target_use"


def test_a_basis_that_fails_does_not_matter_where_another_carries_the_act(make: Any) -> None:
    advice = advise(make("group", consent_given_by="recognised-government", consent_of_territorial_state="valid"))
    assert "attribution-state" not in rules(advice)


def test_a_clean_case_has_no_weak_point_and_counsel_is_sure(make: Any) -> None:
    advice = advise(make("defence"))
    assert (advice.points, advice.against, advice.sure) == ((), None, "sure")


def test_where_the_law_is_divided_the_other_side_takes_the_adverse_view(make: Any) -> None:
    advice = advise(make("group"))
    assert advice.sure == "unsure"
    assert advice.against in advice.points[0].finding.views
    assert advice.against is not None
    assert advice.against.verdict == "unlawful"


def test_the_other_side_does_not_argue_a_fact(make: Any) -> None:
    assert advise(make("defence", attributed_to_state=...)).against is None


def test_counsel_is_less_sure_on_weak_evidence(make: Any) -> None:
    assert advise(make("countermeasure", attributed_to_state="disputed")).sure == "fairly sure"


def test_counsel_says_how_much_is_not_known(make: Any) -> None:
    advice = advise(make("defence", attributed_to_state=...))
    assert advice.sure == "unsure"
    assert advice.because.values["n"] == 1


def test_counsel_is_wrong_where_the_evidence_is_wrong(make: Any) -> None:
    evidence = {"attack_author": "state-organ", "author_grade": "established"}
    assert advise(make("defence", **evidence)).points == ()
    truth = {"attack_author": "accident", "author_grade": "established"}
    assert advise(make("defence", **truth)).points != ()


@pytest.mark.parametrize("id_", ids())
def test_each_point_stands_once_and_an_act_that_is_not_lawful_has_one(id_: str) -> None:
    conduct = case(id_).conduct
    advice, issues = advise(conduct), tree(conduct)
    assert len(set(rules(advice))) == len(advice.points) <= MOST_POINTS
    assert tuple(rules(advice)) == weak_rules(conduct)
    assert (issues.turning is not None) == any(point.turns for point in advice.points)
    assert advice.points or issues.judgement.legality == "lawful"
    assert all(point.finding.verdict in ("unlawful", *OPEN) for point in advice.points)
