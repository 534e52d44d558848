"""Texts that were adopted before the exercise: their ids, and what people call them."""

from __future__ import annotations

from crisis_game.engine.shared_values import TextId
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Prose

_BEFORE = "in-force-"
"""Begins the id of a text of before; no state has such a code, so no text of play has such an id."""


def text_id(place: int) -> TextId:
    """The id of the text of the entry at a place of `in_force`, counted from 1."""
    return f"{_BEFORE}{place}"


def authority(scenario: Scenario, text: TextId) -> Prose | None:
    """What people call a text of before; None for a text of play."""
    if not text.startswith(_BEFORE):
        return None
    return scenario.in_force[int(text.removeprefix(_BEFORE)) - 1].authority
