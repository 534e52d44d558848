"""A text while it is being written, without any screen."""

from __future__ import annotations

import pytest

from crisis_game.engine.drafts import DraftDomain
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Change
from crisis_game.engine.text_changes import alike, changes_between, led
from crisis_game.engine.view import View
from crisis_game.pages.parts import Line, Run
from crisis_game.pages.play.draft_standing import standing
from crisis_game.pages.play.drafting import Row, sections, turned
from crisis_game.pages.play.text_page import differences
from crisis_game.scenario.draft import Draft, MeasureLine, Motion, Switch
from crisis_game.texts import Wording
from tests.engine import builders


@pytest.fixture
def seen() -> Seen:
    return builders.desk().seen("AAA")


def row(seen: Seen, draft: Draft, part: str, id_: str) -> Row:
    rows = [line for _, section in sections(seen, draft) for line in section]
    return next(line for line in rows if (line.part, line.id) == (part, id_))


def test_every_row_that_is_switched_on_can_be_switched_off_again(seen: Seen) -> None:
    empty = Draft(aim=seen.aims[0])
    rows = [
        line for _, section in sections(seen, empty) for line in section if line.on is False and line.part != "motion"
    ]
    assert {line.part for line in rows} == {"measure", "clause", "claim"}
    for line in rows:
        on = turned(seen, empty, line, 1)
        assert row(seen, on, line.part, line.id).on is True
        assert turned(seen, on, line, 0) == empty


def test_a_clause_with_a_number_goes_up_to_its_bound_and_down_to_nothing(seen: Seen) -> None:
    clause = seen.clauses["off-ramp"]
    draft = Draft(clauses=(Switch("off-ramp", clause.high),))
    line = row(seen, draft, "clause", "off-ramp")
    assert turned(seen, draft, line, 1) == draft
    lowest = Draft(clauses=(Switch("off-ramp", clause.low),))
    assert turned(seen, lowest, line, -1).clauses == ()


def test_basis_and_motion_go_round(seen: Seen) -> None:
    draft = Draft()
    for part in ("basis", "motion"):
        line, now = row(seen, draft, part, part), draft
        seen_so_far = []
        for _ in range(200):
            now = turned(seen, now, line, 1)
            if now == draft:
                break
            seen_so_far.append(now)
        assert now == draft
        assert len(seen_so_far) == len(set(map(repr, seen_so_far))) > 2


def test_what_a_text_needs_is_known_before_it_is_tabled(seen: Seen) -> None:
    package = seen.packages["escort-plan"].draft
    lines = [part for part in standing(View(seen), package) if isinstance(part, Line)]
    words = [Wording().say(run.words) for line in lines for run in line.runs if isinstance(run, Run)]
    assert any("needed 2 of 3" in said for said in words)
    assert DraftDomain(seen).fault(package) is None


def test_ones_own_text_is_changed_step_by_step_and_loses_its_motion(seen: Seen) -> None:
    before = Draft(lines=(MeasureLine("protest", "XXX"),), motion=Motion("consult"), aim="passage")
    after = Draft(lines=(MeasureLine("protest", "XXX"),), aim="passage", clauses=(Switch("limits"),))
    changes = changes_between(seen, before, after)
    assert Change("motion", "consult", False) in changes
    assert alike(led(seen, before, changes), after)


def test_differences_name_both_sides(seen: Seen) -> None:
    first = Draft(clauses=(Switch("review"),))
    other = Draft(clauses=(Switch("off-ramp", 10),))
    lines = [(sign, Wording().say(text)) for sign, text in differences(seen, first, other)]
    assert lines == [("+", "review"), ("-", "off-ramp 10")]
    assert differences(seen, first, first) == ()
