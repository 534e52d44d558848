"""How the gauges of a scenario are read: those that it takes of the standard set, changes of these, and its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from crisis_game.scenario.reading.context import Context, Way
from crisis_game.scenario.reading.known_ids import USE, used
from crisis_game.scenario.reading.scenario_file import unchanged
from crisis_game.scenario.reading.shape_problems import wrong_kind
from crisis_game.scenario.reading.value_kinds import MAPPING, Kind, Schema, Words
from crisis_game.scenario.records import GAUGE_PATTERN
from crisis_game.scenario.standard_gauges import GAUGES

STANDARD = "standard"
"""The word for all standard gauges under `use`."""

OF_GAUGES = f"^(?!{USE}$){GAUGE_PATTERN.removeprefix('^')}"
"""The form of the other keys."""

_IDS = Words(tuple(GAUGES))
_ABOUT = "Which of the standard gauges there are: `standard` for all, or a list of their ids. Default: all."


@dataclass(frozen=True, slots=True)
class GaugeTable:
    """Changes by gauge, with an empty one for each standard gauge that there is and that is not changed.

    Attributes:
        inner: the table of what is written of single gauges.
    """

    inner: Kind

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """What is written of each gauge that there is, the standard ones first."""
        if type(value) is not dict:
            return wrong_kind(at, way, MAPPING)
        if USE in value:
            _read_use(at, value[USE], (way, USE))
        written = self.inner.read(at, {id_: gauge for id_, gauge in value.items() if id_ != USE}, way)
        return {**unchanged(used(value), at.nothing), **written}

    def schema(self) -> Schema:
        """That of the table, with the key `use` beside the ids."""
        listed = {"type": "array", "items": _IDS.schema()}
        named = {"anyOf": [{"const": STANDARD, "type": "string"}, listed], "description": _ABOUT}
        table = self.inner.schema()
        [entry] = table["patternProperties"].values()
        return {**table, "patternProperties": {OF_GAUGES: entry}, "properties": {USE: named}}


def _read_use(at: Context, value: Any, way: Way) -> None:
    if type(value) is not list:
        Words((STANDARD,)).read(at, value, way)
        return
    for place, id_ in enumerate(value):
        _IDS.read(at, id_, (way, place))
