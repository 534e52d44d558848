"""Torn, foreign, newer and altered saves: one clear sentence, and the file is left as it is."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.cli import main
from crisis_game.exercise.chain import canonical
from crisis_game.exercise.save import SaveError, open_save
from crisis_game.exercise.save_file import FORMAT, TABLES
from crisis_game.exercise.saves_folder import info
from crisis_game.exercise.session_opening import go_on
from crisis_game.exercise.verify import read_log, verify
from crisis_game.scenario.reading.load import load_scenario
from tests.exercise.playing import altering, as_it_lies, forge_chain, new_game, play, store, stored
from tests.outcome import crash

Change = Callable[[Path], object]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound save, closed."""
    path = tmp_path_factory.mktemp("sound") / "game.crisis"
    session = new_game(path)
    play(session, 12)
    assert session.save is not None
    session.save.close()
    return path


@pytest.fixture
def path(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sound, tmp_path / "game.crisis"))


def sql(*statements: str) -> Change:
    """A change by SQL."""

    def change(path: Path) -> None:
        with altering(path) as connection:
            for statement in statements:
                connection.execute(statement)

    return change


def cut(size: int) -> Change:
    """A file torn off after some bytes."""
    return lambda path: path.write_bytes(path.read_bytes()[:size])


def with_other(n: int, old: bytes, new: bytes, *, events: bool = False) -> Change:
    """An entry in whose command or events some bytes, which must be there, are others."""

    def change(path: Path) -> None:
        row = list(stored(path, n))
        assert old in row[events]
        row[events] = row[events].replace(old, new)
        store(path, n, *row)

    return change


def other_database(path: Path) -> None:
    path.unlink()
    with altering(path) as connection:
        connection.execute("CREATE TABLE thesis (chapter TEXT)")


def copy_of_our_tables(path: Path) -> None:
    path.unlink()
    with altering(path) as connection:
        for table in TABLES[FORMAT]:
            connection.execute(table)


def another_program_writes(path: Path) -> None:
    path.with_name(path.name + "-journal").write_bytes(b"half a transaction")


ALTERED = "altered and is left as it is"
FAULTS: dict[str, tuple[Change, str]] = {
    "empty": (cut(0), "this is not a save"),
    "a few bytes": (cut(10), "this is not a save"),
    "header only": (cut(100), "damaged and is left as it is"),
    "torn": (cut(9000), "damaged and is left as it is"),
    "last page lost": (lambda path: cut(path.stat().st_size - 4096)(path), "damaged and is left as it is"),
    "text": (lambda path: path.write_text("Dear diary"), "this is not a save"),
    "other database": (other_database, "this is not a save"),
    "our tables without our mark": (copy_of_our_tables, "this is not a save"),
    "other application id": (sql("PRAGMA application_id=1"), "this is not a save"),
    "newer": (sql(f"PRAGMA user_version={FORMAT + 1}"), "made by another version of crisis-game"),
    "much newer": (sql(f"PRAGMA user_version={(1 << 31) - 1}"), "made by another version of crisis-game"),
    "a trigger": (
        sql("CREATE TRIGGER eat BEFORE INSERT ON entries BEGIN SELECT RAISE(IGNORE); END"),
        ALTERED,
    ),
    "a view": (sql("ALTER TABLE entries RENAME TO old", "CREATE VIEW entries AS SELECT * FROM old"), ALTERED),
    "another table": (sql("CREATE TABLE more (a)"), ALTERED),
    "an index": (sql("CREATE INDEX quick ON entries (at)"), ALTERED),
    "a table gone": (sql("DROP TABLE files"), ALTERED),
    "a column more": (sql("ALTER TABLE entries ADD COLUMN mark TEXT"), ALTERED),
    "a changed command": (with_other(3, b'"seed":7', b'"seed":8'), "chain is broken at entry 3"),
    "changed events": (with_other(3, b'"seed":7', b'"seed":8', events=True), "chain is broken at entry 3"),
    "a changed head": (sql("UPDATE entries SET head = zeroblob(20) WHERE n = 5"), "chain is broken at entry 5"),
    "an entry gone": (sql("DELETE FROM entries WHERE n = 4"), "chain is broken at entry 4"),
    "an entry twice": (
        sql("INSERT INTO entries SELECT n + 1, command, events, head, at FROM entries ORDER BY n DESC LIMIT 1"),
        "chain is broken",
    ),
    "entries from 0": (sql("UPDATE entries SET n = -n"), "chain is broken at entry 1"),
    "a changed header": (
        sql("""UPDATE header SET value = packed('"BBB"') WHERE key = 'seat'"""),
        "chain is broken at entry 1",
    ),
    "a header that is no JSON": (sql("UPDATE header SET value = packed('{') WHERE key = 'seat'"), ALTERED),
    "a header of bytes": (sql("UPDATE header SET value = x'ff00' WHERE key = 'seat'"), ALTERED),
    "one more header": (sql("INSERT INTO header VALUES ('grade', packed('1'))"), "chain is broken at entry 1"),
    "a changed file": (
        sql("UPDATE files SET data = packed(replace(unpacked(data), 'The cable', 'A cable')) WHERE path = 'tiny.yaml'"),
        "chain is broken at entry 1",
    ),
    "a file of numbers": (sql("UPDATE files SET data = 7"), ALTERED),
    "an entry of numbers": (sql("UPDATE entries SET events = 7 WHERE n = 4"), "entry 4 is not in the form"),
    "a time of words": (sql("UPDATE entries SET at = 'noon' WHERE n = 4"), "entry 4 is not in the form"),
    "another program's journal": (another_program_writes, "another program was changing it"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_save_gets_one_sentence_and_is_left_as_it_is(
    fault: str, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change, sentence = FAULTS[fault]
    change(path)
    before = as_it_lies(path.parent)
    assert main(["play", str(path), "--plain"]) == 2
    error = capsys.readouterr().err
    assert sentence in error
    assert len(error.strip().splitlines()) == 1
    assert str(path) in error
    for verb in ("verify", "export"):
        assert not crash(main([verb, str(path)]), capsys.readouterr().err)
    assert info(path).path == str(path)
    assert as_it_lies(path.parent) == before


def test_what_the_chain_shows_verify_shows_too(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    FAULTS["changed events"][0](path)
    assert main(["verify", str(path)]) == 1
    assert "Damaged: entry 3: the chain is broken" in capsys.readouterr().out


def test_a_forged_chain_does_not_hide_other_events(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    FAULTS["changed events"][0](path)
    forge_chain(path)
    assert main(["verify", str(path)]) == 1
    assert "entry 3: in this version of the game other events follow from its command" in capsys.readouterr().out


def test_a_forged_chain_does_not_hide_another_scenario(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    FAULTS["a changed file"][0](path)
    forge_chain(path)
    assert main(["verify", str(path)]) == 1
    assert "the scenario in the save is not the one it names" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        (
            "UPDATE header SET value = packed('\"other.yaml\"') WHERE key = 'main'",
            "the scenario that it names is not in it",
        ),
        ("UPDATE header SET value = packed('[]') WHERE key = 'main'", "the scenario that it names is not in it"),
        (
            "UPDATE files SET data = packed(x'00ff') WHERE path = 'tiny.yaml'",
            "the scenario in it cannot be read: tiny.yaml:1:2: E102 ",
        ),
        ("UPDATE entries SET command = packed(x'5b5d') WHERE n = 4", "entry 4: its command cannot be read"),
        ("UPDATE entries SET events = packed(x'5b315d') WHERE n = 4", "other events follow from its command"),
        ("UPDATE entries SET events = packed(x'ff') WHERE n = 4", "other events follow from its command"),
    ],
)
def test_a_forger_gets_a_sentence(
    statement: str, sentence: str, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sql(statement)(path)
    forge_chain(path)
    before = as_it_lies(path.parent)
    assert main(["play", str(path), "--plain"]) == 2
    error = capsys.readouterr().err
    assert sentence in error
    assert len(error.strip().splitlines()) == 1
    assert main(["verify", str(path)]) in (1, 2)
    assert not crash(main(["export", str(path)]), capsys.readouterr().err)
    assert as_it_lies(path.parent) == before


@settings(max_examples=60, deadline=None)
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit_is_harmless_or_told(place: float, bit: int, sound: Path) -> None:
    """Anywhere in the file: what opens after it plays the same game, and what does not is left as it is."""
    path = sound.with_name("flipped.crisis")
    data = bytearray(sound.read_bytes())
    data[int(place * len(data))] ^= 1 << bit
    path.write_bytes(data)
    try:
        session = go_on(path)
    except SaveError:
        assert path.read_bytes() == data
    else:
        assert session.save is not None
        session.save.close()
        with open_save(sound, writing=False) as original:
            assert session.head == original.head
    path.unlink()


def deeper(value: object, draw: st.DataObject, strange: st.SearchStrategy[object]) -> object:
    """A JSON value with one of its parts replaced."""
    if isinstance(value, dict) and value and draw.draw(st.integers(0, 4)):
        key = draw.draw(st.sampled_from(sorted(value)))
        return {**value, key: deeper(value[key], draw, strange)}
    if isinstance(value, list) and value and draw.draw(st.integers(0, 4)):
        place = draw.draw(st.integers(0, len(value) - 1))
        return [*value[:place], deeper(value[place], draw, strange), *value[place + 1 :]]
    return draw.draw(strange)


STRANGE = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(1 << 70), 1 << 70),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    st.sampled_from(["AAA", "BBB", "CAL", "ZZZ", "facilitator", "session", "chair-1", "lobby", "closed", "escort"]),
    st.lists(st.sampled_from(["AAA", "escort", ""]), max_size=3),
    st.just({}),
)


@settings(max_examples=40, deadline=None)
@given(draw=st.data())
def test_strange_entries_with_a_forged_chain_give_a_sentence_or_a_verdict(draw: st.DataObject, sound: Path) -> None:
    path = Path(shutil.copy(sound, sound.with_name("strange.crisis")))
    with open_save(sound, writing=False) as original:
        n = draw.draw(st.integers(1, original.count))
    row = list(stored(path, n))
    column = draw.draw(st.integers(0, 1))
    before = row[column]
    row[column] = canonical(deeper(json.loads(before), draw, STRANGE))
    store(path, n, *row)
    forge_chain(path)
    data = path.read_bytes()
    log = read_log(path)
    sound_still = verify(log, load_scenario(log.scenario_files)).sound
    assert sound_still == (row[column] == before) or column == 0
    try:
        session = go_on(path)
    except SaveError:
        assert path.read_bytes() == data
        assert not sound_still or b"holder" in row[0]
    else:
        assert sound_still
        assert session.save is not None
        session.save.close()
    path.unlink()


@settings(max_examples=60, deadline=None)
@given(start=st.sampled_from([b"", b"SQLite format 3\0"]), rest=st.binary(max_size=6000))
def test_any_bytes_as_a_save_get_a_sentence(start: bytes, rest: bytes, sound: Path) -> None:
    path = sound.parent / "any" / "any.crisis"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(start + rest)
    for reading in (go_on, read_log):
        with pytest.raises(SaveError, match=r"any\.crisis: "):
            reading(path)
    assert as_it_lies(path.parent) == {"any.crisis": start + rest}
    assert info(path).fault


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)
FIRST = st.fixed_dictionaries({"crisis-game": st.just(1) | JSON, "header": JSON, "files": JSON}) | JSON
LINE = st.fixed_dictionaries({"n": st.integers() | JSON, "command": JSON, "events": JSON, "head": st.just("00") | JSON})


@settings(max_examples=60, deadline=None)
@given(first=FIRST, rest=st.lists(LINE | JSON, max_size=3))
def test_anything_as_an_export_gets_a_sentence(first: object, rest: list[object], sound: Path) -> None:
    path = sound.with_name("any.jsonl")
    path.write_text("\n".join(map(json.dumps, (first, *rest))), encoding="utf-8")
    for verb in ("verify", "export"):
        assert main([verb, str(path)]) in (1, 2)


def test_a_missing_file_and_a_folder_get_a_sentence(tmp_path: Path) -> None:
    for path in (tmp_path / "none.crisis", tmp_path):
        with pytest.raises(SaveError, match="there is no such file"):
            open_save(path)


def test_a_save_that_is_too_large_gets_a_sentence(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crisis_game.exercise.save_file.MOST_BYTES", 4096)
    with pytest.raises(SaveError, match="too large for a save"):
        open_save(path)


def test_a_foreign_database_beside_which_another_program_writes_is_not_touched(tmp_path: Path) -> None:
    """SQLite would mend it, and so write to it, if we let it."""
    path = tmp_path / "thesis.crisis"
    program = sqlite3.connect(path)
    program.execute("PRAGMA journal_mode=WAL")
    program.execute("CREATE TABLE thesis (chapter TEXT)")
    program.commit()
    before = as_it_lies(tmp_path)
    with pytest.raises(SaveError, match="not a save of crisis-game"):
        open_save(path)
    assert as_it_lies(tmp_path) == before
    program.close()
