"""Help for the screen below: what it is for, and its keys."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from crisis_game.tui.screens.base import Page


class HelpScreen(Page[None]):
    """What the screen below is for, and its keys."""

    CSS_PATH = "help.tcss"
    HEADING = "Help"
    ABOUT = "Escape leads back."

    def __init__(self, about: Screen[Any]) -> None:
        super().__init__()
        self._below = about

    def compose_body(self) -> ComposeResult:
        """The words and the keys."""
        below = self._below
        heading = self.say(below.HEADING) if isinstance(below, Page) and below.HEADING else self.say("Help")
        about = self.say(below.ABOUT) if isinstance(below, Page) and below.ABOUT else ""
        with VerticalScroll(classes="panel", id="help-page") as scroll:
            scroll.border_title = heading
            yield Static(about, markup=False, classes="words")
            yield Static(Content("\n").join([Content(""), *self._keys()]), classes="words")

    def on_mount(self) -> None:
        """Scroll with the arrow keys at once."""
        self.query_one(VerticalScroll).focus()

    def _keys(self) -> list[Content]:
        """The keys of the screen below, each act once."""
        rows: dict[str, str] = {}
        for active in self._below.active_bindings.values():
            binding = active.binding
            if binding.description:
                rows.setdefault(binding.description, self.app.get_key_display(binding))
        return [
            Content.assemble((f"{key:>8}", "bold $primary"), "  ", self.say(description))
            for description, key in rows.items()
        ]
