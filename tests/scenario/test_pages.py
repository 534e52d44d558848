"""The pages that tell the rules and the catalogue in words agree with what the game reads."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from crisis_game.documents import Plain, Source, read_yaml
from crisis_game.law.vocabulary import FACTS
from crisis_game.scenario.numbers import Numbers

ROOT = Path(__file__).parents[2]


def rows(page: str, columns: int) -> dict[str, tuple[str, ...]]:
    """The table rows of a page that begin with an id in code marks, by that id."""
    pattern = re.compile(r"^\| `([a-z_-]+)` \|(.*)\|$", re.MULTILINE)
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    cells = {name: tuple(cell.strip() for cell in rest.split("|")) for name, rest in pattern.findall(text)}
    return {name: row for name, row in cells.items() if len(row) == columns}


def catalogue() -> dict[str, dict[str, Plain]]:
    document = read_yaml(Source("measures.yaml", (ROOT / "scenarios" / "measures.yaml").read_bytes()))
    assert document.problems == ()
    assert isinstance(document.value, dict)
    measures = document.value["measures"]
    assert isinstance(measures, dict)
    return {name: entry for name, entry in measures.items() if isinstance(entry, dict)}


def as_printed(entry: dict[str, Plain]) -> tuple[str, ...]:
    """A measure's cells: its kind, pressure and ramp, what it moves, its cost."""
    moves = entry.get("moves", {})
    assert isinstance(moves, dict)
    moved = ", ".join(f"{gauge} {by:+d}" for gauge, by in moves.items() if isinstance(by, int))
    kind, domain, pressure, ramp, cost = (
        str(entry.get(key, 0)) for key in ("kind", "domain", "pressure", "ramp", "cost")
    )
    return kind, domain, pressure, ramp, moved or "-", cost


def number_row(name: str, value: int, low: int, high: int, meaning: str) -> str:
    return f"| `{name}` | {value} | {low} to {high} | {meaning} |"


def test_the_rules_page_tells_every_number_as_it_is() -> None:
    printed = [line for line in (ROOT / "docs" / "rules.md").read_text(encoding="utf-8").splitlines() if " to " in line]
    meant = [
        number_row(
            number.name, number.default, number.metadata["low"], number.metadata["high"], number.metadata["meaning"]
        )
        for number in fields(Numbers)
    ]
    table = [line for line in printed if line.startswith("| `")]
    assert table == meant, "Put this table at the end of docs/rules.md:\n" + "\n".join(meant)


def test_the_measures_page_tells_every_measure_as_it_is() -> None:
    printed = {name: row[:6] for name, row in rows("measures.md", 8).items()}
    assert printed == {name: as_printed(entry) for name, entry in catalogue().items()}


def test_the_catalogue_has_every_rung() -> None:
    assert {entry["rung"] for entry in catalogue().values()} == set(range(1, 11))


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_a_measure_speaks_the_judge_s_words(name: str) -> None:
    entry = catalogue()[name]
    facts = entry["facts"]
    assert isinstance(facts, dict)
    for fact, value in {**facts, **{key: entry[key] for key in ("response_kind", "use_of_force")}}.items():
        assert fact in FACTS
        assert not isinstance(value, (list, dict, float))
        assert FACTS[fact].admits(value), (fact, value)
