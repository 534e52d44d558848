"""The seats: Enter takes a seat for a person or goes on, and never takes one away."""

from __future__ import annotations

from textual.pilot import Pilot

from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import read
from crisis_game.tui import navigation
from crisis_game.tui.app import CrisisApp
from tests.tui.stage import SMALL, act, head, here, press


def test_enter_again_and_again_leads_from_the_title_into_the_game_as_the_first_state() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "enter", "enter")
        assert here(app) == "Seats"
        assert "Enter: start" in head(app, "#seats-pane")
        await press(app, pilot, "enter")
        assert here(app) == "Briefing"
        assert app.game is not None
        assert app.game.session.persons == ("ALD",)

    act(play, size=SMALL)


def test_enter_gives_a_seat_to_a_person_and_then_starts() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        navigation.seats(app, *read("first-watch"))
        await press(app, pilot, "down")
        assert "Enter: a person plays it" in head(app, "#seats-pane")
        await press(app, pilot, "enter")
        assert here(app) == "Seats"
        assert "Enter: start" in head(app, "#seats-pane")
        await press(app, pilot, "enter")
        assert app.game is not None
        assert app.game.session.persons == ("ALD", "BRE")

    act(play, size=SMALL)


def test_p_plays_the_marked_one() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        navigation.seats(app, *read("first-watch"))
        await press(app, pilot, "down", "down", "p")
        assert here(app) == "Briefing"
        assert app.game is not None
        assert app.game.session.persons == ("CAS",)

    act(play, size=SMALL)


def test_l_lets_the_computer_play_at_the_other_level_and_says_what_that_means() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        navigation.seats(app, *read("first-watch"))
        await press(app, pilot, "l")
        assert any("one ANSWER ahead" in str(notice.message) for notice in app._notifications)
        await press(app, pilot, "l", "l", "s")
        assert app.game is not None
        session = app.game.session
        assert isinstance(session, Session)
        assert session.save is not None
        assert session.save.header["level"] == "able"

    act(play, size=SMALL)
