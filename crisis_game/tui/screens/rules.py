"""The rules with all numbers of this scenario, grouped."""

from __future__ import annotations

from textual.app import ComposeResult

from crisis_game.pages.play.rules_in_numbers import rules_pages
from crisis_game.tui.screens.base import GamePage
from crisis_game.tui.screens.rules_of_play import keys_told
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.pane import Pane
from crisis_game.tui.widgets.paper import flowing


class RulesScreen(GamePage[None]):
    """How it is played, and every number one lives under."""

    CSS_PATH = "rules.tcss"
    PAGE = "rules"
    HEADING = "Rules and numbers"
    ABOUT = "Every number of this scenario, as its author set it. The formulas that use them are told in docs/rules.md."

    def compose_body(self) -> ComposeResult:
        """One page that scrolls."""
        title = self.say("Rules and numbers of {title}", title=self.say(self.sight.dossier.title))
        with Pane(title, id="rules-page", can_focus=True):
            play, *numbers = rules_pages(self.sight.dossier)
            parts = (*play.parts, *keys_told(), *(part for section in numbers for part in section.parts))
            yield Static(flowing(parts, self.sight.wording), classes="words")

    def on_mount(self) -> None:
        """Scroll at once."""
        self.query_one("#rules-page").focus()
