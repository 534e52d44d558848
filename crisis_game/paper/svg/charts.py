"""Each chart as one SVG file that stands alone: a fixed size, a white ground, no script, nothing fetched."""

from __future__ import annotations

from crisis_game.pages.charts.model import (
    BandsChart,
    Chart,
    GaugeChart,
    HingesChart,
    OrdersChart,
    ProfileChart,
    QuadrantChart,
    RollChart,
    SharesChart,
)
from crisis_game.pages.charts.words import sentences, title
from crisis_game.paper.svg.bar_charts import draw_hinges, draw_orders, draw_profile, draw_roll
from crisis_game.paper.svg.line_charts import draw_gauge, draw_quadrant
from crisis_game.paper.svg.rehearsal_charts import draw_bands, draw_shares
from crisis_game.paper.svg.sheet import Sheet
from crisis_game.texts import Wording


def key_of(chart: Chart) -> str:
    """A short name for a chart, unique among those of one review: for ids and files."""
    match chart:
        case GaugeChart():
            return f"gauge-{chart.id}"
        case OrdersChart():
            return "orders"
        case RollChart():
            return f"vote-{chart.round}-{chart.text}"
        case QuadrantChart():
            return "quadrant"
        case ProfileChart():
            return "profile"
        case HingesChart():
            return "hinges"
        case SharesChart():
            return "shares"
        case BandsChart():
            return f"band-{chart.gauge}"


def svg(chart: Chart, wording: Wording) -> str:
    """A chart as SVG, in the reader's language; all that it shows stands in its description too."""
    about = " ".join(wording.say(sentence) for sentence in sentences(chart))
    sheet = Sheet(key_of(chart), wording.say(title(chart)), about)
    match chart:
        case GaugeChart():
            draw_gauge(sheet, chart, wording)
        case OrdersChart():
            draw_orders(sheet, chart, wording)
        case RollChart():
            draw_roll(sheet, chart, wording)
        case QuadrantChart():
            draw_quadrant(sheet, chart, wording)
        case ProfileChart():
            draw_profile(sheet, chart, wording)
        case HingesChart():
            draw_hinges(sheet, chart, wording)
        case SharesChart():
            draw_shares(sheet, chart, wording)
        case BandsChart():
            draw_bands(sheet, chart)
    return sheet.svg()
