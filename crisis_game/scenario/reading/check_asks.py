"""Sense of injects that ask, and of those that bring others: somebody can answer, and silence has a meaning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from crisis_game.conditions.condition import Condition
from crisis_game.documents import Path
from crisis_game.scenario.model import Asking, Inject, Reply
from crisis_game.scenario.reading.check_style import INJECT_WORDS, TITLE_LETTERS, words
from crisis_game.scenario.reading.check_trials import ANSWERS, check_command
from crisis_game.scenario.reading.sense import Sense
from crisis_game.scenario.reading.trial_words import COMMAND_BEATS

_ONLY_WITH_ANSWERS = ("fuse", "default", "expect")
"""What says nothing where there is nothing to answer."""

_NEVER_FOLLOWS = (ANSWERS, "call-emergency", "set-ready", "retract")
"""Acts that cannot follow from an answer: they answer for the seat, end the beat, or say that the seat is done."""

_BEATS = ("situation", "table", "orders", "answer")


def brought_by_others(sense: Sense) -> frozenset[str]:
    """The injects that come when another one has, also by one that has a fault elsewhere."""
    return frozenset(_brought(sense.complaints.merged.value.get("injects")))


def _brought(injects: Any) -> Iterator[str]:
    for id_, inject in injects.items() if isinstance(injects, dict) else ():
        chains = inject.get("then") if isinstance(inject, dict) else None
        for chain in chains if isinstance(chains, list) else ():
            if isinstance(chain, dict) and isinstance(chain.get("inject"), str) and chain["inject"] != id_:
                yield chain["inject"]


def check_asks(sense: Sense) -> None:
    """Every question can be answered in time by somebody, has a default, and acts that follow can be done then."""
    for id_, inject in sense.file.injects.items():
        path = ("injects", id_, "asks")
        if inject.asks is not None and inject.asks.choices:
            _check_answers(sense, path, inject.asks)
            _check_asked(sense, path, inject, inject.asks)
            for reply in inject.asks.choices:
                _check_reply(sense, (*path, "choices", reply.id), inject, inject.asks, reply)
        elif inject.asks is not None:
            _check_words_alone(sense, path, inject.asks)
        for place, chain in enumerate(inject.then):
            _check_chain(sense, ("injects", id_, "then", place), inject, chain.inject, chain.after, chain.when)


def _check_words_alone(sense: Sense, path: Path, asks: Asking) -> None:
    """What only asks has nothing that belongs to answers; deeds can be expected all the same."""
    written = sense.complaints.merged.at(path)
    of_deeds = asks.expect.deeds is not None and not asks.expect.met and not asks.expect.partly
    for key in _ONLY_WITH_ANSWERS:
        if isinstance(written, dict) and key in written and not (key == "expect" and of_deeds):
            message = "Without `choices` nothing is answered, so `{key}` has no effect."
            sense.error((*path, key), "W608", message, "Add `choices`, or delete it.", key=key)


def _check_answers(sense: Sense, path: Path, asks: Asking) -> None:
    """There are answers to choose between, one of them is the default, and none is rated twice."""
    known = [reply.id for reply in asks.choices]
    if len(known) < 2:
        fix = "Add another answer, or leave `choices` out and let `asks` be a text."
        sense.error((*path, "choices"), "E561", "One answer alone leaves nothing to choose.", fix)
    if asks.default is None:
        message = "Somebody may say nothing, and no `default` says which answer counts then."
        fix = "Add `default:` with one of these: {known}."
        sense.error_at_key((*path, "choices"), "E561", message, fix, known=tuple(known))
    elif asks.default not in known:
        sense.complaints.unknown((*path, "default"), "E351", "There is no answer `{word}`.", asks.default, known)
    for key, rated in (("met", asks.expect.met), ("partly", asks.expect.partly)):
        for reply in rated:
            if reply not in known:
                where = (*path, "expect", key)
                sense.complaints.unknown(where, "E351", "There is no answer `{word}`.", reply, known)
    for reply in sorted(set(asks.expect.met) & set(asks.expect.partly)):
        message = "The answer `{word}` is rated as met and as partly."
        sense.error((*path, "expect", "partly"), "E561", message, "Take it out of one of the two.", word=reply)


def _check_asked(sense: Sense, path: Path, inject: Inject, asks: Asking) -> None:
    """A member gets it, and has time to answer; of a state that has a fault, or that there is not, nothing is said."""
    to = inject.to or ((inject.home_of,) if inject.home_of else tuple(sense.members))
    unread = [seat for seat in to if seat not in sense.file.states and seat not in sense.file.actors]
    if sense.members and not unread and not set(to) & set(sense.members):
        message = "No member gets this inject, and only members answer."
        sense.error_at_key((*path, "choices"), "E562", message, "Add a member to `to`, or leave `choices` out.")
    last = inject.round == sense.lesson.rounds and inject.until_round is None
    if inject.at == "answer" and (last or isinstance(asks.fuse, int)):
        message = "The fuse ends with the ANSWER in which this comes, and nobody can do anything in that beat."
        fix = "Let it come in another beat, or in an earlier round with `fuse: table`."
        sense.error_at_key(path, "E562", message, fix)


def _check_reply(sense: Sense, path: Path, inject: Inject, asks: Asking, reply: Reply) -> None:
    """Its words are short, and the act that follows from it can follow."""
    letters = max(len(text) for _, text in reply.label.by_language)
    if letters > TITLE_LETTERS:
        message = "This has {count} characters; {most} fit a line of the screen."
        sense.error((*path, "label"), "W612", message, "Shorten it.", count=letters, most=TITLE_LETTERS)
    count = words(reply.says)
    if count > INJECT_WORDS:
        message = "This text has {count} words; {most} fit the screen and the time."
        sense.error((*path, "says"), "W611", message, "Shorten it, or divide it.", count=count, most=INJECT_WORDS)
    if reply.command is None:
        return
    check_command(sense, (*path, "command"), reply.command)
    kind = str(reply.command.get("kind"))
    beats = COMMAND_BEATS.get(kind)
    waited = beats_of(inject, asks)
    if kind in _NEVER_FOLLOWS:
        message = "An act `{kind}` cannot follow from an answer."
        sense.error((*path, "command"), "E563", message, "Leave it to the seat.", kind=kind)
    elif beats is not None and not set(beats.split()) & set(waited):
        message = "An act `{kind}` is possible in {beats} alone, and this is answered in {waited}."
        fix = "Let the inject come in another beat, or its fuse end later."
        where = (*path, "command")
        sense.error(where, "E563", message, fix, kind=kind, beats=_names(beats.split()), waited=_names(waited))


def beats_of(inject: Inject, asks: Asking) -> tuple[str, ...]:
    """The beats in which an answer is waited for, from that in which it is asked on."""
    first = _BEATS.index(inject.at)
    in_turn = _BEATS[first:] + _BEATS[:first]
    if isinstance(asks.fuse, int):
        return (inject.at,)
    return in_turn if asks.fuse == inject.at else in_turn[: in_turn.index(asks.fuse)]


def _names(beats: Iterable[str]) -> tuple[str, ...]:
    return tuple(beat.upper() for beat in beats)


def _check_chain(sense: Sense, path: Path, inject: Inject, brings: str, after: int, when: Condition | None) -> None:
    """What an inject brings is another one, within the rounds of the scenario, and can come."""
    if brings == inject.id:
        message = "An inject arrives once, so it cannot bring itself."
        sense.error((*path, "inject"), "W607", message, "Name another inject, or delete the entry.")
    if (inject.round or 1) + after > sense.lesson.rounds:
        message = "The last round is {rounds}, so this never happens."
        where = (*path, "after") if sense.says(*path, "after") else path
        fix = "Let it follow earlier, or give `lesson` more rounds."
        sense.error(where, "W602", message, fix, rounds=sense.lesson.rounds)
    brought = sense.file.injects.get(brings)
    if after == 0 and brought is not None and _BEATS.index(brought.at) <= _BEATS.index(inject.at):
        message = "`{word}` comes at {beat}, no later in a round than this, so with `after: 0` it never follows."
        fix = "Let it come in a later beat, or a round later."
        sense.error((*path, "after"), "W607", message, fix, word=brings, beat=brought.at.upper())
    if when is not None and when.source == "false":
        message = "This never holds, so it never happens."
        sense.error((*path, "when"), "W607", message, "Delete the entry, or the condition.")
