"""Leaving the game: everything is saved, one only says where to go."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from crisis_game.tui.dialogue import Dialogue
from crisis_game.tui.screens.pass_on import named, others
from crisis_game.tui.widgets.as_written import Option, OptionList, Static
from crisis_game.tui.wording import say


class LeaveScreen(Dialogue[None]):
    """Go on, hand over the keyboard, go to the title, or quit."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def compose(self) -> ComposeResult:
        """The ways."""
        from crisis_game.tui.app import CrisisApp

        app = self.app
        game = app.game if isinstance(app, CrisisApp) else None
        wording = game.sight.wording if game else None
        if game is None or wording is None:
            return
        with Vertical(classes="dialogue"):
            yield Static(say(wording, "Leave the game? Every step is saved."), classes="question")
            options = [Option(say(wording, "Play on"), id="stay")]
            if game.shared:
                options += [
                    Option(say(wording, "Pass the keyboard to {person}", person=named(game, one)), id=f"hand-{one}")
                    for one in others(game)
                ]
            options.append(Option(say(wording, "To the title"), id="title"))
            options.append(Option(say(wording, "Show the public view, for all at the table"), id="public"))
            options.append(Option(say(wording, "Quit"), id="quit"))
            yield OptionList(*options)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go there."""
        from crisis_game.tui.app import CrisisApp

        app, choice = self.app, event.option_id or "stay"
        self.dismiss(None)
        if not isinstance(app, CrisisApp):
            return
        if choice == "title":
            app.to_title()
        elif choice == "public":
            app.action_public()
        elif choice == "quit":
            app.leave()
            app.exit(0)
        elif choice.startswith("hand-"):
            app.hand_over(choice.removeprefix("hand-"))
