"""The debrief on pages: how it ended and what was true, then rulings, rounds, legitimacy; each ruling by itself."""

from __future__ import annotations

from crisis_game.pages.debrief import debrief_pages
from crisis_game.pages.debrief.ruling_pages import ruling_pages
from crisis_game.paper.markup import element
from crisis_game.web.addresses import Address, link
from crisis_game.web.body import Body, body_of
from crisis_game.web.controls import row, rows
from crisis_game.web.viewer import Viewer


def debrief_page(viewer: Viewer, at: Address) -> Body:
    """A leaf of the debrief, or one ruling of it; that it is still made, or that play goes on, where that is so."""
    if viewer.review is None:
        words = "The debrief is made; this page shows it by itself in a moment."
        if not viewer.sitting.finished:
            words = "The debrief is opened when play is over."
        return Body(viewer.say("The debrief"), element("p", viewer.say(words)))
    pages = {page.id: page for page in debrief_pages(viewer.review, viewer.seat)}
    above = (link("debrief"), viewer.say("The debrief"))
    rulings = ruling_pages(viewer.review) if at.query.get("act") else {}
    if at.query.get("act") in rulings:
        return body_of(
            viewer, rulings[at.query["act"]], above=(link("debrief", {"leaf": "acts"}), viewer.say("Rulings"))
        )
    leaf = at.query.get("leaf", "")
    if leaf in pages and leaf != "front":
        return body_of(viewer, pages[leaf], above=above)
    ways = rows(row(link("debrief", {"leaf": page.id}), viewer.word(page.title)) for page in list(pages.values())[1:])
    return body_of(viewer, pages["front"], ways)
