"""Leaving the game: everything is saved, one only says where to go."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from crisis_game.tui.dialogue import Dialogue
from crisis_game.tui.keys import bindings
from crisis_game.tui.screens.pass_on import named, others
from crisis_game.tui.widgets.as_written import Option, OptionList, Static
from crisis_game.tui.wording import say


class LeaveScreen(Dialogue[None]):
    """Go on, hand over the keyboard, go to the title, or quit."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("leave")

    def compose(self) -> ComposeResult:
        """The ways."""
        game = self.stage.game
        if game is None:
            return
        wording = game.sight.wording
        with Vertical(classes="dialogue"):
            hosted = game.session.host is not None
            question = "Leave this seat? The others play on." if hosted else "Leave the game? Every step is saved."
            yield Static(say(wording, question), classes="question")
            options = [Option(say(wording, "Play on"), id="stay")]
            if game.shared:
                options += [
                    Option(say(wording, "Pass the keyboard to {person}", person=named(game, seat)), id=f"hand-{seat}")
                    for seat in others(game)
                ]
            home = "Leave this seat" if hosted else "To the title"
            options.append(Option(say(wording, home), id="title"))
            options.append(Option(say(wording, "Show the public view, for all at the table"), id="public"))
            options.append(Option(say(wording, "Quit"), id="quit"))
            yield OptionList(*options)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go there."""
        stage, choice = self.stage, event.option_id or "stay"
        self.dismiss(None)
        if choice == "title":
            stage.to_title()
        elif choice == "public":
            stage.action_public()
        elif choice == "quit":
            stage.leave()
            stage.exit(0)
        elif choice.startswith("hand-"):
            stage.hand_over(choice.removeprefix("hand-"))
