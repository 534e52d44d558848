"""A real browser for tests: Debian's chromium, found on PATH or in CHROMIUM, by Playwright's package for Python.

Where there is none its tests are left out, and say so. `.ci/run` installs one, and by CRISIS_GAME_BROWSER asks that
none of them is left out, or, with `--no-browser`, that all are.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser without a window; the test is left out where this machine has none."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=_path(), args=list(FLAGS))
        yield browser
        browser.close()


def _path() -> str:
    wanted = os.environ.get("CRISIS_GAME_BROWSER", "")
    path = next(filter(None, map(shutil.which, (os.environ.get("CHROMIUM", NAMES[0]), *NAMES))), None)
    if wanted == "none" or (path is None and wanted != "required"):
        pytest.skip("no Chromium here, or none is wanted")
    if path is None:
        pytest.fail("there is no Chromium, and CRISIS_GAME_BROWSER asks for one")
    return path
