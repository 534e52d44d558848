"""Rows of a gauge: what moves it each round, once, or for each act; growth; and whose words may be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.conditions.condition import Formula, always, condition
from crisis_game.conditions.parser import parse
from crisis_game.conditions.vocabulary import COUNTS
from crisis_game.engine import codec
from crisis_game.engine.conditions import Facts
from crisis_game.engine.events.world import GaugeMoved
from crisis_game.engine.seeing.projection import projected
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import State
from crisis_game.engine.unit_of_work import Working
from crisis_game.pages.names import wording_for
from crisis_game.players.playout import playout
from crisis_game.scenario import model
from crisis_game.scenario.draft import Switch
from crisis_game.scenario.library import find
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import prose
from tests.engine import builders
from tests.engine.gauge_worlds import answered, thirsty, with_thirst
from tests.engine.worlds import adopt, put_in_force, terms

DROUGHT = Path(__file__).parents[1] / "data" / "drought.yaml"


def row(add: str, when: str = "true", **changes: Any) -> model.GaugeRow:
    """A row, by its formula and its condition."""
    return replace(
        model.GaugeRow(always(), Formula(add, parse(add)), prose("It is so."), **changes), when=condition(when)
    )


def with_rows(*rows: model.GaugeRow, gauge: str = "thirst", **sheet: Any) -> Working:
    """A desk at ANSWER in a world where a gauge has these rows."""
    return thirsty(replace(with_thirst(**sheet), gauge_rows={gauge: rows}))


def course(working: Working, rounds: int = 3) -> list[list[int]]:
    """The terms of thirst in each of some rounds."""
    told = []
    for round_ in range(1, rounds + 1):
        working.state.table.round = round_
        told.append(terms(answered(working), "thirst"))
    return told


@pytest.mark.parametrize(("each", "expected"), [("round", [[], [6], [6]]), ("once", [[], [6], []])])
def test_a_row_counts_in_each_round_in_which_it_holds_or_once(each: str, expected: list[list[int]]) -> None:
    assert course(with_rows(row("6", "round >= 2", each=each))) == expected


@pytest.mark.parametrize(("unmet", "expected"), [(0, []), (1, [-4]), (3, [-12])])
def test_a_row_for_each_act_counts_as_often_as_its_condition_does(unmet: int, expected: list[int]) -> None:
    for written in (row("-4", "pledges_unmet > 0", each="act"), row("-4 * pledges_unmet")):
        working = with_rows(written)
        for seat in builders.MEMBERS[:unmet]:
            working.state.orders.settled[seat, "aaa-1", "escort"] = ("full", "none")
        assert terms(answered(working), "thirst") == expected


def test_rows_of_a_standard_gauge_stand_beside_the_rules() -> None:
    working = with_rows(row("-7"), gauge="escalation")
    put_in_force(working, "escort")
    assert terms(answered(working), "escalation")[:3] == [9, -4, -7]


def test_a_row_reads_what_moved_before_it_in_the_same_answer() -> None:
    working = with_rows(row("standing"))
    adopt(working, builders.ESCORT_TEXT)
    working.state.table.emergency = True
    assert terms(answered(working), "thirst") == [47]


@pytest.mark.parametrize(
    ("start", "grows", "expected"),
    [(15, 25, 3), (3, 25, 0), (40, -30, -12), (-15, 25, -3), (-15, -25, 3), (40, 0, None)],
)
def test_a_gauge_grows_by_a_part_of_itself_rounded_toward_nothing(start: int, grows: int, expected: int | None) -> None:
    working = with_rows(start=start, grows=grows, low=-100)
    assert terms(answered(working), "thirst") == ([expected] if expected else [])


def test_what_is_counted_of_a_round() -> None:
    working = with_rows()
    state = working.state

    def counts() -> dict[str, int]:
        facts = Facts(working.scenario, state)
        return {name: facts.number(name) for name in COUNTS}

    assert set(counts().values()) == {0}
    adopt(working, replace(builders.ESCORT_TEXT, clauses=(Switch("exemptions"),)))
    builders.put_on_table(state, "bbb-1").status = "failed"
    state.orders.settled["AAA", "aaa-1", "escort"] = ("full", "none")
    state.orders.settled["BBB", "aaa-1", "escort"] = ("half", "half")
    put_in_force(working, "escort", notified=False)
    state.council.votes_against_red_line.append((1, "BBB", "aaa-1"))
    state.commitments.hearings["NNN"] = 1
    assert counts() == dict.fromkeys(COUNTS, 1)
    state.table.round = 2
    assert {name for name, value in counts().items() if value} == {"pledges_unmet", "neighbours_answered"}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(-40, 40),
            st.sampled_from(("true", "round >= 2", "thirst >= 50", "pledges_unmet > 0")),
            st.sampled_from(("round", "once")),
        ),
        max_size=4,
    ),
    st.integers(-100, 100),
    st.sampled_from(("delivered", "begun", "running")),
    st.integers(0, 100),
)
def test_the_terms_that_are_told_are_the_move_within_the_scale(
    rows: list[tuple[int, str, Any]], grows: int, taken: str, start: int
) -> None:
    written = tuple(row(str(add), when, each=each) for add, when, each in rows)
    working = with_rows(*written, grows=grows, taken=taken, start=start)
    working.state.orders.settled["AAA", "aaa-1", "escort"] = ("full", "none")
    course(working)
    moves = [event for event in working.events if isinstance(event, GaugeMoved) and event.gauge == "thirst"]
    for move in moves:
        assert move.after == move.before + sum(term.amount for term in move.terms)
        assert 0 <= move.after <= 100
    assert working.state.world.gauges["thirst"] == (moves[-1].after if moves else start)
    once = [mark for mark in working.state.world.once if mark.startswith("row:")]
    assert len(once) == len(set(once)) <= sum(each == "once" for _, _, each in rows)


# Whose words they are -------------------------------------------------------------------------------------------------


def test_an_event_refers_to_a_row_and_holds_none_of_its_words() -> None:
    working = with_rows(row("2", "round >= 9"), row("6"))
    answered(working)
    [moved] = [event for event in working.events if isinstance(event, GaugeMoved) and event.gauge == "thirst"]
    assert [dict(term.why.values) for term in moved.terms] == [{"row": "thirst:1"}]
    assert "It is so" not in str(codec.write(moved))


def test_a_seat_reads_the_reasons_of_rows_that_have_moved_a_gauge_and_no_others() -> None:
    scenario = load_scenario(find(str(DROUGHT)))
    state = playout(scenario, 5).run()
    told = {row for move in state.world.moves for term in move.terms if (row := term.why.values.get("row")) is not None}
    seen = Seen(scenario, state, "BOR")
    public = {str(row) for row in told if not str(row).startswith("fever")}
    assert public
    assert set(seen.row_reasons) == public
    assert set(Seen(scenario, state, "facilitator").row_reasons) == told
    whole = [(model.row_id(id_, n), row) for id_, rows in scenario.gauge_rows.items() for n, row in enumerate(rows)]
    own = projected(scenario, state, "BOR", frozenset())
    kept = {model.row_id(id_, n): row for id_, rows in own.gauge_rows.items() for n, row in enumerate(rows)}
    for id_, written in whole:
        assert kept[id_].why == (written.why if id_ in public else prose(""))
        assert not kept[id_].when.holds(Facts(scenario, state))
    assert Seen(own, state, "BOR").row_reasons == seen.row_reasons
    say = wording_for(seen, dossier(own, "BOR"), "en").say
    words = [say(term.why.text) for move in seen.moves for term in move.terms]
    assert "The wind still comes from the land." in words
    assert not any("thirst:" in sentence for sentence in words)


# A whole scenario of own gauges ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def droughts() -> list[State]:
    scenario = load_scenario(find(str(DROUGHT)))
    return [playout(scenario, seed).run() for seed in range(12)]


def test_a_drought_is_played_to_its_end_without_the_gauges_of_another_crisis(droughts: list[State]) -> None:
    for state in droughts:
        assert state.table.ending is not None
        assert set(state.world.gauges) == {"harm", "cohesion", "standing", "thirst", "fever", "exodus"}
        assert {move.gauge for move in state.world.moves} <= set(state.world.gauges)
        assert set(state.world.estimates) >= {"fever"}


def test_delivered_help_growth_steps_and_rows_all_move_the_gauges_of_a_drought(droughts: list[State]) -> None:
    reasons = {
        (move.gauge, term.why.code.name) for state in droughts for move in state.world.moves for term in move.terms
    }
    assert reasons >= {
        ("thirst", "MEASURE"), ("thirst", "STEP"), ("thirst", "ROW"), ("thirst", "INCIDENT"), ("fever", "GROWS"),
        ("exodus", "ROW"), ("harm", "CRISIS_GOES_ON"), ("cohesion", "ADOPTED_WITHOUT_NO"),
    }  # fmt: skip
