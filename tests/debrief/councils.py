"""Saves of councils for tests: one scenario, played in several ways."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from crisis_game.debrief.class_played import ClassPlayed, read_class_played
from crisis_game.engine.acts.ballots import Explain
from crisis_game.engine.acts.hands import RecordVote, put_to_hands
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.chance import Stream
from crisis_game.engine.machine import legal
from crisis_game.exercise.class_folder import read_class
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_file import Attendee
from crisis_game.exercise.people import People, Person, keep_people
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import begin, read
from crisis_game.exercise.sitting import PERSON, Receipt
from crisis_game.scenario.ids import FACILITATOR
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
        assert isinstance(session.submit(session.waiting()[0], SetReady()), Receipt)
    session.close()
    return path


def class_of(folder: Path) -> ClassPlayed:
    """The class of a folder, read back."""
    return read_class_played(read_class(folder))


PAIR = (
    Attendee("p1", "Ines K.", "AAA", id="0017", email="ines@example.org"),
    Attendee("p2", "=Paul R.", "AAA", id="0018", email="Paul@example.org"),
    Attendee("p3", "Sara M.", "BBB", email="sara@example.org"),
)
"""The first two share a seat: Ines votes and says that they are ready, Paul says why and gives the opinions."""

DOES: Mapping[str, tuple[str, ...]] = {"p1": ("cast-vote",), "p2": ("explain", "give-opinion"), "p3": ()}
"""What each does whenever it is open to their seat; Sara does nothing at all."""


def lesson_of_a_pair(folder: Path, *, acting: bool = True) -> Path:
    """A lesson in which two share a seat, played to its end; its folder.

    Args:
        folder: of the lesson.
        acting: whether they do what `DOES` says; else they only raise hands, once, for the first text.
    """
    lesson = Lesson.open(folder, TINY, seed=SEED, clock="none")
    lesson.enrol(PAIR)
    for attendee in PAIR:
        lesson.join(attendee.name)
    lesson.begin()
    session = lesson.councils[0].session
    assert session is not None
    number = 0
    while not session.finished:
        for text in put_to_hands(session.seen(FACILITATOR)) if not acting and session.seen("AAA").round == 1 else ():
            assert isinstance(lesson.councils[0].direct(RecordVote(text, ("AAA",))), Receipt)
        for key, kinds in DOES.items() if acting else ():
            for kind in kinds:
                number += _act(lesson, session, key, kind, number)
        for attendee in (PAIR[0], PAIR[2]):
            if attendee.seat in session.waiting():
                number += 1
                assert isinstance(lesson.submit(attendee.key, SetReady(), f"x{number}"), Receipt)
    lesson.close()
    return folder


def _act(lesson: Lesson, session: Session, key: str, kind: str, number: int) -> int:
    """Do an act of a kind once where it is open, with a reason that names something; how many were done."""
    seat = lesson.attendee(key).seat
    offer = next((offer for offer in legal(session.seen(seat)) if offer.kind == kind), None)
    if offer is None or seat not in session.waiting():
        return 0
    command = offer.draw(Stream(number, "pair"))
    if isinstance(command, Explain):
        command = Explain(command.text, "fits", "It fits our brief.")
    receipt = lesson.submit(key, command, f"x{number + 1}")
    assert isinstance(receipt, Receipt), receipt
    return 1


def lesson_of_councils(folder: Path, *names: str) -> Path:
    """A lesson of several councils in which one person a council says that they are ready, played to its end."""
    lesson = Lesson.open(folder, TINY, seed=SEED, clock="none", councils=names)
    lesson.enrol(
        tuple(
            Attendee(f"p{place}", f"Person {place}", "AAA", id=f"00{place}", council=name)
            for place, name in enumerate(names, 1)
        )
    )
    for attendee in lesson.attendees:
        lesson.join(attendee.name)
    lesson.begin()
    number = 0
    for attendee in lesson.attendees:
        session = lesson.council(attendee.council).session
        assert session is not None
        while not session.finished:
            number += 1
            assert isinstance(lesson.submit(attendee.key, SetReady(), f"x{number}"), Receipt)
    lesson.close()
    return folder
