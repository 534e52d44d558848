"""One player at a save: whoever comes second gets one sentence, and nobody takes the first one's hold away."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from crisis_game.cli import main
from crisis_game.exercise.save import SaveError, create, open_save
from crisis_game.exercise.saves_folder import delete, info
from crisis_game.exercise.session_opening import go_on
from crisis_game.exercise.verify import read_log
from tests.exercise.playing import new_game, play

ROOT = Path(__file__).parents[2]
ELSEWHERE = "it is open in another window; close that one first."


def elsewhere(path: Path) -> str:
    """What another process hears that wants to go on with a save."""
    done = subprocess.run(
        [sys.executable, "-m", "crisis_game", "play", str(path), "--plain"],
        cwd=ROOT,
        input="",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 2)
    return done.stderr.strip()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "game.crisis"


def test_the_second_who_opens_a_save_gets_a_sentence(path: Path) -> None:
    session = new_game(path)
    for opening in (go_on, open_save, read_log, delete):
        with pytest.raises(SaveError, match=ELSEWHERE):
            opening(path)
    assert info(path).fault == f"{path}: {ELSEWHERE}"
    assert elsewhere(path) == f"crisis-game: {path}: {ELSEWHERE}"
    play(session, 5)
    assert session.save is not None
    session.save.close()
    assert elsewhere(path) == ""


def test_a_look_from_the_same_process_does_not_give_up_the_hold(path: Path) -> None:
    """On POSIX whoever closes a file gives up all locks that his process has on it."""
    new_game(path)
    for look in (info, lambda save: main(["verify", str(save)]), lambda save: main(["export", str(save)])):
        look(path)
    assert elsewhere(path).endswith(ELSEWHERE)


def test_a_new_save_does_not_take_the_place_of_another_file(path: Path) -> None:
    path.write_text("Dear diary")
    with pytest.raises(SaveError, match="there is a file of this name already"):
        create(path, {}, {})
    assert path.read_text() == "Dear diary"
