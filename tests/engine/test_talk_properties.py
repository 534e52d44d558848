"""Laws of talk, alarm, consent, knowledge and settlement: offers hold, refusals have codes, secrets stay."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.engine.act import Refusal, Submission
from crisis_game.engine.machine import decide, evolve, legal
from crisis_game.engine.sender import at_keyboard
from crisis_game.engine.unit_of_work import Working
from tests.engine import builders
from tests.engine.play import check_offers, do, knows, random_play, refused

OURS = ("talk", "alarm", "consent", "evidence", "settlement")
SEEDS = st.integers(0, 1 << 32)
PHASES = st.sampled_from(("briefing", "consultation", "voting"))


def twin(desk: Working) -> Working:
    """Another desk with the same state on it."""
    return Working(desk.scenario, desk.state.fork())


@settings(max_examples=20, deadline=None)
@given(seed=SEEDS, phase=PHASES)
def test_every_draw_from_every_offer_is_accepted(seed: int, phase: str) -> None:
    desk = builders.desk(phase=phase)
    random_play(desk, builders.SEATS, OURS, seed, 25)
    check_offers(desk, builders.SEATS, (*OURS, "orders"), seed)


@settings(max_examples=15, deadline=None)
@given(seed=SEEDS, elsewhere=SEEDS)
def test_what_no_offer_admits_is_refused_with_a_code(seed: int, elsewhere: int) -> None:
    here, there = builders.desk(), builders.desk()
    random_play(here, builders.SEATS, OURS, seed, 20)
    for command in random_play(there, builders.SEATS, OURS, elsewhere, 15):
        for seat in builders.SEATS:
            if any(offer.admits(command) for offer in legal(here.seen(seat))):
                do(twin(here), seat, command)
            else:
                assert refused(here, seat, command)


@settings(max_examples=20, deadline=None)
@given(seed=SEEDS)
def test_what_goes_on_between_others_changes_nothing_that_a_seat_knows(seed: int) -> None:
    desk = builders.desk()
    random_play(desk, builders.SEATS, OURS, seed, 10)
    before = knows(desk.seen("CCC"))
    for command in random_play(twin(desk), ("AAA", "BBB", "XXX"), OURS, seed + 1, 30):
        for seat in ("AAA", "BBB", "XXX"):
            events = decide(desk.scenario, desk.state, Submission("ref", seat, at_keyboard(seat), command))
            if isinstance(events, Refusal) or any(event.to is None or "CCC" in event.to for event in events):
                continue
            after = Working(desk.scenario, evolve(desk.state, events))
            assert knows(after.seen("CCC")) == before, (seat, command)


@settings(max_examples=10, deadline=None)
@given(seed=SEEDS)
def test_events_alone_lead_to_the_same_state(seed: int) -> None:
    desk = builders.desk()
    start = desk.state.fork()
    events = [event for command in _played(desk, seed) for event in command]
    assert evolve(start, events) == desk.state


def _played(desk: Working, seed: int) -> list[tuple[object, ...]]:
    trial = twin(desk)
    done = []
    for seat in builders.SEATS:
        for command in random_play(twin(trial), (seat,), OURS, seed, 4):
            if any(offer.admits(command) for offer in legal(trial.seen(seat))):
                do(trial, seat, command)
                done.append(do(desk, seat, command))
    return done
