"""The bar above every main screen: beat, round, clock, what one has, the one question, the next key, where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Click

from crisis_game.engine.acts.turns import SetReady
from crisis_game.scenario.ids import MainPageId
from crisis_game.texts import Text
from crisis_game.tui.breakpoints import WIDE
from crisis_game.tui.due import still_due
from crisis_game.tui.key_table import MAIN
from crisis_game.tui.keys import key_of, key_on, spoken
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.words import put
from crisis_game.tui.wording import say

if TYPE_CHECKING:
    from crisis_game.tui.game import Game


class BeatBar(Vertical):
    """Three lines: where we stand and what one has; the question and the next key; the main screens."""

    DEFAULT_CSS = """
    BeatBar { height: 3; background: $panel; }
    BeatBar Horizontal { height: 1; }
    BeatBar .left { width: 1fr; padding: 0 1; }
    BeatBar .right { width: auto; padding: 0 1; color: $foreground-muted; }
    BeatBar #beat-question { text-style: italic; color: $foreground; }
    BeatBar #beat-next { color: $accent; text-style: bold; }
    BeatBar Tab { width: auto; padding: 0 1; color: $foreground-muted; }
    BeatBar Tab:hover { color: $foreground; background: $surface; }
    BeatBar Tab.here { color: $background; background: $primary; text-style: bold; }
    BeatBar Tab.new { color: $accent; }
    BeatBar Tab.here.new { color: $background; }
    """

    def __init__(self, here: MainPageId) -> None:
        super().__init__()
        self._here = here

    def compose(self) -> ComposeResult:
        """The three lines."""
        with Horizontal():
            yield Where(id="beat-where", classes="left")
            yield Static(id="beat-has", classes="right")
        with Horizontal():
            yield Static(id="beat-question", classes="left")
            yield Next(id="beat-next", classes="right")
        with Horizontal():
            yield from (Tab(page, here=page == self._here) for page in MAIN)

    def draw(self, game: Game) -> None:
        """Show where a game stands."""
        self.draw_where(game)
        put(self.query_one("#beat-has", Static), _has(game, wide=self.app.size.width >= WIDE))
        put(self.query_one("#beat-question", Static), say(game.sight.wording, game.sight.view.table.question))
        self.query_one(Next).draw(game, self._here)
        for tab in self.query(Tab):
            tab.draw(game)

    def draw_where(self, game: Game) -> None:
        """Show beat, round and clock."""
        for where in self.query(Where):
            put(where, _where(game))


class Where(Static):
    """Beat, round and clock."""

    async def on_click(self, _: Click) -> None:
        """A click stops the clock, or lets it run again."""
        await self.screen.run_action("app.turn_clock")


class Next(Static):
    """The next thing to do and its key."""

    _key = ""

    def draw(self, game: Game, page: MainPageId) -> None:
        """Show the first that is due, with its key on this main page; where nothing is, that one can be ready."""
        ready = game.sight.view.table.ready
        due = next((item for item in still_due(game) if item.asked or not ready), None)
        if due is not None:
            self._key = key_on(due.aim, page)
            words = Text("{key} {what}", {"key": spoken(self._key), "what": due.words})
        elif not ready:
            self._key = key_on(SetReady, page)
            words = Text("{key} ready", {"key": spoken(self._key)})
        elif game.shared:
            self._key = key_of("pass_on", "main")
            words = Text("ready: {key} passes on", {"key": spoken(self._key)})
        else:
            self._key, words = "", Text("ready: waiting")
        put(self, game.sight.wording.say(words))

    def on_click(self, _: Click) -> None:
        """A click presses the key."""
        if self._key:
            self.app.simulate_key(self._key)


class Tab(Static):
    """One main screen in the bar: its key, its title, and how much is new there."""

    def __init__(self, page: MainPageId, *, here: bool) -> None:
        super().__init__(classes="here" if here else "")
        self._page, self._key = page, MAIN[page]

    def draw(self, game: Game) -> None:
        """Show the title, and a count where something waits."""
        count = len(game.unread) if self._page == "inbox" else 0
        title = say(game.sight.wording, self._key.words)
        self.set_class(count > 0, "new")
        put(self, f"{self._key.first} {title}" + (f" ({count})" if count else ""))

    async def on_click(self, _: Click) -> None:
        """Go there."""
        await self.screen.run_action(f"screen.{self._key.action}")


def _where(game: Game) -> Content:
    table, wording = game.sight.view.table, game.sight.wording
    beat = wording.name("beat", table.beat)
    round_ = say(wording, "round {round} of {rounds}", round=table.round, rounds=table.rounds)
    rest = f"  {round_} · {_clock(game)}"
    if table.emergency:
        rest += " · " + say(wording, "EMERGENCY")
    return Content.assemble((f" {beat} ", "bold $background on $primary"), rest)


def _clock(game: Game) -> str:
    wording, left = game.sight.wording, game.minutes_left
    if game.sight.view.table.paused:
        return say(wording, "clock stopped")
    if left and game.clock is not None and game.clock.stopped:
        return say(wording, "{time} held", time=left)
    return say(wording, "{time} left", time=left) if left else say(wording, "no clock")


def _has(game: Game, *, wide: bool) -> Content:
    account, wording = game.sight.view.account, game.sight.wording
    name = wording.name("state", game.seat)
    if account is None:
        return Content(name)
    parts = [say(wording, "attention {n}", n=account.attention), say(wording, "treasury {n}", n=account.treasury)]
    if wide:
        left = "●" * account.attention + "○" * max(0, game.sight.seen.numbers.attention - account.attention)
        parts[0] += f" {left}"
        parts.append(say(wording, "home {n}", n=account.home))
        parts.append(say(wording, "credit {n}/5", n=account.credit))
    return Content.assemble((name, "bold $foreground"), " · " + " · ".join(parts))
