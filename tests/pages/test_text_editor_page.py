"""The parts of a text under way: who asked for them, what they do, what goes out for one more, who would notice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.engine.acts.talk import TakePosition
from crisis_game.engine.acts.turns import Listen
from crisis_game.engine.draft_rules import why_invalid
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Change
from crisis_game.engine.unit_of_work import Working
from crisis_game.engine.view import View
from crisis_game.pages.names import wording_for
from crisis_game.pages.parts import Line, Part, Run, sentences
from crisis_game.pages.play.draft_standing import standing
from crisis_game.pages.play.drafting import Row, sections, turned
from crisis_game.pages.play.part_columns import about_part, gives_and_costs, in_short, who_asked
from crisis_game.pages.play.part_wishes import gives_way
from crisis_game.scenario.draft import Draft, Switch
from crisis_game.scenario.seat_dossier import dossier
from tests.engine import builders
from tests.engine.play import do

FULL = (Switch("limits"), Switch("review"), Switch("inquiry"))
OUT = Change("clause", "limits", False)
REASONS = Change("clause", "reasons", True)


@pytest.fixture
def desk() -> Working:
    """A person sits in AAA with an escort on the table, policies in the other seats; one wave has begun."""
    desk = builders.desk()
    desk.state.table.holders.update(BBB="statesman", CCC="dove")
    do(desk, "AAA", Listen())
    return desk


def said(desk: Working, *parts: Part) -> str:
    wording = wording_for(desk.seen("AAA"), dossier(desk.scenario, "AAA"), "en")
    return " ".join(sentences(parts, wording))


def row(seen: Seen, draft: Draft, part: str, id_: str) -> Row:
    rows = (line for _, section in sections(seen, draft) for line in section)
    return next(line for line in rows if (line.part, line.id) == (part, id_))


def own(desk: Working) -> Draft:
    return desk.seen("AAA").text("aaa-1").draft


def test_who_asked_stands_by_letter_and_who_wants_it_out_behind_a_cross(desk: Working) -> None:
    do(desk, "BBB", TakePosition("aaa-1", "oppose", (REASONS,)))
    do(desk, "CCC", TakePosition("aaa-1", "oppose", (OUT,)))
    seen = desk.seen("AAA")
    reasons, limits = (row(seen, own(desk), "clause", clause) for clause in ("reasons", "limits"))
    assert said(desk, who_asked(seen, reasons, "aaa-1")).split() == ["State", "BBB"]
    wanted_out = who_asked(seen, limits, "aaa-1")
    assert [run.sign for run in wanted_out.runs if isinstance(run, Run) and run.sign] == ["✗"]


def test_what_was_told_to_another_stands_in_no_column(desk: Working) -> None:
    do(desk, "BBB", TakePosition("aaa-1", "could-live-with", (REASONS,), to=("CCC",), because="Between us."))
    draft, view = own(desk), View(desk.seen("AAA"))
    reasons = row(view.seen, draft, "clause", "reasons")
    assert who_asked(view.seen, reasons, "aaa-1") == Line(())
    assert "→" not in said(desk, gives_and_costs(view, draft, reasons, "aaa-1"))
    assert "nobody has told a wish" in said(desk, *about_part(view, draft, reasons, "aaa-1"))


def test_a_turn_that_is_told_to_win_somebody_says_so_in_its_row(desk: Working) -> None:
    do(desk, "BBB", TakePosition("aaa-1", "could-live-with", (REASONS,)))
    draft, view = own(desk), View(desk.seen("AAA"))
    reasons = row(view.seen, draft, "clause", "reasons")
    assert "State BBB ≈→✓" in said(desk, gives_and_costs(view, draft, reasons, "aaa-1"))
    told = said(desk, *about_part(view, draft, reasons, "aaa-1"))
    assert "State BBB gets what it asked for: could live with it → support" in told


def test_what_goes_out_for_one_more_is_what_is_wanted_least(desk: Working) -> None:
    draft = replace(own(desk), clauses=FULL)
    do(desk, "BBB", TakePosition("aaa-1", "oppose", (Change("clause", "inquiry", True),)))
    seen = desk.seen("AAA")
    assert gives_way(seen, draft, "aaa-1") == Switch("review"), "the newest, but for one that somebody asked for"
    do(desk, "CCC", TakePosition("aaa-1", "oppose", (OUT,)))
    assert gives_way(desk.seen("AAA"), draft, "aaa-1") == Switch("limits"), "somebody wants it out"
    assert gives_way(seen, draft, "aaa-1", "inquiry") == Switch("inquiry"), "the one that the writer named"
    assert gives_way(seen, replace(draft, clauses=FULL[:2]), "aaa-1") is None


def test_one_clause_more_leaves_a_text_that_can_be_tabled(desk: Working) -> None:
    draft, seen = replace(own(desk), clauses=FULL), desk.seen("AAA")
    assert len(FULL) == seen.numbers.switches
    for clause in seen.clauses:
        if draft.switch(clause) is None:
            after = turned(seen, draft, row(seen, draft, "clause", clause), 0, "aaa-1", "limits")
            assert after.switch(clause) is not None
            assert after.switch("limits") is None
            assert why_invalid(seen, after) is None


def test_who_asked_for_the_clause_that_goes_out_would_notice(desk: Working) -> None:
    do(desk, "BBB", TakePosition("aaa-1", "oppose", (Change("clause", "inquiry", True),)))
    draft, view = replace(own(desk), clauses=FULL), View(desk.seen("AAA"))
    reasons = row(view.seen, draft, "clause", "reasons")
    parts = tuple(about_part(view, draft, reasons, "aaa-1", "inquiry"))
    assert "State BBB loses what it asked for" in said(desk, *parts)
    assert "State BBB loses what it asked for" in said(desk, in_short(parts))


def test_what_a_text_lacks_is_said_of_the_stands_with_the_change(desk: Working) -> None:
    do(desk, "BBB", TakePosition("aaa-1", "could-live-with", (OUT,)))
    do(desk, "CCC", TakePosition("aaa-1", "oppose"))
    view, draft = View(desk.seen("AAA")), own(desk)
    assert "one short of sure" in said(desk, *standing(view, draft, "aaa-1"))
    told = said(desk, *standing(view, replace(draft, clauses=()), "aaa-1"))
    assert "With it" in told
    assert "it carries" in told
