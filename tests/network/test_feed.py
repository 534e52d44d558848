"""What a seat gets over the wire is what it has at the host, patch by patch; and nothing when nothing has changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from crisis_game.engine import wire
from crisis_game.engine.acts.facilitator import EndExercise
from crisis_game.engine.acts.knowledge import GradeClaim
from crisis_game.engine.chance import Stream
from crisis_game.engine.state import State
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import read
from crisis_game.network import protocol
from crisis_game.network.feed import MOST_KEPT, SeatFeed
from crisis_game.network.patches import apply
from crisis_game.scenario.ids import FACILITATOR, SeatId
from crisis_game.scenario.model import Scenario
from tests.conformance_engine.observing import difference, observed
from tests.exercise.playing import TINY, wishes

HEAD = ("protocol", "v", "seat")


def started(name: str, seed: int = 3) -> Session:
    scenario, _ = read(name)
    return Session.start(scenario, dict.fromkeys(scenario.members, "person"), None, seed)


def sent(message: Any) -> Any:
    """A message at the other end."""
    return json.loads(json.dumps(message))


class Receiver:
    """One seat at the other end: it knows nothing but messages."""

    def __init__(self, feed: SeatFeed) -> None:
        self.feed = feed
        self.has: dict[str, Any] = sent(feed.whole())

    def catch_up(self) -> bool:
        """Get what is new; whether anything was."""
        message = sent(self.feed.since(self.has["v"]))
        if message is None:
            return False
        if "protocol" in message:
            self.has = message
        else:
            assert message.pop("from") == self.has["v"]
            head = {name: self.has.pop(name) for name in HEAD}
            self.has = {**head, "v": message.pop("v"), **apply(self.has, message)}
        return True


def moves(session: Session, most: int) -> Iterator[SeatId]:
    stream = Stream(2, "moves")
    for _ in range(most):
        if session.finished:
            return
        seat, command = wishes(session, stream)
        session.submit(seat, command)
        yield seat


@pytest.mark.parametrize("name", [TINY, "hesk-strait"])
def test_patches_lead_to_what_the_seat_has_at_the_host(name: str) -> None:
    session = started(name)
    seats = (*session.authored.states, "observer")
    receivers = {seat: Receiver(SeatFeed(session, seat)) for seat in seats}
    for number, _ in enumerate(moves(session, 90)):
        for seat, receiver in receivers.items():
            receiver.catch_up()
            assert json.dumps(receiver.has) == json.dumps(receiver.feed.whole())
            if number % 30:
                continue
            scenario = wire.read(Scenario, receiver.has["scenario"], "scenario")
            state = wire.read(State, receiver.has["state"], "state")
            assert scenario == session.scenario(seat)
            whole = observed(session.authored, session._state, seat)
            assert not (other := difference(whole, observed(scenario, state, seat))), (seat, other)
            log = [protocol.read_heard(entry, "log") for entry in receiver.has["log"]]
            assert log == session.own_log(seat)


def test_what_others_do_unseen_makes_no_new_version() -> None:
    session = started(TINY)
    other, seat = (Receiver(SeatFeed(session, member)) for member in session.authored.members[:2])
    claim = next(iter(session.seen(other.feed.seat).claims))
    v = seat.feed.v
    session.submit(other.feed.seat, GradeClaim(claim, "probable"))
    assert other.catch_up()
    assert not seat.catch_up()
    assert seat.feed.v == v


def test_whoever_is_too_far_behind_gets_all_of_it() -> None:
    session = started(TINY)
    feed = SeatFeed(session, session.authored.members[0])
    early = feed.v
    for _ in moves(session, 60):
        if feed.v > early + MOST_KEPT:
            break
    assert feed.since(feed.v) is None
    late = feed.since(early)
    assert late is not None
    assert late == feed.whole()
    assert late["protocol"] == protocol.VERSION
    near = feed.since(feed.v - 1)
    assert near is not None
    assert near["from"] == feed.v - 1
    assert feed.since(feed.v + 5) == feed.whole()


def test_the_whole_comes_with_the_debrief_and_not_before() -> None:
    session = started(TINY)
    truths = session.authored.truths.values()
    receiver = Receiver(SeatFeed(session, session.authored.members[0]))
    for _ in moves(session, 5):
        receiver.catch_up()
        assert receiver.has["opened"] is None
        assert not any(truth.name.in_language("en") in json.dumps(receiver.has) for truth in truths)
    session.submit(FACILITATOR, EndExercise())
    for _ in moves(session, 200):
        pass
    receiver.catch_up()
    assert receiver.has["finished"]
    opened = receiver.has["opened"]
    assert wire.read(Scenario, opened["scenario"], "it") == protocol.without_author_forms(session.authored)
    assert [protocol.read_step(step, "log") for step in opened["log"]] == session.log


def test_the_facilitator_has_no_part() -> None:
    with pytest.raises(ValueError, match="no part"):
        SeatFeed(started(TINY), FACILITATOR)
