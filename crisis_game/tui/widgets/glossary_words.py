"""Words of the glossary where they stand: coloured as links in running text, to be clicked; and all on a screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from crisis_game.law.glossary import places
from crisis_game.tui.widgets.as_written import OptionList, TextArea
from crisis_game.tui.widgets.key_line import KeyLine


def glossed(words: str) -> Content:
    """Words as they are, each term in the colour of links where it stands first; a click explains it."""
    content, marked = Content(words), set[str]()
    for place in places(words):
        if place.term.id not in marked:
            marked.add(place.term.id)
            click = f"$secondary @click=screen.explain_term('{place.term.id}')"
            content = content.stylize(click, place.start, place.end)
    return content


def words_on(screen: Screen[Any]) -> str:
    """All that stands on a screen, but for the keys."""
    return "\n".join(_words_on(screen))


def _words_on(screen: Screen[Any]) -> Iterator[str]:
    for widget in screen.query(Widget):
        if not widget.is_on_screen or isinstance(widget, KeyLine):
            continue
        if isinstance(widget, OptionList):
            yield from (str(option.prompt) for option in widget.options)
        elif isinstance(widget, TextArea):
            yield widget.text
        elif not widget.children:
            yield str(widget.render())
