"""Signs that go with words: channels, gauges, moves. Never colour alone."""

from __future__ import annotations

from textual.content import Content

from crisis_game.engine.view import GaugeLine


def gauge_bar(line: GaugeLine, cells: int) -> Content:
    """A bar of so many cells for a gauge's value between its bounds."""
    filled = round((line.value - line.low) / max(1, line.high - line.low) * cells)
    return Content.assemble(("█" * filled, _colour(line)), ("░" * (cells - filled), "$border"))


def last_change(line: GaugeLine) -> int:
    """By how much the gauge moved in the last round in which it moved."""
    if not line.moves:
        return 0
    last = [move for move in line.moves if move.round == line.moves[-1].round]
    return last[-1].after - last[0].before


def _colour(line: GaugeLine) -> str:
    share = (line.value - line.low) / max(1, line.high - line.low)
    if line.rising_is == "neutral":
        return "$secondary"
    danger = share if line.rising_is == "bad" else 1 - share
    return "$error" if danger >= 0.6 else "$warning" if danger >= 0.35 else "$success"
