"""The free moves of a council at the host's: those that wait for a ruling, and a form for it beside them."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from crisis_game.engine.acts.free_moves import RuleMove
from crisis_game.exercise.lesson_actions import Steer
from crisis_game.pages.free_moves import FREE_MOVES, NONE_WAITS
from crisis_game.pages.host import host_wording
from crisis_game.pages.running_sheet import LONGEST, SheetChoice, filled
from crisis_game.tui import dialogues
from crisis_game.tui.keys import bindings
from crisis_game.tui.rendering import begun
from crisis_game.tui.screens.desk_page import DeskPage
from crisis_game.tui.widgets.as_written import Option, OptionList, Static
from crisis_game.tui.widgets.pane import Pane
from crisis_game.tui.widgets.words import put

HEARD = "heard"
"""The row by which moves are heard, or no more."""


class FreeMovesScreen(DeskPage):
    """A row for each move that waits, and one for whether moves are heard."""

    CSS_PATH = "council_pages.tcss"
    HEADING = "Free moves"
    ABOUT = (
        "Each move that a seat proposes has a row, the oldest first; the last row says whether moves are heard. Enter "
        "on a move asks whether you refuse it, allow it, or rule at odds; a ruling is filled in beside the move: what "
        "is told, in how many of ten cases it works, what speaks for it and against it, and what it does. Nothing is "
        "told before the last Enter. Escape leads to the host's screen."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("free-moves")

    def compose_body(self) -> ComposeResult:
        """The rows, or that none waits."""
        with Pane(self.say(FREE_MOVES), self._desk.council.name, id="council-page"):
            yield Static(id="council-none")
            yield OptionList(id="council-rows")

    def draw_rows(self) -> None:
        """The moves in their order, with the same one marked."""
        moves, rows = self._desk.moves, self.query_one(OptionList)
        wording = host_wording(self._desk.council)
        marked = rows.get_option_at_index(rows.highlighted).id if rows.highlighted is not None else None
        put(self.query_one("#council-none", Static), begun(NONE_WAITS, wording))
        self.query_one("#council-none").display = not moves.rows
        rows.clear_options()
        rows.add_options([Option(begun(row.line, wording), id=row.key) for row in moves.rows])
        rows.add_options([Option(self.say(choice.words), id=HEARD) for choice in moves.for_all])
        keys = [option.id for option in rows.options]
        if keys:
            rows.highlighted = keys.index(marked) if marked in keys else 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """What can be done about a move; or hear moves, or no more."""
        event.stop()
        moves = self._desk.moves
        if event.option.id == HEARD:
            for choice in moves.for_all:
                self.do(Steer(choice.command, self._desk.council.name))
            return
        choices = next((row.choices for row in moves.rows if row.key == event.option.id), ())
        rows = [(str(place), self.say(choice.words)) for place, choice in enumerate(choices)]

        def take(place: str | None) -> None:
            if place is not None:
                self._take(choices[int(place)])

        dialogues.choose(self.stage, self.say("What becomes of it?"), {"": rows}, "", take)

    def _take(self, choice: SheetChoice) -> None:
        """Words for a refusal; for every other ruling the form."""
        command = choice.command
        if choice.asks == "ruling" and isinstance(command, RuleMove):
            preset = {"move": command.move, "ruling": command.ruling}
            self.ask(RuleMove, preset, choice.surely)
            return

        def refuse(words: str | None) -> None:
            if words is not None:
                self.do(Steer(filled(command, words), self._desk.council.name))

        dialogues.sentence(self.stage, self.say(choice.words), LONGEST, refuse)
