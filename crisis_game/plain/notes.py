"""Notes of one's own in lines: read them, add a line, take the last one away."""

from __future__ import annotations

from crisis_game.exercise.notes import Notes
from crisis_game.exercise.save import SaveError
from crisis_game.pages.play.notes import WHAT, notes_page, room_left
from crisis_game.plain.console import BACK, Console
from crisis_game.plain.page_lines import say_page
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text

LONGEST_LINE = 500
"""Characters of one line of notes."""

CHANGES = (Text("Add a line"), Text("Take the last line away"))


def own_notes(console: Console, notes: Notes, seat: SeatId) -> None:
    """Read a seat's notes and change them, until the reader goes back; each change is saved at once."""
    while True:
        say_page(console, notes_page(notes.of(seat), seat))
        place = console.choose(Text("Your notes"), CHANGES, BACK)
        if place is None:
            return
        if place == 1:
            notes.put(seat, notes.of(seat).rpartition("\n")[0])
        elif not notes.add(seat, console.words(WHAT, 0, LONGEST_LINE)):
            console.line(Text("Not noted: {room}.", {"room": room_left(notes.of(seat))}))
        try:
            notes.keep()
        except SaveError as fault:
            console.line(str(fault))
