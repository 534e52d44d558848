"""The record by keys: first and last line, and the leaf that a round begins with."""

from __future__ import annotations

from textual.pilot import Pilot

from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import read
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.widgets.fold import FoldTitle
from crisis_game.tui.widgets.leaves import LeafTab
from tests.tui.stage import LARGE, act, here, press


def later() -> Session:
    """The third round, with acts on record."""
    scenario, _ = read("hesk-strait")
    opened = Session.start(scenario, {scenario.members[0]: "person"}, None, seed=7)
    while opened.seen(scenario.members[0]).round < 3:
        opened.submit(scenario.members[0], SetReady())
    return opened


def leaf(app: CrisisApp) -> str:
    return next(str(tab.content) for tab in app.screen.query(LeafTab) if tab.has_class("here"))


def test_home_and_end_go_to_the_first_and_the_last_act() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        while here(app) != "Situation":
            await press(app, pilot, "escape")
        await press(app, pilot, "5")
        titles = list(app.screen.query(FoldTitle))
        assert len(titles) > 2
        await press(app, pilot, "end")
        assert app.focused is titles[-1]
        await press(app, pilot, "home")
        assert app.focused is titles[0]

    act(play, opening=later, size=LARGE)


def test_a_new_round_begins_with_the_acts_and_within_a_round_the_leaf_is_kept() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert app.game is not None
        while here(app) != "Situation":
            await press(app, pilot, "escape")
        await press(app, pilot, "5", "right", "right", "1", "5")
        assert leaf(app) == "Votes"
        round_ = app.game.sight.seen.round
        while app.game.sight.seen.round == round_:
            app.game.submit(SetReady())
        app.go("situation")
        await press(app, pilot, "5")
        assert leaf(app) == "Acts and the law"

    act(play, opening=later, size=LARGE)
