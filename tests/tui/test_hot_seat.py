"""Several people at one keyboard: names, order and PINs on the seats screen, and a curtain that tells nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from crisis_game.engine.acts.talk import AskPosition
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.chance import Stream
from crisis_game.engine.machine import legal
from crisis_game.exercise.people import Door, People, Person, Pin, keep_people, people_of, read_people
from crisis_game.exercise.saves_folder import list_saves
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import read
from crisis_game.exercise.sitting import Receipt
from crisis_game.texts import Text
from crisis_game.tui import navigation
from crisis_game.tui.app import CrisisApp
from tests.engine import builders
from tests.exercise.playing import new_game, resumed
from tests.tui.stage import LARGE, SMALL, act, grid, here, press, session


def with_people(path: Path, people: People) -> Session:
    """A game of two people with names, PINs and an order."""
    opened = new_game(path, "AAA", "BBB")
    assert opened.save is not None
    keep_people(opened, people)
    return opened


def test_names_pins_and_order_are_chosen_and_kept() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        navigation.seats(app, *read("first-watch"))
        await press(app, pilot, "n", *"Ann", "enter", *"1234", "enter", *"12345", "enter")
        assert here(app) == "Person"
        assert "not the same" in grid(app)
        await press(app, pilot, *"1234", "enter", *"1234", "enter", "down", "space", "left_square_bracket")
        assert "Ann · with a PIN · sits down as number 2 of 2" in grid(app)
        assert "sits down as number 1 of 2" in grid(app)
        assert "1234" not in grid(app)
        await press(app, pilot, "s")
        assert here(app) == "Curtain"
        assert app.game is not None
        assert app.game.seat == "BRE"
        app.to_title()
        await press(app, pilot)

    act(play)
    people, fault = people_of(resumed(Path(list_saves()[0].path)))
    assert fault is None
    assert people.order == ("BRE", "ALD")
    assert people.of("ALD").name == "Ann"
    assert people.of("ALD").pin is not None


def test_order_is_changed_by_mouse_and_a_seat_of_the_computer_has_no_person() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        navigation.seats(app, *read("first-watch"))
        await press(app, pilot, "down", "n")
        assert here(app) == "Seats"
        await press(app, pilot, "space")
        await pilot.click("#earlier")
        await press(app, pilot)
        seats = app.screen.query_one(OptionList)
        assert "number 1 of 2" in str(seats.get_option("BRE").prompt)
        await pilot.click("#later")
        await press(app, pilot)
        assert "number 2 of 2" in str(seats.get_option("BRE").prompt)

    act(play)


def test_a_pin_is_asked_and_wrong_ones_make_waits_but_no_lock_out(tmp_path: Path) -> None:
    people = People((Person("BBB", "[b]Bo[/", Pin.of("12ab")), Person("AAA", "Ann")))

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        seconds = 0.0
        assert app.game is not None
        app.game.door = Door(lambda: seconds)
        assert "[b]Bo[/, for" in grid(app)
        await press(app, pilot, "enter", *"wrong", "enter", *"12abc", "enter")
        assert here(app) == "Curtain"
        assert "Try again in 2 s." in grid(app)
        await press(app, pilot, *"12ab", "enter")
        assert here(app) == "Curtain"
        seconds = 2.5
        await press(app, pilot, *"12ab", "enter")
        assert here(app) == "Briefing"

    act(play, opening=lambda: with_people(tmp_path / "game.crisis", people))


def test_one_person_with_a_pin_meets_the_curtain_too(tmp_path: Path) -> None:
    opened = new_game(tmp_path / "game.crisis", "AAA")
    assert opened.save is not None
    keep_people(opened, People((Person("AAA", "", Pin.of("1234")),)))

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert here(app) == "Curtain"
        await press(app, pilot, *"1234", "enter")
        assert here(app) == "Briefing"

    act(play, opening=lambda: opened)


def test_an_unreadable_row_is_told_once_and_the_game_goes_on() -> None:
    opened = session("AAA", "BBB")

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert app.game is not None
        app.game.people_fault = people_fault()
        app.hand_over("AAA")
        await press(app, pilot)
        assert ["cannot be read" in notice.message for notice in app._notifications] == [True]
        assert app.game.people_fault is None
        await press(app, pilot, "enter")
        assert here(app) == "Briefing"

    act(play, opening=lambda: opened)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_the_screens_look_as_they_should(
    size: tuple[int, int], same_grid: Callable[[str, str], None], tmp_path: Path
) -> None:
    name = f"{size[0]}x{size[1]}"

    async def seats(app: CrisisApp, pilot: Pilot[int]) -> None:
        navigation.seats(app, *read("first-watch"))
        await press(app, pilot, "n", *"Ann", "enter", "enter", "down", "space", "down", "space")
        same_grid(f"seats-{name}", grid(app))
        await press(app, pilot, "n")
        same_grid(f"person-{name}", grid(app))

    async def curtain(app: CrisisApp, pilot: Pilot[int]) -> None:
        same_grid(f"curtain-pin-{name}", grid(app))

    act(seats, size=size)
    people = People((Person("BBB", "Bo", Pin.of("12ab")), Person("AAA", "Ann")))
    act(curtain, opening=lambda: with_people(tmp_path / "game.crisis", people), size=size)


def test_the_curtain_is_the_same_whatever_was_sealed() -> None:
    curtains = set()

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert here(app) == "Curtain"
        app.hand_over("CCC")
        await press(app, pilot)
        curtains.add(grid(app))

    for luck in range(6):
        act(play, opening=partial(_orders, luck))
    assert len(curtains) == 1


def _orders(luck: int) -> Session:
    """A game in ORDERS where the first person has done nothing, or something else each time."""
    opened, stream = session(), Stream(luck, "orders")
    for _ in range(2):
        for seat in builders.MEMBERS:
            assert isinstance(opened.submit(seat, SetReady()), Receipt)
    assert opened.seen("AAA").beat == "orders"
    done = 0
    for _ in range(luck):
        wish = stream.pick(legal(opened.seen("AAA"))).draw(stream)
        done += isinstance(opened.submit("AAA", wish), Receipt)
    assert done == luck
    return opened


def people_fault() -> Text | None:
    """What is told where a row cannot be read."""
    return read_people("forged", ("AAA",))[1]


def test_the_keyboard_is_passed_without_being_ready_and_back_to_who_is_ready() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "enter", "escape", "r")
        assert "You do not sit down again in this beat" in grid(app)
        await press(app, pilot, "r")
        assert app.game is not None
        assert (here(app), app.game.seat) == ("Curtain", "BBB")
        await press(app, pilot, "enter", "escape", "f6")
        assert "State AAA (ready)" in grid(app)
        assert "State CCC (ready)" not in grid(app)
        await press(app, pilot, "enter")
        assert (here(app), app.game.seat) == ("Curtain", "AAA")
        await press(app, pilot, "enter")
        assert "ready: F6 passes on" in grid(app)
        await press(app, pilot, "f6", "down", "enter")
        assert (here(app), app.game.seat) == ("Curtain", "CCC")
        assert app.game.session.waiting() == ("BBB", "CCC"), "passing on makes nobody ready"
        await press(app, pilot, "enter", "escape", "r", "r")
        assert app.game.seat == "BBB"
        await press(app, pilot, "enter", "r")
        assert "You are the last: the beat closes." in grid(app)

    act(play, opening=session)


def test_who_is_ready_and_sits_down_again_is_shown_the_question_that_waits() -> None:
    def opening() -> Session:
        opened = session("AAA", "BBB")
        for seat in ("AAA", "BBB", "AAA"):
            opened.submit(seat, SetReady())
        assert isinstance(opened.submit("BBB", AskPosition("AAA", "chair-1")), Receipt)
        return opened

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert app.game is not None
        await press(app, pilot, "enter", "escape", "f6", "enter", "enter", "escape")
        assert (app.game.seat, app.game.sight.view.table.ready) == ("AAA", True)
        tabs, question = grid(app).splitlines()[1:3]
        assert (tabs.endswith("1 due: 3"), question.endswith("take a stand: 1 text")) == (True, True)

    act(play, opening=opening)


def test_who_plays_alone_has_nobody_to_pass_the_keyboard_to() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "f6")
        assert here(app) == "Situation"
        assert "Nobody else plays at this keyboard." in grid(app)
        await press(app, pilot, "r")
        assert "F6" not in grid(app)

    act(play, opening=lambda: session("AAA"))


def test_each_comes_to_the_ending_and_a_debrief_of_their_own() -> None:
    def opening() -> Session:
        opened = session("AAA", "BBB")
        while not opened.finished:
            for seat in opened.waiting():
                opened.submit(seat, SetReady())
        return opened

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert app.game is not None
        for seat in ("AAA", "BBB"):
            assert (here(app), app.game.seat) == ("Curtain", seat)
            while here(app) != "Ending":
                await press(app, pilot, "enter")
            await press(app, pilot, "f6", "enter")

    act(play, opening=opening)
