"""What is remembered of rules changes nothing that the judge says, whatever was judged before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.law import Conduct, judge
from crisis_game.law import rule as rules
from crisis_game.law.casebook import library
from crisis_game.law.conduct import FactValue
from crisis_game.law.finding import Verdict
from crisis_game.law.judge import open_case
from crisis_game.law.memory import LONGEST, MOST, Memory, Said
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
        patch.setattr(rules, "MEMORY", Memory())
        cold = judge(conduct)
    assert warm == cold == judge(conduct)


@given(conducts(), st.sampled_from(["lawful", "unlawful", "contested"]))
def test_a_trial_takes_its_assumption_over_what_is_remembered(conduct: Conduct, assumed: Verdict) -> None:
    for finding in judge(conduct).findings:
        answers = open_case(conduct, {finding.rule: assumed}).answers()
        assert answers[finding.rule].verdict == assumed


@pytest.mark.parametrize("facts", [{"law_of": "classical"}, {"omission": "pledge-broken"}], ids=str)
def test_rules_that_an_older_law_or_an_omission_silences_stay_silent(facts: dict[str, FactValue]) -> None:
    """They would speak on the same facts otherwise, and have."""
    act = next(act for act in ACTS if act.id == "ukraine-defence-2022").conduct
    spoken = {finding.rule for finding in judge(act).findings}
    now = {finding.rule for finding in judge(Conduct("act", "", {**act.facts, **facts})).findings}
    assert {"armed-attack", "sd-immediacy"} <= spoken
    assert not {"armed-attack", "sd-immediacy"} & now


def test_what_a_rule_said_is_known_only_on_the_same_facts() -> None:
    memory: Memory[str] = Memory()
    memory.remember("a", None, ("kind", "force", "kind"), {"kind": "talk", "force": None})
    memory.remember("a", "no", ("kind",), {"kind": "law"})
    memory.remember("b", "yes", (), {})
    always = {"b": Said((), "yes")}
    assert memory.known({"kind": "talk", "force": None}) == always | {"a": Said(("kind", "force"), None)}
    assert memory.known({"kind": "law"}) == always | {"a": Said(("kind",), "no")}
    assert memory.known({"kind": "talk"}) == always
    assert memory.known({"kind": "talk", "force": "armed"}) == always


def test_neither_long_paths_nor_too_many_are_remembered() -> None:
    memory: Memory[str] = Memory()
    memory.remember("a", None, map(str, range(LONGEST + 1)), {})
    assert memory.known({}) == {}
    memory.remember("a", None, map(str, range(LONGEST)), {})
    assert set(memory.known({})) == {"a"}
    memory = Memory()
    for number in range(MOST + 10):
        memory.remember("a", None, ("n",), {"n": number})
    assert memory.known({"n": MOST - 1}) == {"a": Said(("n",), None)}
    assert memory.known({"n": MOST}) == {}


def test_what_another_thread_remembers_meanwhile_stops_nobody() -> None:
    memory: Memory[str] = Memory()
    memory.remember("a", "yes", ("kind",), {"kind": "talk"})

    class Facts(dict[str, FactValue]):
        def get(self, name: str, default: object = None) -> object:
            memory.remember(f"rule {name}", None, (), {})
            return super().get(name, default)

    assert memory.known(Facts(kind="talk"))["a"] == Said(("kind",), "yes")
