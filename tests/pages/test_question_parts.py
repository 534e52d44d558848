"""What a letter asks, as a page: for who is asked, for who is not, and for the facilitator."""

from __future__ import annotations

from crisis_game.engine.acts.questions import AnswerInject
from crisis_game.engine.view import LetterLine
from crisis_game.exercise.session import Session
from crisis_game.pages.names import wording_for
from crisis_game.pages.play.letters import letters_page
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.scenario.seat_dossier import dossier
from tests.asking import asked, asking
from tests.pages.showing import flat, in_lines


def letter(session: Session, seat: str, inject: str) -> LetterLine:
    return next(mail for mail in session.view(seat).mail if mail.id == f"inject:{inject}")


def read(session: Session, seat: str, inject: str) -> str:
    wording = wording_for(session.seen(seat), dossier(asking(), seat), "en")
    return flat(in_lines([letters_page([letter(session, seat, inject)])], wording))


def test_who_is_asked_reads_the_answers_and_never_how_they_are_rated() -> None:
    words = read(asked("AAA", "BBB"), "BBB", "picture-asked")
    assert flat("Keep it a day") in words
    assert "as expected" not in words


def test_the_facilitator_reads_how_answers_are_rated_and_who_gave_which() -> None:
    session = asked("AAA", "BBB")
    session.submit("BBB", AnswerInject("picture-asked", "keep"))
    words = read(session, FACILITATOR, "picture-asked")
    assert flat("Show it to all (with it: Share what we know) · ✓ as expected") in words
    assert flat("~ as expected in part") in words
    assert flat("Keep it a day · ✗ not as expected") in words
    assert flat("Brae answered: Keep it a day.") in words


def test_what_waits_by_the_clock_says_so() -> None:
    session = asked("AAA")
    while session.seen("AAA").round < 2:
        session.time_over(None)
    assert flat("It waits 60 seconds of the clock, and no longer than this beat.") in read(session, "AAA", "gate")
    session.time_over(None)
    assert flat("You were silent, which means: Keep it open.") in read(session, "AAA", "gate")


def test_the_list_of_the_facilitator_has_the_answers() -> None:
    planned = dossier(asking(), FACILITATOR).facilitator
    assert planned is not None
    answers = {inject.id: inject.answers for inject in planned.injects}
    assert [(answer.silence, answer.rated) for answer in answers["picture-asked"]] == [
        (False, "met"), (False, "partly"), (True, "not")
    ]  # fmt: skip
    assert answers["queue"] == ()
