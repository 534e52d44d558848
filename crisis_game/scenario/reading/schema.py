"""The JSON Schema as it is shipped beside the scenarios."""

from __future__ import annotations

import json
from typing import Any

from crisis_game.scenario.reading.shapes import json_schema


def schema_text() -> str:
    """The JSON Schema as text, with sorted keys where order says nothing, and a newline at the end."""
    return json.dumps(_plain(json_schema()), ensure_ascii=False, indent=2) + "\n"


def _plain(schema: Any) -> Any:
    """A schema without the titles that pydantic makes of the names: they say nothing that the names do not."""
    if isinstance(schema, list):
        return [_plain(one) for one in schema]
    if isinstance(schema, dict):
        return {key: _plain(one) for key, one in schema.items() if key != "title" or not isinstance(one, str)}
    return schema
