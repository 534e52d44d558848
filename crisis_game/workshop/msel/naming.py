"""By which id the inject in a row of a list is known, and what it is called where the list has no titles."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from unicodedata import normalize

from crisis_game.scenario.reading.inject_editing import InjectsFile
from crisis_game.scenario.records import ID_PATTERN, LONGEST_ID
from crisis_game.texts import Text
from crisis_game.workshop.msel.columns import COLUMNS
from crisis_game.workshop.msel.form import Form
from crisis_game.workshop.msel.listing import cell_of
from crisis_game.workshop.msel.sheet import Sheet, tidy

_ID = re.compile(ID_PATTERN)
_LONGEST_SLUG = 40
_LONGEST_TITLE = 60
_SENTENCE = re.compile(r"(.+?[.!?:;])(?:\s|$)")


@dataclass(slots=True)
class Naming:
    """How the rows of a list are known: by their ids, else their titles, else their numbers.

    Attributes:
        written: the scenario as it is.
        rows: the row of each inject that was named so far.
    """

    sheet: Sheet
    form: Form
    written: InjectsFile
    rows: dict[str, int] = field(default_factory=dict)
    _titles: Counter[str] = field(init=False)
    _seen: Counter[str] = field(default_factory=Counter, init=False)
    _known: dict[str, list[str]] = field(init=False)

    def __post_init__(self) -> None:
        self._titles = Counter(self.title(row) for row in self.form.rows if not self.cell(row, "id"))
        first = self.written.languages[0]
        column = next(column for column in COLUMNS if column.heading == "title")
        self._known = {}
        for id_, entry in self.written.entries.items():
            self._known.setdefault(cell_of(entry, column, first, first), []).append(id_)

    def cell(self, row: int, name: str) -> str:
        """What a row has under our heading, in the first column of that name; empty where there is none."""
        place = self.form.place(name)
        cells = self.sheet.rows[row - 1]
        return tidy(cells[place - 1]) if 0 < place <= len(cells) else ""

    def title(self, row: int) -> str:
        """The title in a row, else one made of its text."""
        return self.cell(row, "title") or short_title(self.cell(row, "text"))

    def is_empty(self, row: int) -> bool:
        """Whether there is nothing in a row from which an inject could be made or known."""
        return not (self.cell(row, "id") or self.title(row))

    def id_of(self, row: int) -> str | Text:
        """The id of the inject in a row, which is then taken; or what is wrong with it."""
        written_id = self.cell(row, "id")
        title = self.title(row)
        known = self._known_by(title) if title else None
        id_ = written_id or known or self._new_id(row, title)
        message = None
        if not id_:
            message = Text("the row needs an id, or a title from which one can be made")
        elif not written_id and id_ in self.written.entries and known is None and not self._is_numbered(row, id_):
            message = Text("there is an inject `{id}` with another title; give this one an id of its own", {"id": id_})
        elif id_ not in self.written.entries and not (_ID.fullmatch(id_) and len(id_) <= LONGEST_ID):
            message = Text(
                "`{word}` is no id: lower-case words with hyphens, such as `{example}`",
                {"word": id_, "example": slug(id_) or "first-news"},
            )
        elif id_ in self.rows:
            message = Text("the id `{id}` stands in row {row} already", {"id": id_, "row": self.rows[id_]})
        else:
            self.rows[id_] = row
        self._seen[title] += not written_id
        return message or id_

    def _known_by(self, title: str) -> str | None:
        """The inject of a title; of several the one in the same place among them, if the list has them all."""
        ids = self._known.get(title, [])
        count = self._seen[title]
        return ids[count] if count < len(ids) <= self._titles[title] else None

    def _new_id(self, row: int, title: str) -> str:
        """An id of the row's number where it has no title, else of its title."""
        numbered = "" if self.cell(row, "title") else self._by_number(row)
        count = self._seen[title]
        return numbered or (f"{slug(title)}-{count + 1}" if count else slug(title))

    def _by_number(self, row: int) -> str:
        number = "" if self.form.place("id") else slug(f"n {self.cell(row, 'number')}").removeprefix("n")
        return f"inject{number}" if number else ""

    def _is_numbered(self, row: int, id_: str) -> bool:
        return id_ == self._by_number(row)


def slug(words: str) -> str:
    """An id made of a title."""
    ascii_ = normalize("NFKD", words).encode("ascii", "ignore").decode().casefold()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_.lstrip("0123456789 .-")))[:_LONGEST_SLUG].strip("-")


def short_title(text: str) -> str:
    """A title made of a text: its first sentence, or as many words of that as a heading holds."""
    words = " ".join(text.split())
    sentence = _SENTENCE.match(words)
    first = (sentence[1] if sentence else words).rstrip(".:;")
    if len(first) <= _LONGEST_TITLE:
        return first
    return f"{first[: _LONGEST_TITLE - 1].rpartition(' ')[0] or first[: _LONGEST_TITLE - 1]}…"
