"""The pages of the debrief, in the order of the talk: the story first, then all to look up."""

from __future__ import annotations

from crisis_game.debrief.model import Review
from crisis_game.pages.debrief.acts import acts_page
from crisis_game.pages.debrief.front import front_page
from crisis_game.pages.debrief.hinges import hinges_page
from crisis_game.pages.debrief.learning import learning_page
from crisis_game.pages.debrief.legitimacy import legitimacy_page
from crisis_game.pages.debrief.rounds import rounds_page
from crisis_game.pages.debrief.seats import seats_page
from crisis_game.pages.parts import Fold, Page, Run, line
from crisis_game.scenario.ids import SeatId


def debrief_pages(review: Review, reader: SeatId = "") -> tuple[Page, ...]:
    """All pages for one reader, whose own seat comes first among the seats; for a report without one, as they are."""
    return (
        front_page(review),
        hinges_page(review),
        acts_page(review),
        rounds_page(review),
        seats_page(review, reader),
        legitimacy_page(review),
        learning_page(review),
    )


def report_pages(review: Review) -> tuple[Page, ...]:
    """The same for a report: the first page as it stands, each of the others as one line that opens."""
    first, *rest = debrief_pages(review)
    folded = (Page(page.id, page.title, (Fold(line(Run(page.title, "strong")), page.parts),)) for page in rest)
    return first, *folded
