"""Rows of facts in a file: what is read of them, and every mistake in them told at its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crisis_game.scenario.fact_rows import rows_of
from crisis_game.scenario.reading.load import Reading
from crisis_game.texts import Wording

Told = Callable[[str], list[tuple[str, str]]]
PLACE = "facts: {damage: limited, attack_author: state-organ}}"
AUTHOR = "{damage: limited, attack_author: state-organ}"
BY = "known_by: caldera-did-it"


@pytest.fixture
def reading(read: Callable[..., Reading], changed: Callable[[str, str], str]) -> Callable[[str], Reading]:
    """The tiny scenario whose incident has these rows."""
    return lambda rows: read(changed(PLACE, f"facts: [{AUTHOR}, {rows}]}}"))


@pytest.fixture
def told(reading: Callable[[str], Reading], shown: Callable[..., str]) -> Told:
    """The codes of all problems with the words in the file that they are about."""

    def problems(rows: str) -> list[tuple[str, str]]:
        parsed = reading(rows)
        text = parsed.documents["tiny.yaml"]
        return [
            (problem.code, text.lines.line(problem.span.line)[problem.span.column - 1 : problem.span.end - 1])
            for problem in parsed.problems
        ]

    return problems


def test_rows_are_read_in_their_order(reading: Callable[[str], Reading]) -> None:
    row = f"{{when: truth('order'), {BY}, unsure: {{damage: limited}}, damage: extensive, attack_author: state-organ}}"
    scenario = reading(f"{{deaths: 2}}, {{damage: none}}, {row}").scenario
    assert scenario is not None
    facts = scenario.incidents["cut"].facts
    assert dict(facts) == {"damage": "none", "attack_author": "state-organ", "deaths": 2}
    (held,) = rows_of(facts)
    assert (held.when and held.when.source, held.known_by) == ("truth('order')", "caldera-did-it")
    assert (held.unsure, held.facts) == ({"damage": "limited"}, {"damage": "extensive", "attack_author": "state-organ"})


def test_a_map_stays_a_map(read: Callable[..., Reading], changed: Callable[[str, str], str]) -> None:
    scenario = read(changed(PLACE, "facts: {deaths: 2}}")).scenario
    assert scenario is not None
    assert type(scenario.incidents["cut"].facts) is dict


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ("{when: truth('order'), deaths: 3}", ("E356", "truth('order')")),
        ("{when: \"round > 1 and temperament('bold')\", deaths: 3}", ("E356", "temperament('bold')")),
        ("{when: deterrence > 50, deaths: 3}", ("E356", "deterrence")),
        ("{when: home('AAA') > 50, deaths: 3}", ("E356", "home('AAA')")),
        ("{when: arrived('second-ship'), deaths: 3}", ("E356", "arrived('second-ship')")),
        (f"{{when: round > 1, {BY}, deaths: 3}}", ("W608", "caldera-did-it")),
        ("{when: round > 1, unsure: {deaths: 1}, deaths: 3}", ("W608", "{")),
        (f"{{when: truth('order'), {BY}, unsure: {{damage: limited}}, deaths: 3}}", ("E357", "limited")),
        (f"{{when: truth('order'), {BY}, unsure: {{deaths: 3}}, deaths: 3}}", ("E357", "3")),
        (f"{{when: truth('anchor'), {BY}, deaths: 3}}", ("E358", "caldera-did-it")),
        (f"{{when: \"truth('anchor') and truth('order')\", {BY}, deaths: 3}}", ("W607", '"truth(')),
        ("{when: round > 1, dead: 3}", ("E353", "dead")),
        (f"{{when: truth('order'), {BY}, damage: vast}}", ("E354", "vast")),
        (f"{{when: truth('order'), {BY}, unsure: {{damage: vast}}, damage: none}}", ("E354", "vast")),
        ("{when: truth('order'), known_by: caldera, deaths: 3}", ("E351", "caldera")),
        ("{when: truth('ordr'), known_by: caldera-did-it, deaths: 3}", ("E407", "'ordr'")),
        ("{when: truth('order'), known_by: [caldera-did-it], deaths: 3}", ("E203", "[")),
        ("deaths", ("E203", "deaths")),
    ],
)
def test_what_is_wrong_with_a_row_is_told_where_it_stands(rows: str, problem: tuple[str, str], told: Told) -> None:
    codes = [(code, words) for code, words in told(rows) if not code.startswith("W6") or code == problem[0]]
    assert [code for code, _ in codes] == [problem[0]]
    assert codes[0][1].startswith(problem[1])


def test_an_inject_that_all_get_and_a_milestone_over_what_all_see_are_plain(
    read: Callable[..., Reading], changed: Callable[[str, str], str]
) -> None:
    plain = "{when: \"arrived('banks-close') and is('hot')\", deaths: 3}"
    text = changed(PLACE, f"facts: [{AUTHOR}, {plain}, {{when: is('told'), deaths: 4}}]}}")
    milestones = "\nmilestones:\n  hot: {when: escalation >= 60}\n  told: {when: \"is('hot') and truth('order')\"}\n"
    problems = read(f"{text}{milestones}").problems
    assert [problem.code for problem in problems] == ["E356"]
    assert "is('told')" in Wording().say(problems[0].message)


@pytest.mark.parametrize(
    "row",
    [
        "{attack_timing: feared, attack_launched: true}",
        "{attack_timing: feared}, {when: round > 1, attack_launched: true}",
        "{attack_timing: feared}, {when: truth('order'), known_by: caldera-did-it, "
        "unsure: {attack_launched: true}, attack_launched: false}",
    ],
)
def test_facts_that_exclude_each_other_are_told_in_each_row_where_they_meet(row: str, told: Told) -> None:
    assert [code for code, _ in told(row)] == ["W628"]


def test_what_rules_read_cannot_hang_on_a_condition(
    read: Callable[..., Reading], changed: Callable[[str, str], str]
) -> None:
    escort = "{id: escort, facts: [{when: round > 1, use_of_force: armed}]}"
    step = "facts: [{when: round > 1, use_of_force: armed}]}"
    plain = "facts: {response_kind: covert-operation, use_of_force: none}}"
    for old, new in (("sanctions, escort]", f"sanctions, {escort}]"), (plain, step)):
        codes = {problem.code for problem in read(changed(old, new)).problems}
        assert "E357" in codes
