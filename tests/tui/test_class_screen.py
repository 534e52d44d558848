"""A class on the screen: all its leaves, and everybody's page."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

import pytest
from textual.pilot import Pilot

from crisis_game.debrief.class_played import ClassPlayed
from crisis_game.pages.debrief.class_overview import class_pages
from crisis_game.tui import navigation
from crisis_game.tui.app import CrisisApp
from tests.debrief.councils import by_policies, class_of, lesson_of_a_pair
from tests.tui.stage import LARGE, SMALL, grid, here, press, settle

Look = Callable[[CrisisApp, Pilot[int]], Awaitable[None]]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> ClassPlayed:
    folder = lesson_of_a_pair(tmp_path_factory.mktemp("lesson") / "class")
    by_policies(folder / "others.crisis", "hawk")
    return class_of(folder)


def shown(played: ClassPlayed, size: tuple[int, int], look: Look) -> None:
    async def run() -> None:
        app = CrisisApp("en", page=partial(navigation.class_room, played=played))
        app.animation_level = "none"
        async with app.run_test(size=size) as pilot:
            await settle(app, pilot)
            assert here(app) == "ClassRoom"
            await look(app, pilot)

    asyncio.run(run())


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_every_leaf_is_turned_to_and_has_its_title_in_view(played: ClassPlayed, size: tuple[int, int]) -> None:
    async def look(app: CrisisApp, pilot: Pilot[int]) -> None:
        titles = [app.wording.say(page.title) for page in class_pages(played)]
        assert all(title in grid(app).splitlines()[0] for title in titles)
        seen = {grid(app)}
        for _ in titles[1:]:
            await press(app, pilot, "right")
            seen.add(grid(app))
        assert len(seen) == len(titles)

    shown(played, size, look)


def test_a_student_is_opened_and_escape_leads_to_the_title(played: ClassPlayed) -> None:
    async def look(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert "Ines K., Arran: 70" in grid(app)
        await press(app, pilot, *["right"] * (len(class_pages(played)) - 1), "enter")
        assert "GRADE: 70 OF 100" in grid(app)
        await press(app, pilot, "escape")
        assert here(app) == "Title"

    shown(played, SMALL, look)
