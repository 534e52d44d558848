"""The gradebooks of Moodle and Canvas, filled: who is, who is not, and what stays as it was."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from crisis_game.cli import main
from crisis_game.debrief.personal_grades import PersonalGrade, personal_grades
from crisis_game.paper.csv_cells import BOM
from crisis_game.paper.gradebook import Filled, GradebookError, fill
from crisis_game.texts import Wording
from tests.debrief.councils import by_people, class_of, lesson_of_a_pair

Out = pytest.CaptureFixture[str]

MOODLE = (
    '"First name","Last name","ID number",Institution,Department,"Email address","Assignment: Crisis (Real)",'
    '"Assignment: Crisis (Feedback)","Course total (Real)","Last downloaded from this course"\n'
    'Ines,K.,0017,,,ines@example.org,-,-,"12,5",1764500000\n'
    "Paul,R.,,,,PAUL@example.org,-,,,1764500000\n"
    "Nobody,Else,0099,,,else@example.org,-,-,-,1764500000\n"
)
"""As Moodle writes it: quotes where there are blanks, `-` for no grade."""

CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Crisis (4711),Essay (4712),Final Score\r\n"
    ",,,,,Manual Posting,,\r\n"
    "    Points Possible,,,,,50.00,10.00,(read only)\r\n"
    '"K., Ines",901,0017,ines,A,,9,90.00\r\n'
    '"R., Paul",902,x18,paul@example.org,A,EX,8,80.00\r\n'
    '"M., Sara",903,,sara@example.org,A,12,7\r\n'
    '"Student, Test",904,,d41d8cd98f00,A,,,\r\n'
)
"""As Canvas writes it: a row that says which grades are hidden, one of points possible, its test student last."""


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lesson_of_a_pair(tmp_path_factory.mktemp("lesson") / "class")


@pytest.fixture(scope="module")
def grades(lesson: Path) -> tuple[PersonalGrade, ...]:
    return personal_grades(class_of(lesson))


def rows(data: bytes, divider: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=divider))


def told(filled: Filled) -> list[str]:
    return [Wording().say(remark) for remark in filled.remarks]


def test_grades_are_of_what_each_did_and_the_seats_stand_beside(grades: tuple[PersonalGrade, ...]) -> None:
    ines, paul, sara = grades
    points = {grade.attendee.key: {line.id: line.points for line in grade.lines} for grade in grades}
    assert (points["p1"]["took-part"], points["p1"]["reasons"]) == (40, 0)
    assert (points["p2"]["took-part"], points["p2"]["reasons"]) == (0, 30)
    assert (points["p3"]["took-part"], points["p3"]["reasons"]) == (0, 0)
    assert ines.seat_points == paul.seat_points == 100
    assert (ines.shares, sara.shares) == (2, 1)
    assert {evidence.part for evidence in ines.evidence} == {"took-part"}
    assert {evidence.part for evidence in paul.evidence} <= {"reasons", "opinions"}
    assert not {evidence.entry for evidence in ines.evidence} & {evidence.entry for evidence in paul.evidence}


def test_a_vote_by_raised_hands_counts_for_all_of_its_seat_and_reasons_for_nobody(tmp_path: Path) -> None:
    folder = lesson_of_a_pair(tmp_path / "class", acting=False)
    points = {
        grade.attendee.key: {line.id: line.done for line in grade.lines} for grade in personal_grades(class_of(folder))
    }
    assert points["p1"]["took-part"] == points["p2"]["took-part"] == 1
    assert points["p3"]["took-part"] == points["p1"]["reasons"] == 0


def test_moodles_is_filled_by_id_and_by_e_mail(grades: tuple[PersonalGrade, ...]) -> None:
    filled = fill(MOODLE.encode(), "Crisis", grades, Wording())
    was, now = rows(MOODLE.encode()), rows(filled.data)
    assert [row[6] for row in now] == [was[0][6], "70", "60", "-"]
    assert now[1][7].startswith("Votes of one's own 40/40 (2 of 2).")
    assert "The seat was shared; all that was done for it would earn 100." in now[1][7]
    assert [row[:6] + row[8:] for row in now] == [row[:6] + row[8:] for row in was]
    assert b'"12,5",1764500000\n' in filled.data
    assert filled.count == 2
    assert told(filled) == [
        "Line 4: Nobody Else is in the file, and not in the class.",
        "Sara M. (council) is in the class, and not in the file.",
    ]


def test_canvas_is_filled_and_its_rows_of_its_own_stay(grades: tuple[PersonalGrade, ...]) -> None:
    filled = fill(CANVAS.encode(), "crisis", grades, Wording())
    lines, now = CANVAS.split("\r\n"), filled.data.decode().split("\r\n")
    assert now[:3] == lines[:3]
    assert now[3] == '"K., Ines",901,0017,ines,A,70,9,90.00'
    assert now[4] == lines[4]
    assert now[5] == '"M., Sara",903,,sara@example.org,A,30,7'
    assert told(filled) == [
        "Line 3: points there are out of 50.00, and those filled in are out of 100.",
        "Line 7: Student, Test is in the file, and not in the class.",
        "Line 5: EX stands there for =Paul R., and is kept.",
    ]


def test_all_who_share_a_seat_can_have_its_points(grades: tuple[PersonalGrade, ...]) -> None:
    filled = fill(MOODLE.encode(), "Crisis", grades, Wording(), by_seat=True)
    assert [row[6] for row in rows(filled.data)[1:3]] == ["100", "100"]


@pytest.mark.parametrize("divider", [";", "\t"])
def test_mark_divider_and_line_ends_stay(grades: tuple[PersonalGrade, ...], divider: str) -> None:
    head = divider.join(("E-Mail", "Crisis", "Crisis feedback"))
    data = BOM + f"{head}\r\nines@example.org{divider}{divider}\r\n".encode()
    filled = fill(data, "Crisis", grades, Wording())
    assert filled.data.startswith(BOM + f"{head}\r\nines@example.org{divider}70{divider}".encode())
    assert filled.data.endswith(b"\r\n")
    assert rows(filled.data, divider)[1][2].startswith("Votes")


def test_the_feedback_goes_where_it_is_told_to_go(grades: tuple[PersonalGrade, ...]) -> None:
    data = b"email,Crisis,Comment\nines@example.org,,\n"
    assert rows(fill(data, "Crisis", grades, Wording()).data)[1][2] == ""
    assert rows(fill(data, "Crisis", grades, Wording(), "comment").data)[1][2].startswith("Votes")


def test_a_short_row_grows_as_far_as_it_must(grades: tuple[PersonalGrade, ...]) -> None:
    filled = fill(b"email,a,Crisis,b\nines@example.org\n", "Crisis", grades, Wording())
    assert filled.data == b"email,a,Crisis,b\nines@example.org,,70\n"


def test_who_stands_twice_is_told_and_not_filled_in(grades: tuple[PersonalGrade, ...]) -> None:
    twice = b"id,email,Crisis\n0017,,\n,ines@example.org,\n0018,sara@example.org,\n"
    filled = fill(twice, "Crisis", grades, Wording())
    assert filled.data == twice
    assert told(filled) == [
        "Line 4: =Paul R. (council) and Sara M. (council) of the class have the id or e-mail of this line, "
        "and are not filled in.",
        "Ines K. stands in lines 2 and 3 of the file, and is not filled in.",
    ]


@pytest.mark.parametrize(
    ("data", "column", "sentence"),
    [
        (b"", "Crisis", "there is nothing in it."),
        (b"name,Crisis\nInes K.,\n", "Crisis", "no column has ids or e-mail addresses"),
        (b"id,Essay\n0017,\n", "Crisis", "there is no column Crisis; there are id and Essay."),
        (b"id,Quiz: Crisis (Real),Quiz: Crisis (Letter)\n", "Crisis", "several columns are Crisis"),
        (b"id,Crisis,Crisis\n", "Crisis", "several columns are Crisis"),
    ],
)
def test_what_cannot_be_filled_is_one_sentence(
    grades: tuple[PersonalGrade, ...], data: bytes, column: str, sentence: str
) -> None:
    with pytest.raises(GradebookError) as raised:
        fill(data, column, grades, Wording())
    assert Wording().say(raised.value.fault).startswith(sentence)


def test_nothing_that_is_written_begins_a_formula(grades: tuple[PersonalGrade, ...]) -> None:
    filled = fill(MOODLE.encode(), "Crisis", grades, Wording())
    changed = [(row[6], row[7]) for row in rows(filled.data)[1:3]]
    assert not [cell for cells in changed for cell in cells if cell[:1] in "=+-@\t\r"]


def test_the_verb_writes_a_new_file_and_never_over_one(lesson: Path, tmp_path: Path, capsys: Out) -> None:
    book = tmp_path / "gradebook.csv"
    book.write_text(MOODLE, encoding="utf-8", newline="")
    words = ["report", str(lesson), "--fill", str(book), "--column", "Crisis"]
    assert main(words) == 0
    assert "2 filled in" in capsys.readouterr().out
    filled = tmp_path / "gradebook-filled.csv"
    assert rows(filled.read_bytes())[1][6] == "70"
    assert book.read_text(encoding="utf-8") == MOODLE
    assert main(words) == 2
    assert main([*words, "--out", str(book)]) == 2
    assert "a file of this name already" in capsys.readouterr().err
    assert book.read_text(encoding="utf-8") == MOODLE
    assert main([*words[:3], str(tmp_path / "none.csv"), *words[4:]]) == 2
    assert main(words[:4]) == 2
    assert main(["report", "no-save", "--fill", str(book)]) == 2
    assert "--fill is for a class" in capsys.readouterr().err


def test_grades_as_a_table_of_their_own(lesson: Path, capsys: Out) -> None:
    assert main(["report", str(lesson), "--format", "csv"]) == 0
    printed = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["id"], row["points"], row["points of the seat"]) for row in printed] == [
        ("0017", "70", "100"),
        ("0018", "60", "100"),
        ("", "30", "30"),
    ]
    assert printed[1]["name"] == "'=Paul R."


def test_a_list_gives_ids_to_those_who_played_at_keyboards(tmp_path: Path, capsys: Out) -> None:
    by_people(tmp_path / "saves" / "red.crisis", {"AAA": "Ines"})
    by_people(tmp_path / "saves" / "blue.crisis", {"AAA": "Ines"})
    listed = tmp_path / "class.csv"
    listed.write_text("name;group;student id\nines;red;0017\nInes;blue;0018\nPaul;;0019\n", encoding="utf-8")
    assert main(["report", str(tmp_path / "saves"), "--format", "csv", "--roster", str(listed)]) == 0
    printed = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["council"], row["id"]) for row in printed] == [("blue", "0018"), ("red", "0017")]
    listed.write_text("group;student id\nred;0017\n", encoding="utf-8")
    assert main(["report", str(tmp_path / "saves"), "--format", "csv", "--roster", str(listed)]) == 2
    assert "no column of it is headed name" in capsys.readouterr().err
