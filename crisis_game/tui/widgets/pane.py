"""Panes: parts of a screen, each under its head, with no frame around it."""

from __future__ import annotations

from typing import Any

from textual.containers import VerticalScroll
from textual.content import Content

from crisis_game.tui.widgets.as_written import as_written
from crisis_game.tui.widgets.head import Head


class Pane(VerticalScroll, can_focus=False):
    """What stands under a head that stays while the rest scrolls; the gutter beside the head is marked while keys do.

    Args:
        title: a section's in plain words, which are put in capitals; a name as it is written, in ink or its own style.
        note: what stands at the right end of the head.
    """

    DEFAULT_CSS = """
    Pane { width: 1fr; height: 1fr; scrollbar-gutter: stable; }
    Pane > Static, Pane > Lines { padding: 0 1 0 2; }
    Pane > Head { dock: top; margin: 0; color: $foreground-muted; text-style: bold; }
    Pane:focus-within > Head { color: $accent; }
    Pane:focus > Head { color: $accent; border-left: outer $accent; padding: 0 1; }
    """

    def __init__(self, title: Content | str = "", note: Content | str = "", **options: Any) -> None:
        self.head = Head(_capitals(title), _quiet(note))
        super().__init__(self.head, **options)
        self.title = _plain(title)

    def entitle(self, title: Content | str, note: Content | str = "") -> None:
        """Give it another head."""
        self.title = _plain(title)
        self.head.show(_capitals(title), _quiet(note))


def _plain(words: Content | str) -> str:
    return as_written(words).plain


def _capitals(title: Content | str) -> Content:
    return title.stylize_before("$foreground") if isinstance(title, Content) else Content(title.upper())


def _quiet(note: Content | str) -> Content:
    return as_written(note).stylize_before("not bold $foreground-muted")
