"""Forgetting who was in a class, and the verb that tells of one at a glance."""

from __future__ import annotations

import io
import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from unittest import mock

import pytest

from crisis_game.cli import main
from crisis_game.exercise import save, save_file
from crisis_game.exercise.chain import canonical
from crisis_game.exercise.class_folder import read_class
from crisis_game.exercise.forgetting import SLIPS, forget
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_file import FILE, read_lesson
from crisis_game.exercise.lesson_hold import hold
from crisis_game.exercise.packed_columns import packed
from crisis_game.exercise.people import People, Person, Pin, keep_people
from crisis_game.exercise.pseudonyms import FILE as KEY
from crisis_game.exercise.session_opening import go_on
from crisis_game.exercise.verify import examine, read_log
from tests.debrief.councils import PAIR, by_people, class_of, lesson_of_a_pair, lesson_of_councils

Out = pytest.CaptureFixture[str]


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    return lesson_of_a_pair(tmp_path / "class")


def test_nothing_of_the_people_stays_in_a_lesson_and_its_save_holds(lesson: Path) -> None:
    (lesson / SLIPS).write_text("Ines K.", encoding="utf-8")
    forgotten = forget(read_class(lesson))
    assert (forgotten.people, forgotten.saves, forgotten.left) == (3, ("council.crisis",), ())
    written = (lesson / FILE).read_text(encoding="utf-8")
    for attendee in PAIR:
        assert not [words for words in (attendee.name, attendee.email) if words in written]
    kept = read_lesson(lesson)
    assert not [who for who in kept.attendees if who.id or who.tokens or who.links]
    assert (kept.facilitator, kept.projector) == ((), ())
    assert not (lesson / SLIPS).exists()
    assert examine(read_log(lesson / "council.crisis")).sound


def test_pseudonyms_are_those_of_an_export_before_and_after(lesson: Path, tmp_path: Path) -> None:
    for name in ("before", "after"):
        assert main(["export", str(lesson), "--research", str(tmp_path / f"{name}.jsonl")]) == 0
        forget(read_class(lesson))
    before, after = ((tmp_path / f"{name}.jsonl").read_text(encoding="utf-8") for name in ("before", "after"))
    assert before == after
    people = [json.loads(line).get("person") for line in before.splitlines()]
    assert [who.name for who in read_lesson(lesson).attendees] == [name for name in people if name]
    assert (lesson / KEY).exists()


def careless(path: Path) -> sqlite3.Connection:
    """A save opened by an SQLite that does not wipe what it frees, as most are; Debian's does."""
    connection = save_file.open_to_write(path)
    connection.execute("PRAGMA secure_delete=OFF")
    return connection


def test_a_name_given_at_a_keyboard_is_not_even_in_the_free_room_of_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(save, "open_to_write", careless)
    path = by_people(tmp_path / "red.crisis", {"AAA": "Ines", "BBB": "Paul"}, until=2)
    with closing(go_on(path)) as session:
        keep_people(session, People((Person("AAA", "Ines Marchetti", Pin.of("4711")), Person("BBB", "Paul Rüegg"))))
        row = packed(canonical(session.kept("people")))
    pieces = [row[place : place + 12] for place in range(8, len(row) - 12)]
    assert all(piece in path.read_bytes() for piece in pieces)
    forget(read_class(tmp_path))
    assert not any(piece in path.read_bytes() for piece in pieces)
    (council,) = read_class(tmp_path).councils
    assert council.people[0].name.startswith("p-")
    with closing(go_on(path)) as session:
        assert set(session.kept("people")[0]) == {"seat", "name"}


def test_what_cannot_be_changed_is_told_and_the_others_are(tmp_path: Path, capsys: Out) -> None:
    by_people(tmp_path / "red.crisis", {"AAA": "Ines"}, until=2)
    torn = by_people(tmp_path / "torn.crisis", {"AAA": "Paul"}, until=2)
    torn.write_bytes(torn.read_bytes()[:9000])
    assert main(["class", str(tmp_path), "--forget", "--yes"]) == 1
    output = capsys.readouterr()
    assert "torn.crisis is as it was" in output.err
    assert "1 people forgotten" in output.out


def test_it_asks_before(lesson: Path, capsys: Out) -> None:
    before = (lesson / FILE).read_bytes()
    with mock.patch.object(sys, "stdin", io.StringIO("no\n")):
        assert main(["class", str(lesson), "--forget"]) == 0
    assert "Nothing was forgotten." in capsys.readouterr().out
    assert (lesson / FILE).read_bytes() == before
    with mock.patch.object(sys, "stdin", io.StringIO("yes\n")):
        assert main(["class", str(lesson), "--forget"]) == 0
    assert "What stays" in capsys.readouterr().out
    assert (lesson / FILE).read_bytes() != before


def test_not_while_a_host_has_the_lesson_open(lesson: Path, capsys: Out) -> None:
    with closing(hold(lesson)):
        assert main(["class", str(lesson), "--forget", "--yes"]) == 2
    assert PAIR[0].name in (lesson / FILE).read_text(encoding="utf-8")


def test_a_lesson_that_was_forgotten_can_still_be_opened_by_its_host(lesson: Path) -> None:
    forget(read_class(lesson))
    again = Lesson.resume(lesson)
    assert len(again.attendees) == len(PAIR)
    again.close()


def test_a_class_at_a_glance(lesson: Path, capsys: Out) -> None:
    assert main(["class", str(lesson)]) == 0
    told = capsys.readouterr().out
    assert "- Ines K., Arran: 70 (100 the seat)" in told
    assert "Over in round 2" in told
    assert max(map(len, told.splitlines())) <= 80
    assert main(["class", str(lesson), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["councils"][0]["finished"]


def test_a_class_in_lines_page_by_page(lesson: Path, capsys: Out) -> None:
    with mock.patch.object(sys, "stdin", io.StringIO("2\n6\n2\n0\n0\n")):
        assert main(["class", str(lesson), "--plain"]) == 0
    told = capsys.readouterr().out
    assert "== Side by side ==" in told
    assert "Grade: 60 of 100" in told


def test_who_gave_no_name_is_there_without_one(tmp_path: Path, capsys: Out) -> None:
    by_people(tmp_path / "red.crisis", {"AAA": ""}, until=2)
    assert [attendee.key for _, attendee in class_of(tmp_path).people] == ["AAA"]
    assert main(["class", str(tmp_path)]) == 0
    assert "somebody without a name, Arran" in capsys.readouterr().out


def test_what_is_no_class_is_one_sentence(tmp_path: Path, capsys: Out) -> None:
    for words in (["class", str(tmp_path / "none")], ["class", str(tmp_path)], ["class", str(tmp_path), "--forget"]):
        assert main(words) == 2
        assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_what_was_done_is_rated_in_the_save_and_told_from_then_on(lesson: Path, capsys: Out) -> None:
    rate = "7\n1\n1\n1\n1\nWell seen.\n0\n0\n0\n4\n0\n"
    with mock.patch.object(sys, "stdin", io.StringIO(rate)):
        assert main(["class", str(lesson), "--plain"]) == 0
    told = capsys.readouterr().out
    assert "P: performed “Well seen.”" in " ".join(told.partition("== Learning ==")[2].split())
    (council,) = class_of(lesson).councils
    assert [(rating.seat, rating.rating, rating.words) for rating in council.review.ratings] == [
        ("", "P", "Well seen.")
    ]
    assert examine(read_log(council.played.path)).sound


def test_in_a_lesson_of_several_councils_everybody_is_forgotten_once(tmp_path: Path) -> None:
    folder = lesson_of_councils(tmp_path / "class", "Marl", "Esker")
    forgotten = forget(read_class(folder))
    assert (forgotten.people, forgotten.saves) == (2, ("council.crisis", "council-2.crisis"))
    kept = read_lesson(folder)
    assert all(who.name.startswith("p-") for who in kept.attendees)
    assert len({who.name for who in kept.attendees}) == len(kept.attendees) == 2
    assert [who.council for who in kept.attendees] == ["Marl", "Esker"]
