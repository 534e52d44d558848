"""Small drawings in letters, signs beside words: a gauge by rounds, from where to where something lies."""

from __future__ import annotations

from collections.abc import Iterable

from crisis_game.engine.view import GaugeLine

STEPS = "▁▂▃▄▅▆▇█"


def spark(values: Iterable[int], low: int, high: int) -> str:
    """A letter for each value between its bounds, oldest first."""
    span = max(1, high - low)
    return "".join(STEPS[min(len(STEPS) - 1, (value - low) * len(STEPS) // span)] for value in values)


def interval(low: int, high: int, cells: int = 30) -> str:
    """From where to where something lies on a scale of 100."""
    before, within = low * cells // 100, max(1, (high - low) * cells // 100)
    return f"├{'─' * before}{'█' * within}{'─' * (cells - before - within)}┤"


def round_values(gauge: GaugeLine) -> tuple[int, ...]:
    """What a gauge came to in each round in which it is shown to have moved, oldest first."""
    return tuple({move.round: move.after for move in gauge.moves}.values())
