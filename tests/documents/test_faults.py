"""Every fault is named where it is, with its cause and its cure."""

from __future__ import annotations

import pytest

from crisis_game.documents import Document, Limits, Source, read_yaml
from crisis_game.texts import Wording

pytestmark = pytest.mark.usefixtures("any_parser")


def read(text: str | bytes, limits: Limits | None = None) -> Document:
    data = text.encode() if isinstance(text, str) else text
    return read_yaml(Source("test.yaml", data), limits or Limits())


def faults(document: Document) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.span.line, problem.span.column) for problem in document.problems]


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("title: Foo: bar\n", "E122", 1, 11),
        ("a: 1\nbb\nc: 2\n", "E123", 2, 1),
        ('a: "open\nb: 2\n', "E124", 1, 4),
        ("a: it\nb: 'open\nc: 2\n", "E124", 2, 4),
        ('a: "C:\\q"\n', "E125", 1, None),
        ("a: [1, 2\nb: 3\n", "E126", 1, 4),
        ("a: {x: 1\n", "E126", 1, 4),
        ("a: @home\n", "E127", 1, 4),
        ("a: `x`\n", "E127", 1, 4),
        ("a: 'it's'\n", "E133", 1, 8),
        ("a: {b: 'it's'}\n", "E133", 1, 12),
        ("a: 'open\nb: it\nc: 'two'\n", "E124", 1, 4),
        ("a:\n  - x\n  y\n  - z\n", "E129", 3, 3),
        ("a:\n  b: 1\n c: 2\n", "E128", 3, 2),
        ("a:\n  - x\n  y: 2\n", "E129", 3, 3),
        ("- a\nb: 1\n", "E129", 2, 1),
        ("a: | words\n  x\n", "E130", 1, 6),
        ("{a: 1}\nb: 2\n", "E131", 2, 1),
        ("\ta: 1\n", "E121", 1, 1),
        ("a:\n\tb: 1\n", "E121", 2, 1),
        ("%YAML 1.1\n---\na: 1\n", "E116", 1, 1),
        ("a: 1\n...\n# x\n%TAG !a! b\n---\nb: 1\n", "E116", 4, 1),
        ("", "E104", 1, 1),
        ("# nothing\n", "E104", 2, 1),
        ("---\n", "E104", 2, 1),
        ("a: \x1b[2J\n", "E103", 1, 4),
    ],
)
def test_what_cannot_be_read_at_all(text: str, code: str, line: int, column: int | None) -> None:
    document = read(text)
    assert document.value is None
    [(found_code, at_line, at_column)] = faults(document)
    assert (found_code, at_line, at_column if column else None) == (code, line, column)


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "value"),
    [
        ("a: 1\nb: 2\na: 3\n", "E106", 3, 1, {"a": 1, "b": 2}),
        ("x: {a: 1, a: {b: [2]}, c: 4}\n", "E106", 1, 11, {"x": {"a": 1, "c": 4}}),
        ("1: one\nb: 2\n", "E107", 1, 1, {"b": 2}),
        ("true: one\n", "E107", 1, 1, {}),
        ("~: one\n", "E107", 1, 1, {}),
        ("? [a, b]\n: 1\n", "E108", 1, 3, {}),
        ("a: &x 1\n", "E109", 1, 4, {"a": "1"}),
        ("a: *x\n", "E109", 1, 4, {"a": None}),
        ("*a : 1\n", "E109", 1, 1, {}),
        ("a: &x [1]\n", "E109", 1, 4, {"a": [1]}),
        ("<<: {a: 1}\n", "E110", 1, 1, {}),
        ("a: !!python/object:os.system x\n", "E111", 1, 4, {"a": "x"}),
        ("a: !set {b: 1}\n", "E111", 1, 4, {"a": {"b": 1}}),
        ("a: 1\n---\nb: 2\n", "E105", 2, 1, {"a": 1}),
        ("a: 1234567890123456\n", "E115", 1, 4, {"a": "1234567890123456"}),
        ("a: 1e999\n", "E115", 1, 4, {"a": "1e999"}),
        ('a: "\\e[2J"\n', "E103", 1, 4, {"a": "[2J"}),
    ],
)
def test_what_is_refused_leaves_the_rest_readable(text: str, code: str, line: int, column: int, value: object) -> None:
    document = read(text)
    assert faults(document) == [(code, line, column)]
    assert document.value == value


def test_all_faults_are_listed_in_one_run() -> None:
    document = read("a: 1\na: 2\nb: *x\n<<: {c: 1}\n2: two\nd: !x y\ne: 'never closed\n")
    assert [code for code, _, _ in faults(document)] == ["E106", "E109", "E110", "E107", "E111", "E124"]


def test_a_quoted_merge_sign_is_a_key_like_others() -> None:
    assert read("'<<': 1\n").value == {"<<": 1}


def test_other_encodings_are_named_with_their_place() -> None:
    document = read("a: ä\nb: ü".encode("latin-1"))
    assert faults(document) == [("E102", 1, 4)]
    assert document.excerpt(document.problems[0].span).startswith("a: ")
    assert faults(read("a: 1".encode("utf-16"))) == [("E102", 1, 1)]


@pytest.mark.parametrize(
    ("text", "limits", "code"),
    [
        ("a: 12345", Limits(size=7), "E101"),
        ("[[[[1]]]]", Limits(depth=3), "E112"),
        ("{a: {b: {c: {}}}}", Limits(depth=3), "E112"),
        ("[1, 2, 3, 4]", Limits(values=4), "E113"),
        ("a: 'abcdef'", Limits(length=5), "E114"),
        ("a: 123456", Limits(digits=5), "E115"),
    ],
)
def test_limits(text: str, limits: Limits, code: str) -> None:
    assert [fault_code for fault_code, _, _ in faults(read(text, limits))] == [code]


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("a: 12345", Limits(size=8)),
        ("[[[1]]]", Limits(depth=3)),
        ("[1, 2, 3]", Limits(values=4)),
        ("a: 'abcde'", Limits(length=5)),
        ("a: -12345", Limits(digits=5)),
    ],
)
def test_files_at_a_limit_are_read(text: str, limits: Limits) -> None:
    assert read(text, limits).problems == ()


def test_reading_ends_after_enough_problems() -> None:
    assert len(read("a: 1\n" * 50, Limits(problems=7)).problems) == 7


def test_a_problem_reads_as_a_sentence_with_cause_and_cure() -> None:
    [problem] = read("a: 1\nsecond: 2\na: 3\n").problems
    words = Wording()
    assert words.say(problem.message) == "The key `a` stands twice in one place: first in line 1, and again here."
    assert words.say(problem.fix) == (
        "Move the lines that belong to it under the first and delete this line, or keep one of the two."
    )
    assert problem.file == "test.yaml"
    assert problem.severity == "error"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a:\n  b: 1\n c: 2\n", {"here": 2, "line": 2, "column": 3, "outer_line": 1, "outer_column": 1}),
        ("a:\n  b: 1\nc:\n    d: 1\n  e: 2\n", {"here": 3, "line": 4, "column": 5, "outer_line": 3, "outer_column": 1}),
        ("a:\n  b: >-\n    Words: more\n\n  # aside\n c: 2\n", {"line": 2, "column": 3, "outer_line": 1}),
        ("a:\n  b: 1\n    c: 2\n", {"here": 5, "line": 2, "column": 3}),
    ],
)
def test_a_slipped_line_names_the_lines_above_that_it_could_stand_beside(text: str, values: dict[str, int]) -> None:
    [problem] = read(text).problems
    assert problem.code == "E128"
    assert values.items() <= problem.message.values.items()


@pytest.mark.parametrize("text", ["a: 1\nb\nc: 2\n- d\n", "- a: 1\n  b: 2\n c: 3\n", "  a: 1\n b: 2\n"])
def test_a_line_beside_entries_or_alone_names_none(text: str) -> None:
    assert all("column" not in problem.message.values for problem in read(text).problems)
