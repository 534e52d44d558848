"""Every page of a game for every seat: it is whole, leads nowhere that is not, and offers nothing that is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from crisis_game.debrief.review import review
from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.session import Session
from crisis_game.pages.debrief import debrief_pages
from crisis_game.pages.map import map_page
from crisis_game.pages.parts import Part, sentences
from crisis_game.pages.play.answer import answer_page
from crisis_game.pages.play.brief import brief_pages
from crisis_game.pages.play.catalogue import catalogue_page
from crisis_game.pages.play.charter import charter_pages
from crisis_game.pages.play.letters import letter_parts
from crisis_game.pages.play.orders import in_mind
from crisis_game.pages.play.rules_in_numbers import rules_pages
from crisis_game.pages.play.text_page import whole
from crisis_game.pages.record import record_pages
from crisis_game.pages.ruling_page import ruling_page
from crisis_game.web.addresses import PAGES, Address, link
from crisis_game.web.region import region
from crisis_game.web.shell import shell
from crisis_game.web.viewer import Viewer
from tests.assessment.games import scenario
from tests.pages.showing import flat
from tests.web.reader import Seen

STOPS = (
    ("first-watch", 1, "situation"),
    ("first-watch", 1, "table"),
    ("first-watch", 1, "orders"),
    ("hesk-strait", 2, "situation"),
    ("hesk-strait", 2, "table"),
    ("hesk-strait", 2, "orders"),
)
SEATS = {"first-watch": "BRE", "hesk-strait": "DEL"}


def played(name: str, until: tuple[int, str] | None) -> Session:
    """A game of policies, one seat of which is only ever ready, up to a beat; to its end where none is given."""
    seat = SEATS[name]
    session = Session.start(scenario(name), {seat: "person"}, None, seed=7)
    while not session.finished and (session.seen(seat).round, session.seen(seat).beat) != until:
        session.submit(seat, SetReady())
    assert session.finished == (until is None)
    return session


@cache
def at_stop(name: str, round_: int, beat: str) -> Session:
    return played(name, (round_, beat))


@cache
def over(name: str) -> Viewer:
    session = played(name, None)
    return Viewer(session, SEATS[name], review=review(session, SEATS[name]))


def shown(viewer: Viewer, address: str) -> Seen:
    return Seen(region(viewer, Address.parse(address)))


def assert_whole(seen: Seen) -> None:
    ids = Counter(given["id"] for _, given in seen.tags if "id" in given)
    assert [id_ for id_, count in ids.items() if count > 1] == []
    assert sum(tag == "h1" for tag, _ in seen.tags) == 1
    assert not [tag for tag, given in seen.tags if "style" in given or any(name.startswith("on") for name in given)]
    for href in seen.play_links:
        Address.parse(href.split("#")[0])


@pytest.mark.parametrize(("name", "round_", "beat"), STOPS)
def test_every_page_is_whole_for_every_seat_and_offers_only_what_is_possible(name: str, round_: int, beat: str) -> None:
    session = at_stop(name, round_, beat)
    for seat in session.authored.members:
        viewer = Viewer(session, seat, read=frozenset(("brief",)))
        for page in PAGES:
            seen = shown(viewer, link(page))
            assert_whole(seen)
            refused = [command for command in seen.commands() if command.refusal(viewer.sight.seen) is not None]
            assert refused == []
    assert_whole(Seen(shell(viewer, region(viewer, Address()), title="x", nonce="n", at=Address().path)))


def test_all_that_pages_lead_to_in_one_step_is_there() -> None:
    viewer = Viewer(at_stop("first-watch", 1, "orders"), "BRE")
    links = dict.fromkeys(
        href.split("#")[0] for page in PAGES for href in shown(viewer, link(page)).play_links if "/do/" not in href
    )
    assert len(links) > 60
    for href in links:
        assert_whole(shown(viewer, href))


# What is said -------------------------------------------------------------------------------------------------------


def assert_says(viewer: Viewer, address: str, parts: tuple[Part, ...]) -> None:
    words = flat(" ".join(words_of(region(viewer, Address.parse(address)))))
    assert [said for said in sentences(parts, viewer.sight.wording) if flat(said) not in words] == []


def words_of(html: str) -> list[str]:
    from tests.pages.showing import _Words

    reader = _Words()
    reader.feed(html)
    return ["".join(reader.said)]


def page_models(viewer: Viewer) -> Iterator[tuple[str, tuple[Part, ...]]]:
    """Addresses, and the pages of the page model that stand there."""
    sitting, sight = viewer.sitting, viewer.sight
    view, sheet = sight.view, sight.dossier
    yield from (
        (f"/play/answer?round={n}", answer_page(sitting, viewer.seat, n).all) for n in range(1, view.table.round)
    )
    for page in record_pages(view, sitting.record()):
        yield link("record", {"leaf": page.id}), page.all
    for act in sitting.record():
        yield link("ruling", {"act": act.id}), ruling_page(act, view.seen).all
    for letter in view.mail:
        yield link("inbox", {"letter": letter.id}), tuple(letter_parts(letter))
    for text in view.texts:
        yield link("texts", {"text": text.id}), tuple(whole(view.seen, text))
    yield "/play/brief", tuple(part for page in brief_pages(view, sheet) for part in page.all)
    yield "/play/rules", tuple(part for page in rules_pages(sheet) for part in page.all)
    yield "/play/measures", catalogue_page(sheet).all
    yield "/play/map", map_page(view.seen, sheet).all
    yield "/play/situation", tuple(in_mind(view.seen, sheet.own))
    for page in charter_pages(view.seen):
        yield link("law", {"leaf": page.id}), page.all


@pytest.mark.parametrize("name", SEATS)
def test_every_sentence_of_the_page_model_stands_on_its_page(name: str) -> None:
    viewer = Viewer(at_stop(name, *next(stop[1:] for stop in reversed(STOPS) if stop[0] == name)), SEATS[name])
    for address, parts in page_models(viewer):
        assert_says(viewer, address, parts)


def test_the_debrief_stands_on_its_pages_once_play_is_over() -> None:
    viewer = over("first-watch")
    assert viewer.review is not None
    for page in debrief_pages(viewer.review, viewer.seat):
        assert_says(viewer, link("debrief", {"leaf": page.id}), page.all)
        assert_whole(shown(viewer, link("debrief", {"leaf": page.id})))
    assert_whole(shown(viewer, "/play"))
