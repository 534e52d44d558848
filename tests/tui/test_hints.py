"""The guide's hints: one at a time, until what it asks for was done, remembered beyond the game."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from crisis_game.engine.acts.knowledge import GradeClaim
from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.opening import read
from crisis_game.exercise.session import Session
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.game import Game
from crisis_game.tui.hints import action_of, answer_hint, forget, next_hint, note_followed, told_before, use
from crisis_game.tui.settings import read_settings
from tests.tui.stage import act, grid, here, press


def _session(*persons: str) -> Session:
    scenario, _ = read("first-watch")
    return Session.start(scenario, dict.fromkeys(persons, "person"), None, seed=7)


def _game(*persons: str) -> Game:
    return Game(_session(*(persons or ("ALD",))), "en")


def _key(game: Game) -> str | None:
    note_followed(game)
    hint = next_hint(game)
    return None if hint is None else hint.key


def _read_all(game: Game) -> None:
    game.desk.read.update(one.id for one in game.sight.view.mail)


def test_every_key_of_the_first_scenario_does_something() -> None:
    scenario, _ = read("first-watch")
    keys = {one.key for one in scenario.guidance if one.beat != "answer"} - {"enter"}
    assert all(action_of(key)[0] in ("act", "ready") for key in keys)


@pytest.mark.parametrize(
    ("key", "action"),
    [("g", ("act", "grade-claim")), ("r", ("ready", "")), ("7", ("go", "map")), ("b", ("brief", "")), ("ä", ("", ""))],
)
def test_keys_stand_for_what_the_main_screens_bind(key: str, action: tuple[str, str]) -> None:
    assert action_of(key) == action


def test_one_hint_after_the_other_until_each_was_followed() -> None:
    game = _game()
    assert _key(game) == "enter"
    _read_all(game)
    assert _key(game) == "g"
    claims = [one.id for one in game.sight.view.claims]
    for claim in claims:
        assert _key(game) == "g"
        assert game.submit(GradeClaim(claim, "suspected")) is None
    assert _key(game) == "r"
    assert game.submit(SetReady()) is None
    assert game.sight.seen.beat == "table"
    assert _key(game) == "c"
    assert read_settings().hints.split() == ["first-watch.0", "first-watch.1", "first-watch.2"]


def test_what_was_followed_is_not_said_in_the_next_game_and_can_be_heard_again() -> None:
    game = _game()
    _read_all(game)
    note_followed(game)
    assert read_settings().hints == "first-watch.0"
    again = _game()
    assert _key(again) == "g"
    forget(again)
    assert _key(again) == "enter"


def test_a_hint_can_be_passed_over() -> None:
    game = _game()
    for key in ("enter", "g", "r"):
        hint = next_hint(game)
        assert hint is not None
        assert hint.key == key
        use(game, hint)
    assert next_hint(game) is None
    assert not told_before(game)
    assert told_before(_game())


def test_people_at_one_keyboard_are_told_each_for_themselves() -> None:
    game = _game("ALD", "BRE")
    _read_all(game)
    assert _key(game) == "g"
    game.sit("BRE")
    assert _key(game) == "enter"
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
        assert "Press Enter." in grid(app)
        await press(app, pilot, "f2")
        assert "Press g." in grid(app)
        await pilot.click("Guide")
        await pilot.pause()
        assert "Press r." in grid(app)
        await press(app, pilot, "f2")
        assert "Press" not in grid(app)
        await press(app, pilot, "f2")
        assert "Press Enter." in grid(app)

    act(play, opening=lambda: _session("ALD"))


def test_enter_opens_the_letters_as_the_guide_promises_and_then_the_first_claim_is_marked() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "enter")
        assert "Enter opens your messages" in grid(app)
        await press(app, pilot, "enter")
        assert here(app) == "Inbox"
        assert app.game is not None
        letters = len(app.game.unread) + 1
        await press(app, pilot, *["enter"] * letters, "escape")
        assert (here(app), app.game.unread) == ("Situation", ())
        claims = app.screen.query_one("#claims", OptionList)
        assert claims.highlighted is not None
        assert claims.get_option_at_index(claims.highlighted).id == app.game.sight.view.claims[0].id

    act(play, opening=lambda: _session("ALD"))
