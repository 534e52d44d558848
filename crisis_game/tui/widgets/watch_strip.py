"""The strip under a watched game: whether the file is sound, what is wrong first, and how the choices came here."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from crisis_game.texts import Wording
from crisis_game.tui.wording import say
from crisis_game.workshop.watched import Watched, told

MOST = 3
"""Lines of the strip."""


class WatchStrip(Vertical):
    """Up to three lines; grey while the file is sound."""

    DEFAULT_CSS = """
    WatchStrip { height: auto; max-height: 3; padding: 0 1; background: $panel; color: $foreground-muted; }
    WatchStrip.-broken { color: $text-error; background: $error-muted; }
    WatchStrip Static { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, watched: Watched) -> None:
        super().__init__()
        self._watched = watched

    def compose(self) -> ComposeResult:
        """The lines as they are now."""
        watched = self._watched
        self.set_class(bool(watched.errors or watched.missing), "-broken")
        for line in strip_lines(watched, Wording("en"))[:MOST]:
            yield Static(line, markup=False)


def strip_lines(watched: Watched, wording: Wording) -> list[str]:
    """What the strip says: errors first, else how the game came here."""
    if watched.missing:
        return [watched.missing]
    if watched.errors:
        count, first = len(watched.errors), watched.errors[0]
        head = say(wording, "{count} errors; the last good version is played. F6 tells all.", count=count)
        return [head, f"{first.file}:{first.span.line}:{first.span.column} {first.code} {wording.say(first.message)}"]
    sound = "Watching: no errors, {warnings} warnings. F5 begins anew, F6 tells the problems."
    return [say(wording, sound, warnings=len(watched.problems)), *(wording.say(one) for one in told(watched))]
