"""The driver of a game that is shown on a page of `serve`: it ends when the server that feeds it is gone."""

from __future__ import annotations

from textual import messages
from textual.drivers.web_driver import WebDriver


class PageDriver(WebDriver):
    """Textual's driver for browsers, which would play on for nobody when its server was killed."""

    def run_input_thread(self) -> None:
        """Hand over what comes from the page; when nothing can come any more, leave the game."""
        super().run_input_thread()
        self._app.post_message(messages.ExitApp())
