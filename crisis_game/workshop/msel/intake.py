"""A list read back: which keys of which injects change, and what is wrong with which cell.

Only a cell that says something else than the list of the scenario as it is now would say is a change. A column that is
not there changes nothing; an empty cell takes its key out. Injects that are not in the list stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from itertools import islice
from typing import Any

from crisis_game.scenario.reading.inject_editing import Change, InjectsFile, NotWritableError
from crisis_game.texts import Text, Value, counted
from crisis_game.workshop.msel.arrivals import Arrivals
from crisis_game.workshop.msel.columns import COLUMNS, Heading
from crisis_game.workshop.msel.form import Form, form_of
from crisis_game.workshop.msel.listing import cell_of
from crisis_game.workshop.msel.naming import Naming
from crisis_game.workshop.msel.recipients import Teams
from crisis_game.workshop.msel.sheet import Place, Remark, Sheet, tidy
from crisis_game.workshop.msel.spellings import CHANNELS, channel_of
from crisis_game.workshop.msel.times import BEATS, When
from crisis_game.workshop.msel.wishes import NO_WISHES, Wishes

_SHOWN = 5
_MOST_TOLD = 100
_SPREADSHEET_ERROR = re.compile(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!)")
_NO_INJECT: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Intake:
    """What a list would do to a scenario.

    Attributes:
        after: the scenario's files as they would be; None while there is an error.
        changes: key by key, in the order of the list.
        rows: the row of each inject in the list.
        left_out: how many rows would be injects, but for what they lack.
        form: of the list.
        teams: that stand for no state and that nobody explained.
        wants_start: whether it has times of day and nobody said when its exercise begins.
        remarks: errors and warnings, in the order of the sheet.
    """

    written: InjectsFile
    after: InjectsFile | None
    changes: tuple[Change, ...]
    rows: Mapping[str, int]
    left_out: int
    form: Form
    teams: tuple[str, ...]
    wants_start: bool
    remarks: tuple[Remark, ...]

    @property
    def changed(self) -> tuple[str, ...]:
        """The injects of the scenario that change, in the order of the list."""
        return tuple(inject for inject in self._ids if inject in self.written.entries)

    @property
    def added(self) -> tuple[str, ...]:
        """The injects that are new, in the order of the list."""
        return tuple(inject for inject in self._ids if inject not in self.written.entries)

    @property
    def errors(self) -> tuple[Remark, ...]:
        """What keeps the list from being taken in."""
        return tuple(remark for remark in self.remarks if remark.severity == "error")

    @property
    def _ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(change.inject for change in self.changes))


def take_in(sheet: Sheet, written: InjectsFile, wishes: Wishes = NO_WISHES) -> Intake:
    """What a list changes, and everything that is wrong with it; the scenario as it would be is checked too."""
    form = form_of(sheet, wishes)
    notes = [*_read(sheet, form), *form.remarks, *_languages(sheet, form, written)]
    if any(remark.severity == "error" for remark in notes):
        return Intake(written, None, (), {}, 0, form, (), False, tuple(notes))
    reading = _Reading(sheet, written, form, wishes, notes)
    reading.read()
    after = _after(reading)
    if any(remark.severity == "error" for remark in notes):
        after = None
    return Intake(
        written,
        after,
        tuple(reading.changes),
        reading.naming.rows,
        reading.left_out,
        form,
        tuple(reading.teams.unknown),
        reading.arrivals.wants_start,
        tuple(sorted(notes, key=lambda remark: (remark.place.row, remark.place.column))),
    )


def _read(sheet: Sheet, form: Form) -> Iterator[Remark]:
    """What was noticed while reading, but for cells that mean nothing to the game."""
    rows = {form.head, *form.rows}
    for remark in sheet.remarks:
        if not remark.place.column or (remark.place.column in form.columns and remark.place.row in rows):
            yield remark


def _languages(sheet: Sheet, form: Form, written: InjectsFile) -> Iterator[Remark]:
    """The headings that name a language which the scenario does not have."""
    for place, heading in form.columns.items():
        if heading.language and heading.language not in written.languages:
            message = Text(
                "the scenario has no texts in `{language}`; it has {languages}",
                {"language": heading.language, "languages": written.languages},
            )
            yield Remark(sheet.place(form.head, place), message)


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
    form: Form
    wishes: Wishes
    notes: list[Remark]
    changes: list[Change] = field(default_factory=list)
    left_out: int = 0
    naming: Naming = field(init=False)
    teams: Teams = field(init=False)
    arrivals: Arrivals = field(init=False)
    _ways: dict[str, list[Place]] = field(default_factory=dict, init=False)
    _above: str | None = field(default=None, init=False)
    _sections: set[str] = field(default_factory=set, init=False)
    _unclear: set[int] = field(default_factory=set, init=False)

    def __post_init__(self) -> None:
        scenario = self.written.reading.scenario
        states = self.written.reading.merged.value.get("states")
        self.naming = Naming(self.sheet, self.form, self.written)
        self.teams = Teams(states if isinstance(states, dict) else {}, self.wishes)
        self.arrivals = Arrivals(self.sheet, self.form, scenario.lesson if scenario else None, self.wishes)

    def read(self) -> None:
        for row in self.form.rows:
            self._row(row)
        self.notes += (Remark(self.sheet.place(), words) for words in self.teams.faults_of_wishes())
        self.notes += (*self.teams.remarks(), *self.arrivals.all_remarks(), *self._strange_ways())
        left = [inject for inject in self.written.entries if inject not in self.naming.rows]
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
        faulty = self._unclear | {remark.place.row for remark in self.notes if remark.severity == "error"}
        return [
            change
            for change in self.changes
            if change.inject in self.written.entries or self.naming.rows[change.inject] not in faulty
        ]

    def place_of(self, inject: str | None, key: str | None) -> Place:
        """The cell from which a key of an inject comes; its row, or the sheet, where there is none."""
        row = self.naming.rows.get(inject or "", 0)
        column = next((place for place, heading in self.form.columns.items() if key in heading.column.keys), 0)
        return self.sheet.place(row, column if row else 0)

    def _row(self, row: int) -> None:
        changed = len(self.changes)
        self._check_cells(row)
        if self.naming.is_empty(row):
            self._leave_out(row, 0, Text("the row has no id, no title and no text, and is left out"))
            return
        to = self.form.place("to")
        recipients = self.teams.meant_by(self._at(row, to)) if to else None
        if recipients is not None and recipients.is_nobody:
            self._leave_out(row, to, Text("nobody whom the row names takes part; it is left out"))
            return
        id_ = self.naming.id_of(row)
        if isinstance(id_, Text):
            self.notes.append(Remark(self.sheet.place(row, self.form.place("id")), id_))
            return
        entry = self.written.entries.get(id_)
        for place, heading in self.form.columns.items():
            if heading.column.keys:
                self._cell(id_, entry, heading, self._at(row, place), self.sheet.place(row, place))
        if entry is None:
            self._complete(row, id_)
        else:
            self._above = id_
            self._check_variants(id_, entry, self.changes[changed:])

    def _at(self, row: int, place: int) -> str:
        cells = self.sheet.rows[row - 1]
        return tidy(cells[place - 1]) if place <= len(cells) else ""

    def _leave_out(self, row: int, column: int, message: Text) -> None:
        self.left_out += 1
        self.notes.append(Remark(self.sheet.place(row, column), message, "warning"))

    def _check_cells(self, row: int) -> None:
        for place in self.form.columns:
            if _SPREADSHEET_ERROR.fullmatch(self._at(row, place)):
                message = Text("the cell holds an error of the spreadsheet: `{words}`", {"words": self._at(row, place)})
                self.notes.append(Remark(self.sheet.place(row, place), message))

    def _complete(self, row: int, id_: str) -> None:
        """What a new inject needs beside its cells: a title made of its text; a text, where only titles are."""
        language = self.written.languages[0]
        if not self.naming.cell(row, "title") and self.naming.cell(row, "text"):
            self.changes.append(Change(id_, "title", self.naming.title(row), language, self._above))
        elif not self.form.place("text") and self.naming.cell(row, "title"):
            self.changes.append(Change(id_, "text", self.naming.cell(row, "title"), language, self._above))
        else:
            self._check_new(row)
        section = self.form.section_above(row)
        if section and section not in self._sections:
            self._sections.add(section)
            last = self.changes.pop()
            self.changes.append(replace(last, section=section))

    def _check_new(self, row: int) -> None:
        for needed in [column.heading for column in COLUMNS if column.is_needed]:
            if not any(
                self._at(row, place) for place, heading in self.form.columns.items() if heading.column.heading == needed
            ):
                message = Text("a new inject needs a {heading}", {"heading": needed})
                self.notes.append(Remark(self.sheet.place(row, self.form.place(needed)), message))

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
        name = heading.column.name
        if name == "time":
            self._time(id_, entry, cell, place)
        elif name == "to":
            self._to(id_, entry, cell, place)
        elif name == "channel" and cell and cell.casefold() not in CHANNELS:
            self._way(id_, entry, cell, place)
        elif not cell and heading.column.is_needed and language == first:
            if entry is not None and (name != "title" or self.naming.cell(place.row, "id")):
                message = Text("an inject needs a {heading}", {"heading": heading.column.heading})
                self.notes.append(Remark(place, message))
        else:
            value = (cell.casefold() if heading.column.is_word else cell) or None
            spoken = language if heading.column.is_prose else None
            self.changes.append(Change(id_, heading.column.keys[0], value, spoken, self._above))

    def _time(self, id_: str, entry: Mapping[str, Any] | None, cell: str, place: Place) -> None:
        when = self.arrivals.when(cell, place)
        if when is None:
            self._unclear.add(place.row)
            return
        before = When.of(entry or _NO_INJECT)
        parts: Iterator[tuple[str, int | str | None, int | str | None]] = iter(
            (
                ("round", when.first, before.first),
                ("until_round", when.last, before.last),
                ("at", when.beat if when.beat != BEATS[0] else None, before.beat if before.beat != BEATS[0] else None),
            )
        )
        self.changes += [Change(id_, key, now, None, self._above) for key, now, old in parts if now != old]

    def _to(self, id_: str, entry: Mapping[str, Any] | None, cell: str, place: Place) -> None:
        self.teams.gather(cell, place)
        recipients = self.teams.meant_by(cell)
        before = self.teams.meant_by(cell_of(entry, self.form.columns[place.column].column, "", "")) if entry else None
        if recipients is None:
            self._unclear.add(place.row)
        elif recipients != before:
            self.changes.append(Change(id_, "to", list(recipients.seats) or None, None, self._above))

    def _way(self, id_: str, entry: Mapping[str, Any] | None, cell: str, place: Place) -> None:
        """A way in which messages come for which the game has another word, or none; a slip of the pen is kept."""
        if get_close_matches(cell.casefold(), CHANNELS, n=1):
            self.changes.append(Change(id_, "channel", cell.casefold(), None, self._above))
            return
        channel = channel_of(cell)
        if channel is None:
            self._ways.setdefault(cell, []).append(place)
        elif channel != (entry or _NO_INJECT).get("channel"):
            self.changes.append(Change(id_, "channel", channel, None, self._above))

    def _strange_ways(self) -> Iterator[Remark]:
        for cell, places in self._ways.items():
            message = counted(
                "`{cell}` is left out: it is none of the ways in which an inject comes, {ways}",
                "`{cell}`, here and in other cells, {n} in all, is left out: it is none of the ways in which an inject "
                "comes, {ways}",
                len(places),
                cell=cell,
                ways=CHANNELS,
            )
            yield Remark(places[0], message, "warning")
