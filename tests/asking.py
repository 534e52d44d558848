"""The scenario whose injects ask (tests/data/asking.yaml), and games of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import read
from crisis_game.scenario.library import ScenarioFiles, find
from crisis_game.scenario.model import Scenario

PATH = Path(__file__).parent / "data" / "asking.yaml"


@cache
def asking() -> Scenario:
    """The scenario."""
    return read(str(PATH))[0]


def asking_files() -> ScenarioFiles:
    """Its files."""
    return find(str(PATH))


def asked(*persons: str) -> Session:
    """A game that keeps nothing, with people in these seats and free-riders in the others."""
    roster = {seat: "person" if seat in persons else "free-rider" for seat in asking().members}
    return Session.start(asking(), roster, None, seed=7)
