"""The table of keys, asked: the bindings of a screen, the key of an act or a page, how a key is said.

Everything that names a key (bindings, the line of keys, help, guide, what is due, sentences, the player's guide) asks
here or reads the bindings made here, so that an entry changed in `key_table` changes them all.
"""

from __future__ import annotations

from textual.binding import Binding, BindingType
from textual.keys import format_key

from crisis_game.pages.play.due import Aim
from crisis_game.tui.key import Key
from crisis_game.tui.key_table import KEYS, MAIN, READ_ON

NAMED = {"enter": "Enter", "escape": "Escape", "space": "Space"}
"""Keys that are not said by their sign."""
ON_ALL = ("main", "game", "everywhere")
"""Where keys hold on every main page."""


def bindings(where: str) -> list[BindingType]:
    """Textual's bindings of a screen or widget: its own entries, and others that stand in its line of keys.

    Raises:
        KeyError: if the table has no such place.
    """
    wider = [_binding(entry, in_line=True) for place in ON_ALL for entry in KEYS[place] if where in entry.line_on]
    return [*wider, *(_binding(entry, in_line=bool(entry.line) and not entry.line_on) for entry in KEYS[where])]


def key_on(aim: Aim, page: str) -> str:
    """The key to press on a page for an act or a page, as Textual names it.

    Where it is done on another main page alone the key leads there; an act without a key is in the list of acts, a
    page without one in the palette.
    """
    for where in (page, *ON_ALL):
        for entry in KEYS.get(where, ()):
            if entry.aim == aim:
                return entry.first
    for main, key in MAIN.items():
        if any(entry.aim == aim for entry in KEYS.get(main, ())):
            return key.first
    return key_of("app.command_palette", "everywhere") if isinstance(aim, str) else key_on("acts", page)


def key_at(aim: Aim, page: str) -> str:
    """The same for who follows a hint: on the page itself that it asks for, the key that reads on there."""
    reading = READ_ON.get(aim) if aim == page and isinstance(aim, str) else None
    return key_of(*reading) if reading else key_on(aim, page)


def key_of(action: str, where: str) -> str:
    """The key of an action at a place of the table, as Textual names it.

    Raises:
        KeyError: if nothing there does it.
    """
    return {entry.action: entry.first for entry in reversed(KEYS[where])}[action]


def spoken(key: str) -> str:
    """A key as it is named in a sentence: `Ctrl+S`, `F6`, `Enter`, `→`, `g`."""
    shown = NAMED.get(key) or format_key(key)
    return shown if len(shown) == 1 or key in NAMED else "+".join(part.capitalize() for part in shown.split("+"))


def spoken_of(action: str, where: str) -> str:
    """The key of an action at a place of the table, as it is named in a sentence."""
    return spoken(key_of(action, where))


def spoken_for(aim: Aim, page: str = "") -> str:
    """The key of an act or a page, as it is named in a sentence."""
    return spoken(key_on(aim, page))


def said(where: str) -> dict[str, str]:
    """All keys at a place of the table as they are named in sentences, by `Key.name`; of two of a name the first."""
    return {entry.name: spoken(entry.first) for entry in reversed(KEYS[where])}


def _binding(entry: Key, *, in_line: bool) -> Binding:
    return Binding(
        entry.key,
        entry.action,
        entry.line if in_line else entry.words,
        show=in_line,
        key_display=entry.shown or None,
        priority=entry.priority,
        id=entry.name,
    )
