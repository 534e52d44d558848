"""The record of acts: what is opened, how it grows and ends, how its readings part, what the world makes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.engine import conduct_steps, conducts, public_reading
from crisis_game.engine.readings import Reading, reading
from crisis_game.engine.shared_values import ForceSheet
from crisis_game.engine.state import Verification
from crisis_game.engine.unit_of_work import Working
from crisis_game.law.finding import Legality
from crisis_game.law.judge import judge
from crisis_game.law.vocabulary import FACTS
from crisis_game.scenario.draft import Draft, Motion, Switch
from tests.engine.builders import pressing
from tests.engine.on_record import FORCE, SANCTIONS, acting, active, next_round, record
from tests.engine.play import kinds, told
from tests.engine.worlds import adopt, at_answer, put_in_force, terms

READINGS: tuple[Reading, ...] = ("public", "known", "true")


# What is opened -----------------------------------------------------------------------------------------------------


def test_one_for_the_injured_state_and_one_for_the_others_that_carry_it() -> None:
    working = acting()
    carried = {id_: (conduct.actor, conduct.participants, conduct.rung) for id_, conduct in record(working).items()}
    assert carried == {
        "aaa-1/targeted-sanctions:injured": ("BBB", ("BBB",), 3),
        "aaa-1/targeted-sanctions:third-state": ("tiny-compact", ("AAA", "CCC"), 3),
    }
    standings = {id_.rpartition(":")[2]: conduct.facts["actor_standing"] for id_, conduct in record(working).items()}
    assert standings == {"injured": "injured", "third-state": "third-state"}


def test_one_alone_answers_for_itself_and_takes_no_decision_of_the_body() -> None:
    working = at_answer()
    put_in_force(working, "escort", {"CCC": "full"}, author="CCC", notified=False)
    conducts.orders_done(working)
    (conduct,) = record(working).values()
    assert (conduct.id, conduct.actor, conduct.participants) == ("CCC-r1/escort:third-state", "CCC", ("CCC",))
    assert conduct.facts["regional_body_decision"] == "none"
    assert conduct.facts["consulted_before"] is False
    assert "vote_outcome" not in conduct.facts


def test_nothing_is_put_on_record_of_what_rests_or_of_which_nobody_gives_anything() -> None:
    working = at_answer()
    put_in_force(working, "escort").status = "dormant"
    put_in_force(working, "protest", {"AAA": "none"})
    conducts.orders_done(working)
    assert record(working) == {}


def test_force_carries_its_sheet() -> None:
    working = at_answer()
    adopt(working, FORCE)
    sheet = ForceSheet("battery", verify=True, abort=True)
    put_in_force(working, "limited-force", authority="aaa-1", sheet=sheet, basis="self-defence")
    conducts.orders_done(working)
    facts = record(working)["aaa-1/limited-force:injured"].facts
    assert {name: facts[name] for name in ("target_use", "verified_target", "warned", "abort_rule", "own_harm")} == {
        "target_use": "military",
        "verified_target": True,
        "warned": False,
        "abort_rule": True,
        "own_harm": 6,
    }


@pytest.mark.parametrize("clauses", [(), ("end-date", "reasons", "hearing", "review", "exemptions", "inquiry")])
def test_every_fact_is_one_of_the_judges_vocabulary(clauses: tuple[str, ...]) -> None:
    draft = replace(FORCE, clauses=tuple(Switch(clause, 2 if clause == "end-date" else 0) for clause in clauses))
    working = acting("limited-force", draft)
    pressing(working.state).last_step, pressing(working.state).level = "strike", 2
    conduct_steps.step_done(working)
    adopt(working, Draft(motion=Motion("suspension", "CCC")), "bbb-1")
    next_round(working)
    for conduct in record(working).values():
        for which in READINGS:
            for name, value in reading(conduct, which).facts.items():
                assert FACTS[name].admits(value), (conduct.id, name, value)


# How it grows and ends ------------------------------------------------------------------------------------------------


def test_a_report_enters_all_readings_with_its_delay() -> None:
    working = acting("limited-force", FORCE)
    conduct = record(working)["aaa-1/limited-force:injured"]
    assert conduct.facts["report_filed"] is False
    working.state.commitments.reports.append((2, "AAA", "state-did-it", "suspected"))
    next_round(working)
    assert (conduct.facts["report_filed"], conduct.facts["days_to_report"]) == (True, 3)
    verdicts = {which: judge(reading(conduct, which)).questions.get("art-51-reporting") for which in READINGS}
    assert set(verdicts.values()) == {"lawful"}


def test_who_acts_alone_reports_for_itself() -> None:
    working = at_answer()
    put_in_force(working, "limited-force", {"BBB": "full"}, author="BBB", basis="self-defence")
    working.state.commitments.reports.append((1, "AAA", "state-did-it", "suspected"))
    conducts.orders_done(working)
    assert record(working)["BBB-r1/limited-force:injured"].facts["report_filed"] is False


def test_harm_adds_up_round_by_round_while_it_goes_on_and_rests_when_it_rests() -> None:
    working = acting("limited-force", FORCE)
    conduct = record(working)["aaa-1/limited-force:third-state"]
    assert conduct.facts["own_harm"] == 8
    next_round(working)
    assert conduct.facts["own_harm"] == 16
    active(working, "aaa-1/limited-force").status = "dormant"
    next_round(working)
    assert conduct.facts["own_harm"] == 16


@pytest.mark.parametrize(("inquiry", "redress"), [(False, 0), (True, 0), (False, 2)])
def test_harm_by_force_is_alleged_and_what_was_done_about_it_is_noted(inquiry: bool, redress: int) -> None:
    working = acting("limited-force", FORCE)
    working.state.accounts["CCC"].redress = redress
    if inquiry:
        working.state.commitments.inquiries["own-harm"] = 1
    next_round(working)
    facts = record(working)["aaa-1/limited-force:third-state"].facts
    assert (facts["harm_alleged"], facts["inquiry_opened"], facts["redress_paid"]) == (True, inquiry, bool(redress))


def test_going_on_after_the_aim_is_reached_is_counted_by_rounds() -> None:
    working = acting()
    conduct = record(working)["aaa-1/targeted-sanctions:injured"]
    counted = [conduct.facts["aim_reached"]]
    for _ in range(3):
        next_round(working)
        counted.append(conduct.facts["rounds_after_aim"])
    assert counted == [False, 0, 1, 2]
    assert conduct.facts["aim_reached"] is True


def test_what_the_council_does_later_enters() -> None:
    working = acting("limited-force", FORCE)
    working.state.commitments.council_measures["mandate"] = 2
    next_round(working)
    facts = record(working)["aaa-1/limited-force:injured"].facts
    assert (facts["council_mandate"], facts["council_measures_in_force"]) == ("inside", True)


@pytest.mark.parametrize(("asked", "yields"), [("sanctions", True), ("mandate", True), ("statement", False)])
def test_a_binding_measure_of_the_council_raises_the_question_until_when_one_may_defend_oneself(
    asked: str, yields: bool
) -> None:
    working = acting("limited-force", FORCE)
    working.state.commitments.council_measures[asked] = 2
    next_round(working)
    conduct = reading(record(working)["aaa-1/limited-force:injured"], "public")
    verdicts = {finding.rule: finding.verdict for finding in judge(conduct).findings}
    assert (verdicts.get("sd-until", "lawful") != "lawful") == yields


def test_who_carries_it_changes_with_deliveries() -> None:
    working = acting()
    active(working).deliveries["CCC"] = "none"
    next_round(working)
    assert record(working)["aaa-1/targeted-sanctions:third-state"].participants == ("AAA",)


def test_a_conduct_ends_with_its_measure_once() -> None:
    working = acting()
    active(working).status = "ended"
    conducts.end_over(working)
    assert {conduct.ended for conduct in record(working).values()} == {1}
    conducts.end_over(working)
    next_round(working)
    assert kinds(working.events).count("conduct-ended") == 2


# How its readings part ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("truth", ["state", "old-mine"])
def test_readings_differ_only_by_who_is_taken_for_the_author_and_what_was_confirmed(truth: str) -> None:
    for conduct in record(acting(truth=truth)).values():
        apart = {*conduct.public, *conduct.known, *conduct.true}
        assert apart <= {"attack_author", "author_grade", "ordered_by", "control", "independent_verification"}
        assert conduct.true["author_grade"] == "established"


def test_what_an_actor_knew_is_frozen_while_the_public_learns() -> None:
    working = acting()
    conduct = record(working)["aaa-1/targeted-sanctions:injured"]
    assert conduct.public["author_grade"] == conduct.known["author_grade"] == "rumoured"
    working.state.knowledge.public["state-did-it"] = "established"
    working.state.knowledge.verifications.append(Verification("state-did-it", "AAA", 1, "confirmed"))
    next_round(working)
    assert (conduct.public["author_grade"], conduct.public["independent_verification"]) == ("established", "full")
    assert (conduct.known["author_grade"], conduct.known["independent_verification"]) == ("rumoured", "none")
    assert conduct.true["independent_verification"] == "full"
    assert "independent_verification" not in conduct.facts


def test_an_actor_knows_what_its_own_sources_told_it() -> None:
    working = at_answer()
    working.state.knowledge.seats["BBB"] = {"state-did-it": "probable"}
    adopt(working, SANCTIONS)
    put_in_force(working, "targeted-sanctions", authority="aaa-1")
    conducts.orders_done(working)
    known = {id_.rpartition(":")[2]: conduct.known["author_grade"] for id_, conduct in record(working).items()}
    assert known == {"injured": "probable", "third-state": "rumoured"}


# What the world makes of it -------------------------------------------------------------------------------------------


def aggressive() -> Working:
    """Force without any attack that is known, by members that voted for it."""
    return acting("limited-force", replace(FORCE, basis="none-claimed"))


def test_a_visibly_unlawful_act_of_weight_costs_ten_once_for_all_who_carry_it() -> None:
    working = aggressive()
    public_reading.read_in_public(working)
    assert terms(working, "standing").count(-10) == 1
    assert working.state.record.unlawful == 1
    next_round(working)
    public_reading.read_in_public(working)
    assert terms(working, "standing").count(-10) == 0


def test_what_the_world_does_is_told_by_the_name_of_the_act_and_never_as_a_verdict() -> None:
    working = aggressive()
    put_in_force(working, "escort", {"CCC": "full"}, author="CCC", notified=False)
    conducts.orders_done(working)
    public_reading.read_in_public(working)
    lines = [line for line in told(working.events, "AAA") if "standing" in line]
    assert any("protests at limited-force" in line for line in lines)
    assert any("criticism of how escort came about" in line for line in lines)
    for word in ("lawful", "illegal", "breach", "violat", "unlawful", "guilty"):
        assert not any(word in line.lower() for line in lines)


def test_the_other_sides_acts_and_acts_that_ended_cost_nothing() -> None:
    working = aggressive()
    for measure in working.state.measures.values():
        measure.status = "ended"
    conducts.end_over(working)
    pressing(working.state).last_step = "strike"
    conduct_steps.step_done(working)
    public_reading.read_in_public(working)
    assert terms(working, "standing") == []


@pytest.mark.parametrize(("manner", "protests"), [("lawful", 0), ("unlawful", 1)])
def test_a_lawful_resort_is_protested_at_where_force_is_used_against_the_law(
    manner: Legality, protests: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    judgement = replace(judge(reading(next(iter(record(aggressive()).values())), "public")), severity="grave")
    lawful = replace(judgement, legality="lawful", resort="lawful", manner=manner)
    monkeypatch.setattr(public_reading, "judge", lambda _: lawful)
    working = aggressive()
    public_reading.read_in_public(working)
    assert working.state.record.unlawful == protests


def test_a_light_act_is_not_protested_at() -> None:
    working = acting("targeted-sanctions", replace(SANCTIONS, basis="countermeasures"))
    public_reading.read_in_public(working)
    assert working.state.record.unlawful == 0
