"""The table of rules: complete, honest about what is read, and the one that is published."""

from __future__ import annotations

from pathlib import Path

import pytest

from crisis_game.law import facts_raw, facts_vocabulary
from crisis_game.law.casebook import case, ids
from crisis_game.law.derived import TABLES
from crisis_game.law.facts_in_reach import REACH
from crisis_game.law.facts_read import facts_read
from crisis_game.law.judge import open_case
from crisis_game.law.order import DECIDING, RULES, SPEAKERS
from crisis_game.law.published import facts_table, indicators_table, questions_table, rules_table
from crisis_game.law.vocabulary import FACTS

CATALOGUE = [
    "force-prohibited",
    "force-threatened",
    "armed-attack",
    "armed-attack-cyber",
    "accumulation",
    "imminence",
    "nsa-attack",
    "sd-necessity",
    "sd-proportionality",
    "sd-immediacy",
    "csd-declaration",
    "csd-request",
    "report-unsc",
    "sd-until",
    "unsc-authorised",
    "unsc-vote-valid",
    "unsc-decision-comply",
    "regional-enforcement",
    "ga-recommendation",
    "invitation",
    "treaty-preconsent",
    "humanitarian-force",
    "r2p-pathway",
    "non-intervention",
    "attribution-state",
    "complicity",
    "due-diligence",
    "cm-basis",
    "cm-procedure",
    "cm-limits",
    "cm-proportion",
    "cm-temporary",
    "retorsion",
    "sanctions-due-process",
    "ihl-distinction",
    "ihl-proportionality",
    "ihl-precautions",
    "humanitarian-access",
    "investigate-redress",
    "l3-competence",
    "l3-vote",
    "l3-consultation",
    "l3-own-consent",
    "l3-suspension",
    "pacific-first",
]
PAGE = Path(__file__).parents[2] / "docs" / "judge.md"


def test_all_forty_five_rules_of_the_catalogue_are_there() -> None:
    assert len(CATALOGUE) == 45
    assert set(CATALOGUE) <= set(RULES)


def test_every_question_of_the_casebook_has_a_rule_that_answers_it() -> None:
    asked = {question for id_ in ids() for question in case(id_).on_record.questions}
    assert asked <= set(SPEAKERS)
    assert all(speaker in RULES for speakers in SPEAKERS.values() for speaker in speakers)
    assert all(RULES[speaker].question == question for question, all_ in SPEAKERS.items() for speaker in all_)
    assert set(DECIDING) <= set(RULES)


def test_tables_and_ways_out_name_only_facts_of_the_vocabulary() -> None:
    assert set(REACH) <= set(FACTS)
    assert set(TABLES) | {fact for read, _ in TABLES.values() for fact in read} <= set(FACTS)


def test_no_fact_is_declared_twice() -> None:
    names = [fact.name for fact in (*facts_vocabulary.FACTS, *facts_raw.FACTS)]
    assert len(names) == len(set(names))


def test_values_within_reach_are_values_of_the_fact() -> None:
    assert all(FACTS[name].admits(step.to) for name, steps in REACH.items() for step in steps)


def test_no_rule_reads_the_free_word_for_the_trigger() -> None:
    assert not any("trigger_kind" in facts_read(rule) for rule in RULES.values())


@pytest.mark.parametrize("id_", ids())
def test_what_a_rule_reads_is_seen_from_its_code(id_: str) -> None:
    opened = open_case(case(id_).conduct)
    for rule in RULES.values():
        opened.answer(rule.id)
        assert set(opened.facts_read(rule.id)) <= set(facts_read(rule)), rule.id


def test_every_rule_has_a_source_a_question_and_a_docstring() -> None:
    for rule in RULES.values():
        assert rule.sources
        assert rule.asks.msgid.endswith("?")
        assert rule.decide.__doc__


def test_the_page_for_instructors_shows_rules_facts_and_indicators_as_they_are() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for table in (rules_table(), questions_table(), facts_table(), indicators_table()):
        assert table in page
