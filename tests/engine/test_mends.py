"""What mends a weak point: a clause of one's own text, a proposal to another's, an act; only what is possible now."""

from __future__ import annotations

import pytest

from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.acts.alarm import RequestConsultation
from crisis_game.engine.acts.amendments import ProposeAmendment
from crisis_game.engine.acts.responses import FillForceSheet
from crisis_game.engine.acts.settlement import ReferToCouncil
from crisis_game.engine.acts.talk import Demand
from crisis_game.engine.acts.texts import ReviseText
from crisis_game.engine.mends import ACTS, CLAUSES, mends
from crisis_game.engine.shared_values import Change
from crisis_game.law.finding import FactChange
from crisis_game.law.vocabulary import FACTS, reach
from crisis_game.texts import Text
from tests.engine import builders
from tests.engine.play import do


def step(fact: str) -> FactChange:
    return FactChange(fact, None, True, Text("Do it."))


def test_every_fact_that_can_be_mended_is_one_within_reach() -> None:
    for fact in (*CLAUSES, *ACTS):
        assert fact in FACTS
        assert reach(fact), fact
    assert set(CLAUSES).isdisjoint(ACTS)
    assert {act.kind for act in ACTS.values()} <= set(BY_KIND)


def test_a_clause_goes_into_ones_own_text_at_once() -> None:
    working = builders.desk()
    (mend,) = mends(working.seen("AAA"), "aaa-1", [step("end_date_set")])
    clause = working.scenario.clauses["end-date"]
    assert mend.command() == ReviseText("aaa-1", Change("clause", "end-date", True, clause.start))
    do(working, "AAA", mend.command())
    assert working.state.council.texts["aaa-1"].draft.switch("end-date") is not None


def test_into_anothers_text_it_is_proposed() -> None:
    working = builders.desk()
    (mend,) = mends(working.seen("BBB"), "aaa-1", [step("end_date_set")])
    assert mend.act is ProposeAmendment
    do(working, "BBB", mend.command())
    assert [amendment.by for amendment in working.state.council.amendments.values()] == ["BBB"]


def test_a_clause_that_the_text_has_is_no_step_and_the_next_one_for_the_fact_is() -> None:
    seen = builders.desk().seen("AAA")
    assert mends(seen, "aaa-1", [step("talks_offered")]) == ()
    (mend,) = mends(seen, "aaa-1", [step("due_process")])
    assert mend.filled["change"] == Change("clause", "reasons", True, seen.clauses["reasons"].start)


@pytest.mark.parametrize(
    ("fact", "act", "filled"),
    [
        ("call_made", Demand, {}),
        ("consulted_before", RequestConsultation, {}),
        ("council_mandate", ReferToCouncil, {"ask": "mandate"}),
    ],
)
def test_other_facts_are_mended_by_acts_that_ask_for_the_rest(fact: str, act: type, filled: dict[str, str]) -> None:
    (mend,) = mends(builders.desk().seen("AAA"), "aaa-1", [step(fact)])
    assert (mend.act, mend.filled, mend.whole) == (act, filled, False)


def test_the_same_step_is_offered_once() -> None:
    assert len(mends(builders.desk().seen("AAA"), "aaa-1", [step("call_made"), step("means_tried")])) == 1


def test_what_is_not_possible_now_is_not_offered() -> None:
    working = builders.desk(phase="voting")
    assert mends(working.seen("AAA"), "aaa-1", [step("end_date_set")]) == ()
    assert FillForceSheet.closed(working.seen("AAA")) is not None
    assert mends(working.seen("AAA"), "aaa-1", [step("warned")]) == ()


@pytest.mark.parametrize("fact", ["text_aim", "attributed_to_state", "scale_of_response"])
def test_for_what_lies_elsewhere_there_is_no_step(fact: str) -> None:
    assert mends(builders.desk().seen("AAA"), "aaa-1", [step(fact)]) == ()
