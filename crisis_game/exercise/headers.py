"""What is told of an exercise beside its log: words for lists of saves, and the header of a save."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from crisis_game.engine.state import State
from crisis_game.exercise.rules import own_rules
from crisis_game.exercise.save import SaveError
from crisis_game.exercise.sitting import PERSON
from crisis_game.players.levels import LEVELS, PLAIN, Level
from crisis_game.players.turns import is_over
from crisis_game.scenario.ids import BEAT_OF
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Scenario

LEVEL = "level"
"""The key of a header under which the level stands."""


def standing(scenario: Scenario, state: State) -> dict[str, Any]:
    """What is played, by the states of whom, and where it stands: words for lists of saves."""
    table, language = state.table, scenario.languages[0]
    persons = (seat for seat, holder in sorted(table.holders.items()) if holder == PERSON and seat in scenario.states)
    return {
        "title": scenario.title.in_language(language),
        "states": ", ".join(scenario.states[seat].name.in_language(language) for seat in persons),
        "round": table.round,
        "beat": BEAT_OF[table.phase],
        "finished": is_over(state),
    }


def header(scenario: Scenario, files: ScenarioFiles, seat: str, level: Level = PLAIN) -> dict[str, Any]:
    """The header of a new save: which scenario, of which content, whose main seat, by which rules of which version.

    The level of the seats without a person stands in it where it is not the usual one.
    """
    which = {"scenario": scenario.id, "content_hash": scenario.content_hash, "main": files.main, "seat": seat}
    return which | own_rules() | ({} if level == PLAIN else {LEVEL: level})


def level_of(path: Path, head: Mapping[str, Any]) -> Level:
    """The level at which a save is played; the usual one where its header names none.

    Raises:
        SaveError: if no level has that name.
    """
    named = head.get(LEVEL, PLAIN)
    for level in LEVELS:
        if named == level:
            return level
    raise SaveError(f"{path}: no level of play is called {named!r} here.")
