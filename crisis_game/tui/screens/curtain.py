"""The curtain between two people at one keyboard: it names the next and shows nothing of anybody."""

from __future__ import annotations

from math import ceil
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center, Vertical
from textual.timer import Timer

from crisis_game.exercise.people import LONGEST_PIN, Person
from crisis_game.tui.keys import bindings
from crisis_game.tui.screens.base import Page
from crisis_game.tui.widgets.as_written import Button, Input, Static


class CurtainScreen(Page[None]):
    """Who sits down next. Behind it there is no widget of any seat."""

    CSS_PATH = "curtain.tcss"
    HEADING = "Curtain"
    ABOUT = (
        "Pass the keyboard to the person who is named, then lift the curtain. Nobody else should look. "
        "Where a PIN was set, it is asked for; after wrong ones there is a wait that grows."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("curtain")

    def __init__(self) -> None:
        super().__init__()
        self._waiting: Timer | None = None

    @property
    def person(self) -> Person:
        """Who is named."""
        game = self.stage.game
        return game.people.of(game.seat) if game else Person("")

    def compose_body(self) -> ComposeResult:
        """The name of the next, the PIN where one is set, and a button."""
        person = self.person
        words = "{name}, for {seat:state}" if person.name else "{seat:state}"
        lift = "I am {name}: lift the curtain" if person.name else "I am {seat:state}: lift the curtain"
        with Vertical(id="curtain-cloth"):
            with Center():
                yield Static(self.say("The curtain is down."), classes="curtain-line")
            with Center():
                yield Static(self.say(words, name=person.name, seat=person.seat), id="curtain-name")
            with Center():
                yield Static(self.say("Pass the keyboard. Everybody else looks away."), classes="curtain-line")
            if person.pin:
                with Center():
                    placeholder = self.say("PIN, then Enter")
                    yield Input(placeholder=placeholder, password=True, max_length=LONGEST_PIN, id="curtain-pin")
                with Center():
                    yield Static(id="curtain-told", classes="curtain-line")
            with Center():
                words = self.say(lift, name=person.name, seat=person.seat)
                yield Button(words, variant="primary", id="lift")

    def on_mount(self) -> None:
        """The PIN is asked first; a wait that was going on goes on."""
        self.query_one("#curtain-pin, #lift").focus()
        if self.person.pin:
            self._tell_wait()
            self._waiting = self.set_interval(0.5, self._tell_wait)

    @on(Input.Submitted)
    @on(Button.Pressed)
    def next_is_there(self) -> None:
        """The next person is there."""
        self.action_lift()

    def action_lift(self) -> None:
        """Show the seat's own screens, to who knows the PIN where one is set."""
        game = self.stage.game
        if game is None:
            return
        typed = ""
        if self.person.pin:
            asked = self.query_one("#curtain-pin", Input)
            typed, asked.value = asked.value, ""
            asked.focus()
        if game.door.opens(self.person, typed):
            self.stage.sit_down()
        else:
            self._tell_wait()

    def action_leave(self) -> None:
        """Leave the game for the title; all is saved."""
        self.stage.to_title()

    def _tell_wait(self) -> None:
        game = self.stage.game
        if game is None:
            return
        door, words = game.door, ""
        if (left := ceil(door.wait(self.person.seat))) > 0:
            words = self.say("That was not the PIN. Try again in {seconds} s.", seconds=left)
        elif door.wrong(self.person.seat):
            words = self.say("That was not the PIN. Try again.")
        self.query_one("#curtain-told", Static).update(words)
