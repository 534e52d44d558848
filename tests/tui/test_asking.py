"""A letter that waits for an answer: it says so, Enter opens the form of the act, and the answer stands in it."""

from __future__ import annotations

import re

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from crisis_game.engine.acts.questions import AnswerInject
from crisis_game.tui import navigation
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.stage import Stage
from crisis_game.tui.widgets.reply_row import ReplyRow
from tests.asking import asked
from tests.tui.stage import LARGE, act, burst, grid, here, press

LETTER = "inject:picture-asked"


def to_letter(app: CrisisApp) -> None:
    """Mark it, all others being read: until then Enter reads on."""
    assert app.game is not None
    app.game.desk.read.update(letter.id for letter in app.game.unread)
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
        told = ["Do you show it", "Show it to all", "Keep it a day", "until ORDERS", "If nothing is said: Keep it"]
        places = [shown.index(words) for words in told]
        assert places == sorted(places)
        assert "Enter: answer it" in shown

    act(play, opening=lambda: asked("BBB"), size=LARGE)


def test_enter_opens_the_letter_and_the_answer_stands_in_it() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "2")
        to_letter(app)
        await press(app, pilot, "enter")
        assert here(app) == "Letter"
        shown = grid(app)
        told = [
            "DO YOU SHOW IT",
            "by ORDERS",
            "Show it to all",
            "Open your books instead",
            "Standing -3",
            "If nothing is",
        ]
        assert [shown.index(words) for words in told] == sorted(shown.index(words) for words in told)
        await press(app, pilot, "up", "enter")
        assert here(app) == "Inbox"
        assert LETTER not in open_letters(app)
        to_letter(app)
        await pilot.pause()
        assert "You answered: Open your books instead." in grid(app)
        assert "Enter: answer it" not in grid(app)

    act(play, opening=lambda: asked("BBB"), size=LARGE)


@pytest.mark.parametrize("ups", range(4))
def test_keys_in_one_burst_give_the_answer_that_is_marked(ups: int) -> None:
    """However quick the keys are, and however many: the same answer as by one key after the other; and it is one."""

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "2")
        to_letter(app)
        await press(app, pilot, "enter")
        rows = list(app.screen.query(ReplyRow))
        assert isinstance(app.focused, ReplyRow)
        wanted = rows[max(0, rows.index(app.focused) - ups)].reply.id
        await burst(app, pilot, *["up"] * ups, "enter", "enter")
        assert app.game is not None
        given = [entry.submission.command for entry in app.game.session.log]
        assert [act.answer for act in given if isinstance(act, AnswerInject)] == [wanted]

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
        letters.highlighted = next(i for i, option in enumerate(letters.options) if option.id not in open_letters(app))
        await pilot.pause()
        await press(app, pilot, "enter")
        assert here(app) == "Inbox"
        marked = letters.get_option_at_index(letters.highlighted or 0).id
        assert marked in open_letters(app)

    act(play, opening=lambda: asked("BBB"))


def test_a_letter_that_asks_is_due_first_and_opens_from_its_row() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape")
        shown = grid(app)
        places = [shown.index(words) for words in ("The banks close", "by TABLE", "by ORDERS", "you: not yet")]
        assert places == sorted(places)
        await press(app, pilot, "enter")
        assert here(app) == "Letter"
        await press(app, pilot, "right")
        assert "Do you show it".upper() in grid(app)
        await press(app, pilot, "escape")
        assert here(app) == "Situation"
        assert len(open_letters(app)) == 2

    act(play, opening=lambda: asked("BBB"))


@pytest.mark.parametrize("answer", ["show", "books", "keep"])
def test_what_an_answer_takes_is_told_on_its_row_and_is_what_is_charged(answer: str) -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        game = app.game
        assert game is not None
        navigation.letter(app, LETTER)
        await press(app, pilot)
        before = game.sight.view.account
        row = next(row for row in app.screen.query(ReplyRow) if row.reply.id == answer)
        words = "\n".join(str(label.content) for label in row.query(Static))
        row.focus()
        await press(app, pilot, "enter")
        question = game.sight.seen.question("picture-asked")
        assert question is not None
        assert [given.choice for given in question.answers] == [answer]
        after = game.sight.view.account
        assert before is not None
        assert after is not None
        told = re.search(r"Costs (\d+) attention", words)
        assert before.attention - after.attention == (int(told[1]) if told else 0)
        support = re.search(r"Costs (\d+) of your support", words)
        assert before.home - after.home == (int(support[1]) if support else 0)

    act(play, opening=lambda: asked("BBB"))
