"""Watching on the screens: the game follows the file, problems stand in a strip, the last good version stays."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot

from crisis_game.engine.sender import is_person
from crisis_game.tui.watched_scenario import WatchApp
from crisis_game.workshop.carried_choices import Spot
from crisis_game.workshop.watched_file import Watched
from tests.tui.stage import SMALL, grid, here, press, settle

TINY = Path(__file__).parents[1] / "data" / "tiny.yaml"
Play = Callable[[WatchApp, Pilot[int], Callable[[str, str], Awaitable[None]]], Awaitable[None]]


def watched(tmp_path: Path, play: Play, spot: Spot | None = None) -> None:
    """Let a play run over a copy of the tiny scenario; `save` replaces a part of it, as an editor does."""
    path = tmp_path / "tiny.yaml"
    path.write_text(TINY.read_text(encoding="utf-8"), encoding="utf-8")

    async def run() -> None:
        app = WatchApp(Watched(str(path), "AAA", spot))
        app.watched.read()
        app.animation_level = "none"
        async with app.run_test(size=SMALL) as pilot:
            await settle(app, pilot)

            async def save(old: str, new: str) -> None:
                text = path.read_text(encoding="utf-8")
                assert old in text
                other = path.with_suffix(".new")
                other.write_text(text.replace(old, new), encoding="utf-8")
                other.replace(path)
                app.look()
                app.look()
                await settle(app, pilot)

            await play(app, pilot, save)

    asyncio.run(run())


def test_a_save_shows_at_once_where_the_author_stands(tmp_path: Path) -> None:
    async def play(app: WatchApp, pilot: Pilot[int], save: Callable[[str, str], Awaitable[None]]) -> None:
        await press(app, pilot, "escape")
        assert here(app) == "Situation"
        assert "The cut cable" in grid(app)
        await save("name: The cut cable", "name: The torn cable")
        assert here(app) == "Situation"
        assert "The torn cable" in grid(app)
        assert "no errors" in grid(app)

    watched(tmp_path, play)


def test_a_broken_file_is_told_and_the_last_good_version_stays(tmp_path: Path) -> None:
    async def play(app: WatchApp, pilot: Pilot[int], save: Callable[[str, str], Awaitable[None]]) -> None:
        await press(app, pilot, "escape")
        await save("level: first", "levle: first")
        assert "E202" in grid(app)
        assert "The cut cable" in grid(app)
        await press(app, pilot, "f6")
        assert here(app) == "Watch"
        assert "Did you mean `level`?" in grid(app)
        await save("levle: first", "level: first")
        assert here(app) == "Watch"
        assert "E202" not in grid(app)
        await press(app, pilot, "escape")
        assert here(app) == "Situation"
        assert "E202" not in grid(app)

    watched(tmp_path, play)


def test_choices_are_made_again_and_f5_drops_them(tmp_path: Path) -> None:
    async def play(app: WatchApp, pilot: Pilot[int], save: Callable[[str, str], Awaitable[None]]) -> None:
        await press(app, pilot, "escape", "c", "enter")
        session = app.watched.session
        assert session is not None
        kinds = [entry.submission.command.kind for entry in session.log if is_person(entry.submission.by)]
        assert kinds == ["request-consultation"]
        await save("name: The cut cable", "name: The torn cable")
        assert app.watched.session is not session
        assert "Choices made again: 1." in grid(app)
        await press(app, pilot, "f5")
        assert app.watched.session is not None
        assert not [entry for entry in app.watched.session.log if is_person(entry.submission.by)]

    watched(tmp_path, play)


def test_who_begins_later_stands_there_at_once(tmp_path: Path) -> None:
    async def play(app: WatchApp, pilot: Pilot[int], save: Callable[[str, str], Awaitable[None]]) -> None:
        assert here(app) == "Situation"
        assert "round 2" in grid(app)

    watched(tmp_path, play, Spot("round", round=2))
