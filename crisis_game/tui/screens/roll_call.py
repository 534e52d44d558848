"""The roll call: votes are read out one by one, the count builds up, and the result says why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.timer import Timer

from crisis_game.pages.parts import Line, line
from crisis_game.pages.roll_call import Call, RollCall, roll_call, uncalled
from crisis_game.texts import counted
from crisis_game.tui.key_table import KEYS
from crisis_game.tui.keys import bindings
from crisis_game.tui.rendering import content
from crisis_game.tui.screens.base import GamePage
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.pane import Pane

PACE = 0.4
"""Seconds between two votes."""

MOST_BLOCKS = 30
"""Votes needed up to which the count is drawn in blocks."""

_LEFT_ALONE = (entry.key for entry in KEYS["everywhere"] if entry.action in ("help", "copy_text"))
LEFT_ALONE = frozenset((*",".join(_LEFT_ALONE).split(","), "ctrl+q", "ctrl+p"))
"""Keys that keep their usual meaning here."""

SCROLLING = {"up": -1, "down": 1, "pageup": -10, "pagedown": 10}
"""Keys that scroll what is longer than its place, by so many lines; where nothing is, they go on like all others."""


class RollCallScreen(GamePage[None]):
    """One text after the other; any key reads the rest at once, then goes on."""

    CSS_PATH = "roll_call.tcss"
    HEADING = "The roll call"
    ABOUT = (
        "The sealed votes are opened and read out in the order of the states. Any key reads the rest at once; the next "
        "one goes on; arrows scroll what is longer than its place. Below stands what the charter asks for, why it came "
        "out so, and whose single vote would have turned it."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("roll-call")

    def __init__(self) -> None:
        super().__init__()
        self._texts: tuple[str, ...] = ()
        self._call: RollCall | None = None
        self._read = 0
        self._clock: Timer | None = None

    def compose_body(self) -> ComposeResult:
        """The text, the votes, the count, the result."""
        with Pane(id="call-box"):
            with VerticalScroll(id="call-head", can_focus=False):
                yield Static(id="call-text", classes="words")
            with VerticalScroll(id="call-votes", can_focus=False):
                yield Static(id="call-list", classes="words")
            yield Static(id="call-count")
            with VerticalScroll(id="call-end", can_focus=False):
                yield Static(id="call-result", classes="words")
            yield Static(id="call-more", classes="words")

    def on_mount(self) -> None:
        """Begin with the first text."""
        self._texts = uncalled(self.sight.seen, self.desk.called)
        self._next()

    def on_key(self, event: Key) -> None:
        """Any key reads the rest, or goes on; arrows scroll first, where something is too long for its place."""
        if event.key in LEFT_ALONE:
            return
        event.stop()
        event.prevent_default()
        if event.key in SCROLLING and self._longer():
            for part in self._longer():
                part.scroll_relative(y=SCROLLING[event.key], animate=False)
        else:
            self.action_go_on()

    def on_click(self) -> None:
        """A click does what a key does."""
        self.action_go_on()

    def action_go_on(self) -> None:
        """Read the rest; when all is read, the next text, or back to the game."""
        if self._call is not None and self._read < len(self._call.calls):
            self._read = len(self._call.calls)
            self._show()
        elif not self._next():
            self.dismiss(None)

    # ----------------------------------------------------------------------------------------------------------------

    def _longer(self) -> list[VerticalScroll]:
        """The parts that are longer than their place."""
        return [part for part in self.query(VerticalScroll) if part.max_scroll_y > 0]

    def _next(self) -> bool:
        """The next text; False when there is none."""
        if not self._texts:
            return False
        text, *rest = self._texts
        self._texts = tuple(rest)
        self.desk.called.add(text)
        self._call, self._read = roll_call(self.sight.view, text), 0
        if self._clock is not None:
            self._clock.stop()
        if self.app.animation_level == "none":
            self._read = len(self._call.calls)
        else:
            self._clock = self.set_interval(PACE, self._tick)
        self._show()
        return True

    def _tick(self) -> None:
        if self._call is not None and self._read < len(self._call.calls):
            self._read += 1
            self._show()

    def _show(self) -> None:
        call, wording = self._call, self.sight.wording
        if call is None:
            return
        read, done = call.calls[: self._read], self._read == len(call.calls)
        width = max(len(content(line(vote.line.runs[0]), wording).plain) for vote in call.calls)
        self.query_one("#call-box", Pane).entitle(self.say(call.title))
        self.query_one("#call-text", Static).update(self._head(*call.head))
        self.query_one("#call-list", Static).update(Content("\n").join(self._vote(vote, width) for vote in read))
        self.query_one("#call-votes", VerticalScroll).scroll_end(animate=False)
        self.query_one("#call-count", Static).update(self._count(call))
        self.query_one("#call-result", Static).update(self._lines(call.end) if done else "")
        self.query_one("#call-more", Static).update(self._more() if done else "")

    def _head(self, needed: Line, *says: Line) -> Content:
        """What is needed; below it, one after the other, what the text says."""
        items = (f"{clause.mark} " + content(clause, self.sight.wording) for clause in says)
        return Content("\n").join([content(needed, self.sight.wording), Content("  ").join(items)])

    def _lines(self, lines: Iterable[Line]) -> Content:
        return Content("\n").join(content(row, self.sight.wording) for row in lines)

    def _vote(self, call: Call, width: int) -> Content:
        """A vote with the names in one column; one's own is marked."""
        name, *more = call.line.runs
        words = content(line(name), self.sight.wording)
        mine = Content.styled("▸ ", "bold") if call.seat == self.game.seat else Content("  ")
        return mine + words + " " * (width - len(words.plain)) + content(line(*more), self.sight.wording)

    def _count(self, call: RollCall) -> Content:
        """How many are in favour of how many needed, in blocks where there is room, and in words."""
        in_favour = call.calls[self._read - 1].in_favour if self._read else 0
        blocks = "█" * min(in_favour, call.needed) + "░" * max(0, call.needed - in_favour)
        return Content.assemble(
            (blocks if call.needed <= MOST_BLOCKS else "", "$primary"), f"  {self.say(call.count(self._read))}"
        )

    def _more(self) -> Content:
        left = len(self._texts)
        more = self.say(counted("{n} text more", "{n} texts more", left)) if left else ""
        return Content.styled(more, "$accent")
