"""The level of the computer: in the header of a save, and the same when the game goes on."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest

from crisis_game.cli import main
from crisis_game.exercise.headers import LEVEL
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.save import SaveError, create
from crisis_game.exercise.saves_folder import list_saves
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import begin, go_on, go_on_with, read
from crisis_game.exercise.sitting import PERSON
from crisis_game.players.levels import Level
from tests.exercise.playing import TINY, play

STRAIT = "hesk-strait"


def game(path: Path, level: Level, scenario: str = STRAIT) -> Session:
    loaded, files = read(scenario)
    return begin(loaded, files, {loaded.members[0]: PERSON}, 1, path, level)


def level_in(path: Path) -> object:
    session = go_on(path)
    session.close()
    assert session.save is not None
    return session.save.header.get(LEVEL)


def commands(session: Session) -> list[object]:
    return [(each.submission.seat, each.submission.command) for each in session.log]


def test_a_game_that_goes_on_plays_at_its_level(tmp_path: Path) -> None:
    """The same people's moves give the same game, whether or not it was put away in between."""
    whole, parted, plain = (
        game(tmp_path / f"{name}.crisis", "plain" if name == "plain" else "able")
        for name in ("whole", "parted", "plain")
    )
    play(parted, 12)
    parted.close()
    parted = go_on(tmp_path / "parted.crisis")
    for session in (whole, plain):
        play(session, 12)
    for session in (whole, parted, plain):
        play(session, 40, seed=2)
        session.close()
    assert commands(whole) == commands(parted)
    assert commands(whole) != commands(plain)


def test_the_level_stands_in_the_header_and_a_save_without_one_is_plain(tmp_path: Path) -> None:
    for level, said in (("able", "able"), ("plain", None)):
        path = tmp_path / f"{level}.crisis"
        game(path, level, TINY).close()  # type: ignore[arg-type]
        assert level_in(path) == said


def test_a_game_in_another_version_of_its_scenario_keeps_its_level(tmp_path: Path) -> None:
    game(tmp_path / "old.crisis", "able", TINY).close()
    go_on_with(tmp_path / "old.crisis", TINY, tmp_path / "new.crisis").close()
    assert level_in(tmp_path / "new.crisis") == "able"


def test_a_save_of_a_level_that_nobody_has_is_refused_in_one_sentence(tmp_path: Path) -> None:
    session = game(tmp_path / "able.crisis", "able", TINY)
    session.close()
    assert session.save is not None
    path = tmp_path / "strange.crisis"
    create(path, session.save.header | {LEVEL: "brilliant"}, session.save.scenario_files.contents).close()
    with pytest.raises(SaveError, match=r"strange.crisis: no level of play is called 'brilliant' here\.$"):
        go_on(path)


def test_play_begins_at_the_level_that_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CRISIS_GAME_HOME", str(tmp_path))
    monkeypatch.setattr("sys.stdin", StringIO())
    assert main(["play", TINY, "--plain", "--level", "able"]) == 0
    (saved,) = list_saves()
    assert level_in(Path(saved.path)) == "able"
    capsys.readouterr()
    assert main(["play", str(saved.path), "--plain", "--level", "plain"]) == 2
    assert "a save goes on at the level that it began with" in capsys.readouterr().err


def test_an_unknown_level_is_answered_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["play", TINY, "--plain", "--level", "brilliant"]) == 2
    (said,) = capsys.readouterr().err.splitlines()
    assert all(word in said for word in ("--level", "brilliant", "plain", "able"))


@pytest.mark.parametrize(("level", "kept"), [("able", "able"), ("plain", None)])
def test_the_saves_of_a_lesson_have_its_level(tmp_path: Path, level: Level, kept: str | None) -> None:
    """Each council's, also when the lesson was put away before it began."""
    Lesson.open(tmp_path / "lesson", "first-watch", seed=7, level=level, councils=("a", "b")).close()
    lesson = Lesson.resume(tmp_path / "lesson")
    for name, council in (("Ines", "a"), ("Paul", "b")):
        lesson.join(name, council=council)
    lesson.begin()
    paths = [council.path for council in lesson.councils]
    lesson.close()
    assert [level_in(path) for path in paths] == [kept, kept]
