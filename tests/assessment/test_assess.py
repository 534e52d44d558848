from __future__ import annotations

import pytest

from crisis_game.assessment import assess
from crisis_game.assessment.history import history
from crisis_game.assessment.model import READINGS
from crisis_game.engine.conditions import Facts
from crisis_game.engine.conducts import judged
from crisis_game.engine.events.facilitator import FindingOverruled
from crisis_game.engine.events.record import ConductGrew, ConductOpened
from crisis_game.engine.events.turns import PhaseEntered
from crisis_game.law.conduct import FactValue
from tests.assessment.games import game, scenario

NAMES = ["tiny", "first-watch"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("policy", ["", "hawk", "random"])
def test_folding_the_log_again_gives_the_same_assessment_and_the_state_of_play(name: str, policy: str) -> None:
    played = game(name, 3, policy)
    assert assess(played.scenario, played.events) == assess(played.scenario, iter(played.events))
    assert history(played.scenario, played.events).state == played.state


@pytest.mark.parametrize("name", ["first-watch", "hesk-strait"])
def test_every_act_on_record_is_judged_in_all_three_readings_as_the_engine_judges_it(name: str) -> None:
    played = game(name, 3, "hawk")
    assessment = assess(played.scenario, played.events)
    omissions = {id_ for id_, conduct in played.state.record.conducts.items() if conduct.omission}
    assert {act.id for act in assessment.acts} == set(played.state.record.conducts) - omissions
    assert {omission.id for omission in assessment.omissions} == omissions
    assert assessment.acts
    for which in READINGS:
        by_engine = judged(played.state, which)
        assert {act.id: act.reading(which).judgement for act in assessment.acts} == by_engine


def test_any_prefix_of_a_log_can_be_assessed() -> None:
    played = game("tiny", 2, "random")
    for entries in range(4, len(played.log) + 1, 7):
        assessment = assess(played.scenario, (event for entry in played.log[:entries] for event in entry.events))
        assert [seat.seat for seat in assessment.seats] == list(played.scenario.members)


def test_objectives_are_read_from_the_deeds_that_their_author_named() -> None:
    played = game("first-watch", 1)
    facts = Facts(played.scenario, played.state)
    read = {objective.id: objective.met for objective in assess(played.scenario, played.events).objectives}
    from_the_start = [sheet for sheet in played.scenario.objectives if sheet.since is None and sheet.met is not None]
    assert from_the_start
    for sheet in from_the_start:
        shown = {
            met
            for met, deeds in (("not", sheet.contrary), ("met", sheet.met), ("partly", sheet.partly))
            if deeds is not None and deeds.holds(facts)
        }
        assert read[sheet.id] == next((met for met in ("not", "met", "partly") if met in shown), "not")


def test_an_overruling_stands_beside_the_verdict_and_takes_nothing_away() -> None:
    played = game("first-watch", 3, "hawk")
    before = assess(played.scenario, played.events)
    act = before.acts[0]
    finding = act.known.judgement.findings[0]
    event = FindingOverruled(finding.id, "contested", "Two members of the court would see it otherwise.")
    after = assess(played.scenario, [*played.events, event]).act(act.id)
    assert after.overruled[finding.rule].verdict == "contested"
    assert after.known.judgement == act.known.judgement
    assert not act.overruled


def opened(facts: dict[str, FactValue]) -> ConductOpened:
    return ConductOpened("AAA-r1/x:third-state", "AAA", ("AAA",), "x", 4, facts, {}, {}, {})


UNREPORTED: dict[str, FactValue] = {
    "use_of_force": "armed", "response_kind": "force", "claimed_basis": "self-defence", "armed_attack_on": "BBB",
    "report_filed": False, "unsc_reported_art51": False, "days_to_report": 0,
}  # fmt: skip


def test_what_was_made_good_after_its_round_is_told_apart_from_what_stands() -> None:
    sheet, start = scenario("tiny"), game("tiny").log[: len(scenario("tiny").members) + 1]
    events = [event for entry in start for event in entry.events]
    review = PhaseEntered("review", 1)
    report = ConductGrew("AAA-r1/x:third-state", {"unsc_reported_art51": True, "report_filed": True}, ("AAA",))
    act = assess(sheet, [*events, opened(UNREPORTED), review, report]).acts[0]
    assert "report-unsc" in [finding.rule for finding in act.cured]
    at_once = assess(sheet, [*events, opened(UNREPORTED), report, review]).acts[0]
    assert "report-unsc" not in [finding.rule for finding in at_once.cured]
    never = assess(sheet, [*events, opened(UNREPORTED), review])
    assert "report-unsc" in [finding.rule for finding in never.acts[0].adverse]
    assert not never.acts[0].cured
