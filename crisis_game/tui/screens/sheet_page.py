"""What the running sheet of a live council and the ratings in a save share: rows, the marked one whole, its ratings."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from crisis_game.pages.running_sheet import (
    ALL_TOGETHER,
    LONGEST,
    NOTES,
    RUNNING_SHEET,
    RunningSheet,
    SheetChoice,
    SheetRow,
    filled,
    words_of,
)
from crisis_game.tui import dialogues
from crisis_game.tui.rendering import begun
from crisis_game.tui.screens.rows_page import RowsPage
from crisis_game.tui.widgets.as_written import Option, OptionList, Static
from crisis_game.tui.widgets.head import HeadRow
from crisis_game.tui.widgets.pane import Pane
from crisis_game.tui.widgets.words import put

if TYPE_CHECKING:
    from crisis_game.engine.act import Act


class SheetPage(RowsPage):
    """Injects and objectives as rows; beside them what there is to read of the marked one."""

    CSS_PATH = "sheet_page.tcss"

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._listed: tuple[tuple[str, ...], tuple[tuple[str, int], ...]] = ((), ())

    @property
    @abstractmethod
    def sheet(self) -> RunningSheet:
        """As it stands."""

    @abstractmethod
    def carry_out(self, command: Act) -> None:
        """Do it as the facilitator, and draw what came of it."""

    def compose_body(self) -> ComposeResult:
        """Rows, and the marked one whole."""
        with Horizontal(id="sheet-columns"):
            with Pane(self.say(RUNNING_SHEET), self.whose, id="sheet-rows-pane"):
                yield OptionList(id="sheet-rows")
            with Pane(id="sheet-one", can_focus=True):
                yield Static(id="sheet-lines")

    # Showing ----------------------------------------------------------------------------------------------------------

    def draw_rows(self) -> None:
        """Put rows and the marked one on the screen."""
        self._draw_rows(self.sheet)
        self._draw_marked()

    def _draw_rows(self, sheet: RunningSheet) -> None:
        """The rows: in their places where they are the same, else anew with the same one marked."""
        rows, wording = self.query_one(OptionList), self.wording
        keys = tuple(row.key for row in sheet.rows)
        heads = tuple((self.say(head), len(listed)) for head, listed in sheet.groups)
        if (keys, heads) == self._listed:
            for row in sheet.rows:
                rows.replace_option_prompt(row.key, begun(row.title, wording))
            return
        marked, self._listed = self._marked(), (keys, heads)
        rows.clear_options()
        for head, listed in sheet.groups:
            rows.add_options([HeadRow(self.say(head))])
            rows.add_options([Option(begun(row.title, wording), id=row.key) for row in listed])
        if keys:
            wanted = marked.key if marked is not None and marked.key in keys else keys[0]
            rows.highlighted = rows.get_option_index(wanted)

    def _draw_marked(self) -> None:
        row, wording = self._marked(), self.wording
        if row is None:
            put(self.query_one("#sheet-lines", Static), Content(self.say("It begins with the exercise.")))
            return
        told = [row.title, *row.lines, *(rating.line for rating in row.ratings)]
        put(self.query_one("#sheet-lines", Static), Content("\n").join(begun(line, wording) for line in told))

    def _marked(self) -> SheetRow | None:
        rows = self.query_one(OptionList)
        option = rows.get_option_at_index(rows.highlighted) if rows.highlighted is not None else None
        return next((row for row in self.sheet.rows if option is not None and row.key == option.id), None)

    def on_option_list_option_highlighted(self) -> None:
        """Another row is read."""
        self._draw_marked()

    # Doing ------------------------------------------------------------------------------------------------------------

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """All that can be done about a row: about the inject itself, then its ratings, seat by seat."""
        event.stop()
        groups = self._groups()
        choices = [choice for group in groups.values() for choice in group]
        if not choices:
            self.notify(self.say("There is nothing of that kind to do here now."))
            return
        places = iter(range(len(choices)))
        rows = {
            head: [(str(next(places)), self.say(choice.words)) for choice in group] for head, group in groups.items()
        }

        def take(place: str | None) -> None:
            if place is not None:
                self._take(choices[int(place)])

        dialogues.choose(self.stage, self.say("What shall be done?"), rows, "", take)

    def _groups(self) -> Mapping[str, tuple[SheetChoice, ...]]:
        """What can be done about the marked row, under a head for each whose rating it is."""
        row = self._marked()
        if row is None:
            return {}
        whose = {
            self.say("{seat:state}", seat=rating.seat) if rating.seat else self.say(ALL_TOGETHER): rating.choices
            for rating in row.ratings
        }
        groups = {"": row.choices, **whose, self.say(NOTES): row.notes}
        return {head: choices for head, choices in groups.items() if choices}

    def _take(self, choice: SheetChoice) -> None:
        """Ask for what is still to be given, or whether it is meant; then do it."""
        if choice.asks:
            question = self.say(choice.words) if choice.asks == "words" else self.say("Words to go with it, or none")
            dialogues.sentence(
                self.stage,
                question,
                LONGEST,
                lambda words: self._do(choice, words) if words is not None else None,
                standing=words_of(choice),
                may_be_empty=choice.asks == "words-or-none",
            )
        elif choice.surely:
            yes, no = self.say(choice.words), self.say("Not now")
            dialogues.confirm(self.stage, self.say(choice.surely), yes, no, lambda: self._do(choice, ""))
        else:
            self._do(choice, "")

    def _do(self, choice: SheetChoice, words: str) -> None:
        command = filled(choice.command, words) if choice.asks else choice.command
        self.carry_out(command)
