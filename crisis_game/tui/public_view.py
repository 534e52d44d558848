"""What everybody may know, for a projector or the middle of the table: all of it as an observer sees it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from textual.content import Content

from crisis_game.assessment.public_record import PublicAct
from crisis_game.engine.view import GaugeLine, View
from crisis_game.exercise.sitting import OBSERVER, Sitting
from crisis_game.pages import parts
from crisis_game.pages.parts import Fold, Heading
from crisis_game.pages.play.public import public_news
from crisis_game.pages.sight import Sight
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import Wording
from crisis_game.tui.rendering import begun, row
from crisis_game.tui.widgets.lines import Item, Line
from crisis_game.tui.widgets.signs import gauge_bar, last_change
from crisis_game.tui.wording import say

SHORTEST_BAR, LONGEST_BAR = 6, 30
VALUES = 12
"""Cells for a gauge's value and its last change."""


def public_sight(sitting: Sitting, language: str) -> Sight:
    """The exercise with the eyes of somebody who holds no seat."""
    seen, sheet = sitting.seen(OBSERVER), dossier(sitting.scenario(OBSERVER), OBSERVER)
    return Sight(seen, sheet, language)


def gauge_lines(sight: Sight, columns: int, *, spread: bool) -> Content:
    """The gauges in so many columns: one line each, or spread, with the bar as broad as can be below the words."""
    names = [say(sight.wording, gauge.name) for gauge in sight.view.gauges]
    words = [say(sight.wording, gauge.word) if gauge.word else "" for gauge in sight.view.gauges]
    widest = max(map(len, names), default=0)
    between = columns - widest - max(map(len, words), default=0) - VALUES
    rows = []
    for gauge, name, word in zip(sight.view.gauges, names, words, strict=True):
        head, reading = Content.styled(f"{name:<{widest}} ", "bold"), _reading(gauge, word)
        bar = gauge_bar(gauge, columns if spread else max(SHORTEST_BAR, min(LONGEST_BAR, between)))
        rows.append(Content("").join([head, reading, Content("\n"), bar] if spread else [head, bar, reading]))
    return Content("\n\n" if spread else "\n").join(rows)


def _reading(gauge: GaugeLine, word: str) -> Content:
    """The value, its word, and by how much it moved last."""
    change = last_change(gauge)
    moved = f"  {'▲' if change > 0 else '▼'}{abs(change)}" if change else ""
    value = f"{'~' if gauge.estimate else ''}{gauge.value}"
    return Content.assemble((f"{value:>4}  ", "bold"), word, (moved, "$accent"))


def news(view: View, acts: Sequence[PublicAct], wording: Wording) -> Iterator[Line]:
    """The texts that count now, the acts on record, then what has happened: large, with room between them."""
    indent, above = 0, False
    for part in public_news(view, acts).parts:
        if above and isinstance(part, Heading | Fold):
            yield ""
        above = True
        if isinstance(part, Fold):
            yield begun(part.title, wording)
            yield from (row(folded, wording) for folded in part.parts)
            continue
        indent = {"▪": 0, "": 0, " ": indent}.get(part.mark, 2) if isinstance(part, parts.Line) else 0
        line = row(part, wording)
        yield replace(line, indent=indent) if isinstance(line, Item) else line
