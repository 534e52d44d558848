"""The history of a gauge: from the moves on record in a debrief, from what a seat may see during play."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crisis_game.engine.event import Event
from crisis_game.engine.events.world import EstimateShown
from crisis_game.engine.state import Move
from crisis_game.engine.view import GaugeLine
from crisis_game.pages.charts.model import Cause, GaugeChart, GaugeStep


def steps_of(start: int, moves: Sequence[Move], last_round: int) -> tuple[GaugeStep, ...]:
    """One step for each round up to `last_round`: all moves of that round together; flat where there were none."""
    steps: list[GaugeStep] = []
    value = start
    for round_ in range(min((1, *(move.round for move in moves))), last_round + 1):
        here = [move for move in moves if move.round == round_]
        causes = tuple(Cause(term.amount, term.why.text) for move in here for term in move.terms)
        after = here[-1].after if here else value
        steps.append(GaugeStep(round_, value, after, causes))
        value = after
    return tuple(steps)


def seen_gauge(line: GaugeLine, heard: Iterable[Event], last_round: int, blur: int) -> GaugeChart:
    """A gauge as a seat may know it now: exact with its causes, or as the estimates that it has been shown.

    Args:
        line: the gauge in the seat's view.
        heard: the events of the seat's own log, in order.
        last_round: the round that is played.
        blur: how far an estimate may be off.
    """
    if line.estimate:
        return _chart(line, *_estimates(line, heard), blur=blur)
    start = line.moves[0].before if line.moves else line.value
    return _chart(line, start, steps_of(start, line.moves, last_round), blur=0)


def _estimates(line: GaugeLine, heard: Iterable[Event]) -> tuple[int, tuple[GaugeStep, ...]]:
    """An estimate is shown at the beginning of each round: the first is the start, what moved it is not known."""
    shown = [event.value for event in heard if isinstance(event, EstimateShown) and event.gauge == line.id]
    values = shown or [line.value]
    before = (values[0], *values[:-1])
    return values[0], tuple(
        GaugeStep(round_, was, is_, ()) for round_, (was, is_) in enumerate(zip(before, values, strict=True), 1)
    )


def _chart(line: GaugeLine, start: int, steps: tuple[GaugeStep, ...], *, blur: int) -> GaugeChart:
    return GaugeChart(line.id, line.name, line.low, line.high, line.rising_is, start, steps, blur)
