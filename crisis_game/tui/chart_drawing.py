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
            yield Lines(None, (say(wording, sentence) for sentence in sentences(chart)))


def _gauge(chart: GaugeChart, wording: Wording) -> Iterator[Widget]:
    """The curve of a gauge, then each round with its causes."""
    last = len(chart.steps)

    def make(columns: int, rows: int, plain: bool) -> Cells:
        return gauge_cells(chart, columns, rows, last, plain=plain)

    yield ChartView(make, GAUGE_ROWS)
    lines: list[Line] = []
    for step in chart.steps:
        sign = "▲" if step.change > 0 else "▼" if step.change < 0 else "●"
        values = say(
            wording, "Round {round}: {before} to {after}", round=step.round, before=step.before, after=step.after
        )
        why = say(wording, "{causes}", causes=causes(step)) if step.causes else say(wording, "nothing moved it")
        lines.append(Item(Content.assemble((values, "bold"), f"  {why}"), sign))
    yield Lines(None, lines)


def _orders(chart: OrdersChart, wording: Wording) -> Iterator[Line]:
    """One line a round: what was ordered under seal, what was done."""
    yield Content.styled(say(wording, "The sealed order against the deed"), "bold $primary")
    if not chart.steps:
        yield say(wording, NOBODY)
    names = [wording.name("step", step.ordered) for step in chart.steps]
    widest = max((len(name) for name in names), default=0)
    actors = [wording.name("state", step.actor) if step.actor else "" for step in chart.steps]
    broad = max(map(len, actors), default=0)
    for step, ordered, actor in zip(chart.steps, names, actors, strict=True):
        whose = f"{actor:<{broad}}  " if broad else ""
        head = say(wording, "Round {n}  {whose}ordered ", n=step.round, whose=whose)
        done = say(wording, "as ordered") if step.kept else wording.name("step", step.done)
        sign, colour = ("✓", "$success") if step.kept else ("→", "$warning")
        yield Item(Content.assemble(head, (f"{ordered:<{widest}}", "bold"), (f"  {sign} {done}", f"bold {colour}")))


def _roll(chart: RollChart, wording: Wording) -> Iterator[Line]:
    """A roll call as it grew: each vote, and the count so far against what was needed."""
    needed = chart.needed if chart.by_head else 0
    names = [wording.name("state", step.seat) for step in chart.steps]
    widest = max((len(state) for state in names), default=0)
    choices = [say(wording, tell_choice(step)) for step in chart.steps]
    broad = max((len(words) for words in choices), default=0)
    for step, name, choice in zip(chart.steps, names, choices, strict=True):
        sign = Content.styled(VOTES[step.vote], f"bold {VOTE_COLOURS.get(step.vote, '$foreground-muted')}")
        count = Content.assemble(("█" * step.running, "$secondary"), ("░" * (needed - step.running), "$border"))
        tally = say(wording, "{n} of {needed}", n=step.running, needed=needed) if needed else str(step.running)
        reached = "  ✓" if needed and step.running >= needed else ""
        yield Item(Content.assemble(f"{name:<{widest}}  {choice:<{broad}}  ", count, f"  {tally}", reached), sign)
        if step.why:
            why = " · ".join(say(wording, words) for words in step.why)
            yield Item(Content.styled(why, "italic $foreground-muted"), " ", indent=4)


def _quadrant(chart: QuadrantChart, wording: Wording) -> Iterator[Widget]:
    """The path from act to act, and what each number stands for."""
    words = {label: say(wording, label) for label in ("unlawful", "open", "lawful", "high", "mixed", "low")}

    def make(columns: int, rows: int, plain: bool) -> Cells:
        return quadrant_cells(chart, columns, rows, words, plain=plain)

    about = say(wording, "Legality to the right, legitimacy upwards, on what all members knew; never averaged.")
    yield Lines(None, [Content.styled(about, "$foreground-muted")])
    yield ChartView(make, QUADRANT_ROWS)
    whole = Item(Content.styled(say(wording, tell_whole(chart)), "bold"), "◆")
    yield Lines(None, [whole, *(_standing(chart, place, wording) for place in range(len(chart.path)))])


def _standing(chart: QuadrantChart, place: int, wording: Wording) -> Item:
    standing = chart.path[place]
    sign = Content.styled(SIGNS[standing.legality], STYLES[standing.legality])
    return Item(say(wording, tell_standing(standing)), sign)


def _weights(chart: HingesChart, wording: Wording) -> Iterator[Line]:
    """What each hinge weighs on the three scales; the scale by which it was found is marked."""
    yield Content.styled(
        say(wording, "What each hinge weighs, on three scales that are never added up"), "bold $primary"
    )
    widest = max(len(say(wording, name)) for name, _ in SCALES.values())
    for hinge in chart.hinges:
        head = say(wording, "Hinge {number}, round {round}", number=hinge.number, round=hinge.round)
        yield Content.styled(head, "bold")
        for scale in SCALES:
            yield _weight(hinge, scale, widest, wording)


def _weight(hinge: HingeWeight, scale: str, widest: int, wording: Wording) -> Item:
    name, most = SCALES[scale]
    value = on_scale(hinge, scale)
    full, empty = bar(value, most, BAR) if value is not None else ("", "")
    decisive = hinge.test == scale
    words = Content.assemble(
        (f"{say(wording, Text(name)):<{widest}}  ", "bold" if decisive else ""),
        (full, "$secondary"),
        (empty, "$border"),
        f"{'  ' if value is not None else ''}{say(wording, told_on(hinge, scale))}",
    )
    return Item(words, "◆" if decisive else " ")
