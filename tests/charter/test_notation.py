"""Rules read from plain dictionaries: every fault is found, at its place, and all in one run."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from crisis_game.charter.fields import Fault, Field, Report
from crisis_game.charter.rule_notation import RuleReader, Vocabulary, plain_rule
from crisis_game.charter.rules import DecisionRule
from tests.charter.random_rules import STATES, rules

PLAIN = Vocabulary(frozenset(STATES))
TREATY = Vocabulary(frozenset(STATES), frozenset({"large"}), frozenset({"people", "money"}), roles=True)


def faults(rule: Any, words: Vocabulary = PLAIN) -> list[Fault]:
    report = Report()
    decision_rule = RuleReader(words).read(Field(rule, ("rule",), report))
    assert (decision_rule is None) == bool(report.faults)
    return report.faults


def fault(rule: Any, words: Vocabulary = PLAIN) -> tuple[str, tuple[str | int, ...], bool]:
    (defect,) = faults(rule, words)
    return defect.code, defect.path[1:], defect.at_key


@settings(max_examples=80, deadline=None)
@given(rules)
def test_a_rule_written_out_reads_back_as_the_same_rule(rule: DecisionRule) -> None:
    report = Report()
    assert RuleReader(PLAIN).read(Field(plain_rule(rule), (), report)) == rule
    assert not report.faults


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ([], ("E301", (), False)),
        ({}, ("E303", (), True)),
        ({"kind": "majority"}, ("E304", ("kind",), False)),
        ({"kind": 3}, ("E301", ("kind",), False)),
        ({"kind": "count"}, ("E303", (), True)),
        ({"kind": "count", "needed": "2/3"}, ("E306", ("needed",), False)),
        ({"kind": "count", "needed": -1}, ("E305", ("needed",), False)),
        ({"kind": "count", "needed": True}, ("E301", ("needed",), False)),
        ({"kind": "count", "needed": 2.5}, ("E301", ("needed",), False)),
        ({"kind": "share", "needed": 2}, ("E306", ("needed",), False)),
        ({"kind": "share", "needed": "2/0"}, ("E306", ("needed",), False)),
        ({"kind": "share", "needed": "3/2"}, ("E306", ("needed",), False)),
        ({"kind": "share", "needed": "101%"}, ("E306", ("needed",), False)),
        ({"kind": "share", "needed": "> 100%"}, ("E306", ("needed",), False)),
        ({"kind": "share", "needed": "most"}, ("E306", ("needed",), False)),
        ({"kind": "unanimity", "needed": 3}, ("E311", ("needed",), True)),
        ({"kind": "unanimity", "off": "present"}, ("E302", ("off",), True)),
        ({"kind": "unanimity", "of": "all"}, ("E304", ("of",), False)),
        ({"kind": "unanimity", "quorum": "much"}, ("E306", ("quorum",), False)),
        ({"kind": "unanimity", "abstention": "no"}, ("E304", ("abstention",), False)),
        ({"kind": "unanimity", "binds": "some"}, ("E304", ("binds",), False)),
        ({"kind": "unanimity", "excluded_in_base": "maybe"}, ("E301", ("excluded_in_base",), False)),
        ({"kind": "unanimity", "veto": "permanent"}, ("E304", ("veto",), False)),
        ({"kind": "unanimity", "veto": [7]}, ("E301", ("veto", 0), False)),
        ({"kind": "unanimity", "excluded": ["victim"]}, ("E304", ("excluded", 0), False)),
        ({"kind": "unanimity", "weights": "people"}, ("E304", ("weights",), False)),
        ({"kind": "unanimity", "weights": {"A": -1}}, ("E305", ("weights", "A"), False)),
        ({"kind": "unanimity", "weights": {"A": 1.5}}, ("E301", ("weights", "A"), False)),
        ({"kind": "unanimity", "opt_out_block": {}}, ("E310", ("opt_out_block",), False)),
        ({"kind": "unanimity", "opt_out_block": {"people": "1/3"}}, ("E302", ("opt_out_block", "people"), True)),
        ({"kind": "silence", "objections": {}}, ("E310", ("objections",), False)),
        ({"kind": "silence", "objections": {"weights": "1/2"}}, ("E303", ("objections",), True)),
        ({"kind": "consensus", "objections": {"states": "1/3"}}, ("E310", ("objections",), False)),
        ({"kind": "count", "blocking_minority": {"states": "1/3"}}, ("E302", ("blocking_minority", "states"), True)),
        (
            {"kind": "count", "needed": 2, "blocking_minority": {"weights": "35%"}, "weights": {"A": 1}},
            ("E310", ("blocking_minority",), False),
        ),
        ({"kind": "share", "needed": "2/3", "casting": "A"}, ("E311", ("casting",), True)),
        ({"kind": "unanimity", "casting": "A"}, ("E311", ("casting",), True)),
        ({"kind": "count", "needed": 2, "casting": ["A"]}, ("E301", ("casting",), False)),
        ({"any_of": []}, ("E310", ("any_of",), False)),
        ({"any_of": {"kind": "consensus"}}, ("E301", ("any_of",), False)),
        ({"any_of": [{"kind": "none"}]}, ("E304", ("any_of", 0, "kind"), False)),
    ],
)
def test_fault(rule: Any, expected: tuple[str, tuple[str | int, ...], bool]) -> None:
    assert (faults(rule)[0].code, faults(rule)[0].path[1:], faults(rule)[0].at_key) == expected


def test_both_ways_of_combining_side_by_side_are_a_fault() -> None:
    rule = {"any_of": [{"kind": "consensus"}], "all_of": [{"kind": "consensus"}]}
    assert fault(rule) == ("E310", (), False)


def test_rules_must_not_lie_too_deep_nor_be_too_many() -> None:
    deep: dict[str, Any] = {"kind": "consensus"}
    for _ in range(7):
        deep = {"any_of": [deep]}
    assert faults(deep)[0].code == "E310"
    assert fault({"any_of": [{"kind": "consensus"}] * 65})[0] == "E310"
    assert not faults({"any_of": [{"kind": "consensus"}] * 64})


def test_all_faults_come_in_one_run() -> None:
    rule = {"all_of": [{"kind": "majority"}, {"kind": "count"}, {"kind": "share", "needed": "x", "quorom": 1}]}
    assert [(defect.code, defect.path[-1]) for defect in faults(rule)] == [
        ("E304", "kind"),
        ("E303", 1),
        ("E302", "quorom"),
        ("E306", "needed"),
    ]


def test_a_fault_in_a_default_is_told_once() -> None:
    assert fault({"any_of": [{"kind": "consensus"}, {"kind": "silence"}], "binds": "some"})[0] == "E304"


def test_a_treaty_may_name_roles_groups_and_tables() -> None:
    rule = {
        "kind": "count",
        "needed": 2,
        "veto": "large",
        "excluded": ["aggressor", "A"],
        "only": "victim",
        "weights": "people",
        "opt_out_block": {"states": "1/3", "people": "1/3"},
    }
    assert not faults(rule, TREATY)


@pytest.mark.parametrize(
    ("rule", "path"),
    [
        ({"kind": "unanimity", "veto": "victim"}, ("veto",)),
        ({"kind": "unanimity", "excluded": ["Z"]}, ("excluded", 0)),
        ({"kind": "unanimity", "weights": {"Z": 1}}, ("weights", "Z")),
        ({"kind": "count", "needed": 2, "casting": "large"}, ("casting",)),
        ({"kind": "silence", "objections": {"ships": "1/2"}}, ("objections", "ships")),
        ({"kind": "unanimity", "weights": "peoples"}, ("weights",)),
        ({"kind": "unanimity", "opt_out_block": {"people": "1/3", "money": "1/3"}}, ()),
        ({"kind": "count", "needed": 1, "opt_out_block": {"people": "1/3"}}, ()),
    ],
)
def test_a_treaty_must_know_what_it_names(rule: dict[str, Any], path: tuple[str | int, ...]) -> None:
    assert fault(rule, TREATY)[1] == path
