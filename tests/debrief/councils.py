"""Saves of councils for tests: one scenario, played in several ways."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from crisis_game.debrief.class_played import ClassPlayed, read_class_played
from crisis_game.engine.act import Act
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.machine import legal
from crisis_game.engine.sender import person
from crisis_game.exercise.class_folder import read_class
from crisis_game.exercise.people import People, Person, keep_people
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import begin, read
from crisis_game.exercise.sitting import PERSON, Receipt
from tests.exercise.playing import TINY

SEED = 7


def by_policies(path: Path, policy: str, seed: int = SEED, scenario: str = TINY) -> Path:
    """A council of which one policy plays all seats, to its end."""
    loaded, files = read(scenario)
    begin(loaded, files, dict.fromkeys(loaded.members, policy), seed, path).close()
    return path


def by_people(path: Path, names: Mapping[str, str], *, until: int = 99, seed: int = SEED, scenario: str = TINY) -> Path:
    """A council with people at one keyboard who do nothing but say that they are ready, up to a round."""
    loaded, files = read(scenario)
    session = begin(loaded, files, dict.fromkeys(names, PERSON), seed, path)
    keep_people(session, People(tuple(Person(seat, name) for seat, name in names.items())))
    while not session.finished and session.seen(loaded.members[0]).round < until:
        do(session, session.waiting()[0], SetReady())
    session.close()
    return path


def do(session: Session, seat: str, command: Act, key: str = "") -> None:
    """Do something for a seat, as a person of this key where one is given."""
    receipt = session.submit(seat, command, by=person(key)) if key else session.submit(seat, command)
    assert isinstance(receipt, Receipt), receipt


def offered(session: Session, seat: str, kind: str) -> bool:
    """Whether a kind of act is open to a seat."""
    return any(offer.kind == kind for offer in legal(session.seen(seat)))


def class_of(folder: Path) -> ClassPlayed:
    """The class of a folder, read back."""
    return read_class_played(read_class(folder))
