"""A letter that waits for an answer: it says so, Enter opens the form of the act, and the answer stands in it."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets import OptionList

from crisis_game.engine.acts.questions import AnswerInject
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.stage import Stage
from tests.asking import asked
from tests.tui.stage import LARGE, act, grid, here, press

LETTER = "inject:picture-asked"


def to_letter(app: CrisisApp) -> None:
    letters = app.screen.query_one("#letters", OptionList)
    letters.highlighted = letters.get_option_index(LETTER)


def open_letters(app: Stage) -> list[str]:
    game = app.game
    assert game is not None
    return [letter.id for letter in game.sight.view.mail if letter.question is not None and letter.question.open]


def test_the_letter_shows_its_answers_its_fuse_and_last_what_silence_means() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "2")
        to_letter(app)
        await pilot.pause()
        shown = grid(app)
        told = ["Do you show it", "Show it to all", "Keep it a day", "until ORDERS", "Silence means: Keep it a day"]
        places = [shown.index(words) for words in told]
        assert places == sorted(places)
        assert "Enter: answer it" in shown

    act(play, opening=lambda: asked("BBB"), size=LARGE)


def test_enter_opens_the_form_of_the_act_and_the_answer_stands_in_the_letter() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "2")
        to_letter(app)
        await press(app, pilot, "enter")
        assert here(app) == "Form"
        assert "Open your books instead" in grid(app)
        await press(app, pilot, "down", "enter")
        assert here(app) == "Inbox"
        assert LETTER not in open_letters(app)
        to_letter(app)
        await pilot.pause()
        assert "You answered: Open your books instead." in grid(app)
        assert "Enter: answer it" not in grid(app)

    act(play, opening=lambda: asked("BBB"), size=LARGE)


def test_an_answer_is_due_until_it_is_given() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape")
        game = app.game
        assert game is not None
        wording = game.sight.wording
        assert wording.say(game.due[0].words) == "answer 2 letters"
        game.submit(AnswerInject("banks-close", "wait"))
        game.submit(AnswerInject("picture-asked", "keep"))
        assert not [due for due in game.due if "answer" in wording.say(due.words)]

    act(play, opening=lambda: asked("BBB"))


def test_enter_goes_on_to_what_waits_once_all_is_read() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "2")
        letters = app.screen.query_one("#letters", OptionList)
        for option in [option.id for option in letters.options]:
            letters.highlighted = letters.get_option_index(str(option))
            await pilot.pause()
        letters.highlighted = letters.get_option_index(LETTER) - 1
        await pilot.pause()
        assert letters.get_option_at_index(letters.highlighted or 0).id not in open_letters(app)
        await press(app, pilot, "enter")
        assert here(app) == "Inbox"
        marked = letters.get_option_at_index(letters.highlighted or 0).id
        assert marked in open_letters(app)

    act(play, opening=lambda: asked("BBB"))
