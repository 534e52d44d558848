"""State and scenario to plain JSON values and back, by the types of their fields: what a client far away plays over.

Beside what `codec` has there are tables, sets, fractions and conditions; a field that stands at its default is left
out. Tables keep their order, since offers follow it. Reading is strict and bounded as there, and calls nothing but the
constructors of our own plain classes: whatever a host sends is a value or a `ValueError` with one sentence. A condition
is its line, checked for its grammar alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from fractions import Fraction
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, NoReturn, Union, get_args, get_origin, get_type_hints

from crisis_game.conditions.condition import Condition, Formula, condition
from crisis_game.conditions.parser import parse
from crisis_game.engine import codec
from crisis_game.scenario.fact_rows import ConditionalFacts, Fact, FactRow

MOST_ROWS = 10_000
"""Entries of a table, a list or a set."""

DEEPEST = 40
"""Values within values."""

LONGEST_NAME = 60
"""Characters that are told of a name that should not be there."""

IS = "$"
"""The key under which a record says which it is, where several are possible."""

Writer = Callable[[Any], Any]
Reader = Callable[[Any, str], Any]


def write(kind: Any, value: Any) -> Any:
    """A value of a type as a plain JSON value. Raises TypeError for a type that has no form here."""
    return _writer(kind)(value)


def read(kind: Any, value: Any, where: str) -> Any:
    """The value of a type from a plain JSON value. Raises ValueError with one sentence, without a stop."""
    if codec.is_deeper(value, DEEPEST):
        raise ValueError(f"{where} is nested too deeply")
    return _reader(kind)(value, where)


# Writing -------------------------------------------------------------------------------------------------------------


@cache
def _writer(kind: Any) -> Writer:
    if kind in (str, int, bool, NoneType) or get_origin(kind) is Literal:
        return _as_it_is
    if kind is Any:
        return codec.write
    if kind is Fraction:
        return str
    if kind in (Condition, Formula):
        return lambda value: value.source
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda value: value.name
    return _record_writer(kind) if _is_record(kind) else _composite_writer(kind)


def _is_record(kind: Any) -> bool:
    """Whether a type is a record, and none that has a form of its own."""
    return is_dataclass(kind) and kind not in (Condition, Formula)


def _parts(kind: Any) -> list[Field[Any]]:
    """The fields of a record that make it what it is: by which it is made, and compared."""
    return [each for each in fields(kind) if each.init and each.compare]


def types_of(kind: Any) -> dict[str, Any]:
    """The types of the fields of a record that cross a wire, by name."""
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in _parts(kind)}


def _as_it_is(value: Any) -> Any:
    return value


def _composite_writer(kind: Any) -> Writer:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _union_writer(inner)
    if origin in (list, tuple) and (origin is list or inner[-1] is Ellipsis):
        item = _writer(inner[0])
        return lambda value: [item(part) for part in value]
    if origin is tuple:
        parts = [_writer(part) for part in inner]
        return lambda value: [part(item) for part, item in zip(parts, value, strict=True)]
    if origin in (set, frozenset):
        item = _writer(inner[0])
        return lambda value: [item(part) for part in sorted(value)]
    if origin is not None and issubclass(origin, Mapping):
        return _table_writer(*inner)
    raise TypeError(f"no writer for {kind}")


def _union_writer(inner: tuple[Any, ...]) -> Writer:
    records = {kind: kind.__name__ for kind in inner if _is_record(kind)}
    composite = [kind for kind in inner if get_origin(kind) not in (None, Literal)]

    def write_union(value: Any) -> Any:
        own: Any = type(value)
        if own in records:
            plain = _writer(own)(value)
            return {IS: records[own], **plain} if len(records) > 1 else plain
        if value is None or isinstance(value, str | int | bool):
            return value
        return _writer(own if own in inner else composite[0])(value)

    return write_union


def _table_writer(key: Any, item: Any) -> Writer:
    write_item = _writer(item)
    if get_origin(key) is tuple:
        return lambda value: {_joined(name): write_item(part) for name, part in value.items()}

    def write_table(value: Any) -> Any:
        table = {name: write_item(part) for name, part in value.items()}
        if isinstance(value, ConditionalFacts):
            return {"plain": table, "rows": [_writer(FactRow)(row) for row in value.rows]}
        return table

    return write_table


def _joined(names: tuple[Any, ...]) -> str:
    """A key of several parts."""
    return json.dumps(names, separators=(",", ":"), ensure_ascii=False)


def _record_writer(kind: Any) -> Writer:
    hints, defaults = types_of(kind), defaults_of(kind)
    writers: dict[str, Writer] = {}  # filled as needed: a record may hold others of its kind, or what stays at home

    def write_record(value: Any) -> Any:
        plain = {}
        for name, default in defaults.items():
            part = getattr(value, name)
            if part is not default and part != default:
                if name not in writers:
                    writers[name] = _writer(hints[name])
                plain[name] = writers[name](part)
        return plain

    return write_record


def defaults_of(kind: Any) -> dict[str, Any]:
    """What the fields of a record are where nothing is said; `MISSING` for those that must be there."""
    return {each.name: _default(each) for each in _parts(kind)}


def _default(record_field: Field[Any]) -> Any:
    if record_field.default_factory is not MISSING:
        return record_field.default_factory()
    return record_field.default


# Reading -------------------------------------------------------------------------------------------------------------


@cache
def _reader(kind: Any) -> Reader:
    if kind in (str, int, bool, NoneType) or get_origin(kind) is Literal:
        return codec.reader(kind)
    if kind is Any:
        return _read_plain
    if kind is Fraction:
        return _read_fraction
    if kind is Condition:
        return lambda value, where: condition(_line(value, where))
    if kind is Formula:
        return lambda value, where: Formula(_line(value, where), parse(value))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return codec.reader(kind)
    return _record_reader(kind) if _is_record(kind) else _composite_reader(kind)


def _composite_reader(kind: Any) -> Reader:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _union_reader(inner)
    if origin is tuple and inner[-1] is not Ellipsis:
        return _pair_reader(inner)
    if origin in (list, tuple, set, frozenset):
        return _list_reader(origin, inner[0])
    if origin is not None and issubclass(origin, Mapping):
        return _table_reader(inner[0], inner[1], rows=origin is not dict and inner[1] == Fact)
    raise TypeError(f"no reader for {kind}")


def _line(value: Any, where: str) -> str:
    line: str = codec.read(str, value, where)
    return line


def _read_fraction(value: Any, where: str) -> Fraction:
    number, _, part = _line(value, where).partition("/")
    digits = (number, part or "1")
    if not all(each.isascii() and each.isdecimal() and len(each) < 10 for each in digits) or int(digits[1]) == 0:
        _wrong(where, "a fraction")
    return Fraction(int(digits[0]), int(digits[1]))


def _read_plain(value: Any, where: str) -> Any:
    """Any plain value: lists are tuples, as in all that is frozen."""
    if isinstance(value, dict):
        return {_line(name, where): _read_plain(part, where) for name, part in value.items()}
    if isinstance(value, list):
        return tuple(_read_plain(part, where) for part in value)
    return _reader(str | int | bool | None)(value, where)


def _union_reader(inner: tuple[Any, ...]) -> Reader:
    records = {kind.__name__: kind for kind in inner if _is_record(kind)}
    others = [kind for kind in inner if kind not in records.values()]

    def read_union(value: Any, where: str) -> Any:
        if isinstance(value, dict) and records:
            kind = records.get(str(value.get(IS))) if len(records) > 1 else next(iter(records.values()))
            if kind is None:
                _wrong(where, f"one of {', '.join(records)}")
            return _reader(kind)({name: part for name, part in value.items() if name != IS}, where)
        for kind in others:
            try:
                return _reader(kind)(value, where)
            except ValueError:
                continue
        _wrong(where, "another kind of value")

    return read_union


def _pair_reader(inner: tuple[Any, ...]) -> Reader:
    def read_pair(value: Any, where: str) -> Any:
        if not isinstance(value, list) or len(value) != len(inner):
            _wrong(where, f"a list of {len(inner)}")
        return tuple(_reader(kind)(item, where) for kind, item in zip(inner, value, strict=True))

    return read_pair


def _list_reader(made: Callable[[Any], Any], kind: Any) -> Reader:
    def read_list(value: Any, where: str) -> Any:
        if not isinstance(value, list) or len(value) > MOST_ROWS:
            _wrong(where, "a list")
        item = _reader(kind)
        return made([item(part, where) for part in value])

    return read_list


def _table_reader(key: Any, kind: Any, *, rows: bool) -> Reader:
    read_key = _read_joined(key) if get_origin(key) is tuple else _line

    def read_table(value: Any, where: str) -> Any:
        if not isinstance(value, dict) or len(value) > MOST_ROWS:
            _wrong(where, "a mapping")
        item = _reader(kind)
        if rows and isinstance(value.get("rows"), list):
            if set(value) != {"plain", "rows"}:
                _wrong(where, "facts with rows over them")
            return ConditionalFacts(
                read_table(value["plain"], where), _reader(tuple[FactRow, ...])(value["rows"], where)
            )
        return {read_key(name, where): item(part, where) for name, part in value.items()}

    return read_table


def _read_joined(kind: Any) -> Reader:
    def read_key(value: Any, where: str) -> Any:
        try:
            parts = json.loads(_line(value, where))
        except (ValueError, RecursionError):
            _wrong(where, "a key of several parts")
        return _reader(kind)(parts, where)

    return read_key


def _record_reader(kind: Any) -> Reader:
    known = types_of(kind)

    def read_record(value: Any, where: str) -> Any:
        if not isinstance(value, dict):
            _wrong(where, f"a {kind.__name__}")
        return made(kind, {name: _read_part(known, name, part, where) for name, part in value.items()}, where)

    return read_record


def _read_part(known: Mapping[str, Any], name: str, part: Any, where: str) -> Any:
    if name not in known:
        _wrong(f"{where}.{name[:LONGEST_NAME]}", "nothing of this name")
    return _reader(known[name])(part, f"{where}.{name}")


def made(kind: Any, parts: Mapping[str, Any], where: str) -> Any:
    """A record of parts that were read. Raises ValueError where one is missing, or where they do not go together."""
    needed = (each.name for each in _parts(kind) if each.default is each.default_factory is MISSING)
    for name in needed:
        if name not in parts:
            _wrong(f"{where}.{name}", "a value")
    try:
        return kind(**parts)
    except (ValueError, LookupError, TypeError, ArithmeticError) as fault:
        raise ValueError(f"{where} does not hold together: {fault}") from fault


def _wrong(where: str, wanted: str) -> NoReturn:
    raise ValueError(f"{where} must be {wanted}")
