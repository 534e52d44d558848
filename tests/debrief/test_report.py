from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.debrief.blocks import Writer
from crisis_game.debrief.exports import as_json, grades_csv
from crisis_game.debrief.markdown import escaped, markdown
from crisis_game.debrief.model import Review
from crisis_game.debrief.report import report
from crisis_game.debrief.review import review_of
from crisis_game.scenario.dossier import names
from crisis_game.texts import Text, Wording
from crisis_game.texts.page import html
from crisis_game.texts.paper import Bullets, Heading, Paragraph, Table
from tests.assessment.games import game

HOSTILE = '<script>alert("1")</script> | **bold** [a](http://b) `x` # & \\ _u_\n- item\n1. one\n| cell |'

BLOCKS = (
    Heading(1, "The cable"),
    Paragraph("Two shores.\n\nOne cable."),
    Bullets(("Asked first.", "Voted *then*.")),
    Table(("Member", "Vote"), (("Arran", "yes"), ("Brae | the other", "no"))),
)

MARKDOWN = r"""# The cable

Two shores.

One cable.

- Asked first.
- Voted \*then\*.

| Member | Vote |
| --- | --- |
| Arran | yes |
| Brae \| the other | no |
"""


@pytest.fixture(scope="module")
def told() -> Review:
    played = game("first-watch", 3, "hawk")
    return review_of(played.scenario, played.log)


@pytest.fixture(scope="module")
def wording() -> Wording:
    return Wording("en", names(game("first-watch", 3, "hawk").scenario))


def test_markdown_of_each_kind_of_block() -> None:
    assert markdown(BLOCKS) == MARKDOWN


def test_html_of_each_kind_of_block() -> None:
    page = html(BLOCKS, "The <cable>", "en")
    assert "<title>The &lt;cable&gt;</title>" in page
    assert "<h1>The cable</h1>\n<p>Two shores.</p>\n<p>One cable.</p>" in page
    assert "<li>Asked first.</li><li>Voted *then*.</li>" in page
    assert "<tr><td>Brae | the other</td><td>no</td></tr>" in page


class Tags(HTMLParser):
    """Counts the tags of a page, and notes what leads out of it."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_what_people_wrote_is_never_markup() -> None:
    blocks = (Heading(2, HOSTILE), Paragraph(HOSTILE), Bullets((HOSTILE,)), Table((HOSTILE,), ((HOSTILE,),)))
    page = html(blocks, HOSTILE, "en")
    tags = Tags()
    tags.feed(page)
    assert not tags.open
    assert not tags.seen & {"script", "a", "img", "link", "iframe"}
    assert tags.attributes <= {"lang", "charset", "name", "content"}
    written = markdown(blocks)
    assert "<script>" not in written
    assert "](http" not in written.replace("\\](http", "")
    assert [line for line in written.splitlines() if line.startswith("- ")] == [f"- {_line(HOSTILE)}"]


def _line(words: str) -> str:
    return escaped(" ".join(words.split()))


@given(st.text(max_size=60))
def test_a_table_keeps_its_cells_whatever_stands_in_them(words: str) -> None:
    row = markdown((Table(("a", "b"), ((words, words),)),)).splitlines()[2]
    bare = row.replace("\\\\", "").replace("\\|", "")
    assert bare.count("|") == 3


def test_the_report_tells_the_story_and_then_all_acts_and_seats(told: Review, wording: Wording) -> None:
    blocks = report(told, wording)
    heads = [one.words for one in blocks if isinstance(one, Heading) and one.level == 2]
    assert told.ending is not None
    assert heads == [
        wording.say(told.ending.title),
        "What was true",
        *(["Hinges: where it could have gone another way"] if told.hinges else []),
        *(f"Round {one.round}" for one in told.rounds),
        *(["The sealed order against the deed"] if any(one.answer for one in told.rounds) else []),
        "Gauges over time",
        "Acts and verdicts",
        "Legality and legitimacy, side by side",
        "Seat by seat: mandate, conduct, statecraft",
        "What was to be learnt",
        "Default grades",
        "Questions for the talk",
    ]
    acts = next(one for one in blocks if isinstance(one, Table) and one.head[1] == "Act")
    assert len(acts.rows) == len(told.acts)
    seats = [one.words for one in blocks if isinstance(one, Heading) and one.level == 3]
    assert {wording.say(one.name) for one in told.seats} <= set(seats)
    assert markdown(blocks).count("\n# ") == 0


def test_notes_of_the_facilitator_and_overrulings_reach_the_report(told: Review, wording: Wording) -> None:
    noted = replace(told, notes=((1, "Watch <b>Brenna</b>."),))
    assert "Round 1: Watch \\<b\\>Brenna\\</b\\>." in markdown(report(noted, wording))


def test_json_holds_every_part_in_words(told: Review, wording: Wording) -> None:
    plain = json.loads(as_json(told, wording))
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


def test_an_empty_table_and_an_empty_list_are_left_out() -> None:
    writer = Writer(Wording())
    writer.table((Text("a"),), [])
    writer.bullets([])
    writer.paragraph(None, "", Text(" "))
    assert writer.blocks == []
