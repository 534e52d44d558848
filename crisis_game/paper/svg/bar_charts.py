"""Charts that are bars in rows: orders and deeds, a roll call, the profile of legitimacy, the hinges."""

from __future__ import annotations

from crisis_game.law.names_of_law import confidence_name
from crisis_game.pages.charts.model import (
    HingesChart,
    HingeWeight,
    IndicatorBar,
    OrdersChart,
    OrderStep,
    ProfileChart,
    RollChart,
    RollStep,
    Weighed,
)
from crisis_game.pages.charts.words import NOBODY, SCALES, on_scale, tell_choice, tell_index, tell_whose, told_on
from crisis_game.paper.svg.sheet import (
    BLUE,
    GREEN,
    INK,
    MARGIN,
    MUTED,
    ORANGE,
    PALE,
    PURPLE,
    RIGHT,
    RULE,
    Sheet,
    rows_of,
)
from crisis_game.texts import Text, Value, Wording

BAR_LEFT = 300
"""Where bars begin, right of the names."""
MOST = 4
"""The most that an indicator can have."""


def draw_orders(sheet: Sheet, chart: OrdersChart, wording: Wording) -> None:
    """Each round: the order beside the deed, and how all choices were weighed."""
    sheet.heading(wording.say(Text("Bars: the score when the order was opened. Ticks: the score when it was sealed.")))
    if not chart.steps:
        sheet.words(wording.say(NOBODY))
    scores = [score for step in chart.steps for choice in step.choices for score in (choice.opened, choice.sealed or 0)]
    low, high = min((0, *scores)), max((1, *scores))
    for step in chart.steps:
        _order_head(sheet, step, wording)
        for choice in step.choices:
            _choice(sheet, choice, (low, high), wording, done=choice.step == step.done)
        sheet.y += 12


def _order_head(sheet: Sheet, step: OrderStep, wording: Wording) -> None:
    sheet.y += 20
    values: dict[str, Value] = {"when": tell_whose(step), "ordered": step.ordered, "done": step.done}
    if step.kept:
        words = Text("{when}: {ordered:step}, done as ordered", values)
    else:
        words = Text("{when}: ordered {ordered:step}, done {done:step}", values)
    sheet.text(MARGIN + 24, sheet.y, rows_of(wording.say(words), RIGHT - MARGIN - 24, 14, 1)[0], size=14, bold=True)
    y = sheet.y - 5
    if step.kept:
        sheet.path([(MARGIN + 1, y), (MARGIN + 6, y + 6), (MARGIN + 15, y - 7)], ink=BLUE, wide=3)
    else:
        sheet.line(MARGIN, y, MARGIN + 9, y, ink=ORANGE, wide=3)
        sheet.shape([(MARGIN + 8, y - 6), (MARGIN + 17, y), (MARGIN + 8, y + 6)], ink=ORANGE)


def _choice(sheet: Sheet, choice: Weighed, bounds: tuple[int, int], wording: Wording, *, done: bool) -> None:
    low, high = bounds
    per_point = (RIGHT - 56 - BAR_LEFT) / (high - low)
    zero = BAR_LEFT - low * per_point
    sheet.y += 19
    name = wording.name("step", choice.step)
    sheet.text(MARGIN + 24, sheet.y, rows_of(name, BAR_LEFT - MARGIN - 40, 13, 1)[0], bold=done)
    end = zero + choice.opened * per_point
    sheet.box(min(zero, end), sheet.y - 11, abs(end - zero), 13, ink=INK if done else RULE)
    sheet.line(zero, sheet.y - 14, zero, sheet.y + 4, ink=MUTED)
    if choice.sealed is not None:
        tick = zero + choice.sealed * per_point
        sheet.line(tick, sheet.y - 14, tick, sheet.y + 5, ink=ORANGE, wide=3)
    sheet.text(RIGHT, sheet.y, f"{choice.opened:+d}", anchor="end", bold=done)


def draw_roll(sheet: Sheet, chart: RollChart, wording: Wording) -> None:
    """Each member in the order of the call, with the count as it grew against what was needed."""
    sheet.heading(wording.say(chart.says))
    most = max(1, len(chart.steps), chart.needed if chart.by_head else 0)
    per_vote = (RIGHT - 60 - BAR_LEFT) / most
    top = sheet.y + 8
    for step in chart.steps:
        _vote(sheet, step, per_vote, wording)
    if chart.by_head:
        line = BAR_LEFT + chart.needed * per_vote
        sheet.line(line, top, line, sheet.y + 10, ink=INK, wide=2, dash="5 3")
        sheet.y += 24
        sheet.text(line, sheet.y, wording.say(Text("needed: {n}", {"n": chart.needed})), size=12, anchor="middle")
    sheet.y += 6
    sheet.words(wording.say(chart.told))


def _vote(sheet: Sheet, step: RollStep, per_vote: float, wording: Wording) -> None:
    sheet.y += 24
    sheet.text(MARGIN, sheet.y, rows_of(wording.name("state", step.seat), 120, 13, 1)[0], bold=True)
    _vote_sign(sheet, step.vote, MARGIN + 138, sheet.y - 5)
    sheet.text(MARGIN + 152, sheet.y, wording.say(tell_choice(step)))
    for place in range(step.running):
        newest = step.vote == "yes" and place == step.running - 1
        left = BAR_LEFT + place * per_vote
        sheet.box(left + 1, sheet.y - 13, per_vote - 2, 16, ink=BLUE if newest else "#a9c9de")
    sheet.text(RIGHT, sheet.y, str(step.running), anchor="end", bold=True)


def _vote_sign(sheet: Sheet, vote: str, x: float, y: float) -> None:
    """A disc for yes, a cross for no, a bar for an abstention, a ring for who was not there."""
    if vote == "yes":
        sheet.disc(x, y, 6, ink=BLUE)
    elif vote == "no":
        sheet.line(x - 5, y - 5, x + 5, y + 5, ink=ORANGE, wide=3)
        sheet.line(x - 5, y + 5, x + 5, y - 5, ink=ORANGE, wide=3)
    elif vote == "abstain":
        sheet.line(x - 6, y, x + 6, y, ink=MUTED, wide=3)
    else:
        sheet.disc(x, y, 5, ink="#ffffff", edge=MUTED)


def draw_profile(sheet: Sheet, chart: ProfileChart, wording: Wording) -> None:
    """The four dimensions with their indicators, 0 to 4."""
    sheet.heading(f"{wording.say(chart.name)}. {wording.say(tell_index(chart))}")
    for dimension in chart.dimensions:
        sheet.y += 24
        sheet.text(MARGIN, sheet.y, wording.say(dimension.name), size=14, bold=True)
        _level(sheet, dimension.mean, INK)
        for bar in dimension.bars:
            _indicator(sheet, bar, wording)
        sheet.y += 6
    note = Text("0 to 4. A question mark: nothing is known. After the value, how surely it can be measured at all.")
    sheet.words(wording.say(note), size=12, ink=MUTED)


def _indicator(sheet: Sheet, bar: IndicatorBar, wording: Wording) -> None:
    sheet.y += 20
    sheet.text(MARGIN + 12, sheet.y, rows_of(wording.say(bar.name), BAR_LEFT - MARGIN - 20, 13, 1)[0])
    _level(sheet, bar.value, BLUE)
    if bar.value is not None:
        sheet.text(RIGHT, sheet.y, wording.say(confidence_name(bar.confidence)), size=12, anchor="end", ink=MUTED)


def _level(sheet: Sheet, value: float | None, ink: str) -> None:
    wide = RIGHT - 100 - BAR_LEFT
    sheet.box(BAR_LEFT, sheet.y - 11, wide, 13, ink=PALE)
    sheet.box(BAR_LEFT, sheet.y - 11, wide * (value or 0) / MOST, 13, ink=ink)
    for place in range(1, MOST):
        x = BAR_LEFT + wide * place / MOST
        sheet.line(x, sheet.y - 11, x, sheet.y + 2, ink="#ffffff")
    sheet.text(BAR_LEFT + wide + 10, sheet.y, "?" if value is None else f"{value:.1f}", bold=True)


def draw_hinges(sheet: Sheet, chart: HingesChart, wording: Wording) -> None:
    """Each hinge on the three scales; the one it was found by is marked."""
    about = Text("Three scales, never added up. The diamond marks the scale by which a hinge was found.")
    sheet.heading(wording.say(about))
    if not chart.hinges:
        sheet.words(wording.say(Text("Nothing here turned on one decision.")))
    for hinge in chart.hinges:
        sheet.y += 22
        head = Text("Hinge {number}, round {round}", {"number": hinge.number, "round": hinge.round})
        sheet.text(MARGIN, sheet.y, wording.say(head), size=14, bold=True)
        sheet.words(wording.say(hinge.decided), ink=MUTED, most=3)
        for scale in SCALES:
            _on_scale(sheet, hinge, scale, wording)
        sheet.y += 8


_SCALE_INKS = {"ending": BLUE, "finding": PURPLE, "opinions": GREEN}


def _on_scale(sheet: Sheet, hinge: HingeWeight, scale: str, wording: Wording) -> None:
    sheet.y += 21
    most = SCALES[scale][1]
    x, y = MARGIN + 6, sheet.y - 5
    if hinge.test == scale:
        sheet.diamond(x, y, 6)
    sheet.text(
        MARGIN + 20,
        sheet.y,
        rows_of(wording.say(Text(SCALES[scale][0])), BAR_LEFT - 40, 13, 1)[0],
        bold=hinge.test == scale,
    )
    value, left = on_scale(hinge, scale), BAR_LEFT
    if value is not None:
        wide = RIGHT - 140 - BAR_LEFT
        sheet.box(BAR_LEFT, sheet.y - 11, wide, 13, ink=PALE)
        sheet.box(BAR_LEFT, sheet.y - 11, wide * value / most, 13, ink=_SCALE_INKS[scale])
        left += wide + 10
    sheet.text(left, sheet.y, wording.say(told_on(hinge, scale)), size=12)
