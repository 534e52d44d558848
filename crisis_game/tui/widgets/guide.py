"""The guide of a first game: one hint at a time, until what it asks for was done."""

from __future__ import annotations

from textual.content import Content
from textual.events import Click
from textual.message import Message

from crisis_game.scenario.model import Guidance
from crisis_game.tui.game import Game
from crisis_game.tui.hints import aim_of, next_hint, note_followed, told_before, waiting_hint
from crisis_game.tui.keys import key_at, key_on, spoken, spoken_of
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.key_words import pressing
from crisis_game.tui.widgets.words import put
from crisis_game.tui.wording import say


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
            due = game.due
            if due and waiting_hint(game) is not None:
                words = say(game.sight.wording, "Before you are ready, {due}.", due=due[0].words)
                self._put(key_on(due[0].aim, self._page), words, game)
            if not self.display and told_before(game):
                self.display = True
                again = spoken_of("next_hint", "main")
                words = say(game.sight.wording, "The guide has told you this before. {key}: hear it again.", key=again)
                put(self, Content.styled(words, "$foreground-muted"))

    def tell(self, hint: Guidance | None, game: Game) -> None:
        """Show a hint; nothing for none."""
        self.display = hint is not None
        if hint is not None:
            aim = aim_of(hint)
            self._put(key_at(aim, self._page) if aim else "", say(game.sight.wording, hint.text), game)

    @property
    def _page(self) -> str:
        """The page on which the guide stands."""
        return getattr(self.screen, "PAGE", None) or ""

    def _put(self, key: str, words: str, game: Game) -> None:
        """A key to press, and why; words alone where no key does it."""
        self.display = True
        if key:
            named = say(game.sight.wording, "Press {key}.", key=spoken(key))
            put(self, Content.assemble(pressing(Content.styled(named, "bold $primary"), key), "  ", words))
        else:
            put(self, words)

    def on_click(self, event: Click) -> None:
        """On to the next hint, unless its key was clicked."""
        if "@click" not in event.style.meta:
            self.post_message(self.Passed())
