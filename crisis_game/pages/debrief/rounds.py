"""Round by round: gauges over time, what was decided, who voted how, the sealed order against the deed with scores."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.debrief.course import AnsweredTold, AnswerTold, Comment, RollCall, RoundTold, ScoreLine
from crisis_game.debrief.model import Review
from crisis_game.pages.answer_ratings import DONE, RATED
from crisis_game.pages.charts.chart_builders import gauge_charts, orders_chart, roll_chart
from crisis_game.pages.charts.model import GaugeChart
from crisis_game.pages.debrief.other_rules import other_rules
from crisis_game.pages.free_moves import FREE_MOVES, move_lines
from crisis_game.pages.parts import Chart, Fold, Heading, Line, Page, Part, Run, Space, item, line, run
from crisis_game.pages.sparks import spark
from crisis_game.scenario.ids import InjectId
from crisis_game.scenario.model_trials import Met
from crisis_game.texts import Text, Value

SHOWN_ELSEWHERE = ("vote", "step")
"""Kinds of decision that stand with the votes and the answer."""

KINDS: Mapping[str, Text] = {
    "forward": Text("going on"),
    "hold": Text("holding"),
    "back": Text("stepping back"),
    "apart": Text("steps apart"),
}
"""Kinds of choice that rows of scores bear on."""


def rounds_page(review: Review) -> Page:
    """The gauges, then each round, and at last the votes by other rules."""
    charts = gauge_charts(review)
    widest = max((len(words) for chart in charts for _, words in chart.name.by_language), default=0)
    gauges = tuple(_gauge(chart, widest) for chart in charts)
    chart = orders_chart(review)
    orders = (Space(), Chart(chart), Space()) if chart.steps else (Space(),)
    head = Heading(Text("The gauges over time, each with what moved it"))
    rounds = map(_round_fold, review.rounds)
    return Page("rounds", Text("Rounds"), (head, *gauges, *orders, *rounds, *other_rules(review.other_rules)))


def _gauge(chart: GaugeChart, widest: int) -> Fold:
    curve = spark(chart.values, chart.low, chart.high)
    numbers = " ".join(f"{value:>3}" for value in chart.values)
    name = Run(chart.name, width=widest)
    return Fold(line(name, run("  "), Run(Text("  {numbers}", {"numbers": numbers}), sign=curve)), (Chart(chart),))


def _round_fold(round_: RoundTold) -> Fold:
    title = [run("Round {n}  ", "heading", n=round_.round)]
    for place, answer in enumerate(round_.answers):
        values: dict[str, Value] = {"ordered": answer.ordered, "done": answer.done}
        title += [run("; ")] if place else []
        title += [run("{actor:state}: ", actor=answer.actor)] if len(round_.answers) > 1 else []
        told = "ordered {ordered:step}, done {done:step}" if answer.decided else "{done:step}"
        title.append(Run(Text(told, values)))
    return Fold(line(*title), tuple(_round(round_)))


def _round(round_: RoundTold) -> Iterator[Part]:
    yield from (item(decision.what) for decision in round_.decisions if decision.kind not in SHOWN_ELSEWHERE)
    if round_.asked:
        yield Space()
        yield Heading(Text("What was asked, and answered"), 2)
    yield from map(_asked, round_.asked)
    if round_.expected:
        yield Space()
        yield Heading(Text("What was expected of all"), 2)
    yield from (_expected(inject, how_far) for inject, how_far in round_.expected)
    if round_.free_moves:
        yield Space()
        yield Heading(FREE_MOVES, 2)
    for move, came_of_it in round_.free_moves:
        yield from move_lines(move, came_of_it)
    if round_.comments:
        yield Space()
        yield Heading(Text("The instructor's comments"), 2)
    yield from map(_comment, round_.comments)
    for roll in round_.votes:
        yield from _vote(roll)
    for answer in round_.answers:
        yield from _answer(answer)


def _asked(answered: AnsweredTold) -> Line:
    """Who answered what, whether by silence, and how that compares with what was expected."""
    values: dict[str, Value] = {"seat": answered.seat, "inject": answered.inject}
    spoke = Text("{seat:state} on {inject:inject}: ", values)
    silent = Text("{seat:state} on {inject:inject}, by silence: ", values)
    reply = Text("{reply:reply}", {"reply": f"{answered.inject}/{answered.answer}"})
    runs = [Run(silent if answered.silent else spoke), Run(reply, "strong")]
    if answered.rated:
        sign, tone, words = RATED[answered.rated]
        runs += [run(" · ", "quiet"), Run(words, tone, sign)]
    return item(*runs)


def _comment(comment: Comment) -> Line:
    """What the instructor says, after what it is about."""
    about = () if comment.about is None else (Run(comment.about, "quiet"), run(" "))
    return item(*about, run("“{words}”", "strong", words=comment.words))


def _expected(inject: InjectId, how_far: Met) -> Line:
    """What an inject called for, and how far it was done in its round."""
    sign, tone, words = DONE[how_far]
    return item(run("{inject:inject}", inject=inject), run(" · ", "quiet"), Run(words, tone, sign))


def _vote(roll: RollCall) -> Iterator[Part]:
    yield Space()
    yield Heading(Text("Vote on {text:text}: {says}", {"text": roll.text, "says": roll.says}), 2)
    yield line(roll.told)
    yield Chart(roll_chart(roll))


def _answer(answer: AnswerTold) -> Iterator[Part]:
    """The order against the deed, with all scores."""
    yield Space()
    if answer.decided:
        yield Heading(Text("Order against deed"), 2)
        yield line(answer.told)
    else:
        yield Heading(Text("{actor:state}: {done:step}", {"actor": answer.actor, "done": answer.done}), 2)
    if answer.happened is not None:
        yield line(Run(answer.happened, "aside"))
    sealed = {score.step: score for score in answer.sealed}
    if answer.opened:
        yield line(run("score + luck = sum; in brackets when the order was sealed", "quiet"))
    for score in answer.opened:
        yield _score(score, sealed.get(score.step), done=score.step == answer.done)
    for kind, amount, why in answer.moved_by:
        yield item(run("{n:signed} on {kind}: ", n=amount, kind=KINDS[kind]), why, mark="↳")


def _score(score: ScoreLine, sealed: ScoreLine | None, *, done: bool) -> Line:
    runs = [
        run("{step}  ", "strong" if done else "plain", step=score.name),
        run("{bare} {luck:signed} = ", bare=score.bare, luck=score.luck),
        run("{total}", "strong", total=score.total),
    ]
    if sealed:
        values: dict[str, Value] = {"bare": sealed.bare, "luck": sealed.luck, "total": sealed.total}
        runs.append(Run(Text("  ({bare} {luck:signed} = {total})", values), "quiet"))
    return item(*runs, mark="▸" if done else "·")
