"""The public view: what everybody may know, large and calm, for a projector or the middle of the table."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Digits

from crisis_game.assessment.public_record import PublicAct
from crisis_game.exercise.public import AT_WORK, at_work
from crisis_game.pages.sight import Sight
from crisis_game.texts import Prose, Text, Value
from crisis_game.tui.breakpoints import WIDE
from crisis_game.tui.keys import bindings
from crisis_game.tui.public_view import gauge_lines, news, public_sight
from crisis_game.tui.screens.base import Page
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.lines import Lines
from crisis_game.tui.widgets.pane import Pane
from crisis_game.tui.wording import say

ROOMY = 30
"""Lines from which the gauges stand apart."""


class PublicScreen(Page[None]):
    """Nothing of any seat; it lies over the curtain, so that no key leads from it to a secret."""

    CSS_PATH = "public.tcss"
    PAGE = "public"
    HEADING = "The public view"
    ABOUT = (
        "What everybody at the table may know: where the exercise stands, the gauges, the texts with the positions "
        "taken in public, votes once they are opened, and what has happened. Orders are told when all are opened. "
        "Up and down scroll. Escape leads back to the curtain, or to your own seat where you play alone."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("public")

    def __init__(self) -> None:
        super().__init__()
        self._sight: Sight | None = None
        self._unlisten: Callable[[], None] | None = None

    @property
    def sight(self) -> Sight:
        """What an observer sees."""
        game = self.stage.game
        if game is None:
            raise RuntimeError("there is no game on the screen")
        if self._sight is None:
            self._sight = public_sight(game.session, game.language)
        return self._sight

    @property
    def _acts(self) -> tuple[PublicAct, ...]:
        game = self.stage.game
        return game.session.record() if game is not None else ()

    @property
    def _work(self) -> Text | Prose:
        game = self.stage.game
        return at_work(game.session) if game is not None else Text("")

    def say(self, words: Text | Prose | str, **values: Value) -> str:
        """Words with the names that all know."""
        return say(self.sight.wording, words, **values)

    def compose_body(self) -> ComposeResult:
        """The head with the time, what goes on, the gauges, the news."""
        with Horizontal(id="public-head"):
            with Vertical(id="public-where"):
                yield Static(id="public-beat")
                yield Static(id="public-question")
                yield Static(id="public-work")
            yield Digits(id="public-clock")
        with Horizontal(id="public-columns"):
            with Pane(self.say("Gauges"), id="public-gauges"):
                yield Static(id="public-bars")
            with Pane(self.say("On record"), id="public-news", can_focus=True):
                yield Lines("public-lines")

    def on_mount(self) -> None:
        """Put what is public on the screen, and anew when the exercise moves; the keys scroll."""
        self.draw()
        self.query_one("#public-news").focus()
        game = self.stage.game
        if game is not None:
            self._unlisten = game.session.listen(self._moved)

    def on_unmount(self) -> None:
        """Nobody listens any more."""
        if self._unlisten is not None:
            self._unlisten()

    def _moved(self) -> None:
        """Something has happened: look again."""
        if self._sight is not None:
            self._sight = None
            self.call_later(self.draw)

    def draw(self) -> None:
        """Put what is public on the screen."""
        table = self.sight.view.table
        over = table.beat not in AT_WORK
        beat = self.say("THE END") if over else self.sight.wording.name("beat", table.beat)
        round_ = self.say("round {round} of {rounds}", round=table.round, rounds=table.rounds)
        words = Content.assemble((f" {beat} ", "bold $background on $primary"), (f"  {round_}", "bold"))
        self.query_one("#public-beat", Static).update(words)
        self.query_one("#public-question", Static).update(self.say(table.question))
        self.query_one("#public-work", Static).update(self.say(self._work))
        self.query_one("#public-lines", Lines).show(news(self.sight.view, self._acts, self.sight.wording))
        self.draw_clock()
        self._draw_gauges()

    def on_resize(self) -> None:
        """Bars as long as there is room, once the columns have their new width."""
        self.call_after_refresh(self._draw_gauges)

    def _draw_gauges(self) -> None:
        room = self.query_one("#public-bars").size.width
        spread = self.app.size.width >= WIDE and self.app.size.height >= ROOMY
        self.query_one("#public-bars", Static).update(gauge_lines(self.sight, room, spread=spread))

    def draw_clock(self) -> None:
        """The time that is left, where there is a clock."""
        game = self.stage.game
        left = game.minutes_left if game else ""
        clock = self.query_one("#public-clock", Digits)
        clock.display = bool(left)
        clock.update(left)

    def action_back(self) -> None:
        """To the curtain; whoever plays alone without a PIN sits down at once."""
        game = self.stage.game
        if game is not None and not game.curtained:
            self.stage.sit_down()
        else:
            self.dismiss(None)
