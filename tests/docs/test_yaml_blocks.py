"""Every YAML in the documentation is run through the check, with what it stands in."""

from __future__ import annotations

from pathlib import Path

import pytest

from crisis_game.scenario.reading.explanations import explanations
from tests.docs.excerpts import NoConventionError, excerpt_of, problems
from tests.docs.pages import DOCS, ROOT, Block, blocks

TUTORIAL = "docs/authors/tutorial.md"
"""Its blocks are built into a file step by step, in test_tutorial."""

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
YAML = [block for page in PAGES for block in blocks(page) if block.language in ("yaml", "yml")]
HERE = [block for block in YAML if block.page != TUTORIAL and not block.page.startswith("docs/problems/")]


def block(words: str) -> Block:
    return Block("page.md", 1, "yaml", words, "", 0)


@pytest.mark.parametrize("yaml_block", HERE, ids=str)
def test_a_block_is_without_problems(yaml_block: Block, tmp_path: Path) -> None:
    assert problems(yaml_block, tmp_path) == []


def test_there_are_many() -> None:
    assert len(HERE) >= 35
    assert any(yaml_block.page == TUTORIAL for yaml_block in YAML)


def test_the_pages_of_problems_show_the_examples_that_are_tested_with_them() -> None:
    examples = {
        words
        for explanation in explanations().values()
        for words in (explanation.example.wrong, explanation.example.right)
    }
    shown = [yaml_block for yaml_block in YAML if yaml_block.page.startswith("docs/problems/")]

    assert [
        str(yaml_block)
        for yaml_block in shown
        if yaml_block.words.rstrip("\n") not in {words.rstrip("\n") for words in examples}
    ] == []
    assert len(shown) == 2 * len(explanations())


@pytest.mark.parametrize(
    "words",
    ["injects: {}\n", "format: 1\n", "# in nowhere\ninjects: {}\n", "- {id: x}\n", "a: [\n", "# a comment\n- a\n"],
)
def test_a_block_that_does_not_say_what_it_is_fails(words: str) -> None:
    with pytest.raises(NoConventionError):
        excerpt_of(block(words))


def test_a_faulty_excerpt_is_told(tmp_path: Path) -> None:
    [problem] = problems(block("# in tiny\ninjects: {banks-close: {chanel: news}}\n"), tmp_path)

    assert problem.startswith("E202 ")
    assert "Did you mean `channel`?" in problem


def test_an_excerpt_can_stand_deeper_and_in_the_place_of_a_table(tmp_path: Path) -> None:
    assert problems(block("# in tiny, at states/AAA\nmeans: {naval: 9}\n"), tmp_path) == []
    sentences = problems(block("# in tiny, with truths instead\ntruths: {order: {name: x}}\n"), tmp_path)

    assert any("anchor" in words for words in sentences)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_no_block_hides_behind_another_name(page: Path) -> None:
    names = {fence.language for fence in blocks(page)}

    assert not names & {"YAML", "Yaml", "yaml:"}
