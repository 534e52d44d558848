"""One thing is told in the singular: no sentence says "1 breaches"."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import crisis_game
from crisis_game.texts import Wording, counted
from crisis_game.tui.key_table import KEYS

HOUSE = Path(crisis_game.__file__).parent
ROOMS = ("charter", "debrief", "engine", "law", "plain", "players", "tui")
"""Where people who play are told something."""

BOUNDS = frozenset({"most", "least", "all", "asked", "members", "needed", "width", "height", "seconds", "actor"})
"""Placeholders that are never 1 where things are named after them: bounds, sizes of the whole, seconds as `s`, who."""

KEY_NAMES = frozenset({"key", *(entry.name for entries in KEYS.values() for entry in entries)})
"""Placeholders that stand for a key of the keyboard."""

NEVER_ONE = {
    "Played on {games} times by policies from each side, the endings lie {change} per cent apart.",
    "There is no room for it: notes have {n} characters.",
    "{n} of {all} letters have them.",
    "The others have moved {n} times; they are done.",
}
"""Sentences that are said of more than one alone: hinges word a single game otherwise, waves are two at least, the
others name a whole."""

SAVES = frozenset({"plain/title.py", "tui/screens/saves.py", "tui/screens/scenarios.py"})
"""Lists of files: a save holds its opening and a step, a scenario many seats."""

THINGS = re.compile(r"\{(\w+)\} (?:(?!(?:for|from|in|of)\b)[a-z]+ )??([a-z]*[a-rt-z]s)\b")
VERBS = frozenset(
    {"always", "carries", "chooses", "decides", "does", "gets", "has", "is", "its", "lies", "stands", "was"}
)
SAME = frozenset({"means"})
"""Words that are alike for one and for many."""


def sentences(path: Path) -> Iterator[ast.Constant]:
    """Strings of a module that are neither a docstring nor the plural of `counted`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    plurals: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "counted" and len(node.args) > 1:
            plurals |= _literals(node.args[1], tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in plurals:
            yield node


def _literals(argument: ast.expr, tree: ast.AST) -> set[str]:
    """The literal that an argument is, or that is assigned to the name it is."""
    if isinstance(argument, ast.Constant):
        return {str(argument.value)}
    name = argument.id if isinstance(argument, ast.Name) else None
    assignments = [
        node for node in ast.walk(tree) if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
    ]
    return {
        str(ast.literal_eval(assignment.value))
        for assignment in assignments
        if name in [getattr(target, "id", "") for target in assignment.targets]
    }


def test_one_is_told_in_the_singular() -> None:
    said = [Wording().say(counted("{n} breach of {what}", "{n} breaches of {what}", n, what="law")) for n in (0, 1, 2)]
    assert said == ["0 breaches of law", "1 breach of law", "2 breaches of law"]


@pytest.mark.parametrize("room", ROOMS)
def test_every_number_of_things_has_a_singular(room: str) -> None:
    faults = []
    for path in sorted((HOUSE / room).rglob("*.py")):
        where = path.relative_to(HOUSE).as_posix()
        for node in sentences(path) if where not in SAVES else ():
            for number, noun in THINGS.findall(str(node.value)):
                if number not in BOUNDS | KEY_NAMES and noun not in VERBS | SAME and node.value not in NEVER_ONE:
                    faults.append(f"{where}:{node.lineno}: {node.value}")
    assert not faults
