"""The curtain: between two people nothing of the one is left for the other."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets import TextArea

from crisis_game.tui.app import CrisisApp
from tests.tui.stage import act, grid, here, press, session, widgets

WHISPER = "the Lindis carried listening gear"


def test_the_old_seats_widgets_are_removed_and_its_half_typed_words_kept() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert here(app) == "Curtain"
        await press(app, pilot, "enter", "escape", "2", "w", "space", "enter")
        assert here(app) == "Form"
        app.screen.query_one(TextArea).insert(WHISPER)
        await pilot.pause()
        old = widgets(app)
        app.notify(WHISPER)
        app.hand_over("BBB")
        await press(app, pilot)
        await pilot.pause()
        assert here(app) == "Curtain"
        assert not [widget for widget in old if widget.is_attached and widget.screen is not app.screen_stack[0]]
        assert WHISPER not in grid(app)
        assert not list(app._notifications)
        await press(app, pilot, "enter")
        assert app.game is not None
        assert app.game.seat == "BBB"
        assert not app.game.desk.unsent
        app.game.sit("AAA")
        assert app.game.desk.unsent == {"say/words": WHISPER}

    act(play, opening=lambda: session("AAA", "BBB"))


def test_people_sit_down_in_the_order_of_their_ids() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        seats = []
        for _ in range(3):
            assert here(app) == "Curtain"
            assert app.game is not None
            seats.append(app.game.seat)
            await press(app, pilot, "enter", "escape", "r", "r")
        assert seats == ["AAA", "BBB", "CCC"]
        assert here(app) == "Curtain"
        assert app.game is not None
        assert app.game.seat == "AAA"
        assert app.game.session.seen("AAA").beat == "table"

    act(play, opening=session)
