"""Every value and key has its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.documents import Document, Path, Source, read_yaml
from crisis_game.texts import Span

pytestmark = pytest.mark.usefixtures("any_parser")

TEXT = """\
title: Wachtürme
states:
  - id: ARD
    brief: |
      First line.
      Second line.
    means: {ships: 3, "troops": 12}
  - id: BEL
empty:
long: two words
  on two lines
"""


def read(text: str) -> Document:
    return read_yaml(Source("test.yaml", text.encode()))


@pytest.mark.parametrize(
    ("path", "span"),
    [
        (("title",), Span(1, 8, 17)),
        (("states",), Span(3, 3, 12)),
        (("states", 0), Span(3, 5, 12)),
        (("states", 0, "id"), Span(3, 9, 12)),
        (("states", 0, "brief"), Span(4, 12, 13)),
        (("states", 0, "means", "troops"), Span(7, 33, 35)),
        (("states", 1, "id"), Span(8, 9, 12)),
        (("empty",), Span(9, 7, 8)),
        (("long",), Span(10, 7, 16)),
        ((), Span(1, 1, 17)),
    ],
)
def test_span_of_a_value(path: Path, span: Span) -> None:
    place = read(TEXT).span(path)
    assert (place.line, place.column) == (span.line, span.column)
    if path and not isinstance(path[-1], int) and path != ("states",):
        assert place.end == span.end


@pytest.mark.parametrize(
    ("path", "span"),
    [
        (("title",), Span(1, 1, 6)),
        (("states", 0, "means", "troops"), Span(7, 23, 31)),
        (("states", 1), Span(8, 5, 12)),
        (("states", 0, "nothing"), Span(3, 5, 12)),
        (("title", "nothing"), Span(1, 1, 6)),
    ],
)
def test_span_of_a_key(path: Path, span: Span) -> None:
    place = read(TEXT).key_span(path)
    assert (place.line, place.column) == (span.line, span.column)


@pytest.mark.parametrize("path", [("states", 7), ("states", -1), ("states", "id"), ("states", True)])
def test_a_path_that_does_not_exist_has_the_place_of_its_nearest_ancestor(path: Path) -> None:
    document = read(TEXT)
    assert document.span(path) in (document.span(("states",)), document.span(("states", 1)))


def test_places_survive_a_reader_that_takes_values_out() -> None:
    document = read(TEXT)
    assert isinstance(document.value, dict)
    document.value.pop("title")
    assert document.span(("long",)) == Span(10, 7, 16)


def test_a_dropped_duplicate_does_not_move_the_places_after_it() -> None:
    document = read("a: 1\na: {b: 2, c: [3]}\nd: 4\n")
    assert document.span(("a",)) == Span(1, 4, 5)
    assert document.span(("d",)) == Span(3, 4, 5)


@pytest.mark.parametrize(
    ("text", "words", "span"),
    [
        ("when: harm > 3 and hram < 5\n", "hram", Span(1, 20, 24)),
        ("when: 'harm > 3 and hram < 5'\n", "hram", Span(1, 21, 25)),
        ("when: \"adopted('x') and hram < 5\"\n", "hram", Span(1, 25, 29)),
        ("when: 'adopted(''x'') and hram < 5'\n", "hram", Span(1, 27, 31)),
        ("when: >\n  harm > 3\n  and hram < 5\n", "hram", Span(3, 7, 11)),
        ("when: harm > 3\n  and hram < 5\n", "hram", Span(2, 7, 11)),
        ("when: |-\r\n  harm > 3\r\n  and hram < 5\r\n", "hram", Span(3, 7, 11)),
        ("when: hram\n", "hram", Span(1, 7, 11)),
    ],
)
def test_place_of_a_word_inside_a_text(text: str, words: str, span: Span) -> None:
    document = read(text)
    assert isinstance(document.value, dict)
    said = document.value["when"]
    assert isinstance(said, str)
    start = said.index(words)
    assert document.span_within(("when",), start, start + len(words)) == span


def test_a_place_inside_something_else_than_a_text_is_the_place_of_the_whole() -> None:
    document = read(TEXT)
    assert document.span_within(("states", 0, "means", "ships"), 2, 4) == document.span(("states", 0, "means", "ships"))


def test_excerpt_shows_the_line_with_carets() -> None:
    document = read(TEXT)
    shown = document.excerpt(document.span(("states", 0, "means", "troops")))
    assert shown == '    means: {ships: 3, "troops": 12}\n' + " " * 32 + "^^"


def test_excerpt_shows_unseen_signs_and_keeps_the_carets_under_the_place() -> None:
    document = read("{a\u202e: 1, word\u200b: 2}\n")
    line, carets = document.excerpt(document.key_span(("word\u200b",))).split("\n")
    assert line == "{a[U+202E]: 1, word[U+200B]: 2}"
    assert line[carets.index("^") : len(carets)] == "word[U+200B]"


def test_excerpt_of_a_long_line_shows_what_stands_around_the_place() -> None:
    document = read("[" + "1, " * 500 + "word, " + "2, " * 500 + "3]")
    line, carets = document.excerpt(document.span((500,))).split("\n")
    assert len(line) <= 100
    assert line[carets.index("^") : carets.index("^") + 4] == "word"


def test_lone_carriage_returns_and_unicode_line_ends_count_as_lines() -> None:
    document = read("a: 1\rb: 2\r\nc: 3\x85d: 4\u2028")
    assert [document.span((key,)).line for key in "abcd"] == [1, 2, 3, 4]


NAME = st.text("abc", min_size=1, max_size=3)
TREE = st.recursive(
    NAME, lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(NAME, inner, min_size=1), max_leaves=9
)


def flow(tree: object) -> str:
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{key}: {flow(inner)}" for key, inner in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ",\n ".join(flow(inner) for inner in tree) + "]"
    return str(tree)


def leaves(tree: object, path: Path = ()) -> list[tuple[Path, str]]:
    if isinstance(tree, dict):
        return [leaf for key, inner in tree.items() for leaf in leaves(inner, (*path, key))]
    if isinstance(tree, list):
        return [leaf for index, inner in enumerate(tree) for leaf in leaves(inner, (*path, index))]
    return [(path, str(tree))]


@given(TREE)
def test_at_every_place_stand_the_words_of_the_value_and_of_the_key(tree: object) -> None:
    text = flow(tree)
    document = read(text)
    lines = text.split("\n")
    for path, words in leaves(tree):
        span = document.span(path)
        assert lines[span.line - 1][span.column - 1 : span.end - 1] == words
        if path and isinstance(path[-1], str):
            key = document.key_span(path)
            assert lines[key.line - 1][key.column - 1 : key.end - 1] == path[-1]
