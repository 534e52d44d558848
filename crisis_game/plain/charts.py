"""The history of a gauge in lines: one sentence a step, all that its drawing shows."""

from __future__ import annotations

from collections.abc import Iterable

from crisis_game.engine.event import Event
from crisis_game.engine.view import View
from crisis_game.pages.charts.gauges import seen_gauge
from crisis_game.pages.parts import Chart
from crisis_game.plain.console import BACK, Console
from crisis_game.plain.page_lines import say_parts
from crisis_game.texts import Text


def gauge_words(console: Console, view: View, heard: Iterable[Event]) -> None:
    """The history of one gauge as a seat may know it; `heard` are the events of the seat's own log, in order."""
    events, blur = tuple(heard), view.seen.numbers.deterrence_blur
    charts = [seen_gauge(gauge, events, view.seen.round, blur) for gauge in view.gauges]
    if not charts:
        console.line(Text("There is no gauge that you may see."))
        return
    place = console.choose(Text("The history of which gauge?"), [chart.name for chart in charts], BACK)
    if place is not None:
        say_parts(console, (Chart(charts[place]),))
