"""What a drought does is nobody's wrong: no act answers it, however high it stands on its ladder."""

from __future__ import annotations

from crisis_game.engine.event import Event, apply
from crisis_game.engine.events.record import ConductOpened
from crisis_game.engine.state import State
from crisis_game.players.playout import going_on, opening, taken
from crisis_game.scenario.library import find
from crisis_game.scenario.reading.load import load_scenario


def test_acts_in_a_drought_answer_no_author() -> None:
    dry = load_scenario(find("the-dry-year"))
    state, acts, highest = State(), [], 0

    def fold(event: Event) -> None:
        nonlocal highest
        apply(state, event)
        highest = max([highest, *(actor.level for actor in state.world.actors.values())])
        if isinstance(event, ConductOpened) and event.rung:
            acts.append((highest, {**event.facts, **event.public, **event.true}))

    taken(dry, state, opening(5), fold)
    going_on(dry, state, {seat: dry.states[seat].policy or "statesman" for seat in dry.members}, fold).run()
    while_it_pressed = [facts for level, facts in acts if level]
    assert while_it_pressed
    assert not any("attack_author" in facts for facts in while_it_pressed)
