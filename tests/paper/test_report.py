from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import pytest

from crisis_game.debrief.course import Comment
from crisis_game.debrief.model import Review
from crisis_game.debrief.review import review_of
from crisis_game.engine.events.turns import PhaseEntered
from crisis_game.paper.grades import grades_csv
from crisis_game.paper.json import review_json
from crisis_game.paper.report_file import written
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Wording
from tests.assessment.games import game
from tests.paper.unfolded import words_in_sight

MOST_WORDS = 2500
"""What is read of three rounds before anything is unfolded."""


@pytest.fixture(scope="module")
def review() -> Review:
    played = game("first-watch", 3, "hawk")
    return review_of(played.scenario, played.log)


@pytest.fixture(scope="module")
def wording() -> Wording:
    return Wording("en", names(game("first-watch", 3, "hawk").scenario))


def test_the_report_tells_the_story_and_then_all_acts_and_seats(review: Review, wording: Wording) -> None:
    written_ = written(review, wording, "md")
    heads = re.findall(r"^## (.*)$", written_, re.MULTILINE)
    assert heads == ["First page", "Rulings", "Rounds", "Legitimacy"]
    assert written_.startswith("# After-action report: ")
    assert written_.count("\n# ") == 0
    plain = written_.replace("\\", "")
    assert all(wording.say(act.title) in plain for act in review.acts)
    assert all(wording.say(seat.name) in plain for seat in review.seats)


def test_notes_of_the_facilitator_reach_the_report_as_they_were_written(review: Review, wording: Wording) -> None:
    noted = replace(review, notes=(Comment(1, 0, None, "Watch <b>Brenna</b>."),))
    assert "Round 1: Watch \\<b\\>Brenna\\</b\\>." in written(noted, wording, "md")
    assert "Round 1: Watch &lt;b&gt;Brenna&lt;/b&gt;." in written(noted, wording, "html")


def test_json_holds_every_part_in_words(review: Review, wording: Wording) -> None:
    plain = json.loads(review_json(review, wording))
    assert plain["crisis-game-report"] == 1
    assert plain["ending"]["title"] == wording.say(review.ending.title) if review.ending else False
    assert [act["id"] for act in plain["acts"]] == [act.id for act in review.acts]
    assert set(plain["grades"][0]) == {"seat", "holder", "lines", "points"}
    assert "assessment" not in plain
    assert {seat["seat"] for seat in plain["seats"]} == set(review.holders)


def test_csv_has_a_row_for_each_seat_and_no_formula_of_a_spreadsheet(review: Review, wording: Wording) -> None:
    evil = replace(review, grades=(replace(review.grades[0], holder="=1+1"), *review.grades[1:]))
    rows = list(csv.DictReader(io.StringIO(grades_csv(evil, wording))))
    assert [row["seat"] for row in rows] == [grade.seat for grade in review.grades]
    assert rows[0]["holder"] == "'=1+1"
    for row, grade in zip(rows, review.grades, strict=True):
        parts = [int(row[line.id]) for line in grade.lines]
        assert sum(parts) == int(row["points"]) == grade.points


@pytest.mark.parametrize("policy", ["", "hawk"])
def test_three_rounds_are_read_in_few_words_before_anything_is_unfolded(policy: str) -> None:
    """Of a game that goes on after them."""
    played, fourth = next(
        (played, place)
        for played in (game("hesk-strait", seed, policy) for seed in range(7, 17))
        for place, entry in enumerate(played.log)
        if any(isinstance(event, PhaseEntered) and event.round > 3 for event in entry.events)
    )
    three = review_of(played.scenario, played.log[:fourth], FACILITATOR)
    assert three.rounds_played == 3
    said = words_in_sight(written(three, Wording("en", names(played.scenario)), "html"))
    assert "decided" in said
    assert 300 < len(said) < MOST_WORDS
