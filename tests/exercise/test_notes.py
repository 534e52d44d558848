"""Notes of one's own: kept outside the chain, bounded, and nothing hostile believed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from crisis_game.exercise.notes import LONGEST_NOTES, Notes, read_notes
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import go_on, read
from crisis_game.exercise.verify import read_log, verify
from tests.exercise.playing import TINY, new_game

MEMBERS = ("AAA", "BBB", "CCC")


def test_notes_come_back_from_a_save_that_verifies_as_before(tmp_path: Path) -> None:
    session = new_game(tmp_path / "game.crisis", "AAA", "BBB")
    assert session.save is not None
    head = session.head
    notes = Notes(session)
    notes.put("AAA", "Ask Bo about the pilots.\nWhy now?")
    assert notes.add("BBB", "Trust nobody.")
    notes.keep()
    session.save.close()
    again = go_on(tmp_path / "game.crisis")
    notes_again = Notes(again)
    assert [notes_again.of(seat) for seat in MEMBERS] == ["Ask Bo about the pilots.\nWhy now?", "Trust nobody.", ""]
    assert again.head == head
    assert again.save is not None
    again.save.close()
    assert verify(read_log(tmp_path / "game.crisis"), again.authored).sound


def test_nothing_is_written_where_nothing_changed(tmp_path: Path) -> None:
    session = new_game(tmp_path / "game.crisis", "AAA")
    assert session.save is not None
    notes = Notes(session)
    notes.put("AAA", "")
    notes.keep()
    assert "notes" not in session.save.outside
    notes.put("AAA", "x")
    notes.put("AAA", "")
    notes.keep()
    assert "notes" not in session.save.outside
    session.save.close()


def test_notes_taken_away_are_gone_from_the_save(tmp_path: Path) -> None:
    session = new_game(tmp_path / "game.crisis", "AAA")
    assert session.save is not None
    notes = Notes(session)
    notes.put("AAA", "a word")
    notes.keep()
    notes.put("AAA", "")
    notes.keep()
    assert session.save.outside["notes"] == {}
    session.save.close()


def test_notes_are_bounded_and_printable() -> None:
    notes = Notes(Session.start(read(TINY)[0], {}, None, 1))
    notes.put("AAA", "x" * (LONGEST_NOTES + 5))
    assert len(notes.of("AAA")) == LONGEST_NOTES
    assert not notes.add("AAA", "y")
    assert len(notes.of("AAA")) == LONGEST_NOTES
    notes.put("BBB", "\x1b[2Jone\ntwo\u202e")
    assert notes.of("BBB") == "[2Jone\ntwo"
    assert notes.add("BBB", "three")
    assert notes.of("BBB") == "[2Jone\ntwo\nthree"


@pytest.mark.parametrize(
    "written",
    [[], "x", 7, {"ZZZ": "x"}, {"AAA": 1}, {"AAA": None}, {"AAA": "x" * (LONGEST_NOTES + 1)}, {"AAA": "\x1b[2J"}],
)
def test_a_hostile_row_is_told_and_left_out(written: Any) -> None:
    words, fault = read_notes(written, MEMBERS)
    assert words == {}
    assert fault is not None
