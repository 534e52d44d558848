"""The same scenario, seed and commands give the same log: in another process, under another hash seed, in any zone."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

from crisis_game.exercise.entry import command_bytes, events_bytes
from crisis_game.exercise.session_opening import begin, read
from crisis_game.exercise.verify import export, log_of
from crisis_game.players.playout import playout
from crisis_game.players.policy import POLICIES
from tests.conformance_engine.walking import SCENARIOS, TINY, Move, Walk, loaded

ROOT = Path(__file__).parents[2]


SILENCES: tuple[int, dict[str, str]] = (7, {})
"""A game by the scenario's own policies in which a member breaks silence on several texts in one round."""


def digest(moves: list[Move]) -> str:
    """One short word for a log to its last byte."""
    total = sha256()
    for submission, events in moves:
        total.update(command_bytes(submission))
        total.update(events_bytes(events))
    return total.hexdigest()


@cache
def digests() -> list[str]:
    """Of a walk through each scenario by all seats, and of a game by policies of every kind."""
    hashes = []
    for name in SCENARIOS:
        walk = Walk(loaded(name), 4)
        for _ in walk.moves(150):
            pass
        hashes.append(digest(walk.log))
        members = walk.scenario.members
        held = {seat: POLICIES[place % len(POLICIES)] for place, seat in enumerate(members)}
        hashes.append(digest(list(playout(walk.scenario, 4, held).moves())))
    hashes.append(digest(list(playout(loaded("hesk-strait"), *SILENCES).moves())))
    return hashes


def elsewhere(program: str, *words: str, **environment: str) -> str:
    """What a program prints in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    "environment", [{"PYTHONHASHSEED": "1", "TZ": "Pacific/Apia"}, {"PYTHONHASHSEED": "2"}, {"PYTHONHASHSEED": "77"}]
)
def test_games_are_the_same_in_another_process(environment: dict[str, str]) -> None:
    program = "from tests.conformance_engine import test_same_everywhere as here; import sys;"
    assert elsewhere(f"{program} sys.stdout.write(str(here.digests()))", **environment) == str(digests())


def test_a_save_is_replayed_to_its_last_byte_in_another_process(tmp_path: Path) -> None:
    scenario, files = read(TINY)
    session = begin(scenario, files, {}, 9, tmp_path / "game.crisis")
    assert session.save is not None
    lines = list(export(log_of(session.save)))
    session.save.close()
    program = (
        "import sys; from pathlib import Path; from crisis_game.exercise.session_opening import go_on;"
        "from crisis_game.exercise.verify import export, log_of;"
        "sys.stdout.reconfigure(encoding='utf-8');"
        "sys.stdout.write('\\n'.join(export(log_of(go_on(Path(sys.argv[1])).save))))"
    )
    again = elsewhere(program, str(tmp_path / "game.crisis"), PYTHONHASHSEED="5", TZ="America/St_Johns")
    assert again == "\n".join(lines)
