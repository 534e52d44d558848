"""What is told of an exercise beside its log: words for lists of saves, and the header of a save."""

from __future__ import annotations

from typing import Any

from crisis_game.engine.state import State
from crisis_game.exercise.rules import own_rules
from crisis_game.exercise.sitting import PERSON
from crisis_game.players.turns import is_over
from crisis_game.scenario.ids import BEAT_OF
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Scenario


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


def header(scenario: Scenario, files: ScenarioFiles, seat: str) -> dict[str, Any]:
    """The header of a new save: which scenario, of which content, whose main seat, by which rules of which version."""
    which = {"scenario": scenario.id, "content_hash": scenario.content_hash, "main": files.main, "seat": seat}
    return which | own_rules()
