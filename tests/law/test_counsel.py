"""Counsel: two weak points, the other side's best reply, and how sure."""

from __future__ import annotations

from typing import Any

import pytest

from crisis_game.law.casebook import case, ids
from crisis_game.law.counsel import advise


def test_the_weakest_point_comes_first_with_what_mends_it(make: Any) -> None:
    advice = advise(make("defence", unsc_reported_art51=False, target_use="civil"))
    assert [point.finding.rule for point in advice.weak] == ["ihl-distinction", "report-unsc"]
    assert advice.weak[0].mends[0][0].fact == "target_use"


def test_a_basis_that_fails_does_not_matter_where_another_carries_the_act(make: Any) -> None:
    advice = advise(make("group", consent_given_by="recognised-government", consent_of_territorial_state="valid"))
    assert "attribution-state" not in [point.finding.rule for point in advice.weak]


def test_a_clean_case_has_no_weak_point_and_counsel_is_sure(make: Any) -> None:
    advice = advise(make("defence"))
    assert advice.weak == ()
    assert advice.sure == "sure"


def test_where_the_law_is_open_the_reply_is_the_adverse_view(make: Any) -> None:
    advice = advise(make("group"))
    assert advice.sure == "unsure"
    assert advice.reply == next(one.claim for one in advice.weak[0].finding.views if one.verdict == "unlawful")


def test_counsel_is_less_sure_on_weak_evidence(make: Any) -> None:
    assert advise(make("countermeasure", attributed_to_state="disputed")).sure == "fairly sure"


def test_counsel_says_how_much_is_not_known(make: Any) -> None:
    advice = advise(make("defence", attributed_to_state=...))
    assert advice.sure == "unsure"
    assert advice.because.values["n"] == 1


def test_counsel_is_wrong_where_the_evidence_is_wrong(make: Any) -> None:
    evidence = {"attack_author": "state-organ", "author_grade": "established"}
    assert advise(make("defence", **evidence)).weak == ()
    truth = {"attack_author": "accident", "author_grade": "established"}
    assert advise(make("defence", **truth)).weak != ()


@pytest.mark.parametrize("id_", ids())
def test_counsel_has_something_to_say_on_every_act(id_: str) -> None:
    advice = advise(case(id_).conduct)
    assert len(advice.weak) <= 2
    assert advice.reply.msgid
