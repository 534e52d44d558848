"""The pages of an act, the cases that turned on a question, and the ways to choose among them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from crisis_game.law.casebook import Act, case, compare, library
from crisis_game.law.casebook.filters import ANY, FACETS, Filter, choices
from crisis_game.law.casebook.turning import turned_on
from crisis_game.law.order import RULES, SPEAKERS
from crisis_game.pages.library.cases import SECTIONS, case_links
from crisis_game.pages.parts import sentences
from crisis_game.texts import Wording

WORDING = Wording("en")
SAY = WORDING.say


def read(act: Act, section: str) -> str:
    return "\n".join(sentences(dict(SECTIONS)[section](act), WORDING))


def test_every_page_of_every_act_can_be_read() -> None:
    for act in library():
        for name, parts in SECTIONS:
            words = list(sentences(parts(act), WORDING))
            assert words, (act.id, name)
            assert all(said and not re.search(r"\{[a-z_:-]+\}", said) for said in words), (act.id, name)


def test_the_facts_are_told_without_names() -> None:
    assert "Albania" not in read(case("corfu-passage-1946"), "Facts")
    assert "Albania" in read(case("corfu-passage-1946"), "What happened")


def test_the_judge_tells_each_finding_with_its_reason() -> None:
    act = case("corfu-passage-1946")
    page = read(act, "The judge")
    for finding in compare(act).judgement.findings:
        assert SAY(RULES[finding.rule].name) in page
        assert SAY(finding.because) in page


def test_views_are_told_once() -> None:
    page = read(case("tanzania-uganda-1979"), "The judge")
    assert page.count("Going on was needed to remove the source of the attack for good.") == 1
    assert "The views are those told above." in page


def test_a_requirement_that_is_not_met_is_not_called_unlawful() -> None:
    act = case("naulilaa-1914")
    assert compare(act).judgement.questions["self-defence"] != "lawful"
    assert "Necessity: unlawful" not in read(act, "The judge")


def test_where_judge_and_record_part_the_note_is_shown() -> None:
    noted = [act for act in library() if act.disagreement]
    assert noted
    for act in noted:
        assert str(act.disagreement) in read(act, "Compared")


def test_a_difference_without_a_note_is_not_hidden() -> None:
    act = case("corfu-passage-1946")
    assert "Nowhere beyond" in read(act, "Compared")
    otherwise = replace(act, on_record=replace(act.on_record, legality="unlawful"))
    assert "a different answer" in read(otherwise, "Compared")
    assert "no note on this difference" in read(otherwise, "Compared")


def test_an_act_leads_to_the_rules_that_answer_its_questions() -> None:
    act = case("corfu-passage-1946")
    assert {RULES[link.id].question for link in case_links(act)} <= set(act.on_record.questions)
    assert [link.id for link in case_links(act)]


@pytest.mark.parametrize("question", list(SPEAKERS))
def test_cases_on_a_question_have_it_on_record_or_are_judged_on_it(question: str) -> None:
    acts = turned_on(question)
    on_record = [question in act.on_record.questions for act in acts]
    assert on_record == sorted(on_record, reverse=True)
    assert {act.id for act in library() if question in act.on_record.questions} <= {act.id for act in acts}
    for act, recorded in zip(acts, on_record, strict=True):
        assert recorded or compare(act).judgement.questions[question] != "not-applicable"


def test_choosing_narrows_by_every_facet() -> None:
    acts = library()
    assert Filter().choose(acts) == acts
    lawful = Filter(verdict="lawful").choose(acts)
    assert {act.on_record.legality for act in lawful} == {"lawful"}
    both = Filter(verdict="lawful", decade="1940").choose(acts)
    assert [act.id for act in both] == ["corfu-passage-1946"]
    assert Filter(kind="consultation", verdict="unlawful").choose(acts) == ()


def test_the_counts_beside_a_choice_are_what_it_gives() -> None:
    acts = library()
    for facet in FACETS:
        values = [(value, words) for _, members in choices(Filter(), facet) for value, words in members]
        assert values[0][0] == ANY
        for value, words in values[1:]:
            assert len(Filter().but(facet, value).choose(acts)) == words.values["n"]
