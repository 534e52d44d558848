"""Every numbered case of the suite, and what holds of the suite as a whole."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from crisis_game.law import judge
from crisis_game.law.judge import open_case
from tests.conformance.answers import answer, answer_by, conduct, met
from tests.conformance.findings import plain
from tests.conformance.publish import PAGE, page
from tests.conformance.suite import OPEN, Case, acts, known_sources, sections

PINPOINT = re.compile(r"Articles? \d|\bparas?\b")
SECTIONS = sections()
CASES = [case for section in SECTIONS for case in section.cases]
DISPUTED = [case for case in CASES if case.options]
COUNTS = [case for case in DISPUTED if case.kind == "tally"]
CONTESTED = [case for case in DISPUTED if case.kind == "judge"]
BEFORE_THE_JUDGE = [case for case in CASES if case.kind == "judge"]


def named(case: Case) -> str:
    return f"{case.number} {case.title}"


@pytest.mark.parametrize("case", CASES, ids=named)
def test_case(case: Case) -> None:
    case_answer = answer(case)
    assert met(case.expect, case_answer), {key: case_answer.get(key) for key in case.expect}


@pytest.mark.parametrize("case", BEFORE_THE_JUDGE, ids=named)
def test_the_facts_of_a_case_make_its_answer_or_are_said_to_change_nothing(case: Case) -> None:
    assert met(case.expect, plain(judge(conduct(case.question, bare=True)))) == case.unchanged


@pytest.mark.parametrize("case", COUNTS, ids=named)
def test_each_reading_of_a_disputed_count_leads_where_it_is_said_to(case: Case) -> None:
    for option in case.options:
        assert met(option.expect, answer_by(case, option)), option.name
    taken = next(option for option in case.options if option.name == case.taken)
    assert met(taken.expect, answer(case))


@pytest.mark.parametrize("case", CONTESTED, ids=named)
def test_the_options_of_a_contested_point_are_the_views_that_the_finding_tells(case: Case) -> None:
    finding = open_case(conduct(case.question)).answer(case.turns_on)
    assert finding is not None
    views = {(view.verdict, tuple(source.cite for source in view.authority)) for view in finding.views}
    assert {(option.expect["verdict"], option.authority) for option in case.options} == views
    taken = [option.expect["verdict"] for option in case.options if option.name == case.taken]
    assert [finding.leaning] == (taken or [None])
    assert case.taken == OPEN or taken


def test_numbers_are_those_of_their_sections_rising_and_none_is_given_twice() -> None:
    assert [section.number for section in SECTIONS] == list(range(1, len(SECTIONS) + 1))
    for section in SECTIONS:
        numbers = [case.number for case in section.cases]
        assert numbers == sorted(numbers)
        assert all(number.startswith(f"{section.number}.") and len(number.split(".")[1]) == 2 for number in numbers)
    assert max(Counter(case.number for case in CASES).values()) == 1
    assert max(Counter(case.title for case in CASES).values()) == 1


def test_the_suite_is_as_large_as_it_says() -> None:
    assert len(CASES) >= 120
    assert {kind: count for kind, count in Counter(case.kind for case in CASES).items() if count < 10} == {}


def test_every_case_stands_on_sources_that_are_known() -> None:
    known = known_sources()
    for case in CASES:
        assert case.sources, case.number
        cited = {*case.sources, *(cite for option in case.options for cite in option.authority)}
        assert cited <= set(known), case.number


def test_an_article_or_paragraph_is_printed_only_where_it_was_read() -> None:
    assert [cite for cite, source in known_sources().items() if PINPOINT.search(cite) and not source.checked] == []


def test_every_disputed_case_says_what_is_taken_and_why() -> None:
    for case in DISPUTED:
        assert len(case.options) > 1, case.number
        assert case.taken in (OPEN, *(option.name for option in case.options)), case.number
        assert case.why, case.number
        assert case.kind == "tally" or case.turns_on, case.number


def test_every_act_that_cases_start_from_is_used() -> None:
    used = {case.question["act"] for case in BEFORE_THE_JUDGE}
    assert set(acts()) - used <= {"quiet", "patrol"}


def test_the_page_is_made_from_the_cases() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m tests.conformance.publish"
