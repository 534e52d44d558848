"""What everybody may know, in lines: the same for every seat, so it can be read aloud to the table."""

from __future__ import annotations

from dataclasses import dataclass

from crisis_game.assessment.public_record import PublicAct
from crisis_game.engine.view import View
from crisis_game.exercise.public import at_work
from crisis_game.exercise.sitting import OBSERVER, Sitting
from crisis_game.pages.names import wording_for
from crisis_game.pages.play.public import public_news
from crisis_game.plain import view_lines
from crisis_game.plain.console import Console
from crisis_game.plain.page_lines import say_page
from crisis_game.scenario.seat_dossier import Dossier, dossier
from crisis_game.texts import Prose, Text, Value


@dataclass(frozen=True, slots=True)
class Public:
    """What somebody who holds no seat may know at one moment; `work` is what goes on."""

    view: View
    sheet: Dossier
    acts: tuple[PublicAct, ...]
    work: Text | Prose

    @classmethod
    def of(cls, sitting: Sitting) -> Public:
        """What is public of an exercise now."""
        sheet = dossier(sitting.scenario(OBSERVER), OBSERVER)
        return cls(sitting.view(OBSERVER), sheet, sitting.record(), at_work(sitting))


def read_public(console: Console, public: Public) -> None:
    """Read it in words that everybody knows; the seat's own words stand again afterwards."""
    own = console.wording
    console.wording = wording_for(public.view.seen, public.sheet, own.language)
    try:
        _read(console, public)
    finally:
        console.wording = own


def _read(console: Console, public: Public) -> None:
    table = public.view.table
    values: dict[str, Value] = {"round": table.round, "rounds": table.rounds, "beat": table.beat}
    console.heading(Text("What everybody may know: round {round} of {rounds}, {beat:beat}", values))
    console.line(table.question)
    console.line(public.work)
    view_lines.situation(console, public.view, "gauges")
    say_page(console, public_news(public.view, public.acts))
