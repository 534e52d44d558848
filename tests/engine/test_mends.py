"""What mends a weak point: a clause of one's own text, a proposal to another's, an act; only what is possible now."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.conditions.condition import condition
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.acts.alarm import RequestConsultation
from crisis_game.engine.acts.amendments import ProposeAmendment
from crisis_game.engine.acts.declarations import Demand
from crisis_game.engine.acts.responses import FillForceSheet
from crisis_game.engine.acts.settlement import ReferToCouncil
from crisis_game.engine.acts.texts import ReviseText
from crisis_game.engine.foresight import conduct_of
from crisis_game.engine.mends import ACTS, AIM, CLAUSES, mends, other_basis, take_out, taken_in
from crisis_game.engine.shared_values import Change
from crisis_game.engine.state import Counsel
from crisis_game.engine.unit_of_work import Working
from crisis_game.law.conduct import Conduct, FactValue
from crisis_game.law.counsel import weak_rules
from crisis_game.law.finding import FactChange
from crisis_game.law.vocabulary import FACTS, reach
from crisis_game.scenario import model
from crisis_game.scenario.draft import Basis, Draft, MeasureLine
from crisis_game.texts import Text, prose
from tests.engine import builders
from tests.engine.play import do


def step(fact: str, value: FactValue = True) -> FactChange:
    return FactChange(fact, None, value, Text("Do it."))


def test_every_fact_that_can_be_mended_is_one_within_reach() -> None:
    for fact in (*CLAUSES, *ACTS, AIM):
        assert fact in FACTS
        assert reach(fact), fact
    assert set(CLAUSES).isdisjoint((*ACTS, AIM))
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


def two_aims() -> Working:
    scenario = builders.tiny()
    comply = model.Aim("comply", prose("Vosk complies"), "compliance", condition("grip < 25"))
    return builders.desk(replace(scenario, aims=builders.by_id([*scenario.aims.values(), comply])))


def test_another_aim_goes_into_a_text_where_the_scenario_has_one_of_that_purpose() -> None:
    working = two_aims()
    (mend,) = mends(working.seen("AAA"), "aaa-1", [step(AIM, "compliance")])
    assert mend.command() == ReviseText("aaa-1", Change("aim", "comply", on=True))
    do(working, "AAA", mend.command())
    assert working.seen("AAA").text("aaa-1").draft.aim == "comply"
    assert mends(two_aims().seen("AAA"), "aaa-1", [step(AIM, "self-defence")]) == ()


def alone(basis: Basis) -> Working:
    """A text whose force fails on what its basis asks, on a measure that can rest on an invitation too."""
    scenario = builders.tiny()
    sweep = replace(scenario.measures["limited-force"], basis=("self-defence", "invitation"))
    working = builders.desk(replace(scenario, measures=builders.by_id([*scenario.measures.values(), sweep])))
    line = MeasureLine("limited-force", "XXX")
    draft = Draft((line,), aim="passage", basis=basis, claims=("state-did-it",))
    working.state.council.texts["aaa-1"].draft = draft
    return working


def counsel_on(working: Working) -> Counsel:
    seen, draft = working.seen("AAA"), working.seen("AAA").text("aaa-1").draft
    return Counsel("AAA", "aaa-1", draft, (), conduct_of(seen, draft, "limited-force"))


def test_another_basis_is_tried_by_judging_again_and_taken_out_again() -> None:
    working = alone("self-defence")
    counsel = counsel_on(working)
    rests = {rule: other_basis(working.seen("AAA"), counsel, rule) for rule in weak_rules(counsel.conduct)}
    (rule,) = (rule for rule, steps in rests.items() if steps)
    do(working, "AAA", rests[rule][0].command())
    seen = working.seen("AAA")
    assert seen.text("aaa-1").draft.basis == "invitation"
    assert set(weak_rules(counsel_on(working).conduct)) == set(rests) - {rule}
    (change,) = taken_in(seen, counsel, rule, ())
    (out,) = take_out(seen, counsel, change)
    do(working, "AAA", out.command())
    assert working.seen("AAA").text("aaa-1").draft == counsel.draft


def test_no_basis_is_proposed_that_mends_nothing() -> None:
    working = alone("invitation")
    counsel = counsel_on(working)
    assert not [rule for rule in weak_rules(counsel.conduct) if other_basis(working.seen("AAA"), counsel, rule)]


def test_what_others_sponsor_is_not_taken_out() -> None:
    working = builders.desk()
    seen = working.seen("BBB")
    counsel = Counsel(
        "BBB", "aaa-1", replace(seen.text("aaa-1").draft, clauses=()), (), Conduct("planned/escort", "BBB", {})
    )
    (change,) = taken_in(seen, counsel, "x", [step("talks_offered")])
    assert change.id == "off-ramp"
    assert take_out(seen, counsel, change) == ()


@pytest.mark.parametrize("fact", ["attributed_to_state", "scale_of_response"])
def test_for_what_lies_elsewhere_there_is_no_step(fact: str) -> None:
    assert mends(builders.desk().seen("AAA"), "aaa-1", [step(fact)]) == ()
