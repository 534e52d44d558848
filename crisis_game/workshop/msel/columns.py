"""The columns of the list, in the words of exercise planners, and the headings by which they are known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_origin

from crisis_game.scenario.model import Asking, Inject
from crisis_game.scenario.records import Key, declared, options
from crisis_game.texts import Prose, Text
from crisis_game.workshop.msel.sheet import Remark, Sheet, tidy


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        heading: as it is written.
        keys: the keys of an inject that it holds; none for what is worked out and not read back.
        others: other headings for the same.
        is_prose: whether it holds an author's words, which have a language.
        is_word: whether it holds one of a few words, in any case.
        is_needed: whether no inject can do without it.
    """

    heading: str
    keys: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    is_prose: bool = False
    is_word: bool = False
    is_needed: bool = False


def _column(key: Key) -> Column:
    """The column of a key, as the key's declaration has it."""
    kinds = options(key.type)
    return Column(
        key.headings[0],
        (key.name,),
        key.headings[1:],
        is_prose=kinds in ((Prose,), (Asking,)),
        is_word=all(get_origin(kind) is Literal for kind in kinds),
        is_needed=key.required,
    )


_FIRST = ("title", "sender", "to", "channel", "grade", "text", "asks", "expected")
"""The order in which planners read the keys; all others follow."""

_DECLARED = sorted(
    (key for key in declared(Inject).keys if key.headings),
    key=lambda key: _FIRST.index(key.name) if key.name in _FIRST else len(_FIRST),
)
COLUMNS = (
    Column("number", (), ("no", "no.", "nr", "#", "event number", "inject number", "serial")),
    Column("id", (), ("inject id", "key")),
    Column("time", ("round", "until_round", "at"), ("event time", "inject time")),
    Column("minute", (), ("minutes", "scheduled minute")),
    *map(_column, _DECLARED),
)

_LONGEST = 64
"""Characters of a heading that are looked at."""

_NAMING = ("id", "title")
"""Columns of which a list needs one: by them its rows are known."""

_BY_WORDS = {words: column for column in COLUMNS for words in (column.heading, *column.others)}
_WITH_LANGUAGE = re.compile(r"(.*?)\s*\(([a-z]{2,3}(?:-[A-Za-z]{2})?)\)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A column as a sheet has it: its language, where the heading names one."""

    column: Column
    language: str | None = None

    @property
    def words(self) -> str:
        """How it is written."""
        return f"{self.column.heading} ({self.language})" if self.language else self.column.heading


def heading_of(cell: str) -> Heading | None:
    """The column that a heading names, in any case; None where it is not one of ours."""
    words = tidy(cell[:_LONGEST]).strip("\ufeff*: ").casefold()
    if match := _WITH_LANGUAGE.fullmatch(words):
        column = _BY_WORDS.get(match[1])
        return Heading(column, _code(match[2])) if column and column.is_prose else None
    column = _BY_WORDS.get(words)
    return Heading(column) if column else None


def headings(sheet: Sheet) -> tuple[Mapping[int, Heading], tuple[Remark, ...]]:
    """The known columns of a sheet by their one-based place, and what there is to say of the headings."""
    if not sheet.rows:
        return {}, (Remark(sheet.place(), Text("the list is empty")),)
    columns: dict[int, Heading] = {}
    strange: list[str] = []
    remarks: list[Remark] = []
    for place, cell in enumerate(sheet.rows[0], 1):
        heading = heading_of(cell)
        if heading is None:
            strange += [tidy(cell)[:_LONGEST]] if tidy(cell) else []
        elif heading in columns.values():
            message = Text("the heading `{words}` stands twice; keep one of the columns", {"words": heading.words})
            remarks.append(Remark(sheet.place(1, place), message))
        else:
            columns[place] = heading
    if strange:
        message = Text("these columns are not read: {columns}", {"columns": tuple(strange)})
        remarks.append(Remark(sheet.place(1), message, "warning"))
    if not any(heading.column.heading in _NAMING for heading in columns.values()):
        remarks.append(Remark(sheet.place(1), _no_headings()))
    return columns, tuple(remarks)


def _no_headings() -> Text:
    return Text(
        "the first row must hold the headings, `id` or `title` among them; the others are {known}",
        {"known": tuple(column.heading for column in COLUMNS if column.heading not in _NAMING)},
    )


def _code(language: str) -> str:
    first, dash, country = language.partition("-")
    return f"{first}{dash}{country.upper()}"
