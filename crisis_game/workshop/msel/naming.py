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
    _taken: set[str] = field(init=False)

    def __post_init__(self) -> None:
        titles = [self.title(row) for row in self.form.rows if not self.cell(row, "id")]
        self._titles = Counter(filter(None, titles))
        first = self.written.languages[0]
        column = next(column for column in COLUMNS if column.heading == "title")
        self._known = {}
        for id_, entry in self.written.entries.items():
            self._known.setdefault(cell_of(entry, column, first, first), []).append(id_)
        self._taken = {known for title in self._titles if (known := self._known_by(title, 0))}

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
        known = self._known_by(title, self._seen[title]) or self._known_by_number(row)
        id_ = written_id or known or self._new_id(row, title)
        message = None
        if not id_:
            message = Text("the row needs an id, or a title from which one can be made")
        elif not written_id and id_ in self.written.entries and known is None:
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

    def _known_by(self, title: str, count: int) -> str | None:
        """The inject of a title; of several the one in the same place among them, if the list has them all."""
        ids = self._known.get(title, []) if title else []
        return ids[count] if count < len(ids) <= self._titles[title] else None

    def _known_by_number(self, row: int) -> str | None:
        """The inject that has a row's number, where the row has no title and its text has changed.

        Two planners number their lists alike, so that a number counts only where half of the list is known by its
        texts, and where one inject alone, which no row of the list is known for, has it.
        """
        number = "" if self.cell(row, "title") else self._by_number(row)
        if not number or 2 * len(self._taken) < self._titles.total():
            return None
        same = [id_ for id_ in self.written.entries if id_.startswith(f"{number}-") and id_ not in self._taken]
        return same[0] if len(same) == 1 else None

    def _new_id(self, row: int, title: str) -> str:
        """An id of the title; with the row's number in front where the title is one that was made of the text."""
        number = "" if self.cell(row, "title") else self._by_number(row)
        count = self._seen[title]
        id_ = f"{number}-{slug(title)}"[:_LONGEST_SLUG].strip("-") if number else slug(title)
        return f"{id_}-{count + 1}" if count else id_

    def _by_number(self, row: int) -> str:
        number = "" if self.form.place("id") else slug(f"n {self.cell(row, 'number')}").removeprefix("n")
        return f"inject{number}" if number else ""


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
