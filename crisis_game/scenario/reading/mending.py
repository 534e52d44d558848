"""The shape of a file's value; where it has faults, they are told, and what is sound is kept for the further checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from crisis_game.documents import Path
from crisis_game.scenario.reading.complaints import Complaints
from crisis_game.scenario.reading.problems import tell_all
from crisis_game.scenario.reading.shapes import ScenarioShape

_NOTHING = "-"
SPARES: Mapping[str, Any] = {
    "format": 1,
    "id": "spare",
    "title": _NOTHING,
    "summary": _NOTHING,
    "charter": _NOTHING,
    "states": {"SPARE": {"role": "neighbour", "name": _NOTHING, "profile": _NOTHING}},
    "measures": ["protest"],
    "adversary": {
        "aims": _NOTHING,
        "case": _NOTHING,
        "terms": _NOTHING,
        "hold_text": _NOTHING,
        "back_text": _NOTHING,
        "steps": {
            "spare": {"name": _NOTHING, "level": 1, "gain": 0, "heat": 0, "risk": 0, "text": _NOTHING, "hint": _NOTHING}
        },
        "temperaments": {"spare": {"name": _NOTHING, "appetite": 0, "resolve": 0}},
    },
    "endings": {"spare": {"rank": 0, "when": True, "title": _NOTHING, "text": _NOTHING}},
}
"""What stands in for a required part that is missing or faulty, so that the rest can still be looked at."""

TABLES = frozenset(name for name, field in ScenarioShape.model_fields.items() if "dict[" in str(field.annotation))


@dataclass(frozen=True, slots=True)
class Shaped:
    """A shape, and the keys of the top level of which parts had to be left out."""

    shape: ScenarioShape
    damaged: frozenset[str]


def shape_of(value: dict[str, Any], complaints: Complaints) -> Shaped:
    """The shape of a scenario's value, with every fault noted."""
    try:
        return Shaped(ScenarioShape.model_validate(value), frozenset())
    except ValidationError as fault:
        errors = fault.errors(include_url=False)
    tell_all(errors, complaints)
    damaged = frozenset(str(error["loc"][0]) for error in errors if error["loc"])
    return Shaped(_mended(value, errors), damaged)


def _mended(value: dict[str, Any], errors: Sequence[Mapping[str, Any]]) -> ScenarioShape:
    """The shape of what is left when every part with a fault is taken out."""
    left = deepcopy(value)
    for error in errors:
        _take_out(left, error["loc"])
    left = {**SPARES, **{key: part for key, part in left.items() if part not in ({}, [])}}
    try:
        return ScenarioShape.model_validate(left)
    except ValidationError:
        return ScenarioShape.model_validate(dict(SPARES))


def _take_out(value: dict[str, Any], path: Path) -> None:
    """Take out the smallest part that can be missing: an entry of a table, else everything under a key of the top."""
    top = path[0] if path else ""
    table = value.get(str(top))
    if top in TABLES and len(path) > 1 and isinstance(table, dict):
        table.pop(str(path[1]), None)
    elif top == "measures" and len(path) > 1 and isinstance(table, list) and isinstance(path[1], int):
        table[path[1]] = "protest"
    else:
        value.pop(str(top), None)
