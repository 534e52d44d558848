"""The verbs `saves`, `verify` and `export`, and the folder of saves."""

from __future__ import annotations

import io
import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crisis_game.cli import main
from crisis_game.exercise.chain import receipt
from crisis_game.exercise.save import open_save
from crisis_game.exercise.saves_folder import delete, folder, list_saves, new_path
from crisis_game.exercise.verify import export, read_log
from tests.exercise.playing import altering, new_game, play
from tests.zones import in_zone

KEYS = ["id", "path", "scenario", "seat", "round", "beat", "entries", "finished", "saved_at"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with two saves: `tiny-1`, and `tiny-2` whose game is over."""
    monkeypatch.setenv("CRISIS_GAME_HOME", str(tmp_path))
    for moves in (3, 500):
        session = new_game(new_path("tiny"))
        play(session, moves)
        assert session.save is not None
        session.save.close()
    return tmp_path / "saves"


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    code = main(list(words))
    output = capsys.readouterr()
    return code, output.out, output.err


def test_saves_are_listed_newest_first(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with altering(home / "tiny-1.crisis") as connection:
        connection.execute("UPDATE entries SET at = at + 3600")
    code, out, _ = run(capsys, "saves", "--format", "json")
    rows = json.loads(out)
    assert code == 0
    assert [list(row) for row in rows] == [KEYS, KEYS]
    assert [row["id"] for row in rows] == ["tiny-1", "tiny-2"]
    first, over = rows
    assert (first["scenario"], first["seat"], first["round"], first["finished"]) == ("tiny", "AAA", 1, False)
    assert first["path"] == str(home / "tiny-1.crisis")
    assert first["beat"] in ("situation", "table", "orders")
    assert over["finished"] is True
    with open_save(home / "tiny-1.crisis", writing=False) as save:
        assert first["entries"] == save.count
    code, out, _ = run(capsys, "saves")
    assert code == 0
    assert out.splitlines()[0].startswith("tiny-1  The cable  Arran  round 1, ")
    assert out.splitlines()[1].startswith("tiny-2  The cable  Arran  finished  ")


def test_without_saves_the_list_says_how_to_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CRISIS_GAME_HOME", str(tmp_path))
    assert run(capsys, "saves", "--format", "json") == (0, "[]\n", "")
    assert "There are no saves yet" in run(capsys, "saves")[1]


def test_a_faulty_save_stands_in_the_list_with_its_fault(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "torn.crisis").write_bytes(b"SQLite format 3\0torn")
    assert "torn.crisis: it is damaged" in run(capsys, "saves")[1]
    assert len(json.loads(run(capsys, "saves", "--format", "json")[1])) == 2


def test_words_in_a_save_cannot_move_the_terminal(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with altering(home / "tiny-1.crisis") as connection:
        for key in ("name", "scenario", "seat"):
            connection.execute("INSERT OR REPLACE INTO header VALUES (?, packed(?))", (key, json.dumps("\x1b[2J\nx")))
        connection.execute(
            "INSERT OR REPLACE INTO header VALUES ('standing', packed(?))",
            (json.dumps({"beat": "\x1b", "round": "x"}, separators=(",", ":")),),
        )
        connection.execute("UPDATE entries SET at = 1e300")
    code, out, _ = run(capsys, "saves")
    assert code == 0
    assert "\x1b" not in out
    assert len(out.splitlines()) == 2


def test_a_save_gets_another_name(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = receipt(open_and_close(home / "tiny-1.crisis"))
    assert run(capsys, "saves", "--rename", "tiny-1", " The\x07 cable, group 3 ")[0] == 0
    assert {save.id: save.name for save in list_saves()} == {"tiny-1": "The cable, group 3", "tiny-2": ""}
    assert "The cable, group 3" in run(capsys, "saves")[1]
    code, out, _ = run(capsys, "verify", "tiny-1", "--format", "json")
    assert code == 0
    assert json.loads(out)["receipt"] == before


def open_and_close(path: Path) -> bytes:
    """The head of a save."""
    with open_save(path, writing=False) as save:
        return save.head


@pytest.mark.parametrize(("answer", "gone"), [("yes\n", True), ("y\n", False), ("\n", False), ("", False)])
def test_a_save_is_deleted_once_that_is_confirmed(
    answer: str, gone: bool, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    assert run(capsys, "saves", "--delete", "tiny-1")[0] == 0
    assert (home / "tiny-1.crisis").exists() is not gone
    assert (home / "tiny-2.crisis").exists()


def test_a_save_is_deleted_with_what_a_killed_process_left(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "tiny-1.crisis-wal").write_bytes(b"")
    assert run(capsys, "saves", "--delete", "tiny-1", "--yes")[0] == 0
    assert [path.name for path in home.iterdir()] == ["tiny-2.crisis"]


def test_a_damaged_save_can_be_deleted_and_a_stranger_cannot(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "torn.crisis").write_bytes(b"torn")
    delete(home / "torn.crisis")
    assert not (home / "torn.crisis").exists()
    thesis = tmp_path / "thesis.db"
    thesis.write_bytes(b"mine")
    code, _, err = run(capsys, "saves", "--delete", str(thesis), "--yes")
    assert code == 2
    assert "not a save of crisis-game" in err
    assert thesis.read_bytes() == b"mine"


@pytest.mark.parametrize("words", [("--delete", "none"), ("--rename", "none", "x"), ("--delete", "../tiny-1")])
def test_a_save_that_is_not_there_gets_a_sentence(
    words: tuple[str, ...], home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = run(capsys, "saves", *words)
    assert code == 2
    assert err.startswith("there is no save ")
    assert len(list(home.iterdir())) == 2


def test_an_export_verifies_with_the_same_receipt(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(capsys, "export", "tiny-2")
    assert code == 0
    handed_in = tmp_path / "handed-in.jsonl"
    handed_in.write_text(out, encoding="utf-8")
    first, *lines = [json.loads(line) for line in out.splitlines()]
    assert first["crisis-game"] == 1
    assert [line["n"] for line in lines] == list(range(1, len(lines) + 1))
    from_save = run(capsys, "verify", "tiny-2")
    assert from_save[0] == 0
    assert from_save == run(capsys, "verify", str(handed_in))
    assert run(capsys, "export", str(handed_in))[1] == out
    assert f"{len(lines)} entries" in from_save[1]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('"seed":7', '"seed":8', "the chain is broken"),
        ('"n":5', '"n":6', "the chain is broken"),
        ('"main":"tiny.yaml"', '"main":"other.yaml"', "the chain is broken"),
        ('"crisis-game":1', '"crisis-game":2', "exported by another version"),
        ('"crisis-game":1', '"thesis":1', "neither a save nor an exported log"),
        ('"head":"', '"head":"zz', "line 2 is cut or was altered"),
        ('"files":{', '"files":{"x":"?",', "neither a save nor an exported log"),
    ],
)
def test_an_altered_export_is_told(
    old: str, new: str, sentence: str, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = run(capsys, "export", "tiny-1", "--open")[1]
    assert old in out
    handed_in = tmp_path / "handed-in.jsonl"
    handed_in.write_text(out.replace(old, new), encoding="utf-8")
    code, verdict, err = run(capsys, "verify", str(handed_in))
    assert code in (1, 2)
    assert sentence in verdict + err
    assert len((verdict + err).splitlines()) == 1


def test_an_export_may_have_any_line_ends_and_words(home: Path, tmp_path: Path) -> None:
    session = new_game(tmp_path / "words.crisis")
    assert session.save is not None
    session.save.close()
    lines = "\r\n".join(export(read_log(tmp_path / "words.crisis")))
    (tmp_path / "dos.jsonl").write_bytes(lines.encode())
    assert read_log(tmp_path / "dos.jsonl").entries[-1][3] == open_and_close(tmp_path / "words.crisis")


def test_saves_lie_where_the_environment_says(tmp_path: Path) -> None:
    assert folder({"CRISIS_GAME_HOME": str(tmp_path)}) == tmp_path / "saves"
    assert folder({}) == Path(__file__).parents[2] / "saves"


def test_a_free_name_is_found(tmp_path: Path) -> None:
    assert new_path("tiny", tmp_path).name == "tiny-1.crisis"
    (tmp_path / "tiny-1.crisis").touch()
    (tmp_path / "tiny-3.crisis").touch()
    assert new_path("tiny", tmp_path).name == "tiny-2.crisis"


def test_what_is_no_file_stands_in_the_list_with_its_fault(home: Path) -> None:
    (home / "folder.crisis").mkdir()
    assert [save.fault for save in list_saves() if save.fault] == [f"{home / 'folder.crisis'}: there is no such file."]


@pytest.mark.parametrize(
    ("zone", "local_time"), [("Asia/Tokyo", "2026-11-30 04:02"), ("America/New_York", "2026-11-29 14:02")]
)
def test_saves_tell_the_time_of_this_place(
    zone: str, local_time: str, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """People find their game by the hour at which they played; programs get UTC, as they were promised."""
    with altering(home / "tiny-1.crisis") as connection:
        connection.execute("UPDATE entries SET at = ?", (datetime(2026, 11, 29, 19, 2, tzinfo=UTC).timestamp(),))
    with in_zone(zone, monkeypatch):
        [save] = [save for save in list_saves() if save.id == "tiny-1"]
        assert save.saved_here == local_time
        assert f"  {local_time}\n" in run(capsys, "saves")[1]
        rows = json.loads(run(capsys, "saves", "--format", "json")[1])
        assert "2026-11-29T19:02:00.000+00:00" in [row["saved_at"] for row in rows]


@pytest.mark.parametrize("at", [1e300, -1e300, 253402300799.0, -62135596800.0])
def test_a_forged_time_is_told_somehow(at: float, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with altering(home / "tiny-1.crisis") as connection:
        connection.execute("UPDATE entries SET at = ?", (at,))
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        with in_zone(zone, monkeypatch):
            assert all(re.fullmatch(r"\d+-\d\d-\d\d \d\d:\d\d", save.saved_here) for save in list_saves())
