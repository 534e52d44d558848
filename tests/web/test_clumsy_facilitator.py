"""A facilitator who presses whatever there is, and people who do whatever they can: nothing breaks or is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from crisis_game.engine.act import Refusal
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.chance import Stream
from crisis_game.engine.machine import legal
from crisis_game.exercise.entry import read_entry
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import Begin, CloseBeat, EndAfterBeat, Rewind, apply
from crisis_game.exercise.verify import read_log
from crisis_game.network.feed import SeatFeed
from crisis_game.pages.council_desk import desks
from crisis_game.pages.host import host_page
from crisis_game.pages.host_choices import filled
from crisis_game.web.addresses import PAGES, Address, link
from crisis_game.web.region import region
from crisis_game.web.viewer import Viewer
from tests.exercise.lessons import Time, come_in, lesson_in

STEPS = 150
REASONS = frozenset(("gone", "nobody-there", "not-let-in"))
"""Why what the host's page offers may still not be done; what the engine says of an act is not among them."""


class Class:
    """A lesson whose people and facilitator act by chance."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.stream, self.time = Stream(seed, "class"), Time()
        self.lesson = lesson_in(folder, self.time)
        come_in(self.lesson, *(f"Person {number}" for number in range(1 + self.stream.below(5))))
        assert not isinstance(apply(self.lesson, Begin()), Refusal)
        self.counted: list[tuple[str, str]] = []

    def press(self) -> None:
        """The facilitator does something that the page offers: it is possible, or the page has not kept pace."""
        page = host_page(self.lesson, desks(self.lesson))
        choice = self.stream.pick([*page.for_all, *(choice for row in page.rows for choice in row.choices)])
        if isinstance(choice.action, EndAfterBeat | CloseBeat | Rewind) and not self.stream.chance(10):
            return  # or play is over too soon, or never
        given = self.stream.pick(self.lesson.scenario.members) if choice.asks == "seat" else "Look up."
        answer = apply(self.lesson, filled(choice.action, given))
        assert not isinstance(answer, Refusal) or answer.code in REASONS, (choice, answer)
        if isinstance(choice.action, Rewind) and not isinstance(answer, Refusal):
            self.gone_back()

    def gone_back(self) -> None:
        """What was counted is in the save that was kept; from now on counts what is left of it."""
        *_, kept = sorted(self.lesson.folder.glob("council-before-*"), key=lambda path: path.stat().st_mtime_ns)
        entries = [read_entry(raw).submission for raw in read_log(kept).entries]
        assert [(str(sent.by), sent.ref) for sent in entries if str(sent.by).startswith("person:")] == self.counted
        self.counted = self.in_the_log()

    def in_the_log(self) -> list[tuple[str, str]]:
        """What people did, as it stands."""
        session = self.lesson.councils[0].session
        assert session is not None
        sent = [(str(step.submission.by), step.submission.ref) for step in session.log]
        return [(by, ref) for by, ref in sent if by.startswith("person:")]

    def act(self, number: int) -> None:
        """Somebody does something for the seat that they have now."""
        assert self.lesson.councils[0].session is not None
        person = self.stream.pick(self.lesson.attendees)
        offers = legal(self.lesson.councils[0].session.seen(person.seat))
        ready = self.stream.chance(30) or not offers
        command = SetReady() if ready else self.stream.pick(offers).draw(self.stream)
        ref = f"{person.key}.{number}"
        if not isinstance(self.lesson.submit(person.key, command, ref, self.lesson.councils[0].beat), Refusal):
            self.counted.append((f"person:{person.key}", ref))

    def look(self) -> None:
        """Somebody opens a page; a program asks for its part."""
        assert self.lesson.councils[0].session is not None
        person = self.stream.pick(self.lesson.attendees)
        viewer = Viewer(self.lesson.councils[0].session, person.seat, name=person.name, key=person.key)
        forms = [link(f"do/{offer.kind}") for offer in viewer.sight.offers]
        assert region(viewer, Address.parse(self.stream.pick([*map(link, PAGES), *forms])))
        assert SeatFeed(self.lesson.councils[0].session, person.seat).whole()["seat"] == person.seat

    def wait(self, number: int) -> None:
        """Time goes on, sometimes by an hour; somebody comes, somebody's page is closed."""
        self.time.now += self.stream.pick((1, 4, 3600))
        self.lesson.tick(self.time.now)
        if self.stream.chance(20):
            self.lesson.join(f"Late {number}", self.stream.pick(self.lesson.scenario.members))

    def restart(self) -> None:
        """The host is started anew."""
        self.lesson.close()
        self.lesson = Lesson.resume(self.lesson.folder)
        self.lesson._now = self.time


@pytest.mark.parametrize("seed", range(1, 4))
def test_whatever_is_pressed_nothing_breaks_and_nothing_is_lost(tmp_path: Path, seed: int) -> None:
    held = Class(tmp_path, seed)
    for number in range(STEPS):
        assert held.lesson.councils[0].session is not None
        if held.lesson.councils[0].session.finished:
            break
        match held.stream.below(20):
            case 0 | 1 | 2 | 3 | 4:
                held.press()
            case 5 | 6 | 7:
                held.look()
            case 8 | 9:
                held.wait(number)
            case 10 if number % 3 == 0:
                held.restart()
            case _:
                held.act(number)
    held.restart()
    assert held.in_the_log() == held.counted
    assert len(held.counted) > 5
    held.lesson.close()
