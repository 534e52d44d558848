"""Moves on the small scenario, for tests: do it, see it refused, and compare what a seat may know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from crisis_game.engine import codec
from crisis_game.engine.act import Act, Refusal, Submission
from crisis_game.engine.chance import Stream
from crisis_game.engine.event import Event
from crisis_game.engine.machine import EVENT_KINDS, decide, evolve, legal, step
from crisis_game.engine.seen import Seen
from crisis_game.engine.sender import at_keyboard
from crisis_game.engine.state import State
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import SeatId
from crisis_game.texts.wording import Wording


def do(working: Working, seat: SeatId, command: Act) -> tuple[Event, ...]:
    """Let a seat do something that must be possible; the desk's state moves on."""
    result = step(working.scenario, working.state, Submission("ref", seat, at_keyboard(seat), command))
    assert not isinstance(result, Refusal), result
    return result


def refused(working: Working, seat: SeatId, command: Act) -> str:
    """The code with which something is refused; it must be, and it must change nothing."""
    before = working.state.fork()
    result = step(working.scenario, working.state, Submission("ref", seat, at_keyboard(seat), command))
    assert isinstance(result, Refusal)
    assert working.state == before
    assert Wording().say(result.because)
    return result.code


def kinds(events: Iterable[Event]) -> list[str]:
    """The kinds of some events."""
    return [event.kind for event in events]


def told(events: Iterable[Event], reader: SeatId | None = None) -> list[str]:
    """What events tell, in English without names; to one reader, or to the facilitator."""
    sentences = (event.tell() for event in events if reader is None or event.to is None or reader in event.to)
    return [Wording().say(sentence) for sentence in sentences if sentence is not None]


def random_play(working: Working, seats: Iterable[SeatId], groups: Iterable[str], seed: int, steps: int) -> list[Act]:
    """Let seats in turn do something drawn from what their offers of some groups allow. What they did."""
    stream, done = Stream(seed, "test"), []
    turns = tuple(seats)
    wanted = frozenset(groups)
    for _ in range(steps):
        seat = stream.pick(turns)
        offers = [offer for offer in legal(working.seen(seat)) if offer.act.group in wanted]
        if offers:
            command = stream.pick(offers).draw(stream)
            do(working, seat, command)
            done.append(command)
    return done


def check_offers(working: Working, seats: Iterable[SeatId], groups: Iterable[str], seed: int) -> None:
    """Every draw from every offer is accepted; its events can be saved, folded and told."""
    stream, wanted = Stream(seed, "offers"), frozenset(groups)
    for seat in seats:
        for offer in legal(working.seen(seat)):
            if offer.act.group in wanted:
                command = offer.draw(stream)
                assert offer.admits(command), command
                events = decide(working.scenario, working.state, Submission("ref", seat, at_keyboard(seat), command))
                assert not isinstance(events, Refusal), (command, events)
                check_events(working.state, events)


def check_events(state: State, events: tuple[Event, ...]) -> None:
    """Events come back the same from a save, tell whole sentences, and fold without a fault."""
    for event in events:
        assert codec.read_kind(EVENT_KINDS, codec.write(event), "event") == event
    evolve(state, events)
    assert not [line for line in told(events) if "{" in line or "}" in line or not line.strip()]


def knows(seen: Seen) -> dict[str, Any]:
    """All that a seat may know, as values that can be compared: what its screens and offers are made of."""
    skipped = {"lesson", "numbers", "charter", "ground"}
    known: dict[str, Any] = {}
    for name in dir(type(seen)):
        if name.startswith("_") or name in skipped or not isinstance(getattr(type(seen), name), property):
            continue
        if name in ("own", "account") and seen.role != "member":
            continue
        value = getattr(seen, name)
        known[name] = tuple(value) if name == "letters" else value
    known["texts"] = {id_: seen.text(id_).draft for id_ in known["texts"]}
    known["positions"] = {
        (id_, member): seen.position(id_, member) for id_ in known["texts"] for member in seen.members
    }
    known["offers"] = [(offer.kind, offer.draw(Stream(1, offer.kind))) for offer in legal(seen)]
    known["commitments"] = {
        field.name: getattr(known["commitments"], field.name) for field in fields(known["commitments"])
    }
    return known
