"""What becomes known of an act on record whose facts depend on the world, and what turns out to be so while it goes on.

The actor's own reading is kept as it was when the act began.
"""

from __future__ import annotations

from collections.abc import Collection

from crisis_game.engine.events.record import ConductGrew, FactsLost
from crisis_game.engine.readings import Raw
from crisis_game.engine.state import ConductState
from crisis_game.engine.unit_of_work import Working


def learn(working: Working, conduct: ConductState, names: Collection[str], public: Raw, true: Raw) -> None:
    """Let the public and the true reading of an act have these facts as they stand now.

    Args:
        working: the desk.
        conduct: the act.
        names: facts that depend on the world; others are left as they are.
        public: all its facts as all know them now.
        true: all its facts as they are now.
    """
    learnt, so = _changes(conduct.public, names, public), _changes(conduct.true, names, true)
    if learnt or so:
        working.emit(ConductGrew(conduct.id, {}, conduct.participants, learnt, so))
    lost_public, lost_true = _lost(conduct.public, names, public), _lost(conduct.true, names, true)
    if lost_public or lost_true:
        working.emit(FactsLost(conduct.id, lost_public, lost_true))


def _changes(before: Raw, names: Collection[str], now: Raw) -> Raw:
    return {name: now[name] for name in names if name in now and (name not in before or before[name] != now[name])}


def _lost(before: Raw, names: Collection[str], now: Raw) -> tuple[str, ...]:
    return tuple(name for name in names if name in before and name not in now)
