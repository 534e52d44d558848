"""The changing region of a page of play: where one stands, the page, what is due next, the way to other pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from crisis_game.paper.markup import Content, Html, element, joined
from crisis_game.texts import Msgid, Text, counted
from crisis_game.web import law_pages, reading_pages
from crisis_game.web.addresses import NOW, Address, link
from crisis_game.web.beats import BEATS, clock_words
from crisis_game.web.body import Body
from crisis_game.web.controls import command_button, posting, sign, spoken
from crisis_game.web.counsel_page import counsel
from crisis_game.web.debrief_pages import debrief_page
from crisis_game.web.draft_pages import DONE, TURN
from crisis_game.web.map_page import map_page
from crisis_game.web.next_step import next_step
from crisis_game.web.now_pages import answer, now_page, situation_page
from crisis_game.web.offer_pages import offer_page
from crisis_game.web.recap_page import recap
from crisis_game.web.viewer import Viewer

Maker = Callable[[Viewer, Address], Body]

PAGES: Mapping[str, Maker] = {
    NOW: now_page,
    "situation": situation_page,
    "answer": answer,
    "world": reading_pages.world_page,
    "inbox": reading_pages.inbox,
    "texts": reading_pages.texts,
    "record": reading_pages.record,
    "ruling": reading_pages.ruling,
    "brief": reading_pages.brief,
    "public": reading_pages.public,
    "measures": reading_pages.measures,
    "rules": reading_pages.rules,
    "how-to-play": reading_pages.how_to_play,
    "acts": reading_pages.acts,
    "more": reading_pages.more,
    "law": law_pages.law,
    "cases": law_pages.cases,
    "map": map_page,
    "counsel": counsel,
    "debrief": debrief_page,
    "recap": recap,
}
"""What makes each page; an act under `do/` is made by `offer_page`."""

BAR: tuple[tuple[str, Msgid], ...] = (
    (NOW, "Now"),
    ("inbox", "Inbox"),
    ("texts", "Texts"),
    ("record", "Record"),
    ("law", "Law"),
)
"""The pages in the bar below."""


def region(viewer: Viewer, at: Address) -> Html:
    """The changing region of a page."""
    maker = offer_page if at.kind else PAGES[at.page]
    body = maker(viewer, at)
    up, called = body.above
    back = element("p", element("a", sign("‹"), called, href=up), class_="above") if up else None
    main = element("main", back, element("h1", body.title), body.main, id="main", tabindex="-1")
    beside = element("aside", body.beside, aria_label=viewer.say("Beside it"), tabindex="0") if body.beside else None
    return joined(_head(viewer), element("div", main, beside, class_="columns"), _foot(viewer, at))


def due_words(viewer: Viewer) -> str:
    """How much is due, for the title of a window; empty where nothing is."""
    return viewer.say("{n} due", n=len(viewer.due)) if viewer.due else ""


def _head(viewer: Viewer) -> Html:
    """The beat, the round and the clock; the seat and what it has; the way to help and to all else."""
    table = viewer.sight.view.table
    beat = element("strong", viewer.say(BEATS[table.beat]), class_="beat")
    round_ = element("span", viewer.say("round {n} of {all}", n=table.round, all=table.rounds))
    clock = element("span", clock_words(viewer.left, paused=viewer.paused), id="clock", role="timer")
    seat = element("strong", viewer.word(Text("{seat:seat}", {"seat": viewer.seat})))
    ways = element(
        "nav",
        element("a", sign("?"), spoken(viewer.say("How to play")), href=link("how-to-play")),
        element("a", sign("≡"), spoken(viewer.say("More pages")), href=link("more")),
        aria_label=viewer.say("Help and more"),
    )
    first = element("p", beat, " ", round_, " ", clock)
    return element("header", first, element("p", seat, " ", _has(viewer), class_="has"), ways)


def _has(viewer: Viewer) -> Content:
    """Attention, coins and support at home, of a seat that has an account."""
    account = viewer.sight.view.account
    if account is None:
        return None
    most = max(account.attention, viewer.sight.seen.numbers.attention)
    dots = sign("●" * account.attention + "○" * (most - account.attention))
    attention = spoken(viewer.say("attention {n}", n=account.attention))
    coins = counted("{n} coin", "{n} coins", account.treasury)
    rest = viewer.say("{coins}, home {home}", coins=coins, home=account.home)
    return (dots, attention, " ", rest)


def _foot(viewer: Viewer, at: Address) -> Html:
    """What is due next, and the bar."""
    step = next_step(viewer, at)
    if step.command is not None:
        button = posting(
            link(NOW), command_button(step.command, step.words, class_="next"), beat=viewer.beat, class_="next-form"
        )
    elif step.form:
        button = element("button", step.words, form=step.form, name=TURN, value=DONE, class_="next")
    elif step.href:
        button = element("a", step.words, href=step.href, class_="next")
    else:
        button = element("p", step.words, class_="next still")
    here = at.page if at.page in dict(BAR) else ""
    tabs = [
        element(
            "a", viewer.say(words), _new(viewer, page), href=link(page), aria_current="page" if page == here else None
        )
        for page, words in BAR
    ]
    bar = element("nav", *tabs, class_="bar", aria_label=viewer.say("Pages"))
    return element("footer", button, bar)


def _tab(viewer: Viewer, page: str, words: Msgid, *, here: bool) -> Html:
    current = "page" if here else None
    return element("a", viewer.say(words), _new(viewer, page), href=link(page), aria_current=current)


def _new(viewer: Viewer, page: str) -> Content:
    """How many letters are new, behind the name of the inbox."""
    if page != "inbox" or not viewer.unread:
        return None
    return (" ", element("b", str(len(viewer.unread))), spoken(viewer.say(" new")))
