"""A class on the screen: all its leaves, and everybody's page."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

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


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_what_was_done_is_rated_in_the_save_and_stands_on_the_leaves(
    tmp_path: Path, size: tuple[int, int], same_grid: Callable[[str, str], None]
) -> None:
    folder = lesson_of_a_pair(tmp_path / "class")
    by_policies(folder / "others.crisis", "hawk")

    async def look(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "r", "enter")
        assert here(app) == "ClassRatings"
        same_grid(f"class-ratings-{size[0]}x{size[1]}", grid(app))
        await press(app, pilot, "enter", "enter", *"Early.", "enter")
        assert "performed “Early.”" in " ".join(grid(app).split())
        await press(app, pilot, "escape")
        await settle(app, pilot)
        assert here(app) == "ClassRoom"
        titles = [app.wording.say(page.title) for page in class_pages(class_of(folder))]
        await press(app, pilot, *["right"] * titles.index("Learning"))
        assert "Early." in grid(app)

    shown(class_of(folder), size, look)
    state = class_of(folder).councils[0].chronicle.state
    [rating] = state.desk.ratings.values()
    assert (rating.rating, rating.words) == ("P", "Early.")


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_a_finding_is_overruled_in_the_save(
    tmp_path: Path, size: tuple[int, int], same_grid: Callable[[str, str], None]
) -> None:
    folder = lesson_of_a_pair(tmp_path / "class")
    by_policies(folder / "others.crisis", "hawk")

    async def look(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "d", "enter")
        assert here(app) == "ClassRulings"
        same_grid(f"class-rulings-{size[0]}x{size[1]}", grid(app))
        await press(app, pilot, "enter", "down", "down", "enter", *"The class argued it.", "ctrl+s")
        assert here(app) == "ClassRulings"
        assert "The class argued it." in " ".join(grid(app).split())
        await press(app, pilot, "escape")
        await settle(app, pilot)
        assert here(app) == "ClassRoom"

    shown(class_of(folder), size, look)
    [overruled] = class_of(folder).councils[0].chronicle.state.record.overruled.values()
    assert (overruled[0], overruled[1]) == ("contested", "The class argued it.")


def test_a_save_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    folder = lesson_of_a_pair(tmp_path / "class")
    played = class_of(folder)

    async def look(app: CrisisApp, pilot: Pilot[int]) -> None:
        played.councils[0].played.path.unlink()
        await press(app, pilot, "r")
        assert here(app) == "Notice"

    shown(played, SMALL, look)
