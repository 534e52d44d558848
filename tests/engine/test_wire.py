"""What crosses a wire is what was sent, in its order; and whatever comes instead is told in a sentence."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.charter.rules import DecisionRule
from crisis_game.engine import wire
from crisis_game.engine.seeing.projected_state import projected_state
from crisis_game.engine.seeing.projection import projected
from crisis_game.engine.state import State
from crisis_game.scenario.model import Scenario
from tests.conformance_engine.walking import ASKING, QUARRELS, Walk, loaded

NAMES = (ASKING, QUARRELS[0], "hesk-strait")
PARTS: tuple[tuple[str, type], ...] = (("scenario", Scenario), ("state", State))


@cache
def sent(name: str) -> tuple[tuple[Scenario, State], ...]:
    """What seats would get in the course of a walk."""
    walk, pairs = Walk(loaded(name), 8), []
    for number, _ in enumerate(walk.moves(240)):
        if number % 60 == 59:
            seat = walk.seats[number // 60 % len(walk.scenario.states)]
            state = walk.state.fork()
            pairs.append((projected(walk.scenario, state, seat, ()), projected_state(walk.scenario, state, seat)))
    return tuple(pairs)


def over(kind: type, value: Any) -> Any:
    """A value as it comes out at the other end."""
    return wire.read(kind, json.loads(json.dumps(wire.write(kind, value))), "it")


@pytest.mark.parametrize("name", NAMES)
def test_what_is_read_is_what_was_written_and_in_its_order(name: str) -> None:
    for pair in sent(name):
        for (_, kind), value in zip(PARTS, pair, strict=True):
            received = over(kind, value)
            assert received == value
            assert json.dumps(wire.write(kind, received)) == json.dumps(wire.write(kind, value))
    scenario, state = sent(name)[-1]
    for table in ("states", "measures", "clauses", "actors", "gauges"):
        assert [*getattr(over(Scenario, scenario), table)] == [*getattr(scenario, table)]
    assert [*over(State, state).council.texts] == [*state.council.texts]


def test_rows_over_facts_tagged_rules_and_fractions_have_their_forms() -> None:
    rule = {"$": "Leaf", "kind": "share", "needed": {"$": "Share", "part": "2/3"}}
    read = wire.read(DecisionRule, rule, "rule")
    assert read.needed.part == Fraction(2, 3)
    assert wire.write(DecisionRule, read) == rule
    for wrong in ("1/0", "x", "", "-1/2", "1/2/3", 3):
        with pytest.raises(ValueError, match="rule"):
            wire.read(DecisionRule, {**rule, "needed": {"$": "Share", "part": wrong}}, "rule")
    for strange in (["Leaf"], "Nothing", None):
        with pytest.raises(ValueError, match="rule must be one of"):
            wire.read(DecisionRule, {**rule, "$": strange}, "rule")


def test_more_than_a_game_could_need_is_not_read() -> None:
    state = wire.write(State, State())
    for most in ({"accounts": {str(n): {} for n in range(wire.MOST_ROWS + 1)}}, {"ready": ["AAA"] * 20_000}):
        with pytest.raises(ValueError, match=r"it\.(accounts|ready) must be"):
            wire.read(State, {**state, **most}, "it")
    deep: Any = []
    for _ in range(wire.DEEPEST + 1):
        deep = [deep]
    with pytest.raises(ValueError, match="too deeply"):
        wire.read(State, {"ready": deep}, "it")


JUNK = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=4), st.sampled_from(("(", "true", "[1]")),
    st.lists(st.integers(0, 3), max_size=2), st.dictionaries(st.sampled_from(("$", "rows", "plain", "x")), st.none()),
)  # fmt: skip


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """All places in plain values: what holds them, and where."""
    for where in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield value, where
        yield from places(value[where])


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_a_host_sends_is_a_value_or_a_fault_in_a_sentence(data: st.DataObject) -> None:
    place, kind = data.draw(st.sampled_from([(0, Scenario), (1, State)]))
    plain = json.loads(json.dumps(wire.write(kind, sent(ASKING)[-1][place])))
    for _ in range(data.draw(st.integers(1, 3))):
        holder, where = data.draw(st.sampled_from(list(places(plain))))
        if isinstance(holder, dict) and data.draw(st.booleans()):
            holder[data.draw(st.text(max_size=3))] = holder.pop(where)
        else:
            holder[where] = data.draw(JUNK)
    with contextlib.suppress(ValueError):
        assert isinstance(wire.read(kind, plain, "it"), kind)
