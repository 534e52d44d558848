"""HTML from elements: whatever is no `Html` yet is words, and comes out escaped and visible.

So words that people, authors or policies wrote never become markup, wherever they are put: as content, as the value of
an attribute, glued to markup or formatted into it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import TypeAlias

from crisis_game.texts import visible

VOID = frozenset(("br", "hr", "img", "input", "link", "meta"))
"""Elements without content."""


class Html(str):
    """Markup that is whole and safe. What is made of it by `+` or formatting is plain words again."""

    __slots__ = ()


Content: TypeAlias = "str | Iterable[Content] | None"
"""What an element holds: words, markup, several of these; None for nothing."""

NOTHING = Html("")


def element(tag: str, /, *content: Content, **attributes: str | int | bool | None) -> Html:
    """An element with its content.

    Args:
        tag: its name.
        content: what it holds.
        attributes: by name, `_` for `-` and `class_` for `class`; True stands without a value, False and None not at
            all.
    """
    opened = f"<{tag}{''.join(map(_attribute, attributes.items()))}>"
    return Html(opened if tag in VOID else f"{opened}{joined(*content)}</{tag}>")


def joined(*content: Content) -> Html:
    """One thing after the other."""
    return Html("".join(_written(content)))


def words(said: str) -> Html:
    """Words in which line ends are kept."""
    return Html(escape(visible(said)).replace("\n", "<br>\n"))


def _written(content: Content) -> Iterator[str]:
    if content is None:
        return
    if isinstance(content, str):
        yield content if isinstance(content, Html) else escape(visible(content))
        return
    for part in content:
        yield from _written(part)


def _attribute(named: tuple[str, str | int | bool | None]) -> str:
    name, value = named[0].rstrip("_").replace("_", "-"), named[1]
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(visible(str(value)))}"'
