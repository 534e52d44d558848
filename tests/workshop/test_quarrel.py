"""A quarrel inside an organisation (tests/data/quarrel.yaml): its own tests hold, and each can fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.reading.load import Reading, read_scenario
from crisis_game.texts import Wording
from crisis_game.workshop.trials import trial_problems

ROOT = Path(__file__).parents[2]
QUARREL = (ROOT / "tests" / "data" / "quarrel.yaml").read_text(encoding="utf-8")
CATALOGUE = (ROOT / "scenarios" / "measures.yaml").read_bytes()


def reading(text: str = QUARREL) -> Reading:
    return read_scenario(ScenarioFiles("quarrel.yaml", {"quarrel.yaml": text.encode(), "measures.yaml": CATALOGUE}))


def failing(text: str) -> set[str]:
    """The tests of the scenario that do not hold."""
    read = reading(text)
    assert read.scenario is not None, [Wording().say(problem.message) for problem in read.problems]
    told = [Wording().say(problem.message) for problem in trial_problems(read)]
    return {
        id_ for id_ in (trial.id for trial in read.scenario.trials) if any(f" test {id_} " in line for line in told)
    }


def test_its_own_tests_hold() -> None:
    assert failing(QUARREL) == set()


@pytest.mark.parametrize(
    ("old", "new", "test"),
    [
        ("      hearing: true\n", "      hearing: false\n", "unheard"),
        ("grounds: [arrears, base-closed]", "grounds: [coup]", "heard"),
        ("{seat: IVE, round: 1, beat: situation, command: {kind: hear-member, member: HAL}}",
         "{seat: IVE, round: 1, beat: situation, command: request-consultation}", "heard"),
        ('needed: "3/4"', 'needed: "2/3"', "five-of-six"),
        ('decides.suspension.needed: "2/3"', 'decides.suspension.needed: "3/4"', "four-of-six"),
        ("dues: {article: 6, each_round: {HAL: 3", "dues: {article: 6, each_round: {HAL: 0", "unpaid"),
        ("given: {policy: statesman, round: 2}", "given: {policy: free-rider, round: 2}", "paid"),
        ("start: established", "start: suspected", "defied"),
        ("steps: [arbitration, opinion]", "steps: [opinion]", "award"),
        ("{seat: HAL, beat: situation, command: {kind: answer-arbitration, incident: gate, accepts: true}",
         "{seat: HAL, beat: situation, command: {kind: answer-arbitration, incident: gate, accepts: false}", "defied"),
        ("steps: [arbitration, opinion]", "steps: [arbitration]", "opinion"),
        ("given notice., notice: 1}", "given notice., notice: 3}", "gone"),
        ("kinds: [threat]", "kinds: [base-closed]", "another-kind"),
        ("kinds: [base-closed]", "kinds: [coup]", "own-kind"),
    ],
)  # fmt: skip
def test_each_can_fail(old: str, new: str, test: str) -> None:
    assert QUARREL.count(old) == 1, old
    assert test in failing(QUARREL.replace(old, new))
