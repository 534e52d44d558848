"""The people of a lesson by what they are looked up by, for every page that is open."""

from __future__ import annotations

from collections.abc import Sequence

from crisis_game.exercise.lesson_file import Attendee
from crisis_game.scenario.ids import SeatId


class WhoIsWho:
    """People at one moment.

    Attributes:
        by_key: by their key.
        by_token: by the hash of a token, or of a link, of theirs.
        at: who has come in, by council and seat, in the order in which they came.
    """

    def __init__(self, attendees: Sequence[Attendee]) -> None:
        self.by_key = {attendee.key: attendee for attendee in attendees}
        self.by_token = {kept: attendee for attendee in attendees for kept in (*attendee.tokens, *attendee.links)}
        self.at: dict[tuple[str, SeatId], tuple[Attendee, ...]] = {}
        for attendee in attendees:
            if attendee.tokens:
                place = attendee.council, attendee.seat
                self.at[place] = (*self.at.get(place, ()), attendee)
