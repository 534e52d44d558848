"""A class as a file: usual spellings, faults told with line and column, and personal links."""

from __future__ import annotations

import csv
import io
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import Begin, Done, apply
from crisis_game.exercise.lesson_file import digest
from crisis_game.exercise.roster import LARGEST, FaultyRosterError, councils_of, read_roster, roster
from crisis_game.exercise.session_opening import read
from crisis_game.exercise.sitting import PERSON
from crisis_game.pages.entrance import Entrance
from crisis_game.paper.slips import FILE, write_slips
from crisis_game.texts import Wording
from tests.exercise.lessons import lesson_in

SCENARIO = read("first-watch")[0]
FIRST, SECOND = SCENARIO.members[:2]
ENTRANCE = Entrance("http://192.168.1.20:8000", "AB2CD3", "folder", "192.168.1.20")


@pytest.fixture
def lesson(tmp_path: Path) -> Iterator[Lesson]:
    opened = lesson_in(tmp_path)
    yield opened
    opened.close()


def faults(words: str, *councils: str) -> list[str]:
    with pytest.raises(FaultyRosterError) as refused:
        roster(words, SCENARIO, councils)
    return [Wording().say(fault) for fault in refused.value.faults]


@pytest.mark.parametrize(
    "words",
    [
        f"id,e-mail,name,council,seat\n17,sara@example.org,Sara Mint,Marl,{FIRST}\n",
        f"seat;Name;E-Mail;ID\n{FIRST};Sara Mint;sara@example.org;17\n",
        f"Full name\tUsername\tEmail address\tCountry\r\nSara Mint\t17\tsara@example.org\t{FIRST.lower()}\r\n",
        f'\ufeff"name","student_id","mail","seat","remark"\n"Sara Mint","17","sara@example.org","{FIRST}","a, b; c"\n',
    ],
    ids=["commas", "semicolons", "tabs", "marked"],
)
def test_usual_spellings_are_one_roster(words: str, tmp_path: Path) -> None:
    path = tmp_path / "class.csv"
    path.write_text(words, encoding="utf-8", newline="")
    (sara,) = read_roster(path, SCENARIO)
    assert (sara.key, sara.name, sara.seat, sara.id, sara.email) == ("p1", "Sara Mint", FIRST, "17", "sara@example.org")
    assert sara.tokens == ()


def test_a_seat_is_named_by_id_letter_or_name_or_left_to_the_lesson() -> None:
    state = SCENARIO.states[SECOND]
    name = state.name.in_language("en")
    people = roster(f"name,seat\nA,{SECOND}\nB,{state.sign.lower()}\nC,{name.upper()}\nD,\nE,\n", SCENARIO)
    assert [person.seat for person in people[:3]] == [SECOND] * 3
    assert {person.seat for person in people[3:]} & {SECOND} == set()
    assert len({person.seat for person in people[3:]}) == 2


def test_the_councils_that_a_file_names_play_however_they_are_spelt() -> None:
    people = roster("name,council\nSara,Marl\nTheo,Esker\nMia,marl\n", SCENARIO)
    assert [(person.name, person.council) for person in people] == [
        ("Sara", "Marl"),
        ("Theo", "Esker"),
        ("Mia", "Marl"),
    ]
    assert councils_of(people) == ("Marl", "Esker")


def test_who_has_no_council_or_seat_comes_where_the_fewest_are() -> None:
    people = roster(f"name,council,seat\nSara,Marl,{FIRST}\nTheo,,\nMia,,\nJon,,\n", SCENARIO, ("Marl", "Esker"))
    assert [person.council for person in people] == ["Marl", "Esker", "Marl", "Esker"]
    assert [person.seat for person in people[:2]] == [FIRST, FIRST]
    assert len({(person.council, person.seat) for person in people}) == 4


def test_a_council_that_does_not_play_is_told_with_those_that_do() -> None:
    told = faults("name,council\nSara,Orm\n", "Marl", "Esker")
    assert told == ["Line 2, column council: there is no council Orm; councils are Marl, Esker."]
    assert "none of them a /" in faults("name,council\nSara,a/b\n")[0]


def test_more_councils_than_a_lesson_has_are_refused() -> None:
    rows = "".join(f"Person {n},Council {n}\n" for n in range(9))
    assert faults(f"name,council\n{rows}") == ["It names 9 councils, and a lesson has at most 8."]


def test_every_fault_is_told_with_its_line_and_column() -> None:
    words = (
        "name,seat,e-mail,id\n"
        "Sara,XYZ,sara@example.org,1\n"
        ",,,2\n"
        '"Theo\nin two lines",,,3\n'
        "Mia,,mia example,1\n"
        "sara,,SARA@example.org,4\n"
    )
    told = faults(words)
    known = ", ".join(SCENARIO.members)
    assert told[0] == f"Line 2, column seat: there is no seat XYZ; seats are {known}."
    assert told[1] == "Line 3, column name: there is no name."
    assert told[2].startswith("Line 4, column name: a name has at most 24 letters")
    assert "Line 6, column id: 1 stands in line 2 too." in told
    assert "Line 6, column e-mail: mia example is no address." in told
    assert "Line 7, column name: sara stands in line 2 too." in told
    assert "Line 7, column e-mail: SARA@example.org stands in line 2 too." in told


@pytest.mark.parametrize("words", ["", "\n\n", "name\n", "name,seat\n,\n"])
def test_an_empty_file_says_so(words: str) -> None:
    assert any("There is nobody in this file" in sentence or "no name" in sentence for sentence in faults(words))


def test_without_a_column_of_names_nobody_is_read() -> None:
    assert faults("surname,seat\nMint,ALD\n") == [
        "Line 1: no column is headed name; heads may be id, e-mail, name, council, seat."
    ]


def test_two_columns_of_one_kind_are_told() -> None:
    assert faults("name,mail,e-mail\nSara,a@b,c@d\n") == ["Line 1, column e-mail: there are two columns of this kind."]


def test_bytes_that_are_not_utf_8_are_told_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "class.csv"
    path.write_bytes(b"name\nSara\nJ\xf6rg\n")
    with pytest.raises(FaultyRosterError) as refused:
        read_roster(path, SCENARIO)
    assert [Wording().say(fault) for fault in refused.value.faults] == [
        "Line 3: this is not UTF-8; save the file as CSV UTF-8."
    ]


def test_a_file_that_is_missing_or_huge_is_one_sentence(tmp_path: Path) -> None:
    huge = tmp_path / "huge.csv"
    huge.write_bytes(b"x" * (LARGEST + 2))
    for path in (tmp_path / "none.csv", huge, tmp_path):
        with pytest.raises(FaultyRosterError) as refused:
            read_roster(path, SCENARIO)
        assert len(refused.value.faults) == 1


@given(st.text(max_size=300))
def test_no_words_end_in_a_traceback_or_in_silence(words: str) -> None:
    assert told_or_read(words)


def told_or_read(words: str) -> bool:
    """Whether somebody is read, or it is said why not."""
    try:
        return bool(roster(words, SCENARIO))
    except FaultyRosterError as refused:
        return bool(refused.faults)


NAMES = st.lists(
    st.text("abcdefgäöü ,;\"'", min_size=1, max_size=20).map(str.strip).filter(bool), min_size=1, max_size=8
)


@given(NAMES, st.sampled_from(",;\t"))
def test_what_a_spreadsheet_writes_is_read_again(names: list[str], divider: str) -> None:
    once = list({name.casefold(): name for name in names}.values())
    out = io.StringIO()
    writer = csv.writer(out, delimiter=divider)
    writer.writerow(["id", "name", "seat"])
    writer.writerows([number, name, FIRST] for number, name in enumerate(once))
    assert [person.name for person in roster(out.getvalue(), SCENARIO)] == once


# Personal links -----------------------------------------------------------------------------------------------------


def test_slips_are_written_once_for_their_owner_alone(lesson: Lesson) -> None:
    lesson.enrol(roster(f"name,seat\nSara <b>,{FIRST}\nTheo,{SECOND}\n", SCENARIO))
    path = write_slips(lesson, ENTRANCE)
    assert path == lesson.folder / FILE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    words = path.read_text(encoding="utf-8")
    assert "Sara &lt;b&gt;" in words
    links = [part.split("<")[0] for part in words.split("http://192.168.1.20:8000/s/")[1:]]
    assert [lesson.who(link) for link in links] == list(lesson.attendees)
    assert digest(links[0]) in (lesson.folder / "lesson.json").read_text(encoding="utf-8")
    assert links[0] not in (lesson.folder / "lesson.json").read_text(encoding="utf-8")
    with pytest.raises(FileExistsError):
        write_slips(lesson, ENTRANCE)


def test_who_has_a_link_has_come_in_only_once_it_is_opened(lesson: Lesson) -> None:
    lesson.enrol(roster(f"name,seat\nSara,{FIRST}\nTheo,{SECOND}\n", SCENARIO))
    links = {attendee.key: lesson.new_link(attendee.key) for attendee in lesson.attendees}
    assert lesson.councils[0].at(FIRST) == ()
    assert lesson.who(links["p1"]) == lesson.attendee("p1")
    lesson.hear("p1")
    assert [attendee.name for attendee in lesson.councils[0].at(FIRST)] == ["Sara"]
    assert lesson.who(links["p1"]) == lesson.attendee("p1")
    assert apply(lesson, Begin()) == Done()
    assert lesson.councils[0].session is not None
    assert lesson.councils[0].session.holders[SECOND] != PERSON
    lesson.hear("p2")
    assert lesson.councils[0].session.holders[SECOND] == PERSON


def test_a_link_and_a_name_are_one_person_after_a_restart(lesson: Lesson) -> None:
    lesson.enrol(roster(f"name,seat\nSara,{FIRST}\n", SCENARIO))
    link = lesson.new_link("p1")
    typed = lesson.join("sara")
    assert lesson.who(typed) is None
    lesson.let_in(lesson.knocks[0])
    lesson.close()
    again = Lesson.resume(lesson.folder)
    assert again.who(link) == again.who(typed) == again.attendee("p1")
