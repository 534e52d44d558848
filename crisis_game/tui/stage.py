"""What a screen needs of the app: the one interface between them, so that neither has to know the other's file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, runtime_checkable

from textual.dom import DOMNode
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.widget import AwaitMount, Widget

from crisis_game.scenario.ids import MainPageId, SeatId
from crisis_game.texts import Msgid, Prose, Text, Value, Wording
from crisis_game.tui.settings import Settings

if TYPE_CHECKING:
    from crisis_game.exercise.sitting import Sitting
    from crisis_game.tui.game import Game

Result = TypeVar("Result")


class Stage(Protocol):
    """The app, as its screens see it.

    Attributes:
        language: code of the reader's language.
        game: what is on the screen; None beside a game.
        settings: as they hold now.
    """

    language: str
    game: Game | None
    settings: Settings

    @property
    def wording(self) -> Wording:
        """Words for who sits before the screen."""

    @property
    def seated(self) -> bool:
        """Whether somebody sits before a game: none while the curtain is down."""

    @property
    def screen(self) -> Screen[Any]:
        """The screen on top."""

    @property
    def screen_stack(self) -> list[Screen[Any]]:
        """All screens, the lowest first."""

    def say(self, words: Text | Prose | Msgid, **values: Value) -> str:
        """Words as a plain string; a `str` is the msgid of a sentence of ours."""

    def notify(self, message: str, *, severity: SeverityLevel = "information") -> None:
        """Show words for some seconds."""

    def below(self) -> Iterable[Widget]:
        """What stands above the keys on every main page."""

    def choose(self, **wanted: Any) -> None:
        """Change settings by name and keep them."""

    def push_screen(
        self, screen: Screen[Result], callback: Callable[[Result | None], None] | None = None
    ) -> AwaitMount:
        """Lay a screen over the others; who opens one says so by a function of `ways`."""

    def call_later(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        """Do something once what is under way is done; from any thread."""

    def go(self, page: MainPageId) -> None:
        """Go to a main page: the one that was there is removed."""

    def go_over(self, page: MainPageId) -> None:
        """Go to a main page from anywhere in a game: what lay over it is removed."""

    def play(self, session: Sitting, seat: SeatId | None = None) -> None:
        """Put a session on the screen."""

    def hand_over(self, seat: SeatId, sentence: str = "") -> None:
        """Let the curtain fall, and name who sits down next."""

    def sit_down(self) -> None:
        """Who is named by the curtain, or plays alone, takes the seat."""

    def to_title(self) -> None:
        """Leave the game and go back to the title."""

    def leave(self) -> None:
        """Close the game on the screen; all of it is saved."""

    def exit(self, result: int | None = None) -> None:
        """End the program with an exit code."""

    def export_screenshot(self) -> str:
        """A picture of the screen as SVG."""

    def action_public(self) -> None:
        """Let the curtain fall, and show what everybody may know."""

    def action_turn_clock(self) -> None:
        """Stop the clock, or let it run again."""

    def action_picture(self) -> None:
        """Keep a picture of the screen, and say where."""

    def action_jump(self) -> None:
        """Put letters before all that can be reached."""

    def action_copy_marked(self) -> None:
        """Copy what is marked, and say so."""


@runtime_checkable
class HasStage(Protocol):
    """An app of ours, seen as one of Textual's."""

    @property
    def stage(self) -> Stage:
        """What its screens may ask of it."""


def stage_of(node: DOMNode) -> Stage:
    """The stage on which a screen or widget stands.

    Raises:
        TypeError: in an app that is not ours.
    """
    app = node.app
    if not isinstance(app, HasStage):
        raise TypeError("the screens of the game need its app")
    return app.stage
