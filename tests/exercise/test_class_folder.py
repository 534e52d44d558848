"""A class as a folder: who is in it, and one sentence for each thing that is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from crisis_game.exercise import lesson_file
from crisis_game.exercise.class_folder import read_class
from crisis_game.exercise.people import People, Person, keep_people
from crisis_game.exercise.save import SaveError
from tests.debrief.councils import class_of, lesson_of_councils
from tests.exercise.lessons import come_in, lesson_in
from tests.exercise.playing import TINY, as_it_lies, new_game


def council(path: Path, name: str = "", seat: str = "AAA", scenario: str = TINY) -> None:
    """A save that has just begun."""
    game = new_game(path, seat, scenario=scenario)
    if name:
        keep_people(game, People((Person("AAA", name),)))
    game.close()


def test_each_save_of_a_folder_is_a_council_with_the_people_it_names(tmp_path: Path) -> None:
    council(tmp_path / "red.crisis", "Ines")
    council(tmp_path / "blue.crisis")
    before = as_it_lies(tmp_path)
    folder = read_class(tmp_path)
    assert [each.name for each in folder.councils] == ["blue", "red"]
    assert [[person.name for person in each.people] for each in folder.councils] == [[], ["Ines"]]
    assert folder.councils[1].people[0].key == folder.councils[1].people[0].seat == "AAA"
    assert (folder.scenario, folder.left_out, folder.lesson) == ("tiny", (), None)
    assert as_it_lies(tmp_path) == before


def test_councils_of_a_lesson_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for name in ("council-10", "council", "council-2", "zulu"):
        council(tmp_path / f"{name}.crisis")
    assert [each.name for each in read_class(tmp_path).councils] == ["zulu", "council", "council-2", "council-10"]


def test_a_lessons_file_has_its_people(tmp_path: Path) -> None:
    lesson = lesson_in(tmp_path)
    keys = come_in(lesson, "Ines", "Paul")
    lesson.begin()
    lesson.close()
    folder = read_class(lesson.folder)
    assert [person.key for person in folder.councils[0].people] == keys
    assert folder.lesson is not None
    assert folder.lesson.attendees == folder.councils[0].people


def fault(folder: Path) -> str:
    with pytest.raises(SaveError) as raised:
        read_class(folder)
    assert "\n" not in str(raised.value)
    return str(raised.value)


def test_what_is_wrong_is_one_sentence(tmp_path: Path) -> None:
    assert "no such folder" in fault(tmp_path / "none")
    assert "no save in it" in fault(tmp_path)
    lesson_in(tmp_path).close()
    assert f"such as {tmp_path / 'lesson'}" in fault(tmp_path)
    (tmp_path / "torn.crisis").write_bytes(b"SQLite format 3\0torn")
    assert "none of its saves can be read" in fault(tmp_path)
    council(tmp_path / "red.crisis")
    council(tmp_path / "strait.crisis", seat="BRE", scenario="first-watch")
    assert "red.crisis of tiny and strait.crisis of first-watch" in fault(tmp_path)
    (tmp_path / lesson_file.FILE).write_text("{}", encoding="utf-8")
    assert "no lesson that can be gone on with" in fault(tmp_path)


def test_a_damaged_save_is_named_and_left_out(tmp_path: Path) -> None:
    council(tmp_path / "red.crisis")
    (tmp_path / "torn.crisis").write_bytes((tmp_path / "red.crisis").read_bytes()[:9000])
    folder = read_class(tmp_path)
    assert [each.name for each in folder.councils] == ["red"]
    assert [each.name for each in folder.left_out] == ["torn.crisis"]
    assert "damaged" in folder.left_out[0].why


def test_a_save_with_odd_rows_of_people_is_one_without_names(tmp_path: Path) -> None:
    game = new_game(tmp_path / "red.crisis")
    game.keep("people", [{"seat": ["AAA"], "name": 3}, "x"])
    game.close()
    assert read_class(tmp_path).councils[0].people == ()


def test_councils_of_one_lesson_have_its_names_and_each_its_people(tmp_path: Path) -> None:
    folder = read_class(lesson_of_councils(tmp_path / "class", "Marl", "Esker", "Orm"))
    assert [(each.name, each.save.name) for each in folder.councils] == [
        ("Marl", "council.crisis"),
        ("Esker", "council-2.crisis"),
        ("Orm", "council-3.crisis"),
    ]
    assert [[person.key for person in each.people] for each in folder.councils] == [["p1"], ["p2"], ["p3"]]
    assert [council.finished for council in class_of(folder.path).councils] == [True] * 3
