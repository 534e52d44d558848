"""Round by round: gauges over time, what was decided, who voted how, the sealed order against the deed with scores."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget

from crisis_game.debrief.charts.making import gauge_charts, orders_chart, roll_chart
from crisis_game.debrief.charts.model import GaugeChart
from crisis_game.debrief.course import AnswerTold, RollCall, RoundTold, ScoreLine
from crisis_game.debrief.model import Review
from crisis_game.texts import Msgid, Text, Value, Wording
from crisis_game.tui.pages.charting import gauge_opened, orders_lines, roll_lines
from crisis_game.tui.widgets.fold import Fold, Make
from crisis_game.tui.widgets.lines import Item, Line, Lines
from crisis_game.tui.wording import say

BLOCKS = "▁▂▃▄▅▆▇█"
SHOWN_ELSEWHERE = ("vote", "step")
"""Kinds of decision that stand with the votes and the answer."""


def rounds_page(told: Review, wording: Wording) -> Iterator[Widget]:
    """The gauges, then each round."""
    yield Lines(None, [Content.styled(say(wording, "The gauges over time, each with what moved it"), "bold $primary")])
    widest = max((len(say(wording, one.name)) for one in told.gauges), default=0)
    for chart in gauge_charts(told):
        yield Fold(_gauge(chart, widest, wording), _curve(chart, wording))
    yield Lines(None, ["", *orders_lines(orders_chart(told), wording), ""])
    for one in told.rounds:
        yield Fold(_title(one, wording), _opened(one, wording))


def _curve(chart: GaugeChart, wording: Wording) -> Make:
    return lambda: gauge_opened(chart, wording)


def _gauge(one: GaugeChart, widest: int, wording: Wording) -> Content:
    span = one.high - one.low + 1
    curve = "".join(BLOCKS[max(0, min(7, (value - one.low) * 8 // span))] for value in one.values)
    numbers = " ".join(f"{value:>3}" for value in one.values)
    return Content.assemble((f"{say(wording, one.name):<{widest}}  ", ""), (curve, "$secondary"), f"  {numbers}")


def _title(one: RoundTold, wording: Wording) -> Content:
    parts = [Content.styled(say(wording, "Round {n}  ", n=one.round), "bold $primary")]
    if one.answer is not None:
        values: dict[str, Value] = {"ordered": one.answer.ordered, "done": one.answer.done}
        parts.append(Content(say(wording, "ordered {ordered:step}, done {done:step}", **values)))
    return Content("").join(parts)


def _opened(one: RoundTold, wording: Wording) -> Make:
    return lambda: [Lines(None, _round(one, wording))]


def _round(one: RoundTold, wording: Wording) -> Iterator[Line]:
    for decision in one.decisions:
        if decision.kind not in SHOWN_ELSEWHERE:
            yield Item(say(wording, decision.what))
    for roll in one.votes:
        yield from _vote(roll, wording)
    if one.answer is not None:
        yield from _answer(one.answer, wording)


def _vote(roll: RollCall, wording: Wording) -> Iterator[Line]:
    yield ""
    yield Content.styled(say(wording, "Vote on {text:text}: {says}", text=roll.text, says=roll.says), "bold")
    yield say(wording, roll.told)
    for ballot, line in zip(roll.votes, roll_lines(roll_chart(roll), wording), strict=True):
        yield line
        rests = say(wording, ballot.cited) if ballot.cited else ""
        why = " · ".join(part for part in (rests, f"“{ballot.words}”" if ballot.words else "") if part)
        if why:
            yield Item(Content.styled(why, "italic $foreground-muted"), " ", indent=4)


def _answer(one: AnswerTold, wording: Wording) -> Iterator[Line]:
    """The order against the deed, with all scores."""
    yield ""
    yield Content.styled(say(wording, "Order against deed"), "bold")
    yield say(wording, one.told)
    if one.happened is not None:
        yield Content.styled(say(wording, one.happened), "italic")
    sealed = {line.step: line for line in one.sealed}
    if one.opened:
        heading = say(wording, "score + luck = sum; in brackets when the order was sealed")
        yield Content.styled(heading, "$foreground-muted")
    for line in one.opened:
        done = line.step == one.done
        yield Item(_score(line, sealed.get(line.step), done, wording), "▸" if done else "·")
    for kind, amount, why in one.moved_by:
        values: dict[str, Value] = {"kind": Text(KINDS[kind]), "n": amount, "why": say(wording, why)}
        yield Item(say(wording, "{n:signed} on {kind}: {why}", **values), "↳")


KINDS: dict[str, Msgid] = {"advance": "going on", "hold": "holding", "back": "stepping back", "strike": "striking"}
"""Kinds of choice that a temperament's particulars bear on."""


def _score(line: ScoreLine, sealed: ScoreLine | None, done: bool, wording: Wording) -> Content:
    before = f"  ({sealed.bare} {sealed.luck:+d} = {sealed.total})" if sealed else ""
    return Content.assemble(
        (f"{say(wording, line.name)}  ", "bold" if done else ""),
        f"{line.bare} {line.luck:+d} = ",
        (str(line.total), "bold"),
        (before, "$foreground-muted"),
    )
