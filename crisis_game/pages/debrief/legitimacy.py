"""Legality beside legitimacy: the path through the quadrant, the profile of sixteen indicators, like cases, burdens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.debrief.model import Review
from crisis_game.law.indicators import INDICATORS
from crisis_game.law.legitimacy import Audience
from crisis_game.law.names_of_law import confidence_name
from crisis_game.pages.charts.chart_builders import profile_chart, quadrant_chart
from crisis_game.pages.charts.model import DimensionBars, IndicatorBar
from crisis_game.pages.charts.words import tell_index
from crisis_game.pages.parts import Chart, Fold, Heading, Meter, Page, Part, Run, Space, item, line, run
from crisis_game.pages.verdicts import verdict
from crisis_game.texts import Text, Value

AUDIENCES: Mapping[Audience, Text] = {
    "members": Text("members"),
    "region": Text("the region"),
    "world": Text("the world"),
}
BY_ID = {indicator.id: indicator for indicator in INDICATORS}
NAMES = 26
"""Letters of the column of names."""


def legitimacy_page(review: Review) -> Page:
    """The path through the quadrant, the index with its band, then what it is made of."""
    return Page("legitimacy", Text("Legitimacy"), tuple(_parts(review)))


def _parts(review: Review) -> Iterator[Part]:
    organisation = review.organisation
    yield line(Run(organisation.name, "heading"), run("  "), verdict(organisation.legality))
    yield Chart(quadrant_chart(review))
    yield Space()
    yield from _index(review)
    yield Space()
    yield from (_dimension(dimension) for dimension in profile_chart(review).dimensions)
    yield Space()
    yield from _consistency(review)
    yield from _burdens(review)


def _index(review: Review) -> Iterator[Part]:
    profile = review.organisation.profile
    if profile.warning is not None:
        yield item(Run(profile.warning, "warning"), mark="!")
    yield line(tell_index(profile_chart(review)))
    weighed = tuple(
        Text("{audience} {n}", {"audience": words, "n": round(profile.audiences[audience])})
        for audience, words in AUDIENCES.items()
    )
    yield line(run("As these would weigh it: {weighed}", "quiet", weighed=weighed))


def _dimension(dimension: DimensionBars) -> Fold:
    title = line(Run(dimension.name, "strong", width=NAMES), Meter(dimension.mean, 4), _value(dimension.mean))
    return Fold(title, tuple(part for bar in dimension.bars for part in _indicator(bar)))


def _indicator(bar: IndicatorBar) -> Iterator[Part]:
    indicator = BY_ID[bar.id]
    yield line(Run(bar.name, "strong", width=NAMES), Meter(bar.value, 4), _value(bar.value))
    yield item(bar.evidence, mark=" ")
    values: dict[str, Value] = {
        "asks": indicator.asks,
        "how": confidence_name(bar.confidence),
        "literature": indicator.literature,
    }
    yield item(Run(Text("{asks} Confidence: {how}. {literature}", values), "quiet"), mark=" ")


def _value(value: float | None) -> Run:
    return run(" not known", "quiet") if value is None else run(" {n} of 4", n=f"{value:.1f}")


def _consistency(review: Review) -> Iterator[Part]:
    """Whether like cases were answered alike: the pair that lies furthest apart, where there is one."""
    alike = review.consistency
    if alike.unlike is not None and alike.pair is not None:
        values: dict[str, Value] = {"one": alike.pair[0], "other": alike.pair[1], "n": alike.unlike}
        sentence = "{one:incident} and {other:incident}: answered {n} of 100 apart, beyond what the cases explain."
        yield Heading(Text("Like cases alike?"))
        yield item(Text(sentence, values))


def _burdens(review: Review) -> Iterator[Part]:
    """Who carried what: how far burdens and means lie apart, then the shares of each member."""
    burdens = review.burdens
    if burdens.gap is None:
        return
    yield Heading(Text("Who carried what"))
    spread: dict[str, Value] = {"gap": burdens.gap, "gini": burdens.gini or 0}
    yield item(Text("Burdens and means lie {gap} of 100 apart; Gini of burdens {gini} of 100.", spread))
    for member in burdens.members:
        shares: dict[str, Value] = {"seat": member.seat, "cost": member.cost_share, "means": member.means_share}
        yield item(Text("{seat:state}: {cost} % of the cost, {means} % of the means", shares))
