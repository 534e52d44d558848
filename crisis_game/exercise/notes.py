"""Notes of one's own: what a person writes down for nobody else.

They lie in the save outside the chain, as plain words: nobody at the keyboard is shown another's, and whoever has the
file can read all of them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from typing import Any

from crisis_game.exercise.save_file import SaveError
from crisis_game.exercise.sitting import OBSERVER, Sitting
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text

LONGEST_NOTES = 4000
"""Characters of one seat's notes."""

ROW = "notes"
UNREADABLE = Text("The notes in this save cannot be read and are left out.")


class Notes:
    """The notes of all seats of one game.

    What is put is known at once, and is in the save after `keep`.

    Attributes:
        fault: why those of the save could not be read, where that is so.
    """

    def __init__(self, sitting: Sitting) -> None:
        self._sitting: Sitting | None = sitting
        self._words, self.fault = read_notes(sitting.kept(ROW), sitting.seen(OBSERVER).members)
        self._kept = dict(self._words)

    def of(self, seat: SeatId) -> str:
        """A seat's notes; empty where it has none."""
        return self._words.get(seat, "")

    def put(self, seat: SeatId, words: str) -> None:
        """Put others in the place of a seat's notes, cut to what may be kept."""
        self._words[seat] = tidy(words)

    def add(self, seat: SeatId, line: str) -> bool:
        """Add a line; False where there is no room for all of it, and nothing is added."""
        words = f"{self.of(seat)}\n{tidy(line)}".strip("\n")
        if len(words) > LONGEST_NOTES:
            return False
        self._words[seat] = words
        return True

    def keep(self) -> None:
        """Write what was put where the exercise is kept, if anything has changed.

        Raises:
            SaveError: if the file cannot be written.
        """
        written = {seat: words for seat, words in self._words.items() if words}
        if self._sitting is not None and written != self._kept:
            self._sitting.keep(ROW, written)
            self._kept = written

    def close(self) -> None:
        """Write what is not yet written, as far as that is possible; after it nothing is written any more."""
        with suppress(SaveError):
            self.keep()
        self._sitting = None


def read_notes(written: Any, seats: Collection[SeatId]) -> tuple[dict[SeatId, str], Text | None]:
    """The notes of a row of a save; none, and why, where it is not in the form in which it is written."""
    if written is None:
        return {}, None
    if not isinstance(written, Mapping) or not all(
        seat in seats and isinstance(words, str) and words == tidy(words) for seat, words in written.items()
    ):
        return {}, UNREADABLE
    return dict(written), None


def tidy(words: str) -> str:
    """Words as they are kept: printable, with line ends, at most 4,000 characters."""
    return "".join(character for character in words if character.isprintable() or character == "\n")[:LONGEST_NOTES]
