"""What the facilitator's pages on one council share: rows, in words with the names that the facilitator knows."""

from __future__ import annotations

from abc import abstractmethod

from crisis_game.texts import Msgid, Prose, Text, Value, Wording
from crisis_game.tui.screens.base import Page
from crisis_game.tui.wording import say


class RowsPage(Page[None]):
    """A page of rows about one council, live or in a save."""

    @property
    @abstractmethod
    def wording(self) -> Wording:
        """Words with the names that the facilitator knows."""

    @property
    @abstractmethod
    def whose(self) -> str:
        """The name of the council."""

    @abstractmethod
    def draw_rows(self) -> None:
        """Put the rows on the screen."""

    def say(self, words: Text | Prose | Msgid, **values: Value) -> str:
        """Words with the names that the facilitator knows."""
        return say(self.wording, words, **values)
