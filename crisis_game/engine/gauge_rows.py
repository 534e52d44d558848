"""What an author says of a gauge: rows of what moves it in ANSWER, and by how much it grows of itself."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.engine.conditions import Facts
from crisis_game.engine.gauges import once, term
from crisis_game.engine.reason_codes import Code
from crisis_game.engine.state import Term
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import GaugeId
from crisis_game.scenario.model import GaugeRow, row_id


def authored_terms(working: Working, gauge: GaugeId) -> Iterator[Term]:
    """The terms of the rows that hold now, then growth. All is read as the world is when the gauge moves."""
    facts = Facts(working.scenario, working.state)
    for place, row in enumerate(working.scenario.gauge_rows.get(gauge, ())):
        id_ = row_id(gauge, place)
        if row.when.holds(facts) and (row.each != "once" or once(working, f"row:{id_}")):
            yield term(_times(row, facts) * row.add.value(facts), Code.ROW, row=id_)
    yield term(_growth(working, gauge), Code.GROWS)


def _times(row: GaugeRow, facts: Facts) -> int:
    """How often a row counts in this ANSWER: once, or as often as what its condition counts."""
    return facts.number(row.counts[0]) if row.each == "act" else 1


def _growth(working: Working, gauge: GaugeId) -> int:
    """The part of itself by which a gauge grows, rounded toward zero."""
    value, grows = working.state.world.gauges[gauge], working.scenario.gauges[gauge].grows
    size = abs(value * grows) // 100
    return size if value * grows > 0 else -size
