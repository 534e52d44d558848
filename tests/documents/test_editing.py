"""Values changed in a file: what is meant comes of it, and nothing else moves."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.documents import Document, Source, read_yaml
from crisis_game.documents.editing import Edit, EditingError, edited, extent, path_at

FILE = """\
# head
table:
  one:            # the first
    title: A title   # why
    text: >-
      Some words that
      are folded.

    # between
    to:
      - A
      - B
    empty:

  two: {title: "B, b", when: x > 1, last: 3}
# foot
after: [1, 2]
"""


def read(text: str) -> Document:
    document = read_yaml(Source("f.yaml", text.encode()))
    assert not document.problems
    return document


def change(*edits: Edit, text: str = FILE) -> str:
    return edited(read(text), edits)


def test_nothing_changed_is_nothing_touched() -> None:
    assert change() == FILE


def test_a_comment_behind_a_value_stays() -> None:
    text = change(Edit(("table", "one", "title"), "Another: title"))
    assert '    title: "Another: title"   # why\n' in text
    assert text.replace('"Another: title"', "A title") == FILE


def test_a_folded_text_stays_folded() -> None:
    text = change(Edit(("table", "one", "text"), "Short."))
    assert "    text: >-\n      Short.\n\n    # between\n" in text


def test_a_list_in_lines_becomes_one_in_brackets() -> None:
    assert "    to: [C]\n    empty:\n" in change(Edit(("table", "one", "to"), ["C"]))


def test_an_empty_value_is_filled_and_a_key_taken_out() -> None:
    text = change(Edit(("table", "one", "empty"), "now"), Edit(("table", "one", "to"), None))
    assert "    # between\n    empty: now\n\n  two:" in text


def test_a_new_key_follows_the_best_that_is_there() -> None:
    text = change(Edit(("table", "one", "at"), "table", ("none", "title", "missing")))
    assert "    title: A title   # why\n    at: table\n    text: >-\n" in text


def test_inside_brackets_all_stays_in_one_line() -> None:
    text = change(
        Edit(("table", "two", "when"), None),
        Edit(("table", "two", "title"), "C, c"),
        Edit(("table", "two", "more"), ["A", "B"], ("last",)),
    )
    assert '  two: {title: "C, c", last: 3, more: [A, B]}\n# foot\n' in text


def test_the_last_key_in_brackets_goes_with_its_comma() -> None:
    assert '{title: "B, b", when: x > 1}' in change(Edit(("table", "two", "last"), None))


def test_a_new_entry_stands_apart_as_the_others_do() -> None:
    text = change(Edit(("table", "three"), {"title": "T", "text": "words " * 40 + "end\nmore"}))
    assert '  two: {title: "B, b", when: x > 1, last: 3}\n\n  three:\n    title: T\n    text: >-\n      words' in text
    assert "end\n\n      more\n# foot" in text


def test_carriage_returns_are_kept() -> None:
    text = change(Edit(("b",), "x"), text="a: 1\r\n")
    assert text == "a: 1\r\nb: x\r\n"


def test_a_file_without_a_last_line_end() -> None:
    assert change(Edit(("b",), "x"), text="a: 1") == "a: 1\nb: x\n"


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(EditingError) as refused:
        change(Edit(("after", 0), 5))
    assert refused.value.path == ("after", 0)


def test_places_lead_back_to_paths() -> None:
    document = read(FILE)
    for path in (("table", "one", "text"), ("table", "one", "to", 1), ("table", "two", "when")):
        assert path_at(document, extent(document, path)[0], ("table",)) == path


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n"), max_size=60).map(str.strip)
PATHS = (("table", "one", "title"), ("table", "one", "text"), ("table", "one", "empty"), ("table", "two", "title"))


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(PATHS), WORDS, min_size=1))
def test_any_words_come_back(meant: dict[tuple[str, ...], str]) -> None:
    """The editing compares with what was meant itself; here from outside, and with the comments."""
    text = change(*(Edit(path, words) for path, words in meant.items()))
    document = read_yaml(Source("f.yaml", text.encode()))
    for path, words in meant.items():
        value = document.value
        for step in path:
            assert isinstance(value, dict)
            value = value[step]
        assert value == words
    for comment in ("# head", "# the first", "# why", "# between", "# foot"):
        assert comment in text
