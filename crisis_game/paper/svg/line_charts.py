"""Charts that are lines through points: a gauge over the rounds, the path between legality and legitimacy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crisis_game.law.legitimacy import HIGH, LOW
from crisis_game.law.names_of_law import band_name
from crisis_game.pages.charts.model import COLUMNS, GaugeChart, GaugeStep, QuadrantChart, Standing, abreast
from crisis_game.pages.charts.words import causes, tell_standing, tell_whole
from crisis_game.paper.svg.sheet import GREEN, INK, MARGIN, MUTED, ORANGE, PALE, PURPLE, RIGHT, RULE, Sheet
from crisis_game.texts import Msgid, Text, Wording

LEFT = 76
GAUGE_HIGH, QUADRANT_HIGH = 190, 300
RISING: Mapping[str, Msgid] = {
    "good": "Higher is better.",
    "bad": "Higher is worse.",
    "neutral": "Neither high nor low is better in itself.",
}
HEADS: tuple[Msgid, ...] = ("unlawful", "open: contested or not proven", "lawful")
COLOURS = (ORANGE, PURPLE, GREEN)


def draw_gauge(sheet: Sheet, chart: GaugeChart, wording: Wording) -> None:
    """The curve with its values, and below it each round with its causes."""
    bounds = wording.say(Text("From {low} to {high}.", {"low": chart.low, "high": chart.high}))
    blur = wording.say(Text("Estimates, each up to {n} off.", {"n": chart.blur})) if chart.blur else ""
    sheet.heading(f"{bounds} {wording.say(Text(RISING.get(chart.rising_is, RISING['neutral'])))} {blur}".strip())
    top = sheet.y + 14
    _scale(sheet, chart, top)
    _curve(sheet, chart, top)
    _rounds(sheet, chart, top + GAUGE_HIGH + 20, wording)
    sheet.y = top + GAUGE_HIGH + 32
    for step in chart.steps:
        _step(sheet, step, wording)


def across(place: int, count: int) -> float:
    """The pixel of one of so many points from left to right."""
    return LEFT + (RIGHT - 24 - LEFT) * place / max(1, count - 1)


def _scale(sheet: Sheet, chart: GaugeChart, top: float) -> None:
    for share in (0, 0.25, 0.5, 0.75, 1):
        value = chart.low + (chart.high - chart.low) * share
        y = top + GAUGE_HIGH * (1 - share)
        sheet.line(LEFT - 16, y, RIGHT, y, ink=RULE if share in (0, 1) else PALE)
        sheet.text(LEFT - 22, y + 4, f"{value:.0f}", size=12, anchor="end", ink=MUTED)


def _curve(sheet: Sheet, chart: GaugeChart, top: float) -> None:
    """The values and the line through them; behind it the band in which they lie where they are estimates."""
    values = chart.values
    points = [(across(place, len(values)), _height(chart, value, top)) for place, value in enumerate(values)]
    if chart.blur:
        above = [(x, max(top, y - _share(chart, chart.blur))) for x, y in points]
        below = [(x, min(top + GAUGE_HIGH, y + _share(chart, chart.blur))) for x, y in reversed(points)]
        sheet.shape([*above, *below], ink=PALE)
    sheet.path(points, ink=INK, dash="6 4" if chart.blur else "")
    changes = (0, *(step.change for step in chart.steps))
    for (x, y), value, change in zip(points, values, changes, strict=True):
        sheet.arrow(x, y, change)
        above_line = y - top > 24
        sheet.text(x, y - 12 if above_line else y + 22, str(value), bold=True, anchor="middle")


def _height(chart: GaugeChart, value: int, top: float) -> float:
    return top + GAUGE_HIGH - _share(chart, value - chart.low)


def _share(chart: GaugeChart, part: int) -> float:
    return GAUGE_HIGH * part / max(1, chart.high - chart.low)


def _rounds(sheet: Sheet, chart: GaugeChart, y: float, wording: Wording) -> None:
    count = len(chart.steps) + 1
    sheet.text(across(0, count), y, wording.say(Text("start")), size=12, anchor="middle", ink=MUTED)
    every = 1 + count // 16
    for place, step in enumerate(chart.steps, 1):
        if place % every == 0:
            words = wording.say(Text("round {n}" if count <= 9 else "{n}", {"n": step.round}))
            sheet.text(across(place, count), y, words, size=12, anchor="middle", ink=MUTED)


def _step(sheet: Sheet, step: GaugeStep, wording: Wording) -> None:
    """One round: from, to, and why."""
    sheet.y += 22
    sheet.arrow(MARGIN + 6, sheet.y - 5, step.change, 5)
    values = {"round": step.round, "before": step.before, "after": step.after}
    sheet.text(MARGIN + 20, sheet.y, wording.say(Text("Round {round}: {before} to {after}", values)), bold=True)
    if step.causes:
        why = ", ".join(wording.say(cause) for cause in causes(step) if isinstance(cause, Text))
        sheet.words(why, MARGIN + 20, ink=MUTED, most=6)


def draw_quadrant(sheet: Sheet, chart: QuadrantChart, wording: Wording) -> None:
    """Legality to the right, legitimacy upwards; a numbered disc for each act, a diamond for the organisation."""
    about = Text("Legality to the right, legitimacy upwards, on what all members knew. They are never averaged.")
    sheet.heading(f"{wording.say(chart.name)}. {wording.say(about)}")
    top = sheet.y + 20
    _field(sheet, top, wording)
    _path(sheet, chart, top)
    sheet.y = top + QUADRANT_HIGH + 40
    for standing in chart.path:
        sheet.words(wording.say(tell_standing(standing)), most=3)
    sheet.y += 6
    sheet.diamond(MARGIN + 6, sheet.y + 12, 7)
    sheet.words(wording.say(tell_whole(chart)), MARGIN + 20)
    sheet.y += 6
    note = Text("Each act stands by its own facts; the whole also by who was heard, who voted how and who paid.")
    sheet.words(wording.say(note), size=12, ink=MUTED)


def _path(sheet: Sheet, chart: QuadrantChart, top: float) -> None:
    """The acts as numbered discs in their order, the organisation as a diamond."""
    points = _spread((*chart.path, chart.whole), top)
    sheet.path(points[:-1], ink=MUTED, wide=1.5)
    for standing, (x, y) in zip(chart.path, points, strict=False):
        sheet.disc(x, y, 11, ink="#ffffff", edge=COLOURS[COLUMNS[standing.legality]])
        sheet.text(x, y + 4, str(standing.number), size=11, bold=True, anchor="middle")
    sheet.diamond(*points[-1], 14)


def _field(sheet: Sheet, top: float, wording: Wording) -> None:
    """The three columns, the three bands, and their names."""
    wide = (RIGHT - LEFT) / 3
    for index in (0.0, LOW, HIGH, 100.0):
        y = _up(index, top)
        sheet.line(LEFT, y, RIGHT, y, dash="" if index in (0, 100) else "4 4")
        sheet.text(LEFT - 8, y + 4, f"{index:.0f}", size=12, anchor="end", ink=MUTED)
    for middle, band in ((LOW / 2, "low"), ((LOW + HIGH) / 2, "mixed"), ((HIGH + 100) / 2, "high")):
        sheet.text(LEFT - 8, _up(middle, top) + 4, wording.say(band_name(band)), size=12, anchor="end")
    for place, head in enumerate(HEADS):
        x = LEFT + wide * place
        sheet.line(x, top, x, top + QUADRANT_HIGH)
        words = wording.say(Text(head))
        sheet.text(x + wide / 2, top + QUADRANT_HIGH + 20, words, anchor="middle", ink=COLOURS[place])
    sheet.line(RIGHT, top, RIGHT, top + QUADRANT_HIGH)


def _up(index: float, top: float) -> float:
    return top + QUADRANT_HIGH * (1 - index / 100)


def _spread(standings: Sequence[Standing], top: float) -> list[tuple[float, float]]:
    """A point for each; those in one column stand side by side in their order."""
    places = zip(standings, abreast(standings), strict=True)
    return [(LEFT + (RIGHT - LEFT) * share, _up(standing.index, top)) for standing, share in places]
