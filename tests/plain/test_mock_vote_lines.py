"""The mock vote in lines, from the question to the lesson."""

from __future__ import annotations

from io import StringIO

from crisis_game.plain.console import Console
from crisis_game.plain.mock_vote import run
from crisis_game.texts import Wording


def _voted(*answers: str) -> str:
    out = StringIO()
    assert run("en", Console(Wording(), StringIO("\n".join(answers) + "\n"), out)) == 0
    return out.getvalue()


def test_a_vote_and_its_lesson() -> None:
    said = _voted("y n 13y", "0")
    assert "14 in favour, 9 needed, but vetoed by China: not adopted." in said
    assert "With China abstaining, it would have been adopted." in said
    assert "Organ of Consultation (two thirds of all): 14 in favour, 10 needed" in said


def test_what_cannot_be_read_is_asked_again_and_another_organ_votes() -> None:
    said = _voted("16y", "15y", "2", "4", "6y")
    assert "at most 15" in " ".join(said.split())
    assert "6 in favour, 6 needed: adopted." in said
