"""A picture of the screen as SVG, in a folder beside the settings; nothing is ever overwritten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from crisis_game.texts import Value
from crisis_game.tui.settings import file_of_settings
from crisis_game.tui.stage import Stage

FOLDER = "pictures"
MOST_OF_A_NAME = 40
MOST_TRIES = 1_000


def pictures_folder() -> Path:
    """Where pictures are put."""
    return file_of_settings().parent / FOLDER


def take_picture(stage: Stage) -> None:
    """Keep a picture of the screen on top, and say in one sentence where, or why not."""
    scenario = stage.game.sight.dossier.scenario if stage.game else ""
    screen = type(stage.screen).__name__.removesuffix("Screen")
    svg = stage.export_screenshot()
    try:
        path = keep_picture(svg, scenario, screen, datetime.now())
    except OSError as fault:
        values: dict[str, Value] = {"folder": str(pictures_folder()), "why": fault.strerror or str(fault)}
        sentence = stage.say("The picture could not be saved in {folder}: {why}.", **values)
        stage.notify(sentence, severity="error")
    else:
        stage.notify(stage.say("Picture saved: {path}", path=str(path)))


def keep_picture(svg: str, scenario: str, screen: str, now: datetime, folder: Path | None = None) -> Path:
    """Write a picture into a file of its own, such as `hesk-strait-inbox-20260314-150926.svg`.

    Args:
        svg: the picture.
        scenario: id of what is played; empty before a game.
        screen: name of the screen.
        now: the time for the name.
        folder: where; the pictures' folder without it.

    Raises:
        OSError: if it cannot be written.
    """
    where = folder or pictures_folder()
    where.mkdir(parents=True, exist_ok=True)
    for path in _paths(where, "-".join(filter(None, (_safe(scenario), _safe(screen), f"{now:%Y%m%d-%H%M%S}")))):
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(svg)
        except FileExistsError:
            continue
        return path
    raise FileExistsError(f"{where} is full of pictures of this second")


def _paths(where: Path, name: str) -> Iterator[Path]:
    yield where / f"{name}.svg"
    yield from (where / f"{name}-{number}.svg" for number in range(2, MOST_TRIES))


def _safe(name: str) -> str:
    """Small letters, digits and hyphens alone, whatever an author called it."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:MOST_OF_A_NAME]
