"""`crisis-game play`: what it says where it cannot play."""

from __future__ import annotations

import pytest

from crisis_game.cli import WRONG_USE, main


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["play", "first-watch"], "add --plain to play in lines of text"),
        (["play", "no-such-scenario", "--plain"], "no scenario no-such-scenario"),
        (["play", "first-watch", "--plain", "--seat", "XXX"], "the seats are ALD, BRE, CAS, DUN"),
        (["play", "no-such.crisis", "--plain"], "no save"),
    ],
)
def test_one_sentence_says_what_to_do(words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == WRONG_USE
    shown = capsys.readouterr()
    assert sentence in shown.err
    assert shown.err.count("\n") == 1
    assert not shown.out
