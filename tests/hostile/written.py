"""A shipped scenario with its charter, in which every word of its author holds foreign signs."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from crisis_game.scenario.library import find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.texts import Prose
from tests.fuzz import bases
from tests.hostile.signs import OPEN, WRITTEN

WORDS = {
    "about", "adjective", "asks", "back_text", "brief", "case", "caveat", "confirmed", "costs", "debrief", "done",
    "expected", "explains", "failed", "gives", "hearing", "hint", "hold_text", "label", "lines", "meaning", "name",
    "nature", "new_brief", "opening", "pitch", "profile", "refuted", "reveal", "says", "sender", "short", "summary",
    "teaching", "terms", "text", "title", "undo", "use", "why", "words",
}  # fmt: skip
"""Keys under which an author writes for readers; below them all is words."""


def poisoned(base: str, turn: int = 0) -> dict[str, Any]:
    """A base as plain values, its charter in it; `turn` says which signs the first words get."""
    tree = bases.tree(base)
    tree.pop("tests", None)
    tree["id"] = f"hostile-{base}"
    if isinstance(tree["charter"], str):
        charter = bases.ROOT / "scenarios" / "charters" / f"{tree['charter']}.yaml"
        tree["charter"] = yaml.safe_load(charter.read_text(encoding="utf-8"))
    _write_out(tree, load_scenario(find(base)))
    count = iter(range(turn, 10**6))
    return {key: value if key == "lesson" else _told(value, count, (key,)) for key, value in tree.items()}


def write(base: str, path: Path, turn: int = 0) -> Path:
    """The same as a file."""
    path.write_text(yaml.safe_dump(poisoned(base, turn), allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def with_signs(words: str, number: int) -> str:
    """Words with the signs of a number before or behind them, by turns."""
    sign = WRITTEN[number % len(WRITTEN)]
    return f"{sign}{words}" if number % 2 else f"{words}{sign}"


def clean_prose(scenario: Scenario) -> Iterator[str]:
    """Words of the author without signs: the builder has forgotten their key.

    Measures not played are the game's, and so are voices: in an author's own, braces are refused and markup is told.
    """
    played = replace(scenario, measures={id_: scenario.measures[id_] for id_ in scenario.played}, voices={})
    yield from (f"{where}: {words}" for where, words in _prose(played, "") if words and OPEN not in words)


def _told(value: Any, count: Iterator[int], way: tuple[str, ...]) -> Any:
    if isinstance(value, dict):
        return {key: _told(part, count, (*way, str(key))) for key, part in value.items()}
    if isinstance(value, list):
        return [_told(part, count, way) for part in value]
    return with_signs(value, next(count)) if isinstance(value, str) and value and _is_words(way) else value


def _write_out(tree: dict[str, Any], scenario: Scenario) -> None:
    """Write into the file what the game gives a scenario that names a thing by its id alone."""
    changed = {measure["id"]: measure for measure in tree["measures"] if isinstance(measure, dict)}
    names = ("name", "done", "nature", "explains", "undo")
    tree["measures"] = [
        {"id": id_, **_fields(scenario.measures[id_], *names), **changed.get(id_, {})} for id_ in scenario.played
    ]
    for kind, fields in {"clauses": ["name", "gives", "costs"], "gauges": ["name", "meaning"]}.items():
        for id_, entry in getattr(scenario, kind).items():
            tree.setdefault(kind, {})[id_] = {**_fields(entry, *fields), **(tree.get(kind, {}).get(id_) or {})}
    for id_, gauge in scenario.gauges.items():
        tree["gauges"][id_].setdefault(
            "words", {str(level.from_): level.word.in_language("en") for level in gauge.words}
        )


def _fields(entry: Any, *names: str) -> dict[str, str]:
    return {name: getattr(entry, name).in_language("en") for name in names}


def _is_words(way: tuple[str, ...]) -> bool:
    """Whether an author writes for readers there; what a hint asks for is the id of an act or a page."""
    return (
        (way[-1] in WORDS and way != ("guidance", "asks"))
        or "words" in way
        or way[-2:-1] == ("members",)
        or (way[0] == "actors" and way[-1] == "aims")
        or (way[0] == "actors" and way[-1] in ("names", "adopted"))
    )


def _prose(value: Any, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Prose):
        yield where, value.in_language("en")
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _prose(getattr(value, field.name), f"{where}.{field.name}")
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _prose(part, f"{where}[{key}]")
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _prose(part, f"{where}[]")
