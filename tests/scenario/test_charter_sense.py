"""What a charter can contradict itself in; times and bases that can never come; no alarm where all is well."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from crisis_game.charter.reading import charter_of
from crisis_game.conditions.parser import ConditionError, parse
from crisis_game.documents import Source, read_yaml
from crisis_game.scenario.reading.check_charter import charter_sense
from crisis_game.scenario.reading.check_file import check_file
from crisis_game.scenario.reading.check_rounds import is_beyond_players
from crisis_game.scenario.reading.context import UNREAD
from crisis_game.scenario.reading.load import Reading

SHIPPED = Path(__file__).parents[2] / "scenarios"
FILES = [*sorted((SHIPPED / "charters").glob("*.yaml")), *sorted(SHIPPED.glob("*.yaml"))]

CHARTER = """\
format: 1
id: three
name: The Compact of Three
members: [AAA, BBB, CCC]
groups: {two: [AAA, BBB]}
tables: {people: {AAA: 3, BBB: 1}}
organs:
  - id: council
    decides:
      - {matter: any, rule: RULE}
    fallback: {organ: senate}
  - id: senate
    members: [AAA, BBB]
    decides:
      - {matter: any, rule: {kind: consensus}}
"""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_shipped_gives_an_alarm(path: Path) -> None:
    assert check_file(str(path)).problems == ()


def codes(charter: str) -> list[str]:
    document = read_yaml(Source("three.yaml", charter.encode()))
    read, problems = charter_of(document)
    assert read is not None, problems
    return [problem.code for problem in charter_sense(read, document)]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("{kind: count, needed: 3}", []),
        ("{kind: count, needed: 4}", ["E312"]),
        ("{kind: count, needed: all-1}", []),
        ("{kind: count, needed: 4, weights: people}", []),
        ("{kind: count, needed: 5, weights: people}", ["E312"]),
        ("{kind: count, needed: 3, only: two}", ["E312"]),
        ("{kind: share, needed: 1/2, quorum: 3}", []),
        ("{kind: share, needed: 1/2, quorum: 4}", ["E312"]),
        ("{any_of: [{kind: count, needed: 4}, {kind: consensus}]}", []),
        ("{all_of: [{kind: count, needed: 4}, {kind: consensus}]}", ["E312"]),
        ("{kind: count, needed: 3, excluded: party-to-dispute}", []),
        ("{kind: count, needed: 9, only: disputants}", []),
        ("{kind: share, needed: 2/3, veto: two}", []),
        ("{kind: share, needed: 2/3, only: CCC, veto: two}", ["W622"]),
    ],
)
def test_a_rule_that_nobody_can_meet(rule: str, expected: list[str]) -> None:
    assert codes(CHARTER.replace("RULE", rule)) == expected


@pytest.mark.parametrize(
    ("ways", "expected"),
    [
        ("{kind: count, needed: all-1}, {kind: unanimity}", ["W656"]),
        ("{kind: count, needed: 1}, {all_of: [{kind: count, needed: 2}, {kind: consensus}]}", ["W656"]),
        ("{kind: count, needed: 2}, {kind: share, needed: 2/3, of: eligible}", []),
        ("{kind: count, needed: 1}, {kind: share, needed: 2/3}", []),
        ("{kind: count, needed: 1, veto: two}, {kind: unanimity}", []),
        ("{kind: count, needed: 1, binds: those-in-favour}, {kind: unanimity}", []),
    ],
)
def test_ways_of_a_rule_of_which_one_leaves_the_other_nothing(ways: str, expected: list[str]) -> None:
    rule = f"{{any_of: [{ways}]}}"
    assert codes(CHARTER.replace("RULE", rule)) == expected


def test_a_name_that_a_number_sign_cuts() -> None:
    assert codes(CHARTER.replace("RULE", "{kind: consensus}").replace("of Three", "of #3")) == ["W651"]


def test_two_ways_out_that_lead_to_one_another() -> None:
    circle = CHARTER.replace("RULE", "{kind: consensus}").replace(
        "    members: [AAA, BBB]\n", "    members: [AAA, BBB]\n    fallback: {organ: council}\n"
    )

    assert codes(circle) == ["E313", "E313"]


def test_an_amendment_that_no_organ_decides() -> None:
    bare = CHARTER.replace("RULE", "{kind: consensus}").replace("matter: any", "matter: sanctions")

    assert codes(f"{bare}amendment: {{text: It can be changed., matter: budget}}\n") == ["W621"]


@pytest.mark.parametrize(
    ("line", "beyond"),
    [
        ("truth('order') and round > 1", True),
        ("not drawn('fog', 'thick')", True),
        ("truth('order') and adopted('protest')", False),
        ("grip < 20", False),
        ("(((", False),
    ],
)
def test_what_no_player_can_do_anything_about(line: str, beyond: bool) -> None:
    try:
        tree = parse(line)
    except ConditionError:
        tree = UNREAD

    assert is_beyond_players(tree) is beyond


@pytest.mark.parametrize(
    ("when", "number", "warned"),
    [
        ("adopted('protest')", 1, True),
        ("not adopted('protest')", 1, False),
        ("adopted('protest') or accused", 1, False),
        ("adopted('protest') and accused", 1, True),
        ("adopted('protest')", 2, False),
        ("round > 1", 1, True),
        ("round < 2", 2, True),
        ("not round < 2", 1, True),
    ],
)
def test_a_condition_against_its_round(
    when: str, number: int, warned: bool, read: Callable[..., Reading], changed: Callable[[str, str], str]
) -> None:
    text = changed("when: not adopted('protest')", f"when: {when}").replace("    round: 2\n", f"    round: {number}\n")

    assert ("W625" in {problem.code for problem in read(text).problems}) is warned


@pytest.mark.parametrize(
    ("facts", "basis", "warned"),
    [
        ("{deaths: 0, damage: limited}", "self-defence", True),
        ("{deaths: 12}", "self-defence", False),
        ("{damage: extensive, area: wide}", "collective-self-defence", False),
        ("{attack_by_cyber: true, cyber_effect: data}", "self-defence", True),
        ("{attack_by_cyber: true, cyber_effect: physical}", "self-defence", False),
        ("{deaths: 0, damage: none}", "retorsion", False),
    ],
)
def test_a_basis_against_the_facts(
    facts: str, basis: str, warned: bool, read: Callable[..., Reading], changed: Callable[[str, str], str]
) -> None:
    text = changed("round: 0, victim: AAA", f"round: 0, facts: {facts}, victim: AAA")
    text = text.replace("draft: {measures: [protest],", f"draft: {{basis: {basis}, measures: [protest],")

    assert ("W624" in {problem.code for problem in read(text).problems}) is warned
