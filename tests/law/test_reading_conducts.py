"""Files of conducts that people write."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.documents import Source
from crisis_game.law.reading import CODES, read_conducts
from crisis_game.texts import Wording

GOOD = b"- id: a\n  title: left alone\n  facts:\n    use_of_force: none\n    deaths: 3\n    armed_attack_on: null\n"


def read(data: bytes) -> tuple[list[str], list[str]]:
    given_, problems = read_conducts(Source("acts.yaml", data))
    say = Wording().say
    return [act.conduct.id for act in given_], [
        f"{problem.span.line}:{problem.span.column} {problem.code} {say(problem.message)} {say(problem.fix)}"
        for problem in problems
    ]


def test_entries_are_read_and_other_keys_ignored() -> None:
    entries, problems = read_conducts(Source("acts.yaml", GOOD))
    assert problems == ()
    assert entries[0].conduct.facts == {"use_of_force": "none", "deaths": 3, "armed_attack_on": None}
    assert entries[0].record == {}


def test_json_is_read_as_well() -> None:
    data = b'[{"id": "a", "facts": {"use_of_force": "none"}, "record": {"unsc": "silent"}}]'
    entries, problems = read_conducts(Source("acts.json", data))
    assert problems == ()
    assert entries[0].record == {"unsc": "silent"}


def test_an_unknown_fact_is_told_with_its_place_and_the_nearest_right_word() -> None:
    assert read(b"- id: a\n  facts:\n    use_of_forse: armed\n") == (
        [],
        ["3:5 E603 The vocabulary has no fact `use_of_forse`. Did you mean `use_of_force`?"],
    )


def test_a_wrong_value_is_told_with_its_place_and_the_nearest_right_word() -> None:
    (problem,) = read(b"- id: a\n  facts:\n    use_of_force: armd\n")[1]
    assert problem == (
        "3:19 E604 `use_of_force` cannot be `armd`. Did you mean `armed`? Its values are none, threat, minor and armed."
    )


def test_yes_is_not_true_and_the_cure_says_so() -> None:
    (problem,) = read(b"- id: a\n  facts:\n    unsc_had_acted: yes\n")[1]
    assert "Did you mean `true`?" in problem


def test_a_value_left_empty_is_an_error_since_a_missing_fact_is_left_out() -> None:
    (problem,) = read(b"- id: a\n  facts:\n    use_of_force:\n")[1]
    assert "Leave the line out" in problem


def test_numbers_are_whole_and_not_negative() -> None:
    for written in ("-1", "1.5", "many", "true"):
        (problem,) = read(f"- id: a\n  facts:\n    deaths: {written}\n".encode())[1]
        assert "E604" in problem


def test_all_problems_are_told_at_once_and_nothing_is_given() -> None:
    ids, problems = read(b"- id: a\n  facts:\n    x: 1\n    use_of_force: all\n- facts: {}\n- id: c\n- 5\n" + GOOD)
    assert ids == []
    assert [problem.split()[1] for problem in problems] == ["E603", "E604", "E602", "E602", "E602"]


def test_a_file_that_is_no_list_says_so() -> None:
    assert read(b"id: a\n")[1][0].split()[1] == "E601"


def test_every_code_is_explained() -> None:
    assert sorted(CODES) == ["E601", "E602", "E603", "E604"]


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"- id: a\n  facts: {text}\n".encode()))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    entries, problems = read_conducts(Source("acts.yaml", data))
    assert not (entries and problems)
