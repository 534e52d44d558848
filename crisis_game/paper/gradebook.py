"""Points and feedback of a class written into the gradebook that a course platform exported.

Moodle heads its columns *First name*, *Last name* (once *Surname*), *ID number*, *Email address*, then a column for
each item such as *Assignment: Crisis (Real)*, beside it *Assignment: Crisis (Feedback)*; a grade that is not given is
`-`. Canvas heads them *Student*, *ID*, *SIS User ID*, *SIS Login ID*, *Section*, then *Crisis (4711)* with the item's
number; its second row, or its third, is *Points Possible*, and `EX` is a student who is excused.

Rows are matched by id or e-mail, never by name. What already stands in a cell and is no number stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from crisis_game.debrief.personal_grades import PersonalGrade
from crisis_game.exercise.lesson_file import Attendee
from crisis_game.exercise.roster import SPELLINGS
from crisis_game.pages.debrief.student import feedback_words
from crisis_game.paper.csv_cells import CsvTable, Row, read_cells
from crisis_game.paper.spreadsheet_safety import defused
from crisis_game.texts import Text, Value, Wording

OF = 100
"""What points are out of."""

IDENTIFYING = (*SPELLINGS["id"], *SPELLINGS["email"], "sis user id", "sis login id", "integration id")
"""Heads of columns by which a student is known, in small letters."""

NAMING = (*SPELLINGS["name"], "first name", "firstname", "last name", "lastname", "surname")
"""Heads of columns that name a student; they are shown, never matched."""

NO_GRADE = ("", "-")
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_BEHIND = re.compile(r"\s*\([^()]*\)$")
_BEFORE = re.compile(r"^[^:]+:\s*")


class GradebookError(Exception):
    """A gradebook cannot be filled; `fault` says why, in one sentence."""

    def __init__(self, fault: Text) -> None:
        super().__init__(fault.msgid)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Filled:
    """A gradebook that was filled: its bytes, how many rows got points, and what is to be said of the others."""

    data: bytes
    count: int
    remarks: tuple[Text, ...]


@dataclass(slots=True)
class _Filling:
    """What is filled so far."""

    table: CsvTable
    points: int
    feedback: int | None
    names: Sequence[int]
    by_seat: bool
    changes: dict[tuple[int, int], str] = field(default_factory=dict)
    remarks: list[Text] = field(default_factory=list)
    count: int = 0

    def remark(self, text: Text) -> None:
        """Note what is to be said."""
        self.remarks.append(text)

    def named(self, row: Row) -> str:
        """Who a row is of, as the file has it."""
        return " ".join(filter(None, (row.at(column) for column in self.names)))


def fill(
    data: bytes,
    column: str,
    grades: Sequence[PersonalGrade],
    wording: Wording,
    feedback: str = "",
    *,
    by_seat: bool = False,
) -> Filled:
    """Fill a column with points, and one with feedback where there is such a column.

    Args:
        data: the file that was exported.
        column: the head of the column for points: all of it, or without what the platform puts before and behind.
        grades: of the class.
        wording: of the feedback.
        feedback: the head of the column for feedback; empty for `COLUMN feedback`, where there is one.
        by_seat: give all who share a seat the points of what was done for it.

    Raises:
        GradebookError: if a column is not there, or not once, or there is none by which to know a student.
        CsvError: if the file is no table.
    """
    table = read_cells(data)
    if not table.rows:
        raise GradebookError(Text("there is nothing in it."))
    head, *_ = table.rows
    identifying = _columns(head, IDENTIFYING)
    if not identifying:
        raise GradebookError(Text("no column has ids or e-mail addresses; by names alone nobody is filled in."))
    places = _column(head, column), _feedback(head, column, feedback)
    filling = _Filling(table, *places, _columns(head, NAMING), by_seat)
    _match(filling, grades, identifying, wording)
    return Filled(table.changed(filling.changes), filling.count, tuple(filling.remarks))


# Columns --------------------------------------------------------------------------------------------------------------


def _spelt(words: str) -> str:
    return " ".join(words.replace("_", " ").casefold().split())


def _columns(head: Row, spellings: Sequence[str]) -> list[int]:
    return [place for place, cell in enumerate(head.cells) if _spelt(cell.words) in spellings]


def _is_feedback(spelt: str) -> bool:
    return spelt.endswith(("(feedback)", " feedback")) or spelt.startswith("feedback:")


def _essence(spelt: str) -> str:
    """A head without what the platform puts before (`assignment:`) and behind (`(real)`, the number of an item)."""
    return _BEHIND.sub("", _BEFORE.sub("", spelt))


def _column(head: Row, column: str) -> int:
    """The column of that name; Raises GradebookError where there is none, or several."""
    wanted = _spelt(column)
    heads = {place: _spelt(cell.words) for place, cell in enumerate(head.cells)}
    exact = [place for place, spelt in heads.items() if spelt == wanted]
    near = [place for place, spelt in heads.items() if _essence(spelt) == wanted and not _is_feedback(spelt)]
    return _only(head, column, exact or near)


def _only(head: Row, column: str, places: Sequence[int]) -> int:
    if len(places) == 1:
        return places[0]
    if places:
        heads = tuple(head.at(place) for place in places)
        values: dict[str, Value] = {"column": column, "heads": heads}
        raise GradebookError(Text("several columns are {column}: {heads}; give the whole head of one.", values))
    heads = tuple(filter(None, (head.at(place) for place in range(len(head.cells)))))
    raise GradebookError(Text("there is no column {column}; there are {heads}.", {"column": column, "heads": heads}))


def _feedback(head: Row, column: str, feedback: str) -> int | None:
    """The column for feedback; None where none was named and none belongs to the column of points."""
    if feedback:
        return _only(
            head, feedback, [place for place in range(len(head.cells)) if _spelt(head.at(place)) == _spelt(feedback)]
        )
    wanted = (_spelt(column), _essence(_spelt(column)))
    heads = {place: _spelt(cell.words) for place, cell in enumerate(head.cells)}
    own = [
        place
        for place, spelt in heads.items()
        if _is_feedback(spelt) and (spelt.removesuffix(" feedback") in wanted or _essence(spelt) in wanted)
    ]
    return own[0] if len(own) == 1 else None


# People ---------------------------------------------------------------------------------------------------------------


def _keys(attendee: Attendee) -> set[str]:
    return {key.strip().casefold() for key in (attendee.id, attendee.email)} - {""}


def _match(filling: _Filling, grades: Sequence[PersonalGrade], identifying: Sequence[int], wording: Wording) -> None:
    rows: dict[int, list[int]] = {}
    doubtful: list[int] = []
    for number, row in enumerate(filling.table.rows[1:], 1):
        known_by = [row.at(column).casefold() for column in identifying]
        people = [place for place, grade in enumerate(grades) if not _keys(grade.attendee).isdisjoint(known_by)]
        if len(people) == 1:
            rows.setdefault(people[0], []).append(number)
        elif people:
            doubtful += people
            _tell_two(filling, row, [grades[place] for place in people])
        elif any(known_by):
            values: dict[str, Value] = {"line": row.line, "who": filling.named(row) or next(filter(None, known_by))}
            filling.remark(Text("Line {line}: {who} is in the file, and not in the class.", values))
        else:
            _tell_most(filling, row)
    for place, grade in enumerate(grades):
        numbers = rows.get(place, [])
        if len(numbers) == 1:
            _put(filling, numbers[0], grade, wording)
        elif numbers:
            lines = tuple(str(filling.table.rows[number].line) for number in numbers)
            told = "{who} stands in lines {lines} of the file, and is not filled in."
            filling.remark(Text(told, {**_who(grade), "lines": lines}))
        elif place not in doubtful:
            filling.remark(_missing(grade))


def _who(grade: PersonalGrade) -> dict[str, Value]:
    attendee = grade.attendee
    return {"who": attendee.name or attendee.seat, "council": grade.council}


def _missing(grade: PersonalGrade) -> Text:
    if not _keys(grade.attendee):
        return Text("{who} ({council}) has neither id nor e-mail, and is not filled in.", _who(grade))
    return Text("{who} ({council}) is in the class, and not in the file.", _who(grade))


def _tell_two(filling: _Filling, row: Row, grades: Sequence[PersonalGrade]) -> None:
    people = tuple(Text("{who} ({council})", _who(grade)) for grade in grades)
    told = "Line {line}: {people} of the class have the id or e-mail of this line, and are not filled in."
    filling.remark(Text(told, {"line": row.line, "people": people}))


def _tell_most(filling: _Filling, row: Row) -> None:
    """Of a row that is nobody's, such as Canvas' points possible: told where points are out of something else."""
    most = row.at(filling.points)
    if _NUMBER.fullmatch(most) and float(most.replace(",", ".")) != OF:
        told = "Line {line}: points there are out of {most}, and those filled in are out of {of}."
        filling.remark(Text(told, {"line": row.line, "most": most, "of": OF}))


def _put(filling: _Filling, number: int, grade: PersonalGrade, wording: Wording) -> None:
    row = filling.table.rows[number]
    stands = row.at(filling.points)
    if stands not in NO_GRADE and not _NUMBER.fullmatch(stands):
        told = "Line {line}: {stands} stands there for {who}, and is kept."
        filling.remark(Text(told, {**_who(grade), "line": row.line, "stands": stands}))
        return
    filling.count += 1
    filling.changes[number, filling.points] = str(grade.seat_points if filling.by_seat else grade.points)
    if filling.feedback is not None:
        filling.changes[number, filling.feedback] = defused(" ".join(map(wording.say, feedback_words(grade))))
