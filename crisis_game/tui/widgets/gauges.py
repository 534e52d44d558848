"""The gauges: name, bar, value, word, and the terms of each last move."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widgets import Static

from crisis_game.engine.state import Move
from crisis_game.engine.view import GaugeLine
from crisis_game.texts import Text, Wording
from crisis_game.tui.widgets.signs import gauge_bar, last_change
from crisis_game.tui.wording import say


class Gauges(Static):
    """All gauges that the seat sees, one block each."""

    DEFAULT_CSS = "Gauges { height: auto; width: 1fr; }"

    def draw(self, lines: tuple[GaugeLine, ...], wording: Wording) -> None:
        """Show the gauges."""
        widest = max((len(say(wording, one.name)) for one in lines), default=0)
        rows = [row for one in lines for row in _rows(one, wording, widest)]
        self.update(Content("\n").join(rows))


def _rows(line: GaugeLine, wording: Wording, widest: int) -> Iterator[Content]:
    change = last_change(line)
    moved = f" {'▲' if change > 0 else '▼'}{abs(change)}" if change else ""
    value = f"{'~' if line.estimate else ''}{line.value}"
    yield Content.assemble(
        (f"{say(wording, line.name):<{widest}} ", "bold"),
        gauge_bar(line),
        (f" {value:>3}", "bold"),
        f" {say(wording, line.word)}" if line.word else "",
        (moved, "$accent"),
    )
    if line.estimate:
        yield Content.styled("  " + say(wording, "an estimate, up to 8 off"), "$foreground-muted")
    for move in line.moves[-1:]:
        yield from (Content.styled(f"  {row}", "$foreground-muted") for row in [told_move(move, wording)])


def told_move(move: Move, wording: Wording) -> str:
    """One move with its terms: `34 +4 escort -4 cooling = 34`."""
    terms = " ".join(say(wording, Text("{n:signed} {why}", {"n": term.amount, "why": term.why})) for term in move.terms)
    return f"r{move.round}: {move.before} {terms} = {move.after}"
