"""The law library in numbered lines."""

from __future__ import annotations

import io

import pytest

from crisis_game.plain import library
from crisis_game.plain.console import Console, EndOfInputError
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import Wording
from tests.engine import builders


def read(page: str, *answers: str) -> str:
    """What is said when a page is opened and these answers are given, the input ending after them."""
    out = io.StringIO()
    console = Console(Wording("en"), io.StringIO("".join(f"{answer}\n" for answer in answers)), out)
    try:
        dict(library.PAGES)[page](console, dossier(builders.tiny(), "AAA").charter)
    except EndOfInputError:
        out.write("(more is asked)")
    return out.getvalue()


def test_a_rule_is_read_and_led_back_from() -> None:
    said = read("The rules of judgement", "1", "2", "0")
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
    assert "Does the measure answer a wrong, within the limits that the law sets?" in said


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


class Follower:
    """Follows the first rule that a page leads to, so many times; then it only goes back."""

    def __init__(self, out: io.StringIO, times: int) -> None:
        self._out, self.left = out, times

    def isatty(self) -> bool:
        return False

    def readline(self) -> str:
        asked = self._out.getvalue().rpartition("It leads to:")[2]
        rows = [row for row in asked.splitlines() if "Rule: " in row or row.endswith("  Rules")]
        rule = rows[-1].split()[0] if rows else "0"
        self.left -= 1
        self._out.seek(0)
        self._out.truncate()
        return f"{rule}\n" if self.left > 0 else "0\n"


def test_links_are_followed_and_followed_without_a_way_back() -> None:
    """More pages one out of the other than Python has room for calls; then all the way back."""
    out = io.StringIO()
    follower = Follower(out, 1200)
    console = Console(Wording("en"), follower, out)
    library.look_up(console, None, "rule", "force-threatened")
    assert follower.left < -500
