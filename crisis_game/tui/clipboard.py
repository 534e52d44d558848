"""What is marked on a screen, as plain words for the clipboard."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget

from crisis_game.tui.widgets.as_written import Input, OptionList, Static, TextArea
from crisis_game.tui.widgets.fold import Fold, FoldTitle


def words_of(widget: Widget | None) -> str:
    """The words of a widget: what is typed in it, the row that is marked, a fold with its body, or all it shows."""
    if isinstance(widget, TextArea):
        return widget.text
    if isinstance(widget, Input):
        return widget.value
    if isinstance(widget, OptionList):
        return _marked_row(widget)
    if isinstance(widget, FoldTitle) and isinstance(widget.parent, Fold):
        return words_of(widget.parent)
    return "\n".join(words for words in _shown(widget) if words.strip()) if widget else ""


def _marked_row(options: OptionList) -> str:
    option = options.highlighted_option
    return _plain(option.prompt).strip() if option is not None else ""


def _shown(widget: Widget) -> Iterator[str]:
    """The words of every label in a widget that is not hidden, from top to bottom."""
    if not widget.display:
        return
    if isinstance(widget, Static):
        yield _plain(widget.visual)
    for child in widget.children:
        yield from _shown(child)


def _plain(words: object) -> str:
    return words.plain if isinstance(words, Content) else str(words)
