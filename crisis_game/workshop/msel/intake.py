"""A list read back: which keys of which injects change, and what is wrong with which cell.

Only a cell that says something else than the list of the scenario as it is now would say is a change. A column that is
not there changes nothing; an empty cell takes its key out. Injects that are not in the list stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from crisis_game.scenario.reading.inject_editing import Change, InjectsFile, NotWritableError
from crisis_game.scenario.records import ID_PATTERN, LONGEST_ID
from crisis_game.texts import Text, Value
from crisis_game.workshop.msel.columns import COLUMNS, Heading, headings
from crisis_game.workshop.msel.listing import EVERYBODY, cell_of
from crisis_game.workshop.msel.sheet import Place, Remark, Sheet, tidy
from crisis_game.workshop.msel.times import BEATS, When, when_of

_SHOWN = 5
_MOST_TOLD = 100
_ID = re.compile(ID_PATTERN)
_SPREADSHEET_ERROR = re.compile(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!)")
_NO_INJECT: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Intake:
    """What a list would do to a scenario.

    Attributes:
        after: the scenario's files as they would be; None while there is an error.
        changed, added: ids, in the order of the list.
        remarks: errors and warnings, in the order of the sheet.
    """

    after: InjectsFile | None
    changed: tuple[str, ...]
    added: tuple[str, ...]
    remarks: tuple[Remark, ...]

    @property
    def errors(self) -> tuple[Remark, ...]:
        """What keeps the list from being taken in."""
        return tuple(remark for remark in self.remarks if remark.severity == "error")


def take_in(sheet: Sheet, written: InjectsFile) -> Intake:
    """What a list changes, and everything that is wrong with it; the scenario as it would be is checked too."""
    columns, remarks = headings(sheet)
    notes = [*sheet.remarks, *remarks, *_languages(sheet, columns, written)]
    if any(remark.severity == "error" for remark in notes):
        return Intake(None, (), (), tuple(notes))
    reading = _Reading(sheet, written, columns, notes)
    reading.read()
    after = _after(reading)
    if any(remark.severity == "error" for remark in notes):
        after = None
    ids = tuple(dict.fromkeys(change.inject for change in reading.changes))
    known = tuple(inject for inject in ids if inject in written.entries)
    added = tuple(inject for inject in ids if inject not in written.entries)
    return Intake(after, known, added, tuple(sorted(notes, key=lambda remark: (remark.place.row, remark.place.column))))


def _languages(sheet: Sheet, columns: Mapping[int, Heading], written: InjectsFile) -> Iterator[Remark]:
    """The headings that name a language which the scenario does not have."""
    for place, heading in columns.items():
        if heading.language and heading.language not in written.languages:
            message = Text(
                "the scenario has no texts in `{language}`; it has {languages}",
                {"language": heading.language, "languages": written.languages},
            )
            yield Remark(sheet.place(1, place), message)


def _after(reading: _Reading) -> InjectsFile | None:
    """The scenario as it would be; what is wrong with it is noted at the cells it comes from."""
    try:
        after = reading.written.changed(reading.sound_changes)
    except NotWritableError as fault:
        message = Text("the scenario is laid out in a way in which this cannot be changed safely; change it by hand")
        reading.notes.append(Remark(reading.place_of(fault.inject, fault.key), message))
        return None
    for inject_problem in islice(after.problems_since(reading.written), _MOST_TOLD):
        problem = inject_problem.problem
        place = reading.place_of(inject_problem.inject, inject_problem.key)
        if not place.row:
            place = Place(f"{problem.file}:{problem.span.line}:{problem.span.column}")
        message = Text("{message} {fix}", {"message": problem.message, "fix": problem.fix})
        reading.notes.append(Remark(place, message, problem.severity))
    return after


@dataclass(slots=True)
class _Reading:
    """One pass over the rows of a sheet."""

    sheet: Sheet
    written: InjectsFile
    columns: Mapping[int, Heading]
    notes: list[Remark]
    changes: list[Change] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    above: str | None = None

    def read(self) -> None:
        for row, cells in enumerate(self.sheet.rows[1:], 2):
            if any(map(tidy, cells)):
                self._row(row, tuple(map(tidy, cells)))
        left = [inject for inject in self.written.entries if inject not in self.rows]
        if left:
            more = Text("{number} more", {"number": len(left) - _SHOWN})
            shown: tuple[Value, ...] = (*left[:_SHOWN], more) if len(left) > _SHOWN else tuple(left)
            message = Text(
                "these injects of the scenario are not in the list and stay as they are: {ids}",
                {"ids": shown},
            )
            self.notes.append(Remark(self.sheet.place(), message, "warning"))

    @property
    def sound_changes(self) -> list[Change]:
        """The changes without new injects that lack something: what follows from that need not be told too."""
        faulty = {remark.place.row for remark in self.notes if remark.severity == "error"}
        return [
            change
            for change in self.changes
            if change.inject in self.written.entries or self.rows[change.inject] not in faulty
        ]

    def place_of(self, inject: str | None, key: str | None) -> Place:
        """The cell from which a key of an inject comes; its row, or the sheet, where there is none."""
        row = self.rows.get(inject or "", 0)
        column = next((place for place, heading in self.columns.items() if key in heading.column.keys), 0)
        return self.sheet.place(row, column if row else 0)

    def _row(self, row: int, cells: tuple[str, ...]) -> None:
        before, changed = len(self.notes), len(self.changes)
        self._check_cells(row, cells)
        id_ = self._id(row, cells)
        if id_ is None:
            return
        self.rows[id_] = row
        entry = self.written.entries.get(id_)
        if entry is None:
            self._check_new(row, cells)
        for place, heading in self.columns.items():
            if heading.column.keys:
                self._cell(id_, entry, heading, _at(cells, place), self.sheet.place(row, place))
        if entry is not None:
            self.above = id_
            self._check_variants(id_, entry, self.changes[changed:])
        elif len(self.notes) == before and not any(map(tidy, self._cells_under(cells, "id"))):
            self.notes.append(
                Remark(self.sheet.place(row), Text("this new inject gets the id `{id}`", {"id": id_}), "warning")
            )

    def _check_cells(self, row: int, cells: tuple[str, ...]) -> None:
        for place, cell in enumerate(cells, 1):
            if place in self.columns and _SPREADSHEET_ERROR.fullmatch(cell):
                message = Text("the cell holds an error of the spreadsheet: `{words}`", {"words": cell})
                self.notes.append(Remark(self.sheet.place(row, place), message))
            elif cell and place > len(self.sheet.rows[0]):
                message = Text("this cell has no heading above it; is there a separator too many in the row?")
                self.notes.append(Remark(self.sheet.place(row, place), message))

    def _id(self, row: int, cells: tuple[str, ...]) -> str | None:
        """The id in a row, else that of the inject with its title, else a new one; None where it is faulty."""
        written_id = next(iter(self._cells_under(cells, "id")), "")
        titles = [title for title in self._cells_under(cells, "title") if title]
        id_ = written_id or (self._known_by(titles[0]) or _slug(titles[0]) if titles else "")
        column = next((place for place, heading in self.columns.items() if heading.column.heading == "id"), 0)
        message = None
        if not id_:
            message = Text("the row needs an id, or a title from which one can be made")
        elif not written_id and id_ in self.written.entries and self._known_by(titles[0]) is None:
            message = Text("there is an inject `{id}` with another title; give this one an id of its own", {"id": id_})
        elif id_ not in self.written.entries and not (_ID.fullmatch(id_) and len(id_) <= LONGEST_ID):
            message = Text(
                "`{word}` is no id: lower-case words with hyphens, such as `{example}`",
                {"word": id_, "example": _slug(id_) or "first-news"},
            )
        elif id_ in self.rows:
            message = Text("the id `{id}` stands in row {row} already", {"id": id_, "row": self.rows[id_]})
        if message is None:
            return id_
        self.notes.append(Remark(self.sheet.place(row, column), message))
        return None

    def _cells_under(self, cells: tuple[str, ...], name: str) -> list[str]:
        return [_at(cells, place) for place, heading in self.columns.items() if heading.column.heading == name]

    def _known_by(self, title: str) -> str | None:
        first = self.written.languages[0]
        column = next(heading.column for heading in self.columns.values() if heading.column.heading == "title")
        ids = [id_ for id_, entry in self.written.entries.items() if cell_of(entry, column, first, first) == title]
        return ids[0] if len(ids) == 1 else None

    def _check_new(self, row: int, cells: tuple[str, ...]) -> None:
        for needed in [column.heading for column in COLUMNS if column.is_needed]:
            if not any(self._cells_under(cells, needed)):
                message = Text("a new inject needs a {heading}", {"heading": needed})
                place = next((at for at, heading in self.columns.items() if heading.column.heading == needed), 0)
                self.notes.append(Remark(self.sheet.place(row, place), message))

    def _check_variants(self, id_: str, entry: Mapping[str, Any], changes: list[Change]) -> None:
        variants = entry.get("variants")
        if isinstance(variants, list) and any(change.key == "text" for change in changes):
            message = Text(
                "the text changes, its other wordings ({number}) do not: look at `variants` in the scenario",
                {"number": len(variants)},
            )
            self.notes.append(Remark(self.place_of(id_, "text"), message, "warning"))

    def _cell(self, id_: str, entry: Mapping[str, Any] | None, heading: Heading, cell: str, place: Place) -> None:
        first = self.written.languages[0]
        language = heading.language or first
        if entry is not None and cell == cell_of(entry, heading.column, language, first):
            return
        if heading.column.heading == "time":
            self._time(id_, entry, cell, place)
        elif not cell and entry is not None and heading.column.is_needed and language == first:
            message = Text("an inject needs a {heading}", {"heading": heading.column.heading})
            self.notes.append(Remark(place, message))
        else:
            value = self._value(heading, cell)
            spoken = language if heading.column.is_prose else None
            self.changes.append(Change(id_, heading.column.keys[0], value, spoken, self.above))

    def _time(self, id_: str, entry: Mapping[str, Any] | None, cell: str, place: Place) -> None:
        when = when_of(cell)
        if isinstance(when, Text):
            self.notes.append(Remark(place, when))
            return
        before = When.of(entry or _NO_INJECT)
        parts: Iterator[tuple[str, int | str | None, int | str | None]] = iter(
            (
                ("round", when.first, before.first),
                ("until_round", when.last, before.last),
                ("at", when.beat if when.beat != BEATS[0] else None, before.beat if before.beat != BEATS[0] else None),
            )
        )
        self.changes += [Change(id_, key, now, None, self.above) for key, now, old in parts if now != old]

    def _value(self, heading: Heading, cell: str) -> str | list[str] | None:
        if not cell:
            return None
        if heading.column.heading == "to":
            return None if cell.casefold() == EVERYBODY else list(self._seats(cell))
        return cell.casefold() if heading.column.is_word else cell

    def _seats(self, cell: str) -> Iterator[str]:
        """The ids in a cell: given as such, in any case, or by the name of the state; others as they stand."""
        states = self.written.reading.merged.value.get("states")
        known: dict[str, str] = {}
        for id_, state in (states if isinstance(states, dict) else {}).items():
            name = state.get("name") if isinstance(state, dict) else None
            known.update(dict.fromkeys((id_.casefold(), str(name).casefold()), id_))
        for part in re.split(r"[,;/\n]", cell):
            words = part.split()
            if " ".join(words).casefold() in known:
                yield known[" ".join(words).casefold()]
            elif words and all(word.casefold() in known for word in words):
                yield from (known[word.casefold()] for word in words)
            elif words:
                yield " ".join(words)


def _at(cells: tuple[str, ...], place: int) -> str:
    return cells[place - 1] if place <= len(cells) else ""


def _slug(words: str) -> str:
    """An id made of a title."""
    from unicodedata import normalize

    ascii_ = normalize("NFKD", words).encode("ascii", "ignore").decode().casefold()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_.lstrip("0123456789 .-")))[:40].strip("-")
