"""What everybody may know of an exercise: the sight of somebody who holds no seat, and what goes on, in one sentence.

While orders are sealed, nothing here depends on who has given which, or on who is ready.
"""

from __future__ import annotations

from crisis_game.engine.view import TextLine, View
from crisis_game.exercise.sitting import OBSERVER, Sitting
from crisis_game.texts import Prose, Text

AT_WORK = {
    "situation": Text("The members read what came in and judge what is true."),
    "table": Text("The members speak, and write texts."),
    "orders": Text("Orders are being collected. They are sealed, and opened together."),
    "answer": Text("The other side answers, and everybody sees what came of the round."),
}
"""What goes on in each beat. Who has done what is not said before all have."""
UNOPPOSED = Text("Everybody sees what came of the round.")
"""The same in ANSWER where there is no other side."""


def at_work(sitting: Sitting) -> Text | Prose:
    """What goes on now; how it ended, once it is over."""
    table = sitting.view(OBSERVER).table
    if table.beat == "answer" and not sitting.scenario(OBSERVER).opponents:
        return UNOPPOSED
    if table.beat in AT_WORK:
        return AT_WORK[table.beat]
    return next((end.title for end in sitting.scenario(OBSERVER).endings if end.id == table.ending), Text(""))


def counting(view: View) -> tuple[TextLine, ...]:
    """The texts that count now: on the table or put to the vote; then those voted on lately, the last round first."""
    last = view.table.round - 1
    open_ = [text for text in view.texts if text.result is None and text.status in ("table", "put")]
    voted = [text for text in view.texts if text.result is not None and text.round >= last]
    return (*open_, *sorted(voted, key=lambda text: -text.round))
