"""Coming back to a saved game: nobody misses a brief, a roll call or an answer, and nobody reads letters twice."""

from __future__ import annotations

from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.tui import navigation
from crisis_game.tui.arrivals import arrivals
from crisis_game.tui.game import Game
from tests.tui.stage import session


def ready(opened: Session, *seats: str) -> Session:
    """The same session; these people are ready, one after another."""
    for seat in seats:
        assert isinstance(opened.submit(seat, SetReady()), Receipt)
    return opened


def come_back(opened: Session, seat: str) -> Game:
    """The game as it is opened again, with this seat before the screen."""
    return Game(opened, "en", seat)


def test_who_has_not_sat_down_before_reads_the_brief_after_coming_back() -> None:
    opened = ready(session(), "AAA")
    assert arrivals(come_back(opened, "AAA")) == ()
    assert arrivals(come_back(opened, "BBB")) == (navigation.briefing,)


def test_letters_from_before_ones_own_last_act_are_read() -> None:
    opened = ready(session(), "AAA")
    assert come_back(opened, "BBB").unread
    before = {letter.id for letter in come_back(opened, "BBB").unread}
    ready(opened, "BBB")
    assert before.isdisjoint(letter.id for letter in come_back(opened, "BBB").unread)


def test_votes_and_answer_that_came_after_ones_last_act_are_heard_once() -> None:
    opened = session()
    ready(opened, *opened.persons, *opened.persons, *opened.persons)
    for seat in opened.persons:
        assert arrivals(come_back(opened, seat)) == (navigation.answer, navigation.roll_call)
    ready(opened, "AAA")
    assert arrivals(come_back(opened, "AAA")) == ()
    assert arrivals(come_back(opened, "BBB")) == (navigation.answer, navigation.roll_call)
