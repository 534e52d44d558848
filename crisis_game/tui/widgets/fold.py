"""A line that opens: its title always shows, what it hides is made when it is opened first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Click
from textual.widget import Widget

from crisis_game.pages.parts import Kind
from crisis_game.tui.keys import bindings
from crisis_game.tui.widgets.as_written import Static

Make = Callable[[], Iterable[Widget]]

LookUp = tuple[Kind, str]

CLOSED, OPEN = "▸", "▾"
"""Before the title of a fold that is closed, and of one that is open."""


class FoldTitle(Horizontal, can_focus=True):
    """The title of a fold; Enter or a click opens and closes it.

    Attributes:
        look_up: what it is about in the law library, where it is about something there.
    """

    DEFAULT_CSS = """
    FoldTitle { height: auto; width: 1fr; }
    FoldTitle > .fold-mark { width: 2; color: $primary; }
    FoldTitle > .fold-words { width: 1fr; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("fold")

    def __init__(self, words: Content, look_up: LookUp | None = None) -> None:
        super().__init__()
        self.look_up = look_up
        self._sign = Static(CLOSED, classes="fold-mark")
        self._words = words

    def compose(self) -> ComposeResult:
        """The sign, the words."""
        yield self._sign
        yield Static(self._words, classes="fold-words")

    def mark(self, *, opened: bool) -> None:
        """Show whether it is open."""
        self._sign.update(OPEN if opened else CLOSED)

    def action_turn(self) -> None:
        """Open or close the fold."""
        fold = self.parent
        if isinstance(fold, Fold):
            fold.turn()

    def on_click(self, event: Click) -> None:
        """A click does what Enter does."""
        event.stop()
        self.action_turn()


class Fold(Vertical):
    """One thing that can be opened."""

    DEFAULT_CSS = """
    Fold { height: auto; width: 1fr; }
    Fold > FoldTitle:hover { background: $surface; }
    Fold > FoldTitle:focus { background: $block-cursor-background; color: $block-cursor-foreground; }
    Fold > .fold-body { height: auto; width: 1fr; padding: 0 0 1 2; }
    """

    def __init__(self, words: Content, make: Make, *, opened: bool = False, look_up: LookUp | None = None) -> None:
        super().__init__()
        self._title = FoldTitle(words, look_up)
        self._make = make
        self._body: Vertical | None = None
        self._opened = opened

    def compose(self) -> ComposeResult:
        """The title."""
        yield self._title

    def on_mount(self) -> None:
        """Open where it begins open."""
        if self._opened:
            self.turn()

    def turn(self) -> None:
        """Open or close."""
        if self._body is None:
            self._body = Vertical(*self._make(), classes="fold-body")
            self.mount(self._body)
        else:
            self._body.display = not self._body.display
        self._title.mark(opened=bool(self._body.display))
