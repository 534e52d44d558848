"""What everybody may know of an exercise: the sight of somebody who holds no seat, and what goes on, in one sentence.

While orders are sealed, nothing here depends on who has given which, or on who is ready.
"""

from __future__ import annotations

from crisis_game.engine.view import TextLine, View
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text

OBSERVER: SeatId = "observer"
"""Whose sight it is."""

AT_WORK = {
    "situation": Text("The members read what came in and judge what is true."),
    "table": Text("The members speak, and write texts."),
    "orders": Text("Orders are being collected. They are sealed, and opened together."),
    "answer": Text("The other side answers, and everybody sees what came of the round."),
    "none": Text("The exercise is over."),
}
"""What goes on in each beat. Who has done what is not said before all have."""


def counting(view: View) -> tuple[TextLine, ...]:
    """The texts that count now: on the table, put to the vote, or voted on in this round or the one before."""
    last = view.table.round - 1
    return tuple(
        one for one in view.texts if one.status in ("table", "put") or (one.result is not None and one.round >= last)
    )
