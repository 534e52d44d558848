"""The glossary, and the names of the law's own things."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.law.finding import Layer, RuleSeverity, Status, Verdict
from crisis_game.law.glossary import TERMS, places, terms_in
from crisis_game.law.names_of_law import BREACHES, FIELDS, KINDS, LAYERS, QUESTIONS, REQUIREMENTS, STATUSES, VERDICTS
from crisis_game.law.order import RULES, SPEAKERS
from crisis_game.law.vocabulary import FACTS


def test_every_term_is_one_plain_sentence() -> None:
    for term in TERMS.values():
        said = term.meaning.msgid
        assert said.endswith("."), term.id
        assert ". " not in said, term.id
        assert len(said.split()) <= 50, term.id


def test_terms_lead_to_rules_that_exist() -> None:
    assert {rule for term in TERMS.values() for rule in term.rules} <= set(RULES)


def test_no_paragraph_is_printed_that_was_not_read() -> None:
    for term in TERMS.values():
        for source in term.sources:
            assert source.checked or not re.search(r"paras? \d|Article \d", source.cite), (term.id, source.cite)


def test_words_of_the_field_are_there() -> None:
    assert {
        "armed-attack",
        "silence-procedure",
        "countermeasure",
        "retorsion",
        "attribution",
        "necessity",
        "immediacy",
        "off-ramp",
        "quorum",
        "veto",
        "abstention",
        "opt-out",
        "transit-passage",
        "due-diligence",
        "report",
        "mandate",
        "enforcement",
        "inject",
        "gauge",
    } <= set(TERMS)
    assert sum("proportionality" in term for term in TERMS) == 3


def test_terms_are_found_where_they_stand_as_words_of_their_own() -> None:
    terms = [
        term.id for term in terms_in("After two Countermeasures the silence was broken; a reporter vetoed nothing.")
    ]
    assert terms == ["countermeasure", "silence-procedure"]
    assert terms_in("") == ()


def test_terms_are_found_in_any_case_and_number_and_over_a_break_of_the_line() -> None:
    said = "VETOES, Uses of force; quorums\nand armed\n   attacks."
    assert [(said[place.start : place.end], place.term.id) for place in places(said)] == [
        ("VETOES", "veto"),
        ("Uses of force", "use-of-force"),
        ("quorums", "quorum"),
        ("armed\n   attacks", "armed-attack"),
    ]


def test_the_longest_term_wins() -> None:
    assert [place.term.id for place in places("Collective self-defence is no mere self-defence.")] == [
        "collective-self-defence",
        "self-defence",
    ]


def test_strange_letters_do_no_harm() -> None:
    assert places("\u0130nject") == ()


def test_parts_of_other_words_are_no_terms() -> None:
    assert places("A vetoing degrader of injections, engauged.") == ()


@given(st.text(max_size=60), st.sampled_from(sorted(TERMS)), st.text(max_size=60))
def test_places_never_overlap_and_say_what_stands_there(before: str, term: str, after: str) -> None:
    words = f"{before} {TERMS[term].name.msgid} {after}"
    spans = places(words)
    assert all(span.end <= other.start for span, other in pairwise(spans))
    assert all(span.term in terms_in(words[span.start : span.end]) for span in spans)


@pytest.mark.parametrize("term", sorted(TERMS))
def test_each_term_is_found_by_its_name(term: str) -> None:
    assert [place.term.id for place in places(TERMS[term].name.msgid)] == [term]


def test_every_question_has_a_name_and_a_field() -> None:
    assert set(QUESTIONS) == set(SPEAKERS)
    listed = [question for members in FIELDS.values() for question in members]
    assert sorted(listed) == sorted(SPEAKERS)
    assert {rule.question for rule in RULES.values()} <= set(listed)


def test_every_kind_of_response_is_listed_once() -> None:
    listed = [kind for members in KINDS.values() for kind in members]
    assert sorted(listed) == sorted(FACTS["response_kind"].words)


def test_everything_a_finding_can_say_has_a_name() -> None:
    assert set(VERDICTS) == set(REQUIREMENTS) == set(get_args(Verdict))
    assert set(LAYERS) == set(get_args(Layer))
    assert set(STATUSES) == set(get_args(Status))
    assert set(BREACHES) == {None, *get_args(RuleSeverity)}
