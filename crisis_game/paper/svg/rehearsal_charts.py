"""Charts of a rehearsal: shares with their intervals, and gauges as bands over the rounds."""

from __future__ import annotations

from crisis_game.pages.charts.model import BandsChart, Share, SharesChart
from crisis_game.pages.charts.words import per_cent
from crisis_game.paper.svg.sheet import BLUE, INK, MARGIN, MUTED, PALE, RIGHT, RULE, Sheet, rows_of
from crisis_game.texts import Wording

BAR_LEFT, NOTE = 250, 170
"""Where bars begin, and the width of what stands after them."""

PLOT_HEIGHT, AXIS = 130, 40
"""Height of a band's plot, and the room before it for its bounds."""


def draw_shares(sheet: Sheet, chart: SharesChart, wording: Wording) -> None:
    """A bar for each share, and over it the interval in which it lies."""
    sheet.heading()
    for share in chart.shares:
        _share(sheet, share, wording)


def _share(sheet: Sheet, share: Share, wording: Wording) -> None:
    room = RIGHT - NOTE - BAR_LEFT
    sheet.y += 24
    sheet.text(MARGIN, sheet.y, rows_of(wording.say(share.name), BAR_LEFT - MARGIN - 12, 13, 1)[0])
    sheet.box(BAR_LEFT, sheet.y - 13, room, 16, ink=PALE)
    sheet.box(BAR_LEFT, sheet.y - 13, room * share.share, 16, ink=BLUE)
    sheet.line(BAR_LEFT + room * share.low, sheet.y - 5, BAR_LEFT + room * share.high, sheet.y - 5, ink=INK, wide=1.5)
    note = f"{share.count}   {per_cent(share.share)}   {per_cent(share.low)} - {per_cent(share.high)}"
    sheet.text(RIGHT, sheet.y, note, anchor="end")


def draw_bands(sheet: Sheet, chart: BandsChart) -> None:
    """The band in which the middle 80 per cent of the games lie, and the median in it."""
    sheet.heading()
    top, floor = sheet.y + 8, sheet.y + 8 + PLOT_HEIGHT
    last = max((band.round for band in chart.bands), default=1)

    def spot(round_: int, value: int) -> tuple[float, float]:
        share = (value - chart.low) / max(1, chart.high - chart.low)
        return MARGIN + AXIS + (RIGHT - MARGIN - AXIS) * round_ / last, floor - PLOT_HEIGHT * share

    start = spot(0, chart.start)
    upper = [start, *(spot(band.round, band.p90) for band in chart.bands)]
    lower = [start, *(spot(band.round, band.p10) for band in chart.bands)]
    sheet.shape([*upper, *reversed(lower)], ink="#a9c9de")
    sheet.path([start, *(spot(band.round, band.median) for band in chart.bands)], ink=BLUE, wide=2)
    sheet.line(MARGIN + AXIS, top, MARGIN + AXIS, floor, ink=RULE)
    sheet.line(MARGIN + AXIS, floor, RIGHT, floor, ink=RULE)
    for value, y in ((chart.high, top + 10), (chart.low, floor)):
        sheet.text(MARGIN + AXIS - 8, y, str(value), size=12, anchor="end", ink=MUTED)
    sheet.y = floor + 18
    for round_ in range(last + 1):
        sheet.text(spot(round_, 0)[0], sheet.y, str(round_), size=12, anchor="middle", ink=MUTED)
