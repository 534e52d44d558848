"""The charts in words: one sentence a step, all that the drawings show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crisis_game.engine.event import Event
from crisis_game.engine.view import View
from crisis_game.pages.charts.gauges import seen_gauge
from crisis_game.pages.charts.model import Chart, GaugeChart
from crisis_game.pages.charts.words import sentences, title
from crisis_game.plain.console import Console
from crisis_game.texts import Text

BACK = Text("Back")


def chart_words(console: Console, chart: Chart) -> None:
    """One chart: its title, then a sentence for each step."""
    console.heading(title(chart))
    for one in sentences(chart):
        console.line(one)


def gauge_words(console: Console, view: View, heard: Iterable[Event]) -> None:
    """The history of one gauge as a seat may know it; `heard` are the events of the seat's own log, in order."""
    events = tuple(heard)
    seen = view.seen
    blur = seen.numbers.deterrence_blur
    _choose_gauge(console, [seen_gauge(one, events, seen.round, blur) for one in view.gauges])


def _choose_gauge(console: Console, charts: Sequence[GaugeChart]) -> None:
    if not charts:
        console.line(Text("There is no gauge that you may see."))
        return
    place = console.choose(Text("The history of which gauge?"), [one.name for one in charts], BACK)
    if place is not None:
        chart_words(console, charts[place])
