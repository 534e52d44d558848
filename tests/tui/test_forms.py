"""Any act as a form: asked field by field, refused with a reason, undone by escape."""

from __future__ import annotations

from textual.pilot import Pilot

from crisis_game.tui.app import CrisisApp
from tests.tui.stage import act, grid, here, press, session


def test_an_act_that_is_not_possible_says_why() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "t")
        assert here(app) == "Form"
        assert "Not possible now: This is not possible in this beat." in grid(app)
        await press(app, pilot, "escape")
        assert here(app) == "Situation"

    act(play, opening=lambda: session("AAA"))


def test_escape_goes_back_question_by_question_and_words_are_kept() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "2", "w", "space", "enter", *"Hear us")
        assert "In which words?" in grid(app)
        await press(app, pilot, "escape")
        assert "To whom?" in grid(app)
        await press(app, pilot, "space", "enter")
        assert "Hear us" in grid(app)
        await press(app, pilot, "ctrl+s")
        assert here(app) == "Inbox"
        assert app.game is not None
        sent = [one for one in app.game.sight.view.mail if one.words == "Hear us"]
        assert [one.to for one in sent] == [("BBB",)]
        assert not app.game.desk.unsent

    act(play, opening=lambda: session("AAA"))
