"""The review for other programs: all of it as JSON, the grades as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from crisis_game.debrief.model import Review
from crisis_game.engine.coded import Coded
from crisis_game.texts import Prose, Text, Wording, json_of

FORMAT = 1
"""Of the JSON; it changes when a field changes its meaning or goes."""

_LEFT_OUT = ("assessment",)
"""Fields of the review that only say again what others say."""


def as_json(told: Review, wording: Wording) -> str:
    """The review as JSON, with all words in one language."""
    plain = {"crisis-game-report": FORMAT, **_record(told, wording)}
    return json_of(plain, indent=2)


def grades_csv(told: Review, wording: Wording) -> str:
    """The grades as CSV with a head: a row for each seat. A cell never begins like a formula of a spreadsheet."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    parts = [one.id for one in told.grades[0].lines] if told.grades else []
    writer.writerow(["seat", "name", "holder", *parts, "points"])
    for grade in told.grades:
        name = wording.name("state", grade.seat)
        points = [line.points for line in grade.lines]
        writer.writerow([_safe(grade.seat), _safe(name), _safe(grade.holder), *points, grade.points])
    return text.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def plain(value: object, wording: Wording) -> Any:
    """A value as JSON can hold it: sentences are worded, records are objects, tables keep their keys."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Text | Prose):
        return wording.say(value)
    if isinstance(value, Coded):
        return wording.say(value.text)
    if isinstance(value, Mapping):
        return {str(key): plain(one, wording) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [plain(one, wording) for one in value]
    if is_dataclass(value):
        return _record(value, wording)
    raise TypeError(f"a {type(value).__name__} has no place in a report")


def _record(value: Any, wording: Wording) -> dict[str, Any]:
    names = [one.name for one in fields(value) if one.name not in _LEFT_OUT]
    return {name: plain(getattr(value, name), wording) for name in names}
