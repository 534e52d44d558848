"""Sense of injects that can be left out: nothing else of the scenario waits for them, and they can be left out in time.

Tests of the scenario may ask for them: they are played with all injects.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from crisis_game.conditions.condition import Condition
from crisis_game.conditions.syntax_tree import calls
from crisis_game.scenario.model import Inject
from crisis_game.scenario.reading.sense import Sense
from crisis_game.scenario.records import Changed

ASKING = frozenset({"arrived", "answered"})
"""Functions whose first word is an inject."""

_IN_CONDITION = "A condition asks for this inject, and it can be left out: {line}"
_IN_OBJECTIVE = "Deeds of the objective `{objective}` count from this inject, and it can be left out."
_TAKE_AWAY = "Take `droppable` away, or ask for something else."
_AT_ONCE = "It comes when play opens, before anything can be left out."
_LATER = "Take `droppable` away, or let it come in a later beat."


def check_droppable(sense: Sense) -> None:
    """What can be left out is asked for by no condition but its own, and is no occasion of an objective."""
    for id_, inject in sense.file.injects.items():
        if inject.droppable:
            _check(sense, id_, inject)


def _check(sense: Sense, id_: str, inject: Inject) -> None:
    path = ("injects", id_, "droppable")
    asking = next((line for line in _lines_beside(sense, id_) if _asks(line, id_)), None)
    if asking is not None:
        sense.error(path, "W633", _IN_CONDITION, _TAKE_AWAY, line=asking.source)
    for objective in sense.file.objectives:
        if objective.since == f"inject:{id_}":
            sense.error(path, "W633", _IN_OBJECTIVE, _TAKE_AWAY, objective=objective.id)
    if inject.round == 1 and inject.until_round in (None, 1) and inject.at == "situation":
        sense.error(path, "W608", _AT_ONCE, _LATER)


def _lines_beside(sense: Sense, inject: str) -> Iterator[Condition]:
    """All conditions but those of one inject and of tests."""
    for part in fields(sense.file):
        value = getattr(sense.file, part.name)
        if part.name == "injects":
            value = {id_: other for id_, other in value.items() if id_ != inject}
        if part.name != "trials":
            yield from _lines(value)


def _lines(value: Any) -> Iterator[Condition]:
    if isinstance(value, Condition):
        yield value
    elif isinstance(value, Changed):
        yield from _lines(value.values)
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _lines(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from _lines(inner)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _lines(getattr(value, part.name))


def _asks(line: Condition, inject: str) -> bool:
    asked = (call.arguments[0].value for call in calls(line.tree) if call.function in ASKING and call.arguments)
    return inject in asked
