"""Room to write in, and boxes to tick, as words: every renderer shows them, and so does a printer without colours."""

from __future__ import annotations

from crisis_game.pages.parts import Run, run, verbatim
from crisis_game.texts import Text

EMPTY = verbatim("")
"""An empty cell of a table."""

RATINGS = Text("P   S   M   U")
"""To circle one."""

FOR_INSTRUCTOR = run("For the instructor alone: it tells what players may not know. Keep it off the tables.", "strong")


def dots(letters: int) -> Run:
    """A dotted line to write on, about so many letters long."""
    return Run(verbatim(" " + "." * (2 * letters)), "quiet")
