"""Watching a scenario as it is written: start at a place, keep the choices made so far, carry them to each new version.

A watched game is a session without a save. Its author holds one seat; what that seat did is kept as commands, whoever
chose them, and done again on the next version as far as it goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, TypeAlias

from crisis_game.engine.act import Refusal, Submission
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.chance import Stream
from crisis_game.engine.event import Event
from crisis_game.engine.events.script import LetterCame
from crisis_game.engine.sender import by_policy
from crisis_game.exercise.replay import Step, Way, as_far_as_it_goes
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import PERSON
from crisis_game.players.policy import policy
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Text, Value
from crisis_game.workshop.why_not_reached import Witness

Progress: TypeAlias = Callable[[int], None]
"""Is told how many games were played in vain."""

BEATS = ("situation", "table", "orders")
"""Beats in which a seat can stand; in ANSWER there is nothing to choose."""

TRIES = 20
"""Games that are played to come to a place before it is given up."""

MOST_MOVES = 600
"""Commands of the author's seat in one game; more would be a fault of ours."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where to begin: `inject` has arrived, or the beat of a round has begun; by default at the start."""

    kind: Literal["start", "round", "inject"] = "start"
    inject: str = ""
    round: int = 1
    beat: str = "situation"


class NoSuchSpotError(ValueError):
    """There is no such place in the scenario, or no game came there; `words` says which."""

    def __init__(self, words: Text) -> None:
        super().__init__(words.msgid)
        self.words = words


@dataclass(frozen=True, slots=True)
class Carried:
    """A game carried to a new version: the session, how far its choices went, and those that were dropped."""

    session: Session
    way: Way
    dropped: tuple[Submission, ...]


def read_spot(words: str) -> Spot:
    """A place as it is written: `inject:ID`, `round:3`, `round:3/orders`.

    Raises:
        NoSuchSpotError: for anything else.
    """
    kind, _, rest = words.partition(":")
    number, _, beat = rest.partition("/")
    if kind == "inject" and rest:
        return Spot("inject", inject=rest)
    if kind == "round" and number.isdecimal() and number.isascii() and (beat or "situation") in BEATS:
        return Spot("round", round=int(number), beat=beat or "situation")
    raise NoSuchSpotError(Text("{words} is no place; write inject:ID, or round:3/orders", {"words": words}))


def start(scenario: Scenario, seat: SeatId, spot: Spot, seed: int, progress: Progress = lambda _: None) -> Session:
    """A session in which the author's seat stands at a place; its policy played it up to there.

    Seeds are tried in order from the one given; the first game that comes there is taken.

    Args:
        scenario: what is played.
        seat: the author's.
        spot: the place.
        seed: the first that is tried.
        progress: is told how many games were played in vain so far.

    Raises:
        NoSuchSpotError: if the scenario has no such place, or none of `TRIES` games came there.
    """
    _must_be(scenario, spot)
    witness = Witness(scenario.injects[spot.inject]) if spot.kind == "inject" else None
    for tried, tried_seed in enumerate(range(seed, seed + TRIES), 1):
        session = Session.start(scenario, {seat: PERSON}, None, tried_seed)
        if spot.kind == "start" or _play_to(session, seat, spot, tried_seed, witness):
            return session
        progress(tried)
    values: dict[str, Value] = {"place": _named(spot), "tries": TRIES, "first": seed}
    why = witness.why() if witness is not None else None
    if why is None:
        raise NoSuchSpotError(Text("{place} was not reached in {tries} games (seeds from {first} on)", values))
    sentence = "{place} was not reached in {tries} games (seeds from {first} on). {why}"
    raise NoSuchSpotError(Text(sentence, {**values, "why": why}))


def choices(session: Session, seat: SeatId) -> tuple[Step, ...]:
    """What the author's seat did so far, oldest first."""
    return tuple(step for step in session.log if step.submission.seat == seat)


def carry(scenario: Scenario, old: Session, seat: SeatId) -> Carried:
    """Do the choices of an old game again on a changed scenario, with the same seed, as far as they go.

    Raises:
        NoSuchSpotError: if the seat is gone.
    """
    if seat not in scenario.members:
        raise NoSuchSpotError(Text("{seat} is no member any more", {"seat": seat}))
    session = Session.start(scenario, {seat: PERSON}, None, seed_of(old))
    done = choices(old, seat)

    def play(submission: Submission) -> tuple[Event, ...] | Refusal:
        before = len(session.log)
        answer = session.submit(submission.seat, submission.command, by=submission.by)
        return answer if isinstance(answer, Refusal) else _all_events(session.log[before:])

    way = as_far_as_it_goes(_with_what_followed(old.log, seat), play)
    return Carried(session, way, tuple(step.submission for step in done[way.done :]))


def _with_what_followed(log: Sequence[Step], seat: SeatId) -> Iterator[Step]:
    """What a seat did, each with all that happened until it did something again: others act upon its word."""
    places = [place for place, step in enumerate(log) if step.submission.seat == seat]
    for place, end in pairwise([*places, len(log)]):
        yield replace(log[place], events=_all_events(log[place:end]))


def _all_events(log: Iterable[Step]) -> tuple[Event, ...]:
    return tuple(event for step in log for event in step.events)


def seed_of(session: Session) -> int:
    """The seed of a session; the author may know it."""
    return session.final_state().table.seed


def _must_be(scenario: Scenario, spot: Spot) -> None:
    if spot.kind == "inject" and spot.inject not in scenario.injects:
        raise NoSuchSpotError(Text("there is no inject {inject}", {"inject": spot.inject}))
    if spot.kind == "round" and not 1 <= spot.round <= scenario.lesson.rounds:
        raise NoSuchSpotError(Text("there are {rounds} rounds", {"rounds": scenario.lesson.rounds}))


def _play_to(session: Session, seat: SeatId, spot: Spot, seed: int, witness: Witness | None) -> bool:
    """Let the seat's policy play it until the place is reached; False if the game passes it by."""
    reached = _plays_to(session, seat, spot, seed, witness)
    if witness is not None:
        witness.game_over()
    return reached


def _plays_to(session: Session, seat: SeatId, spot: Spot, seed: int, witness: Witness | None) -> bool:
    player = policy(session.authored.states[seat].policy)
    stream = Stream(seed, f"watch:{seat}")
    for _ in range(MOST_MOVES):
        if _reached(session, seat, spot):
            return True
        if witness is not None:
            witness.look(session.authored, session.final_state())
        if session.finished:
            return False
        command = player.choose(session.seen(seat), stream).command
        if isinstance(session.submit(seat, command, by=by_policy(player.name)), Refusal):
            session.submit(seat, SetReady(), by=by_policy(player.name))
    return False


def _reached(session: Session, seat: SeatId, spot: Spot) -> bool:
    if spot.kind == "inject":
        mark = f"inject:{spot.inject}"
        events = (event for step in session.log for event in step.events)
        return any(isinstance(event, LetterCame) and event.letter.id == mark for event in events)
    seen = session.seen(seat)
    return not session.finished and (seen.round, seen.beat) == (spot.round, spot.beat)


def _named(spot: Spot) -> str:
    return f"inject:{spot.inject}" if spot.kind == "inject" else f"round:{spot.round}/{spot.beat}"
