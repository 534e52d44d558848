"""Acts of the table itself: being ready, and what facilitator and session do."""

from __future__ import annotations

from crisis_game.engine import opening, steering
from crisis_game.engine.act import EVERY_BEAT, Act, Chosen, Domain, Field, OneOf, Refusal, Whole, Words
from crisis_game.engine.chance import GREATEST_SEED
from crisis_game.engine.commands import (
    Advance,
    ChangeInject,
    DeadlinePassed,
    EndExercise,
    HandSeat,
    HoldInject,
    Improvise,
    Lengthen,
    NoteDown,
    OverruleFinding,
    Pause,
    Resume,
    Retract,
    Reveal,
    SendInject,
    SetReady,
    Start,
)
from crisis_game.engine.events.turns import ClockSet, Closing, FindingOverruled, Noted, ReadySet, Revealed, SeatHanded
from crisis_game.engine.rounds import close_beat, go_on
from crisis_game.engine.seen import Seen
from crisis_game.engine.working import Working
from crisis_game.scenario.ids import Beat, SeatId
from crisis_game.texts import Msgid, Text

FACILITATOR = frozenset(("facilitator",))
PLAYERS = frozenset(("member", "adversary", "neighbour"))
ALWAYS: frozenset[Beat] = EVERY_BEAT | frozenset[Beat](("none",))


def _not_ready(seen: Seen) -> Refusal | None:
    return Refusal("already-ready", Text("You are ready already.")) if seen.is_ready() else None


def _ready(seen: Seen) -> Refusal | None:
    return None if seen.is_ready() else Refusal("not-ready", Text("You have not said that you are ready."))


def _set_ready(working: Working, seat: SeatId, _: SetReady) -> None:
    working.emit(ReadySet(seat, True))
    go_on(working)


def _retract(working: Working, seat: SeatId, _: Retract) -> None:
    working.emit(ReadySet(seat, False))


def _start(working: Working, _: SeatId, command: Start) -> None:
    opening.start(working, command.seed)
    go_on(working)


def _deadline(working: Working, _: SeatId, command: DeadlinePassed) -> None:
    if (command.round, command.beat) == (working.state.table.round, working.seen("facilitator").beat):
        close_beat(working)


def _advance(working: Working, _: SeatId, __: Advance) -> None:
    close_beat(working)


def _pause(working: Working, _: SeatId, __: Pause) -> None:
    working.emit(ClockSet(True))


def _resume(working: Working, _: SeatId, __: Resume) -> None:
    working.emit(ClockSet(False))


def _lengthen(working: Working, _: SeatId, command: Lengthen) -> None:
    working.emit(ClockSet(working.state.table.paused, command.seconds))


def _note(working: Working, _: SeatId, command: NoteDown) -> None:
    working.emit(Noted(command.words.strip()))


def _overrule(working: Working, _: SeatId, command: OverruleFinding) -> None:
    working.emit(FindingOverruled(command.finding, command.verdict, command.reason.strip()))


def _reveal(working: Working, _: SeatId, command: Reveal) -> None:
    working.emit(Revealed(command.what, steering.revealed(working, command.what)))


def _end(working: Working, _: SeatId, __: EndExercise) -> None:
    working.emit(Closing())


def _hand(working: Working, _: SeatId, command: HandSeat) -> None:
    working.emit(SeatHanded(command.seat, command.holder))


def _under_way(seen: Seen) -> Refusal | None:
    if seen.phase in ("lobby", "closed"):
        return Refusal("not-under-way", Text("The exercise has not begun, or is closed."))
    return None


def _not_closing(seen: Seen) -> Refusal | None:
    return Refusal("ending-already", Text("Play ends with this beat already.")) if seen.closing else None


def _paused(seen: Seen) -> Refusal | None:
    return None if seen.paused else Refusal("clock-runs", Text("The clock runs already."))


def _running(seen: Seen) -> Refusal | None:
    return Refusal("clock-stands", Text("The clock stands already.")) if seen.paused else None


def _field(name: str, domain: Domain, code: str, because: Msgid) -> Field:
    """A field whose domain is always the same."""

    def fixed(_: Seen, __: Chosen) -> Domain:
        return domain

    return Field(name, fixed, code, Text(because))


def _seats(seen: Seen, _: Chosen) -> Domain:
    return OneOf(tuple(one for one in (*seen.members, seen.adversary, *seen.neighbours) if one))


_VERDICTS = OneOf(("lawful", "unlawful", "contested", "insufficient-facts"))

ACTS: tuple[Act, ...] = (
    Act(SetReady, "turns", EVERY_BEAT, _set_ready, gates=(_not_ready,), roles=PLAYERS),
    Act(Retract, "turns", EVERY_BEAT, _retract, gates=(_ready,), roles=PLAYERS),
    Act(
        Start,
        "session",
        frozenset(("none",)),
        _start,
        (_field("seed", Whole(0, GREATEST_SEED), "no-such-seed", "A seed is a whole number from 0 on."),),
        roles=frozenset(("session",)),
    ),
    Act(
        DeadlinePassed,
        "session",
        EVERY_BEAT,
        _deadline,
        (
            _field("round", Whole(0, 99), "no-such-round", "There is no such round."),
            _field("beat", OneOf(("situation", "table", "orders")), "no-such-beat", "This beat has no deadline."),
        ),
        roles=frozenset(("session",)),
    ),
    Act(Advance, "facilitator", ALWAYS, _advance, gates=(_under_way,), roles=FACILITATOR),
    Act(Pause, "facilitator", EVERY_BEAT, _pause, gates=(_running,), roles=FACILITATOR),
    Act(Resume, "facilitator", EVERY_BEAT, _resume, gates=(_paused,), roles=FACILITATOR),
    Act(
        Lengthen,
        "facilitator",
        EVERY_BEAT,
        _lengthen,
        (_field("seconds", Whole(10, 3600), "too-long", "Give between 10 seconds and an hour."),),
        roles=FACILITATOR,
    ),
    Act(
        SendInject,
        "facilitator",
        EVERY_BEAT,
        steering.send,
        (Field("inject", steering.waiting, "no-such-inject", Text("No such inject is waiting.")),),
        roles=FACILITATOR,
    ),
    Act(
        HoldInject,
        "facilitator",
        EVERY_BEAT,
        steering.hold,
        (
            Field("inject", steering.waiting, "no-such-inject", Text("No such inject is waiting.")),
            _field("held", OneOf((True, False)), "hold-or-not", "Hold it, or let it go."),
        ),
        roles=FACILITATOR,
    ),
    Act(
        ChangeInject,
        "facilitator",
        EVERY_BEAT,
        steering.change,
        (
            Field("inject", steering.waiting, "no-such-inject", Text("No such inject is waiting.")),
            _field("words", Words(600, 1), "too-long", "An inject has between 1 and 600 characters."),
        ),
        roles=FACILITATOR,
    ),
    Act(
        Improvise,
        "facilitator",
        EVERY_BEAT,
        steering.improvise,
        (
            Field("to", steering.readers, "no-such-seat", Text("Name seats of this exercise, or nobody for all.")),
            _field("words", Words(600, 1), "too-long", "An inject has between 1 and 600 characters."),
        ),
        roles=FACILITATOR,
    ),
    Act(
        NoteDown,
        "facilitator",
        ALWAYS,
        _note,
        (_field("words", Words(2000, 1), "too-long", "A note has between 1 and 2,000 characters."),),
        roles=FACILITATOR,
    ),
    Act(
        OverruleFinding,
        "facilitator",
        ALWAYS,
        _overrule,
        (
            _field("finding", Words(200, 3), "no-such-finding", "Name a finding as act/rule."),
            _field(
                "verdict",
                _VERDICTS,
                "no-such-verdict",
                "A verdict is lawful, unlawful, contested or insufficient-facts.",
            ),
            _field("reason", Words(600, 10), "no-reason", "Give a reason of at least ten characters."),
        ),
        roles=FACILITATOR,
    ),
    Act(
        Reveal,
        "facilitator",
        ALWAYS,
        _reveal,
        (
            _field(
                "what",
                OneOf(("truth", "temperament", "scores")),
                "nothing-such",
                "Reveal truth, temperament or scores.",
            ),
        ),
        roles=FACILITATOR,
    ),
    Act(EndExercise, "facilitator", EVERY_BEAT, _end, gates=(_not_closing,), roles=FACILITATOR),
    Act(
        HandSeat,
        "facilitator",
        ALWAYS,
        _hand,
        (
            Field("seat", _seats, "no-such-seat", Text("There is no such seat.")),
            _field("holder", Words(40, 1), "no-such-holder", "A seat is held by a person or a policy."),
        ),
        roles=frozenset(("facilitator", "session")),
    ),
)
