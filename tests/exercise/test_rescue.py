"""Damage is told as damage, loudly, and the entries before it are rescued into a new save."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from crisis_game.cli import main
from crisis_game.exercise.rescue import rescue
from crisis_game.exercise.save import SaveError, open_save
from crisis_game.exercise.session_opening import go_on
from crisis_game.exercise.verify import export, read_log
from tests.exercise.playing import altering, as_it_lies, forge_chain, new_game, play, store, stored

Out = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A game of several pages of the file, with a name and a note."""
    path = tmp_path_factory.mktemp("long") / "game.crisis"
    session = new_game(path, "AAA", "BBB")
    assert session.save is not None
    session.save.set_name("Group 3")
    session.save.note("notes", {"AAA": "ours"})
    play(session, 45)
    session.save.close()
    return path


@pytest.fixture
def path(long: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy among the saves."""
    monkeypatch.setenv("CRISIS_GAME_HOME", str(tmp_path))
    (tmp_path / "saves").mkdir()
    return Path(shutil.copy(long, tmp_path / "saves" / "game.crisis"))


def last_pages_lost(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: -3 * 4096])


def middle_of_an_entry_overwritten(path: Path) -> None:
    """600 bytes inside of one entry's packed events, as a bad disk or a bad stick leaves them."""
    with altering(path) as connection:
        n, size = connection.execute("SELECT n, length(events) FROM entries WHERE n > 5 ORDER BY 2 DESC").fetchone()
        connection.execute(
            "UPDATE entries SET events = CAST(substr(events, 1, ?) || zeroblob(20) AS BLOB) WHERE n = ?", (size - 20, n)
        )


def page_overwritten(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-2 * 4096 : -2 * 4096 + 600] = bytes(600)
    path.write_bytes(data)


def entry_changed(path: Path) -> None:
    command, events = stored(path, 9)
    store(path, 9, command, events.replace(b"a", b"e", 1))


def entry_gone(path: Path) -> None:
    with altering(path) as connection:
        connection.execute("DELETE FROM entries WHERE n = 9")


def entry_forged(path: Path) -> None:
    """Other events with a chain computed anew: whole, and not sound."""
    entry_changed(path)
    forge_chain(path)


DAMAGE: dict[str, Callable[[Path], None]] = {
    "last pages lost": last_pages_lost,
    "middle of an entry overwritten": middle_of_an_entry_overwritten,
    "page overwritten": page_overwritten,
    "entry changed": entry_changed,
    "entry gone": entry_gone,
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_export_of_a_damaged_save_fails_loudly(kind: str, path: Path, capsys: Out) -> None:
    DAMAGE[kind](path)
    before = as_it_lies(path.parent)
    assert main(["export", "game", "--open"]) == 1
    output = capsys.readouterr()
    assert not output.out
    assert len(output.err.splitlines()) == 1
    assert re.search("damaged|altered", output.err)
    assert as_it_lies(path.parent) == before


@pytest.mark.parametrize("kind", DAMAGE)
def test_verify_says_damaged(kind: str, path: Path, capsys: Out) -> None:
    DAMAGE[kind](path)
    assert main(["verify", "game"]) == 1
    output = capsys.readouterr()
    assert len((output.out + output.err).splitlines()) == 1
    assert "damaged" in (output.out + output.err).casefold()
    assert "`crisis-game saves --rescue SAVE` keeps" in output.out + output.err


def test_a_damaged_scenario_is_not_told_as_a_mistake_of_its_author(path: Path, capsys: Out) -> None:
    with altering(path) as connection:
        connection.execute(
            "UPDATE files SET data = packed(replace(unpacked(data), 'protest', 'qrotest')) WHERE path = 'tiny.yaml'"
        )
    assert main(["verify", "game"]) == 1
    output = capsys.readouterr()
    assert "Damaged: the scenario in the save is not the one it names" in output.out
    assert not re.search(r"[EW]\d\d\d", output.out + output.err)
    for words in (["export", "game", "--open"], ["play", "game", "--plain"], ["saves", "--rescue", "game"]):
        assert main(words) in (1, 2)
        output = capsys.readouterr()
        assert re.search("damaged|altered", output.err)
        assert not re.search(r"[EW]\d\d\d", output.err)


@pytest.mark.parametrize("kind", [*DAMAGE, "forged"])
def test_what_holds_is_rescued_into_a_new_save(kind: str, path: Path, long: Path, capsys: Out) -> None:
    """The entries before the damage, with the heads that they had; the damaged file is left as it is."""
    (entry_forged if kind == "forged" else DAMAGE[kind])(path)
    before = path.read_bytes()
    assert main(["saves", "--rescue", "game"]) == 0
    said = re.match(r"tiny-1 is a new save with the first (\d+) entries of game", capsys.readouterr().out)
    assert said
    assert path.read_bytes() == before
    whole, kept = read_log(long), read_log(path.with_name("tiny-1.crisis"))
    assert len(kept.entries) == int(said[1])
    assert 4 < len(kept.entries) < len(whole.entries)
    assert [entry[:4] for entry in kept.entries] == [entry[:4] for entry in whole.entries[: len(kept.entries)]]
    if kind not in ("last pages lost", "page overwritten", "middle of an entry overwritten"):
        assert len(kept.entries) == 8
    assert main(["verify", "tiny-1"]) == 0
    with open_save(path.with_name("tiny-1.crisis"), writing=False) as save:
        assert (save.outside["name"], save.outside["notes"]) == ("Group 3", {"AAA": "ours"})
    session = go_on(path.with_name("tiny-1.crisis"))
    play(session, 3)
    assert session.save is not None
    session.save.close()


def test_a_cut_export_is_told_and_rescued(path: Path, tmp_path: Path, capsys: Out) -> None:
    lines = list(export(read_log(path)))
    cut = tmp_path / "cut.jsonl"
    cut.write_text("\n".join([*lines[:12], lines[12][:40]]), encoding="utf-8")
    assert main(["verify", str(cut)]) == 1
    assert "line 13 is cut or was altered" in capsys.readouterr().err
    assert main(["export", str(cut)]) == 1
    assert not capsys.readouterr().out
    assert main(["saves", "--rescue", str(cut)]) == 0
    assert list(export(read_log(path.with_name("tiny-1.crisis")))) == lines[:12]


@pytest.mark.parametrize("kept", [0, 1, 2])
def test_nothing_is_made_of_nothing(kept: int, path: Path, tmp_path: Path, capsys: Out) -> None:
    lines = list(export(read_log(path)))
    (tmp_path / "cut.jsonl").write_text("\n".join([*lines[:kept], "{"]), encoding="utf-8")
    before = as_it_lies(path.parent)
    assert main(["saves", "--rescue", str(tmp_path / "cut.jsonl")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert as_it_lies(path.parent) == before


@pytest.mark.parametrize("size", [0, 100, 5000, 9000])
def test_a_save_without_its_beginning_cannot_be_rescued(size: int, path: Path) -> None:
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(SaveError, match=r"game\.crisis: "):
        rescue(path)
    assert list(as_it_lies(path.parent)) == ["game.crisis"]


def test_a_forged_game_is_not_opened_to_be_written(path: Path, capsys: Out) -> None:
    """A chain that holds, and events that do not follow: not a byte of it changes, in whatever mode it lies."""
    entry_forged(path)
    with altering(path) as connection:
        connection.commit()
        connection.execute("PRAGMA journal_mode=DELETE")
    data = path.read_bytes()
    assert data[18] == 1  # not in WAL mode: to be opened to be written would alone change it
    assert main(["play", "game", "--plain"]) == 2
    assert "other events follow from its command" in capsys.readouterr().err
    assert path.read_bytes() == data


def test_the_same_answers_give_the_same_log(tmp_path: Path) -> None:
    """To the byte: nothing in a log is drawn outside the seed, so that receipts can be compared."""
    logs = []
    for name in ("one", "two"):
        session = new_game(tmp_path / f"{name}.crisis", "AAA", "BBB", seed=5)
        play(session, 400)
        assert session.save is not None
        session.save.close()
        logs.append(list(export(read_log(tmp_path / f"{name}.crisis"))))
    assert logs[0] == logs[1]
    refs = [json.loads(line)["command"]["ref"] for line in logs[0][1:]]
    assert len(set(refs)) == len(refs)
