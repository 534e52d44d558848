"""The debrief on pages: how it ended and what was true, then rulings, rounds, legitimacy; each ruling by itself."""

from __future__ import annotations

from crisis_game.engine.acts.exit_sentence import WriteExitSentence
from crisis_game.pages.debrief import debrief_pages
from crisis_game.pages.debrief.exit_sentences import ASKED, own_line, own_sentence
from crisis_game.pages.debrief.ruling_pages import ruling_pages
from crisis_game.paper.markup import Html, element, joined
from crisis_game.web.addresses import DO, Address, link
from crisis_game.web.body import Body, body_of
from crisis_game.web.controls import leaves, row, rows, section
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
    return Body(title, joined(named, viewer.parts(page.parts), _sentence(viewer)), viewer.parts(page.companion))


def exit_sentence_link() -> str:
    """Where one writes the sentence that one takes with one; from there back to the debrief."""
    return link(DO + WriteExitSentence.kind, {"back": link("debrief")})


def _sentence(viewer: Viewer) -> Html | None:
    """At the end of each leaf: one's own sentence, or the way to write it."""
    if viewer.sight.offer(WriteExitSentence) is None:
        return None
    words = own_sentence(viewer.sitting, viewer.seat, viewer.key)
    stands = viewer.parts((own_line(words),)) if words else None
    way = viewer.say("Write another") if words else viewer.word(WriteExitSentence.name)
    return section(viewer.word(ASKED), stands, rows([row(exit_sentence_link(), way)]))
