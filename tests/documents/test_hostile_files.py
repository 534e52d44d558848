"""No bytes whatever make reading fail otherwise than by a problem, or take long."""

from __future__ import annotations

import gc

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crisis_game.documents import Document, Source, read_yaml
from crisis_game.texts import Wording

pytestmark = pytest.mark.usefixtures("any_parser")

PIECES = [
    "- ",
    "a: ",
    "? ",
    ": ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "|",
    ">",
    "&x ",
    "*x",
    "!t ",
    "!!str ",
    "<<: ",
    "%TAG ",
    "---",
]
PIECES += [
    "...",
    "'",
    '"',
    "\\",
    "\\ud83d",
    "\\U00110000",
    "\n",
    "\n  ",
    "\n\t",
    "\r",
    "#",
    "@",
    "`",
    "\ufeff",
    "\x00",
    "ä",
]
PIECES += ["\x85", "\u2028", "😀", "true", "1e9", "9" * 20, "word", " ", "~"]


def check(document: Document) -> None:
    words = Wording()
    assert document.value is not None or document.problems or document.lines.text.strip()
    for problem in document.problems:
        assert words.say(problem.message)
        assert words.say(problem.fix)
        assert problem.span.line >= 1
        assert 1 <= problem.span.column < problem.span.end
        shown, carets = document.excerpt(problem.span).split("\n")
        assert "^" in carets
        assert shown.isprintable() or not shown.isascii()
    document.span(("a", 0, "b"))
    document.key_span((0, "a"))
    document.span_within((), 1, 3)


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    check(read_yaml(Source("any", data)))


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_any_pieces_of_yaml(text: str) -> None:
    check(read_yaml(Source("any", text.encode())))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "{" * 20_000,
        "- " * 20_000,
        "? " * 20_000,
        "&a " * 20_000,
        "%TAG !a! x\n" * 20_000,
        "a: 1\n" * 20_000,
        "---\n" * 20_000,
        "\n" * 20_000,
        '"' + "\\" * 20_000,
        "a: &a [x]\n" + "".join(f"k{n}: [*a, *a, *a]\n" for n in range(2_000)),
        "a: &a {x: 1}\n" + "".join(f"k{n}: {{<<: *a}}\n" for n in range(2_000)),
        "a: " + "9" * 40_000,
        "'" + "x" * 40_000 + "'",
    ],
)
def test_bombs_are_refused(text: str) -> None:
    document = read_yaml(Source("bomb", text.encode()))
    check(document)
    assert document.problems or isinstance(document.value, str)


def test_garbage_collection_is_on_again_afterwards() -> None:
    read_yaml(Source("broken", b"a: ["))
    assert gc.isenabled()
