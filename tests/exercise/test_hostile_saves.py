"""Half characters, numbers that are none, absurd depth in headers, logs, names: a sentence, and no other is hidden."""

from __future__ import annotations

import json
import re
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.cli import main
from crisis_game.engine.act import Submission
from crisis_game.engine.acts.talk import Say
from crisis_game.engine.sender import at_keyboard
from crisis_game.exercise import saves_folder
from crisis_game.exercise.chain import canonical, from_canonical
from crisis_game.exercise.packed_columns import Unpacking, packed
from crisis_game.exercise.save import SaveError
from crisis_game.exercise.save_file import FORMAT, MOST_BYTES
from crisis_game.exercise.saves_folder import list_saves
from crisis_game.exercise.session import Session
from crisis_game.exercise.verify import export, read_log
from tests.exercise.playing import altering, as_it_lies, new_game, play

Out = pytest.CaptureFixture[str]

DEEP = "[" * 100_000 + "]" * 100_000
HOSTILE = {
    "half a character": r'"\ud800"',
    "half a character in a name": r'{"\udfff":1}',
    "no number": "NaN",
    "infinity": "Infinity",
    "minus infinity": "-Infinity",
    "a number beyond all": "1e999",
    "many digits": "9" * 5000,
    "deep": DEEP,
    "half a value": '{"a":',
    "nothing": "",
    "not as we write": '{ "a": 1 }',
}
KEYS = (
    "scenario",
    "main",
    "content_hash",
    "seat",
    "rules",
    "version",
    "name",
    "standing",
    "people",
    "grade",
    "x\ud7ff",
)


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with three saves."""
    folder = tmp_path_factory.mktemp("three") / "saves"
    for name in ("a", "b", "c"):
        session = new_game(folder / f"{name}.crisis")
        play(session, 4)
        assert session.save is not None
        session.save.close()
    return folder.parent


@pytest.fixture
def home(three: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same anew for each test."""
    monkeypatch.setenv("CRISIS_GAME_HOME", str(tmp_path))
    return Path(shutil.copytree(three / "saves", tmp_path / "saves"))


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("key", ["seat", "name", "people", "grade"])
def test_a_hostile_header_hides_no_other_save(key: str, words: str, home: Path, capsys: Out) -> None:
    with altering(home / "b.crisis") as connection:
        connection.execute("INSERT OR REPLACE INTO header VALUES (?, packed(?))", (key, HOSTILE[words]))
    before = as_it_lies(home)
    assert main(["saves"]) == 0
    output = capsys.readouterr()
    assert not output.err
    assert len(output.out.splitlines()) == 3
    assert f"{home / 'b.crisis'}: its header cannot be read" in output.out
    for verb in ("verify", "export", "replay", "report"):
        assert main([verb, "b"]) in (1, 2)
        output = capsys.readouterr()
        assert (output.out, len(output.err.splitlines())) == ("", 1)
        assert "its header cannot be read" in output.err
    assert main(["play", "b", "--plain"]) == 2
    assert "its header cannot be read" in capsys.readouterr().err
    assert as_it_lies(home) == before


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(1 << 70), 1 << 70)
    | st.floats()
    | st.text(st.characters(), max_size=6)
    | st.sampled_from(["\ud800", "\x1b[2J", "\u202e", "\x00"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(st.characters(), max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=80, deadline=None)
@given(values=st.dictionaries(st.sampled_from(KEYS[:-1]), JSON, min_size=1))
def test_the_list_survives_any_header(values: dict[str, object], three: Path) -> None:
    """Every JSON value in every row, half characters and infinities among them; the other two stand as they did."""
    path = three / "saves" / "z.crisis"
    shutil.copy(three / "saves" / "a.crisis", path)
    with altering(path) as connection:
        for key, value in values.items():
            connection.execute("INSERT OR REPLACE INTO header VALUES (?, packed(?))", (key, json.dumps(value)))
    listed = {save.id: save for save in list_saves(three / "saves")}
    assert listed.keys() == {"a", "b", "c", "z"}
    assert not any(listed[name].fault for name in "abc")
    for save in listed.values():
        assert f"{save.name}{save.title}{save.states}{save.made_by}".isprintable()
        assert save.saved_here
    path.unlink()


def test_a_fault_that_nobody_foresaw_hides_no_other_save(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading = saves_folder.open_save

    def failing(path: Path, *, writing: bool = True) -> object:
        if path.stem == "b":
            raise ZeroDivisionError
        return reading(path, writing=writing)

    monkeypatch.setattr(saves_folder, "open_save", failing)
    assert [save.fault for save in sorted(list_saves(home), key=lambda save: save.id)] == [
        "",
        f"{home / 'b.crisis'}: it cannot be read (ZeroDivisionError).",
        "",
    ]


def with_header(words: str) -> Callable[[list[str]], list[str]]:
    return lambda lines: [lines[0].replace('"header":{', f'"header":{{"a":{words},'), *lines[1:]]


def with_entry(old: str, words: str) -> Callable[[list[str]], list[str]]:
    return lambda lines: [lines[0], lines[1].replace(old, f"{old}{words},", 1), *lines[2:]]


@pytest.mark.parametrize(
    "words", [words for words in HOSTILE if words not in ("nothing", "half a value", "not as we write")]
)
@pytest.mark.parametrize(
    "change",
    [
        with_header,
        lambda words: with_entry('{"command":{', f'"a":{words}'),
        lambda words: lambda lines: [lines[0], lines[1].replace('"n":1}', f'"n":{words}}}'), *lines[2:]],
    ],
)
def test_a_hostile_export_gets_a_sentence(
    change: Callable[[str], Callable[[list[str]], list[str]]], words: str, home: Path, tmp_path: Path, capsys: Out
) -> None:
    lines = list(export(read_log(home / "a.crisis")))
    path = tmp_path / "hostile.jsonl"
    changed = change(HOSTILE[words])(lines)
    assert changed != lines
    path.write_text("\n".join(changed), encoding="utf-8")
    for verb in ("verify", "export", "replay", "report"):
        assert main([verb, str(path)]) in (1, 2)
        output = capsys.readouterr()
        if verb != "verify":
            assert not output.out
        assert len((output.out + output.err).splitlines()) == 1
        assert "a mistake in the program" not in output.err


def test_names_with_half_a_character_get_a_sentence(home: Path, capsys: Out) -> None:
    assert main(["saves", "--rename", "a", "half \ud800"]) == 0
    assert main(["saves", "--rename", "half \ud800", "x"]) == 2
    assert main(["verify", "half \ud800.crisis"]) == 2
    assert "a mistake in the program" not in capsys.readouterr().err
    assert {save.name for save in list_saves(home)} == {"half", ""}


def test_what_no_file_can_hold_is_not_saved_and_changes_nothing(home: Path) -> None:
    session = new_game(home / "d.crisis")
    assert session.save is not None
    head, state = session.head, session.final_state()
    with pytest.raises(SaveError, match=r"d\.crisis: the last step could not be saved: no file can hold a sign in it"):
        session.save.append([(Submission("AAA-9", "AAA", at_keyboard("AAA"), Say((), "half \ud800")), ())], {})
    with pytest.raises(SaveError, match="no file can hold a sign"):
        session.save.note("notes", {"AAA": "half \ud800"})
    assert (session.head, session.final_state()) == (head, state)
    session.save.close()


@pytest.mark.parametrize("value", ["\ud800", float("nan"), float("inf"), {"\udfff": 1}])
def test_the_one_form_is_json_that_a_file_can_hold(value: object) -> None:
    with pytest.raises(ValueError, match="not"):
        canonical(value)


@pytest.mark.parametrize("words", HOSTILE)
def test_what_is_not_in_that_form_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="not"):
        from_canonical(HOSTILE[words].encode())


@settings(deadline=None)
@given(data=st.binary(max_size=400))
def test_what_is_packed_is_unpacked(data: bytes) -> None:
    assert Unpacking(FORMAT)(packed(data)) == data
    for torn in (packed(data)[:-1], packed(data) + b"x", data):
        with pytest.raises(ValueError, match="damaged"):
            Unpacking(FORMAT)(torn)


def test_a_bomb_is_not_unpacked() -> None:
    """A column of 128 kB that would fill 128 MB, and many that would together."""
    bomb = zlib.compress(bytes(MOST_BYTES + 1), 9)
    with pytest.raises(ValueError, match="too large"):
        Unpacking(FORMAT)(bomb)
    half, unpacking = zlib.compress(bytes(MOST_BYTES // 2 + 1), 9), Unpacking(FORMAT)
    unpacking(half)
    with pytest.raises(ValueError, match="too large"):
        unpacking(half)


def test_a_glance_at_the_file_tells_nothing(home: Path) -> None:
    """Of all words that an export opens not one stands in the file, nor do names and notes that lie beside the log."""
    session = new_game(home / "d.crisis", "AAA", "BBB")
    assert session.save is not None
    session.save.note("notes", {"AAA": "we shall betray them tomorrow"})
    session.save.set_name("A secret name for our game")
    play(session, 12)
    words = kept_words(session)
    while_open = session.save.path.read_bytes() + session.save.path.with_name("d.crisis-wal").read_bytes()
    session.save.close()
    assert {b"actors", b"truth", b"Arran", b"trawlers", b"betray"} <= words
    for data in (while_open, session.save.path.read_bytes()):
        assert words & set(re.findall(WORD, data)) <= SCHEMA


def kept_words(session: Session) -> set[bytes]:
    """The longer words of all that a game keeps: files, commands, events, and what lies beside the log."""
    assert session.save is not None
    kept = [*session.save.files.values(), canonical(session.save.outside)]
    for _, command, events, _, _ in session.save.raw():
        kept += [command, events]
    return set(re.findall(WORD, b" ".join(kept)))


WORD = rb"[A-Za-z]{5,}"
SCHEMA = {b"table", b"header", b"files", b"entries", b"command", b"events", b"value", b"scenario", b"content", b"rules"}
SCHEMA |= {b"version", b"standing", b"notes", b"measures", b"format"}
"""Names of tables, columns, rows and files, which stand in the clear; five letters in chance bytes are no word."""
