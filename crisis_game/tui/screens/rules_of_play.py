"""How the game is played, in two minutes: the same words before a game and above its numbers."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from crisis_game.pages.how_to_play import PLAY
from crisis_game.tui.screens.base import Page
from crisis_game.tui.widgets.as_written import Static, as_written

KEYS = (
    "Keys",
    "Arrow keys and Enter choose, Escape leads back, ? helps on every screen, Ctrl+P finds every act by its "
    "name. In a game the numbers open the main screens, a lists all acts, h opens the law library, r says that you "
    "are ready.",
)
"""What the screens have beside: a heading and a paragraph."""


class RulesOfPlayScreen(Page[None]):
    """How to play, before any scenario is chosen."""

    CSS_PATH = "rules.tcss"
    HEADING = "How to play"
    ABOUT = "Scroll with the arrow keys. Escape leads back."

    def compose_body(self) -> ComposeResult:
        """One page that scrolls."""
        with VerticalScroll(id="play-page", classes="panel") as page:
            page.border_title = as_written(self.say("How to play"))
            yield Static(how_to_play(self.say), classes="words")

    def on_mount(self) -> None:
        """Scroll at once."""
        self.query_one("#play-page").focus()


def how_to_play(say: Callable[[str], str]) -> Content:
    """The paragraphs with their headings."""
    rows: list[Content] = []
    for heading, paragraph in (*PLAY, KEYS):
        rows += [Content(""), Content.styled(say(heading), "bold $primary"), Content(say(paragraph))]
    return Content("\n").join(rows)
