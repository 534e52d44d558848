"""The page of SITUATION: what is due first, nothing that a seat may not know, and letters with their consequences."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from crisis_game.engine.acts.questions import AnswerInject
from crisis_game.engine.renewals import open_renewals
from crisis_game.engine.unit_of_work import Working
from crisis_game.engine.view import View
from crisis_game.exercise.session import Session
from crisis_game.pages.names import wording_for
from crisis_game.pages.parts import Heading, Part, sentences
from crisis_game.pages.play.gauges_now import gauges_now
from crisis_game.pages.play.letter_page import asking_heading, beside_letter, told
from crisis_game.pages.play.questions import question_parts
from crisis_game.pages.play.situation_due import due_rows, fuse
from crisis_game.pages.play.situation_page import beside_situation, in_short, situation_page
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import Wording, prose
from tests.asking import asked
from tests.assessment.games import scenario
from tests.engine.test_renewals import in_review, to_briefing

SEATS = tuple(scenario("hesk-strait").members)


@pytest.fixture(scope="module")
def opened() -> Session:
    return Session.start(scenario("hesk-strait"), dict.fromkeys(SEATS, "person"), None, seed=7)


def words(session: Session, seat: str, parts: Iterable[Part]) -> str:
    named = wording_for(session.seen(seat), dossier(session.authored, seat), "en")
    return "\n".join(sentences(tuple(parts), named))


@pytest.mark.parametrize("seat", SEATS)
def test_no_claim_that_a_seat_has_not_heard_and_no_letter_to_another_stands_on_it(opened: Session, seat: str) -> None:
    shown, seen = words(opened, seat, situation_page(opened, seat).all), opened.seen(seat)
    say = Wording().say
    unheard = [claim for id_, claim in opened.authored.claims.items() if id_ not in seen.claims]
    assert not [claim for claim in unheard if say(claim.text) in shown]
    mine = {letter.id for letter in opened.view(seat).mail}
    others = [letter for other in SEATS for letter in opened.view(other).mail if letter.id not in mine and letter.title]
    assert others
    assert not [letter.id for letter in others if letter.title is not None and say(letter.title) in shown]


def test_what_is_due_stands_before_what_happened_and_that_before_the_world(opened: Session) -> None:
    heads = [Wording().say(part.words) for part in situation_page(opened, "DEL").parts if isinstance(part, Heading)]
    assert heads == ["Due from you", "What happened", "The world"]


def test_what_waits_comes_before_what_is_done_and_letters_before_claims() -> None:
    session = asked("BBB")
    session.submit("BBB", AnswerInject("banks-close", "pay"))
    rows = due_rows(session.view("BBB"))
    assert [row.done for row in rows] == sorted(row.done for row in rows)
    assert next(row.kind for row in rows if not row.done) == "letter"
    assert [row.kind for row in rows if row.done] == ["letter"]


def test_a_letter_tells_what_one_can_reckon_with_and_nothing_of_what_befalls_another() -> None:
    """The same answer moves Arran's treasury and its support at home: Brae reads of the gauge alone."""
    session = asked("AAA", "BBB")
    shown = {}
    for seat in ("AAA", "BBB"):
        view = session.view(seat)
        letter = next(letter for letter in view.mail if letter.id == "inject:banks-close")
        assert letter.question is not None
        asked_parts = (asking_heading(view, letter), *question_parts(letter.question))
        shown[seat] = words(session, seat, (*told(letter), *asked_parts, *beside_letter(view, letter, None)))
    assert "Cohesion +2 · " not in shown["BBB"]
    assert "Cohesion +2" in shown["BBB"]
    assert all(effect in shown["AAA"] for effect in ("-1 coin", "home +4", "home -3", "Cohesion +2"))
    assert not any(effect in shown["BBB"] for effect in ("coin", "home +", "home -"))


@pytest.mark.parametrize(
    ("until", "beat", "bars"),
    [("table", "situation", 1), ("orders", "situation", 2), ("answer", "situation", 3), ("orders", "table", 1)],
)
def test_a_fuse_has_a_bar_for_each_beat_that_is_left(until: str, beat: str, bars: int) -> None:
    assert fuse(until, beat).sign == "▮" * bars + "▯" * (4 - bars)


def test_a_gauge_has_no_rounds_where_none_is_shown(opened: Session) -> None:
    assert not any(gauge.drawn or gauge.change or gauge.why for gauge in gauges_now(opened.view("DEL")))


def test_a_letter_in_short_ends_with_a_sentence() -> None:
    long = " ".join(f"This is sentence number {n} of a letter." for n in range(30))
    said = Wording().say(in_short(prose(f"{long}\n\nAnother paragraph.")))
    assert said.endswith(" of a letter.")
    assert 0 < len(said) < 160


def test_what_goes_on_by_silence_is_not_told_to_end_in_a_round_that_is_over() -> None:
    working = in_review(ends=1)
    assert any(row.endswith("  ends r1") for row in beside(working))
    open_renewals(working)
    to_briefing(working)
    assert any(row.endswith("  goes on by silence") for row in beside(working))
    assert not any(row.endswith("  ends r1") for row in beside(working))


def beside(working: Working) -> list[str]:
    return list(sentences(tuple(beside_situation(View(working.seen("AAA")), working.scenario)), Wording()))
