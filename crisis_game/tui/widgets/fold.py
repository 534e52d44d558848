"""A line that opens: its title always shows, what it hides is made when it is opened first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from crisis_game.pages.parts import Kind
from crisis_game.tui.keys import bindings
from crisis_game.tui.widgets.as_written import HERE, Static

Make = Callable[[], Iterable[Widget]]

LookUp = tuple[Kind, str]

Cells = tuple[tuple[Content, int], ...]
"""Words side by side, each in a column of so many cells; 0 for as many as they take, and for the last all the rest."""

CLOSED, OPEN = "▸", "▾"
"""Before the title of a fold that is closed, and of one that is open."""


class FoldTitle(Horizontal, can_focus=True):
    """The title of a fold; Enter or a click opens and closes it, or opens the page of the ruling that it tells of.

    Attributes:
        look_up: what it is about in the law library, where it is about something there.
        ruling: the act of whose ruling it tells, where it tells of one.
    """

    class RulingWanted(Message):
        """The ruling on an act is to be opened."""

        def __init__(self, act: str) -> None:
            super().__init__()
            self.act = act

    DEFAULT_CSS = """
    FoldTitle { height: auto; width: 1fr; }
    FoldTitle > .fold-mark { width: 2; color: $foreground-muted; }
    FoldTitle > .fold-words { width: 1fr; height: auto; }
    FoldTitle > .fold-cell { height: auto; }
    FoldTitle > .fold-aside { width: auto; max-width: 50%; padding-left: 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("fold")

    def __init__(
        self, words: Content | Cells, look_up: LookUp | None = None, ruling: str = "", aside: Content | None = None
    ) -> None:
        super().__init__()
        self.look_up, self.ruling = look_up, ruling
        self._opened = False
        self._sign = Static(CLOSED, classes="fold-mark")
        self._words, self._aside = words, aside

    def compose(self) -> ComposeResult:
        """The sign, the words, what stands at their end."""
        yield self._sign
        yield from self._cells()
        if self._aside is not None:
            yield Static(self._aside, classes="fold-aside")

    def _cells(self) -> Iterator[Static]:
        """The words, in columns where they go on below in one."""
        if isinstance(self._words, Content):
            yield Static(self._words, classes="fold-words")
            return
        *before, (last, _) = self._words
        for words, width in before:
            cell = Static(words, classes="fold-cell")
            cell.styles.width = width or "auto"
            yield cell
        yield Static(last, classes="fold-words")

    def mark(self, *, opened: bool) -> None:
        """Show whether it is open."""
        self._opened = opened
        self._draw()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the mark of the row that has the keys."""
        super().watch_has_focus(has_focus)
        self._draw()

    def _draw(self) -> None:
        self._sign.update(HERE if self.has_focus else OPEN if self._opened else CLOSED, layout=False)

    def action_open(self) -> None:
        """Open the page of the ruling, where it tells of one; else the fold."""
        if self.ruling:
            self.post_message(self.RulingWanted(self.ruling))
        else:
            self.action_turn()

    def action_turn(self) -> None:
        """Open or close the fold."""
        fold = self.parent
        if isinstance(fold, Fold):
            fold.turn()

    def on_click(self, event: Click) -> None:
        """A click does what Enter does."""
        event.stop()
        self.action_open()


class Fold(Vertical):
    """One thing that can be opened."""

    DEFAULT_CSS = """
    Fold { height: auto; width: 1fr; }
    Fold > FoldTitle:hover { background: $surface; }
    Fold > FoldTitle:focus { background: $surface; }
    Fold > FoldTitle:focus > .fold-mark { color: $accent; }
    Fold > .fold-body { height: auto; width: 1fr; padding: 0 0 1 2; }
    """

    def __init__(
        self,
        words: Content | Cells,
        make: Make,
        *,
        opened: bool = False,
        look_up: LookUp | None = None,
        ruling: str = "",
        aside: Content | None = None,
    ) -> None:
        super().__init__()
        self._title = FoldTitle(words, look_up, ruling, aside)
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
