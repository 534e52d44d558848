"""Letters: how a seat's message gets its id."""

from __future__ import annotations

from crisis_game.conditions.grades import Grade
from crisis_game.engine.reason_codes import Coded
from crisis_game.engine.state import Letter
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import BEAT_OF, SeatId


def message(working: Working, sender: SeatId, to: tuple[SeatId, ...], words: str) -> Letter:
    """Free words of a seat to others; to all where `to` is empty.

    Its number counts only messages to the same readers, so that it tells nobody of others.
    """
    readers = to or None
    same = sum(
        sent.channel == "message" and sent.sender == sender and sent.to == readers
        for sent in working.state.mail.letters
    )
    way = f"{sender}>{'+'.join(to)}" if to else sender
    return letter(working, f"m:{way}:{same + 1}", "message", sender, readers, words=words.strip())


def letter(
    working: Working,
    id_: str,
    channel: str,
    sender: str,
    to: tuple[SeatId, ...] | None,
    *,
    words: str | None = None,
    says: Coded | None = None,
    variant: int = -1,
    grade: Grade | None = None,
) -> Letter:
    """A letter of this round and beat."""
    table = working.state.table
    return Letter(id_, table.round, BEAT_OF[table.phase], channel, sender, to, words, says, variant, grade)
