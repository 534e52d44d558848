"""What stands above every screen of a game: where one is, what one has, the main screens, what is due, the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Click

from crisis_game.engine.acts.turns import SetReady
from crisis_game.scenario.ids import MainPageId
from crisis_game.texts import Text, counted
from crisis_game.tui.breakpoints import WIDE
from crisis_game.tui.key_table import MAIN
from crisis_game.tui.keys import key_of, key_on, spoken
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.words import put
from crisis_game.tui.wording import say

if TYPE_CHECKING:
    from crisis_game.tui.game import Game


class PlaceLine(Horizontal):
    """The first line of every screen of a game: where one is, reversed; what one has, at its end."""

    DEFAULT_CSS = """
    PlaceLine { height: 1; }
    PlaceLine .left { width: 1fr; padding: 0 1; }
    PlaceLine .right { width: auto; padding: 0 1; color: $foreground-muted; }
    """

    def compose(self) -> ComposeResult:
        """The two ends."""
        yield Where(id="place-where", classes="left")
        yield Static(id="place-has", classes="right")

    def draw(self, game: Game, title: str = "", rest: str = "") -> None:
        """Show where one is: beat, round and clock, or a page laid over them with what is said of it."""
        where = _reversed(title, rest) if title else _beat(game)
        put(self.query_one("#place-where", Where), where)
        put(self.query_one("#place-has", Static), _has(game, wide=self.app.size.width >= WIDE))


class BeatBar(Vertical):
    """Three lines: where we stand and what one has; the main screens and what is due; the one question."""

    DEFAULT_CSS = """
    BeatBar { height: 3; }
    BeatBar Horizontal { height: 1; }
    BeatBar #beat-question { width: 1fr; padding: 0 0 0 2; text-style: bold; color: $accent; }
    BeatBar #beat-due { width: auto; padding: 0 1; color: $foreground-muted; }
    BeatBar #beat-tabs { width: 1fr; }
    BeatBar #beat-next { width: auto; padding: 0 1; color: $accent; text-style: bold; }
    BeatBar Tab { width: auto; padding: 0 0 0 1; color: $foreground-muted; }
    BeatBar Tab:hover { color: $foreground; background: $surface; }
    BeatBar Tab.here { color: $accent; text-style: bold underline; }
    BeatBar Tab.new { color: $accent; }
    .-wide BeatBar Tab { padding: 0 1; }
    """

    def __init__(self, here: MainPageId) -> None:
        super().__init__()
        self._here = here

    def compose(self) -> ComposeResult:
        """The three lines."""
        yield PlaceLine()
        with Horizontal():
            with Horizontal(id="beat-tabs"):
                yield from (Tab(page, here=page == self._here) for page in MAIN)
            yield Next(id="beat-next")
        with Horizontal():
            yield Static(id="beat-question")
            yield Due(id="beat-due")

    def draw(self, game: Game) -> None:
        """Show where a game stands."""
        wide = self.app.size.width >= WIDE
        self.query_one(PlaceLine).draw(game)
        put(self.query_one("#beat-question", Static), say(game.sight.wording, game.sight.view.table.question))
        words = self.query_one(Next).draw(game, self._here, wide=wide)
        put(self.query_one(Due), "" if wide else words)
        for tab in self.query(Tab):
            tab.draw(game)

    def draw_where(self, game: Game) -> None:
        """Show beat, round and clock."""
        for where in self.query(Where):
            put(where, _beat(game))


class Where(Static):
    """Beat, round and clock."""

    async def on_click(self, _: Click) -> None:
        """A click stops the clock, or lets it run again."""
        await self.screen.run_action("app.turn_clock")


class Next(Static):
    """The next thing to do and its key; where there is little room, how many things are due and the key."""

    _key = ""

    def draw(self, game: Game, page: MainPageId, *, wide: bool) -> str:
        """Show the first that is due, with its key on this main page; where nothing is, that one can be ready.

        What it is comes back in words, for where they have a place of their own.
        """
        ready, due = game.sight.view.table.ready, game.due
        asked = [item for item in due if item.asked or not ready]
        words = Text("")
        if asked:
            self._key, words = key_on(asked[0].aim, page), asked[0].words
            short = Text("{n} due: {key}", {"n": len(asked), "key": spoken(self._key)})
        elif not ready:
            self._key = key_on(SetReady, page)
            short = Text("{key} ready", {"key": spoken(self._key)})
        elif game.shared:
            self._key = key_of("pass_on", "main")
            short = Text("ready: {key} passes on", {"key": spoken(self._key)})
        else:
            self._key, short = "", Text("ready: waiting")
        long = Text("{key} {what}", {"key": spoken(self._key), "what": words}) if asked and wide else short
        put(self, game.sight.wording.say(long))
        return game.sight.wording.say(words)

    def on_click(self) -> None:
        """A click presses the key."""
        if self._key:
            self.app.simulate_key(self._key)


class Due(Static):
    """What is next in words, where it has a place of its own."""

    def on_click(self) -> None:
        """A click does what one on the key does."""
        self.screen.query_one(Next).on_click()


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
        put(self, f"{self._key.first} {title}" + (f"·{count}" if count else ""))

    async def on_click(self, _: Click) -> None:
        """Go there."""
        await self.screen.run_action(f"screen.{self._key.action}")


def _beat(game: Game) -> Content:
    table, wording = game.sight.view.table, game.sight.wording
    round_ = say(wording, "round {round} of {rounds}", round=table.round, rounds=table.rounds)
    rest = f"{round_} · {_clock(game)}"
    if table.emergency:
        rest += " · " + say(wording, "EMERGENCY")
    return _reversed(wording.name("beat", table.beat), rest)


def _reversed(title: str, rest: str) -> Content:
    return Content.assemble((f" {title.upper()} ", "bold $background on $primary"), f"  {rest}")


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
    left = "●" * account.attention + "○" * max(0, game.sight.seen.numbers.attention - account.attention)
    parts = [say(wording, counted("{n} coin", "{n} coins", account.treasury)), say(wording, "home {n}", n=account.home)]
    if wide:
        left = say(wording, "attention {dots}", dots=left)
        parts.append(say(wording, "credit {n} of 5", n=account.credit))
    return Content.assemble((name, "bold $foreground"), f"  {left}{'  ' if wide else ' '}", "  ".join(parts))
