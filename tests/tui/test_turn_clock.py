"""The clock on the screens: shown, stopped, warning in words; at its end the next person or the next beat."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import read
from crisis_game.exercise.turn_clock import PACES, TurnClock, pace_of
from crisis_game.tui import navigation
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.turn_clock import tick
from tests.exercise.playing import TINY, new_game
from tests.tui.stage import act, grid, here, press, session

SITUATION = PACES["class"]["situation"]


class Hands:
    """A clock that goes only when it is told to."""

    def __init__(self, app: CrisisApp) -> None:
        assert app.game is not None
        self.app, self.game = app, app.game
        self.seconds = 0.0
        self.game.now = lambda: self.seconds
        self.game.clock = TurnClock(self.game.session, "class")

    def run(self, seconds: int) -> None:
        """Let so many seconds pass, one by one."""
        tick(self.app)
        for _ in range(seconds):
            self.seconds += 1
            tick(self.app)


def test_what_is_left_is_shown_stops_and_goes_on() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        hands = Hands(app)
        await press(app, pilot, "escape")
        hands.run(5)
        await press(app, pilot)
        assert f"{hands.game.minutes_left} left" in grid(app)
        assert hands.game.minutes_left == "1:25"
        await press(app, pilot, "full_stop")
        hands.run(300)
        await press(app, pilot)
        assert "1:25 held" in grid(app)
        await press(app, pilot, "full_stop")
        hands.run(1)
        assert hands.game.minutes_left == "1:24"

    act(play, opening=lambda: session("AAA"))


def test_the_clock_stands_while_the_brief_is_read_for_the_first_time() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        hands = Hands(app)
        assert here(app) == "Briefing"
        hands.run(500)
        assert hands.game.minutes_left == "1:30"
        await press(app, pilot, "enter")
        hands.run(5)
        assert hands.game.minutes_left == "1:25"
        await press(app, pilot, "b")
        assert here(app) == "Briefing"
        hands.run(5)
        assert hands.game.minutes_left == "1:20"

    act(play, opening=lambda: session("AAA"))


def test_one_minute_is_said_once_and_at_zero_the_default_happens() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        hands = Hands(app)
        await press(app, pilot, "escape")
        hands.run(SITUATION - 40)
        await press(app, pilot)
        assert [notice.message for notice in app._notifications] == ["One minute is left."]
        hands.run(40)
        await press(app, pilot)
        assert hands.game.sight.seen.beat == "table"
        assert here(app) == "Table"

    act(play, opening=lambda: session("AAA"))


def test_between_several_people_the_next_sits_down_and_the_curtain_costs_nothing() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        hands = Hands(app)
        hands.run(500)
        assert here(app) == "Curtain"
        await press(app, pilot, "enter", "escape")
        hands.run(SITUATION)
        await press(app, pilot)
        assert (here(app), hands.game.seat) == ("Curtain", "BBB")
        over = "Time is over. What was left open gets its default."
        assert over in [notice.message for notice in app._notifications], "said to those who wonder at the curtain"
        hands.run(500)
        await press(app, pilot, "enter", "escape")
        hands.run(1)
        assert hands.game.minutes_left == "1:29"
        hands.run(SITUATION - 1)
        await press(app, pilot)
        assert (here(app), hands.game.seat) == ("Curtain", "AAA")
        assert hands.game.session.seen("AAA").beat == "table"

    act(play, opening=lambda: session("AAA", "BBB"))


def test_a_form_half_filled_goes_with_the_turn_and_its_words_stay_with_the_seat() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        hands = Hands(app)
        await press(app, pilot, "enter", "escape", "2", "w", "space", "enter")
        assert here(app) == "Form"
        await pilot.press("x")
        hands.run(SITUATION)
        await press(app, pilot)
        assert here(app) == "Curtain"
        hands.game.sit("AAA")
        assert hands.game.desk.unsent

    act(play, opening=lambda: session("AAA", "BBB"))


def test_without_a_clock_the_key_says_so() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "full_stop")
        assert "no clock" in grid(app)
        assert [notice.message for notice in app._notifications] == ["This game has no clock."]

    act(play, opening=lambda: session("AAA"))


def test_the_pace_is_chosen_with_the_seats_and_holds_in_the_save() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        navigation.seats(app, *read(TINY))
        await press(app, pilot)
        assert "Clock none: c" in grid(app)
        await press(app, pilot, "c", "c")
        assert "Clock class: c" in grid(app)
        assert "Each turn: SITUATION 1:30, TABLE 4:30, ORDERS 1:00." in [
            notice.message for notice in app._notifications
        ]
        await press(app, pilot, "s", "escape")
        assert app.game is not None
        assert app.game.minutes_left == "1:30"
        assert pace_of(app.game.session) == ("class", None)

    act(play)


def test_a_pace_that_cannot_be_read_is_told_and_there_is_no_clock(tmp_path: Path) -> None:
    def opening() -> Session:
        opened = new_game(tmp_path / "game.crisis", "AAA")
        assert opened.save is not None
        opened.save.note("pace", ["\x1b[2J"])
        opened.save.note("notes", 7)
        return opened

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert app.game is not None
        assert app.game.clock is None
        messages = sorted(notice.message for notice in app._notifications)
        assert messages == [
            "The notes in this save cannot be read and are left out.",
            "The pace in this save cannot be read; it is played without a clock.",
        ]

    act(play, opening=opening)
