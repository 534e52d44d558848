"""Keys that are typed ahead: a screen is left only when it stands, once, and by itself."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from textual.await_complete import AwaitComplete
from textual.events import Compose, Event, Unmount
from textual.screen import Screen

from crisis_game.tui.stage import Stage, stage_of

Result = TypeVar("Result")


def stands(screen: Screen[Any], event: Event) -> bool:
    """Whether a screen can hear of an event.

    Textual puts up no widgets on a screen that is removed, or in an app that closes, before it is built, and tells it
    all the same that it is mounted, shown, resized; whatever it does then would look for widgets that are not there.
    """
    if isinstance(event, Unmount):
        return True
    stays = screen.is_attached and screen.app.is_running and screen.display
    return stays and (bool(screen.children) or isinstance(event, Compose))


class Leaving(Screen[Result], Generic[Result]):
    """A screen that the second of two quick keys does not leave again: that would close another in its place."""

    _left = False

    @property
    def stage(self) -> Stage:
        """The app, as far as a screen needs it."""
        return stage_of(self)

    async def on_event(self, event: Event) -> None:
        """Nothing happens to a screen that was never built."""
        if stands(self, event):
            await super().on_event(event)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No key acts on a screen that is not complete yet."""
        return self.is_mounted and super().check_action(action, parameters)

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Leave with a result; nothing where it was left already, or where another lies over it: that would be left."""
        if self._left or not self.is_active:
            return AwaitComplete()
        self._left = True
        return super().dismiss(result)
