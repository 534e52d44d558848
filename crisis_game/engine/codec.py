"""Commands, events and submissions to plain JSON values and back, by the types of their fields.

Reading is strict: an unknown kind, a missing or unknown field, a value of the wrong type or beyond the limits is a
`ValueError` with one sentence. Nothing is called but the constructors of our own plain classes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

MOST_ITEMS = 2000
MOST_CHARACTERS = 20_000
LARGEST_NUMBER = 1 << 63
DEEPEST = 32
"""Values within values. Python's own limit would depend on who calls, and on what a library set it to."""

Reader = Callable[[Any, str], Any]


def write(value: Any) -> Any:
    """A plain JSON value for a record, a tuple, a mapping or a plain value. Raises TypeError for anything else.

    A field that came to a record later and is marked `only_if_said` is left out where it is empty, so that a log that
    was written before it is written again to the byte.
    """
    if value is None or isinstance(value, str | int | bool):
        return value
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, tuple | list | set | frozenset):
        return [write(item) for item in (sorted(value) if isinstance(value, set | frozenset) else value)]
    if isinstance(value, Mapping):
        return {str(key): write(item) for key, item in value.items()}
    if is_dataclass(value):
        parts = ((record_field, getattr(value, record_field.name)) for record_field in fields(value))
        plain = {each.name: write(part) for each, part in parts if part or "only_if_said" not in each.metadata}
        kind = getattr(type(value), "kind", None)
        return {"kind": kind, **plain} if isinstance(kind, str) else plain
    raise TypeError(f"a {type(value).__name__} has no place in a save")


def read(kind: Any, value: Any, where: str = "value") -> Any:
    """The value of a type from a plain JSON value. Raises ValueError with one sentence."""
    return reader(kind)(value, where)


def read_kind(kinds: Mapping[str, type], value: Any, where: str) -> Any:
    """A record whose `kind` says which of `kinds` it is. Raises ValueError with one sentence."""
    if not isinstance(value, dict) or not isinstance(value.get("kind"), str) or value["kind"] not in kinds:
        raise ValueError(f"{where}: no known kind")
    if is_deeper(value, DEEPEST):
        raise ValueError(f"{where} is nested too deeply")
    return reader(kinds[value["kind"]])({key: item for key, item in value.items() if key != "kind"}, where)


def is_deeper(value: Any, most: int) -> bool:
    """Whether more than so many values lie within each other."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return most < 0 or any(is_deeper(item, most - 1) for item in inner)


@cache
def reader(kind: Any) -> Reader:
    """The function that reads one type."""
    if kind is Any or kind is object:
        raise TypeError("a field needs a type")
    if is_dataclass(kind):
        return _record_reader(kind)
    return _plain_reader(kind) or _composite_reader(kind)


def _plain_reader(kind: Any) -> Reader | None:
    if kind is str:
        return _read_string
    if kind is bool:
        return lambda value, where: value if isinstance(value, bool) else _wrong(where, "true or false")
    if kind is int:
        return _read_number
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda value, where: _member(kind, value, where)
    if kind is NoneType:
        return lambda value, where: None if value is None else _wrong(where, "nothing")
    return None


def _composite_reader(kind: Any) -> Reader:
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return lambda value, where: _one_of(inner, value, where)
    if origin in (Union, UnionType):
        return _union_reader(inner)
    if origin is tuple:
        return _tuple_reader(inner)
    if origin is not None and issubclass(origin, Mapping):
        return _mapping_reader(inner[1])
    raise TypeError(f"no reader for {kind}")


def _read_string(value: Any, where: str) -> Any:
    if not isinstance(value, str) or len(value) > MOST_CHARACTERS:
        return _wrong(where, "a text of at most 20,000 characters")
    return value


def _read_number(value: Any, where: str) -> Any:
    if type(value) is not int or abs(value) > LARGEST_NUMBER:
        return _wrong(where, "a whole number")
    return value


def _one_of(options: tuple[Any, ...], value: Any, where: str) -> Any:
    for option in options:
        if type(option) is type(value) and option == value:
            return option
    return _wrong(where, "one of " + ", ".join(map(str, options)))


def _member(kind: type[Enum], value: Any, where: str) -> Any:
    """One of a closed set, by its name."""
    if isinstance(value, str) and value in kind.__members__:
        return kind[value]
    return _wrong(where, f"a {kind.__name__.lower()} that this version has")


def _union_reader(inner: tuple[Any, ...]) -> Reader:
    def read_union(value: Any, where: str) -> Any:
        for kind in inner:
            try:
                return reader(kind)(value, where)
            except ValueError:
                continue
        return _wrong(where, "another kind of value")

    return read_union


def _tuple_reader(inner: tuple[Any, ...]) -> Reader:
    def read_tuple(value: Any, where: str) -> Any:
        if not isinstance(value, list | tuple) or len(value) > MOST_ITEMS:
            return _wrong(where, "a list")
        if inner[-1] is Ellipsis:
            return tuple(reader(inner[0])(item, where) for item in value)
        if len(value) != len(inner):
            return _wrong(where, f"a list of {len(inner)}")
        return tuple(reader(kind)(item, where) for kind, item in zip(inner, value, strict=True))

    return read_tuple


def _mapping_reader(inner: Any) -> Reader:
    def read_mapping(value: Any, where: str) -> Any:
        if not isinstance(value, dict) or len(value) > MOST_ITEMS:
            return _wrong(where, "a mapping")
        return {_read_string(key, where): reader(inner)(item, where) for key, item in value.items()}

    return read_mapping


def _record_reader(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    known = {record_field.name: hints[record_field.name] for record_field in fields(kind)}
    needed = {
        record_field.name
        for record_field in fields(kind)
        if record_field.default is MISSING and record_field.default_factory is MISSING
    }

    def read_record(value: Any, where: str) -> Any:
        if not isinstance(value, dict):
            return _wrong(where, f"a {kind.__name__}")
        strange = set(value) - set(known)
        missing = needed - set(value)
        if strange or missing:
            return _wrong(f"{where}.{min(strange or missing)}", "nothing of this name" if strange else "a value")
        inner = {name: reader(known[name])(value[name], f"{where}.{name}") for name in known if name in value}
        try:
            return kind(**inner)
        except ValueError as fault:
            raise ValueError(f"{where}: {fault}") from fault

    return read_record


def _wrong(where: str, wanted: str) -> Any:
    raise ValueError(f"{where} must be {wanted}")
