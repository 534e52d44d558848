"""The roll call of a text whose rule and result are longer than the screen."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.pilot import Pilot

from crisis_game.charter import organs
from crisis_game.charter.rules import Combined, Leaf, Whole
from crisis_game.engine.acts.ballots import CastVote
from crisis_game.engine.acts.texts import TableText
from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.session import Session
from crisis_game.texts import prose
from crisis_game.tui.app import CrisisApp
from tests.engine import builders
from tests.tui.stage import act, grid, here, press, session

PARTS = 20
"""Parts of the rule: at 80x24 what it asks for and what it came to fill more than a screen."""


def voted() -> Session:
    """A person's game in which everything needs many things, and the votes of the first text can be opened."""
    victim = Leaf("unanimity", only=frozenset({"BBB"}))
    both = Leaf("count", Whole(2), only=frozenset({"AAA", "BBB"}))
    rule = Combined("all_of", (Leaf("count", Whole(2)), *(victim, both) * (PARTS // 2)))
    organ = organs.Organ("council", prose("C"), builders.MEMBERS, (organs.Decision(("any",), rule),))
    game = session("AAA", scenario=builders.tiny(charter=builders.charter(organs=(organ,))))
    game.submit("AAA", SetReady())
    game.submit("AAA", TableText(builders.PROTEST_TEXT))
    game.submit("AAA", SetReady())
    for text in game.seen("AAA").sheet:
        game.submit("AAA", CastVote(text, "no"))
    return game


def test_what_is_needed_what_it_came_to_and_how_to_go_on_are_never_cut() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "r", "y")
        if here(app) != "RollCall":
            await press(app, pilot, "enter")
        assert here(app) == "RollCall"
        for words in ("needed: ", "in favour, 2 needed", "1 text more"):
            assert words in grid(app)
        end = app.screen.query_one("#call-end", VerticalScroll)
        assert end.max_scroll_y > 0
        for _ in range(int(end.max_scroll_y)):
            await press(app, pilot, "down")
        assert here(app) == "RollCall"
        assert end.scroll_y == end.max_scroll_y
        assert "would have" in grid(app) or "No single vote" in grid(app)

    act(play, opening=voted)
