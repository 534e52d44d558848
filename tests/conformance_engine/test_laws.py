"""Laws of the engine that hold in every exercise: deciding, folding, offers, and the form in which things are kept."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest

from crisis_game.engine import codec
from crisis_game.engine.act import Act, Refusal, Submission
from crisis_game.engine.acts import ACTS, BY_KIND
from crisis_game.engine.acts.facilitator import HandSeat
from crisis_game.engine.acts.free_moves import OpenMoves
from crisis_game.engine.chance import Stream
from crisis_game.engine.machine import EVENT_KINDS, decide, evolve, legal
from crisis_game.engine.seen import Seen
from crisis_game.engine.sender import at_keyboard
from crisis_game.engine.state import State
from crisis_game.exercise.chain import canonical
from crisis_game.exercise.entry import events_bytes
from crisis_game.exercise.sitting import PERSON
from crisis_game.players.playout import playout
from crisis_game.players.policy import POLICIES
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.scenario.model import Scenario
from tests.conformance_engine.observing import values_of, ways
from tests.conformance_engine.walking import QUARRELS, SCENARIOS, TINY, Move, Walk, loaded

SHIPPED = [(name, 0) for name in ("first-watch", "hesk-strait")]
WALKS = [(TINY, 0), (TINY, 1), (TINY, 2), ("first-watch", 1), *SHIPPED]
LONG = 600
EVERY = 31
MOST_WAYS = 60


@dataclass(frozen=True)
class Walked:
    """A long walk that was walked once for all laws.

    Attributes:
        written: the bytes of its events, as they were when they happened.
        stops: how it stood at every so many moves.
    """

    walk: Walk
    written: tuple[bytes, ...]
    stops: tuple[Walk, ...]


@cache
def walked(name: str, seed: int) -> Walked:
    """One of the long walks."""
    walk, stops = Walk(loaded(name), seed), []
    written = [events_bytes(events) for _, events in walk.log]
    for number, (_, events) in enumerate(walk.moves(LONG)):
        written.append(events_bytes(events))
        if number % EVERY == 0 and not walk.over:
            stops.append(walk.standing())
    return Walked(walk, tuple(written), tuple(stops))


@cache
def logs() -> tuple[tuple[str, tuple[Move, ...]], ...]:
    """Logs of walks, and of games by policies: what occurs in them is what occurs."""
    kept_logs = [(name, tuple(walked(name, seed).walk.log)) for name, seed in WALKS]
    for name, seed in ((name, seed) for name in QUARRELS for seed in range(6)):
        walk = Walk(loaded(name), seed)
        for _ in walk.moves(LONG):
            pass
        kept_logs.append((name, tuple(walk.log)))
    kept_logs += ((TINY, tuple(_led(seed).log)) for seed in range(4))
    for name in SCENARIOS:
        for place, policy in enumerate(POLICIES):
            scenario = loaded(name)
            held = dict.fromkeys(scenario.members, policy)
            kept_logs.append((name, tuple(playout(scenario, place, held).moves())))
    return tuple(kept_logs)


def _led(seed: int) -> Walk:
    """A walk in which people hold all seats and the facilitator does as much as they, and hears moves of their own."""
    walk = Walk(loaded(TINY), seed, led=100)
    for command in (*(HandSeat(member, PERSON) for member in walk.scenario.members), OpenMoves()):
        walk.submit(Submission(f"{len(walk.log)}", FACILITATOR, at_keyboard(FACILITATOR), command))
    for _ in walk.moves(LONG // 2):
        pass
    return walk


@pytest.mark.parametrize(("name", "seed"), WALKS)
def test_deciding_leaves_the_state_and_folding_gives_what_happened(name: str, seed: int) -> None:
    walk = Walk(loaded(name), seed)
    for _ in range(LONG // 4):
        if walk.over:
            break
        before, wish = walk.state.fork(), walk.wish()
        decided = decide(walk.scenario, walk.state, wish)
        assert walk.state == before
        assert walk.submit(wish) == decided
        assert evolve(before, decided) == walk.state


@pytest.mark.parametrize(("name", "seed"), WALKS)
def test_a_log_folds_to_the_state_and_nothing_changes_what_happened(name: str, seed: int) -> None:
    """What a state holds and what an event holds are never the same thing that can change."""
    walk, written = walked(name, seed).walk, [*walked(name, seed).written]
    assert [events_bytes(events) for _, events in walk.log] == written
    state = evolve(State(), (event for _, events in walk.log for event in events))
    assert state == walk.state
    assert [events_bytes(events) for _, events in walk.log] == written


def test_every_command_and_event_that_occurs_is_the_same_after_it_was_written_and_read() -> None:
    seen: set[str] = set()
    for _, log in logs():
        for submission, events in log:
            written = [(BY_KIND, submission.command), *((EVENT_KINDS, event) for event in events)]
            for kinds, record in written:
                data = canonical(codec.write(record))
                assert codec.read_kind(kinds, json.loads(data), "it") == record
                seen.add(record.kind)
    assert len(seen & set(BY_KIND)) > len(BY_KIND) * 0.85, sorted(set(BY_KIND) - seen)
    assert len(seen & set(EVENT_KINDS)) > len(EVENT_KINDS) * 0.85, sorted(set(EVENT_KINDS) - seen)


def test_every_kind_of_command_and_event_can_be_read() -> None:
    for kinds in (BY_KIND, EVENT_KINDS):
        for name, kind in kinds.items():
            with pytest.raises(ValueError, match=r"it\.\w+( \w+)* must be nothing of this name"):
                codec.read_kind({name: kind}, {"kind": name, "no such field": 1}, "it")


def outcome(scenario: Scenario, state: State, seat: str, command: Act) -> str:
    """The code with which a command is refused; empty where it is accepted, and then its events fold."""
    result = decide(scenario, state, Submission("ref", seat, at_keyboard(seat), command))
    if isinstance(result, Refusal):
        return result.code
    evolve(state, result)
    return ""


@pytest.mark.parametrize(("name", "seed"), WALKS)
def test_every_draw_from_every_offer_is_accepted(name: str, seed: int) -> None:
    drawn = 0
    for walk in walked(name, seed).stops:
        for seat in walk.seats:
            for offer in legal(walk.seen(seat)):
                for number in range(2):
                    command = offer.draw(Stream(number, f"{seed}{seat}"))
                    assert outcome(walk.scenario, walk.state, seat, command) == "", command
                    drawn += 1
    assert drawn > 100


@pytest.mark.parametrize(("name", "seed"), WALKS[::2])
def test_what_can_be_counted_is_accepted_to_the_last_value(name: str, seed: int) -> None:
    """Every way through the fields of every offer, as far as fields can be counted; of many ways some."""
    tried = 0
    for walk in walked(name, seed).stops:
        for seat in walk.seats:
            for offer in legal(walk.seen(seat)):
                for way in ways(offer.act, offer.seen, {}, MOST_WAYS):
                    assert outcome(walk.scenario, walk.state, seat, offer.act(**way)) == "", (offer.kind, way)
                    tried += 1
    assert tried > 200


def admitted(act: type[Act], seen: Seen, command: Act) -> bool:
    """Whether a command is possible, found by counting: each field's value is among those that it can have now."""
    chosen: dict[str, Any] = {}
    for field in act.choices:
        domain, value = act.domain(seen, field.name, chosen), getattr(command, field.name)
        values = values_of(domain)
        if values is None or isinstance(value, tuple):
            inside = domain.admits(value)
        else:
            inside = any(type(candidate) is type(value) and candidate == value for candidate in values)
        if not inside:
            return False
        chosen[field.name] = value
    return True


@pytest.mark.parametrize(("name", "seed"), WALKS[::2])
def test_a_command_is_accepted_if_and_only_if_an_offer_admits_it(name: str, seed: int) -> None:
    """Tried with commands of every kind and by every seat, whose fields hold anything of the right type."""
    accepted = refused = 0
    for number, walk in enumerate(walked(name, seed).stops):
        strange = Strange(walk, Stream(seed, f"strange {number}"))
        for seat in (*walk.seats, "observer", "session", "nobody"):
            seen = walk.seen(seat)
            offers = {possible.kind: possible for possible in legal(seen)}
            for act in ACTS:
                command = strange.command(act)
                code = outcome(walk.scenario, walk.state, seat, command)
                offer = offers.get(act.kind)
                assert (code == "") == (offer is not None and offer.admits(command)), (seat, command, code)
                assert (code == "") == (offer is not None and admitted(act, seen, command)), (seat, command, code)
                accepted, refused = accepted + (not code), refused + bool(code)
    assert accepted > 20
    assert refused > 200


types_of = cache(get_type_hints)


class Strange:
    """Commands with anything in their fields that their types allow: ids of the exercise in wrong places, and junk."""

    def __init__(self, walk: Walk, stream: Stream) -> None:
        scenario, state = walk.scenario, walk.state
        self._stream = stream
        self._words: tuple[str, ...] = (
            "", "Noted.", "x" * 3000, "\x00", "own-harm", "statement", "self-defence", "ready", "person",
            *scenario.states, *scenario.measures, *scenario.claims, *scenario.clauses, *scenario.aims, *scenario.assets,
            *scenario.incidents, *scenario.sources, *scenario.injects, *scenario.charter.triggers,
            *state.council.texts, *state.council.amendments, *state.measures,
        )  # fmt: skip
        self._drafts = [drafted.draft for drafted in (*scenario.packages.values(), *state.council.texts.values())]

    def command(self, kind: type) -> Act:
        """A command of a kind."""
        command: Act = self._record(kind)
        return command

    def _record(self, kind: type) -> Any:
        if kind.__name__ == "Draft" and self._drafts and self._stream.chance(70):
            return self._stream.pick(self._drafts)
        hints = types_of(kind)
        return kind(**{field.name: self._value(hints[field.name]) for field in fields(kind)})

    def _value(self, hint: Any) -> Any:
        origin, inner = get_origin(hint), get_args(hint)
        if origin is Literal:
            return self._stream.pick(inner)
        if origin in (Union, UnionType):
            return self._value(self._stream.pick(inner))
        if origin is tuple:
            return tuple(self._value(inner[0]) for _ in range(self._stream.below(3)))
        return self._plain(hint)

    def _plain(self, hint: Any) -> Any:
        if hint is NoneType:
            return None
        if hint is bool:
            return self._stream.chance(50)
        if hint is int:
            return self._stream.pick((0, 1, 2, 5, 50, -1, 1 << 62))
        return self._stream.pick(self._words) if hint is str else self._record(hint)
