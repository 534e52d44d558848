"""The phases: the machine is the definition, play reads a table derived from it, the page shows a drawing of it."""

from __future__ import annotations

from itertools import pairwise, product
from pathlib import Path
from typing import get_args

import pytest
from transitions import Machine

from crisis_game.engine.phases import NEXT, PASSAGES, drawing, machine, passage
from crisis_game.engine.state import State
from crisis_game.scenario.ids import BEAT_OF, Phase
from tests.conformance_engine.walking import SCENARIOS, Walk, loaded

PHASES: tuple[Phase, ...] = get_args(Phase)
ROUNDS = 3
PAGE = Path(__file__).parents[2] / "docs" / "phases.md"


@pytest.fixture(scope="module")
def built() -> Machine:
    return machine()


def test_the_table_is_the_machine(built: Machine) -> None:
    in_machine = [
        (name, way.source, way.dest)
        for name, event in built.events.items()
        for ways in event.transitions.values()
        for way in ways
    ]
    assert in_machine == [(one.name, one.source, one.target) for one in PASSAGES]
    assert sorted(built.states) == sorted(PHASES)
    assert {phase: tuple(way.dest for way in built.get_transitions(source=phase)) for phase in PHASES} == {
        phase: tuple(one.target for one in NEXT[phase]) for phase in PHASES
    }


def standings() -> list[State]:
    """Every phase under every combination of what guards ask."""
    found = []
    for phase, emergency, ending, closing, round_ in product(
        PHASES, (None, "t"), (None, "e"), (False, True), (1, ROUNDS)
    ):
        state = State()
        state.table.phase, state.table.emergency, state.table.ending = phase, emergency, ending
        state.table.closing, state.table.round = closing, round_
        found.append(state)
    return found


def test_play_takes_the_first_passage_that_the_machine_lets_through(built: Machine) -> None:
    for state in standings():
        open_ = [
            name
            for name, event in built.events.items()
            for way in event.transitions.get(state.table.phase, ())
            if all(condition.func(state, ROUNDS) is condition.target for condition in way.conditions)
        ]
        taken = passage(state, ROUNDS)
        assert ([taken.name] if taken else []) == open_[:1]


def test_guards_leave_the_state_as_it_is() -> None:
    for state in standings():
        before = state.fork()
        passage(state, ROUNDS)
        assert state == before


def test_every_phase_but_the_last_has_a_way_on_whatever_holds() -> None:
    stuck = {state.table.phase for state in standings() if passage(state, ROUNDS) is None}
    assert stuck == {PHASES[-1]}


def test_play_ends_when_it_should() -> None:
    for state in standings():
        table, taken = state.table, passage(state, ROUNDS)
        if table.phase == "review":
            goes_on = table.ending is None and not table.closing and table.round < ROUNDS
            assert taken is not None
            assert taken.target == ("briefing" if goes_on else "hot-wash")


def test_the_page_shows_the_machine() -> None:
    assert f"```mermaid\n{drawing()}```" in PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SCENARIOS)
def test_walks_pass_as_the_table_says_and_every_phase_belongs_to_a_beat(name: str) -> None:
    ways, walk = {(one.source, one.target) for one in PASSAGES}, Walk(loaded(name), 1)
    entered: list[Phase] = ["lobby"]
    for _ in walk.moves(400):
        pass
    for _, events in walk.log:
        entered += [one.phase for one in events if one.kind == "phase-entered"]
    assert len(entered) > 7
    assert set(pairwise(entered)) <= ways
    assert set(entered) <= set(BEAT_OF)
