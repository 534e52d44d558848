"""A class list read for what a class that has played needs of it: ids, e-mails, and who consents to research.

It is the roster of a lesson, or one made later for groups that played at keyboards of their own. People are found in it
by name, within their council where it names councils; a name that stands there twice is nobody's.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

from crisis_game.exercise.lesson_file import Attendee
from crisis_game.exercise.roster import DIVIDERS, LARGEST, SPELLINGS

CONSENT: tuple[str, ...] = ("consent", "consents", "research consent")
YES: tuple[str, ...] = ("yes", "y", "1", "true")
COLUMNS: Mapping[str, tuple[str, ...]] = {**SPELLINGS, "consent": CONSENT}


class ClassListError(Exception):
    """A class list cannot be read; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody of a list."""

    name: str
    council: str
    id: str
    email: str
    consents: bool

    def is_(self, attendee: Attendee, council: str) -> bool:
        """Whether this is somebody of a council."""
        if attendee.id and self.id:
            return self.id == attendee.id
        same_council = self.council.casefold() in ("", council.casefold())
        return same_council and bool(self.name) and attendee.is_called(self.name)


def read_class_list(path: Path) -> tuple[Listed, ...]:
    """The people of a list, in its order.

    Raises:
        ClassListError: if it cannot be read, or has no column of names.
    """
    try:
        data = path.read_bytes()[: LARGEST + 1]
        if len(data) > LARGEST:
            raise ClassListError(f"{path}: too large for a class list.")
        words = data.decode("utf-8-sig")
    except OSError as fault:
        raise ClassListError(f"{path}: cannot be read ({fault.strerror or fault}).") from fault
    except UnicodeDecodeError as fault:
        raise ClassListError(f"{path}: it is not UTF-8; save it as CSV UTF-8.") from fault
    divider = max(DIVIDERS, key=words.partition("\n")[0].count)
    try:
        rows = list(csv.reader(StringIO(words, newline=""), delimiter=divider, strict=True))
    except csv.Error as fault:
        raise ClassListError(f"{path}: it is no table ({fault}).") from fault
    return tuple(_listed(path, rows))


def _listed(path: Path, rows: list[list[str]]) -> Iterator[Listed]:
    head = rows[0] if rows else []
    spelt = [" ".join(words.replace("_", " ").casefold().split()) for words in head]
    places = {
        kind: next((place for place, words in enumerate(spelt) if words in spellings), -1)
        for kind, spellings in COLUMNS.items()
    }
    if places["name"] < 0:
        raise ClassListError(f"{path}: no column of it is headed name.")
    for row in rows[1:]:
        said = {kind: row[place].strip() if 0 <= place < len(row) else "" for kind, place in places.items()}
        if any(said.values()):
            consents = said["consent"].casefold() in YES
            yield Listed(said["name"], said["council"], said["id"], said["email"], consents)


def with_ids(people: Iterable[Attendee], council: str, listed: Iterable[Listed]) -> tuple[Attendee, ...]:
    """The people of a council, with ids and e-mails of a list where they have none of their own."""
    known = tuple(listed)
    return tuple(_with_id(attendee, _found(attendee, council, known)) for attendee in people)


def who_consents(people: Iterable[Attendee], council: str, listed: Iterable[Listed]) -> frozenset[str]:
    """The keys of those of a council for whose words a list says yes."""
    known = tuple(listed)
    found = ((attendee.key, _found(attendee, council, known)) for attendee in people)
    return frozenset(key for key, person in found if person is not None and person.consents)


def _found(attendee: Attendee, council: str, listed: tuple[Listed, ...]) -> Listed | None:
    """Who of a list somebody is; None for nobody, and where two could be meant."""
    near = [each for each in listed if each.is_(attendee, council)]
    return near[0] if len(near) == 1 else None


def _with_id(attendee: Attendee, listed: Listed | None) -> Attendee:
    if listed is None:
        return attendee
    return replace(attendee, id=attendee.id or listed.id, email=attendee.email or listed.email)
