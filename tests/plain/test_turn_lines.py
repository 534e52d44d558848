"""The clock in lines: what is left at each prompt, an answer that comes too late, and what may hold it."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from crisis_game.cli import main
from crisis_game.exercise.saves_folder import list_saves
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import go_on
from crisis_game.exercise.turn_clock import PACES, keep_pace, pace_of
from crisis_game.plain import game, title
from crisis_game.plain.console import Console
from crisis_game.plain.turn_clock import ask_pace
from crisis_game.texts import Wording
from tests.exercise.playing import TINY, new_game

SITUATION = PACES["quick"]["situation"]


class Typist:
    """Answers, each after so many seconds of thought."""

    def __init__(self, *answers: tuple[int, str]) -> None:
        self.seconds = 0.0
        self._answers = iter(answers)

    def now(self) -> float:
        return self.seconds

    def isatty(self) -> bool:
        return False

    def readline(self) -> str:
        thought, answer = next(self._answers, (0, None))
        self.seconds += thought
        return "" if answer is None else f"{answer}\n"


@pytest.fixture
def play(tmp_path: Path) -> Callable[..., tuple[Session, str]]:
    """Play a quick game with a typist; the session and what was said."""

    def run(typist: Typist, *persons: str) -> tuple[Session, str]:
        opened = new_game(tmp_path / "game.crisis", *persons)
        assert opened.save is not None
        keep_pace(opened, "quick")
        said = StringIO()
        assert game.run(opened, "en", Console(Wording(), typist, said), typist.now) == 0
        opened.save.close()
        return opened, said.getvalue()

    return run


def test_what_is_left_stands_at_each_prompt_and_a_point_holds_the_clock(
    play: Callable[..., tuple[Session, str]],
) -> None:
    session, said = play(Typist((10, "99"), (5, "."), (500, "."), (2, "99"), (0, "?")), "AAA")
    for left in ("0:30 > 99", "0:20 > .", "0:15 > .", "0:15 > 99", "0:13 > ?"):
        assert left in said
    assert "The clock is held" in said
    assert session.seen("AAA").beat == "situation"


def test_an_answer_that_comes_too_late_is_not_taken(play: Callable[..., tuple[Session, str]]) -> None:
    session, said = play(Typist((SITUATION, "1")), "AAA")
    assert "Time is over." in said
    assert session.seen("AAA").beat == "table"
    assert not session.seen("AAA").believed


def test_the_next_person_has_all_the_time_and_the_curtain_costs_nothing(
    play: Callable[..., tuple[Session, str]],
) -> None:
    session, said = play(Typist((300, ""), (SITUATION, "1"), (300, ""), (1, "99")), "AAA", "BBB")
    assert session.waiting() == ("BBB",)
    assert said.count("0:30 > ") == 2
    assert "0:29 > " in said


def test_a_pace_is_asked_for_and_said_on_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for answer, pace in (("1", ""), ("2", "full"), ("3", "class"), ("4", "quick")):
        assert ask_pace(Console(Wording(), StringIO(f"{answer}\n"), StringIO())) == pace
    monkeypatch.setenv("CRISIS_GAME_HOME", str(tmp_path))
    monkeypatch.setattr("sys.stdin", StringIO("99\n"))
    assert main(["play", TINY, "--plain", "--clock", "class"]) == 0
    assert "1:30 > 99" in capsys.readouterr().out
    opened = go_on(Path(list_saves()[0].path))
    assert opened.save is not None
    assert pace_of(opened) == ("class", None)
    opened.save.close()


def test_several_people_are_asked_and_one_alone_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRISIS_GAME_HOME", str(tmp_path))
    for answers in (("1", "1", "1"), ("1", "1", "1 2", "", "", "", "", "0", "4", "")):
        reading = StringIO("".join(f"{answer}\n" for answer in answers))
        assert title.run("en", Console(Wording(), reading, StringIO())) == 0
    paces = []
    for save in sorted(list_saves(), key=lambda save: save.id):
        opened = go_on(Path(save.path))
        paces.append(pace_of(opened)[0])
        assert opened.save is not None
        opened.save.close()
    assert paces == ["", "quick"]
