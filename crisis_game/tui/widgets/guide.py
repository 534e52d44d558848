"""The guide of a first game: one hint at a time, until what it asks for was done."""

from __future__ import annotations

from textual.content import Content
from textual.events import Click
from textual.message import Message

from crisis_game.scenario.model import Guidance
from crisis_game.tui.game import Game
from crisis_game.tui.hints import next_hint, note_followed, told_before
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.pressing import pressing
from crisis_game.tui.widgets.words import put
from crisis_game.tui.wording import say

NAMES = {"enter": "Enter", "right": "→"}
"""Keys that are not a single sign, as they are named on keyboards."""


class Guide(Static):
    """The hint of this moment; nothing where the scenario has none."""

    DEFAULT_CSS = """
    Guide {
        display: none;
        height: auto;
        width: 1fr;
        margin: 0 1;
        padding: 0 1;
        background: $surface;
        border-left: thick $primary;
    }
    """

    class Passed(Message):
        """A click on the guide: the next hint."""

    def draw(self, game: Game) -> None:
        """Show the hint that is next in this beat; those that were followed are not given again."""
        if game.sight.dossier.guidance:
            note_followed(game)
            self.tell(next_hint(game), game)
            if not self.display and told_before(game):
                self.display = True
                words = say(game.sight.wording, "The guide has told you this before. F2: hear it again.")
                put(self, Content.styled(words, "$foreground-muted"))

    def tell(self, hint: Guidance | None, game: Game) -> None:
        """Show a hint; nothing for none."""
        self.display = hint is not None
        if hint is not None:
            wording = game.sight.wording
            key = say(wording, "Press {key}.", key=NAMES.get(hint.key, hint.key))
            press = pressing(Content.styled(key, "bold $primary"), hint.key)
            put(self, Content.assemble(press, "  ", say(wording, hint.text)))

    def on_click(self, event: Click) -> None:
        """On to the next hint, unless its key was clicked."""
        if "@click" not in event.style.meta:
            self.post_message(self.Passed())
