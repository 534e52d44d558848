"""Gauges of SITUATION: each with its value, its last rounds, its word, and what moved it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content

from crisis_game.pages.play.gauges_now import NAME, GaugeNow
from crisis_game.texts import Wording
from crisis_game.tui.keys import bindings
from crisis_game.tui.tone_styles import STYLES
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.gauges import Gauges
from crisis_game.tui.widgets.gutter import GutterRow
from crisis_game.tui.wording import say


class GaugeCell(GutterRow):
    """A gauge in a line; Enter or a click opens its history. What moved it stands beside it where there is room."""

    DEFAULT_CSS = """
    GaugeCell > .gauge-now { width: 1fr; height: auto; padding-right: 1; }
    GaugeCell > .gauge-why { display: none; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("gauge-list")

    def __init__(self, gauge: GaugeNow, wording: Wording) -> None:
        super().__init__()
        self.gauge = gauge
        self._now = Content("").join(_gauge(gauge, wording))
        self._why = say(wording, gauge.why) if gauge.why is not None else ""

    def compose(self) -> ComposeResult:
        """The gutter, how it stands, what moved it."""
        yield self._mark
        yield Static(self._now, classes="gauge-now")
        yield Static(self._why, classes="gauge-why")

    def action_open(self) -> None:
        """Ask for the history."""
        self.post_message(Gauges.Opened(self.gauge.gauge.id))

    def on_click(self) -> None:
        """A click does what Enter does."""
        self.action_open()


class GaugeCells(Container):
    """All gauges: two beside each other where there is little room."""

    DEFAULT_CSS = """
    GaugeCells { layout: grid; grid-size: 2; grid-rows: auto; height: auto; width: 1fr; }
    """


def _gauge(gauge: GaugeNow, wording: Wording) -> Iterator[Content]:
    """Its name, value, change, last rounds and word; the triangle stands for the sign of the change."""
    line = gauge.gauge
    value = f"{'±' if line.estimate else ''}{line.value}"
    change = f"{'▲' if gauge.change > 0 else '▼'}{abs(gauge.change)}" if gauge.change else ""
    yield Content.styled(f"{say(wording, line.name):<{NAME}}", "bold")
    yield Content.styled(f"{value:>4} ", "bold")
    if gauge.values:
        yield Content.styled(f"{change:<4}", STYLES[gauge.tone])
        yield Content.styled(f"{gauge.drawn} ", STYLES["quiet"])
    yield Content(say(wording, line.word) if line.word else "")
