"""A file read as far as it is sound: what has a fault is told and left out, so that the rest can be looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crisis_game.scenario.model import Measure
from crisis_game.scenario.reading.composite_kinds import ListOf, RecordOf, TableListed, TableOf
from crisis_game.scenario.reading.context import Context
from crisis_game.scenario.reading.gauge_table import GaugeTable
from crisis_game.scenario.reading.scenario_file import ScenarioFile
from crisis_game.scenario.reading.shape_problems import FAULTY
from crisis_game.scenario.reading.value_kinds import ChangedNumbers
from crisis_game.scenario.records import NO_WORDS, Changed, declared

_NOTHING = "-"
_SPARE = {"id": "protest"}
SPARES: Mapping[str, Any] = {
    "format": 2,
    "id": "spare",
    "title": _NOTHING,
    "summary": _NOTHING,
    "charter": _NOTHING,
    "states": {"SPARE": {"name": _NOTHING, "profile": _NOTHING}},
    "measures": [_SPARE],
    "endings": {"spare": {"rank": 0, "when": True, "title": _NOTHING, "text": _NOTHING}},
}
"""What stands in for a required part that is missing or faulty, so that the rest can still be looked at."""

_SPARE_MEASURE: Changed[Measure] = Changed(declared(Measure), _SPARE, NO_WORDS)
FILE = RecordOf(declared(ScenarioFile))


@dataclass(frozen=True, slots=True)
class Sound:
    """What could be read of a file, and the keys of the top level of which parts had to be left out."""

    file: ScenarioFile
    damaged: frozenset[str]


def sound_of(value: dict[str, Any], at: Context) -> Sound:
    """What is sound in a scenario's value, with every fault told."""
    parts, damaged = sound_parts(FILE, value, at)
    whole = at.defaults(FILE.declared).under({**_spares(at, parts), **parts})
    return Sound(ScenarioFile(**whole), frozenset(damaged))


def sound_parts(record: RecordOf, value: dict[str, Any], at: Context) -> tuple[dict[str, Any], set[str]]:
    """What can be read of a file's keys, by field, and the keys that are missing or have a fault in them."""
    parts: dict[str, Any] = {}
    damaged = {name for name in record.needed if name not in value}
    for name, slot in record.slots.items():
        if name in value:
            before = at.flaws
            part = slot.read(at, value[name], (None, name))
            if at.flaws != before:
                damaged.add(name)
                part = _left(name, part, slot.kind)
            if part is not FAULTY:
                parts[slot.field] = part
    record.tell_keys(at, value, None)
    return parts, damaged


def _left(name: str, part: Any, kind: Any) -> Any:
    """What is left of a part with faults: the sound entries of a table, the measures at their places, or nothing."""
    if part is FAULTY or not isinstance(kind, TableOf | TableListed | GaugeTable | ChangedNumbers | ListOf):
        return FAULTY
    if isinstance(kind, ListOf):
        return tuple(_SPARE_MEASURE if entry is FAULTY else entry for entry in part) if name == "measures" else FAULTY
    return part or FAULTY


def _spares(at: Context, parts: Mapping[str, Any]) -> dict[str, Any]:
    """Spare parts for what is required and not given."""
    silent = Context(at.complaints, at.language)
    return {
        slot.field: slot.read(silent, SPARES[name], None)
        for name, slot in FILE.slots.items()
        if name in FILE.needed and slot.field not in parts
    }
