"""What is known when a crisis opens."""

from __future__ import annotations

from crisis_game.conditions.grades import grade_rank
from crisis_game.engine.act import Submission
from crisis_game.engine.acts.turns import Start
from crisis_game.engine.machine import step
from crisis_game.engine.state import State
from tests.engine import builders


def test_all_know_at_the_start_what_the_scenario_says_everybody_knows() -> None:
    scenario, state = builders.tiny(), State()
    step(scenario, state, Submission("start", "session", "session", Start(7)))
    assert state.knowledge.public == {
        id_: claim.start for id_, claim in scenario.claims.items() if claim.start is not None
    }


def test_a_holder_starts_from_what_all_know() -> None:
    scenario, state = builders.tiny(), State()
    step(scenario, state, Submission("start", "session", "session", Start(7)))
    raised = [
        source
        for source in scenario.sources.values()
        if source.moves.get(state.world.truth, source.default_move) == 1 and scenario.claims[source.claim].start
    ]
    assert raised
    for source in raised:
        own = state.knowledge.seats[source.holder][source.claim]
        assert grade_rank(own) > grade_rank(scenario.claims[source.claim].start or "")
