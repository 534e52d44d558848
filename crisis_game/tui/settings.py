"""What a user chose for the screens and wants to find again: the theme. A small file beside the saves."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from crisis_game.tui.theme import NIGHT

FILE = "settings.json"
MOST_BYTES = 10_000


def chosen_theme(environment: Mapping[str, str] = os.environ) -> str:
    """The theme's name: what `TEXTUAL_THEME` says, else what was chosen last, else our dark one. It may be unknown."""
    return environment.get("TEXTUAL_THEME") or _read(environment).get("theme") or NIGHT.name


def keep_theme(name: str, environment: Mapping[str, str] = os.environ) -> None:
    """Remember a theme; where the file cannot be written, this game keeps it all the same."""
    path = _path(environment)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({**_read(environment), "theme": name}), encoding="utf-8")


def _read(environment: Mapping[str, str]) -> dict[str, str]:
    """The settings; none where the file is missing or not ours."""
    path = _path(environment)
    with suppress(OSError, ValueError, RecursionError):
        if path.stat().st_size <= MOST_BYTES:
            found = json.loads(path.read_text(encoding="utf-8"))
            if isinstance(found, dict):
                return {str(key): value for key, value in found.items() if isinstance(value, str)}
    return {}


def _path(environment: Mapping[str, str]) -> Path:
    """In `CRISIS_GAME_HOME` where that is set, else with the checkout's saves, else with the user's data."""
    home = environment.get("CRISIS_GAME_HOME")
    if home:
        return Path(home) / FILE
    checkout = Path(__file__).resolve().parents[2]
    if (checkout / "pyproject.toml").is_file() and (checkout / "scenarios").is_dir():
        return checkout / "saves" / FILE
    from platformdirs import user_data_path

    return user_data_path("crisis-game", appauthor=False) / FILE
