"""The guide of a first game: one hint at a time, until what it asks for was done."""

from __future__ import annotations

from textual.content import Content
from textual.events import Click
from textual.message import Message

from crisis_game.scenario.model import Guidance
from crisis_game.tui.due import still_due
from crisis_game.tui.game import Game
from crisis_game.tui.hints import ENTER, next_hint, note_followed, told_before, waiting_hint
from crisis_game.tui.places import MAIN
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.pressing import pressing
from crisis_game.tui.widgets.words import put
from crisis_game.tui.wording import say

NAMES = {"enter": "Enter", "right": "→"}
"""Keys that are not a single sign, as they are named on keyboards."""


INBOX = next(one.key for one in MAIN if one.name == "inbox")
"""The key that opens the letters on every main screen."""


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
            due = still_due(game)
            if due and waiting_hint(game) is not None:
                key = due[0].key_on(getattr(self.screen, "PLACE", ""))
                self._put(key, say(game.sight.wording, "Before you are ready: {due}.", due=due[0].words), game)
            if not self.display and told_before(game):
                self.display = True
                words = say(game.sight.wording, "The guide has told you this before. F2: hear it again.")
                put(self, Content.styled(words, "$foreground-muted"))

    def tell(self, hint: Guidance | None, game: Game) -> None:
        """Show a hint; nothing for none."""
        self.display = hint is not None
        if hint is not None:
            self._put(self._key(hint), say(game.sight.wording, hint.text), game)

    def _put(self, key: str, words: str, game: Game) -> None:
        """A key to press, and why."""
        self.display = True
        named = say(game.sight.wording, "Press {key}.", key=NAMES.get(key, key))
        put(self, Content.assemble(pressing(Content.styled(named, "bold $primary"), key), "  ", words))

    def _key(self, hint: Guidance) -> str:
        """The key that does it on this screen: the letters are opened by their own key, and read on by Enter."""
        elsewhere = hint.key == ENTER and hint.beat != "answer" and not self.screen.query("#letters")
        return INBOX if elsewhere else hint.key

    def on_click(self, event: Click) -> None:
        """On to the next hint, unless its key was clicked."""
        if "@click" not in event.style.meta:
            self.post_message(self.Passed())
