"""What the facilitator's pages of one council share: its name, the way back to the desk and to each other."""

from __future__ import annotations

from urllib.parse import urlencode

from crisis_game.exercise.council import Council
from crisis_game.pages.desk_tabs import DeskTab, desk_tabs
from crisis_game.pages.host import host_wording
from crisis_game.paper.fragments import Fragments
from crisis_game.paper.markup import Html, element, joined
from crisis_game.texts import Text


def drawing(council: Council) -> Fragments:
    """Draws parts in the words that the facilitator knows."""
    return Fragments(host_wording(council), 2)


def framed(council: Council, draw: Fragments, title: Text, *content: Html | None) -> Html:
    """A page of a council: its title, whose it is, the ways on, and what is on it."""
    back = element("a", draw.say(Text("Back to the desk")), href=f"/console{_query(council)}")
    main = joined(
        element("h1", draw.say(title)),
        element("p", element("strong", council.name)) if council.name else None,
        element("p", back),
        ways(council, draw),
        *content,
    )
    return element("div", element("main", main, id="main", tabindex="-1"), class_="columns")


def ways(council: Council, draw: Fragments) -> Html | None:
    """The ways to the pages of a council, with what waits on each."""
    links = [_way(council, draw, tab) for tab in desk_tabs(council)]
    return element("p", [(" · " if place else "", link) for place, link in enumerate(links)]) if links else None


def _way(council: Council, draw: Fragments, tab: DeskTab) -> Html:
    link = element("a", draw.say(tab.words), href=f"/{tab.page}{_query(council)}")
    return element("strong", link) if tab.waits else link


def _query(council: Council) -> str:
    return f"?{urlencode({'council': council.name})}" if council.name else ""
