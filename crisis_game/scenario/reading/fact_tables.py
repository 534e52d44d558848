"""How facts are read: a map of them, or a list of rows with conditions."""

from __future__ import annotations

from typing import Any

from crisis_game.scenario.fact_rows import FactRow, laid_out
from crisis_game.scenario.ids import ClaimId
from crisis_game.scenario.reading.context import Context, Way
from crisis_game.scenario.reading.shape_problems import FAULTY, wrong_kind
from crisis_game.scenario.reading.value_kinds import MAPPING, Facts, Line, Schema
from crisis_game.scenario.records import ref_of

WHEN, KNOWN_BY, UNSURE = "when", "known_by", "unsure"
KEYS = frozenset({WHEN, KNOWN_BY, UNSURE})
"""Keys of a row beside its facts; no fact has such a name."""

_LINE = Line("truth", "world")
_PLAIN = Facts()
_ABOUT = {
    WHEN: "When these facts hold; default: always.",
    KNOWN_BY: "The claim by which they are known, where the condition asks for what is hidden.",
    UNSURE: "Values of some of them from suspected on, until the claim is established.",
}


class FactTable:
    """Facts by name, or a list of rows: `{when, known_by, unsure, fact: value ...}`."""

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """The facts; names, values, ids and conditions that cannot be are told."""
        if type(value) is not list:
            return _PLAIN.read(at, value, way)
        before = at.flaws
        rows = tuple([_row(at, row, (way, place)) for place, row in enumerate(value)])
        return laid_out(rows) if at.flaws == before else FAULTY

    def schema(self) -> Schema:
        """A mapping, or a list of mappings with the keys of a row."""
        plain = _PLAIN.schema()
        named: Schema = {
            WHEN: {**_LINE.schema(), "description": _ABOUT[WHEN]},
            KNOWN_BY: {"type": "string", "description": _ABOUT[KNOWN_BY]},
            UNSURE: {**plain, "description": _ABOUT[UNSURE]},
        }
        return {"anyOf": [plain, {"type": "array", "items": {**plain, "properties": named}}]}


def _row(at: Context, value: Any, way: Way) -> Any:
    if type(value) is not dict:
        return wrong_kind(at, way, MAPPING)
    facts = {name: fact for name, fact in value.items() if name not in KEYS}
    _PLAIN.read(at, facts, way)
    unsure = _PLAIN.read(at, value[UNSURE], (way, UNSURE)) if UNSURE in value else {}
    when = _LINE.read(at, value[WHEN], (way, WHEN)) if WHEN in value else None
    known_by = _claim(at, value[KNOWN_BY], (way, KNOWN_BY)) if KNOWN_BY in value else None
    return FactRow(when, facts, known_by, unsure)


def _claim(at: Context, value: Any, way: Way) -> Any:
    ref = ref_of(ClaimId)
    if type(value) is not str or ref is None:
        return wrong_kind(at, way, "the id of a claim")
    return at.id(value, ref, way)
