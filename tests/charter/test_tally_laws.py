"""What must hold of every rule and every vote."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.charter.rules import Combined, DecisionRule, Leaf, Vote, leaves
from crisis_game.charter.tally import TallyResult, tally
from tests.charter.random_rules import STATES, VOTES, rules, votes
from tests.charter.random_rules import leaves as random_leaves

law = settings(max_examples=80, deadline=None)


@law
@given(rules, votes, st.sampled_from(STATES))
def test_a_no_that_turns_into_a_yes_never_brings_a_text_down(
    rule: DecisionRule, cast: dict[str, Vote], state: str
) -> None:
    before = tally(rule, {**cast, state: "no"})
    after = tally(rule, {**cast, state: "yes"})
    assert after.adopted or not before.adopted


@law
@given(rules, votes, st.data())
def test_the_vote_of_the_excluded_never_matters(rule: DecisionRule, cast: dict[str, Vote], data: st.DataObject) -> None:
    excluded = frozenset.intersection(*(leaf.excluded for leaf in leaves(rule)))
    otherwise = {**cast, **{state: data.draw(st.sampled_from(VOTES)) for state in sorted(excluded & set(STATES))}}
    assert tally(rule, cast) == tally(rule, otherwise)


@law
@given(random_leaves(), votes, st.sampled_from(STATES))
def test_no_leaf_passes_over_the_no_of_a_member_with_a_veto(rule: Leaf, cast: dict[str, Vote], state: str) -> None:
    armed = replace(rule, veto=frozenset((state,)), excluded=frozenset(), only=None)
    assert not tally(armed, {**cast, state: "no"}).adopted


@law
@given(rules, votes)
def test_result_and_reason_agree(rule: DecisionRule, cast: dict[str, Vote]) -> None:
    for result in everything(tally(rule, cast)):
        assert result.adopted == (result.reason == "adopted")
        assert bool(result.blocked_by) == (result.reason in ("silence-broken", "blocked", "vetoed"))
        assert result.adopted or result.binds == "none"
        assert not (result.adopted and result.disputed)
        assert result.reason != "shortfall" or result.in_favour < result.needed
        assert result.reason not in ("adopted", "vetoed") or result.in_favour >= result.needed


@law
@given(rules, votes)
def test_a_combination_is_adopted_as_its_parts_say(rule: DecisionRule, cast: dict[str, Vote]) -> None:
    result = tally(Combined("all_of", (rule, rule)), cast)
    either = tally(Combined("any_of", (rule, rule)), cast)
    alone = tally(rule, cast)
    assert result.adopted == either.adopted == alone.adopted
    assert result.reason == either.reason == alone.reason


@law
@given(rules, votes)
def test_the_order_of_votes_never_matters(rule: DecisionRule, cast: dict[str, Vote]) -> None:
    assert tally(rule, cast) == tally(rule, dict(reversed(list(cast.items()))))


def everything(result: TallyResult) -> list[TallyResult]:
    return [result, *(inner for part in result.parts for inner in everything(part))]
