"""The charts in words: one sentence a step, all that the drawings show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from crisis_game.debrief.charts.gauges import seen_gauge
from crisis_game.debrief.charts.making import (
    gauge_charts,
    hinges_chart,
    orders_chart,
    profile_chart,
    quadrant_chart,
    roll_charts,
)
from crisis_game.debrief.charts.model import Chart, GaugeChart
from crisis_game.debrief.charts.words import sentences, title
from crisis_game.debrief.model import Review
from crisis_game.engine.event import Event
from crisis_game.engine.view import View
from crisis_game.plain.console import Console
from crisis_game.texts import Msgid, Text

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


def debrief_charts(console: Console, told: Review) -> None:
    """Choose a chart of the debrief, and hear it."""
    place = console.choose(Text("Which chart?"), [Text(name) for name, _ in KINDS], BACK)
    if place is not None:
        KINDS[place][1](console, told)


def _choose_gauge(console: Console, charts: Sequence[GaugeChart]) -> None:
    if not charts:
        console.line(Text("There is no gauge that you may see."))
        return
    place = console.choose(Text("The history of which gauge?"), [one.name for one in charts], BACK)
    if place is not None:
        chart_words(console, charts[place])


def _choose_vote(console: Console, told: Review) -> None:
    charts = roll_charts(told)
    if not charts:
        console.line(Text("There was no vote."))
        return
    rows = [Text("Round {round}: {says}", {"round": one.round, "says": one.says}) for one in charts]
    place = console.choose(Text("Which vote?"), rows, BACK)
    if place is not None:
        chart_words(console, charts[place])


KINDS: tuple[tuple[Msgid, Callable[[Console, Review], None]], ...] = (
    ("A gauge, with what moved it", lambda console, told: _choose_gauge(console, gauge_charts(told))),
    ("The sealed order against the deed", lambda console, told: chart_words(console, orders_chart(told))),
    ("A vote as a roll call", _choose_vote),
    ("Legality and legitimacy, act by act", lambda console, told: chart_words(console, quadrant_chart(told))),
    ("The profile of legitimacy", lambda console, told: chart_words(console, profile_chart(told))),
    ("What each hinge weighs", lambda console, told: chart_words(console, hinges_chart(told))),
)
"""The charts of the debrief, with what tells them."""
