"""The charts of a finished exercise, from its review."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crisis_game.assessment.model import AssessedAct
from crisis_game.debrief.course import AnswerTold, Ballot, RollCall
from crisis_game.debrief.hinges import SEVERITIES, split
from crisis_game.debrief.model import EndingChange, GaugeHistory, Hinge, Review
from crisis_game.law.derived import settled_facts
from crisis_game.law.indicators import INDICATORS, Dimension
from crisis_game.law.legitimacy import legitimacy
from crisis_game.law.legitimacy_facts import process_of
from crisis_game.pages.charts.gauges import steps_of
from crisis_game.pages.charts.model import (
    Chart,
    DimensionBars,
    GaugeChart,
    HingesChart,
    HingeWeight,
    IndicatorBar,
    OrdersChart,
    OrderStep,
    ProfileChart,
    QuadrantChart,
    RollChart,
    RollStep,
    Standing,
    Weighed,
)
from crisis_game.texts import Text

DIMENSIONS: dict[Dimension, Text] = {
    "input": Text("Who took part"),
    "throughput": Text("How it was decided"),
    "output": Text("What it was for, and did"),
    "solidarity": Text("Who carried the burden"),
}
"""The four dimensions, as questions for students."""


def charts(told: Review) -> tuple[Chart, ...]:
    """All charts of a review, in the order in which the debrief speaks of them."""
    return (
        hinges_chart(told),
        *gauge_charts(told),
        orders_chart(told),
        *roll_charts(told),
        quadrant_chart(told),
        profile_chart(told),
    )


def gauge_charts(told: Review) -> tuple[GaugeChart, ...]:
    """The history of each gauge as it was."""
    return tuple(_gauge(told, one) for one in told.gauges)


def orders_chart(told: Review) -> OrdersChart:
    """The other side's orders against its deeds."""
    return OrdersChart(tuple(_order(one.round, one.answer) for one in told.rounds if one.answer is not None))


def roll_charts(told: Review) -> tuple[RollChart, ...]:
    """Each vote as a roll call."""
    return tuple(roll_chart(one) for one in told.votes)


def roll_chart(told: RollCall) -> RollChart:
    """One vote, with the running count."""
    steps: list[RollStep] = []
    running = 0
    for one in told.votes:
        running += one.vote == "yes"
        steps.append(RollStep(one.seat, one.vote, one.cast, running, tuple(_why(one))))
    by_head = running == told.in_favour
    return RollChart(told.round, told.text, told.says, told.told, told.in_favour, told.needed, by_head, tuple(steps))


def _why(ballot: Ballot) -> Iterator[Text]:
    """What a vote rests on, and the words that were said."""
    if ballot.cited is not None:
        yield ballot.cited
    if ballot.words:
        yield Text("“{words}”", {"words": ballot.words})


def quadrant_chart(told: Review) -> QuadrantChart:
    """The path of the members' acts, and the organisation."""
    whole = told.organisation
    seats = tuple(sorted({seat for one in told.assessment.acts if one.ours for seat in one.participants}))
    end = Standing(
        0,
        told.rounds_played,
        Text("The whole exercise"),
        seats,
        whole.legality,
        round(whole.profile.index),
        whole.profile.band,
    )
    path = tuple(replace(one, number=place) for place, one in enumerate(_path(told), 1))
    return QuadrantChart(whole.name, path, end, whole.profile.quadrant)


def profile_chart(told: Review) -> ProfileChart:
    """The sixteen indicators."""
    profile = told.organisation.profile
    scores = {one.indicator: one for one in profile.scores}
    rows = []
    for id_, name in DIMENSIONS.items():
        found = [(one, scores[one.id]) for one in INDICATORS if one.dimension == id_]
        bars = tuple(
            IndicatorBar(one.id, one.name, score.value, score.evidence, score.confidence) for one, score in found
        )
        rows.append(DimensionBars(id_, name, profile.dimensions.get(id_), bars))
    index, lowest, highest = round(profile.index), round(profile.lowest), round(profile.highest)
    return ProfileChart(told.organisation.name, tuple(rows), index, lowest, highest, profile.known)


def hinges_chart(told: Review) -> HingesChart:
    """What each hinge weighs."""
    return HingesChart(tuple(_weight(number, one) for number, one in enumerate(told.hinges, 1)))


def _gauge(told: Review, one: GaugeHistory) -> GaugeChart:
    moves = [move for round_ in told.rounds for move in round_.moves if move.gauge == one.id]
    steps = steps_of(one.start, moves, told.rounds_played)
    return GaugeChart(one.id, one.name, one.low, one.high, one.rising_is, one.start, steps)


def _order(round_: int, told: AnswerTold) -> OrderStep:
    sealed = {line.step: line.total for line in told.sealed}
    choices = tuple(Weighed(line.step, sealed.get(line.step), line.total) for line in told.opened)
    return OrderStep(round_, told.ordered, told.done, choices)


def _path(told: Review) -> Iterator[Standing]:
    """The acts in the order in which they began; those of one round that stand in one place are one point."""
    found: dict[tuple[int, str, int], list[Standing]] = {}
    for act in sorted((one for one in told.assessment.acts if one.ours), key=lambda one: one.round):
        standing = _standing(act)
        found.setdefault((act.round, standing.legality, standing.index), []).append(standing)
    for here in found.values():
        titles: dict[str, Text] = {repr(one.title): one.title for one in here}
        seats = tuple(sorted({seat for one in here for seat in one.seats}))
        yield replace(here[0], title=Text("{acts}", {"acts": tuple(titles.values())}), seats=seats)


def _standing(act: AssessedAct) -> Standing:
    public = act.public
    profile = legitimacy(process_of(settled_facts(public.conduct), {}, public.judgement))
    legality, index = public.judgement.gravest, round(profile.index)
    return Standing(0, act.round, act.title, act.participants, legality, index, profile.band)


def _weight(number: int, hinge: Hinge) -> HingeWeight:
    moved = _moved(hinge.change) if hinge.change is not None else None
    return HingeWeight(
        number=number,
        round=hinge.round,
        test=hinge.test,
        decided=hinge.decided,
        why=hinge.why,
        ending=moved[0] if moved is not None else None,
        finding=_gravity(hinge),
        opinions=split(hinge.opinions) if hinge.opinions else None,
        between=moved[1] if moved is not None else None,
    )


def _moved(change: EndingChange) -> tuple[int, tuple[int, int]] | None:
    """By how many points the ending most apart comes more often on one side, and the bounds of that."""
    if change.most is None:
        return None
    ending, low, high = change.most
    more = dict(change.as_decided).get(ending, 0) - dict(change.otherwise).get(ending, 0)
    points = round(100 * more / change.games)
    return (points, (low, high)) if points >= 0 else (-points, (-high, -low))


def _gravity(one: Hinge) -> int | None:
    """The gravest breach of its act, on what was known or as it was."""
    if one.act is None:
        return None
    breaches = [found for found in (*one.act.findings, *one.act.findings_true) if found.breach]
    return max((len(SEVERITIES) - 1 - SEVERITIES.index(found.severity) for found in breaches), default=0)
