"""The projector's page: what everybody may know and nothing else; who decides; votes by name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crisis_game.assessment.public_record import public_record
from crisis_game.engine.acts.ballots import CastVote
from crisis_game.engine.acts.talk import TakePosition
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.chance import Stream
from crisis_game.engine.machine import legal
from crisis_game.engine.seen import Seen
from crisis_game.engine.view import View
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import Begin, CloseBeat, EndAfterBeat, apply
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import OBSERVER, Receipt
from crisis_game.pages.entrance import Entrance
from crisis_game.pages.names import wording_for
from crisis_game.pages.parts import Page, sentences
from crisis_game.pages.play.leading import deciding, leading
from crisis_game.pages.projector import all_may_know, projector_page, projector_wording, public_page
from crisis_game.paper.html import html
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import Text, Wording
from tests.conformance_engine.elsewhere import TWINS, Twin, told
from tests.conformance_engine.observing import heard
from tests.conformance_engine.test_same_bytes import places
from tests.exercise.lessons import come_in, lesson_in
from tests.exercise.privately import private_words, seal, to_beat
from tests.pages.showing import flat, in_html, in_json, in_lines, in_markdown, on_screen
from tests.tui.stage import session
from tests.tui.test_public_view import at_orders

ENTRANCE = Entrance("http://192.168.1.20:8000", "AB2CD3", "/home/us/lesson", "192.168.1.20")
RENDERERS = pytest.mark.parametrize("shown", [in_lines, on_screen, in_html, in_markdown, in_json])


@pytest.fixture
def lesson(tmp_path: Path) -> Iterator[Lesson]:
    opened = lesson_in(tmp_path, scenario="hesk-strait")
    yield opened
    opened.close()


def words(page: Page, wording: Wording) -> str:
    return " ".join("\n".join((wording.say(page.title), *sentences(page.all, wording))).split())


def said(lesson: Lesson) -> str:
    return words(projector_page(lesson, ENTRANCE), projector_wording(lesson.councils[0]))


def in_bytes(page: Page, wording: Wording) -> bytes:
    return html(Text("All"), (page,), wording).encode()


def of_session(opened: Session) -> bytes:
    wording = wording_for(opened.seen(OBSERVER), dossier(opened.scenario(OBSERVER), OBSERVER), "en")
    return in_bytes(public_page(opened, 160.0, "AB2 CD3"), wording)


# No secrets ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("twin", TWINS)
def test_worlds_that_differ_in_what_an_observer_has_not_learnt_give_the_same_bytes(twin: Twin) -> None:
    for walk, events in places("hesk-strait", 4):
        known = told(heard(events, OBSERVER))
        other_scenario, other_state = twin(walk.scenario, walk.state, OBSERVER, known)
        shown = []
        for scenario, state in ((walk.scenario, walk.state), (other_scenario, other_state)):
            seen = Seen(scenario, state, OBSERVER)
            page = all_may_know(View(seen), public_record(scenario, state), Text("It goes on."), 10.0, "AB2 CD3")
            shown.append(in_bytes(page, wording_for(seen, dossier(scenario, OBSERVER), "en")))
        assert shown[0] == shown[1]


def test_sealed_orders_letters_and_readiness_leave_the_same_bytes() -> None:
    after = set()
    for luck in range(4):
        opened = to_beat(session(), "orders")
        seal(opened, "AAA", "BBB", luck)
        after.add(of_session(opened))
    assert len(after) == 1


def test_no_words_of_one_seat_stand_on_it_through_a_game(lesson: Lesson) -> None:
    come_in(lesson, *("Ines", "Sara", "Jon", "Theo", "Lea", "Mia"))
    apply(lesson, Begin())
    assert lesson.councils[0].session is not None
    for _ in range(9):
        shown = said(lesson)
        assert [secret for secret in private_words(lesson.councils[0].session) if secret in shown] == []
        apply(lesson, CloseBeat())
    assert lesson.councils[0].session.seen(OBSERVER).round > 2


# What stands on it --------------------------------------------------------------------------------------------------


def test_before_play_it_is_the_way_in_and_names_nobody(lesson: Lesson) -> None:
    come_in(lesson, "Sara")
    shown = said(lesson)
    assert "http://192.168.1.20:8000" in shown
    assert "AB2 CD3" in shown
    assert "1 person is in." in shown
    assert "Seats taken: Ardane" in shown
    assert "Sara" not in shown
    assert "lesson" not in shown


def test_in_play_it_has_question_clock_gauges_and_how_many_are_ready(lesson: Lesson) -> None:
    come_in(lesson, "Sara", "Theo")
    apply(lesson, Begin())
    shown = said(lesson)
    assert shown.startswith("What has changed, and what do you believe?")
    assert "1:30 left" in shown
    assert "0 of 6 ready" in shown
    assert "Code AB2 CD3" in shown
    lesson.submit("p1", SetReady(), "p1.a.1")
    assert "1 of 6 ready" in said(lesson)


def test_in_orders_nobody_learns_how_many_are_ready(lesson: Lesson) -> None:
    come_in(lesson, "Sara", "Theo")
    apply(lesson, Begin())
    apply(lesson, CloseBeat())
    apply(lesson, CloseBeat())
    assert "ready" not in said(lesson)


def test_what_came_of_the_round_stands_in_three_blocks_until_the_table(lesson: Lesson) -> None:
    come_in(lesson, "Sara")
    apply(lesson, Begin())
    assert "1 What happened" not in said(lesson)
    for _ in range(3):
        apply(lesson, CloseBeat())
    shown = said(lesson)
    assert all(block in shown for block in ("1 What happened", "2 What moved", "3 The law"))
    assert "inbox" not in shown
    apply(lesson, CloseBeat())
    assert "1 What happened" not in said(lesson)


def test_at_the_end_it_says_how_it_ended(lesson: Lesson) -> None:
    come_in(lesson, "Sara")
    apply(lesson, Begin())
    apply(lesson, EndAfterBeat())
    for _ in range(3):
        apply(lesson, CloseBeat())
    shown = said(lesson)
    ended = lesson.councils[0].session.opened(OBSERVER).scenario
    assert any(Wording("en").say(ending.title) in shown for ending in ended.endings)
    assert all(Wording("en").say(question) in shown for question in ended.debrief)
    assert "1 What happened" not in shown


@RENDERERS
def test_every_renderer_says_all_of_it(shown: object) -> None:
    assert callable(shown)
    opened = at_orders()
    wording = wording_for(opened.seen(OBSERVER), dossier(opened.scenario(OBSERVER), OBSERVER), "en")
    page = public_page(opened, 100.0, "AB2 CD3")
    told_words = flat(shown((page,), wording))
    assert not [sentence for sentence in sentences(page.all, wording) if flat(sentence) not in told_words]


# The leading text ---------------------------------------------------------------------------------------------------


def test_the_text_with_most_support_leads_and_the_one_who_decides_is_named() -> None:
    opened = at_orders()
    view = opened.view(OBSERVER)
    wording = wording_for(view.seen, dossier(opened.scenario(OBSERVER), OBSERVER), "en")
    first = leading(view.texts)
    assert first is not None
    assert first.id == "aaa-1"
    assert wording.say(deciding(view.seen, first)) == "State CCC decides."


def at_the_table_with(*stances: tuple[str, str]) -> View:
    opened = to_beat(session(), "table")
    table = next(offer for offer in legal(opened.seen("AAA")) if offer.kind == "table-text")
    opened.submit("AAA", table.draw(Stream(4, "text")))
    for seat, stance in stances:
        assert isinstance(opened.submit(seat, TakePosition("aaa-1", stance)), Receipt)
    return opened.view(OBSERVER)


@pytest.mark.parametrize(
    ("stances", "decides"),
    [
        ((), "Any one of {seats:state} decides."),
        ((("BBB", "could-live-with"),), "{seats:state} decides."),
        ((("BBB", "support"),), "As members stand now it is adopted."),
        ((("BBB", "oppose"), ("CCC", "oppose")), "Any one of {seats:state} decides."),
    ],
)
def test_who_decides_follows_from_the_stands(stances: tuple[tuple[str, str], ...], decides: str) -> None:
    view = at_the_table_with(*stances)
    assert deciding(view.seen, view.text("aaa-1")).msgid == decides


def test_votes_stand_name_by_name_with_the_vote_that_would_have_turned_it() -> None:
    opened = at_orders()
    for seat, vote in (("AAA", "yes"), ("BBB", "no"), ("CCC", "yes")):
        assert isinstance(opened.submit(seat, CastVote("aaa-1", vote)), Receipt)
        assert isinstance(opened.submit(seat, SetReady()), Receipt)
    wording = wording_for(opened.seen(OBSERVER), dossier(opened.scenario(OBSERVER), OBSERVER), "en")
    shown = words(public_page(opened, None, ""), wording)
    assert "yes: State AAA and State CCC" in shown
    assert "no: State BBB" in shown
    assert "it would have failed" in shown
