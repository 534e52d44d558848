"""A hundred random keys in each of eight seeds, two for each way to begin; by hand `random_keys.py` presses more."""

from __future__ import annotations

import pytest

from crisis_game.exercise.session import Session
from tests.tui.random_keys import OPENINGS, LostError, keys, run

KEYS = 100


@pytest.mark.parametrize("seed", range(8))
def test_random_keys_break_nothing_and_escape_leads_back(seed: int) -> None:
    run(list(OPENINGS.values())[seed % len(OPENINGS)], seed, KEYS)


def test_a_seed_presses_the_same_keys_each_time() -> None:
    assert list(keys(3, 50)) == list(keys(3, 50)) != list(keys(4, 50))


def test_what_breaks_is_told_with_the_keys_before_it() -> None:
    def broken() -> Session:
        raise RuntimeError("no such thing")

    with pytest.raises(LostError, match=r"seed 2: RuntimeError: no such thing .*; after "):
        run(broken, 2, KEYS)
