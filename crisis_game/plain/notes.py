"""Notes of one's own in lines: read them, add a line, take the last one away."""

from __future__ import annotations

from crisis_game.exercise.notes import LONGEST_NOTES, Notes
from crisis_game.exercise.save import SaveError
from crisis_game.plain.console import Console
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text

LONGEST_LINE = 500
"""Characters of one line of notes."""

CHANGES = (Text("Add a line"), Text("Take the last line away"))


def own_notes(console: Console, notes: Notes, seat: SeatId) -> None:
    """Read a seat's notes and change them, until the reader goes back; each change is saved at once."""
    while True:
        read_notes(console, notes, seat)
        full = len(notes.of(seat)) >= LONGEST_NOTES
        place = console.choose(Text("Your notes"), CHANGES, Text("Back"))
        if place is None:
            return
        if place == 1:
            notes.put(seat, notes.of(seat).rpartition("\n")[0])
        elif full or not notes.add(seat, console.words(Text("What do you note?"), 0, LONGEST_LINE)):
            console.line(Text("There is no room for it: notes have {n} characters.", {"n": LONGEST_NOTES}))
        _keep(console, notes)


def read_notes(console: Console, notes: Notes, seat: SeatId) -> None:
    """Read a seat's notes."""
    console.heading(Text("Notes of {seat:state}, for nobody else", {"seat": seat}))
    words = notes.of(seat)
    if not words:
        console.line(Text("You have noted nothing yet."))
    for line in words.splitlines():
        console.line(line)


def _keep(console: Console, notes: Notes) -> None:
    try:
        notes.keep()
    except SaveError as fault:
        console.line(str(fault))
