"""Forgetting who the people of a class were: names, e-mails, ids and tokens go, pseudonyms take their place.

What they did stays, and so does what they typed into letters, reasons and notes: it stands in logs whose chain would
break. Pseudonyms are those of an export for research (`pseudonyms`).
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing, nullcontext
from dataclasses import dataclass, replace
from typing import Any

from crisis_game.exercise.class_folder import ClassFolder, FolderCouncil, LeftOut
from crisis_game.exercise.lesson_file import LessonRecord, write_lesson
from crisis_game.exercise.lesson_hold import hold
from crisis_game.exercise.people import ROW
from crisis_game.exercise.pseudonyms import pseudonym, research_key
from crisis_game.exercise.save import SaveError, open_save

SLIPS = "slips.html"
"""The personal links of a lesson on paper: names, with ways in that no longer lead anywhere."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was forgotten: how many people, in which saves, and which saves could not be changed, with why."""

    people: int
    saves: tuple[str, ...]
    left: tuple[LeftOut, ...]


def forget(folder: ClassFolder) -> Forgotten:
    """Forget the people of a class.

    Raises:
        SaveError: if the lesson's file cannot be changed, or a host has the lesson open.
    """
    key = research_key(folder.path)
    saves: list[str] = []
    left = list(folder.left_out)
    people = 0
    with closing(hold(folder.path)) if folder.lesson is not None else nullcontext():
        for council in folder.councils:
            names = {attendee.key: pseudonym(key, council.name, attendee.key) for attendee in council.people}
            try:
                _forget_in_save(council, names)
                saves.append(council.save.name)
            except SaveError as fault:
                left.append(LeftOut(council.save.name, str(fault)))
            people += len(names)
        if folder.lesson is not None:
            write_lesson(folder.path, _without_people(folder.lesson, folder, key))
            (folder.path / SLIPS).unlink(missing_ok=True)
    return Forgotten(people, tuple(saves), tuple(left))


def _without_people(lesson: LessonRecord, folder: ClassFolder, key: bytes) -> LessonRecord:
    """A lesson into which no token leads any more; who has no save yet is called by their key."""
    names = {
        attendee.key: pseudonym(key, council.name, attendee.key)
        for council in folder.councils
        for attendee in council.people
    }
    attendees = tuple(
        replace(attendee, name=names.get(attendee.key, attendee.key), id="", email="", tokens=(), links=())
        for attendee in lesson.attendees
    )
    return replace(lesson, attendees=attendees, facilitator=(), projector=())


def _forget_in_save(council: FolderCouncil, names: Mapping[str, str]) -> None:
    """Pseudonyms in place of the names that were given at its keyboard; PINs go. Raises SaveError."""
    with open_save(council.save, writing=False) as save:
        people = save.outside.get(ROW)
        if not people:
            return
        save.check_chain()
        save.own()
        save.note(ROW, list(_renamed(people, names)))
        save.write_anew()


def _renamed(people: Any, names: Mapping[str, str]) -> list[dict[str, str]]:
    rows = people if isinstance(people, list) else []
    seats = [row["seat"] for row in rows if isinstance(row, dict) and isinstance(row.get("seat"), str)]
    return [{"seat": seat, "name": names.get(seat, "")} for seat in seats]
