"""Legality beside legitimacy: the path through the quadrant, the profile of sixteen indicators, like cases, burdens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.content import Content
from textual.widget import Widget

from crisis_game.debrief.charts.making import profile_chart, quadrant_chart
from crisis_game.debrief.charts.model import IndicatorBar
from crisis_game.debrief.model import Review
from crisis_game.law.indicators import INDICATORS
from crisis_game.law.legitimacy import Audience, Legitimacy
from crisis_game.texts import Value, Wording
from crisis_game.tui.law_words import verdict
from crisis_game.tui.pages.charting import quadrant
from crisis_game.tui.widgets.chart_cells import bar
from crisis_game.tui.widgets.fold import Fold, Make
from crisis_game.tui.widgets.lines import Item, Line, Lines
from crisis_game.tui.wording import say

AUDIENCES: Mapping[Audience, str] = {"members": "members", "region": "the region", "world": "the world"}
BY_ID = {one.id: one for one in INDICATORS}
BAR = 16
"""Cells of a bar for the values 0 to 4."""


def legitimacy_page(told: Review, wording: Wording) -> Iterator[Widget]:
    """The path through the quadrant, the index with its band, then what it is made of."""
    organisation = told.organisation
    profile = organisation.profile
    name = Content.styled(say(wording, organisation.name), "bold $primary")
    head = Content.assemble(name, "  ", verdict(organisation.legality, wording))
    yield Lines(None, [head])
    yield from quadrant(quadrant_chart(told), wording)
    yield Lines(None, ["", *_index(profile, wording), ""])
    for one in profile_chart(told).dimensions:
        words = Content.assemble((f"{say(wording, one.name):<26}", "bold"), _bar(one.mean))
        yield Fold(words, _opened(one.bars, wording))
    yield Lines(None, ["", *_fairness(told, wording)])


def _index(profile: Legitimacy, wording: Wording) -> Iterator[Line]:
    if profile.warning is not None:
        yield Item(Content.styled(say(wording, profile.warning), "$warning"), "!")
    values: dict[str, Value] = {
        "index": round(profile.index),
        "low": round(profile.lowest),
        "high": round(profile.highest),
    }
    sentence = "Index {index} of 100; between {low} and {high} with other weights and missing evidence."
    yield say(wording, sentence, **values)
    parts = [f"{say(wording, name)} {round(profile.audiences[audience])}" for audience, name in AUDIENCES.items()]
    yield Content.styled(say(wording, "As these would weigh it: ") + ", ".join(parts), "$foreground-muted")


def _bar(value: float | None) -> Content:
    if value is None:
        return Content.styled("?" + " " * (BAR - 1), "$foreground-muted")
    full, empty = bar(value, 4, BAR)
    return Content.assemble((full, "$secondary"), (empty, "$border"), f" {value:.1f}")


def _opened(scores: tuple[IndicatorBar, ...], wording: Wording) -> Make:
    return lambda: [Lines(None, [line for one in scores for line in _score(one, wording)])]


def _score(one: IndicatorBar, wording: Wording) -> Iterator[Line]:
    indicator = BY_ID[one.id]
    yield Content.assemble((f"{say(wording, one.name):<26}", "bold"), _bar(one.value))
    yield Item(say(wording, one.evidence), "")
    confidence = say(wording, "{asks} Confidence: {how}.", asks=indicator.asks, how=say(wording, one.confidence))
    yield Item(Content.styled(f"{confidence} {indicator.literature}", "$foreground-muted"), "")


def _fairness(told: Review, wording: Wording) -> Iterator[Line]:
    """Like cases, and who paid."""
    alike, burdens = told.consistency, told.burdens
    if alike.unlike is not None and alike.pair is not None:
        values: dict[str, Value] = {"one": alike.pair[0], "other": alike.pair[1], "n": alike.unlike}
        sentence = "{one:incident} and {other:incident}: answered {n} of 100 apart, beyond what the cases explain."
        yield Content.styled(say(wording, "Like cases alike?"), "bold $primary")
        yield Item(say(wording, sentence, **values))
    if burdens.gap is None:
        return
    yield Content.styled(say(wording, "Who carried what"), "bold $primary")
    yield Item(say(wording, "Burdens and means lie {gap} of 100 apart.", gap=burdens.gap))
    for one in burdens.members:
        shares: dict[str, Value] = {"seat": one.seat, "cost": one.cost_share, "means": one.means_share}
        yield Item(say(wording, "{seat:state}: {cost} % of the cost, {means} % of the means", **shares))
