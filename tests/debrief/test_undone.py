"""What was refused or left undone, as a log tells it."""

from __future__ import annotations

import pytest

from crisis_game.assessment.history import History
from crisis_game.debrief.chronicle import Chronicle, Happening
from crisis_game.debrief.undone import HEAVIEST_FIRST, undone
from crisis_game.engine.event import Event
from crisis_game.engine.events.alarm import HelpAnswered, HelpRequested
from crisis_game.engine.events.consent import ConsentSet
from crisis_game.engine.events.measures import Delivered
from crisis_game.engine.events.talk import GiftSettled, PositionTaken, QuestionAsked
from crisis_game.scenario.ids import Delivery
from crisis_game.texts import Wording
from tests.engine import builders

ASKED = HelpRequested("BBB", ("AAA", "CCC"))
QUESTION = QuestionAsked("BBB", "CCC", "aaa-1", "position", ("BBB", "CCC"))


def log(*events: Event) -> Chronicle:
    """A log in which these things happen, one a round."""
    found = Chronicle(History(builders.tiny()))
    found.happenings += [Happening(place, place, "orders", event, {}) for place, event in enumerate(events, 1)]
    return found


def kinds(*events: Event) -> list[tuple[str, int]]:
    return [(row.kind, row.round) for row in undone(log(*events))]


def given(owed: Delivery | None, level: Delivery, measure: str = "escort", text: str | None = "aaa-1") -> Delivered:
    return Delivered("CCC", "aaa-1/escort", text, measure, owed, level)


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        (HelpAnswered("AAA", "BBB", False), "help-declined"),
        (HelpAnswered("AAA", "BBB", True), None),
        (GiftSettled("g", "AAA", "BBB", "broken", None), "promise-broken"),
        (GiftSettled("g", "AAA", "BBB", "void", None), None),
        (ConsentSet("harbour", "AAA", "withdrawn"), "consent-refused"),
        (ConsentSet("harbour", "AAA", "limited", ("escort",)), None),
        (given("full", "none"), "pledge-dropped"),
        (given("half", "none"), "pledge-dropped"),
        (given("full", "half"), "pledge-cut"),
        (given("half", "full"), None),
        (given("half", "half"), None),
        (given(None, "none"), None),
        (given("full", "none", text=None), None),
    ],
)
def test_what_an_event_tells(event: Event, kind: str | None) -> None:
    assert kinds(event) == ([(kind, 1)] if kind else [])


def test_who_was_asked_for_help_and_never_answered_is_named() -> None:
    assert kinds(ASKED, HelpAnswered("AAA", "BBB", True)) == [("help-unanswered", 1)]
    (row,) = undone(log(ASKED, HelpAnswered("AAA", "BBB", True)))
    assert Wording().say(row.sentence) == "BBB asks for help, and hears nothing from CCC."
    assert kinds(ASKED, HelpAnswered("AAA", "BBB", True), HelpAnswered("CCC", "BBB", True)) == []
    assert kinds(HelpAnswered("CCC", "BBB", True), HelpRequested("BBB", ("CCC",))) == [("help-unanswered", 2)]
    (all_,) = undone(log(HelpRequested("BBB", ())))
    assert "AAA and CCC" in Wording().say(all_.sentence)


def test_a_question_that_is_never_answered_is_silence() -> None:
    answer = PositionTaken("CCC", "aaa-1", "oppose", (), 0, (), None)
    assert kinds(QUESTION) == [("silence", 1)]
    assert kinds(QUESTION, answer) == []
    assert kinds(answer, QUESTION) == [("silence", 2)]
    assert kinds(QUESTION, PositionTaken("AAA", "aaa-1", "oppose", (), 0, (), None)) == [("silence", 1)]


def test_the_heaviest_comes_first_then_the_graver_measure() -> None:
    rows = undone(
        log(QUESTION, given("full", "half"), given("full", "none"), given("full", "none", "limited-force"), ASKED)
    )
    assert [row.kind for row in rows] == sorted((row.kind for row in rows), key=HEAVIEST_FIRST.index)
    assert [row.round for row in rows] == [5, 4, 3, 2, 1]
