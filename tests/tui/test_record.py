"""The record: a row an act in columns that fit the smallest size, opened in place or on its page; by keys."""

from __future__ import annotations

from collections.abc import Callable

from textual.pilot import Pilot

from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import read
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.widgets.fold import FoldTitle
from crisis_game.tui.widgets.leaves import LeafTab
from tests.tui.stage import LARGE, SMALL, act, grid, here, press


def later() -> Session:
    """The third round, with acts on record."""
    scenario, _ = read("hesk-strait")
    opened = Session.start(scenario, {scenario.members[0]: "person"}, None, seed=8)
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


def test_every_act_has_a_row_with_both_words_of_the_law_without_scrolling() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert app.game is not None
        app.go_over("record")
        await press(app, pilot)
        lines = grid(app).splitlines()
        head = next(line for line in lines if line.split() == ["act", "who", "resort", "conduct", "legit."])
        rows = [line for line in lines if line[:1] in ("▌", "▸")]
        assert len(rows) == len(app.game.session.record())
        acts = [row for row in rows if "omission" not in row]
        assert all(row[head.index("resort")] in "□◧■" for row in rows)
        assert all(row[head.index("who") - 1 : head.index("who")] == " " for row in rows)
        assert all(row[head.index("legit.") :].strip() in ("high", "mixed", "low", "too little known") for row in acts)
        assert "LEFT UNDONE" in grid(app)

    act(play, opening=later, size=SMALL)


def test_space_opens_an_act_in_place_and_enter_its_ruling() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        app.go_over("record")
        await press(app, pilot)
        for _ in app.screen.query(FoldTitle):
            await press(app, pilot, "space")
            if "It turns on:" in grid(app):
                break
            await press(app, pilot, "space", "down")
        assert "It turns on:" in grid(app), "no act on record has an open question"
        assert "The whole ruling" in grid(app)
        await press(app, pilot, "enter")
        assert here(app) == "Ruling"

    act(play, opening=later, size=SMALL)


def test_the_ruling_on_the_marked_act_stands_beside_the_list(same_grid: Callable[[str, str], None]) -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert app.game is not None
        app.go_over("record")
        await press(app, pilot)
        record, say = app.game.session.record(), app.game.sight.wording.say
        heads = []
        for shown in record[:3]:
            heads.append(grid(app).splitlines()[4].partition("│")[2])
            assert say(shown.name).upper()[:20] in heads[-1]
            await press(app, pilot, "down")
        assert len(set(heads)) == len(heads)
        await press(app, pilot, "home")
        same_grid("record-companion-120x40", grid(app))

    act(play, opening=later, size=LARGE)


def test_who_comes_back_from_the_ruling_is_at_the_same_act() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        app.go_over("record")
        await press(app, pilot)
        await press(app, pilot, "down", "down")
        marked = app.focused
        for back in ("tab", "escape"):
            await press(app, pilot, "tab")
            assert app.focused is not marked
            await press(app, pilot, back)
            assert app.focused is marked

    act(play, opening=later, size=SMALL)
