"""How an author's record is declared, once: its keys with type, bounds, default and description.

A record is a frozen dataclass. Each field that an author writes is a `key`, described in a sentence for authors; the
first field that is none is the record's id, the key of the table it stands in. The field's type says what stands there:
a number, a word, `Prose`, a `Condition`, an id of a table (`Ref`), another record, tuples and mappings of these. From
this come the loaded model, its reading with places, the JSON Schema, the reference for authors and the planner's list;
nothing here reads a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from functools import cache
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Generic,
    Literal,
    TypeAlias,
    TypeVar,
    Union,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

from crisis_game.texts import Prose, prose

T = TypeVar("T")
Values: TypeAlias = Mapping[str, Any]

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
STATE_PATTERN = r"^[A-Z][A-Z0-9]{1,5}$"
GAUGE_PATTERN = r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"
LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Z]{2})?$"
LONGEST_ID, LONGEST_GAUGE = 64, 32
INFINITE = float("inf")

NO_WORDS = prose("")
"""The default of prose that may be left out: no words, in the language of the scenario."""


@dataclass(frozen=True, slots=True)
class Named:
    """A word of a form: a new id, or a code."""

    pattern: str = ID_PATTERN
    longest: float = LONGEST_ID


@dataclass(frozen=True, slots=True)
class Ref:
    """An id of a table.

    Attributes:
        table: which ids are right; those that a scenario defines are the keys of its table of such records.
        thing: what such an id names, in a sentence.
        form: of the keys of that table.
        none: whether `none` may stand for nobody.
    """

    table: str
    thing: str
    form: Named = Named()
    none: bool = False


@dataclass(frozen=True, slots=True)
class Bounds:
    """The lowest and highest number, the fewest and most letters, or the fewest and most entries."""

    least: float = -INFINITE
    most: float = INFINITE


@dataclass(frozen=True, slots=True)
class Asks:
    """What a condition may ask: the world, a text too, only what is drawn, or what its incident allows."""

    scope: Literal["world", "text", "draws", "incident"]


@dataclass(frozen=True, slots=True)
class Written:
    """A value that is written in another form than it is held in: the type of that form, and the conversion."""

    form: Any
    convert: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Mark:
    """A form of its own, which `reading.kinds` knows by this name."""

    form: Literal[
        "facts",
        "fact rows",
        "likes",
        "switches",
        "weights",
        "gauge words",
        "gauges",
        "charter",
        "numbers",
        "act",
        "fuse",
        "one or more",
        "in full",
    ]


Name = Annotated[str, Named()]
"""A word that an author makes up: in lower-case letters, digits and hyphens."""
Language = Annotated[str, Named(LANGUAGE_PATTERN, INFINITE)]
Some: TypeAlias = Annotated[tuple[T, ...], Mark("one or more")]
"""A list that may be shortened to its only entry."""


@dataclass(frozen=True, slots=True)
class By:
    """A default that is worked out from the record's other values.

    Attributes:
        null: whether an empty key counts as left out.
        under: whether it is a mapping that also holds for the keys that a written one does not name.
    """

    work: Callable[[Values], Any]
    null: bool = True
    under: bool = False


LATER = By(lambda _: "")
"""The default of a word that other parts of the scenario give; `reading.linking` says which."""
EMPTY = By(lambda _: {}, null=False)
"""The default of a mapping."""


def same_as(name: str) -> By:
    """The default of a key that is said like another one unless it is said otherwise."""
    return By(lambda values: values[name])


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a record, as its declaration says it.

    Attributes:
        field: of the record.
        name: in the file.
        about: for authors, in a sentence.
        bounds: of the number, the letters or the entries.
        left_out: what counts where it is left out; MISSING where it is required.
        after: the key after which the reference tells it, where that is not the order of the fields; empty for first.
        headings: of its column in a planner's list, the first as it is written; none for no column.
        type: as annotated.
    """

    field: str
    name: str
    about: str
    bounds: Bounds
    left_out: Any
    after: str | None
    headings: tuple[str, ...]
    type: Any = None

    @property
    def required(self) -> bool:
        """Whether it must be written."""
        return self.left_out is MISSING

    @property
    def null(self) -> bool:
        """Whether an empty key counts as left out."""
        left = self.left_out
        return left.null if isinstance(left, By) else left is None or left is NO_WORDS


def key(
    about: str,
    least: float = -INFINITE,
    most: float = INFINITE,
    *,
    default: Any = MISSING,
    default_factory: Any = MISSING,
    left_out: Any = MISSING,
    name: str = "",
    after: str | None = None,
    column: str = "",
) -> Any:
    """Declare a field that an author writes; see `Key` for what its parts mean.

    `default` says what counts where it is left out, for authors and in code, as does `default_factory=dict` for an
    empty mapping; `left_out` says it for authors alone, or how their default is worked out. `column` has the headings
    of a planner's column, with commas between.
    """
    usual = default if default_factory is MISSING else EMPTY
    out = usual if left_out is MISSING else left_out
    declared_key = Key("", name, about, Bounds(least, most), out, after, tuple(column.split(", ")) if column else ())
    if default_factory is not MISSING:
        return field(default_factory=default_factory, metadata={"key": declared_key})
    return field(default=default, metadata={"key": declared_key})


@dataclass_transform(frozen_default=True, field_specifiers=(key, field))
def record(
    *, name: str = "", short: str = "", whole: str = "", order: bool = False, kw_only: bool = False
) -> Callable[[type[T]], type[T]]:
    """Make a class a record; `order` and `kw_only` are those of a dataclass.

    `name` is what authors call it, by default the name of the class; `short` the key whose value a lone word is, or
    prose, where one may stand for the record; `whole` the only key, where its value stands for the record and it is
    never written.
    """

    def decorated(kind: type[T]) -> type[T]:
        record_class = dataclass(frozen=True, slots=True, order=order, kw_only=kw_only)(kind)
        _HEADS[record_class] = _Head(name or record_class.__name__, short, whole)
        return record_class

    return decorated


@dataclass(frozen=True, slots=True)
class _Head:
    name: str
    short: str
    whole: str


_HEADS: dict[type, _Head] = {}


@dataclass(frozen=True, slots=True)
class Declared:
    """What a record's class declares.

    Attributes:
        kind: the class.
        name: what authors call it.
        about: what it is, in a sentence.
        short, whole: the key whose value a lone word, or anything that is written, is; empty for none.
        id: the field that holds the key of the table in which it stands, and its type, if there is one.
        keys: in the order of the reference.
    """

    kind: Any
    name: str
    about: str
    short: str
    whole: str
    id: tuple[str, Any] | None
    keys: tuple[Key, ...]

    def defaults(self, nothing: Prose) -> Defaults:
        """What counts for keys that are left out; `nothing` for prose."""
        optional = {key.field: key.left_out for key in self.keys if not key.required}
        plain = {name: left for name, left in optional.items() if not isinstance(left, By)}
        worked = tuple((name, left) for name, left in optional.items() if isinstance(left, By))
        return Defaults({name: nothing if left is NO_WORDS else left for name, left in plain.items()}, worked)


@dataclass(frozen=True, slots=True)
class Defaults:
    """The defaults of a record, in one language: plain ones, and those that are worked out from the other values."""

    plain: Values
    worked: tuple[tuple[str, By], ...]

    def under(self, written: Values) -> dict[str, Any]:
        """The values of all fields, where all that is required is given."""
        values = {**self.plain, **written}
        for name, by in self.worked:
            if name not in written:
                values[name] = by.work(values)
            elif by.under:
                values[name] = {**by.work(values), **written[name]}
        return values


def is_record(kind: Any) -> bool:
    """Whether a type is a record's."""
    return kind in _HEADS if isinstance(kind, type) else False


@cache
def declared(kind: Any) -> Declared:
    """What a record's class declares."""
    head, hints = _HEADS[kind], get_type_hints(kind, include_extras=True)
    keys: list[Key] = []
    own: tuple[str, Any] | None = None
    for member in fields(kind):
        declared_key: Key | None = member.metadata.get("key")
        if declared_key is None:
            own = own or (member.name, hints[member.name])
        else:
            keys.append(
                replace(declared_key, field=member.name, name=declared_key.name or member.name, type=hints[member.name])
            )
    about = " ".join((kind.__doc__ or "").split("\n\n")[0].split())
    return Declared(kind, head.name, about, head.short, head.whole, own, _in_order(keys))


def _in_order(keys: list[Key]) -> tuple[Key, ...]:
    """The keys as they follow each other in the reference."""
    placed = [key for key in keys if key.after is None]
    waiting = [key for key in keys if key.after is not None]
    while waiting:
        names = ["", *(key.name for key in placed)]
        moved = next(key for key in waiting if key.after in names)
        placed.insert(names.index(str(moved.after)), moved)
        waiting.remove(moved)
    return tuple(placed)


@dataclass(frozen=True, slots=True)
class Changed(Generic[T]):
    """What is written of a record that stands elsewhere in full, or that is completed from elsewhere.

    Attributes:
        declared: the record.
        values: what is written, by field.
        nothing: what prose is that is left out.
    """

    declared: Declared
    values: Values
    nothing: Prose

    def over(self, known: Changed[T] | None) -> Changed[T]:
        """The same on top of what is known already."""
        return self if known is None else Changed(self.declared, {**known.values, **self.values}, self.nothing)

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of required keys that are not given."""
        return tuple(key.name for key in self.declared.keys if key.required and key.field not in self.values)

    def whole(self) -> T:
        """The record, with defaults for what is not given; nothing required may be missing."""
        instance: T = self.declared.kind(**self.declared.defaults(self.nothing).under(self.values))
        return instance


def bare(kind: Any) -> Any:
    """A type without what is noted on it."""
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def options(kind: Any) -> tuple[Any, ...]:
    """What a value of a type can be, nothing aside."""
    inner = bare(kind)
    several = get_args(inner) if get_origin(inner) in (Union, UnionType) else (inner,)
    return tuple(option for option in several if option is not NoneType)


def ref_of(kind: Any) -> Ref | None:
    """What an id of this type names; None for any other type."""
    return next((mark for mark in get_args(kind)[1:] if isinstance(mark, Ref)), None)


EACH = "*"
"""Stands for every entry of a table, on the way to one inside."""


@cache
def tables(kind: Any) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Where the records with ids stand in a record of this class: the keys on the way, and the name of their table."""
    return tuple(_tables(declared(kind)))


def _tables(declaration: Declared) -> Iterator[tuple[tuple[str, ...], str]]:
    for key in declaration.keys:
        inner = bare(key.type)
        if is_record(inner):
            yield from (((key.name, *way), table) for way, table in tables(inner))
            continue
        entries = [get_args(part)[0] if get_origin(part) is Changed else part for part in get_args(inner)]
        entry = next((part for part in entries if is_record(part)), None)
        own = declared(entry).id if entry is not None else None
        if own is not None and (ref := ref_of(own[1])) is not None:
            yield (key.name,), ref.table
        if own is not None:
            yield from (((key.name, EACH, *way), table) for way, table in tables(entry))
