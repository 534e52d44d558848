"""Letters before all that can be reached on the screen below: typing them goes there."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Click, Key, Resize
from textual.screen import ModalScreen

from crisis_game.tui.jump_targets import Spot, letters
from crisis_game.tui.keys import bindings
from crisis_game.tui.typed_ahead import Leaving
from crisis_game.tui.widgets.as_written import Static


class JumpScreen(ModalScreen[Spot | None], Leaving[Spot | None]):
    """The spot that was typed; None where one leaves.

    Args:
        places: where one can jump to.
        advice: what to do, in a sentence.
    """

    CSS_PATH = "jump.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("jump")

    def __init__(self, places: list[Spot], advice: str) -> None:
        super().__init__()
        self._labels = dict(zip(letters(len(places)), places, strict=True))
        self._advice = advice
        self._typed = ""

    def compose(self) -> ComposeResult:
        """A label on each spot, and what to do."""
        for word, spot in self._labels.items():
            label = Static(word, classes="jump-label")
            label.styles.offset = (spot.x, spot.y)
            yield label
        yield Static(self._advice, id="jump-advice")

    def on_mount(self) -> None:
        """Note for which size the labels stand."""
        self._size = self.app.size

    def on_resize(self, _: Resize) -> None:
        """What lies below has moved: leave."""
        if self.app.size != self._size:
            self.dismiss(None)

    def on_click(self, event: Click) -> None:
        """A click on letters does what typing them does; elsewhere it leaves."""
        word = str(event.widget.render()) if event.widget is not None and event.widget is not self else ""
        self.dismiss(self._labels.get(word))

    def on_key(self, event: Key) -> None:
        """Go where the letters lead."""
        if event.key == "escape" or event.character is None:
            return
        event.stop()
        typed = self._typed + event.character.lower()
        possible = [word for word in self._labels if word.startswith(typed)]
        if typed in self._labels:
            self.dismiss(self._labels[typed])
        elif possible:
            self._typed = typed
        else:
            self._typed = ""
            self.app.bell()
