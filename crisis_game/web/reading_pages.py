"""Pages to read while play goes on: letters, texts, the record and its rulings, the brief, what all may know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crisis_game.engine.act import Act
from crisis_game.engine.acts.texts import TableText
from crisis_game.engine.domains import OneOf
from crisis_game.engine.machine import offered
from crisis_game.engine.view import LetterLine, TextLine
from crisis_game.exercise.public import at_work
from crisis_game.exercise.sitting import OBSERVER
from crisis_game.pages.charts.gauges import seen_gauge
from crisis_game.pages.choices import GROUPS
from crisis_game.pages.how_to_play import play_page
from crisis_game.pages.names import wording_for
from crisis_game.pages.parts import Chart, Fold, Heading, Part, line
from crisis_game.pages.play.brief import brief_pages
from crisis_game.pages.play.catalogue import catalogue_page
from crisis_game.pages.play.letter_filter import Sieve
from crisis_game.pages.play.letters import letter_heading, letter_parts, letter_words
from crisis_game.pages.play.public import public_news
from crisis_game.pages.play.rules_in_numbers import rules_pages
from crisis_game.pages.play.situation import situation_pages
from crisis_game.pages.play.text_page import NO_TEXT, by_weight, compared, rivals, whole
from crisis_game.pages.record import record_pages
from crisis_game.pages.ruling_page import ruling_page
from crisis_game.paper.fragments import Fragments
from crisis_game.paper.markup import Content, Html, element, joined
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import Text
from crisis_game.web.addresses import DO, NOW, Address, link
from crisis_game.web.body import Body, body_of
from crisis_game.web.controls import asking, field_query, folded, leaves, row, rows, section
from crisis_game.web.now_pages import letter_in_list, question_form
from crisis_game.web.table_page import stand_form, text_row
from crisis_game.web.viewer import Viewer
from crisis_game.web.world_page import world

LONGEST_QUERY = 80
"""Letters of what is searched for."""


def _now(viewer: Viewer) -> tuple[str, str]:
    return link(NOW), viewer.say("Now")


# Letters ------------------------------------------------------------------------------------------------------------


def inbox(viewer: Viewer, at: Address) -> Body:
    """All letters, the newest first, or one of them."""
    mail = viewer.sight.view.mail
    letter = next((letter for letter in mail if letter.id == at.query.get("letter")), None)
    if letter is not None:
        return _letter(viewer, letter)
    words = at.query.get("words", "")[:LONGEST_QUERY]
    sieve, wording = Sieve(words), viewer.sight.wording
    found = [
        each for each in mail if sieve.open or sieve.passes(letter_words(each, wording), each.channel, unread=False)
    ]
    label = viewer.say("Letters with which words?")
    search = asking(link("inbox"), "words", words, label, viewer.say("Search the inbox"))
    count = viewer.say("{n} of {all} letters have them.", n=len(found), all=len(mail)) if words else ""
    listed = rows(_letter_row(viewer, letter) for letter in reversed(found))
    return Body(viewer.say("Inbox"), joined(element("p", count) if count else None, listed, folded(label, search)))


def _letter(viewer: Viewer, letter: LetterLine) -> Body:
    asks = letter.question is not None and letter.question.open
    told = viewer.parts(_told(letter) if asks else tuple(letter_parts(letter)))
    here = link("inbox", {"letter": letter.id})
    form = question_form(viewer, letter.question, here) if asks and letter.question is not None else None
    counsel = row(link("counsel", {"letter": letter.id}), viewer.say("What can be done about it"))
    title = viewer.word(letter_heading(letter))
    main = joined(told, form, counsel if letter.counsel is not None else None)
    return Body(title, main, above=(link("inbox"), viewer.say("Inbox")))


def _told(letter: LetterLine) -> Iterator[Part]:
    """A letter without its answers, which are buttons below it."""
    yield from letter_parts(replace(letter, question=None))


def _letter_row(viewer: Viewer, letter: LetterLine) -> Html:
    new = letter in viewer.unread
    asks = letter.question is not None and letter.question.open
    aside = viewer.say("asks") if asks else viewer.say("new") if new else viewer.say("r{n}", n=letter.round)
    class_ = "brief undone" if asks else "brief"
    return row(
        link("inbox", {"letter": letter.id}),
        *letter_in_list(viewer, letter, bold=new or asks),
        aside=aside,
        class_=class_,
    )


# Texts --------------------------------------------------------------------------------------------------------------


def texts(viewer: Viewer, at: Address) -> Body:
    """All texts, or one on its whole sheet with what can be done with it."""
    listed = by_weight(viewer.sight.view)
    text = next((text for text in listed if text.id == at.query.get("text")), None)
    if text is not None:
        return _text(viewer, text, listed)
    nothing = None if listed else element("p", viewer.word(NO_TEXT))
    table = None
    if viewer.sight.offer(TableText) is not None:
        table = rows([row(link(DO + TableText.kind), viewer.word(TableText.name))])
    return Body(viewer.say("Texts"), joined(nothing, rows(text_row(viewer, text) for text in listed), table))


def _text(viewer: Viewer, text: TextLine, listed: tuple[TextLine, ...]) -> Body:
    seen, here = viewer.sight.seen, link("texts", {"text": text.id})
    acts = [
        row(link(DO + act.kind, {**field_query(text=text.id), "back": here}), viewer.word(act.name))
        for act in _acts_about(viewer, text)
    ]
    can = section(viewer.say("What can be done with it"), rows(acts)) if acts else None
    main = joined(stand_form(viewer, text, here), viewer.parts(whole(seen, text)), can)
    beside = [viewer.parts(compared(seen, text, rival)) for rival in rivals(text, listed)]
    title = viewer.word(Text("{text:text}", {"text": text.id}))
    return Body(title, main, joined(*beside), (link("texts"), viewer.say("Texts")))


def _acts_about(viewer: Viewer, text: TextLine) -> Iterator[type[Act]]:
    """Acts that begin with a text, and can begin with this one."""
    for offer in viewer.sight.offers:
        if offer.fields[:1] == ("text",):
            domain = offer.domain("text", {})
            if isinstance(domain, OneOf) and domain.admits(text.id):
                yield offer.act


# The record ---------------------------------------------------------------------------------------------------------


def record(viewer: Viewer, at: Address) -> Body:
    """One page of the record, and the way to the others."""
    pages = {page.id: page for page in record_pages(viewer.sight.view, viewer.sitting.record())}
    page = pages.get(at.query.get("leaf", ""), pages["acts"])
    ways = leaves("record", {page.id: viewer.word(page.title) for page in pages.values()}, page.id)
    tabs = element("nav", ways, class_="leaves", aria_label=viewer.say("Pages of it"))
    return Body(viewer.say("Record"), joined(tabs, viewer.parts(page.all)))


def ruling(viewer: Viewer, at: Address) -> Body:
    """The ruling on one act."""
    act = next((act for act in viewer.sitting.record() if act.id == at.query.get("act")), None)
    above = (link("record"), viewer.say("Record"))
    if act is None:
        return Body(viewer.say("Ruling"), element("p", viewer.say("This act is not on record.")), above=above)
    return body_of(viewer, ruling_page(act, viewer.sight.seen), above=above)


# Our own papers, and what all may know ------------------------------------------------------------------------------


def brief(viewer: Viewer, _: Address) -> Body:
    """The brief, and what all know."""
    own, public = brief_pages(viewer.sight.view, viewer.sight.dossier)
    beside = viewer.parts((Heading(public.title), *public.parts))
    if not own.parts:
        return Body(viewer.word(public.title), viewer.parts(public.parts), above=_now(viewer))
    return Body(viewer.word(own.title), viewer.parts(own.parts), beside, _now(viewer))


def public(viewer: Viewer, _: Address) -> Body:
    """What everybody may know, in words that everybody knows."""
    view = viewer.sitting.view(OBSERVER)
    sheet = dossier(viewer.sitting.scenario(OBSERVER), OBSERVER)
    draw = Fragments(wording_for(view.seen, sheet, viewer.language), 2)
    gauges = next(page for page in situation_pages(view) if page.id == "gauges")
    news = public_news(view, viewer.sitting.record())
    parts = (line(at_work(viewer.sitting)), *news.parts, Heading(gauges.title), *gauges.parts)
    return Body(viewer.say("What everybody may know"), draw.parts(parts), above=_now(viewer))


def measures(viewer: Viewer, _: Address) -> Body:
    """The measures that there are to choose from."""
    return body_of(viewer, catalogue_page(viewer.sight.dossier), above=_now(viewer))


def rules(viewer: Viewer, _: Address) -> Body:
    """The rules with all their numbers."""
    parts = [part for page in rules_pages(viewer.sight.dossier) for part in page.parts]
    return Body(viewer.say("The rules, with all numbers"), viewer.parts(parts), above=_now(viewer))


def how_to_play(viewer: Viewer, _: Address) -> Body:
    """How it is played."""
    page = play_page(opposed=bool(viewer.sight.dossier.opponents))
    more = rows([row(link("rules"), viewer.say("The rules, with all numbers"))])
    return body_of(viewer, page, more, above=_now(viewer))


def world_page(viewer: Viewer, _: Address) -> Body:
    """How things stand, and the history of each gauge as a drawing with its words."""
    view = viewer.sight.view
    heard = tuple(event for step in viewer.sitting.own_log(viewer.seat) for event in step.events)
    charts = [seen_gauge(gauge, heard, view.seen.round, view.seen.numbers.deterrence_blur) for gauge in view.gauges]
    history = (Fold(line(chart.name), (Chart(chart),)) for chart in charts)
    below = viewer.parts((Heading(Text("Round by round")), *history))
    return Body(viewer.say("How things stand"), joined(world(viewer), below), above=_now(viewer))


def more(viewer: Viewer, _: Address) -> Body:
    """All pages that do not stand in the bar."""
    groups = {
        viewer.say("Our own papers"): (("brief", viewer.say("Our brief")), ("counsel", viewer.say("Counsel"))),
        viewer.say("How things stand"): (
            ("situation", viewer.say("The beat that is played")),
            ("recap", viewer.say("What has happened so far")),
            ("answer", viewer.say("The answer of the last round")),
            ("world", viewer.say("Gauges, measures in force, members")),
            ("map", viewer.say("The map")),
            ("public", viewer.say("What everybody may know")),
        ),
        viewer.say("What you can do"): (
            ("acts", viewer.say("Everything that can be done now")),
            ("measures", viewer.say("Measures to choose from")),
        ),
        viewer.say("The charter and the rules of play"): (
            ("how-to-play", viewer.say("How to play")),
            ("rules", viewer.say("The rules, with all numbers")),
            ("law", viewer.say("The charter and the law library")),
            ("cases", viewer.say("The casebook")),
        ),
    }
    listed = [
        section(heading, rows(row(link(page), words) for page, words in ways)) for heading, ways in groups.items()
    ]
    return Body(viewer.say("More pages"), joined(*listed), above=_now(viewer))


def acts(viewer: Viewer, _: Address) -> Body:
    """Everything that can be done now, by kind; then why not what cannot."""
    seen, offers = viewer.sight.seen, {offer.act: offer for offer in viewer.sight.offers}
    parts: list[Content] = []
    for group, heading in GROUPS.items():
        links = [
            row(link(DO + act.kind), element("span", viewer.word(act.name)), element("small", viewer.word(act.does)))
            for act in offers
            if act.group == group
        ]
        if links:
            parts.append(section(viewer.word(Text(heading)), rows(links)))
    closed = [act for act in offered(seen) if act not in offers and act.group in GROUPS]
    reasons = [
        row(link(DO + act.kind), element("span", viewer.word(act.name)), element("small", viewer.word(refusal.because)))
        for act in closed
        if (refusal := act.closed(seen)) is not None
    ]
    not_now = folded(viewer.say("Not now, and why not"), rows(reasons)) if reasons else None
    return Body(viewer.say("Everything that can be done now"), joined(*parts, not_now), above=_now(viewer))
