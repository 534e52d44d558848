"""The law library in numbered lines."""

from __future__ import annotations

import io

import pytest

from crisis_game.plain import library
from crisis_game.plain.console import Console, EndOfInputError
from crisis_game.scenario.dossier import dossier
from crisis_game.texts import Wording
from tests.engine import builders


def read(page: str, *answers: str) -> str:
    """What is said when a page is opened and these answers are given, the input ending after them."""
    out = io.StringIO()
    console = Console(Wording("en"), io.StringIO("".join(f"{one}\n" for one in answers)), out)
    try:
        dict(library.PAGES)[page](console, dossier(builders.tiny(), "AAA").charter)
    except EndOfInputError:
        out.write("(more is asked)")
    return out.getvalue()


def test_a_rule_is_read_and_led_back_from() -> None:
    said = read("The rules of judgement", "1", "1", "0")
    assert "== Use of force ==" in said
    assert "- UN Charter, Article 2(4)" in said
    assert "It leads to:" in said
    assert "(more is asked)" not in said


def test_a_case_is_read_judged_and_compared() -> None:
    said = read("The casebook", "5", "4", "1", "1", "2", "3", "4", "5", "0", "0")
    assert "Choose by: Decade (1940s)" in said
    assert "== 1946 Minesweeping in Albanian waters ==" in said
    for heading in ("Facts", "On record", "The judge", "Compared"):
        assert f"== {heading} ==" in said
    assert "the same answer" in said
    assert "(more is asked)" not in said


def test_words_are_explained_and_lead_to_rules() -> None:
    said = read("Words explained", "2", "5", "1", "0", "0")
    assert "== Countermeasure ==" in said
    assert "Do all the conditions of a countermeasure hold together?" in said


def test_search_reads_what_it_finds() -> None:
    assert "== Transit passage ==" in read("Search in all of the law", "transit strait", "1", "0")
    assert "Nothing has all these words." in read("Search in all of the law", "zzzz")


def test_all_cases_on_a_question_are_listed() -> None:
    to_rule = ("3", "2")
    row = next(line for line in read("The rules of judgement", *to_rule).splitlines() if "cases on:" in line)
    said = read("The rules of judgement", *to_rule, row.split()[0])
    assert "1978 Suspension of French flights" in said.partition("cases on:")[2]


@pytest.mark.parametrize("page", [name for name, _ in library.PAGES if "Search" not in name])
def test_every_page_can_be_left_at_once(page: str) -> None:
    assert "(more is asked)" not in read(page, "0")
