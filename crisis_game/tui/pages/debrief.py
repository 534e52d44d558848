"""The leaves of the debrief, in the order of the talk."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.widget import Widget

from crisis_game.debrief.model import Review
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Wording
from crisis_game.tui.pages.acts import acts_page
from crisis_game.tui.pages.ending import ending_page
from crisis_game.tui.pages.hinges import hinges_page
from crisis_game.tui.pages.learning import learning_page
from crisis_game.tui.pages.legitimacy import legitimacy_page
from crisis_game.tui.pages.rounds import rounds_page
from crisis_game.tui.pages.seats import seats_page
from crisis_game.tui.widgets.leaves import Leaf
from crisis_game.tui.wording import say

Keep = Callable[[], Iterable[Widget]]


def debrief_leaves(told: Review, wording: Wording, seat: SeatId, keep: Keep) -> tuple[Leaf, ...]:
    """The leaves for one reader; `keep` makes the last one, on which the report can be written to a file."""
    return (
        Leaf("ending", say(wording, "Ending"), lambda: ending_page(told, wording)),
        Leaf("hinges", say(wording, "Hinges"), lambda: hinges_page(told, wording)),
        Leaf("acts", say(wording, "Acts"), lambda: acts_page(told, wording)),
        Leaf("rounds", say(wording, "Rounds"), lambda: rounds_page(told, wording)),
        Leaf("seats", say(wording, "Seats"), lambda: seats_page(told, wording, seat)),
        Leaf("legitimacy", say(wording, "Legitimacy"), lambda: legitimacy_page(told, wording)),
        Leaf("learning", say(wording, "Learning"), lambda: learning_page(told, wording)),
        Leaf("report", say(wording, "Report"), keep),
    )
