"""The host's app in tests, over a lesson whose clock stands."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from textual.pilot import Pilot

from crisis_game.exercise.lesson import Lesson
from crisis_game.pages.entrance import Entrance
from crisis_game.tui.host import HostApp
from crisis_game.web.qr import qr_rows
from tests.tui.stage import SMALL, only_last_frames, settle

Play = Callable[[HostApp, Pilot[int]], Awaitable[None]]
ADDRESS = "http://192.168.1.20:8000"


def entrance(lesson: Lesson) -> Entrance:
    """An address as a class would have it."""
    folder = f"saves/{lesson.folder.name}"
    projector, desk = f"{ADDRESS}/projector/{32 * 'x'}", f"{ADDRESS}/console/{32 * 'y'}"
    return Entrance(
        ADDRESS, "AB2CD3", folder, "192.168.1.20", qr=qr_rows(ADDRESS), projector=projector, desk=desk,
        desk_qr=qr_rows(desk),
    )  # fmt: skip


def host(lesson: Lesson, play: Play, size: tuple[int, int] = SMALL) -> None:
    """Let a play run on the host's screens."""

    async def run() -> None:
        app = HostApp(lesson, entrance(lesson))
        app.animation_level = "none"
        async with app.run_test(size=size) as pilot:
            await settle(app, pilot)
            await play(app, pilot)

    with only_last_frames():
        asyncio.run(run())
