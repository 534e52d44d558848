"""How gauges move: one event for each, with all its terms."""

from __future__ import annotations

from collections.abc import Sequence

from crisis_game.engine.events.world import GaugeMoved, OnceMarked
from crisis_game.engine.reason_codes import Code, CodedValue, coded
from crisis_game.engine.state import Term
from crisis_game.engine.unit_of_work import Working


def move(working: Working, gauge: str, terms: Sequence[Term]) -> None:
    """Move a gauge by its terms, kept within its bounds. Terms of 0 are left out; no terms, no event.

    What the ends of the scale cut off is named, so that the printed sum is right.
    """
    terms = [term for term in terms if term.amount]
    if not terms or gauge not in working.scenario.gauges:
        return
    sheet = working.scenario.gauges[gauge]
    before = working.state.world.gauges[gauge]
    wanted = before + sum(term.amount for term in terms)
    after = max(sheet.low, min(sheet.high, wanted))
    if after != wanted:
        terms.append(term(after - wanted, Code.END_OF_SCALE))
    working.emit(GaugeMoved(gauge, before, tuple(terms), after, None if sheet.seen == "all" else ()))


def term(amount: int, code: Code, **values: CodedValue) -> Term:
    """One term, with its reason."""
    return Term(amount, coded(code, **values))


def once(working: Working, mark: str) -> bool:
    """Whether something that counts once has not been counted yet; after this it has."""
    if mark in working.state.world.once:
        return False
    working.emit(OnceMarked(mark))
    return True
