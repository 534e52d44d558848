"""The list of a scenario's injects: one row each, in the order in which they arrive."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crisis_game.scenario.reading.inject_editing import InjectsFile, prose_at
from crisis_game.workshop.msel.columns import COLUMNS, Column, Heading
from crisis_game.workshop.msel.sheet import tidy
from crisis_game.workshop.msel.times import When

EVERYBODY = "all"


def listing(written: InjectsFile, language: str | None = None) -> tuple[tuple[str, ...], ...]:
    """The table, headings first.

    Args:
        written: the scenario.
        language: of the texts; a text that is not there in it is left empty. By default the scenario's first.
    """
    translation = language if language and language != written.languages[0] else None
    shown = [Heading(column, translation if column.is_prose else None) for column in COLUMNS]
    ids = sorted(written.entries, key=lambda id_: When.of(written.entries[id_]).order)
    rows = [tuple(_cell(written, id_, number, heading) for heading in shown) for number, id_ in enumerate(ids, 1)]
    return (tuple(heading.words for heading in shown), *rows)


def cell_of(inject: Mapping[str, Any], column: Column, language: str, first: str) -> str:
    """What the list says of an inject in a column that is read back.

    Args:
        inject: as it is written.
        column: one with keys.
        language: of the texts.
        first: the scenario's first language, which is that of texts without one.
    """
    if column.heading == "time":
        return When.of(inject).words()
    _, value = prose_at(inject, column.keys[0])
    if column.heading == "to":
        return _recipients(value)
    if isinstance(value, dict):
        return tidy(str(value.get(language) or ""))
    if column.is_prose and language != first:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return tidy(str(value)) if isinstance(value, str | int | float) else ""


def _cell(written: InjectsFile, id_: str, number: int, heading: Heading) -> str:
    inject = written.entries[id_]
    if heading.column.heading == "number":
        return str(number)
    if heading.column.heading == "id":
        return id_
    if heading.column.heading == "minute":
        scenario = written.reading.scenario
        return When.of(inject).minute(scenario.lesson.beat_seconds) if scenario else ""
    first = written.languages[0]
    return cell_of(inject, heading.column, heading.language or first, first)


def _recipients(value: Any) -> str:
    if isinstance(value, str):
        return tidy(value)
    named = [seat for seat in value if isinstance(seat, str)] if isinstance(value, list) else []
    return ", ".join(named) or EVERYBODY
