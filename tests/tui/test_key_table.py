"""The table of keys: whatever names a key is made from it, so that a change of an entry is told everywhere at once."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.screen import Screen

import crisis_game.tui
from crisis_game.engine.acts import BY_KIND
from crisis_game.tui.key import Key
from crisis_game.tui.key_table import KEYS, MAIN
from crisis_game.tui.keys import bindings, key_at, key_on, spoken

HOUSE = Path(crisis_game.tui.__file__).parent

REBOUND = """
import json
from dataclasses import replace
from crisis_game.engine.acts.knowledge import GradeClaim
from crisis_game.engine.acts.turns import SetReady
from crisis_game.tui import key_table

def rebound(entry):
    new = {GradeClaim: "G", SetReady: "z", "inbox": "0"}.get(entry.aim)
    return replace(entry, key=new) if new else entry

key_table.MAIN = {page: rebound(entry) for page, entry in key_table.MAIN.items()}
key_table.KEYS = {where: tuple(map(rebound, entries)) for where, entries in key_table.KEYS.items()}

from crisis_game.exercise.session_opening import read
from crisis_game.exercise.session import Session
from tests.tui.stage import LARGE, act, grid, here, press
from crisis_game.tui.widgets.as_written import Static

grids = {}

async def play(app, pilot):
    await press(app, pilot, "enter")
    grids["letters"] = grid(app)
    await press(app, pilot, "0")
    assert here(app) == "Inbox"
    await press(app, pilot, *["enter"] * len(app.game.unread), "escape", "q", "enter")
    grids["claims"] = grid(app)
    await press(app, pilot, "question_mark")
    grids["help"] = "\\n".join(str(one.content) for one in app.screen.query(Static))
    await press(app, pilot, "escape", "g", "2", "r")
    assert here(app) == "Situation"
    for _ in app.game.sight.view.claims:
        await press(app, pilot, "G")
    grids["graded"] = grid(app)
    await press(app, pilot, "z")
    assert here(app) == "Ready"

act(play, opening=lambda: Session.start(read("first-watch")[0], {"ALD": "person"}, None, seed=7), size=LARGE)
print(json.dumps(grids))
"""


@pytest.fixture(scope="module")
def grids(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What stands on the screens of the first beat where three entries of the table have another key."""
    elsewhere = os.environ | {"CRISIS_GAME_HOME": str(tmp_path_factory.mktemp("home"))}
    done = subprocess.run([sys.executable, "-c", REBOUND], capture_output=True, text=True, check=True, env=elsewhere)
    shown: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    return shown


def test_a_key_that_is_changed_is_told_by_guide_bar_and_what_is_due(grids: dict[str, str]) -> None:
    assert "Press 0.  Welcome." in grids["letters"]
    assert "0 Inbox·4" in grids["letters"]
    assert "0 answer 1 letter" in grids["letters"]
    assert "Press G." in grids["claims"]
    assert "G grade" in grids["claims"]
    assert "Press z." in grids["graded"]
    assert "z ready" in grids["graded"]


def test_a_key_that_is_changed_is_told_by_the_line_of_keys_and_by_help(grids: dict[str, str]) -> None:
    last = grids["claims"].splitlines()[-1]
    assert " G Grade" in last
    assert " z Ready " in last
    assert "G says what you know" in " ".join(grids["help"].split())
    rows = {tuple(line.split(maxsplit=1)) for line in grids["help"].splitlines()}
    assert {("G", "Grade"), ("z", "Ready"), ("0", "Inbox")} <= rows
    assert not {("g", "Grade"), ("r", "Ready"), ("2", "Inbox")} & rows


def test_a_key_does_one_thing_at_its_place() -> None:
    for where, entries in KEYS.items():
        names = [name for entry in entries for name in entry.key.split(",")]
        assert len(names) == len(set(names)), where


def _screens() -> Iterator[type[Screen[object]]]:
    """Every class of a screen and its parts, imported from its file."""
    for path in sorted(HOUSE.rglob("*.py")):
        name = ".".join(path.relative_to(HOUSE.parents[1]).with_suffix("").parts)
        if path.stem not in ("__init__", "__main__"):
            module = __import__(name, fromlist=["*"])
            yield from (kind for kind in vars(module).values() if isinstance(kind, type) and kind.__module__ == name)


def test_every_action_of_the_table_is_one_of_what_it_is_bound_to() -> None:
    """A misspelt action would be a key that does nothing."""
    missing, bound = [], set()
    for kind in _screens():
        for binding in vars(kind).get("BINDINGS", ()):
            assert isinstance(binding, Binding)
            action = binding.action.partition("(")[0]
            bound.add((binding.key, binding.action))
            if not action.startswith("app.") and not hasattr(kind, f"action_{action}"):
                missing.append(f"{kind.__name__}.action_{action}")
    assert missing == []
    listed = {(entry.key, entry.action) for entries in KEYS.values() for entry in entries}
    assert bound == listed


def test_help_names_keys_by_what_the_table_has() -> None:
    """A name that the table does not have would stand on the screen in its braces."""
    known = {entry.name for entries in KEYS.values() for entry in entries}
    named = [(kind, name) for kind in _screens() for name in re.findall(r"\{(.*?)\}", vars(kind).get("ABOUT", ""))]
    assert len(named) > 20
    assert [(kind.__name__, name) for kind, name in named if name not in known] == []


def test_bindings_are_made_from_the_table_alone() -> None:
    guilty = []
    for path in sorted(HOUSE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
            if name == "Binding" and path.name != "keys.py":
                guilty.append(path.name)
    assert guilty == []


def test_an_act_leads_to_the_main_page_where_it_has_a_key_else_to_the_list() -> None:
    stand, why, grade = BY_KIND["take-position"], BY_KIND["give-reason"], BY_KIND["grade-claim"]
    assert key_on(stand, "table") != MAIN["table"].first
    assert key_on(stand, "map") == MAIN["table"].first
    assert key_on(grade, "situation") == key_on(grade, "map")
    assert key_on(why, "table") == key_on("acts", "table")
    assert key_on("casebook", "table") == "colon"


def test_who_is_on_the_page_of_a_hint_is_told_how_to_read_on() -> None:
    assert [spoken(key_at("inbox", page)) for page in ("situation", "inbox")] == ["2", "Enter"]
    assert [spoken(key_at(page, page)) for page in ("answer", "debrief")] == ["Enter", "1"]


@pytest.mark.parametrize(
    ("key", "said"),
    [("ctrl+s", "Ctrl+S"), ("f6", "F6"), ("enter", "Enter"), ("full_stop", "."), ("right", "→"), ("g", "g")],
)
def test_a_key_is_said_as_it_stands_on_a_keyboard(key: str, said: str) -> None:
    assert spoken(key) == said


def test_a_place_that_the_table_does_not_have_is_refused() -> None:
    with pytest.raises(KeyError):
        bindings("situatoin")


def test_an_entry_is_named_by_what_it_leads_to() -> None:
    entry = next(entry for entry in KEYS["main"] if entry.aim is BY_KIND["grade-claim"])
    others = (Key("left", "move(-1)"), Key("x", "app.jump"))
    assert [key.name for key in (entry, *others)] == ["grade_claim", "move_back", "jump"]
