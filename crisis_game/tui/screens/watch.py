"""All problems of a watched file, each with its line and remedy; it follows every save."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from crisis_game.texts import Text, Wording
from crisis_game.tui.screens.base import Page
from crisis_game.tui.widgets.as_written import Static
from crisis_game.workshop.watched_file import Watched, version_notes

_NONE = Text("No problems.")


class WatchScreen(Page[None]):
    """The problems of the file as it was saved last."""

    CSS_PATH = "watch.tcss"
    HEADING: ClassVar[str] = "What is wrong with the file"
    ABOUT: ClassVar[str] = "All problems of the file that you are writing. Save it, and this page follows."

    def __init__(self, watched: Watched) -> None:
        super().__init__()
        self._watched = watched

    def compose_body(self) -> ComposeResult:
        """A heading and the list."""
        yield Static(self.say(self.HEADING), id="watch-heading")
        with VerticalScroll(id="watch-list"):
            yield Static(id="watch-problems")

    def on_mount(self) -> None:
        """Show them."""
        self.draw()
        self.query_one("#watch-list").focus()

    def draw(self) -> None:
        """Show the problems as they are now."""
        self.query_one("#watch-problems", Static).update("\n".join(_lines(self._watched, self.stage.wording)))

    def action_back(self) -> None:
        """Back to the game, where there is one; else out."""
        if self._watched.session is None:
            self.app.exit(0)
        else:
            super().action_back()


def _lines(watched: Watched, wording: Wording) -> Iterator[str]:
    if watched.missing or watched.reading is None:
        yield watched.missing
        return
    for problem in watched.problems:
        place = f"{problem.file}:{problem.span.line}:{problem.span.column}"
        yield f"{place}: {problem.severity} {problem.code} {wording.say(problem.message)}"
        document = watched.reading.documents.get(problem.file)
        if document is not None:
            yield from (f"    {line}" for line in document.excerpt(problem.span).splitlines())
        yield f"    -> {wording.say(problem.fix)}"
        yield ""
    if not watched.problems:
        yield wording.say(_NONE)
    yield from (wording.say(note) for note in version_notes(watched))
