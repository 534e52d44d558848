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
            return tuple(tell_step(chart, step) for step in chart.steps)
        case OrdersChart():
            return tuple(tell_order(step) for step in chart.steps) or (NOBODY,)
        case RollChart():
            return (*(tell_vote(chart, step) for step in chart.steps), chart.told)
        case QuadrantChart():
            return (*(tell_standing(standing) for standing in chart.path), tell_whole(chart))
        case ProfileChart():
            return tuple(_profile(chart))
        case HingesChart():
            return tuple(tell_weight(weight) for weight in chart.hinges)
        case SharesChart():
            return tuple(map(tell_share, chart.shares))
        case BandsChart():
            return tuple(tell_band(chart, spread) for spread in chart.bands)


NOBODY = Text("Nobody gave sealed orders in this exercise.")


def tell_step(chart: GaugeChart, step: GaugeStep) -> Text:
    """One round of a gauge, with its causes."""
    values: dict[str, Value] = {"round": step.round, "gauge": chart.id, "before": step.before, "after": step.after}
    if chart.blur:
        return Text("Round {round}: {gauge:gauge} about {after}, up to {blur} off.", {**values, "blur": chart.blur})
    if not step.causes:
        return Text("Round {round}: {gauge:gauge} stays at {after}.", values)
    return Text("Round {round}: {gauge:gauge} {before} to {after}: {causes}.", {**values, "causes": causes(step)})


def causes(step: GaugeStep) -> tuple[Value, ...]:
    """What moved a gauge in one round."""
    return tuple(Text("{n:signed} {why}", {"n": cause.amount, "why": cause.why}) for cause in step.causes)


def tell_order(step: OrderStep) -> Text:
    """What the other side had ordered, and what it did."""
    values: dict[str, Value] = {"when": tell_whose(step), "ordered": step.ordered, "done": step.done}
    if step.kept:
        deed = Text("{when}: ordered {ordered:step}, and done as ordered.", values)
    else:
        deed = Text("{when}: ordered {ordered:step}, done {done:step}.", values)
    if not step.choices:
        return deed
    weighed = tuple(
        Text("{step:step} {opened:signed}", {"step": choice.step, "opened": choice.opened})
        if choice.sealed is None
        else Text(
            "{step:step} {sealed:signed}, then {opened:signed}",
            {"step": choice.step, "sealed": choice.sealed, "opened": choice.opened},
        )
        for choice in step.choices
    )
    return Text("{deed} It weighed, when sealed and when opened: {weighed}.", {"deed": deed, "weighed": weighed})


def tell_whose(step: OrderStep) -> Text:
    """The round of an order, and whose it was where several gave some."""
    values: dict[str, Value] = {"round": step.round, "actor": step.actor}
    return Text("Round {round}, {actor:state}" if step.actor else "Round {round}", values)


def tell_vote(chart: RollChart, step: RollStep) -> Text:
    """One vote, with the count as far as it had come."""
    values: dict[str, Value] = {"vote": tell_choice(step), "n": step.running, "needed": chart.needed, "seat": step.seat}
    counted = "{seat:state} {vote}: {n} in favour of {needed} needed."
    sentence = Text(counted if chart.by_head else "{seat:state} {vote}: {n} in favour so far.", values)
    return Text("{told} {why}", {"told": sentence, "why": step.why}) if step.why else sentence


def tell_choice(step: RollStep) -> Text:
    """How a member voted."""
    return Text("{vote:vote}" if step.cast else "{vote:vote} (by silence)", {"vote": step.vote})


def tell_standing(standing: Standing) -> Text:
    """Where one act stands."""
    values: dict[str, Value] = {
        "number": standing.number,
        "round": standing.round,
        "title": standing.title,
        "seats": standing.seats,
        "legality": verdict_name(standing.legality),
        "index": standing.index,
        "band": band_name(standing.band),
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


def tell_indicator(bar: IndicatorBar) -> Text:
    """One indicator with its evidence."""
    values: dict[str, Value] = {"name": bar.name, "evidence": bar.evidence, "how": confidence_name(bar.confidence)}
    if bar.value is None:
        return Text("{name}: not known. {evidence}", values)
    values["value"] = f"{bar.value:.1f}"
    return Text("{name}: {value} of 4. {evidence} Confidence: {how}.", values)


def tell_weight(weight: HingeWeight) -> Text:
    """What one hinge weighs on the three scales."""
    scales = tuple(
        Text("{name}: {value}", {"name": Text(SCALES[id_][0]), "value": told_on(weight, id_)}) for id_ in SCALES
    )
    values: dict[str, Value] = {"number": weight.number, "round": weight.round, "why": weight.why, "scales": scales}
    return Text("Hinge {number}, round {round}. {why} {scales}.", values)


def tell_share(share: Share) -> Text:
    """A share with its interval."""
    values: dict[str, Value] = {
        "name": share.name,
        "n": share.count,
        "share": per_cent(share.share),
        "low": per_cent(share.low),
        "high": per_cent(share.high),
    }
    return Text("{name}: {n} games, {share}; at 95 % between {low} and {high}.", values)


def tell_band(chart: BandsChart, spread: Spread) -> Text:
    """Where a gauge lies at the end of a round."""
    values: dict[str, Value] = {
        "gauge": chart.gauge,
        "round": spread.round,
        "p10": spread.p10,
        "median": spread.median,
        "p90": spread.p90,
        "games": spread.games,
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


def on_scale(weight: HingeWeight, scale: str) -> int | None:
    """The weight of a hinge on one scale."""
    return {"ending": weight.ending, "finding": weight.finding, "opinions": weight.opinions}[scale]


def told_on(weight: HingeWeight, scale: str) -> Text:
    """The weight of a hinge on one scale, in words."""
    value = on_scale(weight, scale)
    if value is None:
        return _UNTOLD[scale]
    if scale == "finding":
        return Text(SEVERITY_STEPS[value])
    if scale == "ending" and weight.between is not None:
        low, high = weight.between
        return Text("{n} points ({low} to {high})", {"n": value, "low": low, "high": high})
    return Text("{n} of {most}", {"n": value, "most": SCALES[scale][1]})


def _profile(chart: ProfileChart) -> Iterator[Text]:
    for dimension in chart.dimensions:
        mean = Text("not known") if dimension.mean is None else Text("{n} of 4", {"n": f"{dimension.mean:.1f}"})
        yield Text("{name}: {mean}.", {"name": dimension.name, "mean": mean})
        yield from (tell_indicator(bar) for bar in dimension.bars)
    yield tell_index(chart)
