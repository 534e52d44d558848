"""Lists of planners elsewhere: they go in with one command each, what is left out is told, and they come out again."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Sequence
from datetime import time, timedelta
from pathlib import Path
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from crisis_game.cli import WRONG_USE, main
from crisis_game.scenario.library import ScenarioFiles, find
from crisis_game.scenario.reading.inject_editing import InjectsFile
from crisis_game.texts import Wording
from crisis_game.workshop.msel.clock import Clock, Course, clock_of
from crisis_game.workshop.msel.columns import heading_of
from crisis_game.workshop.msel.csv_sheet import csv_bytes, read_csv
from crisis_game.workshop.msel.intake import Intake, take_in
from crisis_game.workshop.msel.other_kinds import check_kind
from crisis_game.workshop.msel.returned import listing_like
from crisis_game.workshop.msel.sheet import SheetError
from crisis_game.workshop.msel.spellings import channel_of, is_everybody
from crisis_game.workshop.msel.times import BEATS, When
from crisis_game.workshop.msel.wishes import NO_WISHES, WishError, Wishes, wishes_of
from crisis_game.workshop.msel.xlsx_sheet import read_xlsx, xlsx_bytes
from tests.workshop import planners_lists
from tests.workshop.planners_lists import PlannersList

SCENARIO = Path(__file__).parents[2] / "docs" / "authors" / "tutorial-finished.yaml"
LISTS = {name: value for name, value in vars(planners_lists).items() if isinstance(value, PlannersList)}
PAGE = [["No", "Time", "To", "Title", "Text"], ["1", "T+2", "all", "Radar", "It is dark."]]


@pytest.fixture(scope="module")
def tutorial() -> InjectsFile:
    return InjectsFile(find(str(SCENARIO)))


def taken(rows: Sequence[Sequence[str]], written: InjectsFile, wishes: Wishes = NO_WISHES) -> Intake:
    return take_in(read_csv("list.csv", csv_bytes(rows)), written, wishes)


def told(intake: Intake) -> str:
    return "\n".join(Wording().say(remark.said()) for remark in intake.remarks)


def times_of(rows: list[list[str]], written: InjectsFile, wishes: Wishes = NO_WISHES) -> list[str]:
    """The round and beat of each new inject."""
    intake = taken(rows, written, wishes)
    assert intake.after is not None, told(intake)
    return [When.of(intake.after.entries[inject]).words() for inject in intake.added]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_goes_in_with_one_command_and_comes_out_unchanged(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed, scenario, out = tmp_path / "list.xlsx", tmp_path / "mine.yaml", tmp_path / "out.xlsx"
    listed.write_bytes(LISTS[name].workbook())
    shutil.copy(SCENARIO, scenario)
    assert main(["msel", str(listed), "--into", str(scenario), *LISTS[name].options]) == 0, capsys.readouterr().err
    assert re.search(rf"^{LISTS[name].injects} new, 0 changed, \d left out\n\Z", capsys.readouterr().out, re.MULTILINE)
    assert main(["check", str(scenario)]) == 0
    once = scenario.read_bytes()
    assert main(["msel", str(listed), "--into", str(scenario), *LISTS[name].options]) == 0
    assert scenario.read_bytes() == once, "it is known again"
    assert main(["msel", str(scenario), "--like", str(listed), "--to", str(out), *LISTS[name].options]) == 0
    assert read_xlsx("l", out.read_bytes()).rows == read_xlsx("l", listed.read_bytes()).rows


def test_lists_of_three_planners_go_into_one_scenario_and_each_comes_out_of_it(tmp_path: Path) -> None:
    scenario = tmp_path / "mine.yaml"
    shutil.copy(SCENARIO, scenario)
    three = ("HOSPITAL", "OPENAEV", "CRISIS_CELL")
    for name in three:
        (tmp_path / f"{name}.xlsx").write_bytes(LISTS[name].workbook())
        assert main(["msel", str(tmp_path / f"{name}.xlsx"), "--into", str(scenario), *LISTS[name].options]) == 0
    for name in three:
        listed, out = tmp_path / f"{name}.xlsx", tmp_path / f"{name}-out.xlsx"
        assert main(["msel", str(scenario), "--like", str(listed), "--to", str(out), *LISTS[name].options]) == 0
        assert read_xlsx("l", out.read_bytes()).rows == read_xlsx("l", listed.read_bytes()).rows


def test_the_hospital_s_rows_are_what_they_say(tutorial: InjectsFile) -> None:
    wishes = wishes_of([], ["ED=MEL,Lab=ORD"], "09:00", "09:40")
    intake = take_in(read_xlsx("h.xlsx", LISTS["HOSPITAL"].workbook()), tutorial, wishes)
    assert intake.after is not None
    assert intake.after.entries["inject-02-patients-arrive-several-unknow"] == {
        "title": "10 patients arrive, several unknown identities",
        "round": 1,
        "at": "orders",
        "to": ["MEL", "ORD"],
        "channel": "letter",
        "text": "10 patients arrive, several unknown identities",
        "expected": "Two triage areas",
    }
    assert "cell A1: note: these 2 rows stand above the headings in row 4 and are not read" in told(intake)
    assert "row 8: note: the row has no id, no title and no text, and is left out" in told(intake)


def test_sections_are_told_and_become_comments(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed, scenario = tmp_path / "list.xlsx", tmp_path / "mine.yaml"
    listed.write_bytes(LISTS["OPENAEV"].workbook())
    shutil.copy(SCENARIO, scenario)
    assert main(["msel", str(listed), "--into", str(scenario), *LISTS["OPENAEV"].options]) == 0
    assert (
        "# Phase 2: open crisis\nnew: a-call-2 (round 2, situation; to MEL, ORD) A call\n4 new"
        in capsys.readouterr().out
    )
    assert "  # Phase 1: first signs\n  radar-is-dark:\n" in scenario.read_text(encoding="utf-8")


def test_a_dry_run_tells_what_would_come_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = tmp_path / "list.xlsx"
    listed.write_bytes(LISTS["OPENAEV"].workbook())
    before = SCENARIO.read_bytes()
    assert main(["msel", str(listed), "--into", str(SCENARIO), "--dry-run", *LISTS["OPENAEV"].options]) == 0
    told_of = capsys.readouterr()
    assert "new: rumours (round 1, situation; to all) Rumours" in told_of.out
    assert told_of.out.endswith("\n4 new, 0 changed, 1 left out\n")
    assert "cell E9: note: nobody whom the row names takes part; it is left out" in told_of.err
    assert "these columns are not read: Score (I2)" in told_of.err
    assert SCENARIO.read_bytes() == before


def test_what_the_author_changed_stands_in_the_planner_s_own_row(tutorial: InjectsFile) -> None:
    rows = [["Exercise: Radar", ""], *PAGE, ["", "", "", "Phase 2", ""], ["2", "T+9", "Mellin", "Tug", "It is gone."]]
    listed = read_csv("list.csv", csv_bytes(rows))
    intake = take_in(listed, tutorial)
    assert intake.after is not None
    files = intake.after.files
    edited = (
        files.contents[files.main]
        .replace(b"It is dark.", b"It works.")
        .replace(b"to: [MEL]\n    text: It", b"text: It")
    )
    after = InjectsFile(ScenarioFiles(files.main, MappingProxyType({**files.contents, files.main: edited})))
    returned = listing_like(listed, after, Wishes())
    assert [list(row) for row in returned.rows] == [
        ["Exercise: Radar", ""],
        PAGE[0],
        ["1", "T+2", "all", "Radar", "It works."],
        ["", "", "", "Phase 2", ""],
        ["2", "T+9", "all", "Tug", "It is gone."],
    ]
    whole = listing_like(listed, after, Wishes(), whole=True)
    assert [row[5] for row in whole.rows[1:3]] == ["id", "radar"]
    assert [row[5] for row in whole.rows[5:]] == ["nine-days", "barges", "varn-speaks", "second-reading", "third-well"]
    back = take_in(read_csv("list.csv", csv_bytes(whole.rows)), after)
    assert (back.added, back.changed, back.errors) == ((), (), ())


def test_a_row_whose_inject_is_gone_is_left_out_of_what_comes_back(tutorial: InjectsFile) -> None:
    returned = listing_like(read_csv("list.csv", csv_bytes(PAGE)), tutorial, Wishes())
    assert [list(row) for row in returned.rows] == PAGE[:1]
    assert returned.left_out == 1


@pytest.mark.parametrize(
    ("column", "spellings"),
    [
        ("number", ["Event #", "Inject #", "Seq No", "#", "MSEL Number", "Lfd. Nr.", "N°", "Nº", "N.º"]),
        (
            "time",
            [
                "Event\nTime",
                "Trigger time",
                "Scenario Time",
                "Date/Time Delivered",
                "Uhrzeit",
                "Horaire",
                "Hora",
                "T+min",
            ],
        ),
        (
            "to",
            [
                "Recipient Player(s)",
                "Recipient(s)",
                "Recipient (To)",
                "RECIPIENTS:",
                "Teams",
                "Empfänger",
                "Destinataires",
            ],
        ),
        ("from", ["Originator (From)", "Sender", "Absender", "Émetteur", "Emetteur", "Remitente"]),
        ("text", ["Inject Description", "Content", "Einlage", "Stimuli", "Descripción", "Event Descriptions"]),
        ("method", ["Delivery Method", "Method of Delivery", "Mittel", "Moyen", "Medio"]),
        (
            "expected action",
            ["Expected Response", "Expected Outcome", "Expected Player Action(s)", "Réaction attendue"],
        ),
        ("title", ["Subject", "Betreff", "Objet", "Asunto", "Inject title"]),
    ],
)
def test_headings_in_their_many_spellings(column: str, spellings: list[str]) -> None:
    assert {
        spelling: heading and heading.column.heading for spelling in spellings if (heading := heading_of(spelling))
    } == (dict.fromkeys(spellings, column))


@pytest.mark.parametrize("heading", ["Controller", "Notes", "Status", "Objective", "", "12", "..."])
def test_what_is_no_heading_of_ours_is_none(heading: str) -> None:
    assert heading_of(heading) is None


def test_headings_below_titles_and_beside_empty_columns(tutorial: InjectsFile) -> None:
    rows = [["", "Exercise: Harbour"], [], ["", *PAGE[0]], [], ["", *PAGE[1]]]
    intake = taken(rows, tutorial)
    assert intake.added == ("radar",)
    assert "cell B1: note: this row stands above the headings in row 3 and is not read" in told(intake)


def test_a_column_without_a_heading_is_told(tutorial: InjectsFile) -> None:
    intake = taken([["", *PAGE[0]], ["mine", *PAGE[1]]], tutorial)
    assert "cell A2: note: this cell has no heading above it and is not read" in told(intake)


def test_a_second_column_of_one_meaning_is_told(tutorial: InjectsFile) -> None:
    intake = taken([[*PAGE[0], "Scenario time"], [*PAGE[1], "later"]], tutorial)
    assert "cell F1: note: this column is not read: `Time` (B1) is read as `time` already" in told(intake)
    named = taken(
        [[*PAGE[0], "Scenario time"], [*PAGE[1], "T+9"]], tutorial, wishes_of(["Scenario time=time"], [], None, None)
    )
    assert named.after is not None
    assert named.after.entries["radar"]["round"] == 2


def test_columns_that_are_named(tutorial: InjectsFile) -> None:
    rows = [["Wann", "Who gets it", "Headline", "What"], ["T+2", "Mellin", "Radar", "Dark."]]
    wishes = wishes_of(["Wann=time, Who gets it=to", "What=text"], [], None, None)
    intake = taken(rows, tutorial, wishes)
    assert intake.after is not None, told(intake)
    assert intake.after.entries["radar"] == {
        "title": "Radar",
        "round": 1,
        "at": "table",
        "to": ["MEL"],
        "text": "Dark.",
    }
    missing = taken(rows, tutorial, wishes_of(["Where=to"], [], None, None))
    assert "`--columns`: no heading is `where`; the headings are Wann, Who gets it, Headline and What" in told(missing)


@pytest.mark.parametrize(
    ("columns", "teams", "start", "end", "said"),
    [
        (["Time"], [], None, None, "`--columns`: `Time` does not say what is what"),
        (["Time=when"], [], None, None, "`Time` cannot be `when`; a column is"),
        ([], ["Blue="], None, None, "`--teams`: `Blue=` does not say what is what"),
        ([], [], "soon", None, "`--start`: `soon` is no time of day"),
        ([], [], "09:00", "never", "`--end`: `never` is no time after the start"),
        ([], [], None, "17:00", "`--end` as a time of day needs `--start`"),
    ],
)
def test_options_that_say_nothing_clear(
    columns: list[str], teams: list[str], start: str | None, end: str | None, said: str
) -> None:
    with pytest.raises(WishError) as refused:
        wishes_of(columns, teams, start, end)
    assert said in Wording().say(refused.value.words)


@pytest.mark.parametrize(
    ("cell", "clock"),
    [
        ("09:05", Clock(545, is_of_day=True)),
        ("09:05:00", Clock(545, is_of_day=True)),
        ("9:05 pm", Clock(1265, is_of_day=True)),
        ("0905 hrs", Clock(545, is_of_day=True)),
        ("09h05", Clock(545, is_of_day=True)),
        ("9.05 Uhr", Clock(545, is_of_day=True)),
        ("0.378472222", Clock(545, is_of_day=True)),
        ("2026-03-01 09:05:00", Clock(545, is_of_day=True, date=739676)),
        ("Day 2, 14:30", Clock(870, is_of_day=True, days=1)),
        ("D+1 09:00", Clock(540, is_of_day=True, days=1)),
        ("T+2", Clock(2, is_unsure=True)),
        ("T–5", Clock(-5, is_unsure=True)),
        ("T\u2212\u200b5", Clock(-5, is_unsure=True)),
        ("T+2h", Clock(120)),
        ("T+1:30", Clock(90)),
        ("M-5", Clock(-5)),
        ("D+1 H+3", Clock(1620)),
        ("J+1 H+2 M+5", Clock(1565)),
        ("StartEx", Clock(0)),
        ("+15 min", Clock(15)),
    ],
)
def test_times_of_planners(cell: str, clock: Clock) -> None:
    assert clock_of(cell) == clock


@pytest.mark.parametrize(
    "cell", ["", "2", "round 1, table", "1-Mar", "2026-03-01 00:00:00", "25:00", "9:75", "13 pm", "T+", "soon"]
)
def test_what_is_no_time_of_day(cell: str) -> None:
    assert clock_of(cell) is None


def test_clock_times_are_asked_for_once_and_laid_onto_beats(tutorial: InjectsFile) -> None:
    times = ["9:00", "09:02", "09:07", "09:09", "09:23"]
    rows = [["Time", "Title", "Text"], *([cell, f"Title {row}", "x"] for row, cell in enumerate(times))]
    without = taken(rows, tutorial)
    assert told(without).count("--start 09:00") == 1
    assert "cell A2: `9:00` and the times in other cells, 5 in all, are times of day" in told(without)
    assert times_of(rows, tutorial, Wishes(start=540)) == [
        "round 1, situation",
        "round 1, table",
        "round 1, answer",
        "round 2, situation",
        "round 3, answer",
    ]
    late = taken([*rows, ["09:24", "Late", "x"]], tutorial, Wishes(start=540))
    assert "cell A7: `09:24` is minute 24 of the exercise, and the lesson has 24: `--end` with the time" in told(late)


def test_the_whole_time_of_a_list_is_laid_over_the_lesson(tutorial: InjectsFile) -> None:
    rows = [["Time", "Title", "Text"], ["22:00", "A", "x"], ["01:00", "B", "x"], ["06:00", "C", "x"]]
    assert times_of(rows, tutorial, wishes_of([], [], "22:00", "06:00")) == [
        "round 1, situation",
        "round 2, situation",
        "round 3, answer",
    ]


@pytest.mark.parametrize(
    ("heading", "cells", "times"),
    [
        ("Time", ["T+2", "T+9"], ["round 1, table", "round 2, situation"]),
        ("T+min", ["0", "9"], ["round 1, situation", "round 2, situation"]),
        ("Time", ["T+0", "M+9"], ["round 1, situation", "round 2, situation"]),
        ("Time", ["round 2, table", "3"], ["round 2, table", "round 3, situation"]),
    ],
)
def test_relative_times_need_no_start(heading: str, cells: list[str], times: list[str], tutorial: InjectsFile) -> None:
    rows = [[heading, "Title", "Text"], *([cell, f"Title {row}", "x"] for row, cell in enumerate(cells))]
    assert times_of(rows, tutorial) == times


def test_t_counts_hours_where_other_cells_say_minutes(tutorial: InjectsFile) -> None:
    rows = [["Time", "Title", "Text"], ["T+2", "A", "x"], ["M+5", "B", "x"]]
    assert times_of(rows, tutorial, wishes_of([], [], None, "T+3h")) == ["round 3, situation", "round 1, situation"]
    assert "cell A2: note: `T+2` is read as hours" in told(taken(rows, tutorial, wishes_of([], [], None, "T+3h")))


def test_times_of_a_workbook(tutorial: InjectsFile) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["Time", "Title", "Text"])
    for number, value in enumerate((time(9, 2), timedelta(minutes=9), "09:10 ", 0.3819444444)):
        page.append([value, f"Title {number}", "x"])
    data = io.BytesIO()
    book.save(data)
    intake = take_in(read_xlsx("f.xlsx", data.getvalue()), tutorial, Wishes(start=540))
    assert intake.after is not None, told(intake)
    assert [When.of(intake.after.entries[inject]).words() for inject in intake.added] == [
        "round 1, table",
        "round 2, situation",
        "round 2, table",
        "round 2, table",
    ]


@given(st.integers(0, 23 * 60), st.integers(5, 300), st.integers(1, 9), st.none() | st.integers(1, 3000))
def test_each_minute_of_a_lesson_has_the_beat_that_is_open_then(
    minute: int, each: int, rounds: int, span: int | None
) -> None:
    course = Course(dict.fromkeys(BEATS, each), rounds, span)
    when = course.beat_at(minute)
    second = minute * 60 if span is None else minute * rounds * len(BEATS) * each / span
    if second > rounds * len(BEATS) * each:
        assert when is None
    elif when is not None:
        assert when.first is not None
        begins = ((when.first - 1) * len(BEATS) + BEATS.index(when.beat)) * each  # type: ignore[arg-type]
        assert begins - 1e-6 <= second <= begins + each + 1e-6


def test_teams_that_are_no_states_are_asked_for_once(tutorial: InjectsFile) -> None:
    rows = [["Title", "Text", "To"], ["A", "x", "Blue team, Mellin"], ["B", "x", "blue team"], ["C", "x", "Pellou"]]
    intake = taken(rows, tutorial)
    assert "cell C4: There is no state `Pellou`. Did you mean `PEL`?" in told(intake)
    assert intake.teams == ("Blue team", "Pellou")
    assert "cell C2: There is no state `Blue team`, here and in other cells, 2 in all." in told(intake)
    said = taken(
        [[*row, "1"] if number else [*row, "time"] for number, row in enumerate(rows)],
        tutorial,
        wishes_of([], ["Blue teams=ORD+PEL,Pellou=all"], None, None),
    )
    assert said.after is not None, told(said)
    assert [said.after.entries[inject].get("to") for inject in "abc"] == [["ORD", "PEL", "MEL"], ["ORD", "PEL"], None]


def test_a_team_that_stands_for_no_state_is_told(tutorial: InjectsFile) -> None:
    intake = taken(PAGE, tutorial, wishes_of([], ["Blue=XXX"], None, None))
    assert "`--teams`: there is no state `XXX` for `blue`; there are MEL, ORD" in told(intake)


def test_an_inject_for_nobody_does_not_go_to_all(tutorial: InjectsFile) -> None:
    rows = [[*PAGE[0]], ["1", "T+2", "Observers", "Secret", "x"], ["2", "T+2", "Observers, Mellin", "Half", "x"]]
    intake = taken(rows, tutorial, wishes_of([], ["Observers=-"], None, None))
    assert intake.after is not None
    assert intake.added == ("half",)
    assert intake.after.entries["half"]["to"] == ["MEL"]
    assert intake.left_out == 1


def test_ways_in_which_messages_come() -> None:
    assert [channel_of(cell) for cell in ("MARCS Radio", "Face-to Face", "Phone call", "e-mail", "TV", "Moyen")] == [
        "cable",
        "statement",
        "cable",
        "cable",
        "news",
        None,
    ]
    assert all(map(is_everybody, ("All players", "Tous", "ALLE", "todos", "everybody")))


def test_an_unknown_way_is_left_out_and_told_once(tutorial: InjectsFile) -> None:
    rows = [[*PAGE[0], "Method"], [*PAGE[1], "Smoke signs"], ["2", "1", "all", "B", "x", "Smoke signs"]]
    intake = taken(rows, tutorial)
    assert "cell F2: note: `Smoke signs`, here and in other cells, 2 in all, is left out" in told(intake)
    assert intake.after is not None
    assert "channel" not in intake.after.entries["radar"]


def test_equal_titles_are_told_apart_by_their_order(tutorial: InjectsFile) -> None:
    rows = [["Title", "Text", "Time"], ["A call", "one", "1"], ["A call", "two", "1"], ["A call", "three", "1"]]
    intake = taken(rows, tutorial)
    assert intake.added == ("a-call", "a-call-2", "a-call-3")
    assert intake.after is not None
    rows[2][1] = "two, again"
    again = taken(rows, intake.after)
    assert (again.added, again.changed) == ((), ("a-call-2",))


def test_a_row_without_a_title_is_known_by_its_number_when_its_text_changes(tutorial: InjectsFile) -> None:
    rows = [["No", "Text", "Time"], ["1", "A ship drifts.", "1"], ["2", "It burns.", "2"], ["3", "It sinks.", "3"]]
    intake = taken(rows, tutorial)
    assert intake.added == ("inject-1-a-ship-drifts", "inject-2-it-burns", "inject-3-it-sinks")
    assert intake.after is not None
    rows[1][1] = "A tanker drifts."
    again = taken(rows, intake.after)
    assert (again.added, again.changed) == ((), ("inject-1-a-ship-drifts",))


def test_two_planners_number_their_lists_alike_and_neither_changes_the_other_s(tutorial: InjectsFile) -> None:
    first = [["No", "Text", "Time"], ["1", "A ship drifts.", "1"], ["2", "It burns.", "2"]]
    second = [["No", "Text", "Time"], ["1", "The power fails.", "1"], ["2", "It is back.", "2"]]
    one = taken(first, tutorial)
    assert one.after is not None
    both = taken(second, one.after)
    assert (both.added, both.changed) == (("inject-1-the-power-fails", "inject-2-it-is-back"), ())
    assert both.after is not None
    assert not taken(first, both.after).changes
    second[1][1] = "The power fails again."
    again = taken(second, both.after)
    assert (again.added, again.changed) == (("inject-1-the-power-fails-again",), ()), (
        "whose number 1 it is cannot be told"
    )


def test_merged_cells_count_for_each_row(tutorial: InjectsFile) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    for row in (["Time", "Title", "Text"], ["2", "A", "x"], [None, "B", "y"], ["Late", None, None], ["3", "C", "z"]):
        page.append(row)
    page.merge_cells("A2:A3")
    page.merge_cells("A4:C4")
    data = io.BytesIO()
    book.save(data)
    intake = take_in(read_xlsx("f.xlsx", data.getvalue()), tutorial)
    assert intake.after is not None, told(intake)
    assert [intake.after.entries[inject]["round"] for inject in "abc"] == [2, 2, 3]
    assert intake.form.sections == {4: "Late"}


def test_the_sheet_with_the_list_is_read_and_not_its_cover(tutorial: InjectsFile) -> None:
    book = Workbook()
    cover = book.active
    assert cover is not None
    cover.append(["How to fill this in"])
    listed = book.create_sheet("Chronology")
    for row in PAGE:
        listed.append(row)
    data = io.BytesIO()
    book.save(data)
    sheet = read_xlsx("f.xlsx", data.getvalue())
    assert sheet.name == "Chronology"
    assert take_in(sheet, tutorial).added == ("radar",)


CELLS = st.sampled_from(
    ["", "id", "Title", "Text", "Time", "Teams", "T+2", "09:05", "D+1 H-3", "Mellin", "all", "-", "#REF!", "x: #1", "٣"]
) | st.text(max_size=12)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=6), max_size=8), st.sampled_from(sorted(LISTS)))
def test_any_cells_are_taken_in_or_told(rows: list[list[str]], name: str) -> None:
    written = InjectsFile(find(str(SCENARIO)))
    head = [str(cell or "") for cell in next(row for row in LISTS[name].rows if len(row) > 4)]
    for table in (rows, [head, *rows]):
        intake = taken(table, written, Wishes(start=540))
        assert all(Wording().say(remark.said()) for remark in intake.remarks)
        assert (intake.after is None) == bool(intake.errors)
        if intake.after is not None:
            assert not taken(table, intake.after, Wishes(start=540)).added, "what came in is known again"


@given(st.text("TDHMJ+-0123456789 :.hminapruz/,", max_size=14))
def test_any_time_is_read_or_not(cell: str) -> None:
    clock = clock_of(cell)
    assert clock is None or isinstance(clock.elapsed(0, 0), int | float)


def test_hostile_cells_stay_words(tutorial: InjectsFile, tmp_path: Path) -> None:
    hostile = "=cmd|'/c calc'!A1 [bold]x[/bold] \x1b[31m <script> # no comment: {a: b}\u202e"
    intake = taken([PAGE[0], ["1", "1", "all", "Radar", hostile]], tutorial)
    assert intake.after is not None, told(intake)
    assert intake.after.entries["radar"]["text"] == hostile.replace("\x1b", "")
    section = taken([PAGE[0], ["# evil:\x1b[31m\n  id: x"], PAGE[1]], tutorial)
    assert section.after is not None, told(section)
    assert set(section.after.entries) - set(tutorial.entries) == {"radar"}


def with_merges(*ranges: str) -> bytes:
    """A workbook with `PAGE` and merged cells as no spreadsheet would write them."""
    merges = "".join(f'<mergeCell ref="{cells}"/>' for cells in ranges).encode()
    out = io.BytesIO()
    with ZipFile(io.BytesIO(xlsx_bytes(PAGE))) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            words = old.read(part).replace(b"</sheetData>", b"</sheetData><mergeCells>" + merges + b"</mergeCells>")
            new.writestr(part, words)
    return out.getvalue()


def test_too_many_merged_cells_are_refused() -> None:
    with pytest.raises(SheetError) as refused:
        read_xlsx("f.xlsx", with_merges(*(f"A{row}:B{row}" for row in range(1, 6_000))))
    assert "merged cells" in Wording().say(refused.value.remarks[0].message)


def test_cells_merged_over_all_the_sheet_are_but_one(tutorial: InjectsFile) -> None:
    sheet = read_xlsx("f.xlsx", with_merges("A2:XFD1048576", "D3:D9", "C7"))
    assert [list(row) for row in sheet.rows] == PAGE
    assert take_in(sheet, tutorial).added == ("radar",)


def zipped(name: str, words: bytes) -> bytes:
    data = io.BytesIO()
    with ZipFile(data, "w") as archive:
        archive.writestr(name, words)
    return data.getvalue()


@pytest.mark.parametrize(
    ("file", "data", "said"),
    [
        ("l.xls", b"", "old form of Excel (.xls)"),
        ("l.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "or one with a password"),
        ("l.ods", b"", "a sheet of OpenDocument (.ods) is not read: open it with a spreadsheet, save it as"),
        ("l.xlsx", zipped("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), "OpenDocument"),
        ("l.xlsx", zipped("word/document.xml", b""), "a document of Word is not read: copy its table"),
        ("l.csv", b"%PDF-1.7", "a PDF is not read"),
    ],
)
def test_files_of_another_kind_are_told_what_to_do_with(file: str, data: bytes, said: str) -> None:
    with pytest.raises(SheetError) as refused:
        check_kind(file, data)
    assert said in Wording().say(refused.value.remarks[0].message)


def test_an_ods_file_gets_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = tmp_path / "list.ods"
    listed.write_bytes(b"x")
    assert main(["msel", str(listed), "--into", str(SCENARIO)]) == 1
    assert "list.ods: a sheet of OpenDocument (.ods) is not read" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["first-watch", "--all"],
        ["list.csv", "--into", "first-watch", "--like", "other.csv"],
        ["list.csv", "--into", "first-watch", "--start", "soon"],
    ],
)
def test_wrong_use_is_one_sentence(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["msel", *words]) == WRONG_USE
    assert capsys.readouterr().err.count("\n") == 1


def test_what_is_not_clear_is_asked_once_at_a_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    listed, scenario = tmp_path / "list.csv", tmp_path / "mine.yaml"
    rows = [["Wann", "Title", "Text", "To"], ["09:02", "A", "x", "Blue"], ["09:09", "B", "x", "Blue"]]
    listed.write_bytes(csv_bytes(rows))
    shutil.copy(SCENARIO, scenario)
    asked: list[str] = []
    answers = iter(["time", "09:00", "ORD"])

    def answer(question: str) -> str:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr("crisis_game.cli.at_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", answer)
    assert main(["msel", str(listed), "--into", str(scenario)]) == 0, capsys.readouterr().err
    assert [question.split("?")[0] for question in asked] == [
        "What is the column `Wann`",
        "When does the exercise of the list begin",
        "Which state is `Blue`",
    ]
    out = capsys.readouterr().out
    assert 'Without questions: --columns "Wann=time" --start "09:00" --teams "Blue=ORD"\n' in out
    assert "new: b (round 2, situation; to ORD) B\n2 new, 0 changed, 0 left out\n" in out
