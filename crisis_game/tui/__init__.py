"""The screens: a Textual app over one session. The only room that imports Textual."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crisis_game.exercise.sitting import Sitting
    from crisis_game.scenario.ids import SeatId
    from crisis_game.tui.app import CrisisApp
    from crisis_game.tui.navigation import Way

FRAMES = "120"
"""Frames a second at most, read by Textual when it is imported: what a key brings after its first frame, such as the
letter beside the list, waits for the next. Textual's own 60 are kept to where the environment says so."""


def run(
    language: str | None = None,
    opening: Callable[[], Sitting] | None = None,
    seat: SeatId | None = None,
    page: Way | None = None,
) -> int:
    """Open the title screen, or go straight into a session.

    Args:
        language: code of the reader's language; English without it.
        opening: makes the session to play; called after the terminal was set up. None opens the title.
        seat: who sits down first; without it the first that is waited for.
        page: the way to a page beside a game, opened over the title.

    Returns:
        The exit code.

    Raises:
        Exception: what went wrong on the screens, once the terminal is as it was.
    """
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    from crisis_game.tui.app import CrisisApp

    return show(CrisisApp(language or "en", opening, seat, page))


def show(app: CrisisApp) -> int:
    """Run an app until it is left; its game is closed however it ends.

    Returns:
        The exit code.

    Raises:
        Exception: what went wrong on the screens, once the terminal is as it was.
    """
    try:
        app.run()
    finally:
        app.leave()
    if app.fault is not None:
        raise app.fault
    return app.return_code or 0
