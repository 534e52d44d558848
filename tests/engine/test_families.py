"""What only the acts of one family bring about stands in the file of events that has its name."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import crisis_game.engine
from crisis_game.engine.events import EVENTS

ROOM = Path(crisis_game.engine.__file__).parent


def makers() -> dict[str, set[str]]:
    """The modules of the engine that make each class of event, such as `acts/talk`."""
    modules: dict[str, set[str]] = defaultdict(set)
    names = {event.__name__ for event in EVENTS}
    for path in sorted(ROOM.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                modules[node.func.id].add(path.relative_to(ROOM).with_suffix("").as_posix())
    return modules


def test_what_one_family_of_acts_brings_about_stands_in_the_file_of_its_name() -> None:
    modules = makers()
    families = {name: where.pop() for name, where in modules.items() if len(where) == 1}
    acts = {name: family.removeprefix("acts/") for name, family in families.items() if family.startswith("acts/")}
    assert len(acts) > 30
    assert {event.__name__: event.__module__.rpartition(".")[2] for event in EVENTS if event.__name__ in acts} == acts


def test_every_event_is_made_somewhere_and_listed_once() -> None:
    assert {event.__name__ for event in EVENTS} == set(makers())
    assert len({event.kind for event in EVENTS}) == len(EVENTS)
