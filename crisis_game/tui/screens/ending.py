"""How it ended, for all: the ending in its author's words, the gauges, the receipt of the saved game."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from crisis_game.engine.authored import ending_words
from crisis_game.engine.events.world import EndingReached
from crisis_game.tui.keys import bindings
from crisis_game.tui.screens.base import GamePage
from crisis_game.tui.tone_styles import STYLES
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.gauges import Gauges
from crisis_game.tui.widgets.pane import Pane


class EndingScreen(GamePage[None]):
    """The last page of play, before the debrief."""

    CSS_PATH = "ending.tcss"
    HEADING = "How it ended"
    ABOUT = (
        "The ending belongs to all. The receipt is a short code of the whole game: with it an instructor can verify "
        "the game that you hand in."
    )

    BINDINGS: ClassVar[list[BindingType]] = bindings("ending")

    def compose_body(self) -> ComposeResult:
        """The ending, the gauges, the receipt."""
        with Pane(id="ending-page", can_focus=True):
            yield Static(id="ending-words", classes="words")
            yield Gauges()

    def on_mount(self) -> None:
        """Scroll at once."""
        self.query_one("#ending-page").focus()

    def draw(self) -> None:
        """Put the ending on the page."""
        session = self.game.session
        events = (event for heard in session.own_log(self.game.seat) for event in heard.events)
        reached = next((event for event in events if isinstance(event, EndingReached)), None)
        rows = []
        if reached is not None:
            title, words = ending_words(session.scenario(self.game.seat), reached)
            self.query_one(Pane).entitle(Content.styled(self.say(title), STYLES["headline"]))
            rows.append(Content(self.say(words)))
        if session.receipt is not None:
            rows += [Content(""), Content(self.say("Receipt: {code}", code=session.receipt))]
        self.query_one("#ending-words", Static).update(Content("\n").join([*rows, Content("")]))
        self.query_one(Gauges).draw(self.sight)

    def action_back(self) -> None:
        """To the title."""
        self.stage.to_title()
