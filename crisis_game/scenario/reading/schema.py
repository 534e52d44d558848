"""The JSON Schema of a scenario's file, as it is shipped beside the scenarios."""

from __future__ import annotations

import json
from typing import Any

from crisis_game.conditions.condition import Condition
from crisis_game.scenario.reading.composite_kinds import RecordOf, record_in, schema_name
from crisis_game.scenario.reading.scenario_file import ScenarioFile
from crisis_game.scenario.records import Key, declared

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """The JSON Schema that editors complete and check scenarios with."""
    top = RecordOf(declared(ScenarioFile))
    named: dict[str, dict[str, Any]] = {}
    whole = _schema(top, named)
    return {"$schema": _DIALECT, "$defs": dict(sorted(named.items())), **whole}


def schema_text() -> str:
    """The JSON Schema as text, with a newline at the end."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _schema(record: RecordOf, named: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The schema of a record; those that it needs are put into `named`."""
    keys = record.declared.keys
    for key in keys:
        inner = record_in(record.slots[key.name].kind)
        if inner is not None and not inner.declared.whole and (name := schema_name(inner.declared)) not in named:
            named[name] = {}
            named[name] = _schema(inner, named)
    whole = {
        "additionalProperties": False,
        "description": record.declared.about,
        "properties": {key.name: _property(record, key) for key in keys},
        "required": [key.name for key in keys if key.name in record.needed],
        "type": "object",
    }
    return {name: part for name, part in whole.items() if part != []}


def _property(record: RecordOf, key: Key) -> dict[str, Any]:
    slot = record.slots[key.name]
    schema = slot.kind.schema()
    if slot.null:
        options = schema.get("anyOf", [schema])
        return {"anyOf": [*options, {"type": "null"}], "default": None, "description": key.about}
    default = key.left_out.source if isinstance(key.left_out, Condition) else key.left_out
    if isinstance(default, str | int):
        schema = {**schema, "default": default}
    return {**schema, "description": key.about}
