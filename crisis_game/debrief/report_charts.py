"""The charts in the report: each beside the words it belongs to."""

from __future__ import annotations

from crisis_game.debrief.blocks import Writer
from crisis_game.debrief.charts.making import gauge_charts, orders_chart
from crisis_game.debrief.charts.model import Chart
from crisis_game.debrief.charts.svg import svg
from crisis_game.debrief.charts.words import sentences, title
from crisis_game.debrief.model import Review


def chart(writer: Writer, drawn: Chart, *, told_beside: bool = False) -> None:
    """One chart. In forms without drawings it is told in words, unless what stands beside it says the same."""
    writer.figure(svg(drawn, writer.wording), () if told_beside else sentences(drawn))


def orders(writer: Writer, told: Review) -> None:
    """The other side's orders against its deeds, where there is another side."""
    drawn = orders_chart(told)
    if drawn.steps:
        writer.heading(2, title(drawn))
        chart(writer, drawn)


def gauges(writer: Writer, told: Review) -> None:
    """Each gauge with the causes of its moves."""
    for drawn in gauge_charts(told):
        writer.heading(3, title(drawn))
        chart(writer, drawn)
