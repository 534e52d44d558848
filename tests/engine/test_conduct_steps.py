"""The other side's steps on record, and decisions without a measure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.charter.model import Remedy
from crisis_game.engine import conduct_decisions, conduct_steps, conducts
from crisis_game.engine.readings import reading
from crisis_game.engine.state import Letter
from crisis_game.engine.unit_of_work import Working
from crisis_game.law.finding import Legality
from crisis_game.law.judge import judge
from crisis_game.scenario import model
from crisis_game.scenario.draft import Draft, Motion
from crisis_game.texts.wording import Wording
from tests.engine import builders, parts
from tests.engine.builders import pressing
from tests.engine.on_record import FORCE, SANCTIONS, acting, active, next_round, record
from tests.engine.play import kinds
from tests.engine.worlds import adopt, at_answer, put_in_force

# The other side's steps -----------------------------------------------------------------------------------------------


def stepping(step: str, level: int, working: Working | None = None, **facts: object) -> Working:
    """The adversary takes a step whose facts are these."""
    working = working or at_answer(builders.tiny(actors=parts.actors(_with_facts(facts))))
    pressing(working.state).last_step, pressing(working.state).level = step, level
    conduct_steps.step_done(working)
    return working


def _with_facts(facts: dict[str, object]) -> model.Actor:
    plain = parts.adversary()
    return replace(plain, steps=tuple(replace(step, facts={**step.facts, **facts}) for step in plain.steps))


ARMED = {"use_of_force": "armed", "attack_timing": "feared", "attack_gravity": "none"}


def test_each_step_is_a_conduct_of_its_state_until_it_goes_back() -> None:
    working = stepping("inspect", 2)
    conduct = record(working)["xxx-r1/inspect"]
    assert (conduct.actor, conduct.participants, conduct.subject, conduct.ended) == ("XXX", ("XXX",), "inspect", None)
    working.state.table.round = 2
    stepping("hold", 2, working)
    assert conduct.ended is None
    stepping("back", 0, working)
    assert conduct.ended == 2
    assert len(record(working)) == 1


def test_a_strike_is_over_with_its_round_and_a_second_one_is_another_act() -> None:
    working = stepping("strike", 3)
    working.state.table.round = 2
    stepping("strike", 3, working)
    assert {id_: conduct.ended for id_, conduct in record(working).items()} == {
        "xxx-r1/strike": 2,
        "xxx-r2/strike": None,
    }


def test_a_crisis_without_a_state_behind_it_has_no_steps_on_record() -> None:
    working = at_answer(builders.tiny(actors=parts.actors(parts.adversary(kind="nature"))))
    stepping("strike", 3, working)
    assert record(working) == {}


def test_a_first_strike_answers_what_was_only_feared() -> None:
    conduct = record(stepping("strike", 3, **ARMED))["xxx-r1/strike"]
    assert reading(conduct, "true").facts["attack_timing"] == "feared"


def after_force(basis: str = "none-claimed", ended: bool = False, step: str = "strike") -> dict[str, object]:
    """The facts of a step that follows armed force by members."""
    working = at_answer(builders.tiny(actors=parts.actors(_with_facts(ARMED if step == "strike" else {}))))
    adopt(working, replace(FORCE, basis=basis))
    put_in_force(working, "limited-force", authority="aaa-1", basis=basis)
    conducts.orders_done(working)
    if ended:
        active(working, "aaa-1/limited-force").status = "ended"
        conducts.end_over(working)
    stepping(step, 3, working)
    return dict(reading(record(working)[f"xxx-r1/{step}"], "true").facts)


@pytest.mark.parametrize(("ended", "timing"), [(False, "ongoing"), (True, "ended")])
def test_a_strike_after_unlawful_force_by_members_answers_that_force(ended: bool, timing: str) -> None:
    facts = after_force(ended=ended)
    assert facts["attack_timing"] == timing
    assert facts["attack_gravity"] == "armed-attack"
    assert facts["prior_wrong_by_target"] == facts["attributed_to_state"] == "established"
    assert facts["harm_of_trigger"] == 8


@pytest.mark.parametrize("manner", ["lawful", "unlawful"])
def test_a_lawful_resort_gives_no_right_to_answer_it_however_force_was_used(
    manner: Legality, monkeypatch: pytest.MonkeyPatch
) -> None:
    aggression = next(iter(record(acting("limited-force", replace(FORCE, basis="none-claimed"))).values()))
    lawful = replace(judge(reading(aggression, "true")), legality="lawful", resort="lawful", manner=manner)
    monkeypatch.setattr(conduct_steps, "judge", lambda _: lawful)
    facts = after_force()
    assert facts["attack_timing"] == "none"
    assert facts["attack_gravity"] == "none"


def test_a_step_without_arms_answers_nothing_that_members_did() -> None:
    assert "prior_wrong_by_target" not in after_force(step="inspect")


# Decisions without a measure ------------------------------------------------------------------------------------------


def suspending(heard: bool, at_fault: bool, clause: bool = True) -> Working:
    """The suspension of CCC, adopted this round."""
    remedies = _remedies() if clause else ()
    working = at_answer(builders.tiny(charter=builders.charter(remedies=remedies)))
    text = adopt(working, Draft(motion=Motion("suspension", "CCC")), "bbb-1")
    text.votes["CCC"] = "no"
    if heard:
        words = Letter("m:CCC:1", 1, "table", "message", "CCC", None, words="Hear us.")
        working.state.mail.letters.append(words)
        working.state.commitments.heard_members["CCC"] = 0
    if at_fault:
        working.state.accounts["CCC"].departed.append("aaa-1")
    conducts.orders_done(working)
    return working


def _remedies() -> tuple[Remedy, ...]:
    return (
        Remedy("suspend", "7", "suspension", "suspension", ("grave-breach", "persistent-breach"), True, parts.NOTHING),
    )


@pytest.mark.parametrize(
    ("heard", "at_fault", "clause", "verdict"),
    [
        (True, True, True, "lawful"),
        (False, True, True, "unlawful"),
        (True, False, True, "unlawful"),
        (True, True, False, "contested"),
    ],
)
def test_a_suspension_is_an_act_of_the_organisation_with_its_own_tests(
    heard: bool, at_fault: bool, clause: bool, verdict: str
) -> None:
    conduct = record(suspending(heard, at_fault, clause))["bbb-1:decision"]
    assert (conduct.actor, conduct.participants, conduct.subject) == ("tiny-compact", ("AAA", "BBB"), "bbb-1")
    assert judge(reading(conduct, "true")).questions["membership-measures"] == verdict


def test_the_emergency_procedure_is_an_act_too_and_lawful_where_the_charter_has_it() -> None:
    working = at_answer()
    adopt(working, SANCTIONS).confirmed = False
    conducts.orders_done(working)
    conduct = record(working)["aaa-1:decision"]
    assert conduct.facts["emergency_procedure"] is True
    assert judge(reading(conduct, "true")).questions["consultation"] == "lawful"


def test_a_decision_is_put_on_record_once_and_named_for_people() -> None:
    working = suspending(heard=True, at_fault=True)
    conducts.orders_done(working)
    next_round(working)
    assert kinds(working.events) == ["conduct-opened"]
    title = conduct_decisions.title(working.state, record(working)["bbb-1:decision"])
    assert title is not None
    assert Wording().say(title) == "suspension of CCC"


@pytest.mark.parametrize("motion", [Motion("consult"), Motion("mediation"), Motion("reinstatement", "CCC")])
def test_other_motions_change_no_rights(motion: Motion) -> None:
    working = at_answer()
    adopt(working, Draft(motion=motion))
    conducts.orders_done(working)
    assert record(working) == {}
