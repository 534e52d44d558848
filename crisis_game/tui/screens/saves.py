"""The saved games: go on, rename, delete, verify, and the receipt."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from crisis_game.exercise.save import SaveError, open_save
from crisis_game.exercise.saves_folder import SaveInfo, delete, list_saves
from crisis_game.texts import visible
from crisis_game.tui import dialogues
from crisis_game.tui.keys import bindings
from crisis_game.tui.resuming import resume
from crisis_game.tui.screens.base import Page
from crisis_game.tui.widgets.as_written import Input, Option, OptionList, Static
from crisis_game.tui.widgets.marking_list import MarkingList
from crisis_game.tui.widgets.pane import Pane
from crisis_game.tui.widgets.word_line import WordLine


class SavesScreen(Page[None]):
    """All saves, newest first."""

    CSS_PATH = "saves.tcss"
    HEADING = "Saved games"
    ABOUT = (
        "Enter goes on with the game that is marked. Verifying replays it: the chain of entries must hold, and "
        "every event must follow from its command. The receipt is the code that you hand in with an exported game."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("saves")

    def __init__(self) -> None:
        super().__init__()
        self._saves: list[SaveInfo] = []

    def compose_body(self) -> ComposeResult:
        """The list, a line for the new name, a line for what came of it."""
        with Pane(self.say("Saved games"), id="saves-pane"):
            yield MarkingList(id="saves")
        yield WordLine(id="save-name", max_length=60, placeholder=self.say("New name, then Enter"))
        yield Static(id="save-told")

    def on_mount(self) -> None:
        """Read the folder."""
        self._fill()
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def go_on(self) -> None:
        """Go on with the game that is marked."""
        save = self._marked()
        if save is not None:
            resume(self.stage, save.path)

    @on(Input.Submitted)
    def renamed(self, event: Input.Submitted) -> None:
        """Give the save its new name."""
        save = self._marked()
        name = event.value.strip()
        event.input.display = False
        if save is not None and name:
            try:
                with open_save(Path(save.path)) as opened:
                    opened.set_name(name)
            except SaveError as fault:
                self._tell(str(fault))
            self._fill()
        self.query_one(OptionList).focus()

    def action_rename(self) -> None:
        """Ask for a new name."""
        save = self._marked()
        if save is not None and not save.fault:
            asked = self.query_one(Input)
            asked.value = save.name
            asked.display = True
            asked.focus()

    def action_verify(self) -> None:
        """Replay the game that is marked, and tell whether all of it holds."""
        from crisis_game.exercise.verify import examine, read_log
        from crisis_game.scenario.reading.load import FaultyScenarioError

        save = self._marked()
        if save is None:
            return
        try:
            verdict = examine(read_log(Path(save.path)))
        except (SaveError, FaultyScenarioError) as fault:
            self._tell(str(fault))
            return
        if verdict.sound:
            self._tell(self.say("All {n} entries hold. Receipt: {code}", n=verdict.entries, code=verdict.receipt))
        else:
            self._tell(verdict.told)

    def action_delete(self) -> None:
        """Delete the game that is marked, once it was confirmed."""
        save = self._marked()
        if save is None:
            return
        question = self.say("Delete the game {name} for good?", name=save.name or save.id)
        dialogues.confirm(self.stage, question, self.say("Delete"), self.say("Keep it"), partial(self._delete, save))

    def action_back(self) -> None:
        """Out of the new name first, then back."""
        asked = self.query_one(Input)
        if asked.display:
            asked.display = False
            self.query_one(OptionList).focus()
        else:
            self.dismiss(None)

    def _delete(self, save: SaveInfo) -> None:
        try:
            delete(Path(save.path))
        except SaveError as fault:
            self._tell(str(fault))
        self._fill()

    def _fill(self) -> None:
        self._saves = list_saves()
        saves = self.query_one(OptionList)
        saves.clear_options()
        saves.add_options([Option(self._row(save), id=save.id) for save in self._saves])
        if self._saves:
            saves.highlighted = 0
        else:
            self._tell(self.say("There is no saved game yet."))

    def _row(self, save: SaveInfo) -> Content:
        name = visible(save.name or save.id)
        if save.fault:
            return Content.assemble((name, "bold"), "\n  ", (visible(save.fault), "$error"))
        where = self.say("over") if save.finished else self.say("round {n}, {beat}", n=save.round, beat=save.beat)
        facts = self.say(
            "{scenario} as {states} · {where} · {n} steps · {when}",
            scenario=save.title,
            states=save.states,
            where=where,
            n=save.entries,
            when=save.saved_here,
        )
        if save.made_by:
            facts += "\n  " + self.say("to be read only: played by the rules of {made_by}", made_by=save.made_by)
        return Content.assemble((name, "bold"), "\n  ", (facts, "$foreground-muted"))

    def _marked(self) -> SaveInfo | None:
        place = self.query_one(OptionList).highlighted
        return self._saves[place] if place is not None and place < len(self._saves) else None

    def _tell(self, words: str) -> None:
        self.query_one("#save-told", Static).update(visible(words))
