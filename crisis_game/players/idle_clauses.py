"""Which clauses would do nothing in a text: nobody wishes for them there, and they take no other clause's place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from crisis_game.engine.seen import Seen
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import ClauseId
from crisis_game.scenario.model import Measure

SHIPS = 5
"""The rung from which the clause `limits` takes heat out of a measure."""

_NEEDS: Mapping[ClauseId, Callable[[Measure], bool]] = {
    "exemptions": lambda measure: measure.exempts,
    "limits": lambda measure: measure.rung >= SHIPS,
}
"""What a measure must be for a clause to bear on it; any other clause bears on every text."""


def at_work(seen: Seen, draft: Draft, clauses: Iterable[ClauseId]) -> tuple[ClauseId, ...]:
    """Those of some clauses that would do something in a draft."""
    measures = [seen.measure(line.measure) for line in draft.lines]
    return tuple(clause for clause in clauses if (needs := _NEEDS.get(clause)) is None or any(map(needs, measures)))
