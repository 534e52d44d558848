"""The debrief: at the smallest size ending, truth and the gravest rulings stand without scrolling; its doors open."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from crisis_game.debrief.review import review
from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import begin, read
from crisis_game.pages.debrief.exit_sentences import own_sentence
from crisis_game.tui import navigation
from crisis_game.tui.app import CrisisApp
from tests.assessment.games import scenario
from tests.pages.showing import flat
from tests.tui.stage import LARGE, SMALL, act, grid, here, press, settle

SEAT, NEXT_SEAT, SEED = "DEL", "EST", 7_654_321_234_567_891_234


@cache
def over() -> Session:
    """Hesk Strait to its end, with one person who does nothing; nothing of it is kept."""
    return to_the_end(Session.start(scenario("hesk-strait"), {SEAT: "person"}, None, seed=7))


def to_the_end(session: Session) -> Session:
    while not session.finished:
        session.submit(SEAT, SetReady())
    return session


async def to_debrief(app: CrisisApp, pilot: Pilot[int]) -> None:
    await navigation.debrief(app)
    await settle(app, pilot)
    await press(app, pilot)
    assert here(app) == "Debrief"


def test_ending_truth_and_the_gravest_rulings_stand_without_scrolling() -> None:
    reviewed = review(over(), SEAT)

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await to_debrief(app, pilot)
        assert app.game is not None
        shown, say = flat(grid(app)), app.game.sight.wording.say
        assert reviewed.ending is not None
        assert all(
            flat(say(words)) in shown
            for words in (
                reviewed.ending.title,
                reviewed.ending.text,
                reviewed.revealed.truth,
                reviewed.revealed.truth_told,
            )
        )
        assert "act who resort conduct room" in shown
        unlawful = [told for told in (*reviewed.acts, *reviewed.omissions) if told.known == "unlawful"]
        assert unlawful
        rows = [row for row in grid(app).splitlines() if re.match(r"[▸▌] r\d", row)]
        assert grid(app).count("■\N{NO-BREAK SPACE}unlawful") == min(len(unlawful), len(rows)), "the gravest first"
        assert "1 Rulings   2 Rounds   3 Legitimacy   4 Report   5 Play again   6 Your sentence" in grid(app)

    act(play, over, SMALL)


def test_the_rulings_of_the_first_page_are_in_columns() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await to_debrief(app, pilot)
        rows = [row for row in grid(app).splitlines() if row[0] in "▌▸" and " silent" in row]
        assert len({row.index(sign) for row in rows for sign in "■◧" if sign in row}) == 1
        assert len({row.index("silent") for row in rows}) == 1

    act(play, over, SMALL)


def test_enter_on_a_ruling_opens_its_page_and_space_opens_it_in_place() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await to_debrief(app, pilot)
        await press(app, pilot, "space")
        assert "It turns on:" in grid(app)
        await press(app, pilot, "enter")
        assert here(app) == "Ruling"
        assert "THE PATH OF THE COURT" in grid(app)
        await press(app, pilot, "escape")
        assert here(app) == "Debrief"

    act(play, over, LARGE)


def test_every_door_opens_and_escape_leads_to_the_first_page_and_then_out() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await to_debrief(app, pilot)
        await press(app, pilot, "tab")
        for door, shown in (
            ("1", "which is its conduct"),
            ("2", "GAUGES"),
            ("3", "Legality"),
            ("4", "WRITE TO A FILE"),
        ):
            await press(app, pilot, door)
            assert shown in grid(app)
        await press(app, pilot, "escape")
        assert "WHAT WAS TRUE" in grid(app)
        await press(app, pilot, "escape")
        assert here(app) != "Debrief"

    act(play, over, SMALL)


def test_a_game_that_was_kept_can_be_played_again_with_its_luck_in_another_seat(tmp_path: Path) -> None:
    def opening() -> Session:
        played, files = read("hesk-strait")
        return to_the_end(begin(played, files, {SEAT: "person"}, SEED, tmp_path / "game.crisis"))

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await to_debrief(app, pilot)
        await press(app, pilot, "5")
        assert here(app) == "Seats"
        assert app.screen.query_one(Input).value == str(SEED)
        await press(app, pilot, "s")
        assert app.game is not None
        assert app.game.session.persons == (NEXT_SEAT,)
        assert app.game.sight.seen.round == 1
        assert app.game.session.final_state().table.seed == SEED

    act(play, opening, LARGE)


def test_a_game_of_which_nothing_was_kept_says_that_it_cannot_be_played_again() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await to_debrief(app, pilot)
        await press(app, pilot, "5")
        assert here(app) == "Debrief"
        assert any("Nothing of this game was kept" in told.message for told in app._notifications)

    act(play, over, SMALL)


def test_a_key_asks_for_the_one_sentence_and_it_stands_with_the_notes() -> None:
    session = to_the_end(Session.start(scenario("hesk-strait"), {SEAT: "person"}, None, seed=7))

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        while here(app) != "Debrief":  # roll call, ANSWER and ending come first
            await press(app, pilot, "enter")
            await settle(app, pilot)
        await press(app, pilot, "6")
        assert here(app) == "Form"
        assert flat("What do you take with you, in one sentence?") in flat(grid(app))
        await press(app, pilot, *"We ask.", "ctrl+s")
        assert here(app) == "Debrief"
        await press(app, pilot, "4")
        assert "You take with you: “We ask.”" in grid(app)

    act(play, lambda: session, SMALL)
    assert own_sentence(session, SEAT) == "We ask."
