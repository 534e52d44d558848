"""Every scenario says on its first line where its schema is, so that editors complete and check it."""

from __future__ import annotations

from pathlib import Path

import pytest

from crisis_game.scenario.library import list_scenarios
from crisis_game.scenario.reading.schema import schema_text
from crisis_game.workshop.new_scenario import beginning
from tests.docs.pages import DOCS, blocks

LINE = "# yaml-language-server: $schema="
SHIPPED = [Path(scenario.path) for scenario in list_scenarios()]


def first_line(text: str) -> str:
    return text.split("\n", 1)[0]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_scenario_names_the_schema_beside_it(path: Path) -> None:
    line = first_line(path.read_text(encoding="utf-8"))

    assert line.startswith(LINE)
    assert (path.parent / line.removeprefix(LINE)).read_text(encoding="utf-8") == schema_text()


def test_there_are_shipped_scenarios() -> None:
    assert {path.stem for path in SHIPPED} >= {"first-watch", "hesk-strait"}


def test_a_new_scenario_names_it_too() -> None:
    assert first_line(beginning("dry-summer")) == f"{LINE}schema.json"


def test_so_do_the_scenarios_of_the_docs() -> None:
    whole = [
        block
        for page in DOCS.rglob("*.md")
        for block in blocks(page)
        if "\nstates:" in block.words and "\nid:" in block.words
    ]
    finished = (DOCS / "authors" / "tutorial-finished.yaml").read_text(encoding="utf-8")

    assert whole
    for text in (finished, *(block.words for block in whole)):
        assert first_line(text) == f"{LINE}schema.json"
