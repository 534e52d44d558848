"""Where one can go: the main screens with their keys, and every screen by its name, imported when it is opened."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any

WIDE = 100
"""Columns from which two columns stand side by side."""


@dataclass(frozen=True, slots=True)
class Place:
    """A main screen: its key, its name (that of its module), and its title."""

    key: str
    name: str
    title: str


MAIN: tuple[Place, ...] = (
    Place("1", "situation", "Situation"),
    Place("2", "inbox", "Inbox"),
    Place("3", "table", "Table"),
    Place("4", "orders", "Orders"),
    Place("5", "record", "Record"),
    Place("6", "charter", "Charter"),
    Place("7", "map", "Map"),
)
"""The main screens, in the order of their keys."""

BEAT_PLACE = {"situation": "situation", "table": "table", "orders": "orders", "answer": "situation"}
"""The main screen that belongs to each beat."""


def screen_class(name: str) -> Any:
    """The class of a screen: `text-editor` is `TextEditorScreen` in `tui.screens.text_editor`."""
    module = import_module(f"crisis_game.tui.screens.{name.replace('-', '_')}")
    return getattr(module, "".join(part.capitalize() for part in name.split("-")) + "Screen")
