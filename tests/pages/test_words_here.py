"""Words that stand before a reader: gauges by their names, words of the glossary, and what is told of each."""

from __future__ import annotations

import pytest

from crisis_game.engine.view import View
from crisis_game.pages.parts import sentences
from crisis_game.pages.words_here import WordHere, words_here
from crisis_game.texts import Wording
from tests.engine import builders

EN = Wording("en")


@pytest.fixture
def view() -> View:
    return View(builders.desk().seen("AAA"))


def ids(shown: str, view: View | None) -> list[str]:
    return [word.id for word in words_here(shown, view, EN)]


def told(word: WordHere) -> str:
    return " ".join(sentences(word.lines, EN))


@pytest.mark.parametrize("shown", ["Grip 20", "GRIP ▂▂▃ 20", "it moves the grip."])
def test_a_gauge_is_known_by_its_name_in_any_case(shown: str, view: View) -> None:
    assert ids(shown, view) == ["gauge/grip"]


@pytest.mark.parametrize("shown", ["gripped", "a handgrip", ""])
def test_a_part_of_a_word_names_no_gauge(shown: str, view: View) -> None:
    assert ids(shown, view) == []


def test_gauges_stand_before_words_of_the_glossary(view: View) -> None:
    assert ids("A countermeasure moves Escalation.", view) == ["gauge/escalation", "countermeasure"]


def test_who_sees_no_gauge_is_told_of_none() -> None:
    assert ids("A countermeasure moves Escalation.", None) == ["countermeasure"]


def test_a_gauge_is_told_with_its_scale_and_what_moves_it(view: View) -> None:
    (grip,) = words_here("Grip", view, EN)
    seen = view.seen
    low, high = seen.gauges["grip"].low, seen.gauges["grip"].high
    said = told(grip)
    assert f"From {low} to {high}" in said
    assert "Measures that lower it: {measure}" not in said
    lowering = [id_ for id_ in seen.played if seen.measure(id_).moves.get("grip", 0) < 0]
    assert lowering
    assert any(f"{id_} {seen.measure(id_).moves['grip']}" in said for id_ in lowering)
    for step in seen.gauges["grip"].words:
        assert EN.say(step.word) in said
