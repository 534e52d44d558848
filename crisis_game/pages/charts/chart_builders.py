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


def charts(review: Review) -> tuple[Chart, ...]:
    """All charts of a review, in the order in which the debrief speaks of them."""
    return (
        hinges_chart(review),
        *gauge_charts(review),
        orders_chart(review),
        *roll_charts(review),
        quadrant_chart(review),
        profile_chart(review),
    )


def gauge_charts(review: Review) -> tuple[GaugeChart, ...]:
    """The history of each gauge as it was."""
    return tuple(_gauge(review, history) for history in review.gauges)


def orders_chart(review: Review) -> OrdersChart:
    """The orders of those who press against their deeds, with whose they are where several gave some."""
    answers = [(round_.round, answer) for round_ in review.rounds for answer in round_.answers if answer.decided]
    several = len({answer.actor for _, answer in answers}) > 1
    return OrdersChart(tuple(_order(round_, answer, answer.actor if several else "") for round_, answer in answers))


def roll_charts(review: Review) -> tuple[RollChart, ...]:
    """Each vote as a roll call."""
    return tuple(roll_chart(roll_call) for roll_call in review.votes)


def roll_chart(roll_call: RollCall) -> RollChart:
    """One vote, with the running count."""
    steps: list[RollStep] = []
    running = 0
    for ballot in roll_call.votes:
        running += ballot.vote == "yes"
        steps.append(RollStep(ballot.seat, ballot.vote, ballot.cast, running, tuple(_why(ballot))))
    by_head = running == roll_call.in_favour
    return RollChart(
        roll_call.round,
        roll_call.text,
        roll_call.says,
        roll_call.told,
        roll_call.in_favour,
        roll_call.needed,
        by_head,
        tuple(steps),
    )


def _why(ballot: Ballot) -> Iterator[Text]:
    """What a vote rests on, and the words that were said."""
    if ballot.cited is not None:
        yield ballot.cited
    if ballot.words:
        yield Text("“{words}”", {"words": ballot.words})


def quadrant_chart(review: Review) -> QuadrantChart:
    """The path of the members' acts, and the organisation."""
    whole = review.organisation
    seats = tuple(sorted({seat for act in review.assessment.acts if act.ours for seat in act.participants}))
    end = Standing(
        0,
        review.rounds_played,
        Text("The whole exercise"),
        seats,
        whole.legality,
        round(whole.profile.index),
        whole.profile.band,
    )
    path = tuple(replace(standing, number=place) for place, standing in enumerate(_path(review), 1))
    return QuadrantChart(whole.name, path, end, whole.profile.quadrant)


def profile_chart(review: Review) -> ProfileChart:
    """The sixteen indicators."""
    profile = review.organisation.profile
    scores = {score.indicator: score for score in profile.scores}
    rows = []
    for id_, name in DIMENSIONS.items():
        scored = [(indicator, scores[indicator.id]) for indicator in INDICATORS if indicator.dimension == id_]
        bars = tuple(
            IndicatorBar(indicator.id, indicator.name, score.value, score.evidence, score.confidence)
            for indicator, score in scored
        )
        rows.append(DimensionBars(id_, name, profile.dimensions.get(id_), bars))
    index, lowest, highest = round(profile.index), round(profile.lowest), round(profile.highest)
    return ProfileChart(review.organisation.name, tuple(rows), index, lowest, highest, profile.known)


def hinges_chart(review: Review) -> HingesChart:
    """What each hinge weighs."""
    return HingesChart(tuple(_weight(number, hinge) for number, hinge in enumerate(review.hinges, 1)))


def _gauge(review: Review, history: GaugeHistory) -> GaugeChart:
    moves = [move for round_ in review.rounds for move in round_.moves if move.gauge == history.id]
    steps = steps_of(history.start, moves, review.rounds_played)
    return GaugeChart(history.id, history.name, history.low, history.high, history.rising_is, history.start, steps)


def _order(round_: int, answer: AnswerTold, actor: str) -> OrderStep:
    sealed = {line.step: line.total for line in answer.sealed}
    choices = tuple(Weighed(line.step, sealed.get(line.step), line.total) for line in answer.opened)
    return OrderStep(round_, answer.ordered, answer.done, choices, actor)


def _path(review: Review) -> Iterator[Standing]:
    """The acts in the order in which they began; those of one round that stand in one place are one point."""
    points: dict[tuple[int, str, int], list[Standing]] = {}
    for act in sorted((act for act in review.assessment.acts if act.ours), key=lambda act: act.round):
        standing = _standing(act)
        points.setdefault((act.round, standing.legality, standing.index), []).append(standing)
    for here in points.values():
        titles: dict[str, Text] = {repr(standing.title): standing.title for standing in here}
        seats = tuple(sorted({seat for standing in here for seat in standing.seats}))
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


def _gravity(hinge: Hinge) -> int | None:
    """The gravest breach of its act, on what was known or as it was."""
    if hinge.act is None:
        return None
    breaches = [finding for finding in (*hinge.act.findings, *hinge.act.findings_true) if finding.breach]
    return max((len(SEVERITIES) - 1 - SEVERITIES.index(breach.severity) for breach in breaches), default=0)
