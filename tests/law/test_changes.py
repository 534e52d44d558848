"""What would have changed a finding, found by judging again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from crisis_game.law import judge
from crisis_game.law.casebook import case, ids
from crisis_game.law.mending_facts import changes
from crisis_game.law.vocabulary import FACTS, reach

WORSE = ("unlawful", "contested", "insufficient-facts")


def facts_in(ways: Any) -> list[set[str]]:
    return [{step.fact for step in steps} for steps in ways]


def test_a_report_not_sent_is_mended_by_sending_it(make: Any, finding_of: Any) -> None:
    ways = changes(
        make("defence", unsc_reported_art51=False), finding_of("report-unsc", "defence", unsc_reported_art51=False)
    )
    assert facts_in(ways) == [{"unsc_reported_art51"}]
    assert ways[0][0].then is True


def test_a_host_not_asked_is_mended_by_asking_it(make: Any, finding_of: Any) -> None:
    unasked = {"host_asked": False}
    assert {"host_asked"} in facts_in(changes(make("group", **unasked), finding_of("nsa-attack", "group", **unasked)))


def test_staying_on_is_mended_by_stopping(make: Any, finding_of: Any) -> None:
    stayed = {"aim_reached": True, "rounds_after_aim": 3}
    ways = changes(make("defence", **stayed), finding_of("sd-necessity", "defence", **stayed))
    assert {"rounds_after_aim"} in facts_in(ways)


def test_two_facts_together_where_one_is_not_enough(make: Any, finding_of: Any) -> None:
    strike = {"verified_target": False, "warned": False, "abort_rule": True}
    ways = changes(make("defence", **strike), finding_of("ihl-precautions", "defence", **strike))
    assert facts_in(ways) == [{"verified_target", "warned"}]
    assert changes(make("defence", **strike), finding_of("ihl-precautions", "defence", **strike), at_most=1) == ()


def test_what_others_must_agree_to_comes_after_what_one_can_do_alone(make: Any, finding_of: Any) -> None:
    unasked = {"peaceful_means": "none"}
    ways = changes(make("group", **unasked), finding_of("force-prohibited", "group", **unasked))
    asks = [
        sum(option.asks for step in steps for option in reach(step.fact) if option.to == step.then) for steps in ways
    ]
    contested = [step.fact == "peaceful_means" for (step, *_) in ways]
    assert asks[: contested.index(True)] == sorted(asks[: contested.index(True)])


def test_a_lawful_finding_needs_no_change(make: Any, finding_of: Any) -> None:
    assert changes(make("defence"), finding_of("self-defence", "defence")) == ()


def test_the_past_and_the_other_side_are_out_of_reach(make: Any, finding_of: Any) -> None:
    facts = {"attack_gravity": "none"}
    assert changes(make("defence", **facts), finding_of("armed-attack", "defence", **facts)) == ()


@pytest.mark.parametrize("id_", ids())
def test_every_way_out_is_true_minimal_and_within_reach(id_: str) -> None:
    conduct = case(id_).conduct
    for finding in judge(conduct).findings:
        for steps in changes(conduct, finding):
            changed = {step.fact: step.then for step in steps}
            assert all(
                FACTS[step.fact].admits(step.then) and step.now == conduct.facts.get(step.fact) for step in steps
            )
            assert any(option.to == step.then for step in steps for option in reach(step.fact))
            turned = judge(replace(conduct, facts={**conduct.facts, **changed}))
            after = {turned_finding.rule: turned_finding.verdict for turned_finding in turned.findings}.get(
                finding.rule, "not-applicable"
            )
            assert after != finding.verdict
            assert after in ("lawful", "not-applicable") or (finding.verdict, after) == ("unlawful", "contested")
