"""The curtain between two people at one keyboard: it names the next and shows nothing of anybody."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical
from textual.widgets import Button, Static

from crisis_game.tui.screens.base import Page


class CurtainScreen(Page[None]):
    """Who sits down next. Behind it there is no widget of any seat."""

    CSS_PATH = "curtain.tcss"
    HEADING = "Curtain"
    ABOUT = "Pass the keyboard to the person who is named, then lift the curtain. Nobody else should look."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave"),
        Binding("enter", "lift", "Lift the curtain", show=False),
    ]

    def compose_body(self) -> ComposeResult:
        """The name of the next, and a button."""
        game = self.crisis.game
        seat = game.seat if game else ""
        with Vertical(id="curtain-cloth"):
            with Center():
                yield Static(self.say("The curtain is down."), markup=False, classes="curtain-line")
            with Center():
                yield Static(self.say("{seat:state}", seat=seat), markup=False, id="curtain-name")
            with Center():
                yield Static(
                    self.say("Pass the keyboard. Everybody else looks away."), markup=False, classes="curtain-line"
                )
            with Center():
                yield Button(self.say("I am {seat:state}: lift the curtain", seat=seat), variant="primary", id="lift")

    def on_mount(self) -> None:
        """The terminal's title tells nothing either."""
        self.query_one(Button).focus()

    def on_button_pressed(self) -> None:
        """The next person is there."""
        self.action_lift()

    def action_lift(self) -> None:
        """Show the seat's own screens."""
        self.crisis.sit_down()

    def action_leave(self) -> None:
        """Leave the game for the title; all is saved."""
        self.crisis.to_title()
