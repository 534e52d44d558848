"""Words as high as they need to be, beside what is marked in a list."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.reactive import var

from crisis_game.tui.widgets.as_written import Static, as_written


class Words(Static):
    """A text that is laid out once when it changes.

    Textual lays a screen out anew when the height of a widget has changed, since what it scrolls may need bars then;
    this one never scrolls, but what holds it does, and that has learnt of the height already.
    """

    DEFAULT_CSS = "Words { height: auto; width: 1fr; }"
    virtual_size = var(Size(0, 0))


def put(widget: Static, words: Content | str) -> None:
    """Show words in a widget, unless they stand there already: their place would be laid out anew for nothing."""
    if not _same(widget.content, as_written(words)):
        widget.update(words)


def _same(shown: object, words: Content) -> bool:
    """Whether words are the same, with their styles: for Textual contents are equal where their letters are."""
    return isinstance(shown, Content) and shown.is_same(words)
