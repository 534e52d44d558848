"""What a user chose for the screens and wants to find again: colours, motion, signs. A small file beside the saves."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from crisis_game.tui.plain_signs import terminal_is_plain
from crisis_game.tui.theme import NIGHT

FILE = "settings.json"
MOST_BYTES = 10_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What was chosen; the defaults where nothing was.

    Attributes:
        theme: name of the colours; it may be one that is no longer known.
        motion: whether anything moves on the screens by itself.
        map_motion: whether what is new blinks on the map; nothing does without `motion`.
        plain_signs: whether every sign is a letter of the keyboard, on the map too.
        hints: the guide's hints that were followed, with blanks between them.
        unknown: what the file holds besides, of a later version; kept as it is.
    """

    theme: str = NIGHT.name
    motion: bool = True
    map_motion: bool = True
    plain_signs: bool = False
    hints: str = ""
    unknown: Mapping[str, object] = field(default_factory=dict)


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings on file, under what the environment says: `TEXTUAL_THEME`, `TEXTUAL_ANIMATIONS=none`, `NO_MOTION`.

    A terminal that says it lacks our signs gets plain ones. A file that is missing, too big or not ours counts as
    empty; a value of another kind as its default.
    """
    values = _kept(environment)
    theme = environment.get("TEXTUAL_THEME")
    if theme:
        values["theme"] = theme
    if environment.get("TEXTUAL_ANIMATIONS", "").lower() == "none" or environment.get("NO_MOTION"):
        values["motion"] = False
    if terminal_is_plain(environment):
        values["plain_signs"] = True
    return _settings(values)


def settings_of(app: object) -> Settings:
    """What holds in an app now; the defaults where it is not ours."""
    settings = getattr(app, "settings", None)
    return settings if isinstance(settings, Settings) else Settings()


def keep_settings(wanted: Mapping[str, str | bool], environment: Mapping[str, str] = os.environ) -> bool:
    """Write some settings over those on file, by name; False where the file cannot be written."""
    path = file_of_settings(environment)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        written = path.with_suffix(".new")
        written.write_text(json.dumps({**_kept(environment), **wanted}, indent=2), encoding="utf-8")
        written.replace(path)
    except OSError:
        return False
    return True


def file_of_settings(environment: Mapping[str, str] = os.environ) -> Path:
    """In `CRISIS_GAME_HOME` where that is set, else with the checkout's saves, else with the user's data."""
    home = environment.get("CRISIS_GAME_HOME")
    if home:
        return Path(home) / FILE
    checkout = Path(__file__).resolve().parents[2]
    if (checkout / "pyproject.toml").is_file() and (checkout / "scenarios").is_dir():
        return checkout / "saves" / FILE
    from platformdirs import user_data_path

    return user_data_path("crisis-game", appauthor=False) / FILE


def _settings(values: Mapping[str, Any]) -> Settings:
    """Only values of the kind that is asked for."""
    kinds = {setting.name: type(setting.default) for setting in fields(Settings) if setting.name != "unknown"}
    ours = {name: values[name] for name, kind in kinds.items() if type(values.get(name)) is kind}
    return Settings(**ours, unknown={name: value for name, value in values.items() if name not in kinds})


def _kept(environment: Mapping[str, str]) -> dict[str, object]:
    """What the file holds; nothing where it is missing or not ours."""
    path = file_of_settings(environment)
    with suppress(OSError, ValueError, RecursionError):
        if path.stat().st_size <= MOST_BYTES:
            values = json.loads(path.read_text(encoding="utf-8"))
            if isinstance(values, dict):
                return {str(key): value for key, value in values.items()}
    return {}
