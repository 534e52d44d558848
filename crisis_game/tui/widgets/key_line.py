"""The keys of a screen in its last line; a click on one presses it."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen

from crisis_game.engine.acts.turns import SetReady
from crisis_game.tui.key_table import KEYS
from crisis_game.tui.keys import ON_ALL, key_of
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.key_words import pressing

KEPT = (key_of("help", "everywhere"), key_of(f"act('{SetReady.kind}')", "main"))
"""Keys that the line keeps however little room it has: help, where all keys stand, and the word that ends a beat."""


class KeyLine(Static):
    """The keys that have a place in the last line.

    Textual's `Footer` mounts a widget for each key anew whenever the focus moves, and the whole screen is laid out
    again: most of the time between a key and its last byte. This is one line of text that changes only when its
    words do.
    """

    DEFAULT_CSS = """
    KeyLine {
        dock: bottom;
        height: 1;
        width: 1fr;
        color: $footer-description-foreground;
        background: $footer-background;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[str, str, str, bool], ...] = ()

    def on_mount(self) -> None:
        """Follow what can be pressed."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, screen: Screen[object]) -> None:
        if not self.is_attached or screen is not self.screen:
            return
        keys = tuple(self._keys())
        if keys != self._shown:
            self._shown = keys
            self._draw()

    def on_resize(self) -> None:
        """Close up, or give room again."""
        self._draw()

    def _draw(self) -> None:
        """All of them; with one blank between them where two leave no room; then without what is needed least."""
        whole = Content("").join(self._worded(*key) for key in self._shown)
        if whole.cell_length > self.size.width:
            whole = Content("").join(self._fitting())
        self.update(whole, layout=False)

    def _fitting(self) -> list[Content]:
        """What has room, in its order; the last goes first."""
        names = [key for key, *_ in self._shown]
        worded = [self._worded(*key).rstrip() for key in self._shown]
        while sum(words.cell_length for words in worded) > self.size.width and not set(names) <= set(KEPT):
            least = max(place for place, name in enumerate(names) if name not in KEPT)
            del names[least], worded[least]
        return worded

    def _keys(self) -> Iterator[tuple[str, str, str, bool]]:
        """Of each action its first key, how that is shown, what it does, and whether it does it now."""
        actions = set()
        active = list(self.screen.active_bindings.values())
        where = getattr(self.screen, "KEYS_FIRST", "")
        shared = (entry for place in ON_ALL for entry in KEYS[place] if where in entry.line_on)
        first = [entry.first for entry in (*KEYS.get(where, ()), *shared)]
        for _, binding, enabled, _ in sorted(active, key=lambda found: _place(found.binding.key, first)):
            if binding.show and binding.action not in actions:
                actions.add(binding.action)
                yield binding.key, self._display(binding), binding.description, enabled

    def _display(self, binding: Binding) -> str:
        return self.app.get_key_display(binding)

    def _worded(self, key: str, shown: str, about: str, enabled: bool) -> Content:
        words = Content.assemble(" ", (shown, "bold $footer-key-foreground"), f" {about} ")
        if not enabled:
            return words.stylize("dim")
        return pressing(words, key)


def _place(key: str, first: list[str]) -> int:
    """Where a key stands in the line: those of the screen that asks for it first, in their order; then all others."""
    return first.index(key) if key in first else len(first)
