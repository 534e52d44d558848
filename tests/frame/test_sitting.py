"""Front ends play against a sitting: by their imports (a contract says more) and by every name that they read."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import crisis_game
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Sitting

HOUSE = Path(crisis_game.__file__).parent
FRONT_ENDS = ("tui", "plain", "pages", "paper")
FILES = (*(path for room in FRONT_ENDS for path in sorted((HOUSE / room).rglob("*.py"))), HOUSE / "cli" / "play.py")

PAST = frozenset(("log", "authored", "final_state", "_state", "_scenario", "_save"))
"""What `Session`, its save and `Seen` have beyond a sitting."""

FOREIGN = frozenset(("State", "Session", "Step", "Save", "projected", "step", "decide"))
"""What no front end imports of engine and exercise: the whole state, and what leads to it."""


def reads(path: Path, house: Path = HOUSE) -> Iterator[str]:
    """Places at which a file of the house reads past a sitting."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in PAST and not _own(node):
            yield f"{path.relative_to(house)}:{node.lineno} reads {node.attr}"
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(
            ("crisis_game.engine", "crisis_game.exercise")
        ):
            for name in node.names:
                if name.name in FOREIGN:
                    yield f"{path.relative_to(house)}:{node.lineno} imports {name.name}"


def _own(node: ast.Attribute) -> bool:
    """Whether an object reads what is its own."""
    return isinstance(node.value, ast.Name) and node.value.id == "self"


def test_no_front_end_reads_past_the_sitting() -> None:
    assert len(FILES) > 150
    assert [place for path in FILES for place in reads(path)] == []


def test_a_reading_past_it_would_be_found(tmp_path: Path) -> None:
    path = HOUSE / "plain" / "watched_scenario.py"
    there = tmp_path / "watched_scenario.py"
    there.write_text(
        path.read_text(encoding="utf-8")
        + "\n\ndef peek(session):\n    return session.log[0], session.authored.truths, session.seen('AAA')._state\n"
        + "\n\nfrom crisis_game.engine.state import State\nfrom crisis_game.exercise.session import Session\n",
        encoding="utf-8",
    )
    readings = [place.split(" ", 1)[1] for place in reads(there, tmp_path)]
    assert sorted(readings) == ["imports Session", "imports State", "reads _state", "reads authored", "reads log"]


def test_a_session_has_all_that_a_sitting_has() -> None:
    wanted = {name for name in vars(Sitting) if not name.startswith("_")}
    assert len(wanted) > 15
    assert wanted <= set(dir(Session))
