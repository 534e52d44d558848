"""Whatever goes wrong on the screens ends in one place, and leaves the terminal as it was."""

from __future__ import annotations

import sys

from rich.console import RenderableType
from textual.app import App
from textual.worker import WorkerFailed


class LastDoor(App[int]):
    """An app that closes on the first fault and keeps it for who started the app.

    Textual itself would print the fault with the values of all variables, and so with words of a brief. It does so for
    who develops (`python -X dev`).
    """

    fault: Exception | None = None

    def _handle_exception(self, error: Exception) -> None:
        """Note the fault; Textual calls this for every one, in a handler, a timer, a worker or while it starts."""
        if self.fault is None:
            self.fault = _cause(error)
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Close, and print nothing."""
        if sys.flags.dev_mode:
            super()._fatal_error()
        else:
            self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """The same for exceptions that Textual has its own pictures of."""
        if sys.flags.dev_mode:
            super().panic(*renderables)
        else:
            self._close_messages_no_wait()


def _cause(error: Exception) -> Exception:
    """What went wrong in a worker, not that a worker went wrong."""
    if isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
        return error.error
    return error
