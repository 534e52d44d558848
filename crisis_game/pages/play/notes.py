"""Notes of one's own: what a person wrote down for nobody else."""

from __future__ import annotations

from crisis_game.exercise.notes import LONGEST_NOTES
from crisis_game.pages.parts import Page, line, verbatim
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Counted, Text, counted

WHAT = Text("Whom to ask, what was promised, what you doubt.")
"""What notes are for."""


def notes_page(words: str, seat: SeatId) -> Page:
    """A seat's notes as it wrote them."""
    written = tuple(line(verbatim(row)) for row in words.splitlines())
    title = Text("Notes of {seat:state}, for nobody else", {"seat": seat})
    return Page("notes", title, written or (line(Text("You have noted nothing yet.")),))


def room_left(words: str) -> Counted:
    """How much more can be noted."""
    return counted("room for {n} more character", "room for {n} more characters", LONGEST_NOTES - len(words))
