"""The instructor's comments: notes that are for all stand in the debrief, those on an entry in its round."""

from __future__ import annotations

from crisis_game.debrief.review import review
from crisis_game.engine.acts.alarm import RequestConsultation
from crisis_game.engine.acts.facilitator import NoteDown
from crisis_game.exercise.session import Session
from crisis_game.pages.debrief import debrief_pages
from crisis_game.pages.debrief.learning import learning
from crisis_game.pages.debrief.rounds import rounds_page
from crisis_game.pages.parts import sentences
from crisis_game.paper.json import review_json
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Wording
from tests.asking import asked, asking
from tests.pages.showing import flat, in_lines

WORDING = Wording("en", names(asking()))


def played(*notes: NoteDown) -> Session:
    """A whole game in which Arran asks for a consultation in round 1, with notes that are written at its end."""
    session = asked("AAA", "BBB")
    session.submit("AAA", RequestConsultation())
    while not session.finished:
        session.time_over(None)
    for note in notes:
        session.submit("facilitator", note)
    return session


def entry(session: Session) -> int:
    return next(step.n for step in session.log if step.submission.command == RequestConsultation())


def test_a_comment_on_an_entry_stands_in_its_round_after_what_happened() -> None:
    session = played()
    session.submit("facilitator", NoteDown("Early, and alone.", entry(session), True))
    told = review(session)
    assert [(round_.round, comment.words) for round_ in told.rounds for comment in round_.comments] == [
        (1, "Early, and alone.")
    ]
    assert told.notes == ()
    lines = flat(in_lines([rounds_page(told)], WORDING))
    assert flat("The instructor's comments") in lines
    [comment] = told.rounds[0].comments
    assert comment.about is not None
    assert flat(f"{WORDING.say(comment.about)} “Early, and alone.”") in lines


def test_a_comment_on_nothing_or_on_no_entry_stands_where_it_is_talked_over() -> None:
    session = played(NoteDown("Well argued.", 0, True), NoteDown("A miss.", 9999, True))
    told = review(session)
    assert [comment.words for comment in told.notes] == ["Well argued.", "A miss."]
    words = " ".join(sentences(tuple(learning(told)), WORDING))
    assert "Well argued." in words
    assert "A miss." in words


def test_a_note_of_ones_own_is_in_no_page_and_in_no_report() -> None:
    session = played(NoteDown("Weak on law."), NoteDown("Weak on proof.", 5))
    told = review(session)
    pages = in_lines(debrief_pages(told), WORDING)
    for where in (pages, review_json(told, WORDING)):
        assert "Weak on" not in where
