"""Who holds a seat: a name and a PIN, both optional."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical

from crisis_game.exercise.people import LONGEST_NAME, LONGEST_PIN, SHORTEST_PIN, Person, Pin, tidy_name
from crisis_game.texts import Wording
from crisis_game.tui.dialogue import Dialogue
from crisis_game.tui.keys import bindings
from crisis_game.tui.widgets.as_written import Button, Input, Static, as_written
from crisis_game.tui.wording import say


class PersonScreen(Dialogue[Person | None]):
    """Name and PIN of one person; None where nothing shall change. A PIN is typed hidden, twice.

    Args:
        person: as it stands; a PIN that was set stays where none is typed.
        wording: knows the names of the seats.
    """

    AUTO_FOCUS = "#person-name"
    BINDINGS: ClassVar[list[BindingType]] = bindings("person")

    def __init__(self, person: Person, wording: Wording) -> None:
        super().__init__()
        self._person = person
        self._wording = wording

    def compose(self) -> ComposeResult:
        """Three lines, what is wrong with them, and the answers."""
        values = {"least": SHORTEST_PIN, "most": LONGEST_PIN}
        pin = "PIN: {least} to {most} characters, or empty" if not self._person.pin else "A new PIN; empty: as it was"
        with Vertical(classes="dialogue") as box:
            box.border_title = as_written(say(self._wording, "Who plays {seat:state}?", seat=self._person.seat))
            yield Input(
                self._person.name,
                placeholder=say(self._wording, "Name, or empty"),
                max_length=LONGEST_NAME,
                id="person-name",
            )
            yield Input(placeholder=say(self._wording, pin, **values), password=True, max_length=LONGEST_PIN, id="pin")
            again = say(self._wording, "The PIN once more")
            yield Input(placeholder=again, password=True, max_length=LONGEST_PIN, id="again")
            about = "A PIN keeps neighbours from peeking. Whoever has the file can still read it."
            yield Static(say(self._wording, about), id="person-told", classes="question muted")
            with Horizontal(classes="answers"):
                if self._person.pin:
                    yield Button(say(self._wording, "No PIN"), id="clear")
                yield Button(say(self._wording, "Keep"), variant="primary", id="keep")

    @on(Input.Submitted)
    def go_on(self, event: Input.Submitted) -> None:
        """Enter goes to the next line, and keeps after the last; a PIN left empty needs no second line."""
        if event.input.id == "again" or (event.input.id == "pin" and not event.value):
            self.keep()
        else:
            self.focus_next()

    @on(Button.Pressed, "#keep")
    def keep(self) -> None:
        """Keep what was typed, where it holds."""
        typed, again = self.query_one("#pin", Input), self.query_one("#again", Input)
        pin, fault = typed.value.strip(), ""
        if typed.value != again.value:
            fault = "The two PINs are not the same. Type it again."
        elif typed.value and len(pin) < SHORTEST_PIN:
            fault = "A PIN has {least} to {most} characters."
        if fault:
            sentence = say(self._wording, fault, least=SHORTEST_PIN, most=LONGEST_PIN)
            self.query_one("#person-told", Static).update(sentence)
            typed.value = again.value = ""
            typed.focus()
            return
        self._done(Pin.of(pin) if pin else self._person.pin)

    @on(Button.Pressed, "#clear")
    def clear(self) -> None:
        """Keep the name, and take the PIN away."""
        self._done(None)

    def _done(self, pin: Pin | None) -> None:
        self.dismiss(Person(self._person.seat, tidy_name(self.query_one("#person-name", Input).value), pin))
