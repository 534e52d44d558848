"""The projector's page in a browser: what everybody may know, large, without a link or a button."""

from __future__ import annotations

from crisis_game.pages.parts import Page
from crisis_game.paper.fragments import Fragments
from crisis_game.paper.markup import NOTHING, Html, element
from crisis_game.texts import Wording


def projector(page: Page, wording: Wording, qr: Html = NOTHING) -> Html:
    """A page for the room.

    Args:
        page: `pages.projector.projector_page`; its clock runs in the head.
        wording: with the names that everybody knows.
        qr: the way in as a drawing of ours, before play; nothing in play.
    """
    draw = Fragments(wording, 2)
    clock = element("span", id="clock", role="timer")
    figure = element("figure", qr) if qr else None
    main = element("main", element("h1", draw.say(page.title)), draw.parts(page.all), figure, id="main", tabindex="-1")
    head = element("header", element("p", clock))
    return element("div", head, element("div", main, class_="columns"), class_="projector")
