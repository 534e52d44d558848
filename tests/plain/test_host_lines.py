"""A lesson hosted in lines: it tells what happens, takes numbers meanwhile, and asks nothing where nobody types."""

from __future__ import annotations

import asyncio
import io
import queue
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crisis_game.engine.acts.facilitator import Improvise, OverruleFinding
from crisis_game.engine.acts.free_moves import OpenMoves, ProposeMove
from crisis_game.engine.acts.hands import RecordVote
from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import Begin, CloseBeat, Steer, apply
from crisis_game.pages.entrance import Entrance
from crisis_game.pages.host import host_wording
from crisis_game.plain.console import Console
from crisis_game.plain.host import HostLines
from crisis_game.scenario.ids import FACILITATOR
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


def hosted(lesson: Lesson, *answers: str, tty: bool = True, happens: object = None, patience: float = PATIENCE) -> str:
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
        await asyncio.wait_for(lines.run(serve), patience)

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


DESK = "4"
"""The desk of the one council, in play."""


def last(lesson: Lesson) -> Any:
    """What the facilitator did last; None for nothing."""
    session = lesson.councils[0].session
    assert session is not None
    own = [heard.own.command for heard in session.own_log(FACILITATOR) if heard.own is not None]
    return own[-1] if own else None


def test_moves_are_heard_told_and_ruled_on_by_numbered_questions(lesson: Lesson) -> None:
    come_in(lesson, "Sara")
    apply(lesson, Begin())
    hosted(lesson, DESK, "2", "1", *STOP_IN_PLAY)
    assert last(lesson) == OpenMoves(True)

    def happens() -> None:
        lesson.submit("p1", ProposeMove("We invite pilots aboard."), "p1.a.1")

    assert "Ardane proposes to the facilitator" in hosted(lesson, happens=happens, tty=False)
    ruling = ("3", "It sails.", "7", "It was heard.", "It fears.", "1", "-3", "0", "0", "It does not.", "1")
    said = hosted(lesson, DESK, "2", "1", *ruling, *STOP_IN_PLAY)
    assert "The desk: sheet, moves, hands, news, rulings; 1 wait for you" in said
    assert "Ardane: “We invite pilots aboard.”" in said
    ruled = last(lesson)
    assert (ruled.ruling, ruled.told, ruled.odds, ruled.told_if_fails) == ("odds", "It sails.", 7, "It does not.")
    assert [effect.amount for effect in ruled.works] == [-3]
    assert ruled.fails == ()


def test_a_ruling_that_is_not_meant_is_none_and_one_left_half_way_ends_with_the_answers(lesson: Lesson) -> None:
    come_in(lesson, "Sara")
    apply(lesson, Begin())
    apply(lesson, Steer(OpenMoves()))
    lesson.submit("p1", ProposeMove("We invite pilots aboard."), "p1.a.1")
    hosted(lesson, DESK, "2", "1", "1", "No.", "2", *STOP_IN_PLAY)
    assert last(lesson) == OpenMoves(True)
    with pytest.raises(TimeoutError):
        hosted(lesson, DESK, "2", "1", "1", patience=0.3)
    assert last(lesson) == OpenMoves(True)


def test_hands_of_a_text_are_recorded(lesson: Lesson) -> None:
    come_in(lesson, "Sara", "Theo")
    apply(lesson, Begin())
    apply(lesson, CloseBeat())
    apply(lesson, CloseBeat())
    said = hosted(lesson, DESK, "3", "1", "1", "1", *STOP_IN_PLAY)
    recorded = last(lesson)
    assert isinstance(recorded, RecordVote), said
    assert (recorded.yes, recorded.no, recorded.abstain) == (("ARD",), ("BEL",), ())


def test_news_of_one_s_own_are_sent_in_another_s_name(lesson: Lesson) -> None:
    come_in(lesson, "Sara")
    apply(lesson, Begin())
    said = hosted(lesson, DESK, "4", "1", "A boat is late.", "1", "The Herald", "2", "1", *STOP_IN_PLAY)
    sent = last(lesson)
    assert isinstance(sent, Improvise), said
    assert (sent.to, sent.words, sent.called, sent.channel) == ((), "A boat is late.", "The Herald", "cable")


def test_a_finding_is_overruled_by_numbered_questions(lesson: Lesson) -> None:
    come_in(lesson, "Sara")
    apply(lesson, Begin())
    assert "No act of legal weight is on record yet." in hosted(lesson, DESK, "5", *STOP_IN_PLAY)
    for _ in range(3):
        apply(lesson, CloseBeat())
    said = hosted(lesson, DESK, "5", "1", "1", "3", "The room argued it well.", *STOP_IN_PLAY)
    done = last(lesson)
    assert isinstance(done, OverruleFinding), said
    assert (done.verdict, done.reason) == ("contested", "The room argued it well.")
    assert "Which finding?" in said
    assert "insufficient-facts" not in said
    assert done.reason in hosted(lesson, DESK, "5", "0", *STOP_IN_PLAY)
