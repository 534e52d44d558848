"""Charts on the screen: drawn, and step by step in words beside signs."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget

from crisis_game.pages.charts.model import (
    BandsChart,
    Chart,
    GaugeChart,
    HingesChart,
    HingeWeight,
    OrdersChart,
    ProfileChart,
    QuadrantChart,
    RollChart,
    SharesChart,
)
from crisis_game.pages.charts.words import (
    NOBODY,
    SCALES,
    causes,
    on_scale,
    sentences,
    tell_choice,
    tell_standing,
    tell_whole,
    told_on,
)
from crisis_game.pages.verdicts import SIGNS
from crisis_game.texts import Text, Wording
from crisis_game.tui.tone_styles import STYLES
from crisis_game.tui.widgets.chart import ChartView
from crisis_game.tui.widgets.chart_cells import Cells, bar, gauge_cells, quadrant_cells
from crisis_game.tui.widgets.lines import Item, Line, Lines
from crisis_game.tui.wording import say

GAUGE_ROWS, QUADRANT_ROWS = 9, 12
BAR = 20
VOTES = {"yes": "●", "no": "✗", "abstain": "–", "absent": "○", "opt-out": "○"}
VOTE_COLOURS = {"yes": "$success", "no": "$error"}


def drawn(chart: Chart, wording: Wording) -> Iterator[Widget]:
    """A chart as widgets."""
    match chart:
        case GaugeChart():
            yield from _gauge(chart, wording)
        case QuadrantChart():
            yield from _quadrant(chart, wording)
        case OrdersChart():
            yield Lines(None, _orders(chart, wording))
        case RollChart():
            yield Lines(None, _roll(chart, wording))
        case HingesChart():
            yield Lines(None, _weights(chart, wording))
        case ProfileChart() | SharesChart() | BandsChart():
            yield Lines(None, (say(wording, one) for one in sentences(chart)))


def _gauge(chart: GaugeChart, wording: Wording) -> Iterator[Widget]:
    """The curve of a gauge, then each round with its causes."""
    last = len(chart.steps)

    def make(columns: int, rows: int, plain: bool) -> Cells:
        return gauge_cells(chart, columns, rows, last, plain=plain)

    yield ChartView(make, GAUGE_ROWS)
    lines: list[Line] = []
    for one in chart.steps:
        sign = "▲" if one.change > 0 else "▼" if one.change < 0 else "●"
        values = say(wording, "Round {round}: {before} to {after}", round=one.round, before=one.before, after=one.after)
        why = say(wording, "{causes}", causes=causes(one)) if one.causes else say(wording, "nothing moved it")
        lines.append(Item(Content.assemble((values, "bold"), f"  {why}"), sign))
    yield Lines(None, lines)


def _orders(chart: OrdersChart, wording: Wording) -> Iterator[Line]:
    """One line a round: what was ordered under seal, what was done."""
    yield Content.styled(say(wording, "The sealed order against the deed"), "bold $primary")
    if not chart.steps:
        yield say(wording, NOBODY)
    names = [wording.name("step", one.ordered) for one in chart.steps]
    widest = max((len(one) for one in names), default=0)
    for one, ordered in zip(chart.steps, names, strict=True):
        head = say(wording, "Round {n}  ordered ", n=one.round)
        done = say(wording, "as ordered") if one.kept else wording.name("step", one.done)
        sign, colour = ("✓", "$success") if one.kept else ("→", "$warning")
        yield Item(Content.assemble(head, (f"{ordered:<{widest}}", "bold"), (f"  {sign} {done}", f"bold {colour}")))


def _roll(chart: RollChart, wording: Wording) -> Iterator[Line]:
    """A roll call as it grew: each vote, and the count so far against what was needed."""
    needed = chart.needed if chart.by_head else 0
    names = [wording.name("state", one.seat) for one in chart.steps]
    widest = max((len(one) for one in names), default=0)
    choices = [say(wording, tell_choice(one)) for one in chart.steps]
    broad = max((len(one) for one in choices), default=0)
    for one, name, choice in zip(chart.steps, names, choices, strict=True):
        sign = Content.styled(VOTES[one.vote], f"bold {VOTE_COLOURS.get(one.vote, '$foreground-muted')}")
        count = Content.assemble(("■" * one.running, "$secondary"), ("□" * (needed - one.running), "$border"))
        told = say(wording, "{n} of {needed}", n=one.running, needed=needed) if needed else str(one.running)
        reached = "  ✓" if needed and one.running >= needed else ""
        yield Item(Content.assemble(f"{name:<{widest}}  {choice:<{broad}}  ", count, f"  {told}", reached), sign)
        if one.why:
            why = " · ".join(say(wording, words) for words in one.why)
            yield Item(Content.styled(why, "italic $foreground-muted"), " ", indent=4)


def _quadrant(chart: QuadrantChart, wording: Wording) -> Iterator[Widget]:
    """The path from act to act, and what each number stands for."""
    words = {one: say(wording, one) for one in ("unlawful", "open", "lawful", "high", "mixed", "low")}

    def make(columns: int, rows: int, plain: bool) -> Cells:
        return quadrant_cells(chart, columns, rows, words, plain=plain)

    about = say(wording, "Legality to the right, legitimacy upwards, on what all members knew; never averaged.")
    yield Lines(None, [Content.styled(about, "$foreground-muted")])
    yield ChartView(make, QUADRANT_ROWS)
    whole = Item(Content.styled(say(wording, tell_whole(chart)), "bold"), "◆")
    yield Lines(None, [whole, *(_standing(chart, place, wording) for place in range(len(chart.path)))])


def _standing(chart: QuadrantChart, place: int, wording: Wording) -> Item:
    one = chart.path[place]
    sign = Content.styled(SIGNS[one.legality], STYLES[one.legality])
    return Item(say(wording, tell_standing(one)), sign)


def _weights(chart: HingesChart, wording: Wording) -> Iterator[Line]:
    """What each hinge weighs on the three scales; the scale by which it was found is marked."""
    yield Content.styled(
        say(wording, "What each hinge weighs, on three scales that are never added up"), "bold $primary"
    )
    widest = max(len(say(wording, name)) for name, _ in SCALES.values())
    for one in chart.hinges:
        head = say(wording, "Hinge {number}, round {round}", number=one.number, round=one.round)
        yield Content.styled(head, "bold")
        for scale in SCALES:
            yield _weight(one, scale, widest, wording)


def _weight(one: HingeWeight, scale: str, widest: int, wording: Wording) -> Item:
    name, most = SCALES[scale]
    value = on_scale(one, scale)
    full, empty = bar(value, most, BAR) if value is not None else ("", "")
    found = one.test == scale
    words = Content.assemble(
        (f"{say(wording, Text(name)):<{widest}}  ", "bold" if found else ""),
        (full, "$secondary"),
        (empty, "$border"),
        f"{'  ' if value is not None else ''}{say(wording, told_on(one, scale))}",
    )
    return Item(words, "◆" if found else " ")
