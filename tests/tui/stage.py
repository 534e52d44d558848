"""A stage for the screens in tests: the app over the small scenario, keys, and the screen as a grid of text."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.pilot import Pilot
from textual.strip import Strip

from crisis_game.exercise.session import Session
from crisis_game.scenario import model
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.widgets.pane import Pane
from tests.engine import builders

Play = Callable[[CrisisApp, Pilot[int]], Awaitable[None]]
SMALL, LARGE = (80, 24), (120, 40)


def session(*persons: str, scenario: model.Scenario | None = None) -> Session:
    """A session of the small scenario that keeps nothing; all three members are people where none is named."""
    roster = dict.fromkeys(persons or builders.MEMBERS, "person")
    return Session.start(scenario or builders.tiny(), roster, None, seed=7)


@contextmanager
def only_last_frames() -> Iterator[None]:
    """Paint no frame that nobody sees: the last one of each `press` and `settle` is painted, and what `grid` gives."""
    paint = Compositor.render_update

    def render_update(compositor: Compositor, full: bool = False, **more: Any) -> object:
        if full:
            return paint(compositor, full, **more)
        compositor._dirty_regions.clear()
        return None

    with patch.object(Compositor, "render_update", render_update):
        yield


def act(play: Play, opening: Callable[[], Session] | None = None, size: tuple[int, int] = SMALL) -> None:
    """Let a play run in the app; it opens the title, or a session."""

    async def run() -> None:
        app = CrisisApp("en", opening)
        app.animation_level = "none"
        async with app.run_test(size=size) as pilot:
            await settle(app, pilot)
            await play(app, pilot)

    with only_last_frames():
        asyncio.run(run())


async def press(app: CrisisApp, pilot: Pilot[int], *keys: str) -> None:
    """Press keys, and wait until all that follows is done."""
    for key in keys:
        await pilot.press(key)
        await _ways_gone(app, pilot)
    await _ways_gone(app, pilot)
    await pilot.pause()
    painted(app)


async def burst(app: CrisisApp, pilot: Pilot[int], *keys: str) -> None:
    """Press keys at once: all of them wait in the queue before the first is read."""
    for key in keys:
        app.simulate_key(key)
    await pilot.pause()
    await _ways_gone(app, pilot)
    await pilot.pause()
    painted(app)


async def _ways_gone(app: CrisisApp, pilot: Pilot[int]) -> None:
    if any(not worker.is_finished for worker in app.workers):
        await settle(app, pilot)


async def settle(app: CrisisApp, pilot: Pilot[int]) -> None:
    """Wait until the ways between screens were gone."""
    await pilot.pause()
    await app.workers.wait_for_complete()
    painted(app)


def painted(app: CrisisApp) -> list[Strip]:
    """The lines of the screen, over what lies below it."""
    visible_screen_stack.set(app._background_screens)
    return app.screen._compositor.render_strips()


def grid(app: CrisisApp) -> str:
    """The screen as lines of text, with what shows through from the screens below it."""
    return "\n".join(strip.text.rstrip() for strip in painted(app)) + "\n"


def head(app: CrisisApp, pane: str) -> str:
    """What stands over a pane: its title, the rule, the note."""
    return str(app.screen.query_one(pane, Pane).head.content)


def here(app: CrisisApp) -> str:
    """The name of the screen on top."""
    return type(app.screen).__name__.removesuffix("Screen")


def widgets(app: CrisisApp) -> list[Any]:
    """Every widget on every screen of the stack."""
    return [widget for screen in app.screen_stack for widget in screen.walk_children()]
