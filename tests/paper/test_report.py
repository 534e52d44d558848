from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import pytest

from crisis_game.debrief.model import Review
from crisis_game.debrief.review import review_of
from crisis_game.paper.grades import grades_csv
from crisis_game.paper.json import review_json
from crisis_game.paper.report_file import written
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Wording
from tests.assessment.games import game


@pytest.fixture(scope="module")
def told() -> Review:
    played = game("first-watch", 3, "hawk")
    return review_of(played.scenario, played.log)


@pytest.fixture(scope="module")
def wording() -> Wording:
    return Wording("en", names(game("first-watch", 3, "hawk").scenario))


def test_the_report_tells_the_story_and_then_all_acts_and_seats(told: Review, wording: Wording) -> None:
    written_ = written(told, wording, "md")
    heads = re.findall(r"^## (.*)$", written_, re.MULTILINE)
    assert heads == ["First page", "Hinges", "Rulings", "Rounds", "Seats", "Legitimacy", "Learning"]
    assert written_.startswith("# After-action report: ")
    assert written_.count("\n# ") == 0
    plain = written_.replace("\\", "")
    assert all(wording.say(one.title) in plain for one in told.acts)
    assert all(wording.say(one.name) in plain for one in told.seats)


def test_notes_of_the_facilitator_reach_the_report_as_they_were_written(told: Review, wording: Wording) -> None:
    noted = replace(told, notes=((1, "Watch <b>Brenna</b>."),))
    assert "Round 1: Watch \\<b\\>Brenna\\</b\\>." in written(noted, wording, "md")
    assert "Round 1: Watch &lt;b&gt;Brenna&lt;/b&gt;." in written(noted, wording, "html")


def test_json_holds_every_part_in_words(told: Review, wording: Wording) -> None:
    plain = json.loads(review_json(told, wording))
    assert plain["crisis-game-report"] == 1
    assert plain["ending"]["title"] == wording.say(told.ending.title) if told.ending else False
    assert [one["id"] for one in plain["acts"]] == [one.id for one in told.acts]
    assert set(plain["grades"][0]) == {"seat", "holder", "lines", "points"}
    assert "assessment" not in plain
    assert {one["seat"] for one in plain["seats"]} == set(told.holders)


def test_csv_has_a_row_for_each_seat_and_no_formula_of_a_spreadsheet(told: Review, wording: Wording) -> None:
    evil = replace(told, grades=(replace(told.grades[0], holder="=1+1"), *told.grades[1:]))
    rows = list(csv.DictReader(io.StringIO(grades_csv(evil, wording))))
    assert [one["seat"] for one in rows] == [one.seat for one in told.grades]
    assert rows[0]["holder"] == "'=1+1"
    for row, grade in zip(rows, told.grades, strict=True):
        parts = [int(row[one.id]) for one in grade.lines]
        assert sum(parts) == int(row["points"]) == grade.points
