"""The pictures of the documents: drawn from a seeded game, and never older than what they show.

`UPDATE_GRIDS=1` draws them anew into `docs/pictures`; otherwise the same game is played and its screens are compared as
text with those that the pictures were drawn from.
"""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from textual.app import App
from textual.pilot import Pilot

from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import CloseBeat, apply
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.scenario.library import find
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.tui import navigation
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.host import HostApp
from tests.debrief.councils import class_of
from tests.exercise.lessons import Time
from tests.tui.hosting import host
from tests.tui.stage import LARGE, act, grid, here, press, settle

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
WAY = (
    ("situation", ("enter",)),
    ("inbox", ("2", "down")),
    ("table", ("1", "r", "r", "3", "space", "space")),
    ("orders", ("r", "r")),
    ("map", ("7",)),
    ("palette", ("1", "colon")),
)
"""A picture's name, and the keys that lead to it from the one before."""
AFTERWARDS = (
    ("hinges", ("enter", "down", "down", "space")),
    ("verdicts", ("1", "enter")),
    ("rounds", ("escape", "2", "enter")),
    ("legitimacy", ("3",)),
)
"""The same from the ending on."""
OF_THE_INSTRUCTOR = ("overruling", "ratings")
"""Pictures of the instructor's own pages: in a lesson, and over its folder."""
REASON = "The class argued that nobody had been asked."
SHOWN = re.compile(r"!\[[^\]]+\]\((?:docs/)?pictures/([a-z-]+)\.svg\)")


def test_pictures_show_the_game_as_it_is(same_grid: Callable[[str, str], None]) -> None:
    scenario = load_scenario(find("hesk-strait"))

    async def walk(app: CrisisApp, pilot: Pilot[int]) -> None:
        for name, keys in WAY:
            await press(app, pilot, *keys)
            _draw(app, name)
            same_grid(f"picture-{name}", grid(app))

    act(walk, lambda: Session.start(scenario, {"DEL": "person"}, None, seed=7), LARGE)


def test_pictures_show_the_debrief_as_it_is(same_grid: Callable[[str, str], None]) -> None:
    played = Session.start(load_scenario(find("first-watch")), {"ALD": "person"}, None, seed=7)
    while not played.finished:
        assert isinstance(played.submit("ALD", SetReady()), Receipt)

    async def walk(app: CrisisApp, pilot: Pilot[int]) -> None:
        while here(app) != "Ending":
            await press(app, pilot, "enter")
        for name, keys in AFTERWARDS:
            await press(app, pilot, *keys)
            await settle(app, pilot)
            _draw(app, name)
            same_grid(f"picture-{name}", grid(app))

    act(walk, lambda: played, LARGE)


def test_pictures_show_the_instructor_s_pages_as_they_are(
    tmp_path: Path, same_grid: Callable[[str, str], None]
) -> None:
    folder = tmp_path / "lesson"
    with closing(Lesson.open(folder, "first-watch", seed=7, councils=("Marl", "Esker"))) as lesson:
        lesson._now = Time()
        for name, council in (("Ines", "Marl"), ("Theo", "Esker")):
            lesson.join(name, "BRE", council=council)
        lesson.begin()
        while any(council.playing for council in lesson.councils):
            apply(lesson, CloseBeat())

        async def desk(app: HostApp, pilot: Pilot[int]) -> None:
            await press(app, pilot, "d", "down", "enter", "down", "down", "enter", *REASON)
            _draw(app, "overruling")
            same_grid("picture-overruling", grid(app))

        host(lesson, desk, LARGE)
    played = class_of(folder)

    async def ratings() -> None:
        app = CrisisApp("en", page=partial(navigation.class_room, played=played))
        async with app.run_test(size=LARGE) as pilot:
            await settle(app, pilot)
            await press(app, pilot, "r", "enter", "down")
            _draw(app, "ratings")
            same_grid("picture-ratings", grid(app))

    asyncio.run(ratings())


def test_every_picture_is_shown_and_every_one_shown_is_there() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    shown = {name for page in pages for name in SHOWN.findall(page.read_text(encoding="utf-8"))}

    assert (
        shown
        == {path.stem for path in PICTURES.glob("*.svg")}
        == {
            *(name for name, _ in (*WAY, *AFTERWARDS)),
            *OF_THE_INSTRUCTOR,
        }
    )


def _draw(app: App[Any], name: str) -> None:
    if os.environ.get("UPDATE_GRIDS"):
        picture = app.export_screenshot(title="crisis-game", simplify=True)
        (PICTURES / f"{name}.svg").write_text(picture, encoding="utf-8")
