"""The title: the first frame, shown before anything heavy is imported."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center, Vertical
from textual.content import Content

from crisis_game import __version__
from crisis_game.tui import navigation
from crisis_game.tui.keys import bindings
from crisis_game.tui.navigation import Way
from crisis_game.tui.resuming import resume
from crisis_game.tui.screens.base import Page
from crisis_game.tui.widgets.as_written import Option, OptionList, Static

if TYPE_CHECKING:
    from crisis_game.exercise.saves_folder import SaveInfo

HORIZON = """\
                          .
                         /|\\
                        /_|_\\
      ~  ~   ~     ______|______      ~   ~  ~
   ~    ~       ~  \\  o  o  o  /   ~     ~      ~
 ~~~~~~~~~~~~~~~~~~~\\_________/~~~~~~~~~~~~~~~~~~~~"""

CHOICES = (
    ("scenarios", "New game", "choose a scenario and a seat"),
    ("continue", "Go on", "the game you played last"),
    ("saves", "Saved games", "go on, rename, delete, verify"),
    ("casebook", "Cases", "64 real acts, and what was said of them"),
    ("library", "Law library", "rules of judgement, words explained"),
    ("rules-of-play", "How to play", "one round in two minutes"),
    ("mock-vote", "Warm-up", "a mock vote of two minutes, for a class"),
    ("settings", "Settings", "colours, motion, signs"),
    ("quit", "Quit", ""),
)

WAYS: Mapping[str, Way] = {
    "scenarios": navigation.scenarios,
    "saves": navigation.saves,
    "casebook": navigation.casebook,
    "library": navigation.library,
    "rules-of-play": navigation.rules_of_play,
    "mock-vote": navigation.mock_vote,
    "settings": navigation.settings,
}
"""Where each choice leads that opens a screen."""


class TitleScreen(Page[None]):
    """What one can do before a game."""

    HEADING = "Title"
    ABOUT = "Choose with the arrow keys and Enter, or click. A game is saved after every step: leave when you like."
    BINDINGS: ClassVar[list[BindingType]] = bindings("title")

    def __init__(self) -> None:
        super().__init__()
        self._last: SaveInfo | None = None

    def compose_body(self) -> ComposeResult:
        """The name, the menu."""
        with Vertical(id="title-page"):
            with Center():
                yield Static(HORIZON, id="title-horizon")
            with Center():
                yield Static("C R I S I S   G A M E", id="title-name")
            with Center():
                yield Static(self.say("Several states, one treaty, little time."), id="title-line")
            with Center():
                yield OptionList(*(self._option(*choice) for choice in CHOICES), id="title-menu")
            with Center():
                words = self.say("↑ ↓ choose, Enter goes on; or click. New here? New game, then First Watch.")
                yield Static(words, id="title-keys")
            with Center():
                yield Static(__version__, id="title-version")

    def on_mount(self) -> None:
        """Choose with the arrow keys at once."""
        self.query_one(OptionList).focus()

    def on_screen_resume(self) -> None:
        """Look for the last save, once the frame stands; keys are answered meanwhile."""
        self.call_after_refresh(self.run_worker, self._look_for_last, thread=True, exclusive=True, exit_on_error=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go where the choice leads."""
        match event.option_id:
            case "quit":
                self.app.exit(0)
            case "continue":
                self._go_on()
            case str(name):
                WAYS[name](self.stage)

    def action_nothing(self) -> None:
        """There is nothing behind the title."""

    def _option(self, name: str, title: str, about: str) -> Option:
        words = Content.assemble(
            (f"{self.say(title):<14}", "bold"), (self.say(about) if about else "", "$foreground-muted")
        )
        return Option(words, id=name, disabled=name == "continue" and self._last is None)

    def _look_for_last(self) -> None:
        from crisis_game.exercise.saves_folder import list_saves

        last = next((save for save in list_saves() if save.goes_on), None)
        self.app.call_from_thread(self._offer_last, last)

    def _offer_last(self, last: SaveInfo | None) -> None:
        self._last = last
        menu = self.query_one(OptionList)
        if last is None:
            menu.disable_option("continue")
            return
        menu.replace_option_prompt("continue", self._continue_words(last))
        menu.enable_option("continue")

    def _continue_words(self, last: SaveInfo) -> Content:
        where = self.say("{scenario}, round {round}", scenario=last.name or last.title, round=last.round)
        return Content.assemble((f"{self.say('Go on'):<14}", "bold"), (where, "$foreground-muted"))

    def _go_on(self) -> None:
        if self._last is not None:
            resume(self.stage, self._last.path)
