"""Two worlds that differ in nothing that a seat has learnt give it the same bytes, seen, shown and as its scenario."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from crisis_game.engine import codec
from crisis_game.engine.chance import Stream
from crisis_game.engine.event import Event
from crisis_game.engine.seeing.projected_state import projected_state
from crisis_game.engine.seeing.projection import heard_words, projected
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import State
from crisis_game.players.playout import Playout, going_on, opening, taken
from crisis_game.players.policy import POLICIES
from crisis_game.scenario.ids import FACILITATOR, SeatId
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.seat_dossier import dossier
from tests.conformance_engine import elsewhere
from tests.conformance_engine.elsewhere import ELSE, TWINS, told
from tests.conformance_engine.observing import difference, heard, observed
from tests.conformance_engine.walking import SCENARIOS, Walk, loaded

WALK = 180
EVERY = 60
"""A place of a walk at which all is compared comes after so many moves."""

LOOKERS = ("observer",)


def as_bytes(scenario: Scenario, state: State, seat: SeatId) -> bytes:
    """All that a seat can observe, as it would be written."""
    return json.dumps(_plain(observed(scenario, state, seat)), ensure_ascii=False).encode()


def _plain(value: object) -> object:
    """A value as JSON has it; what no save can hold stands as its words."""
    if isinstance(value, dict):
        return [[repr(key), _plain(item)] for key, item in value.items()]
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    try:
        return codec.write(value)
    except TypeError:
        return repr(value)


def places(name: str, seed: int) -> Iterator[tuple[Walk, list[Event]]]:
    """Places of a walk, with all events so far."""
    walk = Walk(loaded(name), seed)
    events = list(walk.log[0][1])
    for number, (_, more) in enumerate(walk.moves(WALK)):
        events += more
        if number % EVERY == 0:
            yield walk, events
    yield walk, events


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_seat_that_has_not_learnt_of_it_gets_the_same_bytes(name: str) -> None:
    for walk, events in places(name, 4):
        for seat in (*walk.scenario.states, *LOOKERS):
            words = told(heard(events, seat))
            bytes_here = as_bytes(walk.scenario, walk.state, seat)
            own_here = projected(walk.scenario, walk.state, seat, words)
            state_here = projected_state(walk.scenario, walk.state, seat)
            for twin in TWINS:
                scenario, state = twin(walk.scenario, walk.state, seat, words)
                assert bytes_here == as_bytes(scenario, state, seat), (
                    twin.__name__,
                    seat,
                    difference(observed(walk.scenario, walk.state, seat), observed(scenario, state, seat)),
                )
                own = projected(scenario, state, seat, words)
                assert own_here == own, (twin.__name__, seat, difference(own_here, own))
                own_state = projected_state(scenario, state, seat)
                assert state_here == own_state, (twin.__name__, seat, difference(state_here, own_state))
                assert dossier(walk.scenario, seat) == dossier(scenario, seat)


def test_what_a_seat_has_received_is_in_its_bytes() -> None:
    """The comparison bites: wordings that were received, changed, show; so does the mandate's own line."""
    walk, events = list(places("hesk-strait", 4))[-1]
    blind, _ = elsewhere.other_wordings(walk.scenario, State(), "nobody", frozenset())
    for seat in walk.scenario.members:
        assert as_bytes(blind, walk.state, seat) != as_bytes(walk.scenario, walk.state, seat)
        words = told(heard(events, seat))
        assert projected(blind, walk.state, seat, words) != projected(walk.scenario, walk.state, seat, words)
    seat = walk.scenario.members[0]
    sheet = walk.scenario.states[seat]
    mandate = tuple(replace(line, text=ELSE) for line in sheet.mandate)
    changed = replace(walk.scenario, states={**walk.scenario.states, seat: replace(sheet, mandate=mandate)})
    assert as_bytes(changed, walk.state, seat) != as_bytes(walk.scenario, walk.state, seat)


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_seat_sees_over_its_own_scenario_and_state_what_it_sees_over_the_whole(name: str) -> None:
    for walk, events in places(name, 6):
        probes = [submission.command for submission, _ in walk.log[-6:] if submission.seat != "session"]
        for seat in (*walk.scenario.states, *LOOKERS):
            own = projected(walk.scenario, walk.state, seat, frozenset(heard_words(heard(events, seat))))
            assert dossier(own, seat) == dossier(walk.scenario, seat)
            whole = observed(walk.scenario, walk.state, seat, probes)
            for state in (walk.state, projected_state(walk.scenario, walk.state, seat)):
                assert not (other := difference(whole, observed(own, state, seat, probes))), (seat, other)
        assert projected(walk.scenario, walk.state, FACILITATOR, ()) is walk.scenario
        assert projected_state(walk.scenario, walk.state, FACILITATOR) == walk.state


def games(name: str) -> Iterator[tuple[Scenario, int, dict[SeatId, str]]]:
    """Games by policies drawn for the seats."""
    scenario = loaded(name)
    for seed in (2, 5):
        stream = Stream(seed, "who")
        yield scenario, seed, {seat: stream.pick(POLICIES) for seat in scenario.members}


def begun(scenario: Scenario, seed: int, seats: dict[SeatId, str]) -> tuple[Playout, list[Event]]:
    state = State()
    events = list(taken(scenario, state, opening(seed)))
    return going_on(scenario, state, seats), events


@pytest.mark.parametrize("name", SCENARIOS)
def test_policies_play_the_same_game_where_they_have_learnt_the_same(name: str) -> None:
    """Whole games in two worlds: what differs is what the seat does not learn up to the end.

    Of truth only what would be under another one: under another truth itself sources and verifiers say other things,
    and with the same commands another game is played. For that the states are compared, above.
    """
    for scenario, seed, seats in games(name):
        game, events = begun(scenario, seed, seats)
        log = [*game.moves()]
        events += [event for _, more in log for event in more]
        seat = scenario.members[seed % len(scenario.members)]
        other = elsewhere.under_another_truth(scenario, game.state.world.truth)
        words = told(heard(events, seat))
        for twin in (elsewhere.other_wordings, elsewhere.other_tests, elsewhere.other_ministers):
            other, _ = twin(other, game.state, seat, words)
        here, _ = begun(scenario, seed, seats)
        there, _ = begun(other, seed, seats)
        while here.goes_on:
            assert [*here.beat()] == [*there.beat()]
            assert here.state == there.state
            assert as_bytes(scenario, here.state, seat) == as_bytes(other, there.state, seat)
        assert not there.goes_on


def test_a_walk_comes_to_what_is_compared() -> None:
    """Letters in other wordings, deeds of the other side, a declared red line: else nothing was tried above."""
    walk, events = list(places("hesk-strait", 4))[-1]
    seen = Seen(walk.scenario, walk.state, walk.scenario.members[0])
    assert any(letter.variant >= 0 for letter in seen.letters)
    assert told(events)
    assert seen.incidents
    assert seen.sources
