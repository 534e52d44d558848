"""Ready: asks what is still due, then closes the beat for this seat."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Key
from textual.style import Style

from crisis_game.engine.acts.turns import Retract, SetReady
from crisis_game.pages.play.due import Due, left_to_default
from crisis_game.tui.keys import bindings, key_on, spoken, spoken_of
from crisis_game.tui.screens.base import GamePage
from crisis_game.tui.widgets.as_written import Button, Static
from crisis_game.tui.widgets.pane import Pane


class ReadyScreen(GamePage[None]):
    """One question: done with this beat, or not yet."""

    CSS_PATH = "ready.tcss"
    HEADING = "Ready"
    ABOUT = "The beat closes when all who have something due are ready. What you leave undone gets the default."
    BINDINGS: ClassVar[list[BindingType]] = bindings("ready")

    def compose_body(self) -> ComposeResult:
        """What is due, and the two answers."""
        with Pane(self.say("Done with this beat?"), id="ready-box"):
            yield Static(self._words(), id="ready-words")
            yield Static(self._others(), id="ready-others")
            with Horizontal(id="ready-answers"):
                yes, no = self._answers()
                yield Button(self.say(yes), variant="primary", id="yes")
                yield Button(self.say(no), id="no")

    def on_mount(self) -> None:
        """Who pressed the key is ready: Enter says so, unless it is the last occasion for something open."""
        self.query_one("#no" if any(due.last for due in self.game.due) else "#yes").focus()

    def on_key(self, event: Key) -> None:
        """The key of what is still open leads there."""
        if event.key in map(self._key, self.game.due):
            event.stop()
            self.action_do(event.key)

    def _others(self) -> str:
        """What being ready means for the others at this keyboard; empty where one plays alone."""
        game = self.game
        if not game.shared or self.sight.view.table.ready:
            return ""
        sentence = "You do not sit down again in this beat. {key} passes the keyboard for a while."
        if game.session.waiting() == (game.seat,):
            sentence = "You are the last: the beat closes. {key} lets somebody else answer first."
        return "\n" + self.say(sentence, key=spoken_of("pass_on", "ready"))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """An answer."""
        if event.button.id == "yes":
            self.action_yes()
        else:
            self.action_back()

    def action_yes(self) -> None:
        """Ready, or not ready after all."""
        command = Retract() if self.sight.view.table.ready else SetReady()
        self.submit(command)
        if self.is_current:
            self.dismiss(None)

    def action_do(self, key: str) -> None:
        """Back, and on to what is still to do."""
        self.dismiss(None)
        self.app.simulate_key(key)

    def _answers(self) -> tuple[str, str]:
        """What each of the two buttons does, in words."""
        if self.sight.view.table.ready:
            return "Not ready after all", "Back"
        return ("Ready all the same", "Back to do it") if self.game.due else ("Ready", "Back")

    def _words(self) -> Content:
        due, table = self.game.due, self.sight.view.table
        if table.ready:
            waiting = tuple(seat for seat in table.waiting_for if seat != self.game.seat)
            return Content(self.say("You are ready. Waiting for {seats:state}.", seats=waiting))
        if not due:
            return Content(self.say("Nothing is left to do that this beat waits for."))
        rows = [Content(self.say("Still open:"))]
        rows += [self._due(item) for item in due]
        if defaults := " ".join(map(self.sight.wording.say, left_to_default(due))):
            rows += [Content(""), Content.styled(defaults, "$foreground-muted")]
        return Content("\n").join(rows)

    def _due(self, due: Due) -> Content:
        """A thing still to do; a click goes back and does it."""
        key = self._key(due)
        words = Content.assemble("  ", (spoken(key), "bold $primary"), "  ", self.say(due.words))
        return words.stylize(Style.from_meta({"@click": f"screen.do({key!r})"}))

    def _key(self, due: Due) -> str:
        """The key that does it on the page that lies below."""
        return key_on(due.aim, getattr(self.app.screen_stack[-2], "PAGE", None) or "")
