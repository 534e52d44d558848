"""A missing fact never counts in the actor's favour, and the finding says which fact is missing."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.law import Conduct, Judgement, judge
from crisis_game.law.casebook import case, ids

_BETTER = {"unlawful": ("contested", "lawful"), "contested": ("lawful",), "insufficient-facts": ("lawful",)}


def _gains(full: Judgement, less: Judgement) -> list[str]:
    """The questions whose answer became better for the actor."""
    better = [name for name, before in full.questions.items() if less.questions[name] in _BETTER.get(before, ())]
    return better + (["overall"] if less.legality in _BETTER.get(full.legality, ()) else [])


@pytest.mark.parametrize("id_", ids())
def test_no_single_missing_fact_helps_the_actor(id_: str) -> None:
    act = case(id_)
    full = judge(act.conduct)
    for name in act.facts:
        rest = {fact: value for fact, value in act.facts.items() if fact != name}
        assert _gains(full, judge(Conduct(id_, "x", rest))) == [], name


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(ids()), st.data())
def test_no_set_of_missing_facts_makes_an_act_lawful(id_: str, data: st.DataObject) -> None:
    act = case(id_)
    kept = data.draw(st.sets(st.sampled_from(sorted(act.facts))))
    judgement = judge(Conduct(id_, "x", {name: act.facts[name] for name in kept}))
    if judge(act.conduct).legality in ("unlawful", "contested"):
        assert judgement.legality != "lawful"


def test_of_nothing_nothing_is_known() -> None:
    judgement = judge(Conduct("act", "x", {}))
    assert judgement.legality == "insufficient-facts"
    assert "lawful" not in judgement.questions.values()


def test_the_finding_names_what_is_missing_and_says_it_in_words(finding_of: Any) -> None:
    finding = finding_of("attribution-state", "defence", attributed_to_state=...)
    assert finding.missing == ("attributed_to_state",)
    assert finding.because.values["missing"][0].msgid == "whether the trigger is attributable to the target state"


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(ids()), st.randoms(use_true_random=False))
def test_the_order_in_which_facts_are_given_does_not_matter(id_: str, chance: Random) -> None:
    facts = list(case(id_).facts.items())
    chance.shuffle(facts)
    assert judge(Conduct(id_, "x", dict(facts))) == judge(case(id_).conduct)


@pytest.mark.parametrize("id_", ids())
def test_names_and_the_free_word_for_the_trigger_change_nothing(id_: str) -> None:
    act = case(id_)
    renamed = {**act.facts, "trigger_kind": "something-else"}
    if renamed["armed_attack_on"] is not None:
        renamed["armed_attack_on"] = "Elsewhere"
    assert judge(Conduct(id_, "somebody else", renamed)) == judge(act.conduct)
