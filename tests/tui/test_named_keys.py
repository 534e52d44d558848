"""A line that names a key presses that key when it is clicked, and what is due names a key that leads to it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

import crisis_game.tui
from crisis_game.engine.acts.talk import AskWhy, TakePosition
from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import read
from crisis_game.exercise.sitting import Receipt
from crisis_game.pages.play.due import without_stand
from crisis_game.scenario.ids import MainPageId
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.key_table import MAIN
from crisis_game.tui.keys import key_on
from crisis_game.tui.widgets.beat_bar import Next
from crisis_game.tui.widgets.fields import SomeField
from tests.tui.stage import LARGE, act, here, press

HOUSE = Path(crisis_game.tui.__file__).parent
SPOKEN = {"Enter": "enter", "Escape": "escape"}
TEXTUALS_OWN = ("Ctrl+Q",)
MOST_QUESTIONS = 8
"""Of a form."""
NAMES_A_KEY = re.compile(r"(?<![\w'’{.])(?<!} )(?:[b-hj-z]|F\d+|Ctrl\+\w)(?![\w'’}])")


def sentences() -> Iterator[tuple[str, str]]:
    """All words of the screens but for what only a programmer reads: the place, the words."""
    for path in sorted(HOUSE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                yield f"{path.name}:{node.lineno}", node.value


def test_no_sentence_names_a_key_but_by_the_table() -> None:
    """Arrows, Enter, Escape, Space, plus and minus are what they are on every list, and may be said."""
    worded = [(place, words) for place, words in sentences() if re.search(r"[a-z] [a-z]|: ", words)]
    named = [(place, words) for place, words in worded if set(NAMES_A_KEY.findall(words)) - set(TEXTUALS_OWN)]
    assert len(worded) > 400
    assert named == []


def test_words_that_press_enter_or_escape_name_it() -> None:
    pairs = []
    for path in sorted(HOUSE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "pressing":
                words, key = node.args
                inner = words.args[0] if isinstance(words, ast.Call) and words.args else words
                if isinstance(inner, ast.Constant) and isinstance(key, ast.Constant):
                    pairs.append((str(inner.value), str(key.value)))
    assert pairs
    assert [pair for pair in pairs if SPOKEN.get(pair[0].partition(":")[0]) != pair[1]] == []


def at_the_table() -> Session:
    """At the table of Hesk, with texts on which no stand was taken yet."""
    scenario, _ = read("hesk-strait")
    opened = Session.start(scenario, {"COR": "person"}, None, seed=7)
    while opened.seen("COR").beat != "table":
        opened.submit("COR", SetReady())
    return opened


@pytest.mark.parametrize("page", [page for page in MAIN if page != "map"])
def test_the_key_of_what_is_due_leads_to_it_from_every_main_page(page: MainPageId) -> None:
    """In the header of the situation room stood `w take a stand`, and w opened the gauges there."""

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        game = app.game
        assert game is not None
        while here(app) != "Situation":
            await press(app, pilot, "escape")
        game.desk.read.update(letter.id for letter in game.sight.view.mail)
        await press(app, pilot, "2", "1", MAIN[page].first)
        assert TakePosition in [due.aim for due in game.due]
        assert str(app.screen.query_one(Next).content).startswith(f"{key_on(game.due[0].aim, page)} ")
        await press(app, pilot, key_on(TakePosition, page))
        assert here(app) == ("Form" if page == "table" else "Table")

    act(play, opening=at_the_table, size=LARGE)


def asked_why() -> Session:
    """At the table, with a question for reasons still to be answered."""
    opened = at_the_table()
    assert isinstance(opened.submit("DEL", AskWhy("COR", opened.seen("COR").on_table[0])), Receipt)
    return opened


def test_the_list_of_acts_begins_at_the_answer_that_is_due() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        game = app.game
        assert game is not None
        while here(app) != "Situation":
            await press(app, pilot, "escape")
        assert "a" in [key_on(due.aim, "situation") for due in game.due]
        await press(app, pilot, "3", "a")
        acts = app.screen.query_one(OptionList)
        assert acts.highlighted is not None
        assert acts.get_option_at_index(acts.highlighted).id == "give-reason"

    act(play, opening=asked_why, size=LARGE)


def test_s_asks_of_the_texts_on_which_a_stand_is_due_until_none_is() -> None:
    """Where the marked text has its stand, the key asked about it for ever, and the header went on to name it."""

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        game = app.game
        assert game is not None
        while here(app) != "Situation":
            await press(app, pilot, "escape")
        game.desk.read.update(letter.id for letter in game.sight.view.mail)
        await press(app, pilot, "3")
        for _ in range(MOST_QUESTIONS):  # a stand begins a wave, and that may bring another text
            due = without_stand(game.sight)
            if not due:
                break
            await press(app, pilot, "s")
            for _ in range(MOST_QUESTIONS):
                if here(app) == "Form":
                    marks = app.screen.query(SomeField)
                    await press(app, pilot, *(("space", "enter") if marks else ("enter",)))
            assert due[0] not in without_stand(game.sight)
        assert not without_stand(game.sight)

    act(play, opening=at_the_table, size=LARGE)
