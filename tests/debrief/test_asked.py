"""The debrief sets each answer to an inject beside what was expected of it."""

from __future__ import annotations

from crisis_game.debrief.review import review
from crisis_game.engine.acts.questions import AnswerInject
from crisis_game.exercise.session import Session
from crisis_game.pages.debrief.rounds import rounds_page
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Wording
from tests.asking import asked, asking
from tests.pages.showing import flat, in_lines


def played(answer: str) -> Session:
    """A whole game in which Brae answers so, and says nothing else."""
    session = asked("BBB")
    session.submit("BBB", AnswerInject("picture-asked", answer))
    while not session.finished:
        session.time_over(None)
    return session


def told(session: Session) -> str:
    return flat(in_lines([rounds_page(review(session))], Wording("en", names(asking()))))


def test_an_answer_is_rated_beside_its_inject() -> None:
    for answer, words in (("show", "✓ as expected"), ("books", "~ as expected in part"), ("keep", "✗ not as expected")):
        label = {"show": "Show it to all", "books": "Open your books instead", "keep": "Keep it a day"}[answer]
        assert flat(f"Brae on The ministry asks for the picture: {label} · {words}") in told(played(answer))


def test_silence_is_told_as_silence() -> None:
    assert flat("Brae on The banks close, by silence: Wait for the Council · ✗ not as expected") in told(played("show"))


def test_what_nothing_was_expected_of_is_not_rated() -> None:
    [gate] = [
        answer for told_round in review(played("show")).rounds for answer in told_round.asked if answer.inject == "gate"
    ]
    assert gate.rated == ""
