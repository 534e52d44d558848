"""Every code is explained, its wrong example gives it and nothing else, its right one gives nothing, its page is kept.

`UPDATE_PAGES=1` writes the pages of `docs/problems` anew.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from crisis_game.cli import main
from crisis_game.pages.problems import codes_page, explanation_page
from crisis_game.paper.markdown import markdown_page
from crisis_game.scenario.reading.explanation_examples import put, try_right, try_wrong
from crisis_game.scenario.reading.explanations import Explanation, base_lines, explanations
from crisis_game.scenario.reading.problem_codes import CODES
from crisis_game.texts import Wording
from crisis_game.workshop.idle_game import problems_in_play

PAGES = Path(__file__).parents[2] / "docs" / "problems"
ALL = explanations().values()
SEEN = {0x2400 + number: number for number in range(0x20)}


NOTE = "<!-- Written from the code by UPDATE_PAGES=1 pytest tests/workshop/test_explanations.py; do not edit. -->"


def pages() -> dict[str, str]:
    """The pages by file name, in Markdown; the codes of the list lead to theirs."""
    listed = markdown_page(codes_page(), Wording())
    index = re.sub(r"^\| ([EW]\d+) \|", r"| [\1](\1.md) |", listed, flags=re.MULTILINE)
    explained = {
        f"{explanation.code}.md": f"{markdown_page(explanation_page(explanation), Wording())}\n[All codes](README.md)\n"
        for explanation in ALL
    }
    return {"README.md": f"{index}\n{NOTE}\n", **explained}


def test_every_code_is_explained() -> None:
    assert list(explanations()) == list(CODES)


@pytest.mark.parametrize("explanation", ALL, ids=lambda explanation: explanation.code)
def test_the_wrong_example_gives_its_code_alone_at_its_place(explanation: Explanation) -> None:
    tried = try_wrong(explanation.example, problems_in_play)

    assert {problem.code for problem in tried.problems} == {explanation.code}
    spans = [(tried.documents[problem.file].lines.line(problem.span.line), problem.span) for problem in tried.problems]
    shown = [line[span.column - 1 : span.end - 1] for line, span in spans]
    assert any(words.startswith(explanation.example.at.translate(SEEN)) for words in shown), shown


@pytest.mark.parametrize("explanation", ALL, ids=lambda explanation: explanation.code)
def test_the_right_example_gives_nothing(explanation: Explanation) -> None:
    assert [problem.code for problem in try_right(explanation.example, problems_in_play).problems] == []


@pytest.mark.parametrize("explanation", ALL, ids=lambda explanation: explanation.code)
def test_an_explanation_says_why_and_how_in_whole_sentences(explanation: Explanation) -> None:
    for words in (explanation.what, explanation.why, explanation.mend):
        assert re.fullmatch(r"[A-Z0-9].*[.?]", words), words
    assert len(explanation.example.wrong.splitlines()) <= 15
    assert len(explanation.example.right.splitlines()) <= 15


def test_the_pages_are_those_that_the_code_writes() -> None:
    written = pages()
    if os.environ.get("UPDATE_PAGES"):
        for name, words in written.items():
            (PAGES / name).write_text(words, encoding="utf-8")

    assert {path.name for path in PAGES.iterdir()} == set(written)
    for name, words in written.items():
        assert (PAGES / name).read_text(encoding="utf-8") == words, f"{name}: write it anew with UPDATE_PAGES=1"


def test_lines_are_put_at_the_depth_at_which_they_stand() -> None:
    base = "a:\n  b:\n    c: 1\n    d: 2\n  e: 3\n"

    assert put(base, "d: 2\n", "d: 4\nf: 5\n") == "a:\n  b:\n    c: 1\n    d: 4\n    f: 5\n  e: 3\n"
    assert put(base, "b:\n  ...\n", "b: 6\n") == "a:\n  b: 6\n  e: 3\n"
    assert put(base, "a:\n...\n", "x: 7\n") == "x: 7\n"
    with pytest.raises(ValueError, match="0 times"):
        put(base, "g: 1\n", "g: 2\n")


def test_the_lines_that_examples_change_are_sound() -> None:
    assert base_lines("scenario").startswith("# The scenario that the examples change")


def test_explain_says_all_of_one_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "e202"]) == 0
    printed = capsys.readouterr().out

    assert printed.startswith("E202: A key is unknown here.\n====")
    assert "\nchanel: intelligence\n" in printed
    assert "Did you mean `channel`?" in printed
    assert max(map(len, printed.splitlines())) <= 100


def test_explain_lists_all_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    printed = capsys.readouterr().out

    assert re.findall(r"^([EW]\d+) ", printed, re.MULTILINE) == sorted(CODES, key=list(explanations()).index)


def test_explain_gives_its_pages_to_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "E202", "W617", "--format", "json"]) == 0
    assert [page["id"] for page in json.loads(capsys.readouterr().out)["pages"]] == ["E202", "W617"]


def test_an_unknown_code_is_refused_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "E20"]) == 2
    assert re.fullmatch(r"crisis-game: there is no code E20; did you mean E\d+\?\n", capsys.readouterr().err)
