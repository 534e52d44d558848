"""Acts of turns: being ready; and of the session: the exercise opens, the time of a beat is over."""

from __future__ import annotations

from crisis_game.engine import opening
from crisis_game.engine.act import EVERY_BEAT, PLAYERS, Act, Refusal, act, choice
from crisis_game.engine.chance import GREATEST_SEED
from crisis_game.engine.domains import OneOf, Whole
from crisis_game.engine.events.turns import ReadySet, WaveBegan
from crisis_game.engine.field_questions import Question
from crisis_game.engine.rounds import close_beat, go_on
from crisis_game.engine.seen import Seen
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import Beat, SeatId
from crisis_game.texts import Text, counted

SESSION = frozenset(("session",))
TABLE: frozenset[Beat] = frozenset(("table",))


def _not_ready(seen: Seen) -> Refusal | None:
    return Refusal("already-ready", Text("You are ready already.")) if seen.is_ready() else None


def _ready(seen: Seen) -> Refusal | None:
    return None if seen.is_ready() else Refusal("not-ready", Text("You have not said that you are ready."))


def _somebody_moves(seen: Seen) -> Refusal | None:
    if seen.movers:
        return None
    return Refusal("nobody-moves", Text("People sit in all other seats; they move when they like."))


def _a_wave_is_left(seen: Seen) -> Refusal | None:
    if seen.wave < seen.numbers.waves:
        return None
    words = counted(
        "The others have moved once; they are done.",
        "The others have moved {n} times; they are done.",
        seen.numbers.waves,
    )
    return Refusal("no-wave-left", words)


def _begin_wave(working: Working, seat: SeatId) -> None:
    seen = working.seen(seat)
    working.emit(WaveBegan(seen.wave + 1, seen.movers))


@act(
    "listen",
    "turns",
    TABLE,
    Text("Listen"),
    Text("The table moves once more, without a word of yours."),
    gates=(_not_ready, _somebody_moves, _a_wave_is_left),
)
class Listen(Act):
    """Let the other seats move once more: one wave, in which each without a person makes one move."""

    def happen(self, working: Working, seat: SeatId) -> None:
        _begin_wave(working, seat)


@act(
    "begin-wave",
    "session",
    TABLE,
    Text("A wave begins"),
    Text("Each seat without a person makes one move."),
    gates=(_somebody_moves, _a_wave_is_left),
    roles=SESSION,
)
class BeginWave(Act):
    """Let the seats without a person make one move each, says the session."""

    def happen(self, working: Working, seat: SeatId) -> None:
        _begin_wave(working, seat)


@act(
    "set-ready",
    "turns",
    EVERY_BEAT,
    Text("Ready"),
    Text("You are done with this beat; it closes when all are."),
    gates=(_not_ready,),
    roles=PLAYERS,
)
class SetReady(Act):
    """Say that one is done with this beat."""

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(ReadySet(seat, True))
        go_on(working)


@act(
    "retract",
    "turns",
    EVERY_BEAT,
    Text("Not ready after all"),
    Text("You take it back."),
    gates=(_ready,),
    roles=PLAYERS,
)
class Retract(Act):
    """Take back that one is ready."""

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(ReadySet(seat, False))


@act(
    "start",
    "session",
    frozenset(("none",)),
    Text("Open the exercise"),
    Text("The world is drawn, and the first briefing begins."),
    roles=SESSION,
)
class Start(Act):
    """Open the exercise: draw the world and begin the first briefing."""

    seed: int = choice(
        Question(Text("Which seed?")),
        Whole(0, GREATEST_SEED),
        "no-such-seed",
        Text("A seed is a whole number from 0 on."),
    )

    def happen(self, working: Working, _: SeatId) -> None:
        opening.start(working, self.seed)
        go_on(working)


@act(
    "deadline-passed",
    "session",
    EVERY_BEAT,
    Text("Time is over"),
    Text("Those who are not ready get the defaults."),
    roles=SESSION,
)
class DeadlinePassed(Act):
    """The time of a beat is over, says the session. `round` and `beat` say which: a late one does nothing."""

    round: int = choice(Question(Text("Which round?")), Whole(0, 99), "no-such-round", Text("There is no such round."))
    beat: str = choice(
        Question(Text("Which beat?")),
        OneOf(("situation", "table", "orders")),
        "no-such-beat",
        Text("This beat has no deadline."),
    )

    def happen(self, working: Working, _: SeatId) -> None:
        if (self.round, self.beat) == (working.state.table.round, working.seen("facilitator").beat):
            close_beat(working)
