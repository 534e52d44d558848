"""Did you mean."""

from __future__ import annotations

import pytest

from crisis_game.documents import nearest

WORDS = ["escalation", "harm", "cohesion", "standing", "ARD"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [("escalaton", "escalation"), ("Harm", "harm"), ("hram", "harm"), ("ard", "ARD"), ("zebra", None), ("", None)],
)
def test_nearest_word(word: str, meant: str | None) -> None:
    assert nearest(word, WORDS) == meant


def test_there_may_be_no_words() -> None:
    assert nearest("harm", []) is None


def test_long_words_are_compared_by_their_beginning() -> None:
    assert nearest("x" * 100_000, ["x" * 90_000, "y"]) == "x" * 90_000
