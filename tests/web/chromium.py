"""Chromium for tests of pages: found on PATH or under CHROMIUM.

Without one its tests are left out, and say so; `.ci/run` installs one, and asks for them by CRISIS_GAME_BROWSER.
"""

from __future__ import annotations

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def executable() -> str | None:
    """Where Chromium lies; None where there is none, or it is not wanted. Raises RuntimeError where one must be."""
    wanted = os.environ.get("CRISIS_GAME_BROWSER", "")
    if wanted == "none":
        return None
    found = next(filter(None, map(shutil.which, (os.environ.get("CHROMIUM", NAMES[0]), *NAMES))), None)
    if found is None and wanted == "required":
        raise RuntimeError("there is no Chromium, and CRISIS_GAME_BROWSER asks for one")
    return found
