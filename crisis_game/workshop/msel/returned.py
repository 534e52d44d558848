"""The list of a scenario in the form of a planner's own: their headings, titles, sections and columns stay."""

from __future__ import annotations

from dataclasses import dataclass

from crisis_game.scenario.reading.inject_editing import InjectsFile
from crisis_game.texts import Text
from crisis_game.workshop.msel.columns import COLUMNS, Heading
from crisis_game.workshop.msel.intake import Intake, take_in
from crisis_game.workshop.msel.listing import cell_of
from crisis_game.workshop.msel.sheet import Remark, Sheet, SheetError
from crisis_game.workshop.msel.times import When
from crisis_game.workshop.msel.wishes import Wishes

Rows = tuple[tuple[str, ...], ...]
_ID = next(column for column in COLUMNS if column.heading == "id")


@dataclass(frozen=True, slots=True)
class Returned:
    """A planner's list after a scenario has changed.

    Attributes:
        rows: as they are to be written.
        changed, added: injects whose row says something else, and those that had none.
        left_out: how many rows have no inject any more.
        remarks: what is told of it.
    """

    rows: Rows
    changed: tuple[str, ...]
    added: tuple[str, ...]
    left_out: int
    remarks: tuple[Remark, ...]


def listing_like(sheet: Sheet, written: InjectsFile, wishes: Wishes, *, whole: bool = False) -> Returned:
    """A planner's list in which each cell that says something else than the scenario says what that says.

    A row whose inject the scenario does not have is left out; `whole` adds the injects without a row at the end.

    Raises:
        SheetError: if the list cannot be taken in as it is, with what is wrong.
    """
    intake = take_in(sheet, written, wishes)
    if intake.errors:
        raise SheetError(*intake.remarks)
    gone = {intake.rows[inject]: inject for inject in intake.added}
    missing = tuple(
        sorted(
            (inject for inject in written.entries if inject not in intake.rows),
            key=lambda inject: When.of(written.entries[inject]).order,
        )
    )
    rows = _Rows(sheet, written, intake)
    rows.correct()
    if missing and whole:
        rows.append(missing)
    remarks = [
        Remark(
            sheet.place(row), Text("the scenario has no inject `{id}`; the row is left out", {"id": inject}), "warning"
        )
        for row, inject in gone.items()
    ]
    if missing and not whole:
        message = Text(
            "these injects of the scenario have no row in the list: {ids}; `--all` adds them", {"ids": missing}
        )
        remarks.append(Remark(sheet.place(), message, "warning"))
    kept = tuple(tuple(cells) for row, cells in enumerate(rows.cells, 1) if row not in gone)
    return Returned(kept, intake.changed, missing if whole else (), len(gone), tuple(remarks))


class _Rows:
    """The rows of a list while they are written anew."""

    def __init__(self, sheet: Sheet, written: InjectsFile, intake: Intake) -> None:
        self.cells = [list(cells) for cells in sheet.rows]
        self._written = written
        self._intake = intake
        self._columns = dict(intake.form.columns)

    def correct(self) -> None:
        """Put what the scenario says into each cell that says something else."""
        for change in self._intake.changes:
            for place, heading in self._columns.items():
                is_spoken = change.language in (None, heading.language or self._written.languages[0])
                if change.inject in self._written.entries and change.key in heading.column.keys and is_spoken:
                    self._put(self._intake.rows[change.inject], place, self._said(change.inject, heading))

    def append(self, injects: tuple[str, ...]) -> None:
        """Add a row for each inject that has none, with ids, without which it would be taken for another."""
        number = self._intake.form.place("number")
        head = self._intake.form.head
        if not self._intake.form.place("id"):
            place = max(map(len, self.cells)) + 1
            self._columns[place] = Heading(_ID)
            self._put(head, place, _ID.heading)
            for inject, row in self._intake.rows.items():
                self._put(row, place, inject)
        numbers = [cells[number - 1] for cells in self.cells[head:] if 0 < number <= len(cells)]
        last = max((int(cell) for cell in numbers if cell.isdecimal()), default=0)
        for count, inject in enumerate(injects, 1):
            self.cells.append([])
            for place, heading in self._columns.items():
                self._put(len(self.cells), place, self._said(inject, heading))
            if number:
                self._put(len(self.cells), number, str(last + count))

    def _said(self, inject: str, heading: Heading) -> str:
        first = self._written.languages[0]
        if heading.column is _ID:
            return inject
        if not heading.column.keys:
            return ""
        return cell_of(self._written.entries[inject], heading.column, heading.language or first, first)

    def _put(self, row: int, place: int, words: str) -> None:
        cells = self.cells[row - 1]
        cells += [""] * (place - len(cells))
        cells[place - 1] = words
