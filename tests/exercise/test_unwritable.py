"""Folders and files that can be read and not written: looking works, playing gets one sentence.

The rights of POSIX are tried here; see `conftest`.
"""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from crisis_game.cli import main
from crisis_game.exercise.save import SaveError, create, open_save
from crisis_game.exercise.saves_folder import delete, info, list_saves
from crisis_game.exercise.session_opening import go_on
from tests.exercise.playing import new_game, play, resumed

NOBODY = 65534


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a save, of which this test may read all and write nothing; who is root steps down for it.

    The checkout may lie where only root can read: all that is needed from it is read before.
    """
    where = Path(tempfile.mkdtemp())
    monkeypatch.setenv("CRISIS_GAME_HOME", str(where))
    save = new_game(where / "game.crisis").save
    assert save is not None
    save.close()
    killed = where / "killed.crisis"
    session = new_game(killed)
    play(session, 3)
    for verb in ("verify", "export"):
        main([verb, str(where / "game.crisis")])
    for ending in ("", "-wal"):
        shutil.copyfile(f"{killed}{ending}", where / f"left.crisis{ending}")
    assert session.save is not None
    session.save.close()
    for path in where.iterdir():
        path.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    where.chmod(0o555)
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    yield where
    if root:
        os.seteuid(0)
    where.chmod(0o755)
    for path in where.iterdir():
        path.chmod(0o644)
    shutil.rmtree(where)


def test_saves_that_cannot_be_written_can_be_looked_at(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(folder.iterdir())
    assert [save.fault for save in list_saves(folder)] == ["", "", ""]
    for name in ("game", "left"):
        assert main(["verify", str(folder / f"{name}.crisis")]) == 0
        assert main(["export", str(folder / f"{name}.crisis"), "--open"]) == 0
    assert info(folder / "left.crisis").entries == info(folder / "killed.crisis").entries
    assert sorted(folder.iterdir()) == before
    assert not capsys.readouterr().err


def test_saves_that_cannot_be_written_get_a_sentence(folder: Path) -> None:
    for name in ("game", "left"):
        for opening in (go_on, open_save):
            with pytest.raises(SaveError, match="it cannot be written where it lies; copy it to a folder of your own"):
                opening(folder / f"{name}.crisis")


def test_a_new_save_in_a_place_that_cannot_be_written_gets_a_sentence(folder: Path) -> None:
    with pytest.raises(SaveError, match="a save cannot be made here"):
        create(folder / "new.crisis", {}, {})


def test_a_new_save_in_a_place_that_is_no_folder_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SaveError, match="a save cannot be made here"):
        create(tmp_path / "file" / "new.crisis", {}, {})


def test_a_save_that_cannot_be_deleted_gets_a_sentence(folder: Path) -> None:
    with pytest.raises(SaveError, match="cannot be deleted"):
        delete(folder / "game.crisis")
    assert (folder / "game.crisis").is_file()


LIMITED = """
import resource, signal, sys
from pathlib import Path
from tests.exercise.playing import new_game, play
session = new_game(Path(sys.argv[1]))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
size = Path(sys.argv[1] + "-wal").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20000, size + 20000))
from crisis_game.exercise.save import SaveError
try:
    while not session.finished:
        play(session, 1)
        print(len(session.log))
except SaveError as fault:
    print(fault)
"""
"""Plays until files may grow no more: to SQLite that is a disk that fails in the middle of a write."""


def test_a_disk_that_fails_while_playing_loses_nothing_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "game.crisis"
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    *acknowledged, fault = done.stdout.splitlines()
    assert "the last step could not be saved: the disk is full or does not answer" in fault
    session = resumed(path)
    assert len(session.log) == int(acknowledged[-1])
