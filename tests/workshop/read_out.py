"""All that a seat reads of a game, in lines: pages, letters, menus with their questions, what it hears, the debrief."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from crisis_game.debrief.review import review_of
from crisis_game.engine.act import Offer
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.chance import Stream
from crisis_game.engine.domains import Words
from crisis_game.engine.drafts import DraftDomain
from crisis_game.engine.seen import Seen
from crisis_game.engine.view import View
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import PERSON, Receipt
from crisis_game.pages.choices import GROUPS, one_of, some_of
from crisis_game.pages.debrief import debrief_pages
from crisis_game.pages.debrief.ruling_pages import ruling_pages
from crisis_game.pages.handouts import handouts
from crisis_game.pages.map import map_page
from crisis_game.pages.names import wording_for
from crisis_game.pages.parts import Page
from crisis_game.pages.play.answer import answer_page
from crisis_game.pages.play.brief import brief_pages
from crisis_game.pages.play.catalogue import catalogue_page
from crisis_game.pages.play.charter import charter_pages
from crisis_game.pages.play.drafting import sections
from crisis_game.pages.play.letters import letters_page
from crisis_game.pages.play.orders import orders_page
from crisis_game.pages.play.public import public_news
from crisis_game.pages.play.rules_in_numbers import rules_pages
from crisis_game.pages.play.situation import situation_pages
from crisis_game.pages.play.text_page import table_page
from crisis_game.pages.record import record_pages
from crisis_game.players.policy import policy
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import FACILITATOR, SeatId
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import Prose, Text, Wording
from tests.pages.showing import in_lines

Read = tuple[str, str]
"""Where something stands, and its words."""


def read_out(scenario: Scenario, seat: SeatId, seed: int, played_as: str) -> Iterator[Read]:
    """All that one seat reads of a game that a policy plays for it."""
    session = Session.start(scenario, {seat: PERSON}, None, seed)
    player, stream = policy(played_as), Stream(seed, seat)
    place = None
    for page in handouts(scenario):
        yield f"handout {page.id}", in_lines((page,), Wording("en"))
    while not session.finished:
        seen = session.seen(seat)
        wording = wording_for(seen, dossier(session.scenario(seat), seat), "en")
        if place != (seen.round, seen.phase):
            place = (seen.round, seen.phase)
            yield from _pages(session, seat, wording)
            yield from _menus(session.offers(seat), wording)
        assert isinstance(session.submit(seat, player.choose(seen, stream).command), Receipt)
        if seat not in session.waiting() and not session.finished:
            assert isinstance(session.submit(seat, SetReady()), Receipt)
    yield from _heard(session, seat, wording)
    yield from _afterwards(session, seat)


def _pages(session: Session, seat: SeatId, wording: Wording) -> Iterator[Read]:
    seen, sheet = session.seen(seat), dossier(session.scenario(seat), seat)
    view = View(seen)
    pages: list[Page] = [
        *situation_pages(view),
        table_page(view),
        public_news(view, session.record()),
        *brief_pages(view, sheet),
        letters_page(view.mail),
        *charter_pages(seen),
        *rules_pages(sheet),
        catalogue_page(sheet),
        map_page(seen, sheet),
        *record_pages(view, session.record()),
    ]
    if seen.beat == "orders":
        pages.append(orders_page(view, sheet.own))
    if seen.round > 1:
        pages.append(answer_page(session, seat, seen.round - 1))
    yield "question of the beat", wording.say(view.table.question)
    for page in pages:
        yield f"page {page.id}", in_lines((page,), wording)


def _menus(offers: Sequence[Offer], wording: Wording) -> Iterator[Read]:
    """Each act with what it does, each question with its values as far as they can be told in a list."""
    for offer in offers:
        where = f"act {offer.kind}"
        yield where, "\n".join(map(wording.say, (offer.act.name, offer.act.does, Text(GROUPS[offer.act.group]))))
        for name in offer.fields[:1]:
            domain, question = offer.domain(name, {}), offer.question(name)
            yield where, wording.say(question.words)
            if isinstance(domain, DraftDomain):
                yield from _texts(offer.seen, wording)
            elif not isinstance(domain, Words):
                values = one_of(domain) or (some_of(domain) or ((),))[0]
                for value in values:
                    yield where, wording.say(question.label(offer.seen, value))


def _texts(seen: Seen, wording: Wording) -> Iterator[Read]:
    from crisis_game.engine.draft_rules import motions
    from crisis_game.engine.draft_words import motion_words

    for heading, rows in sections(seen, Draft(aim=next(iter(seen.aims), ""))):
        yield "writing a text", wording.say(heading)
        for row in rows:
            yield "writing a text", " ".join(map(wording.say, _said(row.words, *row.about)))
    for motion in motions(seen):
        yield "writing a text", wording.say(motion_words(motion, seen))


def _said(*words: Text | Prose) -> Iterable[Text | Prose]:
    return words


def _heard(session: Session, seat: SeatId, wording: Wording) -> Iterator[Read]:
    for step in session.own_log(seat):
        for event in step.events:
            told = event.tell()
            if told is not None:
                yield f"event {event.kind}", wording.say(told)


def _afterwards(session: Session, seat: SeatId) -> Iterator[Read]:
    whole = session.scenario(FACILITATOR)
    wording = wording_for(session.seen(FACILITATOR), dossier(whole, FACILITATOR), "en")
    review = review_of(session.authored, session.log)
    yield "page answer", in_lines((answer_page(session, seat, session.seen(seat).round),), wording)
    for page in (*debrief_pages(review, seat), *ruling_pages(review).values()):
        yield f"debrief {page.id}", in_lines((page,), wording)
