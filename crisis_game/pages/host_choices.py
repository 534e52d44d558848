"""What the facilitator can do with a lesson now: about a seat, about a council, about all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Hidden
from crisis_game.exercise.council import Council
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import (
    AddMinute,
    Begin,
    CloseBeat,
    EndAfterBeat,
    GiveLink,
    HandBack,
    HandToPolicy,
    HostAction,
    LetIn,
    Move,
    Nudge,
    RevealToAll,
    Rewind,
    RunClock,
    Steer,
    StopClock,
    TurnAway,
)
from crisis_game.exercise.lesson_file import Attendee
from crisis_game.exercise.sitting import PERSON
from crisis_game.pages.running_sheet import filled as with_words
from crisis_game.scenario.ids import FACILITATOR, SeatId
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Msgid, Prose, Text

Asks = Literal["", "words", "seat"]
"""What has to be given with an action: nothing, a sentence, or a seat."""

NUDGES = (
    Text("Your seat is waited for."),
    Text("Somebody asked you something: look into your inbox."),
    Text("Say where you stand, and what you want for it."),
)
"""Sentences to choose from; another can be written."""


@dataclass(frozen=True, slots=True)
class HostChoice:
    """Something that the facilitator can do.

    Attributes:
        action: what is done; where something has to be given, without it.
        asks: what that is.
        surely: what is asked before it is done, where it cannot be taken back; empty where it can.
    """

    words: Text
    action: HostAction
    asks: Asks = ""
    surely: Msgid = ""


def filled(action: HostAction, value: str) -> HostAction:
    """An action with what it asks for: a sentence, words of an act, or the seat of a move as `places` names it."""
    match action:
        case Steer(command):
            return replace(action, command=with_words(command, value))
        case Nudge():
            return replace(action, words=value)
        case Move():
            council, slash, seat = value.rpartition("/")
            return replace(action, seat=seat, council=council if slash else None)
    return action


def places(lesson: Lesson) -> Iterator[tuple[str, Text | Prose]]:
    """All seats of all councils, as `filled` reads them and in words."""
    for council in lesson.councils:
        for seat in lesson.scenario.members:
            if council.name:
                values = {"council": council.name, "seat": seat}
                yield f"{council.name}/{seat}", Text("{council}, {seat:state}", values)
            else:
                yield seat, Text("{seat:state}", {"seat": seat})


def about_knock(lesson: Lesson, key: str) -> Iterator[HostChoice]:
    """Somebody knocks: let them in, or not."""
    yield HostChoice(Text("Let {name} in", {"name": lesson.attendee(key).name}), LetIn(key))
    yield HostChoice(Text("Turn away"), TurnAway(key))


def about_seat(council: Council, seat: SeatId) -> Iterator[HostChoice]:
    """A seat and its people."""
    people, session = council.at(seat), council.session
    for attendee in people:
        yield HostChoice(Text("Write {name} a sentence", {"name": attendee.name}), Nudge(attendee.key), "words")
    if session is not None and not session.finished:
        values = {"seat": seat}
        if session.holders[seat] == PERSON:
            yield HostChoice(Text("Let a policy play {seat:state}", values), HandToPolicy(seat, council.name))
        elif people:
            yield HostChoice(Text("Hand {seat:state} back to its people", values), HandBack(seat, council.name))
    for attendee in people:
        yield HostChoice(_moving(council, attendee), Move(attendee.key), "seat")
        yield HostChoice(Text("Make a personal link for {name}", {"name": attendee.name}), GiveLink(attendee.key))


def _moving(council: Council, attendee: Attendee) -> Text:
    """What is said of another seat: in the middle of play somebody takes along what they know."""
    values = {"name": attendee.name}
    if council.session is None or council.session.finished:
        return Text("Give {name} another seat", values)
    return Text("Give {name} another seat (they have read the papers of this one)", values)


def about_council(council: Council) -> Iterator[HostChoice]:
    """A whole exercise."""
    if council.session is None:
        if council.can_begin:
            yield _begin(council.name)
        return
    if council.session.finished:
        return
    seen = council.session.seen(FACILITATOR)
    if council.clock is not None:
        yield _run(council.name) if seen.paused else _stop(council.name)
        yield _lengthen(council.name)
    yield _close(CloseBeat(seen.round, seen.beat, council.name))
    if not seen.closing:
        yield _end(council.name)
    for round_ in range(1, seen.round + 1):
        words = Text("Go back to the beginning of round {n}", {"n": round_})
        yield HostChoice(words, Rewind(round_, council.name), surely=_BACK)
    for what, words in _hidden(council.scenario):
        if what not in seen.revealed:
            action = RevealToAll(what, council.name)
            yield HostChoice(words, action, surely="Show it to all? Nobody can forget it again.")


def about_all(lesson: Lesson) -> Iterator[HostChoice]:
    """All councils at once: what is possible in one of them at least."""
    if len(lesson.councils) == 1:
        yield from about_council(lesson.councils[0])
        return
    if any(council.can_begin for council in lesson.councils):
        yield _begin("")
    playing = [seen for council in lesson.councils if (seen := _in_play(council)) is not None]
    if not playing:
        return
    if any(council.clock is not None for council in lesson.councils):
        yield _run("") if all(seen.paused for seen in playing) else _stop("")
        yield _lengthen("")
    yield _close(CloseBeat())
    if not all(seen.closing for seen in playing):
        yield _end("")


def _in_play(council: Council) -> Seen | None:
    session = council.session
    return session.seen(FACILITATOR) if session is not None and not session.finished else None


def _begin(council: str) -> HostChoice:
    return HostChoice(Text("Begin"), Begin(council), surely="Begin with those who are here? Others can still come in.")


def _stop(council: str) -> HostChoice:
    return HostChoice(Text("Stop the clock"), StopClock(council))


def _run(council: str) -> HostChoice:
    return HostChoice(Text("Let the clock run"), RunClock(council))


def _lengthen(council: str) -> HostChoice:
    return HostChoice(Text("Give a minute more"), AddMinute(council))


def _close(action: CloseBeat) -> HostChoice:
    return HostChoice(
        Text("Close the beat"), action, surely="Close this beat now? What was left open gets its default."
    )


def _end(council: str) -> HostChoice:
    return HostChoice(
        Text("End after this beat"), EndAfterBeat(council), surely="End play after this beat? That stands."
    )


_BACK: Msgid = "Go back? What was played since is kept in the lesson's folder, and counts for nothing any more."


def _hidden(scenario: Scenario) -> Iterator[tuple[Hidden, Text]]:
    """What nobody at the table knows, as far as there is something."""
    yield "truth", Text("Reveal what truly happened")
    drawn = tuple(id_ for id_, actor in scenario.actors.items() if actor.temperaments)
    if drawn:
        yield "temperament", Text("Reveal what moves {actors:state}", {"actors": drawn})
    weighing = tuple(id_ for id_, actor in scenario.actors.items() if actor.model == "bargainer")
    if weighing:
        yield "scores", Text("Reveal how {actors:state} weighed the next steps", {"actors": weighing})
