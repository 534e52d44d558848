"""Signs are one cell wide, and each has a letter of the keyboard in its place where the terminal lacks it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.containers import VerticalScroll
from textual.pilot import Pilot

import crisis_game
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.plain_signs import PLAIN, terminal_is_plain
from crisis_game.tui.settings import read_settings
from tests.tui.stage import SMALL, act, grid, press, session, settle
from tests.tui.test_every_screen import Stop, signs_on, tour

HOUSE = Path(crisis_game.__file__).parent
DRAWN = [path for room in ("pages", "tui", "texts") for path in sorted((HOUSE / room).rglob("*.py"))]
BRAILLE = "".join(map(chr, range(0x2800, 0x2900)))
"""Dots of maps and charts, which are drawn in other strokes where signs are plain."""


TABLES = ("plain_signs.py", "lookalikes.py")
"""Files of signs that are put in the place of others, or looked for, and not drawn."""


def signs_in(path: Path) -> Iterator[str]:
    """Every sign in the strings of a file, but for what is said of the code."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said_of_code = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said_of_code:
            yield from (sign for sign in node.value if not sign.isascii() and not sign.isalnum())


def test_every_sign_that_is_drawn_is_one_cell_wide_and_has_a_letter() -> None:
    drawn = {sign for path in DRAWN if path.name not in TABLES for sign in signs_in(path)} - set(BRAILLE)
    assert {"▌", "■", "◧", "□", "●", "≈", "─"} <= drawn
    assert sorted(sign for sign in drawn if cell_len(sign) != 1) == []
    assert sorted(sign for sign in drawn if ord(sign) not in PLAIN) == []


def test_a_letter_takes_the_one_cell_of_its_sign() -> None:
    assert [letter for letter in PLAIN.values() if len(letter) != 1 or not letter.isascii()] == []


@pytest.mark.parametrize("name", ["letters", "end"])
def test_where_a_terminal_lacks_signs_screens_hold_none_from_the_start(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other screens are looked at with the setting, on the tour that compares them."""
    monkeypatch.setenv("TERM", "linux")

    async def look(app: CrisisApp, pilot: Pilot[int], stop: Stop) -> None:
        assert signs_on(app) == set(), f"{stop.screen}:\n{grid(app)}"

    tour(name, SMALL, look)


def test_the_end_of_a_scroll_bar_is_no_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "linux")

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        at_the_edge: set[str] = set()
        for _ in range(6):
            at_the_edge |= {line[SMALL[0] - 1 :] for line in grid(app).splitlines()[2:-1]}
            app.screen.query_one(VerticalScroll).scroll_relative(y=1, animate=False)
            await settle(app, pilot)
        assert at_the_edge == {""}

    act(play, opening=lambda: session("AAA"), size=SMALL)


def test_the_setting_holds_at_once_and_on_the_screens_below() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert "▌" in grid(app)
        await press(app, pilot, "f4", "down", "down", "enter")
        assert grid(app).isascii()
        await press(app, pilot, "escape")
        await settle(app, pilot)
        assert grid(app).isascii()
        assert read_settings().plain_signs

    act(play)


@pytest.mark.parametrize(
    ("environment", "plain"),
    [
        ({}, False),
        ({"TERM": "xterm-256color", "LANG": "de_DE.UTF-8"}, False),
        ({"LANG": "en_GB.utf8"}, False),
        ({"TERM": "linux", "LANG": "en_GB.UTF-8"}, True),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "C"}, True),
        ({"LANG": "ja_JP.UTF-8"}, True),
        ({"LC_CTYPE": "zh_CN.UTF-8", "LANG": "en_GB.UTF-8"}, True),
    ],
)
def test_a_terminal_says_what_it_lacks(environment: dict[str, str], plain: bool) -> None:
    assert terminal_is_plain(environment) is plain
    assert read_settings({"CRISIS_GAME_HOME": "nowhere", **environment}).plain_signs is plain
