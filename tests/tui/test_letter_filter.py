"""Letters sifted, without any screen; and the search line of the inbox by keys."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from crisis_game.engine.acts.talk import Say
from crisis_game.exercise.sitting import Receipt
from crisis_game.pages.play.letter_filter import ALL, UNREAD, Sieve, next_kind
from crisis_game.tui.app import CrisisApp
from tests.tui.stage import LARGE, act, grid, head, here, press, session


@pytest.mark.parametrize(
    ("words", "passes"),
    [("", True), ("strait", True), ("CLOSED strait", True), ("resume", True), ("strait open", False), (" . ", True)],
)
def test_all_words_must_stand_in_the_letter(words: str, passes: bool) -> None:
    assert Sieve(words).passes("The Strait is closed. Résumé follows.", "cable", unread=False) is passes


def test_a_sieve_asks_for_the_channel_or_for_what_is_unread() -> None:
    assert Sieve(kind=UNREAD).passes("x", "news", unread=True)
    assert not Sieve(kind=UNREAD).passes("x", "news", unread=False)
    assert Sieve(kind="news").passes("x", "news", unread=False)
    assert not Sieve("y", "news").passes("x", "news", unread=True)
    assert Sieve("  ").open
    assert not Sieve("a").open


def test_the_sieves_go_round() -> None:
    kinds, now = [], ALL
    for _ in range(5):
        now = next_kind(now, ["news", "cable", "news"])
        kinds.append(now)
    assert kinds == [UNREAD, "news", "cable", ALL, UNREAD]
    assert next_kind("a channel that is gone", []) == ALL


def test_the_inbox_is_searched_as_one_types_and_escape_shows_all_again() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "2")
        letters = app.screen.query_one("#letters", OptionList)
        everything = letters.option_count
        await press(app, pilot, "slash", *"zzz")
        assert head(app, "#letters-pane").endswith(f" 0 of {everything}")
        await press(app, pilot, "enter", "ctrl+c", "1", "2")
        letters = app.screen.query_one("#letters", OptionList)
        assert app.screen.query_one(Input).value == "zzz"
        assert head(app, "#letters-pane").endswith(f" 0 of {everything}")
        await press(app, pilot, "escape")
        assert (here(app), letters.option_count) == ("Inbox", everything)
        await press(app, pilot, "f")
        assert "unread" in head(app, "#letters-pane")
        await press(app, pilot, "escape", "escape")
        assert here(app) == "Situation"

    act(play, opening=lambda: session("AAA"))


def test_a_title_goes_on_where_the_line_of_the_letter_breaks() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert app.game is not None
        assert isinstance(
            app.game.submit(Say(("BBB",), "Nine computers in six\noffices were read.\n\nMore follows.")), Receipt
        )
        await press(app, pilot, "escape", "2", "home")
        assert "Nine computers in six of" in grid(app), "in the row of the list; on its page the line breaks"

    act(play, opening=lambda: session("AAA"), size=LARGE)
