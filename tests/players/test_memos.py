"""Policies remember what they found; no game tells whether they do."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Hashable
from functools import cache
from typing import Any

import pytest

from crisis_game.engine.chance import draw
from crisis_game.engine.memo import Memo
from crisis_game.engine.state import State
from crisis_game.players.playout import playout
from crisis_game.players.policy import POLICIES
from crisis_game.scenario.library import find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario

MIXED = (1, 7, 12)
"""Seeds of games with a policy drawn for each seat."""


def log_of(scenario: Scenario, seed: int, policy: str | None) -> str:
    """A game as a digest of all that was submitted and all that happened; a policy drawn for each seat for None."""
    last = len(POLICIES) - 1
    seats = {seat: policy or POLICIES[draw(seed, "policy", seat, 0, 0, last)] for seat in scenario.members}
    game = playout(scenario, seed, seats)
    log = "".join(f"{submission!r}{events!r}\n" for submission, events in game.moves())
    return hashlib.sha256(log.encode()).hexdigest()


def all_logs(scenario: Scenario) -> list[str]:
    """One game of each policy, and some of policies drawn."""
    return [log_of(scenario, 3, name) for name in POLICIES] + [log_of(scenario, seed, None) for seed in MIXED]


@cache
def logs_here(name: str) -> list[str]:
    """The same of a shipped scenario in this process, with memos."""
    return all_logs(load_scenario(find(name)))


def without_memos(patch: pytest.MonkeyPatch) -> None:
    """Work everything out anew."""

    def ask(_: Memo, state: State, __: Hashable, find_: Callable[[State], Any]) -> Any:
        return find_(state)

    patch.setattr(Memo, "ask", ask)


@pytest.mark.parametrize("name", ["first-watch", "hesk-strait"])
def test_games_are_the_same_with_and_without_memos(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    remembered = logs_here(name)
    without_memos(monkeypatch)
    assert all_logs(load_scenario(find(name))) == remembered


@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_games_are_the_same_under_another_hash_seed(hash_seed: str) -> None:
    program = (
        "from tests.players.test_memos import all_logs;"
        "from crisis_game.scenario.library import find;"
        "from crisis_game.scenario.reading.load import load_scenario;"
        "print('\\n'.join(all_logs(load_scenario(find('hesk-strait')))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stdout.split() == logs_here("hesk-strait")


def test_a_policy_remembers_within_a_beat(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the first test above would say nothing."""
    asked, searched = [], []
    ask, find_anew = Memo.ask, Memo._find

    def counting(memo: Memo, *args: Any) -> Any:
        asked.append(1)
        return ask(memo, *args)

    def finding(memo: Memo, *args: Any) -> Any:
        searched.append(1)
        return find_anew(memo, *args)

    monkeypatch.setattr(Memo, "ask", counting)
    monkeypatch.setattr(Memo, "_find", finding)
    scenario = load_scenario(find("hesk-strait"))
    playout(scenario, 3, dict.fromkeys(scenario.members, "statesman")).run()
    assert 0 < len(searched) < len(asked) / 2
