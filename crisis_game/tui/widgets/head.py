"""Heads: what stands over some rows, ruled to the right end of its line, with a note there."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size

from crisis_game.tui.tone_styles import STYLES
from crisis_game.tui.widgets.as_written import Option, Static

RULE = "─"
NO_NOTE = Content("")
LEAST = 2
"""Cells of a rule, however long the words are."""


class Head(Static):
    """A head of a section: words, a rule to the right end, and there a note.

    The rule is drawn when the width is known; a note that does not fit beside the words stands below them.
    """

    DEFAULT_CSS = """
    Head { height: auto; width: 1fr; margin-top: 1; }
    """

    def __init__(self, words: Content, note: Content = NO_NOTE, **options: str) -> None:
        super().__init__(words, **options)
        self._words, self._note = words, note

    def show(self, words: Content, note: Content = NO_NOTE) -> None:
        """Show other words."""
        self._words, self._note = words, note
        self.update(self.drawn(self.size.width))

    def drawn(self, width: int) -> Content:
        """The line in so many cells."""
        return ruled(self._words, self._note, width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line, or as many as words and note need; asked before the rule is drawn."""
        del container, viewport
        return self.drawn(width).get_height({}, width)

    def on_resize(self) -> None:
        """Rule the line anew."""
        self.update(self.drawn(self.size.width), layout=False)


class HeadRow(Option):
    """A head over the rows below it in a list; no key stops there."""

    def __init__(self, words: str) -> None:
        super().__init__(Content.styled(words.upper(), STYLES["heading"]), disabled=True)


def ruled(words: Content, note: Content, width: int) -> Content:
    """Words, a rule and a note in so many cells; a note that is too long stands at the end of a line of its own."""
    room = width - words.cell_length - 1
    if note.plain and room - note.cell_length - 1 < LEAST:
        below = Content.assemble("\n", " " * (width - note.cell_length), note) if width else NO_NOTE
        return Content.assemble(ruled(words, NO_NOTE, width), below)
    if room < LEAST:
        return words
    beside = Content.assemble(" ", note) if note.plain else NO_NOTE
    return Content.assemble(words, " ", (RULE * (room - beside.cell_length), "$border"), beside)
