"""Crises without a foreign state on a ladder, three sketches and two scenarios that authors wrote for format 1.

They load, their own tests hold, and each of these can fail.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from crisis_game.engine.decision_rules import AGAINST
from crisis_game.engine.events.responses import AloneOrdered
from crisis_game.players.playout import playout
from crisis_game.players.policy import POLICIES
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.reading.load import Reading, read_scenario
from crisis_game.texts import Wording
from crisis_game.workshop.trials import run_trial, trial_problems
from tests.workshop.read_out import read_out

ROOT = Path(__file__).parents[2]
CATALOGUE = (ROOT / "scenarios" / "measures.yaml").read_bytes()
SKETCHES = ("sketch-coup", "the-guard-at-nkara", "sketch-drought", "sketch-quarrel", "dry-hills")
UNOPPOSED = SKETCHES[2:]
"""Those without another side: nature, and a quarrel among members."""

OF_ANOTHER_SIDE = re.compile(
    r"\b(adversar\w*|grip|ladder|(?<!peaceful )settlements?|ways? back|off-ramps?|other side|deterrence|"
    r"back channel)\b",
    re.IGNORECASE,
)
"""Words that speak of another side; the peaceful settlement of disputes is a rule of law."""


def written(name: str) -> str:
    """A sketch as its author wrote it."""
    return (ROOT / "tests" / "data" / f"{name}.yaml").read_text(encoding="utf-8")


@cache
def reading(text: str) -> Reading:
    return read_scenario(ScenarioFiles("sketch.yaml", {"sketch.yaml": text.encode(), "measures.yaml": CATALOGUE}))


def fails(text: str, test: str) -> bool:
    """Whether a test of a sketch does not hold."""
    read = reading(text)
    assert read.scenario is not None, [Wording().say(problem.message) for problem in read.problems]
    trial = next(trial for trial in read.scenario.trials if trial.id == test)
    return bool(run_trial(read.scenario, trial))


@cache
def coup_read() -> tuple[tuple[str, str], ...]:
    """All that one seat reads of a game of the coup, and where."""
    scenario = reading(written("sketch-coup")).scenario
    assert scenario is not None
    return tuple(read_out(scenario, "KAS", 3, "statesman"))


@pytest.mark.parametrize("name", SKETCHES)
def test_a_sketch_loads_without_a_word_and_its_tests_hold(name: str) -> None:
    assert reading(written(name)).problems == ()
    assert trial_problems(reading(written(name))) == ()


MENDED = {
    "sketch-coup": [
        ("he-asked", "truth: free-letter", "truth: made-letter"),
        ("nobody-asked", "truth: made-letter", "truth: own-coup"),
        ("who-asked-had-struck-first", "truth: own-coup", "truth: free-letter"),
        ("it-waits-without-a-letter", "consents: {letter: none}", "consents: {letter: given}"),
        ("shown", "{claim: letter-genuine, grade: suspected}, ", ""),
        ("kept", "default: keep", "default: show"),
        ("the-fever-grows", "grows: 20", "grows: 30"),
        ("warned-of-the-coup", "kinds: [coup]", "kinds: [threat]"),
        ("no-seat-after-a-coup", "hearing: false", "hearing: true"),
        ("a-massacre-is-remembered", "massacre: {when: happened('bridge-shooting')}", "massacre: {when: harm >= 90}"),
    ],
    "sketch-drought": [
        ("heard-and-let-in", "clauses: {host-terms: true, one-plan: true}", "clauses: {one-plan: true}"),
        ("unheard-waits", "    to: [health-team]\n", "    to: [health-team]\n    start: given\n"),
        ("unanswered-is-refused", "draft: {measures: [relief-corridor], ", "draft: {measures: [open-wells], "),
        ("a-reason-to-refuse", "truth: hides", "truth: river"),
        ("no-reason-to-refuse", "truth: river", "truth: hides"),
        ("relief-with-leave", "consents: {umbar-road: given}", "consents: {umbar-road: withdrawn}"),
        ("by-own-means", "means: {water: 2, civil: 5}", "means: {water: 6, civil: 5}"),
        ("the-gate", "default: open", "default: close"),
        ("nobody-gives", "thirst:\n    name: Thirst\n    start: 30", "thirst:\n    name: Thirst\n    start: 0"),
    ],
    "sketch-quarrel": [
        ("owed-and-withheld", "truth: sound", "truth: hollow"),
        ("not-owed", "truth: hollow", "truth: sound"),
        ("unheard", "      hearing: true\n", "      hearing: false\n"),
        ("heard", "grounds: [arrears, base-closed]", "grounds: [coup]"),
        ("six-of-seven", 'needed: "3/4"', 'needed: "2/3"'),
        ("five-of-seven", 'decides.suspension.needed: "2/3"', 'decides.suspension.needed: "3/4"'),
        ("four-of-six", 'decides.suspension.needed: "2/3"', 'decides.suspension.needed: "3/4"'),
        ("unpaid", "each_round: {HAL: 5", "each_round: {HAL: 0"),
        ("the-watch-sails", "by: [HAL, IVE, KOR]", "by: [HAL, IVE]"),
        ("books-opened", "command: open-accounts", "command: request-consultation"),
        ("gate-shut", "kinds: [arrears, base-closed]", "kinds: [arrears]"),
        ("gone", "given notice., notice: 2}", "given notice., notice: 4}"),
    ],
    "the-guard-at-nkara": [
        ("he-asked", "truth: free-letter", "truth: made-letter"),
        ("nobody-asked", "truth: made-letter", "truth: own-coup"),
        ("who-asked-had-struck-first", "truth: own-coup", "truth: free-letter"),
        ("it-waits-without-a-letter", "consents: {letter: none}", "consents: {letter: given}"),
        ("suspension-is-lawful", "grounds: [coup]", "grounds: [arrears]"),
        ("two-thirds-are-three-of-four", 'matter: suspension, rule: {kind: share, needed: "2/3"',
         'matter: suspension, rule: {kind: share, needed: "1/3"'),
        ("shown", "{claim: letter-genuine, grade: suspected}, ", ""),
        ("kept", "default: keep", "default: show"),
        ("the-fever-grows", "grows: 30", "grows: 20"),
        ("wells-at-ludo", "    moves: {fever: -14}\n", ""),
        ("people-leave-under-sanctions", "escalation >= 50 or in_force", "escalation >= 90 or in_force"),
        ("a-massacre-is-remembered", "massacre: {when: happened('market')}", "massacre: {when: harm >= 90}"),
        ("over-the-coup", "kind: coup\n", "kind: threat\n"),
    ],
    "dry-hills": [
        ("a-reason-to-refuse", "truth: anthrax", "truth: river-fever"),
        ("no-reason-to-refuse", "truth: river-fever", "truth: anthrax"),
        ("with-leave", "consents: {town-road: given}", "consents: {town-road: withdrawn}"),
        ("not-told", "default: wait", "default: tell"),
        ("by-turns", "moves: {thirst: -22}", "moves: {thirst: -2}"),
        ("nobody-gives", "add: 12, why: Everybody", "add: -12, why: Everybody"),
        ("the-fever-grows", "grows: 25", "grows: 20"),
    ],
}  # fmt: skip
"""For each test of a sketch what makes it fail: another truth, another charter, another world."""


@pytest.mark.parametrize(
    ("name", "test", "old", "new"), [(name, *change) for name, changes in MENDED.items() for change in changes]
)
def test_each_test_of_a_sketch_can_fail(name: str, test: str, old: str, new: str) -> None:
    text = written(name)
    where = f"  {test}:\n" if old.startswith(("truth: ", "consents: {")) else ""
    before, mark, after = text.partition(where) if where else ("", "", text)
    assert old in after
    assert fails(before + mark + after.replace(old, new, 1), test)


@pytest.mark.parametrize("name", SKETCHES)
def test_each_test_of_a_sketch_is_tried(name: str) -> None:
    scenario = reading(written(name)).scenario
    assert scenario is not None
    assert {trial.id for trial in scenario.trials} == {test for test, _, _ in MENDED[name]}


@pytest.mark.parametrize("name", SKETCHES)
def test_twenty_games_of_mixed_policies_come_to_an_ending(name: str) -> None:
    scenario = reading(written(name)).scenario
    assert scenario is not None
    names = [*POLICIES]
    ends = []
    for seed in range(20):
        mixed = {seat: names[(seed + 2 * place) % len(names)] for place, seat in enumerate(scenario.members)}
        ends.append(playout(scenario, seed, mixed).run().table.ending)
    assert None not in ends
    assert len({*ends}) > 1


@pytest.mark.parametrize("name", UNOPPOSED)
@pytest.mark.parametrize(("seat", "policy"), [(0, "statesman"), (-1, "dove")])
def test_nothing_that_a_seat_reads_speaks_of_another_side_where_there_is_none(
    name: str, seat: int, policy: str
) -> None:
    scenario = reading(written(name)).scenario
    assert scenario is not None
    read = list(read_out(scenario, scenario.members[seat], 3 + seat, policy))
    spoken = [(where, said) for where, words in read for said in OF_ANOTHER_SIDE.findall(words)]
    assert spoken == []
    assert len(read) > 200


def test_where_there_is_another_side_it_is_spoken_of() -> None:
    spoken = {said.lower() for _, words in coup_read() for said in OF_ANOTHER_SIDE.findall(words)}
    assert {"other side", "way back", "back channel"} <= spoken


def test_a_member_that_presses_aims_nothing_at_itself() -> None:
    scenario = reading(written("sketch-quarrel")).scenario
    assert scenario is not None
    ordered = [
        event.order
        for seed in range(6)
        for _, events in playout(scenario, seed, dict.fromkeys(scenario.members, "random")).moves()
        for event in events
        if isinstance(event, AloneOrdered) and event.seat == "HAL"
    ]
    against = [order for order in ordered if scenario.measures[order.measure].kind in AGAINST]
    assert ordered
    assert "HAL" not in {order.target for order in against}


def test_a_government_in_dispute_says_whose_it_claims_to_be() -> None:
    assert any("claims to be the government of" in " ".join(words.split()) for _, words in coup_read())
