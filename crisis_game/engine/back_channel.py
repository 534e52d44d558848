"""What comes back through a back channel: what an actor weighs, as it wants it heard."""

from __future__ import annotations

from crisis_game.engine.actors import drawn_for
from crisis_game.engine.bargainer import BACK, HOLD
from crisis_game.engine.reason_codes import Code, Coded, coded
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import ActorId, SeatId

HONEST, OF = 2, 3
"""So many of so many answers are honest."""

ADVANCE = "advance"

_HEARD = {ADVANCE: Code.HEARD_ADVANCE, HOLD: Code.HEARD_HOLD, BACK: Code.HEARD_BACK}


def heard(working: Working, seat: SeatId, actor: ActorId) -> Coded:
    """What a seat hears this round: two times in three which kind of step the sealed order is, else another kind."""
    ordered = working.state.world.actors[actor].ordered
    kind = _kind(ordered.choice) if ordered else HOLD
    if working.draw("back-channel", drawn_for(working, actor, f"{seat}:honest"), 1, OF) <= HONEST:
        return coded(_HEARD[kind])
    others = [step_kind for step_kind in _HEARD if step_kind != kind]
    return coded(_HEARD[others[working.draw("back-channel", drawn_for(working, actor, f"{seat}:other"), 0, 1)]])


def _kind(choice: str) -> str:
    return choice if choice in (HOLD, BACK) else ADVANCE
