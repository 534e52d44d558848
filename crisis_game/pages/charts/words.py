"""The charts in words: a title for each, and one sentence a step. What a drawing shows is told here in full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.law.indicators import INDICATORS
from crisis_game.law.names_of_law import band_name, confidence_name, verdict_name
from crisis_game.pages.charts.model import (
    BandsChart,
    Chart,
    GaugeChart,
    GaugeStep,
    HingesChart,
    HingeWeight,
    IndicatorBar,
    OrdersChart,
    OrderStep,
    ProfileChart,
    QuadrantChart,
    RollChart,
    RollStep,
    Share,
    SharesChart,
    Spread,
    Standing,
)
from crisis_game.texts import Msgid, Text, Value

SEVERITY_STEPS: tuple[Msgid, ...] = ("none", "procedural", "serious", "grave", "of a peremptory norm")
"""The gravest breach of a hinge's act in words, by its place on the scale."""

SCALES: Mapping[str, tuple[Msgid, int]] = {
    "ending": ("How far the ending would move", 100),
    "finding": ("The gravest breach of the act", 4),
    "opinions": ("How far the room lay apart", 66),
}
"""The three scales on which hinges are weighed: their names, and the most on each."""


def title(chart: Chart) -> Text:
    """What a chart shows, as a heading."""
    match chart:
        case GaugeChart():
            return Text("{gauge:gauge}, round by round", {"gauge": chart.id})
        case OrdersChart():
            return Text("The sealed order against the deed")
        case RollChart():
            return Text("Round {round}, roll call on {text:text}", {"round": chart.round, "text": chart.text})
        case QuadrantChart():
            return Text("Legality and legitimacy, act by act")
        case ProfileChart():
            return Text("The profile of legitimacy")
        case HingesChart():
            return Text("What each hinge weighs")
        case SharesChart():
            return Text("Share of the games")
        case BandsChart():
            return Text("{gauge:gauge} over the rounds", {"gauge": chart.gauge})


def sentences(chart: Chart) -> tuple[Text, ...]:
    """All that a chart shows, step by step."""
    match chart:
        case GaugeChart():
            return tuple(tell_step(chart, one) for one in chart.steps)
        case OrdersChart():
            return tuple(tell_order(one) for one in chart.steps) or (NOBODY,)
        case RollChart():
            return (*(tell_vote(chart, one) for one in chart.steps), chart.told)
        case QuadrantChart():
            return (*(tell_standing(one) for one in chart.path), tell_whole(chart))
        case ProfileChart():
            return tuple(_profile(chart))
        case HingesChart():
            return tuple(tell_weight(one) for one in chart.hinges)
        case SharesChart():
            return tuple(map(tell_share, chart.shares))
        case BandsChart():
            return tuple(tell_band(chart, one) for one in chart.bands)


NOBODY = Text("No other side acted in this exercise.")


def tell_step(chart: GaugeChart, one: GaugeStep) -> Text:
    """One round of a gauge, with its causes."""
    values: dict[str, Value] = {"round": one.round, "gauge": chart.id, "before": one.before, "after": one.after}
    if chart.blur:
        return Text("Round {round}: {gauge:gauge} about {after}, up to {blur} off.", {**values, "blur": chart.blur})
    if not one.causes:
        return Text("Round {round}: {gauge:gauge} stays at {after}.", values)
    return Text("Round {round}: {gauge:gauge} {before} to {after}: {causes}.", {**values, "causes": causes(one)})


def causes(one: GaugeStep) -> tuple[Value, ...]:
    """What moved a gauge in one round."""
    return tuple(Text("{n:signed} {why}", {"n": cause.amount, "why": cause.why}) for cause in one.causes)


def tell_order(one: OrderStep) -> Text:
    """What the other side had ordered, and what it did."""
    values: dict[str, Value] = {"round": one.round, "ordered": one.ordered, "done": one.done}
    if one.kept:
        deed = Text("Round {round}: ordered {ordered:step}, and done as ordered.", values)
    else:
        deed = Text("Round {round}: ordered {ordered:step}, done {done:step}.", values)
    if not one.choices:
        return deed
    weighed = tuple(
        Text("{step:step} {opened:signed}", {"step": choice.step, "opened": choice.opened})
        if choice.sealed is None
        else Text(
            "{step:step} {sealed:signed}, then {opened:signed}",
            {"step": choice.step, "sealed": choice.sealed, "opened": choice.opened},
        )
        for choice in one.choices
    )
    return Text("{deed} It weighed, when sealed and when opened: {weighed}.", {"deed": deed, "weighed": weighed})


def tell_vote(chart: RollChart, one: RollStep) -> Text:
    """One vote, with the count as far as it had come."""
    values: dict[str, Value] = {"vote": tell_choice(one), "n": one.running, "needed": chart.needed, "seat": one.seat}
    counted = "{seat:state} {vote}: {n} in favour of {needed} needed."
    told = Text(counted if chart.by_head else "{seat:state} {vote}: {n} in favour so far.", values)
    return Text("{told} {why}", {"told": told, "why": one.why}) if one.why else told


def tell_choice(one: RollStep) -> Text:
    """How a member voted."""
    return Text("{vote:vote}" if one.cast else "{vote:vote} (by silence)", {"vote": one.vote})


def tell_standing(one: Standing) -> Text:
    """Where one act stands."""
    values: dict[str, Value] = {
        "number": one.number,
        "round": one.round,
        "title": one.title,
        "seats": one.seats,
        "legality": verdict_name(one.legality),
        "index": one.index,
        "band": band_name(one.band),
    }
    return Text(
        "{number}. Round {round}: {title} ({seats:state}): {legality}, legitimacy {index} of 100 ({band}).", values
    )


def tell_whole(chart: QuadrantChart) -> Text:
    """Where the organisation stands in the end."""
    whole = chart.whole
    values: dict[str, Value] = {"index": whole.index, "band": band_name(whole.band), "quadrant": chart.quadrant}
    return Text("The whole exercise: legitimacy {index} of 100 ({band}). In short: {quadrant}.", values)


def tell_index(chart: ProfileChart) -> Text:
    """The index of legitimacy, and how far it hangs on weights and on what is not known."""
    bounds: dict[str, Value] = {"index": chart.index, "low": chart.lowest, "high": chart.highest, "known": chart.known}
    sentence = (
        "Index {index} of 100, {known} of {all} indicators known; {low} to {high} with other weights and evidence."
    )
    return Text(sentence, bounds | {"all": len(INDICATORS)})


def tell_indicator(one: IndicatorBar) -> Text:
    """One indicator with its evidence."""
    values: dict[str, Value] = {"name": one.name, "evidence": one.evidence, "how": confidence_name(one.confidence)}
    if one.value is None:
        return Text("{name}: not known. {evidence}", values)
    values["value"] = f"{one.value:.1f}"
    return Text("{name}: {value} of 4. {evidence} Confidence: {how}.", values)


def tell_weight(one: HingeWeight) -> Text:
    """What one hinge weighs on the three scales."""
    scales = tuple(
        Text("{name}: {value}", {"name": Text(SCALES[id_][0]), "value": told_on(one, id_)}) for id_ in SCALES
    )
    values: dict[str, Value] = {"number": one.number, "round": one.round, "why": one.why, "scales": scales}
    return Text("Hinge {number}, round {round}. {why} {scales}.", values)


def tell_share(one: Share) -> Text:
    """A share with its interval."""
    values: dict[str, Value] = {
        "name": one.name,
        "n": one.count,
        "share": per_cent(one.share),
        "low": per_cent(one.low),
        "high": per_cent(one.high),
    }
    return Text("{name}: {n} games, {share}; at 95 % between {low} and {high}.", values)


def tell_band(chart: BandsChart, one: Spread) -> Text:
    """Where a gauge lies at the end of a round."""
    values: dict[str, Value] = {
        "gauge": chart.gauge,
        "round": one.round,
        "p10": one.p10,
        "median": one.median,
        "p90": one.p90,
        "games": one.games,
    }
    return Text("Round {round}: {gauge:gauge} {p10} to {p90}, median {median}, in {games} games.", values)


def per_cent(share: float | None) -> str:
    """A share in whole per cent; a dash where there is none."""
    return "-" if share is None else f"{100 * share:.0f} %"


_UNTOLD: Mapping[str, Text] = {
    "ending": Text("not measured"),
    "finding": Text("no act on record"),
    "opinions": Text("no opinions on it"),
}
"""Said where there is nothing to draw a bar from."""


def on_scale(one: HingeWeight, scale: str) -> int | None:
    """The weight of a hinge on one scale."""
    return {"ending": one.ending, "finding": one.finding, "opinions": one.opinions}[scale]


def told_on(one: HingeWeight, scale: str) -> Text:
    """The weight of a hinge on one scale, in words."""
    value = on_scale(one, scale)
    if value is None:
        return _UNTOLD[scale]
    if scale == "finding":
        return Text(SEVERITY_STEPS[value])
    if scale == "ending" and one.between is not None:
        low, high = one.between
        return Text("{n} points ({low} to {high})", {"n": value, "low": low, "high": high})
    return Text("{n} of {most}", {"n": value, "most": SCALES[scale][1]})


def _profile(chart: ProfileChart) -> Iterator[Text]:
    for dimension in chart.dimensions:
        mean = Text("not known") if dimension.mean is None else Text("{n} of 4", {"n": f"{dimension.mean:.1f}"})
        yield Text("{name}: {mean}.", {"name": dimension.name, "mean": mean})
        yield from (tell_indicator(one) for one in dimension.bars)
    yield tell_index(chart)
