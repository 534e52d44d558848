"""The rows of the record: both words of the law and legitimacy, or how much is open while rulings wait for the end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.view import View
from crisis_game.exercise.session import Session
from crisis_game.pages.parts import Fold, Heading, sentences
from crisis_game.pages.record import record_pages
from crisis_game.scenario.lesson import Lesson
from crisis_game.texts import Text, Wording
from tests.assessment.games import scenario

SEAT = "DEL"


def rows(verdicts: str) -> tuple[Session, list[Fold], list[Text]]:
    """Hesk Strait after two rounds: its session, the rows of its acts, and the notes of the headings."""
    authored = scenario("hesk-strait")
    lesson: Lesson = replace(authored.lesson, verdicts=verdicts)
    session = Session.start(replace(authored, lesson=lesson), {SEAT: "person"}, None, seed=1)
    while session.seen(SEAT).round < 3:
        session.submit(SEAT, SetReady())
    first, *_ = record_pages(View(session.seen(SEAT)), session.record())
    notes = [part.note for part in first.parts if isinstance(part, Heading) and isinstance(part.note, Text)]
    return session, [part for part in first.parts if isinstance(part, Fold)], notes


@pytest.mark.parametrize("verdicts", ["each-round", "end"])
def test_every_act_on_record_has_a_row_that_opens_on_its_ruling(verdicts: str) -> None:
    session, folds, _ = rows(verdicts)
    assert [fold.ruling for fold in folds] == [act.id for act in session.record()]


def test_while_rulings_wait_no_word_of_the_law_is_said() -> None:
    session, folds, notes = rows("end")
    said = " ".join(sentence for fold in folds for sentence in sentences((fold,), Wording()))
    assert any(act.questions for act in session.record())
    assert all(act.legitimacy is None for act in session.record())
    assert not [word for word in ("lawful", "open in law", "high", "low") if f" {word}" in said]
    assert "question" in said
    assert "rulings come at the end" in notes[0].msgid


def test_an_act_that_was_left_undone_has_a_word_and_no_legitimacy() -> None:
    session, folds, _ = rows("each-round")
    undone = [fold for fold, act in zip(folds, session.record(), strict=True) if act.omission]
    assert undone
    assert all("omission" in next(iter(sentences((fold,), Wording()))) for fold in undone)
