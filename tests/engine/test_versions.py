"""What has changed: a section whose version is as it was is as it was, however the state came there."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest

import crisis_game
from crisis_game.engine import chance
from crisis_game.engine.event import Event, apply
from crisis_game.engine.memo import MOST, Memo
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import SECTIONS, Hand, Reading, State, fork
from crisis_game.players.playout import going_on, opening, taken
from crisis_game.players.policy import POLICIES
from crisis_game.scenario.library import find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario
from tests.engine import builders

ROOM = Path(crisis_game.__file__).parent


def drawn(scenario: Scenario, seed: int) -> dict[str, str]:
    """A policy for each member, drawn."""
    last = len(POLICIES) - 1
    return {seat: POLICIES[chance.draw(seed, "policy", seat, 0, 0, last)] for seat in scenario.members}


class Beside:
    """Lets events happen and keeps each section as it was when it had its version last."""

    def __init__(self) -> None:
        self.state = State()
        self.kept: dict[str, tuple[int, Any]] = {}
        self.changed = 0
        self.false: list[str] = []

    def fold(self, event: Event) -> None:
        """Let an event happen; note a section that changed under the same version."""
        apply(self.state, event)
        for name, version in zip(SECTIONS, self.state.versions, strict=True):
            now = getattr(self.state, name)
            known = self.kept.get(name)
            if known is None or known[0] != version:
                self.kept[name] = (version, fork(now))
                self.changed += 1
            elif known[1] != now:
                self.false.append(f"{event.kind}: {name}")


@pytest.mark.parametrize(("name", "seed"), [("first-watch", 1), ("first-watch", 2), ("hesk-strait", 3)])
@pytest.mark.parametrize("policy", ["random", "drawn"])
def test_a_section_of_the_same_version_is_the_same(name: str, seed: int, policy: str) -> None:
    scenario, beside = load_scenario(find(name)), Beside()
    taken(scenario, beside.state, opening(seed), beside.fold)
    seats = drawn(scenario, seed) if policy == "drawn" else dict.fromkeys(scenario.members, policy)
    going_on(scenario, beside.state, seats, beside.fold).run()
    assert beside.false == []
    assert beside.changed > 4 * len(SECTIONS)


def test_an_event_gives_new_versions_to_the_sections_that_it_takes_and_to_no_others() -> None:
    state = builders.desk().state
    before = list(state.versions)
    hand = Hand(state)
    hand.council.deadlocks += 1
    assert (state.council.deadlocks, hand.round) == (1, state.table.round)
    changed = [name for name, was, now in zip(SECTIONS, before, state.versions, strict=True) if was != now]
    assert changed == ["council"]


def test_two_states_never_come_to_the_same_version_in_two_ways() -> None:
    first = State()
    second = first.fork()
    assert second.versions == first.versions
    for state, name in ((first, "one"), (second, "other")):
        Hand(state).council.best = name
    assert [version == other for version, other in zip(first.versions, second.versions, strict=True)].count(False) == 1
    assert not set(State().versions) & {*first.versions, *second.versions}


def test_a_whole_section_can_be_put_in_the_place_of_another() -> None:
    state = State()
    before = state.versions[SECTIONS.index("orders")]
    Hand(state).orders = new = State().orders
    assert state.orders is new
    assert state.versions[SECTIONS.index("orders")] != before


def test_events_are_let_happen_in_one_place() -> None:
    """Only `engine.event.apply` asks an event to change a state, so that each change has its version."""
    places = []
    for path in sorted(ROOM.rglob("*.py")):
        calls = (node for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.Call))
        asked = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "apply"]
        if path != ROOM / "engine" / "event.py":
            places.extend(f"{path.relative_to(ROOM)}:{call.lineno}" for call in asked)
    assert places == []


# Memos --------------------------------------------------------------------------------------------------------------


class Counted:
    """A question about a state, and how often it was worked out."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, state: State) -> int:
        """The deadlocks, for whoever asks in the first round or later."""
        self.times += 1
        return state.council.deadlocks if state.table.round >= 0 else -1


def test_an_answer_stands_while_what_was_read_for_it_stands() -> None:
    memo, count, state = Memo(), Counted(), State()
    for _ in range(3):
        assert memo.ask(state, "deadlocks", count) == 0
    Hand(state).world.own_harm += 1
    Hand(state).ready.add("AAA")
    assert (memo.ask(state, "deadlocks", count), count.times) == (0, 1)
    Hand(state).council.deadlocks = 2
    assert (memo.ask(state, "deadlocks", count), count.times) == (2, 2)


def test_an_answer_holds_for_a_fork_and_not_for_what_became_of_it() -> None:
    memo, count, state = Memo(), Counted(), State()
    other = state.fork()
    Hand(other).council.deadlocks = 5
    asked = [memo.ask(asked_state, "deadlocks", count) for asked_state in (state, state.fork(), other, state, other)]
    assert asked == [0, 0, 5, 0, 5]


def test_what_was_read_within_a_question_was_read_for_the_question() -> None:
    memo, inner, state = Memo(), Counted(), State()

    def outer(seen: State) -> int:
        return 10 + memo.ask(seen, "inner", inner)

    for deadlocks in range(3):
        Hand(state).council.deadlocks = deadlocks
        assert memo.ask(state, "inner", inner) == deadlocks
        assert [memo.ask(state, "outer", outer), memo.ask(state, "outer", outer)] == [10 + deadlocks] * 2
    assert inner.times == 3


def test_what_reads_nothing_is_worked_out_once() -> None:
    memo, state, times = Memo(), State(), []
    for _ in range(3):
        memo.ask(state, "nothing", lambda _: times.append(1))
        Hand(state).council.deadlocks += 1
    assert times == [1]


def test_a_memo_does_not_grow_for_ever() -> None:
    memo, count, state = Memo(), Counted(), State()
    for number in range(MOST + 2):
        memo.ask(state, number, count)
    assert memo.ask(state, MOST + 1, count) == 0
    assert count.times == MOST + 2
    memo.ask(state, 0, count)
    assert count.times == MOST + 3


def test_each_seat_has_answers_of_its_own() -> None:
    working, memo = builders.desk(), Memo()
    asked = [Seen(working.scenario, working.state, seat).remembers(memo, "who", lambda seen: seen.seat)
             for seat in ("AAA", "BBB", "AAA")]  # fmt: skip
    assert asked == ["AAA", "BBB", "AAA"]


def test_a_reading_is_the_state_and_notes_what_it_shows() -> None:
    state = State()
    reading = Reading(state)
    assert reading.mail is state.mail
    assert reading.begun == ()
    assert [name for place, name in enumerate(SECTIONS) if reading.read >> place & 1] == ["mail", "measures"]
