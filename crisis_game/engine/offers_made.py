"""The way back that members hold open to the adversary, and whether terms were settled."""

from __future__ import annotations

from crisis_game.engine.state import State


def open_offer(state: State) -> int:
    """How far the widest open off-ramp goes, in per cent of what is at stake; 0 where none is open.

    It is open while an adopted text with the clause `off-ramp` is in force.
    """
    found = 0
    for text in state.council.texts.values():
        switch = text.draft.switch("off-ramp") if text.status == "adopted" else None
        if switch is not None:
            found = max(found, switch.value)
    return found


def settled(state: State) -> bool:
    """Whether a text with the motion `settlement` was adopted, which takes the victim's consent."""
    return any(
        text.adopted_round and text.draft.motion is not None and text.draft.motion.kind == "settlement"
        for text in state.council.texts.values()
    )
