"""A class as a folder: the saves of several councils that played one scenario, and who the people in them are.

It is a lesson's folder, whose file has the people; or any folder of saves, as groups hand them in that played each at a
keyboard of their own. Reading leaves everything in it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crisis_game.exercise.lesson_file import FILE, Attendee, LessonRecord, read_lesson, save_name
from crisis_game.exercise.people import ROW, read_people
from crisis_game.exercise.save import SaveError, open_save
from crisis_game.exercise.saves_folder import ENDING

MOST_COUNCILS = 60
"""Saves of one folder."""

_NUMBERED = re.compile(rf"{save_name(0).removesuffix(ENDING)}(?:-([2-9]|[1-9][0-9]))?{re.escape(ENDING)}")
"""The saves of a lesson: `council.crisis` of the first council, `council-2.crisis` of the second."""


@dataclass(frozen=True, slots=True)
class FolderCouncil:
    """A council of a class: its name, its save, and its people as far as a file names them.

    In a lesson people have keys of their own. At one keyboard the key of whoever plays a seat is the seat.
    """

    name: str
    save: Path
    people: tuple[Attendee, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file of the folder that is not taken in, and why, in one sentence."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class ClassFolder:
    """A class.

    Attributes:
        path: the folder.
        scenario: the id of what all its councils played.
        councils: in the order of their numbers in a lesson, else of their names.
        left_out: saves that cannot be read.
        lesson: the lesson's file, where there is one.
    """

    path: Path
    scenario: str
    councils: tuple[FolderCouncil, ...]
    left_out: tuple[LeftOut, ...] = ()
    lesson: LessonRecord | None = None


def read_class(folder: Path) -> ClassFolder:
    """The class of a folder.

    Raises:
        SaveError: if there is no such folder, none of its saves can be read, they are of several scenarios, or its
            lesson's file is not sound.
    """
    saves = _saves(folder)
    lesson = read_lesson(folder) if (folder / FILE).exists() else None
    councils: list[tuple[FolderCouncil, str]] = []
    left_out: list[LeftOut] = []
    for path in saves:
        try:
            councils.append(_council(path, lesson))
        except SaveError as fault:
            left_out.append(LeftOut(path.name, str(fault)))
    if not councils:
        raise SaveError(f"{folder}: none of its saves can be read. {left_out[0].why}")
    scenario = _one_scenario(folder, councils)
    return ClassFolder(folder, scenario, tuple(council for council, _ in councils), tuple(left_out), lesson)


def _saves(folder: Path) -> list[Path]:
    """Its saves, a lesson's councils by their numbers."""
    try:
        if not folder.is_dir():
            raise SaveError(f"{folder}: there is no such folder.")
        inside = sorted(folder.iterdir())
        saves = [path for path in inside if path.suffix == ENDING and path.is_file()]
        lessons = [path.name for path in inside if (path / FILE).is_file()]
    except OSError as fault:
        raise SaveError(f"{folder}: cannot be read ({fault.strerror or fault}).") from fault
    if not saves and lessons:
        raise SaveError(
            f"{folder}: the lessons lie in folders below it, such as {folder / lessons[0]}: name one of them."
        )
    if not saves:
        raise SaveError(f"{folder}: there is no save in it; a class is a folder with the saves of its councils.")
    if len(saves) > MOST_COUNCILS:
        raise SaveError(f"{folder}: there are {len(saves)} saves in it; a class has at most {MOST_COUNCILS}.")
    return sorted(saves, key=lambda path: (_number(path), path.name))


def _number(path: Path) -> int:
    """The number of a lesson's council; 0 for a save of another name."""
    named = _NUMBERED.fullmatch(path.name)
    return int(named[1] or 1) if named else 0


def _council(path: Path, lesson: LessonRecord | None) -> tuple[FolderCouncil, str]:
    """A council, and the id of its scenario. Raises SaveError."""
    with open_save(path, writing=False) as save:
        scenario, people = str(save.header.get("scenario")), save.outside.get(ROW)
    place = _number(path)
    if lesson is not None and 1 <= place <= len(lesson.councils):
        name = lesson.councils[place - 1]
        of_it = tuple(attendee for attendee in lesson.attendees if attendee.council == name)
        return FolderCouncil(name or path.stem, path, of_it), scenario
    return FolderCouncil(path.stem, path, tuple(_at_keyboard(people))), scenario


def _at_keyboard(written: Any) -> Iterator[Attendee]:
    """Those who gave names at one keyboard; nobody where they cannot be read."""
    rows = written if isinstance(written, list) else []
    seats = [row["seat"] for row in rows if isinstance(row, dict) and isinstance(row.get("seat"), str)]
    people, _ = read_people(written, seats)
    for person in people.persons:
        if person.name:
            yield Attendee(person.seat, person.name, person.seat)


def _one_scenario(folder: Path, councils: list[tuple[FolderCouncil, str]]) -> str:
    """What all of them played. Raises SaveError where that is not the same."""
    first, scenario = councils[0]
    for council, played in councils[1:]:
        if played != scenario:
            raise SaveError(
                f"{folder}: its saves are of different scenarios, {first.save.name} of {scenario} and "
                f"{council.save.name} of {played}; a class plays one."
            )
    return scenario
