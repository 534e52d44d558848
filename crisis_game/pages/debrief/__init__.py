"""The debrief: a first page with the story, the seats and what was learnt; behind it pages to look things up."""

from __future__ import annotations

from crisis_game.debrief.model import Review
from crisis_game.pages.debrief.acts import acts_page
from crisis_game.pages.debrief.front import front_page
from crisis_game.pages.debrief.legitimacy import legitimacy_page
from crisis_game.pages.debrief.rounds import rounds_page
from crisis_game.pages.parts import Fold, Page, Run, line
from crisis_game.scenario.ids import SeatId


def debrief_pages(review: Review, reader: SeatId = "") -> tuple[Page, ...]:
    """The first page for one reader, or as it is told without one; then rulings, rounds and legitimacy."""
    return front_page(review, reader), acts_page(review), rounds_page(review), legitimacy_page(review)


def report_pages(review: Review) -> tuple[Page, ...]:
    """The same for a report: the first page as it stands, each of the others as one line that opens."""
    first, *rest = debrief_pages(review)
    folded = (Page(page.id, page.title, (Fold(line(Run(page.title, "strong")), page.parts),)) for page in rest)
    return first, *folded
