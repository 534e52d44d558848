"""The strip under a watched game: whether the file is sound, what is wrong first, and how the choices came here."""

from __future__ import annotations

from pathlib import PurePath

from crisis_game.texts import Wording
from crisis_game.tui.keys import said
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.wording import say
from crisis_game.workshop.watched_file import Watched, version_notes

MOST = 3
"""Lines of the strip."""


class WatchStrip(Static):
    """Up to three lines; in the colour of errors while the file is broken."""

    DEFAULT_CSS = """
    WatchStrip {
        height: auto; max-height: 3; padding: 0 1; background: $panel; color: $foreground-muted;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    WatchStrip.-broken { color: $text-error; background: $error-muted; }
    """

    def __init__(self, watched: Watched) -> None:
        super().__init__()
        self._watched = watched

    def on_mount(self) -> None:
        """Say how things are."""
        self.draw()

    def draw(self) -> None:
        """Say how things are now."""
        self.set_class(bool(self._watched.errors or self._watched.missing), "-broken")
        self.update("\n".join(strip_lines(self._watched, Wording("en"))[:MOST]))


KEYS = said("watching")
"""The keys of the strip."""


def strip_lines(watched: Watched, wording: Wording) -> list[str]:
    """What the strip says: errors first, else how the game came here."""
    if watched.missing:
        return [watched.missing]
    if watched.errors:
        count, first = len(watched.errors), watched.errors[0]
        broken = "Errors: {count}; the last good version is played. {problems} tells all."
        head = say(wording, broken, count=count, **KEYS)
        place = f"{PurePath(first.file).name}:{first.span.line}:{first.span.column}"
        return [head, f"{place} {first.code} {wording.say(first.message)}"]
    sound = "Watching: no errors, warnings: {warnings}. {anew} begins anew, {problems} tells the problems."
    notes = (wording.say(note) for note in version_notes(watched))
    return [say(wording, sound, warnings=len(watched.problems), **KEYS), *notes]
