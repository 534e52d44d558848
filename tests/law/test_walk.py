"""Laws of the walk from a duty to its excuse: they hold of every rule and of any act, whatever the law says of it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.law import Conduct, Finding, Judgement, judge
from crisis_game.law.casebook import case, ids
from crisis_game.law.coherence import CONTRADICTIONS, inconsistent
from crisis_game.law.conduct import UNPROVEN, FactValue
from crisis_game.law.finding import GRAVEST_FIRST
from crisis_game.law.judge import open_case
from crisis_game.law.kinds_of_act import in_armed_conflict
from crisis_game.law.order import DECIDING, FORCE, MANNER, RULES
from crisis_game.law.persons_in_war import PARTS
from crisis_game.law.rule import Rule, UnprovenError
from crisis_game.law.sources import NICARAGUA_CONTROL, TADIC
from crisis_game.law.vocabulary import FACTS
from tests.law.conftest import ACTS

CARRIED_ALONE = {"countermeasure", "necessity", "distress", "force-majeure"}
"""Pleas that never carry a breach of a peremptory norm (ARSIWA 26 and 50)."""

BETTER_FIRST: dict[str, tuple[FactValue, ...]] = {
    "attack_gravity": ("armed-attack", "disputed", "below-threshold"),
    "attributed_to_state": ("established", "disputed", "not-shown"),
    "civilian_harm": ("none", "limited", "heavy"),
    "consent_given_by": ("recognised-government", "contested-government", "rival-claimant"),
    "continued_after_objective": (False, True),
    "due_process": ("full", "partial", "none"),
    "duration_limited": (True, False),
    "government_replaced": (False, True),
    "harm_suffered": ("massive", "severe", "moderate", "low", "none"),
    "humanitarian_exemptions": (True, False),
    "independent_verification": ("full", "partial", "none"),
    "peaceful_means": ("full", "partial", "none"),
    "prior_notice": (True, False),
    "prior_wrong_by_target": ("established", "disputed", "none"),
    "reversible": (True, False),
    "scale_of_response": ("none", "low", "moderate", "large", "massive"),
    "target_type": ("military", "mixed", "civilian"),
    "territory_held": ("none", "temporary", "prolonged", "annexed"),
    "third_state_rights_affected": (False, True),
    "treaty_scope": ("inside", "outside"),
    "unsc_authorisation": ("prior", "ambiguous", "none"),
    "unsc_reported_art51": (True, False),
    "use_of_force": ("none", "minor", "armed"),
    "victim_declared": (True, False),
    "victim_requested_help": (True, False),
    "voting_rule_met": (True, "disputed", False),
}
"""Values of a fact from the best for the actor to the worst."""

_LESS_SURE = ("lawful", "contested", "insufficient-facts", "unlawful")


@st.composite
def conducts(draw: Any) -> Conduct:
    """Acts of the casebook and the suite with some facts otherwise, left out, or such as nobody can show."""
    facts = dict(draw(st.sampled_from([*ACTS.values(), *(case(id_).facts for id_ in ids())])))
    for name in draw(st.lists(st.sampled_from(sorted(FACTS)), max_size=5, unique=True)):
        fact = FACTS[name]
        values = [True, False] if fact.kind == "truth" else [0, 1, 12] if fact.kind == "count" else list(fact.values)
        facts[name] = draw(st.sampled_from([*(value for value in values if fact.admits(value)), UNPROVEN, ...]))
    return Conduct("act", "x", {name: value for name, value in facts.items() if value is not ...})


def by_rule(judgement: Judgement) -> dict[str, Finding]:
    """The findings by their rule."""
    return {finding.rule: finding for finding in judgement.findings}


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_is_declared_as_its_kind_asks(rule: Rule) -> None:
    assert (rule.kind == "norm") == (rule.severity is not None) == (rule.head is not None) == (rule.owed_to is not None)
    assert set(rule.excuses) <= {id_ for id_, other in RULES.items() if other.kind == "plea"}
    assert set(rule.argued) <= set(RULES)
    assert set(rule.conditions) <= set(RULES)
    assert not rule.conditions or rule.kind == "plea"


def test_no_excuse_short_of_force_carries_a_norm_on_force_or_a_peremptory_one() -> None:
    for rule in RULES.values():
        if rule.id in FORCE or rule.severity == "peremptory" or rule.head == "conduct":
            assert not CARRIED_ALONE & set(rule.excuses), rule.id


def test_what_decides_is_a_norm_or_the_plea_that_an_act_stands_on() -> None:
    assert {RULES[rule].kind for rule in (*FORCE, *MANNER)} == {"norm"}
    assert {rule for rule in DECIDING if RULES[rule].kind != "norm"} <= {"invitation", "retorsion", "sanction"}


@settings(max_examples=300, deadline=None)
@given(conducts())
def test_what_rests_on_another_finding_is_no_surer_than_it(conduct: Conduct) -> None:
    findings = by_rule(judge(conduct))
    for finding in findings.values():
        if finding.turns_on:
            at = findings[finding.turns_on]
            assert _LESS_SURE.index(finding.verdict) >= _LESS_SURE.index(at.verdict) or at.verdict == "unlawful"
            assert finding.verdict in (at.verdict, "unlawful")


@settings(max_examples=300, deadline=None)
@given(conducts())
def test_an_excuse_works_only_on_norms_that_list_it_and_only_if_it_holds(conduct: Conduct) -> None:
    findings = by_rule(judge(conduct))
    for finding in findings.values():
        if finding.excused_by:
            assert finding.verdict == "lawful"
            assert finding.excused_by in RULES[finding.rule].excuses
            assert findings[finding.excused_by].verdict == "lawful"


@settings(max_examples=300, deadline=None)
@given(conducts())
def test_a_contested_point_has_two_views_on_different_authority_and_a_premise(conduct: Conduct) -> None:
    for finding in judge(conduct).findings:
        if finding.verdict == "contested":
            assert finding.premise is not None, finding.rule
            assert len({view.verdict for view in finding.views}) == 2, finding.rule
            assert finding.views[0].authority != finding.views[1].authority, finding.rule


@settings(max_examples=300, deadline=None)
@given(conducts())
def test_no_rule_of_armed_conflict_speaks_without_one(conduct: Conduct) -> None:
    opened = open_case(conduct)
    for rule in ("ihl-distinction", "ihl-proportionality", "ihl-precautions", "blockade", *PARTS):
        answer = opened.answer(rule)
        if answer is not None and answer.verdict != "insufficient-facts":
            assert _in_armed_conflict(conduct)


def _in_armed_conflict(conduct: Conduct) -> bool:
    opened = open_case(conduct)
    try:
        return in_armed_conflict(opened)
    except UnprovenError:
        return True


@settings(max_examples=300, deadline=None)
@given(conducts(), st.sampled_from(["established", "suspected", "rumoured"]))
def test_control_is_no_question_where_the_author_is_an_organ(conduct: Conduct, grade: str) -> None:
    by_organ = {"attack_author": "state-organ", "author_grade": grade}
    findings = by_rule(judge(Conduct("act", "x", {**conduct.facts, **by_organ})))
    views = findings["attribution-state"].views if "attribution-state" in findings else ()
    assert not [source for view in views for source in view.authority if source in (NICARAGUA_CONTROL, TADIC)]


@settings(max_examples=300, deadline=None)
@given(conducts(), st.sampled_from(["minor", "armed"]))
def test_passage_is_no_answer_where_force_was_used(conduct: Conduct, force: str) -> None:
    shown = {"response_kind": "show-of-force", "place": "strait", "use_of_force": force}
    findings = by_rule(judge(Conduct("act", "x", {**conduct.facts, **shown})))
    for rule in ("law-of-the-sea", "territorial-integrity"):
        if rule in findings:
            assert "pass through" not in findings[rule].because.msgid
            assert "Passage through a strait" not in findings[rule].because.msgid


@settings(max_examples=300, deadline=None)
@given(conducts())
def test_where_one_mark_must_do_it_is_the_graver_word(conduct: Conduct) -> None:
    judgement = judge(conduct)
    words = [word for word in (judgement.legality, judgement.manner) if word is not None]
    assert judgement.gravest == min(words, key=GRAVEST_FIRST.index)
    assert judgement.resort in (None, judgement.legality)


@pytest.mark.parametrize("id_", ids())
def test_a_worse_fact_betters_neither_word(id_: str) -> None:
    facts = case(id_).facts
    for name, values in BETTER_FIRST.items():
        for better, worse in pairwise(values) if facts.get(name) in values else ():
            good, bad = {**facts, name: better}, {**facts, name: worse}
            if not inconsistent(good) and not inconsistent(bad):
                before, after = judge(Conduct(id_, "x", good)), judge(Conduct(id_, "x", bad))
                if (before.resort is None) == (after.resort is None):
                    assert not _betters(before.legality, after.legality), (name, better, worse)
                assert not _betters(before.manner, after.manner), (name, better, worse)


def _betters(before: str | None, after: str | None) -> bool:
    """Whether a word became better; that what was not proven is now open, or the reverse, is no gain."""
    if before is None or after is None or {before, after} == {"contested", "insufficient-facts"}:
        return False
    return _LESS_SURE.index(after) < _LESS_SURE.index(before)


@pytest.mark.parametrize("id_", ids())
def test_the_facts_of_the_casebook_do_not_contradict_each_other(id_: str) -> None:
    assert judge(case(id_).conduct).inconsistent == ()


@pytest.mark.parametrize("pair", CONTRADICTIONS, ids=lambda pair: f"{pair.first}-{pair.second}-{sorted(pair.seconds)}")
def test_contradictory_facts_are_told_and_the_less_favourable_counts(pair: Any) -> None:
    for first in pair.firsts:
        for second in pair.seconds:
            judgement = judge(Conduct("act", "x", {**ACTS["defence"], pair.first: first, pair.second: second}))
            assert (pair.first, pair.second) in judgement.inconsistent
            fact, value = pair.counts
            rest = {pair.first: first, pair.second: second, fact: value}
            counted = judge(Conduct("act", "x", {**ACTS["defence"], **rest}))
            assert (judgement.legality, judgement.manner) == (counted.legality, counted.manner)
