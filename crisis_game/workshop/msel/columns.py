"""The columns of the list, in the words of exercise planners, and the headings by which they are known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_origin

from crisis_game.scenario.model import Asking, Inject
from crisis_game.scenario.records import Key, declared, options
from crisis_game.texts import Prose
from crisis_game.workshop.msel.sheet import tidy
from crisis_game.workshop.msel.spellings import column_by_spelling, plain


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

    @property
    def name(self) -> str:
        """What it is called in the code: the one key that it holds, else its heading."""
        return self.keys[0] if len(self.keys) == 1 else self.heading


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
    Column("number"),
    Column("id"),
    Column("time", ("round", "until_round", "at")),
    Column("minute", (), ("scheduled minute",)),
    *map(_column, _DECLARED),
)

LONGEST_HEADING = 64
"""Characters of a heading that are looked at."""

_BY_NAME = {column.name: column for column in COLUMNS}
_BY_SPELLING = column_by_spelling({column.name: (column.heading, *column.others) for column in COLUMNS})
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
    """The column that a heading names, in any of its spellings; None where it is not one of ours."""
    words = tidy(cell[:LONGEST_HEADING]).strip("\ufeff*: ").casefold()
    if match := _WITH_LANGUAGE.fullmatch(words):
        column = _by_spelling(match[1])
        if column and column.is_prose:
            return Heading(column, _code(match[2]))
    column = _by_spelling(words)
    return Heading(column) if column else None


def column_called(heading: str) -> Column | None:
    """The column whose own heading this is."""
    return next((column for column in COLUMNS if column.heading == " ".join(heading.casefold().split())), None)


def _by_spelling(words: str) -> Column | None:
    return _BY_NAME.get(_BY_SPELLING.get(plain(words), ""))


def _code(language: str) -> str:
    first, dash, country = language.partition("-")
    return f"{first}{dash}{country.upper()}"
