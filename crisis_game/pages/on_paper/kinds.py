"""The kinds of pages that can be printed, by the word that asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from crisis_game.pages.handouts import briefing_pages, role_sheets
from crisis_game.pages.on_paper.ballots import ballot_pages
from crisis_game.pages.on_paper.consent import consent_pages
from crisis_game.pages.on_paper.instructor import instructor_pages
from crisis_game.pages.on_paper.lesson_plan import plan_pages
from crisis_game.pages.on_paper.observers import observer_pages, press_pages
from crisis_game.pages.on_paper.on_the_table import table_pages
from crisis_game.pages.on_paper.role_cards import role_cards
from crisis_game.pages.on_paper.treaty import treaty_pages
from crisis_game.pages.parts import Page
from crisis_game.scenario.model import Scenario

KINDS: Mapping[str, Callable[[Scenario], tuple[Page, ...]]] = {
    "briefing": briefing_pages,
    "sheets": role_sheets,
    "cards": role_cards,
    "treaty": treaty_pages,
    "table": table_pages,
    "ballots": ballot_pages,
    "consent": consent_pages,
    "press": press_pages,
    "observer": observer_pages,
    "plan": plan_pages,
    "instructor": instructor_pages,
}
"""In the order in which they are printed: what players get first, what only the instructor has last."""

HANDED_OUT = ("briefing", "sheets")
"""What is printed where nothing is asked for."""


def printed(scenario: Scenario, kinds: Iterable[str]) -> tuple[Page, ...]:
    """The pages of these kinds, each kind once and in the order of `KINDS`.

    Raises:
        KeyError: for a kind that there is not.
    """
    asked = frozenset(kinds)
    if unknown := sorted(asked - frozenset(KINDS)):
        raise KeyError(unknown[0])
    return tuple(page for kind, pages in KINDS.items() if kind in asked for page in pages(scenario))
