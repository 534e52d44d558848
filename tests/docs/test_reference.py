"""The reference is the one that the models write, and it leaves nothing unsaid.

`UPDATE_PAGES=1` writes it anew.
"""

from __future__ import annotations

import os
import re

import pytest

from crisis_game.cli import main
from crisis_game.conditions.vocabulary import FUNCTIONS, MEANINGS, NAMES, TEXT_FUNCTIONS, TEXT_NAMES
from crisis_game.scenario.reading.reference import reference_text
from crisis_game.scenario.reading.scenario_file import ScenarioFile
from crisis_game.scenario.reading.schema import json_schema
from crisis_game.scenario.records import declared
from tests.docs.pages import DOCS

PAGE = DOCS / "authors" / "reference.md"


def test_the_page_is_the_one_that_the_models_write() -> None:
    if os.environ.get("UPDATE_PAGES"):
        PAGE.write_text(reference_text(), encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == reference_text(), "crisis-game schema --format markdown writes it anew"


def test_the_verb_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--format", "markdown"]) == 0
    assert capsys.readouterr().out == reference_text()


def test_every_key_is_described_in_a_sentence() -> None:
    schema = json_schema()
    keys = [
        (name, key, field.get("description", ""))
        for name, shape in {"": schema, **schema["$defs"]}.items()
        for key, field in shape["properties"].items()
    ]
    unsaid = [(name, key) for name, key, words in keys if not re.fullmatch(r"[A-Z0-9][^\n|]*\.", words)]

    assert unsaid == []
    assert len(keys) > 250


def test_every_name_and_function_of_conditions_has_its_meaning() -> None:
    assert list(MEANINGS) == list(dict.fromkeys([*NAMES, *FUNCTIONS, *TEXT_NAMES, *TEXT_FUNCTIONS]))


def test_every_link_within_the_page_leads_somewhere() -> None:
    text = reference_text()
    headings = {line[3:].lower().replace(" ", "-") for line in text.splitlines() if line.startswith("## ")}

    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= headings


def test_every_top_key_has_its_row() -> None:
    rows = re.findall(r"^\| \**`(\w+)`", reference_text().split("## Lesson")[0], re.MULTILINE)

    assert rows == [key.name for key in declared(ScenarioFile).keys]
