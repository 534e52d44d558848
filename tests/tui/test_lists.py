"""Lists of several lines: no line is cut when a bar appears, and nothing moves sideways when something is told."""

from __future__ import annotations

from textual.pilot import Pilot

from crisis_game.engine.acts.talk import TakePosition
from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.scenario.library import find
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.keys import key_on
from tests.tui.stage import act, grid, here, press, session


def hesk() -> Session:
    """One person, for the victim."""
    return Session.start(load_scenario(find("hesk-strait")), {"BEL": "person"}, None, seed=7)


def test_a_text_that_just_fits_without_a_bar_keeps_its_last_line_beside_one() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape")
        assert here(app) == "Situation"
        lines = grid(app).splitlines()
        first = next(place for place, line in enumerate(lines) if "which Vosk and Tallis drew" in line)
        assert "accepted." in lines[first + 1]

    act(play, hesk)


def test_what_is_told_leaves_the_panels_as_wide_as_they_were() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape")
        before = [line for line in grid(app).splitlines() if "──" in line]
        assert "0 of" in before[0]
        await press(app, pilot, "g")
        lines = grid(app).splitlines()
        assert any("You hold it" in line for line in lines)
        before[0] = before[0].replace("0 of", "1 of")
        assert [line for line in lines if "──" in line] == before

    act(play, hesk)


def test_the_question_of_the_table_stands_whole_beside_the_next_key() -> None:
    def opening() -> Session:
        opened = session("AAA")
        assert isinstance(opened.submit("AAA", SetReady()), Receipt)
        return opened

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "2", *(["down"] * 9), "3")
        tabs, question = grid(app).splitlines()[1:3]
        assert tabs.endswith(f"1 due: {key_on(TakePosition, 'table')}")
        assert "Which text could you live with, and what must change?" in question
        assert question.endswith("take a stand: 1 text")

    act(play, opening)
