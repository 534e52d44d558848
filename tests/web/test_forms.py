"""Acts filled in on pages: values that stand, sheets of force, words that are sent with their act, and ways back."""

from __future__ import annotations

from crisis_game.engine.acts.questions import AnswerInject
from crisis_game.engine.acts.responses import FillForceSheet
from crisis_game.engine.acts.talk import Say
from crisis_game.engine.acts.texts import TableText
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.chance import Stream
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.web.addresses import Address, link
from crisis_game.web.region import region
from crisis_game.web.viewer import Viewer
from tests.asking import asked
from tests.engine import builders
from tests.engine.test_ballots import FORCE
from tests.web.reader import Seen, filled, followed, read_command
from tests.web.test_reader import to_command


def at_the_vote() -> Session:
    """Three people of the small scenario at the vote on a text of force."""
    session = Session.start(builders.tiny(), dict.fromkeys(builders.MEMBERS, "person"), None, seed=7)
    for command in (SetReady(), TableText(FORCE), SetReady()):
        for seat in session.persons if isinstance(command, SetReady) else session.persons[:1]:
            assert isinstance(session.submit(seat, command), Receipt)
    return session


def shown(session: Session, address: str) -> Seen:
    return Seen(region(Viewer(session, "AAA"), Address.parse(address)))


def test_a_force_sheet_is_filled_in_and_stands_when_it_is_opened_again() -> None:
    session = at_the_vote()
    command = to_command(session, "AAA", FillForceSheet.kind, Stream(3, "sheet"))
    assert isinstance(session.submit("AAA", command), Receipt)
    assert isinstance(command, FillForceSheet)
    query = {"f.text": f'"{command.text}"', "f.measure": f'"{command.measure}"'}
    form = next(form for form in shown(session, link("do/fill-force-sheet", query)).forms if form.method == "get")
    again = shown(session, followed(form, filled(form, None, None)))
    assert command in list(again.commands())


def test_words_are_sent_with_their_act() -> None:
    form = next(form for form in shown(at_the_vote(), "/play/do/say?f.to=[]").forms if form.action == "/do")
    pairs = [
        (name, "Not before\r\nmorning." if name == "with.words" else value) for name, value in filled(form, None, None)
    ]
    assert read_command(pairs) == Say((), "Not before\nmorning.")


def test_the_way_back_leads_one_question_back_and_then_where_the_form_was_opened() -> None:
    session = at_the_vote()
    query = {"f.to": '["BBB"]', "back": "/play/texts"}
    first = shown(session, link("do/say", query)).links
    back = next(href for href, words in first if words.endswith("Back"))
    assert back == link("do/say", {"back": "/play/texts"})
    assert next(href for href, words in shown(session, back).links if words.endswith("Back")) == "/play/texts"


def test_a_value_that_is_not_possible_is_asked_for_again_with_the_reason() -> None:
    seen = shown(at_the_vote(), link("do/deliver", {"f.level": '"tons"'}))
    assert "Give it in full, by half or not at all." in "".join(seen.words)
    assert seen.options


def test_an_act_that_is_not_possible_says_why() -> None:
    words = "".join(shown(at_the_vote(), "/play/do/table-text").words)
    assert "Not possible now: This is not possible in this beat." in words


def test_a_letter_that_asks_has_its_answers_as_buttons_and_says_what_silence_means() -> None:
    session = asked("AAA", "BBB", "CCC")
    (question,) = session.seen("AAA").questions
    letter = link("inbox", {"letter": f"inject:{question.inject}"})
    assert letter in [href for href, _ in shown(session, "/play").links]
    seen = shown(session, letter)
    answers = [command for command in seen.commands() if isinstance(command, AnswerInject)]
    assert answers == [AnswerInject(question.inject, reply.id) for reply in question.choices]
    words = "".join(seen.words)
    assert "It waits until TABLE begins." in words
    assert "If nothing is said: Wait for the Council." in words
    assert isinstance(session.submit("AAA", answers[0]), Receipt)
    assert not [command for command in shown(session, letter).commands() if isinstance(command, AnswerInject)]
