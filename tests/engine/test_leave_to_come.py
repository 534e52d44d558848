"""Consents of any giver: what moves them, what rests on them, and what the law makes of each in three readings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.conditions.grades import GRADES, Grade
from crisis_game.engine import conducts, delivery_costs, injects, legal_situation
from crisis_game.engine.acts.consent import SetConsent
from crisis_game.engine.force_cover import force_in_use
from crisis_game.engine.readings import Reading, reading
from crisis_game.engine.reason_codes import Code, coded
from crisis_game.engine.seeing.projection import projected
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import Consent
from crisis_game.engine.unit_of_work import Working
from crisis_game.law.conduct import FactValue
from crisis_game.scenario import model
from crisis_game.scenario.fact_rows import rows_of
from crisis_game.scenario.library import find
from crisis_game.scenario.model_consents import ConsentLevel
from crisis_game.scenario.reading.load import load_scenario, read_scenario
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.workshop.trials import trial_problems
from tests.engine import builders
from tests.engine.play import told
from tests.engine.worlds import at_answer, put_in_force

LEAVE = str(Path(__file__).parents[1] / "data" / "leave-to-come.yaml")
SCENARIO = load_scenario(find(LEAVE))
CONSENT = "consent_of_territorial_state"
FORCE = "stabilisation-force"


def desk(truth: str = "kept-faith", **grades: Grade) -> Working:
    working = at_answer(SCENARIO, round_=2)
    working.state.world.truth = truth
    working.state.knowledge.public.update({name.replace("_", "-"): grade for name, grade in grades.items()})
    return working


def acting(working: Working, measure: str = FORCE, consent: str = "letter", level: ConsentLevel = "given") -> Working:
    """ARN carries a measure since this round, with a consent at this level, and it is on record."""
    sheet = working.scenario.consents[consent]
    working.state.commitments.consents[consent] = Consent(level, sheet.limits if level == "limited" else ())
    put_in_force(working, measure, {"ARN": "full"}, author="ARN", target=None, basis="charter")
    conducts.orders_done(working)
    return working


def on_record(working: Working, which: Reading = "true") -> Mapping[str, FactValue]:
    (conduct,) = working.state.record.conducts.values()
    return reading(conduct, which).facts


def moved(working: Working, consent: str, level: ConsentLevel) -> list[str]:
    """What all are told when an effect moves a consent."""
    before = len(working.events)
    effect = model.Effect("consent", consent, level=level)
    injects.take_effect(working, (effect,), coded(Code.CRISIS_GOES_ON))
    return told(working.events[before:], "VEL")


# What moves it --------------------------------------------------------------------------------------------------------


def test_effects_move_it_and_all_are_told_once() -> None:
    working = desk()
    assert moved(working, "river-mouth", "limited") == ["KAS consents, for mine-sweep alone: river-mouth."]
    assert moved(working, "river-mouth", "limited") == []
    assert working.state.commitments.consents["river-mouth"] == Consent("limited", ("mine-sweep",), 2)
    assert moved(working, "river-mouth", "given") == ["KAS consents: river-mouth."]
    assert moved(working, "river-mouth", "withdrawn") == ["KAS does not consent: river-mouth."]
    assert moved(working, "river-mouth", "none") == ["The consent of KAS has lapsed: river-mouth."]


def test_no_seat_can_move_what_is_given_outside() -> None:
    seen = Seen(SCENARIO, desk().state, "ARN")
    assert [consent.giver for consent in seen.consents.values()] == ["KAS", "KAS", "KAS"]
    refusal = SetConsent("letter", "withdrawn").refusal(seen)
    assert refusal is not None
    assert refusal.code == "not-yours"


@given(
    level=st.sampled_from(("none", "limited", "given", "withdrawn")),
    limits=st.sampled_from(((), ("escort",), ("escort", "limited-force"), ("limited-force",))),
    binding=st.booleans(),
    author=st.sampled_from((None, "AAA", "BBB")),
)
def test_a_measure_waits_exactly_until_a_binding_consent_covers_it_or_its_giver_acts(
    level: ConsentLevel, limits: tuple[str, ...], binding: bool, author: str | None
) -> None:
    scenario = builders.tiny()
    consents = {"harbour": replace(scenario.consents["harbour"], binding=binding)}
    working = Working(replace(scenario, consents=consents), builders.opened(scenario))
    working.state.commitments.consents["harbour"] = Consent(level, limits)
    covered = level == "given" or (level == "limited" and "escort" in limits)
    runs = delivery_costs.host_consents(working, working.scenario.measures["escort"], author)
    assert runs is (covered or not binding or author == "AAA")


# What the law makes of it ---------------------------------------------------------------------------------------------


def test_its_own_tests_hold_and_those_that_hang_on_the_truth_fail_under_the_other() -> None:
    held = read_scenario(find(LEAVE))
    assert trial_problems(held) == ()
    assert held.scenario is not None
    other = {"kept-faith": "played-false", "played-false": "kept-faith"}
    turned = tuple(
        replace(trial, given=replace(trial.given, truth=other[trial.given.truth]))
        for trial in held.scenario.trials
        if trial.given.truth is not None
    )
    problems = trial_problems(replace(held, scenario=replace(held.scenario, trials=turned)))
    assert len({problem.message.values["test"] for problem in problems if problem.code == "E540"}) == len(turned) == 3


@pytest.mark.parametrize(
    ("level", "facts"),
    [
        ("given", {"relief_refused": False, "relief_without_consent": None, "refusal_reasoned": None}),
        ("limited", {"relief_refused": False, "relief_without_consent": None, "refusal_reasoned": None}),
        ("none", {"relief_refused": None, "relief_without_consent": True, "refusal_reasoned": None}),
        ("withdrawn", {"relief_refused": None, "relief_without_consent": True, "refusal_reasoned": False}),
    ],
)
@pytest.mark.parametrize("which", ["public", "known", "true"])
def test_an_act_has_the_facts_of_a_consent_as_that_stands(
    level: ConsentLevel, facts: Mapping[str, FactValue], which: Reading
) -> None:
    record = on_record(acting(desk(), "relief-corridor", "camp-road", level), which)
    assert {name: record.get(name) for name in facts} == facts


def test_an_act_that_goes_on_without_gains_and_loses_them_as_the_consent_moves() -> None:
    working = acting(desk(), "relief-corridor", "camp-road", "none")
    moved(working, "camp-road", "given")
    conducts.orders_done(working)
    assert on_record(working)["relief_refused"] is False
    assert "relief_without_consent" not in on_record(working)


def test_an_act_that_rests_stays_as_it_was_done_and_what_all_learn_of_it_still_counts() -> None:
    working = acting(desk(letter_genuine="suspected"))
    assert (on_record(working)[CONSENT], on_record(working, "public")[CONSENT]) == ("valid", "disputed")
    moved(working, "letter", "withdrawn")
    next(iter(working.state.measures.values())).status = "dormant"
    working.state.knowledge.public["letter-genuine"] = "established"
    conducts.orders_done(working)
    assert (on_record(working)[CONSENT], on_record(working, "public")[CONSENT]) == ("valid", "valid")


def test_of_an_act_alone_of_who_gives_it_nothing_is_said() -> None:
    own = replace(SCENARIO.consents["camp-road"], giver="ARN")
    scenario = replace(SCENARIO, consents={**SCENARIO.consents, "camp-road": own})
    working = acting(Working(scenario, desk().state), "relief-corridor", "camp-road", "none")
    assert "relief_without_consent" not in on_record(working)


def test_leave_to_use_an_asset_is_on_record_by_itself_and_other_leave_is_not() -> None:
    working = at_answer()
    put_in_force(working, "escort", {"BBB": "full"}, author="BBB")
    conducts.orders_done(working)
    assert [facts.get("host_base_consent") for facts in records(working)] == ["given"]
    working = acting(desk())
    assert [facts.get("host_base_consent") for facts in records(working)] == [None]


def records(working: Working) -> list[Mapping[str, FactValue]]:
    return [conduct.facts for conduct in working.state.record.conducts.values()]


# Cover ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("truth", ["kept-faith", "played-false"])
@pytest.mark.parametrize(
    ("grade", "cover"), [("rumoured", None), ("suspected", None), ("probable", None), ("established", "consent")]
)
def test_force_is_covered_by_an_invitation_that_is_valid_to_all_whatever_is_true(
    truth: str, grade: Grade, cover: str | None
) -> None:
    working = acting(desk(truth, letter_genuine=grade))
    assert [force.cover for force in force_in_use(working.scenario, working.state)] == [cover]


# Secrets --------------------------------------------------------------------------------------------------------------

_grades = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("letter-genuine", "letter-forged"), st.sampled_from(GRADES))
)


@given(grades=_grades, level=st.sampled_from(("none", "given", "withdrawn")))
def test_worlds_in_which_the_same_is_known_have_the_same_facts_in_all_readings_but_the_true(
    grades: dict[str, Grade], level: ConsentLevel
) -> None:
    readings = []
    for truth in ("kept-faith", "played-false"):
        working = desk(truth)
        working.state.knowledge.public = dict(grades)
        working.state.commitments.consents["letter"] = Consent(level)
        for ground in (legal_situation.public, lambda *of: legal_situation.known(*of, "ARN")):
            leave = ground(SCENARIO, working.state).leave("letter", level == "given")
            readings.append((leave.over({}), leave.unknown))
    assert readings[:2] == readings[2:]


def test_no_seat_holds_what_only_truth_has() -> None:
    state = desk().state
    assert rows_of(SCENARIO.consents["letter"].facts)
    for seat in (*SCENARIO.members, "VEL", "observer"):
        assert not rows_of(Seen(SCENARIO, state, seat).consents["letter"].facts)
        assert not rows_of(dossier(SCENARIO, seat).consents["letter"].facts)
        held = rows_of(projected(SCENARIO, state, seat, frozenset()).consents["letter"].facts)
        assert all(row.when is None for row in held)
        assert "recognised-government" not in str([row.facts for row in held])


def test_a_seat_has_the_same_facts_over_its_own_scenario_as_over_the_whole() -> None:
    state = desk().state
    for genuine, forged, covered in product((None, *GRADES), (None, *GRADES), (True, False)):
        grades = {"letter-genuine": genuine, "letter-forged": forged}
        state.knowledge.public = {claim: grade for claim, grade in grades.items() if grade is not None}
        whole = Seen(SCENARIO, state, "ARN").ground
        own = Seen(projected(SCENARIO, state, "ARN", frozenset()), state, "ARN").ground
        for consent in SCENARIO.consents:
            assert own.leave(consent, covered).over({}) == whole.leave(consent, covered).over({})
            assert own.leave(consent, covered).unknown == whole.leave(consent, covered).unknown
