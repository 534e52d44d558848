"""Signs that nobody sees, or that a terminal obeys, are shown; everything else stays as it was written."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.texts import Text, Wording, json_of, prose, visible


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a\x1b[31mb\x07", "a␛[31mb␇"),
        ("left\u202eright", "left[U+202E]right"),
        ("zero\u200bwidth\ufeff", "zero[U+200B]width[U+FEFF]"),
        ("a\rb\x00\x7f\x9b", "a␍b␀␡[U+009B]"),
        ("lone \ud800", "lone [U+D800]"),
        ("a\u200db", "a[U+200D]b"),
    ],
)
def test_an_unseen_sign_is_shown(written: str, shown: str) -> None:
    assert visible(written) == shown


@pytest.mark.parametrize(
    "written",
    ["[/] [red]x[/red] $x {y} %s <b>", "two\nlines\tand a tab", "Ⅳ\xa0é", "👩‍👩‍👧 ❤️‍🔥 👍🏽", "می‌خواهم شدّة", "日本語"],
)
def test_what_can_be_seen_stays_as_it_is(written: str) -> None:
    assert visible(written) == written


@given(st.text(st.characters(codec=None, categories=["Cc", "Cf", "Cs", "Zl", "Zp"]) | st.sampled_from("ab \n\t")))
def test_nothing_that_a_terminal_obeys_is_left(written: str) -> None:
    shown = visible(written)
    assert visible(shown) == shown
    left = {sign for sign in shown if unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"}}
    assert left <= {"\n", "\t"}
    assert not any(
        unicodedata.bidirectional(sign) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
        for sign in shown
    )


def test_all_words_are_visible_wherever_they_come_from() -> None:
    names = {"state": {"AAA": prose("Al\u202edermark")}}
    wording = Wording("en", names)
    assert wording.say(prose("an\x1bauthor")) == "an␛author"
    assert wording.say(Text("{seat:state} says {words}", {"seat": "AAA", "words": "\x07"})) == (
        "Al[U+202E]dermark says ␇"
    )
    assert wording.name("state", "AAA") == "Al[U+202E]dermark"


@given(st.dictionaries(st.text(), st.text()))
def test_json_holds_the_very_words_and_nothing_that_a_terminal_obeys(value: dict[str, str]) -> None:
    written = json_of(value)

    assert json.loads(written) == value
    assert visible(written) == written


def test_json_keeps_letters_and_escapes_unseen_signs() -> None:
    assert json_of({"é": "語\u202e\x7f\U000e0041"}) == '{"é": "語\\u202e\\u007f\\udb40\\udc41"}'
