"""The reference for authors, as Markdown: every key, condition, number, command and event, written from the models."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any, TypeAlias

from crisis_game.conditions.vocabulary import FUNCTIONS, MEANINGS, NAMES, TEXT_FUNCTIONS, TEXT_NAMES, ArgumentKind, Kind
from crisis_game.scenario.numbers import Numbers
from crisis_game.scenario.reading.gauge_table import OF_GAUGES
from crisis_game.scenario.reading.schema import json_schema
from crisis_game.scenario.reading.trial_words import COMMAND_VALUES, COMMAND_WORDS, EVENT_WORDS
from crisis_game.scenario.records import GAUGE_PATTERN, ID_PATTERN, STATE_PATTERN
from crisis_game.scenario.standard_gauges import GAUGES

Schema: TypeAlias = Mapping[str, Any]
Signature: TypeAlias = tuple[tuple[ArgumentKind, ...], int, Kind]

_HEAD = """\
# Reference for authors

Every key of a scenario, every name in conditions, every number that can be changed, and the commands and events of
tests. The [guide](../scenario-format.md) says what they are for; the [tutorial](tutorial.md) is where to begin.

<!-- Written by `crisis-game schema --format markdown`; do not edit. -->

A *key* is the word before a colon, and its *value* what stands after it. A key in **bold** is required; of the others
*default* says what counts where they are left out. Values are of these kinds:

- *prose*: a text for players, or one for each language; *word*: a single word, most often the id of something;
- an *id*: a name that you choose, in lower-case letters, digits and hyphens, by which other lines name the thing; a
  *state's code* is an id of 2 to 6 capitals;
- a *condition*: a line that is true or not at a moment of the game, such as
  `escalation >= 60 and not adopted('escort')`; see [below](#names-in-conditions);
- a *list*: entries between `[` and `]`, or each on its line after a dash. *List (1 to 9)* has so many entries, and
  *or one* means that a list of one needs no brackets;
- *id: Asset* and the like: lines of `key: value`, the key an id of your choice, the value as the linked section says;
- a *mapping*: lines of `key: value` as well, with keys that the meaning or the guide explains.

The *seed* is a number from which all chance of a game follows; what it *draws* is left to chance. A *seat* is a member
as somebody plays it. The four parts of a round, its *beats*, are `situation`, `table`, `orders` and `answer`.
"""
_BEGINNING = "ScenarioFile"
_HEADINGS = {_BEGINNING: "The file"}
_INNER_CAPITAL = re.compile(r"(?<!^)[A-Z]")
_COUNTED = ("word", "number", "id", "condition")
_PATTERNS = {ID_PATTERN: "id", STATE_PATTERN: "state's code", GAUGE_PATTERN: "gauge's name", OF_GAUGES: "gauge's name"}
_PLAIN = {"string": "word", "integer": "number", "boolean": "true or false"}
_SCALARS = {
    frozenset(("string", "boolean")): "condition",
    frozenset(("string", "integer")): "word or number",
    frozenset(("string", "boolean", "integer", "null")): "word, number or truth value",
    frozenset(("string", "object")): "id or mapping",
}


def reference_text() -> str:
    """The reference, with a newline at the end."""
    schema = json_schema()
    records = {_BEGINNING: schema, **schema["$defs"]}
    parts = [
        _HEAD,
        *(_record(name, records[name]) for name in _in_order(records)),
        _conditions(),
        _numbers(),
        _trials(),
    ]
    return "\n".join(parts)


def _in_order(records: Mapping[str, Schema]) -> list[str]:
    """The records as a reader meets them: the file, then each where a key first needs it."""
    met: list[str] = []
    waiting = [_BEGINNING]
    while waiting:
        name = waiting.pop(0)
        if name not in met:
            met.append(name)
            waiting = [*_named(records[name]["properties"]), *waiting]
    return met


def _named(value: Any) -> Iterator[str]:
    """The records that a piece of the schema refers to."""
    if isinstance(value, Mapping):
        if "$ref" in value:
            yield _target(value)
        for inner in value.values():
            yield from _named(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _named(inner)


def _target(schema: Schema) -> str:
    return str(schema["$ref"]).rpartition("/")[2]


def _heading(record: str) -> str:
    """What a reader calls a record: `RedLine` is a red line."""
    return _HEADINGS.get(record) or _INNER_CAPITAL.sub(r" \g<0>", record).capitalize()


def _link(record: str) -> str:
    heading = _heading(record)
    return f"[{heading}](#{heading.lower().replace(' ', '-')})"


def _record(name: str, schema: Schema) -> str:
    required = schema.get("required", ())
    rows = [
        (f"**`{key}`**" if key in required else f"`{key}`", _kind(inner), _default(inner), str(inner["description"]))
        for key, inner in schema["properties"].items()
    ]
    about = str(schema["description"])
    return _section(_heading(name), about, ("key", "value", "default", "meaning"), rows)


def _section(heading: str, about: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"## {heading}", "", about, "", _row(columns), "|" + "---|" * len(columns), *map(_row, rows), ""]
    return "\n".join(lines)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _default(schema: Schema) -> str:
    default = schema.get("default")
    return "" if default in (None, "") else f"`{json.dumps(default, ensure_ascii=False).strip(chr(34))}`"


def _kind(schema: Schema) -> str:
    """What a value is, in words, with its bounds."""
    if "$ref" in schema:
        return _link(_target(schema))
    if "anyOf" in schema:
        return _choice([option for option in schema["anyOf"] if option.get("type") != "null"])
    if "enum" in schema or "const" in schema:
        return ", ".join(f"`{_word(word)}`" for word in schema.get("enum", [schema.get("const")]))
    kind = schema.get("type")
    if isinstance(kind, list):
        return _SCALARS[frozenset(kind)]
    if kind == "array":
        return _list(schema)
    if kind == "object":
        return _mapping(schema)
    return _scalar(schema)


def _list(schema: Schema) -> str:
    kind, amount = _kind(schema["items"]), _bounds(schema, "minItems", "maxItems").removeprefix(", ")
    counted = f"list ({amount})" if amount else "list"
    return f"{counted} of {kind}s" if kind in _COUNTED else f"{counted} of {kind}"


def _word(value: Any) -> str:
    return json.dumps(value).strip('"')


def _scalar(schema: Schema) -> str:
    kind = _PATTERNS.get(schema.get("pattern", ""), _PLAIN[schema["type"]])
    return kind + _bounds(schema, "minimum", "maximum") + _bounds(schema, "minLength", "maxLength", " characters")


def _choice(options: Sequence[Schema]) -> str:
    """One of several forms; prose and lists of one are named as what they are."""
    if len(options) == 1:
        return _kind(options[0])
    first, second = options[0], options[-1]
    if second.get("type") == "object" and second.get("additionalProperties") == {"type": "string"}:
        return "prose"
    if second.get("type") == "array" and second["items"] == first:
        return f"{_kind(second)}, or one"
    return " or ".join(_kind(option) for option in options)


def _mapping(schema: Schema) -> str:
    """A mapping from ids, or from a few words, to values."""
    patterns = schema.get("patternProperties")
    names = schema.get("propertyNames", {})
    if patterns:
        [(pattern, inner)] = patterns.items()
        return f"{_PATTERNS[pattern]}: {_kind(inner)}"
    inner = schema.get("additionalProperties")
    words = f"one of {_kind(names)}" if "enum" in names else "word"
    return f"{words}: {_kind(inner)}" if isinstance(inner, Mapping) and inner else "mapping"


def _bounds(schema: Schema, low: str, high: str, unit: str = "") -> str:
    least, most = schema.get(low), schema.get(high)
    if least is None and most is None:
        return ""
    if least is None:
        return f", at most {most:,}{unit}"
    if most is None:
        return f", at least {least}{unit}"
    if least == most:
        return f", {least}{unit.removesuffix('s') if least == 1 else unit}"
    return f", {least} to {most:,}{unit}"


def _conditions() -> str:
    names = {**NAMES, **TEXT_NAMES}
    functions = {**FUNCTIONS, **TEXT_FUNCTIONS}
    name_rows = [(f"`{gauge.id}`", "number", gauge.meaning.in_language("en")) for gauge in GAUGES.values()]
    name_rows += [(f"`{name}`{_marked(name)}", kind, MEANINGS[name]) for name, kind in names.items()]
    rows = [
        (f"`{_called(name, signature)}`{_marked(name)}", signature[2], MEANINGS[name])
        for name, signature in functions.items()
    ]
    return "\n".join(
        [
            _section("Names in conditions", _WRITTEN, ("name", "gives", "meaning"), name_rows),
            _section("Functions in conditions", _QUOTED, ("function", "gives", "meaning"), rows),
        ]
    )


_WRITTEN = """\
Numbers and grades are compared by `<`, `<=`, `==`, `!=`, `>=` and `>`; a grade stands in quotes: `grade < 'suspected'`.
`and`, `or`, `not` and round brackets put conditions together. A *truth* stands by itself: `accused`, `not accused`. The
first six names are the standard gauges; gauges of your own are names too. Names and functions marked *text* belong in a
red line alone."""
_QUOTED = "Arguments are ids in quotes: `adopted('protest')`. Those in brackets may be left out."


def _marked(name: str) -> str:
    return " *text*" if name in TEXT_NAMES or name in TEXT_FUNCTIONS else ""


def _called(name: str, signature: Signature) -> str:
    arguments, needed, _ = signature
    written = ", ".join([*arguments[:needed], *(f"[{argument}]" for argument in arguments[needed:])])
    return f"{name}({written})"


def _numbers() -> str:
    about = "What `numbers:` can change, with the bounds. [The rules](../rules.md) say where each is used."
    rows = [
        (
            f"`{number.name}`",
            str(number.default),
            f"{number.metadata['low']} to {number.metadata['high']}",
            number.metadata["meaning"],
        )
        for number in fields(Numbers)
    ]
    return _section("Numbers", about, ("number", "default", "bounds", "meaning"), rows)


def _trials() -> str:
    commands = "What a seat can do in a test. Fields with `?` may be left out. `package: ID` may stand for a `draft`."
    events = "What can have happened. A test names the fields that matter to it."
    return "\n".join(
        [
            _section("Commands in tests", commands, ("kind", "fields", "values"), _with_values()),
            _section("Events in tests", events, ("kind", "fields"), _worded(EVENT_WORDS)),
        ]
    )


def _with_values() -> list[tuple[str, str, str]]:
    """The commands with what stands in those fields that take one of a few words."""
    values: dict[str, list[str]] = {}
    for place, words in COMMAND_VALUES.items():
        kind, field = place.split()
        is_record = words.startswith("{")
        named = ", ".join(f"`{word}`" for word in words.strip("{}").split())
        values.setdefault(kind, []).append(f"`{field}` has {named}" if is_record else f"`{field}`: {named}")
    return [(kind, fields, "; ".join(values.get(kind.strip("`"), ()))) for kind, fields in _worded(COMMAND_WORDS)]


def _worded(table: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(f"`{kind}`", ", ".join(f"`{field}`" for field in words.split())) for kind, words in table.items()]
