"""What somebody did in an exercise: their entries in words, none of which tells what their seat may not know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crisis_game.debrief.class_played import CouncilPlayed
from crisis_game.engine.acts.turns import Retract, SetReady
from crisis_game.engine.events.turns import PhaseEntered
from crisis_game.exercise.entry import Entry
from crisis_game.exercise.lesson_file import Attendee
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text

UNTOLD = (SetReady, Retract)
"""What everybody does in each beat; it says nothing of anybody."""


@dataclass(frozen=True, slots=True)
class OwnDeed:
    """An entry of somebody: its number in the log, its round, and what came of it, or else what was wanted."""

    entry: int
    round: int
    told: Text


def own_deeds(council: CouncilPlayed, attendee: Attendee) -> tuple[OwnDeed, ...]:
    """What somebody did, in the order of the log."""
    rounds = {happening.entry: happening.round for happening in council.chronicle.happenings}
    return tuple(
        OwnDeed(entry.n, rounds.get(entry.n, 0), next(_told(entry, attendee.seat), entry.submission.command.name))
        for entry in council.own(attendee)
        if not isinstance(entry.submission.command, UNTOLD)
    )


def _told(entry: Entry, seat: SeatId) -> Iterator[Text]:
    """What its events tell who did it."""
    for event in entry.events:
        if not isinstance(event, PhaseEntered) and (event.to is None or seat in event.to):
            told = event.tell()
            if told is not None:
                yield told
