"""Tests that scenarios carry: what they can say, what is told when one fails, and that shipped ones hold."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from inspect import get_annotations, signature
from pathlib import Path
from typing import Any, ClassVar, Literal, get_args, get_origin

import pytest

from crisis_game.engine.act import EVERY_BEAT, PLAYERS, Act
from crisis_game.engine.acts import ACTS
from crisis_game.engine.event import Event
from crisis_game.engine.machine import EVENT_KINDS
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.library import ScenarioFiles, find, list_scenarios
from crisis_game.scenario.reading.load import Reading, read_scenario
from crisis_game.texts import Wording
from crisis_game.workshop.trials import trial_problems

ROOT = Path(__file__).parents[2]
WORDS = ROOT / "crisis_game" / "scenario" / "reading" / "trial_words.py"
TINY = (ROOT / "tests" / "data" / "tiny.yaml").read_text(encoding="utf-8")
CATALOGUE = (ROOT / "scenarios" / "measures.yaml").read_bytes()


def reading(test: str) -> Reading:
    text = f"{TINY}\ntests:\n  one:\n    why: It is so.\n" + "".join(f"    {line}\n" for line in test.splitlines())
    parsed = read_scenario(ScenarioFiles("tiny.yaml", {"tiny.yaml": text.encode(), "measures.yaml": CATALOGUE}))
    assert not [problem for problem in parsed.problems if problem.severity == "error"], parsed.problems
    return parsed


def told(test: str) -> list[tuple[str, str, str]]:
    """For each failure: its code, the line it points at, and its sentence."""
    parsed = reading(test)
    wording = Wording()
    return [
        (
            problem.code,
            parsed.documents[problem.file].excerpt(problem.span).splitlines()[0].strip(),
            wording.say(problem.message),
        )
        for problem in trial_problems(parsed)
    ]


HOLDS = {
    "time that passes": "then: [arrived('banks-close'), home('AAA') < 60]",
    "a later round": "given: {round: 2, beat: orders}\nwhen: the beat ends\nthen: round == 2",
    "a truth": "given: {truth: order}\nthen: truth('order')",
    "another truth": "given: {truth: anchor, temperament: bold}\nthen: truth('anchor') and temperament('bold')",
    "a gauge": "given: {gauges: {escalation: 90}}\nwhen: {seat: AAA, command: open-accounts}\nthen: escalation >= 80",
    "an adopted package": "given: {adopted: firm}\nwhen: the game ends\nthen: adopted('firm')",
    "a command": """\
when: {seat: AAA, command: {kind: grade-claim, claim: caldera-did-it, grade: suspected}}
then:
  - event: {kind: belief-graded, seat: AAA, grade: suspected}
  - never: {kind: belief-graded, seat: BBB}""",
    "a refusal": """\
given: {choices: [{seat: AAA, command: set-ready}]}
when: {seat: AAA, command: set-ready}
then: [{refused: already-ready}]""",
    "choices in later beats": """\
given:
  choices:
    - {seat: AAA, command: {kind: table-text, package: firm}, beat: table}
    - {seat: AAA, command: {kind: cast-vote, text: aaa-1, vote: "yes"}, beat: orders}
    - {seat: BBB, command: {kind: cast-vote, text: aaa-1, vote: "no"}}
when: the round ends
then:
  - not adopted('firm')
  - event: {kind: ballot-counted, text: aaa-1, result: {adopted: false}}""",
    "a finding": """\
given: {adopted: firm}
when: the round ends
then: [{finding: {rule: retorsion, verdict: lawful, about: protest}}]""",
}


@pytest.mark.parametrize("test", HOLDS.values(), ids=HOLDS.keys())
def test_what_holds_is_not_told(test: str) -> None:
    assert told(test) == []


def test_a_condition_that_fails_is_told_with_its_values() -> None:
    [(code, line, sentence)] = told(
        "given: {gauges: {grip: 50}}\nwhen: {seat: AAA, command: set-ready}\nthen: grip < 20"
    )

    assert (code, line) == ("E540", "then: grip < 20")
    assert sentence == "The test one expected: grip < 20. Instead: grip is 50"


def test_an_event_that_came_otherwise_is_shown() -> None:
    test = """\
when: {seat: AAA, command: {kind: grade-claim, claim: caldera-did-it, grade: suspected}}
then:
  - escalation >= 0 or accused
  - event: {kind: belief-graded, grade: established}
  - event: ballot-counted
  - never: belief-graded"""
    failures = told(test)

    assert [line[:8] for _, line, _ in failures] == ["- event:", "- event:", "- never:"]
    assert "but as {kind: belief-graded, grade: suspected}" in failures[0][2]
    assert failures[1][2].endswith("Instead: no event ballot-counted came")
    assert failures[2][2].endswith("Instead: it came")


def test_how_it_came_is_told_in_the_last_sentences() -> None:
    [problem] = trial_problems(reading("then: escalation > 99"))

    assert "The last that came: " in Wording().say(problem.fix)
    assert "Sealed order" in Wording().say(problem.fix)


def test_a_refused_command_fails_at_the_command() -> None:
    [(code, line, sentence)] = told("when: {seat: AAA, command: {kind: cosponsor, text: bbb-1}}\nthen: not accused")

    assert (code, line[:5]) == ("E540", "when:")
    assert "it is refused (" in sentence


UNABLE = """\
given:
  choices:
    - {seat: AAA, command: {kind: cosponsor, text: x}}
then: accused"""
BACKWARDS = """\
given:
  choices:
    - {seat: AAA, command: set-ready, round: 2}
    - {seat: BBB, command: set-ready, round: 1}
then: accused"""
NO_GRADE = """\
when: {seat: AAA, command: {kind: grade-claim, claim: caldera-did-it, grade: sure}}
then: accused"""


@pytest.mark.parametrize(
    ("test", "says"),
    [(UNABLE, "choice 1 is refused"), (BACKWARDS, "does not come to"), (NO_GRADE, "cannot be read")],
)
def test_what_cannot_be_given_is_said(test: str, says: str) -> None:
    [(code, _, sentence)] = told(test)

    assert code == "E541"
    assert says in sentence


def test_the_same_test_comes_out_the_same() -> None:
    test = "given: {truth: order, round: 2}\nwhen: the game ends\nthen: escalation > 99"

    assert told(test) == told(test)


@pytest.mark.parametrize("name", [listing.id for listing in list_scenarios()])
def test_shipped_scenarios_carry_tests_that_hold(name: str) -> None:
    parsed = read_scenario(find(name))
    assert parsed.scenario is not None

    assert len(parsed.scenario.trials) >= 2
    assert trial_problems(parsed) == ()


BEATS = ("situation", "table", "orders")


def words_of_tests() -> str:
    """The file of words that tests can use, as the acts and the events give them."""
    commands = [f'    "{act.kind}": "{fields_of(act)}",' for act in ACTS if act.roles & PLAYERS]
    beats = [
        f'    "{act.kind}": "{" ".join(beat for beat in BEATS if beat in act.beats)}",'
        for act in ACTS
        if act.roles & PLAYERS and not act.beats >= EVERY_BEAT
    ]
    values = [
        f'    "{act.kind} {field}": "{words}",'
        for act in ACTS
        if act.roles & PLAYERS
        for field, words in values_of(act)
    ]
    events = [f'    "{kind}": "{fields_of(event)}",' for kind, event in sorted(EVENT_KINDS.items())]
    head, *tables = re.split(r"(?m)^(?=\w+: Mapping)", WORDS.read_text(encoding="utf-8"))
    filled = [
        re.sub(r"(?s)\{\n.*\n\}", lambda _, rows=rows: "\n".join(("{", *rows, "}")), table)
        for table, rows in zip(tables, (commands, beats, values, events), strict=True)
    ]
    return head + "".join(filled)


def values_of(act: type[Act]) -> Iterator[tuple[str, str]]:
    """The fields of a command that take one of a few words, with these; of a record its keys in braces."""
    kinds = get_annotations(
        act, globals=vars(sys.modules[act.__module__]), locals={"ClassVar": ClassVar}, eval_str=True
    )
    for name in signature(act).parameters:
        kind = kinds[name]
        if words := words_in(kind):
            yield name, " ".join(words)
        elif is_dataclass(kind) and kind is not Draft:
            yield name, " ".join(field.name for field in fields(kind)).join("{}")


def words_in(kind: Any) -> list[str]:
    if get_origin(kind) is Literal:
        return [str(word) for word in get_args(kind)]
    return ["true", "false"] if kind is bool else [word for part in get_args(kind) for word in words_in(part)]


def fields_of(kind: type[Act] | type[Event]) -> str:
    """The fields of a command or an event; those that may be left out with `?`; who sees an event is not tested."""
    parameters = [
        parameter
        for parameter in signature(kind).parameters.values()
        if issubclass(kind, Act) or parameter.name != "to"
    ]
    optional = [issubclass(kind, Act) and parameter.default is not parameter.empty for parameter in parameters]
    return " ".join(
        f"{parameter.name}?" if free else parameter.name for parameter, free in zip(parameters, optional, strict=True)
    )


def test_every_kind_of_command_and_event_can_be_named() -> None:
    """`UPDATE_PAGES=1` writes the words anew."""
    if os.environ.get("UPDATE_PAGES"):
        WORDS.write_text(words_of_tests(), encoding="utf-8")
    assert WORDS.read_text(encoding="utf-8") == words_of_tests()


def examples() -> list[str]:
    """The tests in the page about the format, each as it stands there."""
    page = (ROOT / "docs" / "scenario-format.md").read_text(encoding="utf-8")
    part = page.partition("## 8. Tests of a scenario")[2].partition("\n## 9.")[0]
    return [block.partition("```")[0] for block in part.split("```yaml\n")[1:]]


def test_the_page_has_examples() -> None:
    assert len(examples()) == 4


@pytest.mark.parametrize("example", examples())
def test_every_example_of_the_page_holds(example: str) -> None:
    text = f"{TINY}\n{example}"
    parsed = read_scenario(ScenarioFiles("tiny.yaml", {"tiny.yaml": text.encode(), "measures.yaml": CATALOGUE}))
    assert parsed.scenario is not None, parsed.problems

    assert parsed.scenario.trials
    assert trial_problems(parsed) == ()
