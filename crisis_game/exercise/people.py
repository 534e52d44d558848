"""The people at one keyboard: their names, the order in which they sit down, and PINs against a neighbour's glance.

They are kept in the save outside the chain. A PIN keeps a neighbour from peeking; it does not keep anybody from the
file, whose contents are not enciphered.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from crisis_game.exercise.sitting import OBSERVER, Sitting
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text

LONGEST_NAME = 24
"""Characters of a person's name."""

SHORTEST_PIN, LONGEST_PIN = 4, 8
"""Characters of a PIN."""

LONGEST_WAIT = 30
"""Seconds; after more wrong PINs the wait grows no longer, so that nobody is ever locked out."""

ROW = "people"
SALT_BYTES, HASH_BYTES = 16, 32
FREE_TRIES = 2
UNREADABLE = Text("Names, order and PINs in this save cannot be read and are left out: {fault}.")


@dataclass(frozen=True, slots=True)
class Pin:
    """A PIN as it is kept: never itself, only what tells whether one that is typed is the same."""

    salt: bytes
    hash: bytes

    @classmethod
    def of(cls, typed: str) -> Pin:
        """The PIN somebody has chosen.

        Raises:
            ValueError: if it has not 4 to 8 characters.
        """
        if not SHORTEST_PIN <= len(typed) <= LONGEST_PIN:
            raise ValueError(f"a PIN has {SHORTEST_PIN} to {LONGEST_PIN} characters")
        salt = secrets.token_bytes(SALT_BYTES)
        return cls(salt, _hashed(typed, salt))

    def fits(self, typed: str) -> bool:
        """Whether this is the PIN that was chosen."""
        return hmac.compare_digest(self.hash, _hashed(typed.strip()[: LONGEST_PIN + 1], self.salt))


@dataclass(frozen=True, slots=True)
class Person:
    """Who holds a seat; name and PIN are optional."""

    seat: SeatId
    name: str = ""
    pin: Pin | None = None


@dataclass(frozen=True, slots=True)
class People:
    """The people of one game, in the order in which they sit down."""

    persons: tuple[Person, ...] = ()

    @property
    def order(self) -> tuple[SeatId, ...]:
        """Their seats in that order."""
        return tuple(person.seat for person in self.persons)

    def of(self, seat: SeatId) -> Person:
        """Who holds a seat; somebody without a name and a PIN where nothing is known."""
        return next((person for person in self.persons if person.seat == seat), Person(seat))

    def first(self, waiting: Collection[SeatId]) -> SeatId | None:
        """Who of these sits down first; None without any. Seats that are not in the order come last."""
        return next((seat for seat in (*self.order, *waiting) if seat in waiting), None)

    def put(self, person: Person) -> People:
        """With this person in the place of who held the seat."""
        return People(tuple(person if holder.seat == person.seat else holder for holder in self.persons))

    def moved(self, seat: SeatId, by: int) -> People:
        """With one seat moved so many places later (earlier below 0), as far as there are places."""
        rest = [person for person in self.persons if person.seat != seat]
        place = max(0, self.order.index(seat) + by)
        return People((*rest[:place], self.of(seat), *rest[place:]))

    def only(self, seats: Sequence[SeatId]) -> People:
        """Those of some seats; a seat that had nobody yet comes after the others, in the order given."""
        kept = tuple(person for person in self.persons if person.seat in seats)
        return People((*kept, *(Person(seat) for seat in seats if seat not in self.order)))

    def without_pins(self) -> People:
        """The same people, nobody with a PIN."""
        return People(tuple(replace(person, pin=None) for person in self.persons))


class Door:
    """What stands between a person and their seat: the PIN, and after wrong ones a wait that grows.

    Args:
        clock: tells seconds that only go forward; tests give one that stands.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: dict[SeatId, tuple[int, float]] = {}

    def opens(self, person: Person, typed: str) -> bool:
        """Whether the person may sit down; what is typed during a wait is not even looked at."""
        if person.pin is None:
            return True
        if self.wait(person.seat) > 0:
            return False
        if not person.pin.fits(typed):
            self._wrong[person.seat] = (self.wrong(person.seat) + 1, self._clock())
            return False
        self._wrong.pop(person.seat, None)
        return True

    def wrong(self, seat: SeatId) -> int:
        """Wrong PINs on end."""
        return self._wrong.get(seat, (0, 0.0))[0]

    def wait(self, seat: SeatId) -> float:
        """Seconds until a PIN is looked at again; 0 for at once."""
        tries, last = self._wrong.get(seat, (0, 0.0))
        return max(0.0, last + wait_after(tries) - self._clock()) if tries else 0.0


def tidy_name(typed: str) -> str:
    """A name as it is kept: printable characters, at most 24."""
    return "".join(character for character in typed if character.isprintable()).strip()[:LONGEST_NAME].strip()


def wait_after(tries: int) -> int:
    """Seconds to wait after so many wrong PINs on end: none after two, then 2, 4, 8 and so on, at most 30."""
    return 0 if tries <= FREE_TRIES else min(2 ** min(tries - FREE_TRIES, 6), LONGEST_WAIT)


def people_of(sitting: Sitting) -> tuple[People, Text | None]:
    """The people of an exercise, as its save has them, and why nothing could be read where that is so.

    Who has never been named sits down in the order of the members in the charter.
    """
    members = sitting.seen(OBSERVER).members
    seats = [seat for seat in members if seat in sitting.persons]
    people, fault = read_people(sitting.kept(ROW), members)
    return people.only(seats), fault


def read_people(written: Any, members: Collection[SeatId]) -> tuple[People, Text | None]:
    """The people of a row of a save; nobody, and why, where it is not in the form in which it is written."""
    if written is None:
        return People(), None
    try:
        if not isinstance(written, list) or len(written) > len(members):
            raise ValueError("a list of people is expected")
        persons = tuple(_person(row, members) for row in written)
        _need(len({person.seat for person in persons}) == len(persons), "a seat is named twice")
    except ValueError as fault:
        return People(), Text(UNREADABLE.msgid, {"fault": str(fault)})
    return People(persons), None


def keep_people(sitting: Sitting, people: People) -> None:
    """Keep people beside an exercise, outside its log.

    Raises:
        SaveError: if the file cannot be written.
    """
    sitting.keep(ROW, list(_rows(people.persons)))


def _rows(persons: Iterable[Person]) -> Iterable[dict[str, str]]:
    for person in persons:
        pin = {} if person.pin is None else {"salt": person.pin.salt.hex(), "hash": person.pin.hash.hex()}
        yield {"seat": person.seat, "name": person.name, **pin}


def _person(written: Any, members: Collection[SeatId]) -> Person:
    _need(isinstance(written, Mapping) and set(written) <= {"seat", "name", "salt", "hash"}, "a person has other keys")
    _need(all(isinstance(value, str) for value in written.values()), "something that is no text stands there")
    seat, name = written.get("seat", ""), written.get("name", "")
    _need(seat in members, "a seat is named that the scenario does not have")
    _need(name == tidy_name(name), "a name is too long, or not printable")
    if not {"salt", "hash"} & set(written):
        return Person(seat, name)
    pin = Pin(_bytes(written.get("salt", ""), SALT_BYTES), _bytes(written.get("hash", ""), HASH_BYTES))
    return Person(seat, name, pin)


def _bytes(written: str, length: int) -> bytes:
    try:
        data = bytes.fromhex(written)
    except ValueError:
        data = b""
    _need(len(data) == length, "a PIN is not in the form in which it is kept")
    return data


def _need(holds: bool, fault: str) -> None:
    if not holds:
        raise ValueError(fault)


def _hashed(typed: str, salt: bytes) -> bytes:
    """By scrypt, with 16 MB and some hundredths of a second a try."""
    return hashlib.scrypt(typed.encode(errors="replace"), salt=salt, n=2**14, r=8, p=1, dklen=HASH_BYTES)
