"""The tutorial leads where it says, by the steps that it says, and shows what one then sees.

`UPDATE_TUTORIAL=1` writes the answers of the commands anew, and the finished file.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from crisis_game.players.playout import playout
from crisis_game.scenario.library import find
from crisis_game.scenario.reading.load import load_scenario
from tests.docs.following import answer, calls, changed, fits, refreshed, steps
from tests.docs.pages import DOCS, blocks

PAGE = DOCS / "authors" / "tutorial.md"
FINISHED = DOCS / "authors" / "tutorial-finished.yaml"
FILE = "low-water.yaml"
UPDATES = os.environ.get("UPDATE_TUTORIAL")


@pytest.fixture(autouse=True)
def _an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CRISIS_GAME_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def test_the_tutorial_followed_literally() -> None:
    fresh: dict[int, tuple[str, str]] = {}
    for step in steps(list(blocks(PAGE))):
        if step.kind != "type":
            path = Path(step.file)
            path.write_text(changed(path.read_text("utf-8") if path.exists() else "", step), encoding="utf-8")
            continue
        answers = [(call, answer(call.command)) for call in calls(step.block)]
        for call, came in answers:
            assert UPDATES or fits(call.answer, came), f"{step.block}: {call.command} prints\n{came}"
        outputs = ((call.command, refreshed(call.answer, came) if call.is_cut else came) for call, came in answers)
        new = "".join(f"$ {command}\n{came}" for command, came in outputs)
        fresh[step.block.start] = step.block.words, new
    if UPDATES:
        write_anew(fresh)
    assert Path(FILE).read_text("utf-8") == FINISHED.read_text("utf-8")


def write_anew(fresh: dict[int, tuple[str, str]]) -> None:
    page = PAGE.read_text(encoding="utf-8")
    for start, (old, new) in sorted(fresh.items(), reverse=True):
        page = page[:start] + new + page[start + len(old) :]
    PAGE.write_text(page, encoding="utf-8")
    FINISHED.write_text(Path(FILE).read_text("utf-8"), encoding="utf-8")


def test_every_change_is_checked_before_the_next() -> None:
    unchecked = ""
    for step in steps(list(blocks(PAGE))):
        if step.kind != "type":
            assert not unchecked, f"{unchecked}: no check follows"
            unchecked = str(step.block)
        elif any(call.command.startswith("crisis-game check") for call in calls(step.block)):
            unchecked = ""
    assert not unchecked


def test_the_finished_scenario_is_without_problems_and_passes_its_tests() -> None:
    assert answer(f"crisis-game check --tests {FINISHED}") == f"{FINISHED}: no problems\n"


@pytest.mark.parametrize("seed", range(6))
def test_the_finished_scenario_is_played_to_its_end(seed: int) -> None:
    played = playout(load_scenario(find(str(FINISHED))), seed, {})

    assert played.run().table.phase not in ("briefing", "consultation", "drafting", "voting", "response")


def test_the_page_tells_what_it_takes_an_hour_for() -> None:
    minutes = [int(number) for number in re.findall(r"^## .*\((\d+) minutes\)$", PAGE.read_text("utf-8"), re.MULTILINE)]

    assert len(minutes) >= 8
    assert sum(minutes) <= 60


def test_dots_stand_for_any_lines() -> None:
    assert fits("a\n...\nd\n", "a\nb\nc\nd\n")
    assert fits("a\n...\n", "a\n")
    assert not fits("a\n...\nd\n", "a\nb\n")
    assert not fits("a\n", "a\nb\n")


def test_a_part_is_written_anew_from_its_first_line_on() -> None:
    assert refreshed("...\nb\nold\nd\n...\n", "a\nb\nnew\nnewer\nd\ne\n") == "...\nb\nnew\nnewer\nd\n...\n"
    assert refreshed("...\nb\nold\n...\n", "a\nb\nnew\nd\n") == "...\nb\nnew\n...\n"
    assert refreshed("z\n...\n", "a\n") == "z\n...\n"
