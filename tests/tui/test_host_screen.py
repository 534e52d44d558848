"""The host's screen: by keys alone from the waiting room into play, live, and a seat played at its keyboard."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input
from textual.worker import WorkerFailed

from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import AddMinute, Begin, CloseBeat, EndAfterBeat, apply
from crisis_game.exercise.seat_sitting import SeatSitting
from crisis_game.exercise.sitting import PERSON, Receipt
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.tui.host import HostApp
from tests.exercise.lessons import Time, come_in, lesson_in
from tests.tui.hosting import entrance, host
from tests.tui.stage import LARGE, SMALL, grid, here, press, settle

NAMES = ("Ines K.", "Sara M.", "Jon A.", "Theo V.")


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def lesson(tmp_path: Path, time: Time) -> Iterator[Lesson]:
    opened = lesson_in(tmp_path, time, scenario="hesk-strait")
    yield opened
    opened.close()


def begun(lesson: Lesson) -> list[str]:
    keys = come_in(lesson, *NAMES)
    apply(lesson, Begin())
    return keys


def marked(app: HostApp) -> str:
    """The row that is marked."""
    return next((line for line in grid(app).splitlines() if line.startswith("▌")), "")


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_it_looks_as_on_file(
    lesson: Lesson, time: Time, size: tuple[int, int], same_grid: Callable[[str, str], None]
) -> None:
    name = f"{size[0]}x{size[1]}"

    async def play(app: HostApp, pilot: Pilot[int]) -> None:
        come_in(lesson, *NAMES)
        lesson.join("Sara M.")
        await press(app, pilot)
        same_grid(f"host-waiting-{name}", grid(app))
        await press(app, pilot, "x", "b", "y")
        time.now += 101
        lesson.submit("p1", SetReady(), "p1.a.1")
        await press(app, pilot, "down", "h")
        same_grid(f"host-{name}", grid(app))
        await press(app, pilot, "o")
        same_grid(f"way-in-{name}", grid(app))
        await press(app, pilot, "escape", "w")
        same_grid(f"own-desk-{name}", grid(app))

    host(lesson, play, size)


def test_it_begins_by_its_key_once_somebody_is_in_and_it_is_meant(lesson: Lesson) -> None:
    async def play(app: HostApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "b")
        assert here(app) == "Host"
        come_in(lesson, "Sara")
        await press(app, pilot)
        assert "1 person here" in grid(app)
        await press(app, pilot, "b", "n")
        assert lesson.councils[0].session is None
        await press(app, pilot, "b", "y")
        assert lesson.councils[0].session is not None
        assert "round 1 of 5, SITUATION" in grid(app)

    host(lesson, play)


def test_who_knocks_is_let_in_by_one_key(lesson: Lesson) -> None:
    async def play(app: HostApp, pilot: Pilot[int]) -> None:
        come_in(lesson, "Sara")
        first, second = lesson.join("Sara"), ""
        await press(app, pilot)
        assert "AT THE DOOR" in grid(app)
        await press(app, pilot, "x")
        assert lesson.who(first) is None
        assert "AT THE DOOR" not in grid(app)
        second = lesson.join("sara")
        await press(app, pilot, "y")
        assert lesson.who(second) == lesson.attendee("p1")

    host(lesson, play)


def test_the_clock_counts_and_is_held_for_all(lesson: Lesson) -> None:
    begun(lesson)
    assert lesson.councils[0].clock is not None

    async def play(app: HostApp, pilot: Pilot[int]) -> None:
        assert lesson.councils[0].clock is not None
        assert "1:30 left" in grid(app)
        for second in range(4):
            lesson.tick(100.0 + second)
        await pilot.pause(1.1)
        assert "1:27 left" in grid(app)
        await press(app, pilot, "space")
        assert "stopped at 1:27" in grid(app)
        await press(app, pilot, "space", "plus")
        assert "2:27 left" in grid(app)
        await press(app, pilot, "c", "y")
        assert "TABLE" in grid(app)

    host(lesson, play)


def test_a_sentence_is_chosen_or_written_for_one_person(lesson: Lesson) -> None:
    begun(lesson)

    async def play(app: HostApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "down", "n", "enter")
        assert lesson.nudges.take("p2") == ("Your seat is waited for.",)
        await press(app, pilot, "n", "end", "enter")
        assert here(app) == "Sentence"
        app.screen.query_one(Input).value = "Ask Delma [for] fuel"
        await press(app, pilot, "enter")
        assert lesson.nudges.take("p2") == ("Ask Delma [for] fuel",)
        await press(app, pilot, "n", "escape")
        assert lesson.nudges.take("p2") == ()

    host(lesson, play)


def test_a_seat_goes_to_a_policy_and_back_and_the_mark_stays(lesson: Lesson) -> None:
    begun(lesson)
    seat = lesson.scenario.members[2]

    async def play(app: HostApp, pilot: Pilot[int]) -> None:
        assert lesson.councils[0].session is not None
        await press(app, pilot, "down", "down", "h")
        assert lesson.councils[0].session.holders[seat] != PERSON
        assert "policy since r1" in marked(app)
        await press(app, pilot, "h")
        assert lesson.councils[0].session.holders[seat] == PERSON
        assert "Jon A." in marked(app)

    host(lesson, play)


def test_all_that_can_be_done_about_a_row_by_enter(lesson: Lesson) -> None:
    begun(lesson)

    async def play(app: HostApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "enter")
        assert here(app) == "Choose"
        await press(app, pilot, "end", "enter")
        assert here(app) == "Notice"
        assert "http://192.168.1.20:8000/s/" in grid(app).replace("\n", "")
        await press(app, pilot, "escape", "m", "end", "enter")
        assert lesson.attendee("p1").seat == lesson.scenario.members[-1]

    host(lesson, play)


def test_ctrl_q_asks_before_it_ends_for_all(lesson: Lesson) -> None:
    async def play(app: HostApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "ctrl+q")
        assert here(app) == "Confirm"
        await press(app, pilot, "n")
        assert app.is_running
        await press(app, pilot, "ctrl+q")
        await app.action_quit()
        assert app.return_code == 0

    host(lesson, play)


def test_the_server_runs_in_the_same_loop_and_ends_with_the_screens(lesson: Lesson) -> None:
    went: list[str] = []

    async def serve() -> None:
        went.append("served")
        try:
            await asyncio.sleep(3600)
        finally:
            went.append("ended")

    async def run() -> None:
        app = HostApp(lesson, entrance(lesson), serve)
        async with app.run_test(size=SMALL) as pilot:
            await pilot.pause()
            assert went == ["served"]

    asyncio.run(run())
    assert went == ["served", "ended"]


def test_a_server_that_fails_is_not_hidden(lesson: Lesson) -> None:
    async def serve() -> None:
        raise OSError("the port is gone")

    async def run() -> HostApp:
        app = HostApp(lesson, entrance(lesson), serve)
        with pytest.raises(WorkerFailed):
            async with app.run_test(size=SMALL) as pilot:
                await pilot.pause()
        return app

    assert isinstance(asyncio.run(run()).fault, OSError)


# Playing at the host's keyboard -------------------------------------------------------------------------------------


def test_a_seat_is_played_here_waits_for_the_others_and_goes_on_when_they_do(lesson: Lesson) -> None:
    begun(lesson)

    async def play(app: HostApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "p")
        assert here(app) == "Briefing"
        await press(app, pilot, "escape")
        assert here(app) == "Situation"
        assert "1:30 left" in grid(app)
        await press(app, pilot, "r", "r")
        assert here(app) == "Situation"
        assert "ready: waiting" in grid(app)
        for key in ("p2", "p3", "p4"):
            assert isinstance(lesson.submit(key, SetReady(), f"{key}.a.1"), Receipt)
        await pilot.pause()
        await settle(app, pilot)
        assert here(app) == "Table"
        apply(lesson, AddMinute())
        await press(app, pilot)
        assert here(app) == "Table"
        await press(app, pilot, "escape", "escape", "down", "enter")
        assert here(app) == "Host"
        assert app.game is None

    host(lesson, play)
    assert lesson.councils[0].session is not None
    assert [step.submission.by for step in lesson.councils[0].session.log if step.submission.seat == "ARD"][
        -1
    ] == "person:p1"


def test_a_seat_without_people_is_played_under_a_name_that_is_asked(lesson: Lesson) -> None:
    begun(lesson)
    last = lesson.scenario.members[-1]

    async def play(app: HostApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "end", "p")
        assert here(app) == "Sentence"
        app.screen.query_one(Input).value = "Mia"
        await press(app, pilot, "enter")
        assert here(app) == "Briefing"
        assert app.game is not None
        assert app.game.seat == last
        assert lesson.councils[0].head(last) is not None

    host(lesson, play)


def test_words_that_are_being_typed_stay_while_others_act(lesson: Lesson) -> None:
    begun(lesson)

    async def play(app: HostApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "p", "escape", "S")
        assert here(app) == "Form"
        assert isinstance(lesson.submit("p2", SetReady(), "p2.a.1"), Receipt)
        await press(app, pilot)
        assert here(app) == "Form"

    host(lesson, play)


def test_play_that_ends_leads_the_keyboard_to_the_debrief(lesson: Lesson) -> None:
    begun(lesson)

    async def play(app: HostApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "p", "escape")
        apply(lesson, CloseBeat())
        apply(lesson, EndAfterBeat())
        apply(lesson, CloseBeat())
        await pilot.pause()
        await settle(app, pilot)
        assert here(app) == "Answer"
        await press(app, pilot, "escape")
        assert here(app) == "Ending"
        await press(app, pilot, "escape")
        assert here(app) == "Host"
        assert "play is over" in grid(app)

    host(lesson, play)


def test_a_sitting_of_one_seat_is_that_seat_alone(lesson: Lesson) -> None:
    keys = begun(lesson)
    sitting, other = SeatSitting(lesson, keys[0]), SeatSitting(lesson, keys[1])
    seat, next_seat = lesson.scenario.members[:2]
    assert sitting.persons == (seat,)
    assert sitting.waiting() == (seat,)
    assert isinstance(sitting.submit(seat, SetReady()), Receipt)
    assert sitting.waiting() == ()
    with pytest.raises(ValueError, match="not played here"):
        sitting.submit(next_seat, SetReady())
    sitting.keep("notes", {seat: "ours"})
    other.keep("notes", {next_seat: "theirs"})
    sitting.keep("pace", "quick")
    assert sitting.kept("notes") == {seat: "ours", next_seat: "theirs"}
    assert sitting.kept("pace") is None
    sitting.close()
    assert lesson.councils[0].session is not None
    assert not lesson.councils[0].session.finished
    assert lesson.councils[0].session.seen(FACILITATOR).round == 1
    assert apply(lesson, AddMinute()) is not None
