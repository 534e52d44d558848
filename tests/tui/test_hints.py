"""The guide's hints: one at a time, until what it asks for was done, remembered beyond the game."""

from __future__ import annotations

import re

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.acts.knowledge import GradeClaim
from crisis_game.engine.acts.questions import AnswerInject
from crisis_game.engine.acts.talk import TakePosition
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.chance import Stream
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import read
from crisis_game.exercise.sitting import Receipt
from crisis_game.pages.play.due import Aim
from crisis_game.scenario.model import Guidance
from crisis_game.texts import prose
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.game import Game
from crisis_game.tui.hints import (
    aim_of,
    answer_hint,
    forget,
    next_hint,
    note_followed,
    told_before,
    use,
    waiting_hint,
)
from crisis_game.tui.key_table import KEYS
from crisis_game.tui.keys import key_on
from crisis_game.tui.screens.orders import ROW_OF_ACT
from crisis_game.tui.settings import read_settings
from crisis_game.tui.widgets.due_row import DueRow
from crisis_game.tui.widgets.order_row import OrderRow
from tests.tui.stage import LARGE, act, grid, here, press

MOST_KEYS = 35
"""Keys that the guide may name before the votes are opened."""


def _session(*persons: str) -> Session:
    scenario, _ = read("first-watch")
    return Session.start(scenario, dict.fromkeys(persons, "person"), None, seed=7)


def _game(*persons: str) -> Game:
    return Game(_session(*(persons or ("ALD",))), "en")


def _asked(game: Game) -> str | None:
    note_followed(game)
    hint = next_hint(game)
    return None if hint is None else hint.leads_to


def _read_all(game: Game) -> None:
    game.desk.read.update(letter.id for letter in game.sight.view.mail)


def test_every_hint_of_the_first_scenario_asks_for_an_act_or_a_page_with_a_key_of_its_own() -> None:
    scenario, _ = read("first-watch")
    aims = [aim_of(hint) for hint in scenario.guidance]
    assert None not in aims
    elsewhere = {key_on("acts", "table"), key_on("casebook", "table")}
    assert not elsewhere & {key_on(aim, "table") for aim in aims[:-2] if aim is not None}


@pytest.mark.parametrize(
    ("asks", "aim"),
    [("grade-claim", GradeClaim), ("set-ready", SetReady), ("map", "map"), ("g", None), (None, None)],
)
def test_a_hint_names_an_act_or_a_page(asks: str | None, aim: Aim | None) -> None:
    assert aim_of(Guidance(1, "table", prose("Look."), asks)) == aim


def test_one_hint_after_the_other_until_each_was_followed() -> None:
    game = _game()
    assert _asked(game) == "inbox"
    _read_all(game)
    assert _asked(game) == "answer-inject"
    assert isinstance(game.submit(AnswerInject("first-team", "wait")), Receipt)
    assert _asked(game) == "grade-claim"
    claims = [claim.id for claim in game.sight.view.claims]
    for claim in claims:
        assert _asked(game) == "grade-claim"
        assert isinstance(game.submit(GradeClaim(claim, "suspected")), Receipt)
    assert _asked(game) == "set-ready"
    assert isinstance(game.submit(SetReady()), Receipt)
    assert game.sight.seen.beat == "table"
    assert _asked(game) == "listen"
    assert read_settings().hints.split() == [f"first-watch.{place}" for place in range(4)]


def test_what_was_followed_is_not_said_in_the_next_game_and_can_be_heard_again() -> None:
    game = _game()
    _read_all(game)
    note_followed(game)
    assert read_settings().hints == "first-watch.0"
    again = _game()
    assert _asked(again) == "answer-inject"
    forget(again)
    assert _asked(again) == "inbox"


def test_a_hint_can_be_passed_over() -> None:
    game = _game()
    for asked in ("inbox", "answer-inject", "grade-claim", "set-ready"):
        hint = next_hint(game) or waiting_hint(game)
        assert hint is not None
        assert hint.leads_to == asked
        use(game, hint)
    assert next_hint(game) is None
    assert not told_before(game)
    assert told_before(_game())


def test_people_at_one_keyboard_are_told_each_for_themselves() -> None:
    game = _game("ALD", "BRE")
    _read_all(game)
    assert _asked(game) == "answer-inject"
    game.sit("BRE")
    assert _asked(game) == "inbox"
    assert read_settings().hints == ""


def test_the_answer_has_a_hint_for_its_page_and_one_for_the_debrief() -> None:
    game = _game()
    first, second = answer_hint(game, 1, 0), answer_hint(game, 1, 1)
    assert first is not None
    assert second is not None
    assert first != second
    use(game, first)
    assert answer_hint(game, 1, 0) is None
    assert answer_hint(game, 1, 1) == second
    assert answer_hint(game, 1, 2) is None


def test_the_guide_on_the_screen_is_passed_by_key_and_by_click() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "enter")
        assert "Press 2." in grid(app)
        await press(app, pilot, "f2")
        assert "Press q." in grid(app)
        await press(app, pilot, "f2")
        assert "Press g." in grid(app)
        await pilot.click("Guide")
        await pilot.pause()
        assert "Before you are ready, answer" in grid(app)
        await press(app, pilot, "f2")
        assert "Press" not in grid(app)
        await press(app, pilot, "f2")
        assert "Press 2." in grid(app)

    act(play, opening=lambda: _session("ALD"))


def test_the_letters_open_by_the_key_that_the_guide_names_and_then_the_letter_that_asks_is_marked() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "enter")
        assert "Press 2.  Welcome." in grid(app)
        await press(app, pilot, "2")
        assert here(app) == "Inbox"
        assert app.game is not None
        letters = len(app.game.unread) + 1
        await press(app, pilot, *["enter"] * letters, "escape")
        assert (here(app), app.game.unread) == ("Situation", ())
        assert isinstance(app.focused, DueRow)
        assert app.focused.row.key == "letter/inject:first-team"

    act(play, opening=lambda: _session("ALD"))


def test_the_letters_open_by_the_key_of_the_header_wherever_the_mark_stands() -> None:
    """A line named Enter, and Enter opened the grades of a claim that the mark had been left on."""

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "enter", "down", "down", "g", "g")
        line = re.search(r"(\w+) (?:answer|read) \d+ letters?", grid(app))
        guide = re.search(r"Press (\w+)\.", grid(app))
        assert line is not None
        assert guide is not None
        for key in (line[1], guide[1]):
            await press(app, pilot, key.lower())
            assert here(app) == "Inbox"
            await press(app, pilot, "escape")

    act(play, opening=lambda: _session("ALD"), size=LARGE)


def _do(game: Game, kind: str, number: int) -> None:
    """Do what a form would, by a command drawn from its offer."""
    offer = game.sight.offer(BY_KIND[kind])
    assert offer is not None
    assert isinstance(game.submit(offer.draw(Stream(number, kind))), Receipt)


def act_of(key: str) -> str:
    """The kind of act that a key does on the main pages, or at the table."""
    entries = (*KEYS["main"], *KEYS["table"])
    return next(entry.aim.kind for entry in entries if entry.key == key and isinstance(entry.aim, type))


async def _follow(app: CrisisApp, pilot: Pilot[int], key: str, number: int) -> None:
    """Press a key that the guide names; what it promises is there, and is done."""
    game = app.game
    assert game is not None
    await press(app, pilot, key)
    if key == "2":
        assert here(app) == "Inbox"
        await press(app, pilot, *["enter"] * len(game.unread), "escape")
    elif key == "q":
        assert here(app) == "Letter"
        await press(app, pilot, "enter")
    elif key == "3":
        assert here(app) == "Table"
    elif key == "r":
        assert (here(app), app.focused and app.focused.id) == ("Ready", "yes")
        assert "Nothing is left to do" in grid(app)
        await press(app, pilot, "enter")
    elif here(app) == "Orders":
        await _order(app, pilot, key, number)
    elif here(app) in ("Form", "TextEditor", "Acts"):
        await _act(app, pilot, key, number)
    else:
        mine = [entry.submission.command.kind for entry in game.session.log if entry.submission.seat == game.seat]
        assert mine[-1] == act_of(key)


async def _order(app: CrisisApp, pilot: Pilot[int], key: str, number: int) -> None:
    """The row of the key is marked; vote yes, give what the cursor stands on, or report."""
    assert app.game is not None
    assert isinstance(app.focused, OrderRow)
    assert app.focused.row.kind == ROW_OF_ACT[act_of(key)]
    if key == "u":
        _do(app.game, "report-to-council", number)
    await press(app, pilot, *{"v": ("left", "left", "enter"), "d": ("enter",), "u": ("1", "4")}[key])


async def _act(app: CrisisApp, pilot: Pilot[int], key: str, number: int) -> None:
    """A form is open, or the list of acts at what is due; leave it, and do that."""
    game = app.game
    assert game is not None
    kind = act_of(key) if key != "a" else ""
    if here(app) == "Acts":
        acts = app.screen.query_one(OptionList)
        assert acts.highlighted is not None
        kind = str(acts.get_option_at_index(acts.highlighted).id)
    while here(app) != "Table":
        await press(app, pilot, "escape")
    if key == "s":
        for text in game.sight.seen.on_table:
            game.submit(TakePosition(text, "oppose"))
    else:
        _do(game, kind, number)
    await press(app, pilot, "1", "3")


def test_guide_header_and_dialogue_say_the_same_to_who_follows_the_guide() -> None:
    """Until the votes are opened: each key named does what is said, and nothing is due where the guide says r."""

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        game = app.game
        assert game is not None
        await press(app, pilot, "enter")
        followed: list[tuple[str, str]] = []
        while game.sight.seen.round == 1 and here(app) in ("Situation", "Table", "Orders"):
            named = re.search(r"Press (\w+)\.", grid(app))
            assert named is not None, grid(app)
            followed.append((game.sight.seen.beat, named[1]))
            assert len(followed) < MOST_KEYS, " ".join(key for _, key in followed)
            await _follow(app, pilot, named[1].replace("Space", "space"), len(followed))
        assert {beat for beat, key in followed if key == "r"} == {"situation", "table", "orders"}
        assert ("orders", "d") in followed

    act(play, opening=lambda: _session("ALD"), size=LARGE)
