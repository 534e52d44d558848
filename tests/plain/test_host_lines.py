"""A lesson hosted in lines: it tells what happens, takes numbers meanwhile, and asks nothing where nobody types."""

from __future__ import annotations

import asyncio
import io
import queue
from collections.abc import Iterator
from pathlib import Path

import pytest

from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import Begin, apply
from crisis_game.pages.entrance import Entrance
from crisis_game.pages.host import host_wording
from crisis_game.plain.console import Console
from crisis_game.plain.host import HostLines
from tests.exercise.lessons import come_in, lesson_in

PATIENCE = 10.0


class Keyboard:
    """Lines that are typed one by one, as somebody does at a terminal."""

    def __init__(self, *, tty: bool = True) -> None:
        self._lines: queue.Queue[str] = queue.Queue()
        self._tty = tty

    def type(self, *lines: str) -> None:
        for line in lines:
            self._lines.put(f"{line}\n")

    def end(self) -> None:
        self._lines.put("")

    def readline(self) -> str:
        return self._lines.get()

    def isatty(self) -> bool:
        return self._tty


@pytest.fixture
def lesson(tmp_path: Path) -> Iterator[Lesson]:
    opened = lesson_in(tmp_path, scenario="hesk-strait")
    yield opened
    opened.close()


def hosted(lesson: Lesson, *answers: str, tty: bool = True, happens: object = None) -> str:
    """What is told while the answers come and something happens, until it is stopped or a moment has passed."""
    keyboard, out = Keyboard(tty=tty), io.StringIO()
    console = Console(host_wording(lesson.councils[0]), keyboard, out)

    async def serve() -> None:
        if callable(happens):
            happens()
        if not tty:
            return
        await asyncio.Event().wait()

    async def run() -> None:
        entrance = Entrance("http://192.168.1.20:8000", "AB2CD3", "saves/lesson", "192.168.1.20", qr=("█▀", "▄█"))
        lines = HostLines(lesson, entrance, console, keyboard)
        keyboard.type(*answers)
        await asyncio.wait_for(lines.run(serve), PATIENCE)

    asyncio.run(run())
    keyboard.end()
    return " ".join(out.getvalue().split())


STOP_FIRST, STOP_IN_PLAY = ("4", "1"), ("6", "1")
"""Stop hosting, and mean it: before anybody is in, and in play."""


def test_it_begins_with_the_way_in_and_the_code_in_blocks(lesson: Lesson) -> None:
    said = hosted(lesson, *STOP_FIRST)
    assert "Come in at http://192.168.1.20:8000" in said
    assert "Code AB2 CD3" in said
    assert "█▀ ▄█" in said
    assert "What next?" in said


def test_it_tells_who_comes_and_who_knocks_once(lesson: Lesson) -> None:
    def happens() -> None:
        come_in(lesson, "Sara")
        lesson.join("Sara")
        lesson.hear("p1")
        lesson.presence.opened("p1")

    said = hosted(lesson, *STOP_FIRST, happens=happens, tty=False)
    assert said.count("Sara came in, for Ardane.") == 1
    assert said.count("Sara knocks from another device.") == 1


def test_where_nobody_types_nothing_is_asked(lesson: Lesson) -> None:
    said = hosted(lesson, tty=False)
    assert "What next?" not in said
    assert "Code AB2 CD3" in said


def test_it_is_begun_and_steered_by_numbers(lesson: Lesson) -> None:
    come_in(lesson, "Sara", "Theo")
    said = hosted(lesson, "4", "1", "1", "1", "2", "1", "2", *STOP_IN_PLAY)
    assert lesson.councils[0].session is not None
    assert "Waits for Ardane and Belmare." in said
    assert lesson.councils[0].session.holders["ARD"] != "person"
    assert "Ardane, Sara" in said


def test_a_sentence_is_written_to_somebody(lesson: Lesson) -> None:
    come_in(lesson, "Sara")
    apply(lesson, Begin())
    hosted(lesson, "2", "1", "1", "4", "Ask Delma for fuel", *STOP_IN_PLAY)
    assert lesson.nudges.take("p1") == ("Ask Delma for fuel",)


def test_a_wrong_number_is_asked_again_and_stopping_is_asked_twice(lesson: Lesson) -> None:
    said = hosted(lesson, "9", "x", "4", "2", *STOP_FIRST)
    assert said.count("Answer with a number from 1 to 4.") == 2
    assert said.count("Stop hosting? All is kept") == 2


def test_what_happens_in_play_is_told_to_who_hosts(lesson: Lesson) -> None:
    come_in(lesson, "Sara")
    apply(lesson, Begin())

    def happens() -> None:
        lesson.submit("p1", SetReady(), "p1.a.1")

    said = hosted(lesson, happens=happens, tty=False)
    assert "Round 1: consultation." in said


def test_where_serving_fails_it_says_so(lesson: Lesson) -> None:
    def happens() -> None:
        raise OSError("the port is gone")

    with pytest.raises(OSError, match="the port is gone"):
        hosted(lesson, happens=happens)


def test_without_more_answers_it_is_hosted_on(lesson: Lesson) -> None:
    keyboard, out = Keyboard(), io.StringIO()
    lines = HostLines(
        lesson, Entrance("a", "AB2CD3", "f"), Console(host_wording(lesson.councils[0]), keyboard, out), keyboard
    )
    served = asyncio.Event()

    async def serve() -> None:
        while "No more answers come" not in out.getvalue():
            await asyncio.sleep(0.01)
        served.set()

    keyboard.end()
    asyncio.run(asyncio.wait_for(lines.run(serve), PATIENCE))
    assert served.is_set()
