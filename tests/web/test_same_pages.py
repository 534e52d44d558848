"""Two worlds that differ in nothing that a seat has learnt give it the same pages and messages, byte by byte."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from crisis_game.engine.chance import Stream
from crisis_game.engine.state import State
from crisis_game.exercise.session import Session
from crisis_game.network.feed import SeatFeed
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import Scenario
from crisis_game.web.addresses import PAGES, Address, link
from crisis_game.web.region import region
from crisis_game.web.viewer import Viewer
from tests.conformance_engine import elsewhere
from tests.conformance_engine.elsewhere import TWINS, told
from tests.conformance_engine.observing import heard
from tests.conformance_engine.walking import loaded
from tests.exercise.playing import wishes

MOVES = 60
LOOKERS = 3
"""Seats whose pages are compared: each page of each seat is made once for each of the other worlds."""


def played(name: str) -> Session:
    """A game that was played by chance for a while."""
    scenario = loaded(name)
    session = Session.start(scenario, dict.fromkeys(scenario.members, "person"), None, seed=4)
    stream = Stream(4, "pages")
    for _ in range(MOVES):
        session.submit(*wishes(session, stream))
    assert not session.finished
    return session


def elsewhere_played(session: Session, scenario: Scenario, state: State) -> Session:
    """The same commands in another world."""
    other = Session(scenario, None)
    other._state, other.log = state, session.log
    return other


def shown(session: Session, seat: SeatId) -> Iterator[tuple[str, str]]:
    """Every page that a seat can open, and what a program is sent for it."""
    viewer = Viewer(session, seat, name="Sara", key="p1")
    view = viewer.sight.view
    letters = [link("inbox", {"letter": letter.id}) for letter in view.mail]
    texts = [link("texts", {"text": text.id}) for text in view.texts]
    acts = [link(f"do/{offer.kind}") for offer in viewer.sight.offers]
    for address in (*map(link, PAGES), *letters, *texts, *acts):
        yield address, region(viewer, Address.parse(address))
    yield "the feed", json.dumps(SeatFeed(session, seat).whole())


@pytest.mark.parametrize("name", ["first-watch", "hesk-strait"])
def test_a_seat_that_has_not_learnt_of_it_is_shown_the_same(name: str) -> None:
    session = played(name)
    for seat in session.authored.members[:LOOKERS]:
        here = dict(shown(session, seat))
        words = told(heard([event for step in session.log for event in step.events], seat))
        for twin in TWINS:
            other = elsewhere_played(session, *twin(session.authored, session._state, seat, words))
            there = dict(shown(other, seat))
            assert [*there] == [*here], twin
            differs = [address for address in here if here[address] != there[address]]
            assert differs == [], (seat, twin)


def test_what_a_seat_has_learnt_is_on_its_pages() -> None:
    """The comparison bites: other words in what was received show on some page, and in the feed."""
    session = played("first-watch")
    seat = session.authored.members[0]
    changed, _ = elsewhere.other_wordings(session.authored, State(), "nobody", frozenset())
    here = dict(shown(session, seat))
    there = dict(shown(elsewhere_played(session, changed, session._state), seat))
    assert {"/play/inbox", "the feed"} <= {address for address in here if here[address] != there.get(address)}
