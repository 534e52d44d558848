"""A watched scenario in lines: what its author would see as a player, after each save."""

from __future__ import annotations

from crisis_game.exercise.sitting import Sitting
from crisis_game.plain import view_lines
from crisis_game.plain.console import Console
from crisis_game.scenario.ids import FACILITATOR, SeatId
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Wording


def show_view(sitting: Sitting, seat: SeatId, language: str, console: Console | None = None) -> None:
    """Read out where a seat stands: the beat, its letters of this round, what is known, the gauges, the texts."""
    console = console or Console(Wording(language))
    console.wording = Wording(language, names(sitting.scenario(FACILITATOR)))
    view = sitting.view(seat)
    view_lines.heading(console, view, several=True)
    view_lines.letters(console, [letter for letter in view.mail if letter.round == view.table.round])
    view_lines.situation(console, view, "incidents")
    view_lines.situation(console, view, "gauges")
    view_lines.texts(console, view)
