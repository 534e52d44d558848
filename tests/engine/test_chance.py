"""Chance: bounds, sane distribution, and draws that hang on nothing but their names."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.engine.chance import Stream, draw, weighted

SEEDS = st.integers(0, 2**63 - 1)


@settings(max_examples=100, deadline=None)
@given(SEEDS, st.text(max_size=8), st.text(max_size=8), st.integers(0, 99), st.integers(-50, 50), st.integers(0, 100))
def test_a_draw_lies_within_its_bounds_and_is_always_the_same(
    seed: int, stream: str, subject: str, round_: int, low: int, width: int
) -> None:
    drawn = draw(seed, stream, subject, round_, low, low + width)
    assert low <= drawn <= low + width
    assert drawn == draw(seed, stream, subject, round_, low, low + width)


def test_a_span_without_numbers_is_refused() -> None:
    with pytest.raises(ValueError, match="between 3 and 2"):
        draw(1, "luck", "hold", 1, 3, 2)


@pytest.mark.parametrize("by", ["seed", "stream", "subject", "round"])
def test_each_number_is_as_likely_as_the_others_along_each_name(by: str) -> None:
    counts: Counter[int] = Counter()
    for n in range(2600):
        names = {"seed": 7, "stream": "luck", "subject": "hold", "round": 1}
        names[by] = n if by in ("seed", "round") else str(n)
        counts[draw(int(names["seed"]), str(names["stream"]), str(names["subject"]), int(names["round"]), -6, 6)] += 1
    assert set(counts) == set(range(-6, 7))
    assert all(140 < count < 260 for count in counts.values())


def test_neighbouring_names_do_not_draw_alike() -> None:
    pairs = Counter((draw(seed, "luck", "hold", 1, 0, 1), draw(seed, "luck", "hold", 2, 0, 1)) for seed in range(800))
    assert all(150 < count < 250 for count in pairs.values())
    assert len(pairs) == 4


@settings(max_examples=60, deadline=None)
@given(SEEDS, st.lists(st.integers(0, 5), min_size=1, max_size=6).filter(any))
def test_a_weighted_draw_never_takes_what_weighs_nothing(seed: int, weights: list[int]) -> None:
    place = weighted(seed, "world", "truth", list(enumerate(weights)))
    assert weights[place] > 0


def test_a_weighted_draw_takes_each_as_often_as_it_weighs() -> None:
    counts = Counter(weighted(seed, "world", "truth", (("a", 1), ("b", 3))) for seed in range(2000))
    assert 420 < counts["a"] < 580


@settings(max_examples=60, deadline=None)
@given(SEEDS, st.integers(1, 1000))
def test_a_stream_stays_below_its_count(seed: int, count: int) -> None:
    stream = Stream(seed, "policy:AAA")
    assert all(0 <= stream.below(count) < count for _ in range(20))


def test_a_stream_is_even_and_other_names_draw_otherwise() -> None:
    stream = Stream(3, "policy:AAA")
    counts = Counter(stream.below(10) for _ in range(3000))
    assert all(230 < counts[n] < 370 for n in range(10))
    first, other = Stream(3, "policy:AAA"), Stream(3, "policy:BBB")
    assert [first.below(100) for _ in range(8)] != [other.below(100) for _ in range(8)]
    assert Counter(stream.chance(25) for _ in range(2000))[True] in range(420, 580)
    assert stream.pick("x") == "x"


@pytest.mark.parametrize("hash_seed", ["0", "1"])
def test_draws_are_the_same_in_another_process_with_another_hash_seed(hash_seed: str) -> None:
    program = (
        "from crisis_game.engine.chance import Stream, draw;"
        "print(draw(7, 'luck', 'hold', 2, -6, 6), Stream(7, 'x').below(10**9))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": hash_seed}
    )
    assert done.stdout.split() == [str(draw(7, "luck", "hold", 2, -6, 6)), str(Stream(7, "x").below(10**9))]
