"""An objective that an idle game meets certifies what nobody did: check says so, in its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from crisis_game.scenario.library import ScenarioFiles, find, list_scenarios
from crisis_game.scenario.reading.load import read_scenario
from crisis_game.workshop.idle_game import idle_problems

ROOT = Path(__file__).parents[2]
TINY = (ROOT / "tests" / "data" / "tiny.yaml").read_text(encoding="utf-8")
CATALOGUE = (ROOT / "scenarios" / "measures.yaml").read_bytes()


def lines(met: str) -> list[tuple[str, str]]:
    """The code and the marked words of each warning for the tiny scenario with these conditions of its objective."""
    text = TINY.replace("met: verified('caldera-did-it')", met)
    assert text != TINY or met in TINY
    reading = read_scenario(ScenarioFiles("tiny.yaml", {"tiny.yaml": text.encode(), "measures.yaml": CATALOGUE}))
    return [
        (problem.code, text.splitlines()[problem.span.line - 1][problem.span.column - 1 :])
        for problem in idle_problems(reading)
    ]


def test_what_nobody_has_to_do_anything_for_is_told() -> None:
    (told,) = lines("met: not accused")
    assert told[0] == "W632"
    assert told[1].startswith("not accused")
    (in_part,) = lines("met: accused, partly: not consulted")
    assert in_part[1].startswith("not consulted")


def test_what_the_contrary_outweighs_and_what_asks_for_deeds_is_not() -> None:
    assert lines("met: verified('caldera-did-it')") == []
    assert lines("met: not accused, contrary: round >= 1") == []
    assert lines("from: act-alone, met: not accused") == []


@pytest.mark.parametrize("name", [scenario.id for scenario in list_scenarios()])
def test_no_shipped_objective_is_met_by_an_idle_game(name: str) -> None:
    assert idle_problems(read_scenario(find(name))) == ()
