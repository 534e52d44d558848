"""The way back that members hold open to the adversary, and whether terms were settled."""

from __future__ import annotations

from crisis_game.engine import force_cover
from crisis_game.engine.state import State
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.standard_gauges import GRIP


def open_offer(scenario: Scenario, state: State) -> int:
    """How far the widest open off-ramp goes, in per cent of what is at stake; 0 where none is open.

    It is open while an adopted text with the clause `off-ramp` is in force; while members use force that nothing covers
    no door is (GAME2, section 3).
    """
    widest = offered(state)
    return 0 if widest and force_cover.uncovered(scenario, state) else widest


def offered(state: State) -> int:
    """How far the widest off-ramp of the adopted texts goes, in per cent, open or not; 0 where none stands."""
    widest = 0
    for text in state.council.texts.values():
        switch = text.draft.switch("off-ramp") if text.status == "adopted" else None
        if switch is not None:
            widest = max(widest, switch.value)
    return widest


def settled(scenario: Scenario, state: State) -> bool:
    """Whether the crisis is settled: terms were adopted, the offer is open, and the adversary has come back from it.

    Terms are a text with the motion `settlement`, which takes the victim's consent. The adversary takes them by
    stepping back; its grip must be low enough to be let go.
    """
    terms = any(
        text.status == "adopted" and text.draft.motion is not None and text.draft.motion.kind == "settlement"
        for text in state.council.texts.values()
    )
    world = state.world
    numbers = scenario.numbers
    late = state.table.round >= numbers.settle_round
    low = world.gauges.get(GRIP, 0) <= numbers.settle_grip
    return terms and late and low and world.last_step == "back" and open_offer(scenario, state) > 0
