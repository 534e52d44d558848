"""Why something is not possible: the reason in full, and the way to the article that says so."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical

from crisis_game.engine.act import Act, Refusal
from crisis_game.tui import navigation
from crisis_game.tui.dialogue import Dialogue
from crisis_game.tui.keys import bindings, spoken_of
from crisis_game.tui.widgets.as_written import Button, Static, as_written
from crisis_game.tui.wording import say

MOST_INSTEAD = 3


class ReasonScreen(Dialogue[None]):
    """The reason why a kind of act is not possible now.

    Args:
        act: what is not possible.
    """

    AUTO_FOCUS = "Button"
    BINDINGS: ClassVar[list[BindingType]] = bindings("reason")

    def __init__(self, act: type[Act]) -> None:
        super().__init__()
        self._act = act
        self._refusal: Refusal | None = None

    def compose(self) -> ComposeResult:
        """What it would be, why it is not possible, what is instead."""
        game = self.stage.game
        if game is None:
            return
        seen, wording = game.sight.seen, game.sight.wording
        self._refusal = refusal = self._act.closed(seen)
        with Vertical(classes="dialogue") as box:
            box.border_title = as_written(say(wording, self._act.name))
            yield Static(say(wording, self._act.does), classes="question muted")
            because = refusal.because if refusal else "This is possible now."
            yield Static(f"✗ {say(wording, because)}" if refusal else say(wording, because), id="because")
            if refusal and refusal.instead:
                names = tuple(act.name for act in refusal.instead[:MOST_INSTEAD])
                yield Static(say(wording, "Possible now: {acts}.", acts=names))
            with Horizontal(classes="answers"):
                if refusal and refusal.article:
                    key = spoken_of("look_up", "reason")
                    read = say(wording, "Read Article {number} ({key})", number=refusal.article, key=key)
                    yield Button(read, id="article")
                yield Button(say(wording, "Back"), id="back")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """To the article, or back."""
        if event.button.id == "article":
            self.action_look_up()
        else:
            self.dismiss(None)

    def action_look_up(self) -> None:
        """Read the article in the library; Escape leads back from there."""
        stage, refusal = self.stage, self._refusal
        if refusal is not None and refusal.article:
            self.dismiss(None)
            navigation.look_up(stage, "article", refusal.article)
