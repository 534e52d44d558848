"""A line to type in whose words can be taken back, word by word; the key line tells that Enter is done with it."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.binding import BindingType

from crisis_game.tui.keys import bindings
from crisis_game.tui.undo import History
from crisis_game.tui.widgets.as_written import Input


class WordLine(Input):
    """An input with undo and redo; what was typed in one go is undone by words."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("word-line")

    def __init__(self, value: str = "", **options: Any) -> None:
        super().__init__(value, **options)
        self._steps: History[str] = History()
        self._stood = value

    def on_input_changed(self) -> None:
        """Note the step; a letter more of the same word belongs to the step before."""
        before, after = self._stood, self.value
        self._stood = after
        if before == after:
            return
        if after[:-1] == before and before and not (before[-1].isspace() and not after[-1].isspace()):
            self._steps.join(after)
        else:
            self._steps.note(before, after)

    def action_undo(self) -> None:
        """Take the last step back."""
        step = self._steps.undo()
        self._put(step.before if step else None)

    def action_redo(self) -> None:
        """Go it again."""
        step = self._steps.redo()
        self._put(step.after if step else None)

    def _put(self, words: str | None) -> None:
        if words is None:
            self.app.bell()
            return
        self._stood = words
        self.value = words
        self.cursor_position = len(words)
