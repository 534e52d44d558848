"""The phases: the machine that runs play is made of the table of passages, and the page shows a drawing of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, product
from pathlib import Path
from typing import get_args

import pytest

from crisis_game.engine import rounds
from crisis_game.engine.phases import PASSAGES, Passage, drawing, machine, move_on, ways
from crisis_game.engine.state import State
from crisis_game.scenario.ids import BEAT_OF, Phase
from tests.conformance_engine.walking import SCENARIOS, Walk, loaded

PHASES: tuple[Phase, ...] = get_args(Phase)
ROUNDS = 3
PAGE = Path(__file__).parents[2] / "docs" / "phases.md"


def test_the_machine_has_the_passages_of_the_table_and_no_others() -> None:
    assert list(ways()) == [(passage.name, passage.source, passage.target) for passage in PASSAGES]
    assert sorted(machine().states) == sorted(PHASES)


def standings() -> list[State]:
    """Every phase under every combination of what guards ask."""
    states = []
    for phase, emergency, ending, closing, round_ in product(
        PHASES, (None, "t"), (None, "e"), (False, True), (1, ROUNDS)
    ):
        state = State()
        state.table.phase, state.table.emergency, state.table.ending = phase, emergency, ending
        state.table.closing, state.table.round = closing, round_
        states.append(state)
    return states


@dataclass
class Moved:
    """What the machine moves, with every phase that it has entered."""

    entered: list[Phase]

    @property
    def phase(self) -> Phase:
        return self.entered[-1]

    @phase.setter
    def phase(self, phase: Phase) -> None:
        self.entered.append(phase)


def led(state: State) -> Phase | None:
    """The phase to which the machine leads from here, in one step; None where it does not move."""
    moved = Moved([state.table.phase])
    goes = move_on(moved, state, ROUNDS)
    assert len(moved.entered) == 1 + goes
    return moved.phase if goes else None


def first_open(state: State) -> Passage | None:
    """The first passage of the table that is open."""
    here = (passage for passage in PASSAGES if passage.source == state.table.phase)
    return next((passage for passage in here if passage.guard(state, ROUNDS)), None)


def test_the_machine_takes_the_first_passage_of_the_table_that_is_open() -> None:
    for state in standings():
        way = first_open(state)
        assert led(state) == (way.target if way else None)


def test_moving_leaves_the_state_to_what_is_moved() -> None:
    for state in standings():
        before = state.fork()
        led(state)
        assert state == before


def test_every_phase_but_the_last_has_a_way_on_whatever_holds() -> None:
    stuck = {state.table.phase for state in standings() if led(state) is None}
    assert stuck == {PHASES[-1]}


def test_play_ends_when_it_should() -> None:
    for state in standings():
        table = state.table
        if table.phase == "review":
            goes_on = table.ending is None and not table.closing and table.round < ROUNDS
            assert led(state) == ("briefing" if goes_on else "hot-wash")


def test_play_enters_no_phase_but_by_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whose machine stands still stays in the lobby, though the world is drawn."""
    monkeypatch.setattr(rounds, "move_on", lambda *_: False)
    walk = Walk(loaded(SCENARIOS[0]), 1)
    assert walk.state.world.truth
    assert walk.state.table.phase == "lobby"


def test_the_page_shows_the_machine() -> None:
    assert f"```mermaid\n{drawing()}```" in PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SCENARIOS)
def test_walks_pass_as_the_table_says_and_every_phase_belongs_to_a_beat(name: str) -> None:
    table, walk = {(passage.source, passage.target) for passage in PASSAGES}, Walk(loaded(name), 1)
    entered: list[Phase] = ["lobby"]
    for _ in walk.moves(400):
        pass
    for _, events in walk.log:
        entered += [event.phase for event in events if event.kind == "phase-entered"]
    assert len(entered) > 7
    assert set(pairwise(entered)) <= table
    assert set(entered) <= set(BEAT_OF)
