"""Pages for who listens: each thing said once, together where several say it, in few words where nothing is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from crisis_game.engine.acts.talk import TakePosition
from crisis_game.engine.acts.turns import Listen, SetReady
from crisis_game.engine.events.turns import WaveBegan
from crisis_game.engine.unit_of_work import Working
from crisis_game.engine.view import LetterLine
from crisis_game.exercise.session import Session
from crisis_game.pages.names import wording_for
from crisis_game.pages.parts import Part, sentences
from crisis_game.pages.play.letters import letters_aloud
from crisis_game.pages.play.situation_due import due_lines
from crisis_game.pages.play.situation_page import situation_aloud, situation_page
from crisis_game.pages.play.table_waves import waves_begun
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import prose
from tests.engine import builders
from tests.engine.play import do
from tests.tui.stage import session

SAID = "What is unlawful here is unlawful there."


@pytest.fixture
def opened() -> Session:
    return session("AAA")


def heard(opened: Session, parts: Sequence[Part]) -> str:
    wording = wording_for(opened.seen("AAA"), dossier(opened.authored, "AAA"), "en")
    return " ".join(sentences(tuple(parts), wording))


def statement(opened: Session, sender: str) -> LetterLine:
    letter = next(letter for letter in opened.view("AAA").mail if letter.channel == "news")
    return replace(letter, id=sender, channel="statement", sender=prose(sender), title=None, words=prose(SAID))


def test_what_several_say_in_the_same_words_is_read_once(opened: Session) -> None:
    letters = [statement(opened, "Brenna"), statement(opened, "Corven")]
    told = heard(opened, letters_aloud(letters).parts)
    assert told.count(SAID) == 1
    assert "Brenna" in told
    assert "Corven" in told


def test_a_statement_that_is_made_again_is_named_alone(opened: Session) -> None:
    letter = statement(opened, "Brenna")
    told = heard(opened, letters_aloud([letter], {(letter.sender, letter.words)}).parts)
    assert SAID not in told
    assert "says again" in told
    other = statement(opened, "Corven")
    assert SAID in heard(opened, letters_aloud([other], {(letter.sender, letter.words)}).parts)


def test_what_is_due_as_it_was_is_counted(opened: Session) -> None:
    due = due_lines(opened.view("AAA"))
    assert len(due) == 1
    first, again = (heard(opened, situation_aloud(opened, "AAA", before).parts) for before in ((), due))
    assert heard(opened, due) in first
    assert heard(opened, due) not in again
    assert "1 more, as it stood" in again
    assert "as it stood" not in first


def test_what_the_answer_has_told_is_not_told_again(opened: Session) -> None:
    while opened.seen("AAA").round == 1:
        opened.submit("AAA", SetReady())
    whole, aloud = (heard(opened, make(opened, "AAA").all) for make in (situation_page, situation_aloud))
    assert "The world" in whole
    assert "The world" not in aloud


def test_those_who_only_support_a_text_are_told_together() -> None:
    desk: Working = builders.desk()
    desk.state.table.holders.update(BBB="statesman", CCC="dove")
    do(desk, "AAA", Listen())
    for seat in ("BBB", "CCC"):
        do(desk, seat, TakePosition("aaa-1", "support", because="Because."))
    seen = desk.seen("AAA")
    wording = wording_for(seen, dossier(desk.scenario, "AAA"), "en")
    told = " ".join(sentences(waves_begun(seen, [WaveBegan(1, seen.movers)]), wording))
    assert "For Escort: State BBB and State CCC" in told
    assert "Because" not in told
