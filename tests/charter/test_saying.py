"""What is needed and why it came out so, in words."""

from __future__ import annotations

from typing import Any

import pytest

from crisis_game.charter.circumstances import Circumstances, rule_at
from crisis_game.charter.sentences import explain, needed_briefly, needed_now
from crisis_game.texts import Wording
from tests.charter.counting import count, read_rule, shipped

SAY = Wording().say
COUNT = {"kind": "count", "needed": 4}
EITHER = {"any_of": [{"kind": "consensus"}, {"kind": "count", "needed": 2}]}
THIRD = {"kind": "silence", "objections": {"states": "1/3"}}
CAST = {"kind": "share", "needed": "1/2", "casting": "A"}
TWO_AND_B = {"all_of": [{"kind": "count", "needed": 2}, {"kind": "unanimity", "only": ["B"]}]}


@pytest.mark.parametrize(
    ("rule", "votes", "words"),
    [
        (COUNT, {"yes": "A B C D"}, "4 in favour, 4 needed: adopted."),
        (COUNT, {"yes": "A B C", "no": "D"}, "Shortfall: 3 in favour, 4 needed."),
        (
            {**COUNT, "veto": ["E"]},
            {"yes": "A B C D", "no": "E"},
            "4 in favour, 4 needed, but vetoed by E: not adopted.",
        ),
        ({**COUNT, "quorum": 6}, {"yes": "A B C D"}, "Too few are present for a decision: no quorum."),
        ({"kind": "consensus"}, {"yes": "A", "abstain": "B"}, "Nobody against: adopted."),
        ({"kind": "consensus"}, {"yes": "A", "no": "C B"}, "Blocked by B and C: not adopted."),
        ({"kind": "silence"}, {"absent": "A B"}, "Nobody broke silence: adopted."),
        ({"kind": "silence"}, {"no": "A"}, "Silence broken by A: not adopted."),
        (THIRD, {"no": "A", "absent": "B C D"}, "1 against, where 2 break silence: adopted."),
        (THIRD, {"no": "A B", "absent": "C D"}, "Silence broken by A and B: not adopted."),
        (
            {"all_of": [THIRD, {"kind": "consensus"}]},
            {"yes": "B C D", "no": "A"},
            "Blocked by A: 1 against, where 2 break silence, and A against.",
        ),
        (CAST, {"yes": "A B", "no": "C D"}, "2 in favour, 2 against, and the casting vote of A: adopted."),
        (
            {"any_of": [{"kind": "consensus"}, CAST]},
            {"yes": "A B", "no": "C D"},
            "Adopted: C and D against, or 2 in favour (2 needed with the casting vote of A).",
        ),
        (TWO_AND_B, {"yes": "A B"}, "Adopted: 2 in favour (2 needed), and B in favour."),
        (TWO_AND_B, {"yes": "A C", "abstain": "B"}, "Shortfall: 2 in favour (2 needed), and B not in favour."),
        (TWO_AND_B, {"yes": "A C D", "no": "B"}, "Blocked by B: 3 in favour (2 needed), and B not in favour."),
        (
            {"all_of": [{**COUNT, "veto": ["E"]}, {"kind": "consensus"}]},
            {"yes": "A B C D", "no": "E"},
            "Vetoed by E: 4 in favour (4 needed), and E against.",
        ),
        (
            {"all_of": [{"kind": "silence"}, COUNT]},
            {"yes": "A B C D", "no": "E"},
            "Silence broken by E: silence broken by E, and 4 in favour (4 needed).",
        ),
        ({"kind": "unanimity", "only": ["B"]}, {"yes": "A", "abstain": "B"}, "Shortfall: B must be in favour."),
        (EITHER, {"yes": "A B", "no": "C"}, "Adopted: C against, or 2 in favour (2 needed)."),
        (EITHER, {"yes": "A", "no": "C"}, "Shortfall: C against, or 1 in favour (2 needed)."),
        (
            {"all_of": [EITHER, {"kind": "silence"}]},
            {"yes": "A B", "abstain": "C"},
            "Adopted: nobody against, or 2 in favour (2 needed), and nobody broke silence.",
        ),
        (
            {**COUNT, "binds": "those-in-favour"},
            {"yes": "A B C D", "no": "E"},
            "4 in favour, 4 needed: adopted. It binds only those in favour.",
        ),
        ({**COUNT, "binds": "none"}, {"yes": "A B C D"}, "4 in favour, 4 needed: adopted. It binds nobody."),
        ({**COUNT, "binds": "those-in-favour"}, {"yes": "A"}, "Shortfall: 1 in favour, 4 needed."),
        (
            {**COUNT, "abstention": "opt-out"},
            {"yes": "A B C D", "abstain": "E"},
            "4 in favour, 4 needed: adopted. It does not bind E: opted out.",
        ),
        (
            {
                "kind": "share",
                "needed": "2/3",
                "of": "eligible",
                "excluded": ["E", "F"],
                "excluded_in_base": "disputed",
            },
            {"yes": "A B C", "no": "D E F"},
            "Shortfall: 3 in favour, 4 needed. By the other reading of the treaty it would be adopted.",
        ),
    ],
)
def test_why(rule: dict[str, Any], votes: dict[str, str], words: str) -> None:
    assert SAY(explain(count(rule, **votes))) == words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ({"kind": "share", "needed": "2/3", "of": "eligible"}, "4 of 6 in favour"),
        ({"kind": "share", "needed": "1/2"}, "4 of 6 in favour if all vote"),
        ({"kind": "count", "needed": 5, "weights": {"A": 4, "B": 3}}, "5 of 7 by weight in favour"),
        ({"kind": "count", "needed": 4, "excluded": ["F"]}, "4 of 5 in favour"),
        ({"kind": "count", "needed": 4, "veto": ["A", "B"]}, "4 of 6 in favour, and none of A and B against"),
        ({"kind": "count", "needed": 4, "quorum": "2/3"}, "4 of 6 in favour, with 4 present"),
        ({"kind": "count", "needed": 4, "quorum": "as-needed"}, "4 of 6 in favour"),
        ({"kind": "unanimity"}, "6 of 6 in favour, less those who abstain"),
        ({"kind": "unanimity", "abstention": "blocks"}, "6 of 6 in favour"),
        ({"kind": "consensus"}, "nobody against"),
        ({"kind": "silence"}, "nobody breaks silence"),
        ({"any_of": [{"kind": "consensus"}, {"kind": "count", "needed": 4}]}, "nobody against, or 4 of 6 in favour"),
        (TWO_AND_B, "2 of 6 in favour, and B in favour"),
        (
            {
                "kind": "share",
                "needed": "2/3",
                "of": "eligible",
                "excluded": ["E", "F"],
                "excluded_in_base": "disputed",
            },
            "4 of 4 in favour",
        ),
    ],
)
def test_what_is_needed(rule: dict[str, Any], words: str) -> None:
    assert SAY(needed_now(read_rule(rule), "ABCDEF")) == words


def test_hesk_in_the_words_of_the_screen() -> None:
    hesk = shipped("hesk-compact")
    states = {"state": hesk.names}
    circumstances = Circumstances.of({"victim": ["BEL"]})
    rule = rule_at(hesk, "council", "armed-force", circumstances)
    assert rule is not None
    words = Wording("en", states).say(needed_now(rule, hesk.members))
    assert words == "5 of 6 in favour, and Belmare in favour"


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (THIRD, "fewer than 2 of 6 against"),
        (
            {"kind": "silence", "objections": {"weights": "1/2"}, "weights": {"A": 6, "B": 4}},
            "fewer than 6 of 10 by weight against",
        ),
        (CAST, "4 of 6 in favour if all vote, or a tie with A in favour"),
        ({"kind": "count", "blocking_minority": {"weights": "35%"}, "weights": {"A": 6, "B": 4}}, "5 of 6 in favour"),
    ],
)
def test_what_rules_of_objection_and_tie_take(rule: dict[str, Any], words: str) -> None:
    assert SAY(needed_now(read_rule(rule, "A B C D E F"), "ABCDEF")) == words


def test_what_a_tie_takes_in_few_words() -> None:
    assert SAY(needed_briefly(read_rule(CAST, "A B C D"), "ABCD")) == "3 of 4, or a tie with A"
