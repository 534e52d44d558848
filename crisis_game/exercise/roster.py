"""A class as a file: `class.csv`, one person a line, as a spreadsheet writes it.

Columns are `id`, `e-mail`, `name`, `council` and `seat`, in any order and in the usual spellings; all but the name may
be missing. It is UTF-8, with or without its mark, divided by commas, semicolons or tabs. What is wrong is told with
line and column, all of it at once; then nobody is put down.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import StringIO
from pathlib import Path

from crisis_game.exercise.lesson import MOST_PEOPLE
from crisis_game.exercise.lesson_file import MOST_COUNCILS, Attendee
from crisis_game.exercise.people import LONGEST_NAME, tidy_name
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Text, Value

LARGEST = 1 << 20
"""Bytes of a roster."""

LONGEST = 200
"""Characters of an id or an e-mail."""

DIVIDERS = ";\t,"

SPELLINGS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "id number", "student id", "user id", "userid", "username", "user name", "login"),
    "email": ("email", "e-mail", "mail", "email address", "e-mail address"),
    "name": ("name", "full name", "student", "participant"),
    "council": ("council", "group", "team", "exercise"),
    "seat": ("seat", "state", "country", "delegation", "role"),
}
"""Heads of each column, in small letters, `_` read as a blank; what other columns hold is left alone."""


class FaultyRosterError(Exception):
    """A roster cannot be used; `faults` says why, one sentence a fault, in the order of the file."""

    def __init__(self, faults: Sequence[Text]) -> None:
        super().__init__("; ".join(fault.msgid for fault in faults))
        self.faults = tuple(faults)


@dataclass(slots=True)
class _Reading:
    """What is read so far, and what was wrong."""

    scenario: Scenario
    councils: tuple[str, ...]
    faults: list[Text] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=lambda: {"": ""})

    def fault(self, line: int, column: str, because: Text) -> None:
        """Note what is wrong at a place."""
        values: dict[str, Value] = {"line": line, "column": column, "because": because}
        self.faults.append(Text("Line {line}, column {column}: {because}", values))


def read_roster(path: Path, scenario: Scenario, councils: Sequence[str] = ()) -> tuple[Attendee, ...]:
    """The people of a file, in its order, with keys from `p1` on.

    Args:
        path: of the file.
        scenario: whose seats are meant; a seat is named by its id, its letter or its name.
        councils: names of those that play; without any, those that the file names play (`councils_of`). Who has none
            in the file comes into the one with the fewest people.

    Raises:
        FaultyRosterError: if anything is wrong in it.
    """
    try:
        written = path.read_bytes()[: LARGEST + 1]
    except OSError as fault:
        values = {"path": str(path), "why": fault.strerror or str(fault)}
        raise FaultyRosterError([Text("{path} cannot be read: {why}.", values)]) from fault
    if len(written) > LARGEST:
        raise FaultyRosterError([Text("{path} is too large to be a roster.", {"path": str(path)})])
    try:
        words = written.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = written[: fault.start].count(b"\n") + 1
        sentence = Text("Line {line}: this is not UTF-8; save the file as CSV UTF-8.", {"line": line})
        raise FaultyRosterError([sentence]) from fault
    return roster(words, scenario, councils)


def roster(words: str, scenario: Scenario, councils: Sequence[str] = ()) -> tuple[Attendee, ...]:
    """The same of the words of a file. Raises FaultyRosterError."""
    reading = _Reading(scenario, tuple(councils))
    rows = list(_rows(words, reading))
    columns = _columns(rows[0][1], reading) if rows else {}
    people = [row for number, cells in rows[1:] for row in _person(number, cells, columns, reading)] if columns else []
    if not people and not reading.faults:
        reading.faults.append(NOBODY)
    if len(people) > MOST_PEOPLE:
        reading.faults.append(Text("A lesson holds at most {most} people.", {"most": MOST_PEOPLE}))
    playing = reading.councils or tuple(dict.fromkeys(person.council for person in people if person.council)) or ("",)
    if len(playing) > MOST_COUNCILS:
        values: dict[str, Value] = {"n": len(playing), "most": MOST_COUNCILS}
        reading.faults.append(Text("It names {n} councils, and a lesson has at most {most}.", values))
    if reading.faults:
        raise FaultyRosterError(reading.faults)
    return tuple(
        Attendee(f"p{place}", person.name, person.seat, id=person.id, email=person.email, council=person.council)
        for place, person in enumerate(_seated(_convened(people, playing), scenario), 1)
    )


def councils_of(attendees: Sequence[Attendee]) -> tuple[str, ...]:
    """The councils to which people of a roster belong, in the order in which the file names them."""
    return tuple(dict.fromkeys(attendee.council for attendee in attendees))


@dataclass(frozen=True, slots=True)
class _Person:
    name: str
    seat: SeatId
    id: str
    email: str
    council: str


def _rows(words: str, reading: _Reading) -> Iterator[tuple[int, list[str]]]:
    """Each line that holds anything, with its number in the file."""
    head = words.partition("\n")[0]
    divider = max(DIVIDERS, key=head.count)
    reader = csv.reader(StringIO(words, newline=""), delimiter=divider, strict=True)
    start = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield start, cells
            start = reader.line_num + 1
    except csv.Error as fault:
        reading.faults.append(Text("Line {line}: {why}.", {"line": reader.line_num, "why": str(fault)}))


def _columns(heads: Sequence[str], reading: _Reading) -> dict[str, int]:
    """The place of each column that is known; nothing where there is none of names."""
    columns: dict[str, int] = {}
    for place, head in enumerate(heads):
        spelt = " ".join(head.replace("_", " ").casefold().split())
        kind = next((kind for kind, spellings in SPELLINGS.items() if spelt in spellings), "")
        if kind in columns:
            reading.fault(1, head.strip(), Text("there are two columns of this kind."))
        elif kind:
            columns[kind] = place
    if "name" not in columns:
        reading.faults.append(Text("Line 1: no column is headed name; heads may be id, e-mail, name, council, seat."))
        return {}
    return columns


def _cell(cells: Sequence[str], columns: Mapping[str, int], kind: str) -> str:
    place = columns.get(kind)
    return cells[place].strip() if place is not None and place < len(cells) else ""


def _person(line: int, cells: Sequence[str], columns: Mapping[str, int], reading: _Reading) -> Iterator[_Person]:
    """One person; nobody where something is wrong."""
    before = len(reading.faults)
    name, written = tidy_name(_cell(cells, columns, "name")), _cell(cells, columns, "name")
    if not name:
        reading.fault(line, "name", Text("there is no name."))
    elif name != written:
        reading.fault(line, "name", Text("a name has at most {most} letters.", {"most": LONGEST_NAME}))
    for kind in ("name", "id", "email"):
        _check_once(line, kind, _cell(cells, columns, kind), reading)
    email = _cell(cells, columns, "email")
    if email and (email.count("@") != 1 or " " in email):
        reading.fault(line, "e-mail", Text("{email} is no address.", {"email": email[:LONGEST]}))
    for kind in ("id", "email"):
        if len(_cell(cells, columns, kind)) > LONGEST:
            reading.fault(line, kind, Text("it is longer than {most} letters.", {"most": LONGEST}))
    seat = _seat(line, _cell(cells, columns, "seat"), reading)
    council = _council(line, _cell(cells, columns, "council"), reading)
    if len(reading.faults) == before:
        yield _Person(name, seat, _cell(cells, columns, "id"), email, council)


def _check_once(line: int, kind: str, value: str, reading: _Reading) -> None:
    """A name, an id and an address are one person's: a second one of the same could not be told from the first."""
    key = f"{kind}:{value.casefold()}"
    if value and key in reading.seen:
        values: dict[str, Value] = {"value": value[:LONGEST], "line": reading.seen[key]}
        reading.fault(line, "e-mail" if kind == "email" else kind, Text("{value} stands in line {line} too.", values))
    reading.seen.setdefault(key, line)


def _seat(line: int, written: str, reading: _Reading) -> SeatId:
    """The seat that is meant; empty for none."""
    if not written:
        return ""
    states = reading.scenario.states
    for seat in reading.scenario.members:
        names = (words for _, words in states[seat].name.by_language)
        if written.casefold() in {seat.casefold(), states[seat].sign.casefold(), *(name.casefold() for name in names)}:
            return seat
    known = ", ".join(reading.scenario.members)
    reading.fault(line, "seat", Text("there is no seat {seat}; seats are {known}.", {"seat": written, "known": known}))
    return ""


def _council(line: int, written: str, reading: _Reading) -> str:
    """The council that is meant; empty for none."""
    if not written or not reading.councils:
        if written != tidy_name(written) or "/" in written:
            values: dict[str, Value] = {"most": LONGEST_NAME}
            reading.fault(line, "council", Text("its name has at most {most} letters, none of them a /.", values))
        return reading.named.setdefault(written.casefold(), written)
    for council in reading.councils:
        if council.casefold() == written.casefold():
            return council
    known = ", ".join(reading.councils)
    values = {"council": written[:LONGEST], "known": known}
    reading.fault(line, "council", Text("there is no council {council}; councils are {known}.", values))
    return ""


def _convened(people: Sequence[_Person], councils: Sequence[str]) -> list[_Person]:
    """Who has no council gets the one with the fewest people, in the order of the file."""
    taken = [person.council for person in people if person.council]
    convened = []
    for person in people:
        council = person.council or min(councils, key=taken.count)
        if not person.council:
            taken.append(council)
        convened.append(replace(person, council=council))
    return convened


def _seated(people: Collection[_Person], scenario: Scenario) -> Iterator[_Person]:
    """Who has no seat gets that of their council with the fewest people, in the order of the file."""
    taken = [(person.council, person.seat) for person in people if person.seat]
    for person in people:
        if person.seat:
            yield person
            continue
        seat = min(scenario.members, key=lambda seat: taken.count((person.council, seat)))
        taken.append((person.council, seat))
        yield replace(person, seat=seat)


NOBODY = Text("There is nobody in this file: it needs a line of heads, and a line for each person.")
