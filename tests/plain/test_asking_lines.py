"""Injects that ask, in lines: the same letter, and the answer as the first thing to do."""

from __future__ import annotations

import io

from crisis_game.plain.console import Console
from crisis_game.plain.game import run
from crisis_game.texts import Wording
from tests.asking import asked


def told(*answers: str) -> str:
    """All that is said while these answers are given."""
    out = io.StringIO()
    console = Console(Wording("en"), io.StringIO("".join(f"{answer}\n" for answer in answers)), out)
    run(asked("BBB"), console=console)
    return " ".join(out.getvalue().split())


def test_a_letter_is_read_with_its_answers_fuse_and_silence() -> None:
    assert (
        "Asked of you: Do you show it before the vote? - Show it to all (with it: Share what we know) "
        "- Open your books instead (with it: Open our books) - Keep it a day (so by silence) "
        "Standing -3 It waits until ORDERS begins."
    ) in told()


def test_what_waits_is_answered_first_of_all() -> None:
    words = told("1", "2", "3")
    assert "1 Answer what you are asked 2" in words
    assert "Your answer? 1 Show it to all Costs nothing at home. 2 Open your books instead 3 Keep it a day" in words
    assert "Brae answers The ministry asks for the picture: Keep it a day." in words


def test_silence_is_told() -> None:
    words = told("7")
    assert "Brae is silent on The banks close, which means: Wait for the Council." in words
