"""The briefing of one's role: brief, mandate, red line, asset; what all may know of the others."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from crisis_game.pages.play.brief import brief_pages
from crisis_game.tui.keys import bindings
from crisis_game.tui.screens.base import GamePage
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.pane import Pane
from crisis_game.tui.widgets.paper import flowing


class BriefingScreen(GamePage[None]):
    """One's own brief beside the public profiles."""

    CSS_PATH = "briefing.tcss"
    PAGE = "briefing"
    HEADING = "Your brief"
    ABOUT = (
        "What only you know, and what all know of the others. The four lines of your mandate are what your government "
        "will be measured by; the red line is what it will not have. {briefing} in the game opens it again."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("briefing")

    def compose_body(self) -> ComposeResult:
        """Two columns, one under the other on a small screen."""
        with Horizontal(id="brief-columns"):
            pages = brief_pages(self.sight.view, self.sight.dossier)
            for id_, page in zip(("brief-own", "brief-public"), pages, strict=True):
                with Pane(self.say(page.title), id=id_, can_focus=True):
                    yield Static(flowing(page.parts, self.sight.wording), classes="words")
        self.title = self.say(self.sight.dossier.title)

    def on_mount(self) -> None:
        """Scroll at once; it counts as read, and a clock stands while it is read for the first time."""
        self.query_one("#brief-own").focus()
        self.holds_clock = not self.desk.briefed
        self.desk.briefed = True

    def action_close(self) -> None:
        """To the table."""
        self.dismiss(None)
