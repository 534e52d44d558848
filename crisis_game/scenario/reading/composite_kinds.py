"""The kinds of values that hold others: lists, tables, records, and what is written in another form; made from types.

`kind_of` makes the kind of a type as a record declares it, once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from crisis_game.conditions.condition import Condition, Formula
from crisis_game.scenario.model_script import WrittenEffect
from crisis_game.scenario.model_trials import WrittenWhen
from crisis_game.scenario.model_voices import Sayings
from crisis_game.scenario.reading import value_kinds
from crisis_game.scenario.reading.check_effect import effect_flaws
from crisis_game.scenario.reading.check_voices import sayings_flaws
from crisis_game.scenario.reading.context import Context, Way
from crisis_game.scenario.reading.fact_tables import FactTable
from crisis_game.scenario.reading.gauge_table import GaugeTable
from crisis_game.scenario.reading.likes_table import LikesTable
from crisis_game.scenario.reading.shape_problems import FAULTY, wrong_keys, wrong_kind, wrong_length
from crisis_game.scenario.reading.trial_acts import Act, when_faults
from crisis_game.scenario.reading.value_kinds import (
    Form,
    Id,
    KeyKind,
    Kind,
    Letters,
    Line,
    Number,
    Schema,
    Texts,
    Words,
)
from crisis_game.scenario.records import (
    Asks,
    Bounds,
    Changed,
    Declared,
    Mark,
    Named,
    Ref,
    Written,
    declared,
    is_record,
    options,
)
from crisis_game.texts import Prose

ANY = Bounds()
PROSE = Texts()
_ID = "id"
CHECKS: Mapping[type, Callable[[Context, Any, Way], None]] = {
    WrittenEffect: effect_flaws,
    WrittenWhen: when_faults,
    Sayings: sayings_flaws,
}
"""What the keys of a record must be to each other, or hold, for records that cannot be made otherwise."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; with `or_one` also its only entry without the brackets."""

    inner: Kind
    limits: Bounds
    or_one: bool

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """A tuple of the entries; `FAULTY` where it is no list, or one of the wrong length."""
        if type(value) is not list:
            if not self.or_one or value is None:
                return wrong_kind(at, way, "a list")
            value = [value]
        if len(value) > self.limits.most:
            return wrong_length(at, way, len(value), self.limits, entries=True)
        read, before = self.inner.read, at.flaws
        entries = tuple([read(at, entry, (way, place)) for place, entry in enumerate(value)])
        if len(entries) < self.limits.least and at.flaws == before:
            return wrong_length(at, way, len(entries), self.limits, entries=True)
        return entries

    def schema(self) -> Schema:
        """A list, or one entry."""
        listed = value_kinds.bounded(
            {"type": "array", "items": self.inner.schema()}, self.limits, "minItems", "maxItems"
        )
        return {"anyOf": [listed["items"], listed]} if self.or_one else listed


@dataclass(frozen=True, slots=True)
class TableOf:
    """A mapping from keys to values; entries with a flaw are left out of it."""

    key: KeyKind
    inner: Kind
    limits: Bounds

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """The sound entries by key; `FAULTY` where it is no mapping, or a mapping of too few."""
        if type(value) is not dict:
            return wrong_kind(at, way, value_kinds.MAPPING)
        if len(value) < self.limits.least:
            return wrong_length(at, way, len(value), self.limits, entries=True)
        entries: dict[str, Any] = {}
        read_entry = self.inner.read_entry if isinstance(self.inner, RecordOf) else None
        for key, written in value.items():
            here, before = (way, key), at.flaws
            self.key.read_key(at, key, here)
            entry = read_entry(at, key, written, here) if read_entry else self.inner.read(at, written, here)
            if at.flaws == before:
                entries[key] = entry
        return entries

    def schema(self) -> Schema:
        """A mapping, with the form of its keys."""
        keys, values = self.key.schema(), self.inner.schema()
        whole: Schema = {"type": "object", "additionalProperties": values}
        if "pattern" in keys:
            whole = {"type": "object", "patternProperties": {keys["pattern"]: values}}
        names = {name: keys[name] for name in ("enum", "maxLength") if name in keys}
        if names:
            whole["propertyNames"] = names
        return value_kinds.bounded(whole, self.limits, "minProperties", "maxProperties")


@dataclass(frozen=True, slots=True)
class TableListed:
    """A table of records that is held as a tuple: their order counts, and each knows its id."""

    inner: TableOf

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """The records in their order."""
        entries = self.inner.read(at, value, way)
        return entries if entries is FAULTY else tuple(entries.values())

    def schema(self) -> Schema:
        """That of the table: a mapping, in which order counts here."""
        return self.inner.schema()


@dataclass(frozen=True, slots=True)
class Converted:
    """A value in its written form, then made what the model holds."""

    inner: Kind
    convert: Callable[[Any], Any]

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """What the model makes of the value as it is written; `FAULTY` where that has a fault."""
        before = at.flaws
        written = self.inner.read(at, value, way)
        return self.convert(written) if at.flaws == before else FAULTY

    def schema(self) -> Schema:
        """That of the written form."""
        return self.inner.schema()


@dataclass(frozen=True, slots=True)
class Slot:
    """A key of a record, ready to be read; with `null` an empty one counts as left out."""

    field: str
    kind: Kind
    read: Callable[[Context, Any, Way], Any]
    null: bool


class RecordOf:
    """A mapping with the keys of a record.

    With `changed` only what is given is kept, and only an id is required unless it is to stand there `in_full`.

    Attributes:
        names: of its keys, in their order.
        needed: the names of those that must be there.
        slots: its keys by name.
    """

    def __init__(self, declaration: Declared, *, changed: bool = False, in_full: bool = False) -> None:
        self.declared = declaration
        self.changed = changed
        keys = declaration.keys
        stands_elsewhere = changed and (declaration.id is not None or any(key.name == _ID for key in keys))
        self.names = tuple(key.name for key in keys)
        self.needed = frozenset(
            key.name for key in keys if key.required and (key.name == _ID or in_full or not changed)
        )
        self.slots: dict[str, Slot] = {}
        for key in keys:
            kind = kind_of(key.type, key.bounds)
            null = key.null or (stands_elsewhere and key.name not in self.needed)
            self.slots[key.name] = Slot(key.field, kind, kind.read, null)
        self._needed = frozenset(self.slots[name].field for name in self.needed)
        self._check = CHECKS.get(declaration.kind)

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """The record, or what is given of it."""
        return self._read(at, {}, value, way)

    def read_entry(self, at: Context, id_: str, value: Any, way: Way) -> Any:
        """The same for an entry of a table."""
        own = self.declared.id
        if own is None:
            return self._read(at, {}, {**value, _ID: id_} if isinstance(value, dict) else value, way)
        return self._read(at, {own[0]: id_}, value, way)

    def _read(self, at: Context, values: dict[str, Any], value: Any, way: Way) -> Any:
        declaration = self.declared
        if declaration.short and (short := self.slots[declaration.short]).kind is PROSE:
            if PROSE.meant(value):
                return self._of_prose(at, {**values, short.field: PROSE.read(at, value, way)}, way)
        elif type(value) is str and declaration.short:
            value = {declaration.short: value}
        if declaration.whole:
            only = self.slots[declaration.whole]
            return declaration.kind(**values, **{only.field: only.kind.read(at, value, way)})
        if type(value) is not dict:
            return wrong_kind(at, way, value_kinds.MAPPING)
        before = at.flaws
        self._read_keys(at, values, value, way)
        return FAULTY if at.flaws != before else self._made(at, values, way)

    def _of_prose(self, at: Context, values: dict[str, Any], way: Way) -> Any:
        """The record of which only the prose is written that may stand for it."""
        return FAULTY if values[self.slots[self.declared.short].field] is FAULTY else self._made(at, values, way)

    def _read_keys(self, at: Context, values: dict[str, Any], value: dict[str, Any], way: Way) -> None:
        """Read the keys into what is given, by field."""
        slots, strange = self.slots, False
        for key, written in value.items():
            slot = slots.get(key)
            if slot is None:
                strange = True
            elif written is not None or not slot.null:
                values[slot.field] = slot.read(at, written, (way, key))
        if strange or not values.keys() >= self._needed:
            self.tell_keys(at, value, way)

    def _made(self, at: Context, values: dict[str, Any], way: Way) -> Any:
        """What is made of what is given, where nothing is wrong with it."""
        if self.changed:
            record: Any = Changed(self.declared, values, at.nothing)
        else:
            record = self.declared.kind(**at.defaults(self.declared).under(values))
        if self._check is not None:
            self._check(at, record, way)
        return record

    def tell_keys(self, at: Context, value: Mapping[str, Any], way: Way) -> None:
        """Tell of keys that are strange or missing."""
        strange = [name for name in value if name not in self.slots]
        missing = [name for name in self.names if name in self.needed and name not in value]
        if strange or missing:
            wrong_keys(at, way, strange, missing, self.names)

    def schema(self) -> Schema:
        """A reference to the record's own schema; a word too where one may stand for it."""
        if self.declared.whole:
            return self.slots[self.declared.whole].kind.schema()
        named = {"$ref": f"#/$defs/{schema_name(self.declared)}"}
        if not self.declared.short:
            return named
        is_prose = self.slots[self.declared.short].kind is PROSE
        return {"anyOf": [PROSE.schema() if is_prose else {"type": "string"}, named]}


def schema_name(declaration: Declared) -> str:
    """What the schema calls a record."""
    return "".join(word[0].upper() + word[1:] for word in declaration.name.split())


def record_in(kind: Any) -> RecordOf | None:
    """The record that a kind of value holds, however deep."""
    while not isinstance(kind, RecordOf | None):
        kind = getattr(kind, "inner", None)
    return kind


MARKED: Mapping[str, Kind] = {
    "facts": value_kinds.Facts(),
    "fact rows": FactTable(),
    "likes": LikesTable(),
    "weights": value_kinds.Weights(),
    "gauge words": value_kinds.GaugeWords(),
    "charter": value_kinds.WrittenCharter(),
    "numbers": value_kinds.ChangedNumbers(),
    "act": Act(),
    "fuse": value_kinds.Fuse(),
}
"""Forms of their own, by the names that records give them."""


@cache
def kind_of(kind: Any, limits: Bounds = ANY) -> Kind:
    """The kind of a type, within the bounds that its key gives."""
    marks: tuple[Any, ...] = ()
    if get_origin(kind) is Annotated:
        kind, *rest = get_args(kind)
        marks = tuple(rest)
        limits = next((mark for mark in marks if isinstance(mark, Bounds)), limits)
    for mark in reversed(marks):
        if (marked := _marked(mark, kind, limits)) is not None:
            return marked
    if kind in _PLAIN:
        return _PLAIN[kind](limits)
    return RecordOf(declared(kind)) if is_record(kind) else _composite(kind, limits)


def _marked(mark: Any, kind: Any, limits: Bounds) -> Kind | None:
    match mark:
        case Written(form=form, convert=convert):
            return Converted(kind_of(form, limits), convert)
        case Ref():
            return Id(mark)
        case Named():
            return Form(mark)
        case Asks(scope=scope):
            return Line("truth", scope)
        case Mark(form="one or more"):
            return ListOf(kind_of(get_args(kind)[0]), limits, or_one=True)
        case Mark(form="in full"):
            return RecordOf(declared(get_args(kind)[0]), changed=True, in_full=True)
        case Mark(form="gauges"):
            return GaugeTable(_composite(kind, limits))
        case Mark(form="switches"):
            return value_kinds.Switches(key_kind(get_args(kind)[0]))
        case Mark(form=form):
            return MARKED[form]
    return None


_PLAIN: Mapping[Any, Callable[[Bounds], Kind]] = {
    int: Number,
    str: Letters,
    bool: lambda _: value_kinds.Truth(),
    Prose: lambda _: PROSE,
    Condition: lambda _: Line("truth", "world"),
    Formula: lambda _: Line("number", "world"),
}


def _composite(kind: Any, limits: Bounds) -> Kind:
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return Words(inner)
    if origin in (Union, UnionType):
        return _union(options(kind), limits)
    if origin is Changed:
        return RecordOf(declared(inner[0]), changed=True)
    if origin is tuple and inner[-1] is not Ellipsis:
        return ListOf(kind_of(inner[0]), Bounds(len(inner), len(inner)), or_one=False)
    if origin is tuple:
        return _table_or_list(inner[0], limits)
    if origin is not None and issubclass(origin, Mapping):
        return table_of(key_kind(inner[0]), kind_of(inner[1]), limits)
    raise TypeError(f"no kind for {kind}")


def _union(several: tuple[Any, ...], limits: Bounds) -> Kind:
    """The only option beside nothing, or the words of several lists of words."""
    if len(several) == 1:
        return kind_of(several[0], limits)
    return Words(tuple(word for option in several for word in get_args(option) if word))


def _table_or_list(entry: Any, limits: Bounds) -> Kind:
    """A tuple of records that know their ids is written as a table, any other as a list."""
    own = declared(entry).id if is_record(entry) else None
    if own is None:
        return ListOf(kind_of(entry), limits, or_one=False)
    return TableListed(table_of(key_kind(own[1]), kind_of(entry), limits))


def table_of(key: KeyKind, entry: Kind, limits: Bounds) -> TableOf:
    """A table; the keys of a table of records are new ids, those of any other name what there is."""
    new = isinstance(entry, RecordOf) and isinstance(key, Id)
    return TableOf(Form(key.ref.form) if new and isinstance(key, Id) else key, entry, limits)


def key_kind(kind: Any) -> KeyKind:
    """The kind of a mapping's keys."""
    kind_of_key = kind_of(kind)
    if isinstance(kind_of_key, Id | Form | Words):
        return kind_of_key
    raise TypeError(f"no kind of key for {kind}")
