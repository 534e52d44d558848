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
BY_ID = {one.id: one for one in INDICATORS}
NAMES = 26
"""Letters of the column of names."""


def legitimacy_page(told: Review) -> Page:
    """The path through the quadrant, the index with its band, then what it is made of."""
    return Page("legitimacy", Text("Legitimacy"), tuple(_parts(told)))


def _parts(told: Review) -> Iterator[Part]:
    organisation = told.organisation
    yield line(Run(organisation.name, "heading"), run("  "), verdict(organisation.legality))
    yield Chart(quadrant_chart(told))
    yield Space()
    yield from _index(told)
    yield Space()
    yield from (_dimension(one) for one in profile_chart(told).dimensions)
    yield Space()
    yield from _consistency(told)
    yield from _burdens(told)


def _index(told: Review) -> Iterator[Part]:
    profile = told.organisation.profile
    if profile.warning is not None:
        yield item(Run(profile.warning, "warning"), mark="!")
    yield line(tell_index(profile_chart(told)))
    weighed = tuple(
        Text("{audience} {n}", {"audience": words, "n": round(profile.audiences[one])})
        for one, words in AUDIENCES.items()
    )
    yield line(run("As these would weigh it: {weighed}", "quiet", weighed=weighed))


def _dimension(one: DimensionBars) -> Fold:
    title = line(Run(one.name, "strong", width=NAMES), Meter(one.mean, 4), _value(one.mean))
    return Fold(title, tuple(part for bar in one.bars for part in _indicator(bar)))


def _indicator(one: IndicatorBar) -> Iterator[Part]:
    indicator = BY_ID[one.id]
    yield line(Run(one.name, "strong", width=NAMES), Meter(one.value, 4), _value(one.value))
    yield item(one.evidence, mark=" ")
    values: dict[str, Value] = {
        "asks": indicator.asks,
        "how": confidence_name(one.confidence),
        "literature": indicator.literature,
    }
    yield item(Run(Text("{asks} Confidence: {how}. {literature}", values), "quiet"), mark=" ")


def _value(value: float | None) -> Run:
    return run(" not known", "quiet") if value is None else run(" {n} of 4", n=f"{value:.1f}")


def _consistency(told: Review) -> Iterator[Part]:
    """Like cases."""
    alike = told.consistency
    if alike.unlike is not None and alike.pair is not None:
        values: dict[str, Value] = {"one": alike.pair[0], "other": alike.pair[1], "n": alike.unlike}
        sentence = "{one:incident} and {other:incident}: answered {n} of 100 apart, beyond what the cases explain."
        yield Heading(Text("Like cases alike?"))
        yield item(Text(sentence, values))


def _burdens(told: Review) -> Iterator[Part]:
    """Who paid."""
    burdens = told.burdens
    if burdens.gap is None:
        return
    yield Heading(Text("Who carried what"))
    spread: dict[str, Value] = {"gap": burdens.gap, "gini": burdens.gini or 0}
    yield item(Text("Burdens and means lie {gap} of 100 apart; Gini of burdens {gini} of 100.", spread))
    for one in burdens.members:
        shares: dict[str, Value] = {"seat": one.seat, "cost": one.cost_share, "means": one.means_share}
        yield item(Text("{seat:state}: {cost} % of the cost, {means} % of the means", shares))
