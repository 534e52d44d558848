"""The kinds of values in a scenario file: ids, prose, lines of the condition language, and short forms.

Each says in one error what it wants, and gives its own piece of the JSON Schema.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, PlainValidator
from pydantic import WithJsonSchema as Schema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
STATE_PATTERN = r"^[A-Z][A-Z0-9]{1,5}$"
GAUGE_PATTERN = r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"
LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Z]{2})?$"
FROM_VALUE_PATTERN = r"^-?[0-9]{1,4}$"
"""The value of a gauge, which is a key here; gauges lie between -1000 and 1000."""
LONGEST_PROSE = 20_000

_LANGUAGE = re.compile(LANGUAGE_PATTERN)
_FROM_VALUE = re.compile(FROM_VALUE_PATTERN)


class Shape(BaseModel):
    """A mapping of the file: no unknown keys, and no value turned into another kind in silence."""

    model_config = ConfigDict(extra="forbid", strict=True, defer_build=True, protected_namespaces=())


Id: TypeAlias = Annotated[str, Field(pattern=ID_PATTERN, max_length=64)]
StateCode: TypeAlias = Annotated[str, Field(pattern=STATE_PATTERN)]
GaugeName: TypeAlias = Annotated[str, Field(pattern=GAUGE_PATTERN, max_length=32)]
Language: TypeAlias = Annotated[str, Field(pattern=LANGUAGE_PATTERN)]


def _prose(value: Any) -> Any:
    if isinstance(value, str) and len(value) <= LONGEST_PROSE:
        return value
    if isinstance(value, dict) and value and all(isinstance(words, str) for words in value.values()):
        if all(_LANGUAGE.fullmatch(language) for language in value):
            return value
        raise PydanticCustomError("not_languages", "keys that are no languages")
    if value is None:
        raise PydanticCustomError("no_text", "a text is missing")
    if isinstance(value, str):
        raise PydanticCustomError("long_text", "too long", {"limit": LONGEST_PROSE})
    if isinstance(value, int | float):
        raise PydanticCustomError("number_for_text", "a number for a text", {"value": str(value).lower()})
    raise PydanticCustomError("not_text", "neither a text nor a text for each language")


WrittenProse: TypeAlias = Annotated[
    Any,
    PlainValidator(_prose),
    Schema(
        {
            "anyOf": [
                {"type": "string"},
                {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1},
            ]
        }
    ),
]
"""A text, or a mapping from language to text."""


def _line(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.strip():
        return value
    if isinstance(value, int):
        raise PydanticCustomError("number_for_condition", "a number for a condition")
    raise PydanticCustomError("not_condition", "no condition")


def _formula(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str) and value.strip():
        return value
    raise PydanticCustomError("not_formula", "no formula")


WrittenCondition: TypeAlias = Annotated[Any, PlainValidator(_line), Schema({"type": ["string", "boolean"]})]
"""A line of the condition language, as a text; YAML's own `true` and `false` too."""

WrittenFormula: TypeAlias = Annotated[Any, PlainValidator(_formula), Schema({"type": ["string", "integer"]})]
"""A number, or a line that gives one."""


def _fact(value: Any) -> Any:
    if value is None or isinstance(value, str | bool | int):
        return value
    raise PydanticCustomError("not_fact", "no fact")


WrittenFacts: TypeAlias = dict[
    str,
    Annotated[Any, PlainValidator(_fact), Schema({"type": ["string", "boolean", "integer", "null"]})],
]
"""Facts of the judge's vocabulary by name; whether the names and values exist is asked later."""


@dataclass(frozen=True, slots=True)
class Short:
    """A mapping that may be shortened to one word, which is then the value of `key`."""

    key: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._written_out, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string"}, handler(schema)]}

    def _written_out(self, value: Any) -> Any:
        return {self.key: value} if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class OneOrMore:
    """A list that may be shortened to its only entry."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._listed, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        written = handler(schema)
        return {"anyOf": [written["items"], written]}

    def _listed(self, value: Any) -> Any:
        return value if isinstance(value, list) or value is None else [value]


def _switch(value: Any) -> Any:
    if value is True or value == "on" or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise PydanticCustomError("not_switch", "no switch")


Switches: TypeAlias = dict[
    Id, Annotated[Any, PlainValidator(_switch), Schema({"anyOf": [{"const": True}, {"type": "integer"}]})]
]
"""Clauses that are on, with their value where they have one."""


def _weights(value: Any) -> Any:
    if isinstance(value, list) and value and all(isinstance(one, str | int) for one in value):
        return {str(one): 1 for one in value}
    if isinstance(value, dict) and value and all(type(one) is int and 0 < one <= 100 for one in value.values()):
        return value
    raise PydanticCustomError("not_draw", "no draw")


Weights: TypeAlias = Annotated[
    Any,
    PlainValidator(_weights),
    Schema(
        {
            "anyOf": [
                {"type": "array", "items": {"type": ["string", "integer"]}, "minItems": 1},
                {"type": "object", "additionalProperties": {"type": "integer", "minimum": 1, "maximum": 100}},
            ]
        }
    ),
]
"""Values with their weights, or a list of values that weigh the same."""


def _charter(value: Any) -> Any:
    if isinstance(value, str | Mapping) and value:
        return value
    raise PydanticCustomError("not_charter", "no charter")


WrittenCharter: TypeAlias = Annotated[Any, PlainValidator(_charter), Schema({"type": ["string", "object"]})]
"""The id of a charter, or the charter itself."""


def _words(value: Any) -> Any:
    if isinstance(value, dict) and all(_FROM_VALUE.fullmatch(key) for key in value):
        return {key: _prose(words) for key, words in value.items()}
    raise PydanticCustomError("not_gauge_words", "no words of a gauge")


GaugeWords: TypeAlias = Annotated[
    Any,
    PlainValidator(_words),
    Schema({"type": "object", "propertyNames": {"pattern": FROM_VALUE_PATTERN}}),
]
"""The word for a gauge from a value on: `{'0': calm, '40': tense}`."""
