"""A row of what happened, from which the letter that tells it opens."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from crisis_game.tui.keys import bindings
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.gutter import GutterRow


class OpenRow(GutterRow):
    """Something that happened, from which its letter opens."""

    DEFAULT_CSS = """
    OpenRow > .open-words { width: 1fr; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("open-row")

    class Opened(Message):
        """Its letter is wanted."""

        def __init__(self, letter: str) -> None:
            super().__init__()
            self.letter = letter

    def __init__(self, words: Content, letter: str) -> None:
        super().__init__()
        self._words, self.letter = words, letter

    def compose(self) -> ComposeResult:
        """The gutter, the words."""
        yield self._mark
        yield Static(self._words, classes="open-words")

    def action_open(self) -> None:
        """Open the letter."""
        self.post_message(self.Opened(self.letter))

    def on_click(self) -> None:
        """A click does what Enter does."""
        self.action_open()
