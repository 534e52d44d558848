"""The protocol of policies, and the policies by name.

A policy sees its seat's view and what it can do, nothing else; it has a stream of draws of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from crisis_game.engine.act import Act
from crisis_game.engine.acts.free_moves import ProposeMove
from crisis_game.engine.acts.talk import GiveReason, Say
from crisis_game.engine.acts.turns import Listen, Retract, SetReady
from crisis_game.engine.chance import Stream
from crisis_game.engine.machine import offered
from crisis_game.engine.memo import Memo
from crisis_game.engine.seen import Seen
from crisis_game.players import ally_moves, answering, bargaining, orders_moves, situation_moves, table_moves
from crisis_game.players.character import CHARACTERS, Character
from crisis_game.players.levels import ABLE, PLAIN, Level
from crisis_game.players.mind import Mind, Move
from crisis_game.players.moods import Mood, in_mood, mood_of
from crisis_game.players.one_move import Scope, has_moved, scope
from crisis_game.players.reasons import in_answer
from crisis_game.players.weighing import Weighing
from crisis_game.texts import Text

POLICIES: tuple[str, ...] = ("random", *CHARACTERS)
"""Names of all policies."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a policy does next, and one sentence why.

    Attributes:
        possible: whether it was found possible in what the policy saw, so that nobody needs to ask again.
    """

    command: Act
    why: Text
    possible: bool = False


class Policy(Protocol):
    """A player without a person.

    Attributes:
        name: of the policy.
    """

    name: str

    def choose(self, seen: Seen, stream: Stream) -> Choice:
        """The next command in this beat, or in this wave of TABLE; `SetReady` when there is nothing more to do."""
        ...


class CharacterPolicy:
    """A policy with a character: it follows its brief, each in its own way."""

    def __init__(self, character: Character) -> None:
        self.name = character.name
        self.character = character
        self._moods: dict[Mood, tuple[Character, Memo]] = {}

    def choose(self, seen: Seen, stream: Stream) -> Choice:
        """The first that is possible and not yet done; in a wave no more than one move."""
        within = scope(seen)
        for command, why in self._moves(seen, stream, within):
            if within.allows(seen, command) and command.refusal(seen) is None:
                return Choice(command, why, possible=True)
        return Choice(SetReady(), Text("Nothing more to do in this beat."))

    def _moves(self, seen: Seen, stream: Stream, within: Scope) -> Iterator[Move]:
        if seen.role != "member":
            return iter(())
        character, memo = self._in_mood(mood_of(seen))
        return _moves_of_beat(Mind(seen, character, Weighing(seen, character, memo), stream, within))

    def _in_mood(self, mood: Mood) -> tuple[Character, Memo]:
        """The character in the mood of this game, and what it remembers in it."""
        if mood not in self._moods:
            self._moods[mood] = (in_mood(self.character, mood), Memo())
        return self._moods[mood]


def _moves_of_beat(mind: Mind) -> Iterator[Move]:
    """The moves of this beat, first answers to what was asked."""
    yield from answering.moves(mind)
    yield from ally_moves.moves(mind)
    yield from _answers(mind)
    if mind.seen.beat == "situation":
        yield from situation_moves.moves(mind)
    elif mind.seen.beat == "table":
        yield from table_moves.moves(mind)
    elif mind.seen.beat == "orders":
        yield from orders_moves.moves(mind)


def _answers(mind: Mind) -> Iterator[Move]:
    """Answers to questions put to this seat, to a call for help, and to amendments."""
    yield from situation_moves.answer_help(mind)
    for by, text, what in mind.seen.asked:
        if what == "why":
            yield GiveReason(by, text, in_answer(mind, text, by)), Text("I was asked why.")
        else:
            yield table_moves.position(mind, text, (by,)), Text("I was asked where we stand.")
    if mind.seen.beat == "table":
        yield from bargaining.answer_amendments(mind)


BY_LOT = Text("Drawn by lot.")


class RandomPolicy:
    """Draws from what is possible: the player that finds what nobody would think of."""

    name = "random"

    def choose(self, seen: Seen, stream: Stream) -> Choice:
        """A command drawn from an offer drawn; ready in one draw of six, so that a beat ends, and after its move."""
        if has_moved(seen) or stream.below(6) == 0:
            return Choice(SetReady(), BY_LOT)
        acts = offered(seen)
        for _ in range(4):
            act = stream.pick(acts)
            command = None if act in (Say, Retract, Listen, ProposeMove) else act.draw(seen, stream)
            if command is not None:
                return Choice(command, BY_LOT, possible=True)
        return Choice(SetReady(), BY_LOT)


def policy(name: str, level: Level = PLAIN) -> Policy:
    """The policy of a name, at a level; `random` has none. Raises KeyError for an unknown name."""
    if name == "random":
        return RandomPolicy()
    return CharacterPolicy(replace(CHARACTERS[name], able=level == ABLE))
