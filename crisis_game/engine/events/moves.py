"""How what a seat does comes to stand in the wave in which it did it."""

from __future__ import annotations

from crisis_game.engine.event import Audience
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.state import MoveSeen, State, WaveMove
from crisis_game.scenario.ids import SeatId, Stance


def note_move(state: State, to: Audience, move: MoveSeen) -> None:
    """Note a deed in the wave that runs; what a person does, and all outside TABLE, belongs to none."""
    waves = state.waves
    if move.seat in waves.movers:
        waves.begun[-1].moves.append(WaveMove(move, to))


def stood(state: State, text: TextId, seat: SeatId, told: tuple[SeatId, ...] = ()) -> Stance | None:
    """Where a seat has said that it stands: to all, or to the one whom it tells now where it told that one more."""
    text_state = state.council.texts[text]
    position = text_state.told.get((seat, told[0])) if len(told) == 1 else None
    position = position or text_state.positions.get(seat)
    return position.stance if position else None
