"""What comes back through a back channel: what the adversary weighs, as it wants it heard."""

from __future__ import annotations

from crisis_game.engine.adversary import BACK, HOLD
from crisis_game.engine.working import Working
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Msgid, Text

HONEST, OF = 2, 3
"""So many of so many answers are honest."""

ADVANCE = "advance"

_SENTENCES: dict[str, Msgid] = {
    ADVANCE: "They speak of rights and of time running out. They seem to weigh a step forward.",
    HOLD: "They speak of patience and wait to see what you do. They seem to weigh staying where they are.",
    BACK: "They ask what it would be worth to you if things eased. They seem to weigh a step back.",
}


def heard(working: Working, seat: SeatId) -> Text:
    """What a seat hears this round: two times in three which kind of step the sealed order is, else another kind."""
    ordered = working.state.world.ordered
    kind = _kind(ordered.choice) if ordered else HOLD
    if working.draw("back-channel", f"{seat}:honest", 1, OF) <= HONEST:
        return Text(_SENTENCES[kind])
    others = [one for one in _SENTENCES if one != kind]
    return Text(_SENTENCES[others[working.draw("back-channel", f"{seat}:other", 0, 1)]])


def _kind(choice: str) -> str:
    return choice if choice in (HOLD, BACK) else ADVANCE
