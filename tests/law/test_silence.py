"""What is remembered of silent rules changes nothing that the judge says, whatever was judged before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.law import Conduct, judge
from crisis_game.law import rule as rules
from crisis_game.law.casebook import library
from crisis_game.law.conduct import FactValue
from crisis_game.law.silence import LONGEST, MOST, Silences
from crisis_game.law.vocabulary import FACTS

ACTS = library()
NAMES = sorted(FACTS)


@st.composite
def conducts(draw: st.DrawFn) -> Conduct:
    """An act of the casebook with some facts otherwise, null, or left out."""
    facts: dict[str, FactValue] = dict(draw(st.sampled_from(ACTS)).conduct.facts)
    for name in draw(st.lists(st.sampled_from(NAMES), max_size=6)):
        values = [*FACTS[name].values] if FACTS[name].values else [True, False, 0, 3]
        facts[name] = draw(st.sampled_from([*values, None]))
    for name in draw(st.lists(st.sampled_from(sorted(facts)), max_size=4)):
        facts.pop(name, None)
    return Conduct("act", "", facts)


@given(conducts())
def test_who_remembers_and_who_does_not_say_the_same(conduct: Conduct) -> None:
    warm = judge(conduct)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rules, "SILENCES", Silences())
        cold = judge(conduct)
    assert warm == cold == judge(conduct)


def test_a_rule_is_known_to_be_silent_only_on_the_same_facts() -> None:
    silences = Silences()
    silences.remember("a", ("kind", "force", "kind"), {"kind": "talk", "force": None})
    silences.remember("a", ("kind",), {"kind": "law"})
    silences.remember("b", (), {})
    assert silences.known({"kind": "talk", "force": None}) == {"a": ("kind", "force"), "b": ()}
    assert silences.known({"kind": "law"}) == {"a": ("kind",), "b": ()}
    assert silences.known({"kind": "talk"}) == {"b": ()}
    assert silences.known({"kind": "talk", "force": "armed"}) == {"b": ()}


def test_neither_long_paths_nor_too_many_are_remembered() -> None:
    silences = Silences()
    silences.remember("a", map(str, range(LONGEST + 1)), {})
    assert silences.known({}) == {}
    for number in range(MOST + 10):
        silences.remember("a", ("n",), {"n": number})
    assert silences.known({"n": MOST - 1}) == {"a": ("n",)}
    assert silences.known({"n": MOST}) == {}
