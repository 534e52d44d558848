"""How the game is played, in two minutes: the same words before a game and above its numbers."""

from __future__ import annotations

from textual.app import App, ComposeResult

from crisis_game.pages.how_to_play import play_page
from crisis_game.pages.parts import Heading, Line, line
from crisis_game.texts import Text
from crisis_game.tui.keys import said, spoken
from crisis_game.tui.screens.base import Page
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.pane import Pane
from crisis_game.tui.widgets.paper import flowing


class RulesOfPlayScreen(Page[None]):
    """How to play, before any scenario is chosen."""

    CSS_PATH = "rules.tcss"
    HEADING = "How to play"
    ABOUT = "Scroll with the arrow keys. Escape leads back."

    def compose_body(self) -> ComposeResult:
        """One page that scrolls."""
        page = play_page()
        with Pane(self.say(page.title), id="play-page", can_focus=True):
            yield Static(flowing(page.parts + keys_told(), self.stage.wording), classes="words")

    def on_mount(self) -> None:
        """Scroll at once."""
        self.query_one("#play-page").focus()


def keys_told() -> tuple[Heading, Line]:
    """What the screens have beside: their keys."""
    sentence = (
        "Arrow keys and Enter choose, Escape leads back, {help} helps on every screen, {key} finds every act "
        "by its name. In a game the numbers open the main screens, {acts} lists all acts, {library} opens the law "
        "library, {set_ready} says that you are ready."
    )
    keys = Text(
        sentence, {"key": spoken(App.COMMAND_PALETTE_BINDING), **said("everywhere"), **said("game"), **said("main")}
    )
    return Heading(Text("Keys")), line(keys)
