"""The debrief on pages: how it ended and what was true, then rulings, rounds, legitimacy; each ruling by itself."""

from __future__ import annotations

from crisis_game.pages.debrief import debrief_pages
from crisis_game.pages.debrief.ruling_pages import ruling_pages
from crisis_game.paper.markup import element, joined
from crisis_game.web.addresses import Address, link
from crisis_game.web.body import Body, body_of
from crisis_game.web.controls import leaves
from crisis_game.web.viewer import Viewer


def debrief_page(viewer: Viewer, at: Address) -> Body:
    """A leaf of the debrief, or one ruling of it; that it is still made, or that play goes on, where that is so."""
    title = viewer.say("The debrief")
    if viewer.review is None:
        words = viewer.say("The debrief is opened when play is over.")
        if viewer.sitting.finished:
            words = viewer.say("The debrief is made; this page shows it by itself in a moment.")
        return Body(title, element("p", words))
    rulings = ruling_pages(viewer.review) if at.query.get("act") else {}
    if at.query.get("act") in rulings:
        above = (link("debrief", {"leaf": "acts"}), viewer.say("Rulings"))
        return body_of(viewer, rulings[at.query["act"]], above=above)
    pages = {page.id: page for page in debrief_pages(viewer.review, viewer.seat)}
    page = pages.get(at.query.get("leaf", ""), pages["front"])
    ways = leaves("debrief", {each.id: viewer.word(each.title) for each in pages.values()}, page.id)
    named = element("nav", ways, class_="leaves", aria_label=viewer.say("Pages of it"))
    return Body(title, joined(named, viewer.parts(page.parts)), viewer.parts(page.companion))
