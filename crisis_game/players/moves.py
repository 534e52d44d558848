"""What a character does in each beat: moves in the order in which it thinks of them.

A move that is not possible, or was made already, is passed over; so each function says only what the seat would like.
"""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.engine.acts.talk import GiveReason
from crisis_game.players import orders_moves, situation_moves, table_moves
from crisis_game.players.mind import Mind, Move
from crisis_game.players.reasons import reason
from crisis_game.texts import Text


def moves(mind: Mind) -> Iterator[Move]:
    """The moves of this beat, first answers to what was asked."""
    yield from answers(mind)
    if mind.seen.beat == "situation":
        yield from situation_moves.moves(mind)
    elif mind.seen.beat == "table":
        yield from table_moves.moves(mind)
    elif mind.seen.beat == "orders":
        yield from orders_moves.moves(mind)


def answers(mind: Mind) -> Iterator[Move]:
    """Answers to questions put to this seat."""
    for by, text, what in mind.seen.asked:
        value = mind.weighing.text(text)
        if what == "why":
            yield GiveReason(by, text, reason(value)), Text("I was asked why.")
        else:
            yield table_moves.position(mind, text, (by,)), Text("I was asked where we stand.")
