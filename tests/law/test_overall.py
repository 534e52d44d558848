"""The legality of an act as a whole, and which of several answers it is."""

from __future__ import annotations

from typing import Any

import pytest

from crisis_game.law.judge import judge
from crisis_game.law.order import RULES, SPEAKERS
from tests.law.conftest import conduct_of
from tests.law.rows import GENOCIDE, INVITED, THREAT, TREATY_BODY

L, U, C, IF = "lawful", "unlawful", "contested", "insufficient-facts"
NONE: dict[str, Any] = {}

ROWS: tuple[tuple[str, dict[str, Any], str, str], ...] = (
    # with force the ban decides, and nothing else does
    ("defence", NONE, L, "a basis carries the force"),
    ("defence", {"target_use": "civil"}, L, "how force is used is a finding of its own"),
    ("defence", {"unsc_reported_art51": False}, L, "a report not sent is a finding of its own"),
    ("strike", NONE, U, "no basis"),
    ("group", NONE, C, "the basis is open"),
    ("rescue-of-people", NONE, U, "the view that denies it prevails"),
    ("defence", {"government_replaced": True}, L, "the view that allows it prevails"),
    ("strike", THREAT, U, "a threat without a basis"),
    ("strike", THREAT | INVITED, L, "a threat with a basis"),
    ("strike", {"response_kind": ...}, IF, "what kind of act is not known"),
    # without force the worst answer of the rules that decide
    ("protest", NONE, L, "merely unfriendly"),
    ("countermeasure", {"prior_wrong_by_target": "none"}, U, "no wrong came first"),
    ("countermeasure", {"actor_standing": "third-state", "owed_to": "all"}, C, "who may take it is open"),
    ("countermeasure", {"reversible": ...}, IF, "whether it can be undone is not known"),
    ("countermeasure", {"actor_standing": "third-state", "reversible": ...}, IF, "not known comes before open"),
    ("countermeasure", {"diplomats_touched": True, "reversible": ...}, U, "unlawful comes before not known"),
    ("sanctions", TREATY_BODY, L, "the view that lets regional bodies sanction prevails"),
    ("sanctions", {"peaceful_means": "none"}, L, "procedure is a finding of its own"),
    ("patrol", NONE, L, "policing with warning"),
    ("patrol", {"prior_notice": False}, U, "policing without warning"),
    ("protest", GENOCIDE | {"state_failing": False}, L, "a step of procedure is a finding of its own"),
    ("protest", {"council_votes_for": 8}, L, "the Council's own fault is not the actor's"),
    ("suspension", NONE, L, "by the organisation's own rule"),
    ("suspension", {"member_heard": False}, U, "by the organisation's own rule, badly"),
    *(
        ("protest", facts, U, why)
        for facts, why in (
            ({"harm_from_territory": True, "knew_of_harm": True, "steps_taken": False}, "its land was used for harm"),
            ({"aid_given": "arms", "aided_act": "unlawful", "aid_knowing": True}, "it aided a wrong"),
            ({"council_decided": True, "obeyed_council": False}, "it disobeyed the Council"),
            ({"host_base_consent": "withdrawn"}, "it kept a base"),
            ({"immune_court_process": True, "suit_over": "sovereign"}, "it tried a state"),
            ({"reserved_matter": True, "coercive": True}, "it coerced"),
            ({"consent_given_by": "rival-claimant"}, "a rival invited"),
            ({"inside_competence": False}, "no such power"),
            ({"member_forced": True}, "a member was forced"),
            ({"response_kind": "covert-operation"}, "agents abroad"),
            ({"response_kind": "hostage-taking"}, "persons seized"),
            ({"response_kind": "physical-barrier", "territory_held": "prolonged"}, "a barrier on occupied land"),
        )
    ),
    ("help", {"response_kind": "arms-supply", "use_of_force": "none", "attributed_to_state": "disputed",
              "consent_given_by": "n/a", "consent_of_territorial_state": "n/a"}, U, "arms in a war without aggressor"),
    ("help", {"response_kind": "arms-supply", "use_of_force": "none", "consent_given_by": "n/a",
              "consent_of_territorial_state": "n/a"}, L, "arms for the victim of a proven aggression"),
    ("suspension", {"response_kind": "peacekeeping"}, U, "peacekeepers without consent"),
    ("patrol", {"third_state_rights_affected": True}, U, "another state's ship"),
    ("patrol", {"civilian_harm": "heavy"}, U, "lives in danger"),
    ("sanctions", {"target_type": "individuals", "due_process": "none"}, U, "nobody heard"),
    ("sanctions", {"target_type": "individuals", "due_process": "partial"}, C, "some procedure"),
    ("sanctions", {"prior_wrong_by_target": "none", "treaty_scope": "outside"}, U, "a treaty broken"),
    ("protest", {"treaty_scope": "outside"}, U, "a treaty broken in words"),
    # no rule speaks: lawful only if it is known to be harmless
    *(
        ("protest", {"response_kind": kind, "treaty_scope": "n/a"}, L, "nothing forbids it")
        for kind in ("consultation", "diplomatic", "technical-assistance", "peacekeeping", "show-of-force", "retorsion")
    ),
    ("protest", {"response_kind": "threat"}, IF, "no rule speaks, and it is not known to be harmless"),
    ("protest", {"response_kind": "arms-supply"}, IF, "no rule speaks, and it is not known to be harmless"),
    ("protest", {"response_kind": "consultation", "use_of_force": ...}, IF, "whether force was used is not known"),
    ("protest", {"response_kind": ...}, IF, "what it was is not known"),
)  # fmt: skip


@pytest.mark.parametrize(("act", "changed", "expected", "why"), ROWS, ids=[f"{row[2]}-{row[3]}" for row in ROWS])
def test_legality(act: str, changed: dict[str, Any], expected: str, why: str) -> None:
    assert judge(conduct_of(act, **changed)).legality == expected


def test_each_question_is_answered_by_the_first_of_its_rules_that_applies() -> None:
    """Taken from what the rules say of themselves, not from the table of speakers."""
    for act in ("strike", "defence", "help", "countermeasure", "sanctions", "patrol", "suspension", "protest"):
        judgement = judge(conduct_of(act))
        answers = {finding.rule: finding.verdict for finding in judgement.findings}
        for question, verdict in judgement.questions.items():
            speaking = [answers[rule] for rule in SPEAKERS[question] if rule in answers]
            assert verdict == (speaking[0] if speaking else "not-applicable")
            assert all(RULES[rule].question == question for rule in SPEAKERS[question])


QUESTIONS: tuple[tuple[str, dict[str, Any], str, str, str], ...] = (
    ("strike", NONE, "jus-ad-bellum", U, "force-prohibited"),
    ("strike", THREAT, "jus-ad-bellum", U, "force-threatened"),
    ("patrol", NONE, "necessity", L, "police-necessity"),
    ("defence", {"purpose": "punish"}, "necessity", U, "sd-necessity"),
    ("countermeasure", {"prior_notice": False, "peaceful_means": "none"}, "necessity", U, "measure-necessity"),
    ("patrol", {"civilian_harm": "heavy"}, "proportionality", U, "police-proportion"),
    ("defence", {"target_type": "civilian"}, "proportionality", U, "sd-proportionality"),
    ("countermeasure", {"scale_of_response": "massive"}, "proportionality", U, "cm-proportion"),
    ("sanctions", {"target_type": "individuals", "due_process": "none", "duration_limited": False},
     "proportionality", U, "sanction-proportion"),
    ("strike", {"claimed_basis": "mandate"}, "unsc-authorisation", U, "unsc-authorised"),
    ("protest", {"council_decided": True, "obeyed_council": False}, "unsc-authorisation", U, "unsc-decision-comply"),
    ("protest", {"council_votes_for": 3}, "unsc-authorisation", U, "unsc-vote-valid"),
    ("strike", TREATY_BODY | {"treaty_scope": "outside"}, "art-53-authorisation", U, "regional-enforcement"),
    ("strike", {"treaty_preconsent": True, "preconsent_ratified": False}, "art-53-authorisation", U,
     "treaty-preconsent"),
    ("suspension", {"inside_competence": False}, "regional-competence", U, "l3-competence"),
    ("protest", {"voting_rule_met": False, "regional_body_decision": "none"}, "regional-competence", U, "l3-vote"),
    ("suspension", {"response_kind": "peacekeeping"}, "institutional-competence", U, "institutional-competence"),
    ("strike", {"assembly_recommended": True}, "institutional-competence", U, "ga-recommendation"),
    ("strike", {"consent_given_by": "rival-claimant"}, "consent", U, "invitation"),
    ("protest", {"host_base_consent": "none"}, "consent", U, "base-terms"),
    ("protest", {"aid_to_opposition": True}, "non-intervention", U, "non-intervention"),
    ("protest", {"aid_given": "arms", "aided_act": "unlawful", "aid_knowing": True}, "non-intervention", U,
     "complicity"),
    ("strike", NONE, "territorial-integrity", U, "territorial-integrity"),
    ("protest", {"harm_from_territory": True, "knew_of_harm": True, "steps_taken": False}, "territorial-integrity", U,
     "due-diligence"),
    ("rescue-of-people", {"humanitarian_emergency": "claimed"}, "humanitarian-intervention", U, "humanitarian-force"),
    ("protest", GENOCIDE | {"state_failing": False}, "humanitarian-intervention", U, "r2p-pathway"),
    ("defence", {"target_use": "civil"}, "ihl", U, "ihl-conduct"),
    ("protest", {"harm_alleged": True, "inquiry_opened": False}, "ihl", U, "investigate-redress"),
    ("defence", {"unsc_reported_art51": False}, "art-51-reporting", U, "report-unsc"),
    ("defence", {"attributed_to_state": "not-shown"}, "attribution", U, "attribution-state"),
    ("defence", {"attack_timing": "imminent"}, "imminence", C, "imminence"),
    ("defence", NONE, "self-defence", L, "self-defence"),
    ("help", NONE, "collective-self-defence", L, "collective-self-defence"),
    ("countermeasure", NONE, "countermeasures", L, "countermeasure"),
    ("protest", NONE, "retorsion", L, "retorsion"),
    ("sanctions", NONE, "sanctions", L, "sanction"),
    ("sanctions", {"target_type": "individuals", "due_process": "none"}, "sanctions-due-process", U,
     "sanctions-due-process"),
    ("suspension", NONE, "membership-measures", L, "l3-suspension"),
    ("protest", {"consulted_before": False}, "consultation", U, "l3-consultation"),
    ("sanctions", {"peaceful_means": "none"}, "peaceful-settlement", U, "pacific-first"),
    ("protest", {"treaty_scope": "outside"}, "treaty-law", U, "treaty-law"),
    ("patrol", NONE, "law-of-the-sea", L, "law-of-the-sea"),
    ("help", {"response_kind": "arms-supply", "use_of_force": "none"}, "neutrality", C, "neutrality"),
    ("protest", {"immune_court_process": True, "suit_over": "sovereign"}, "immunity", U, "immunity"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("act", "changed", "question", "expected", "rule"), QUESTIONS, ids=[row[4] for row in QUESTIONS]
)
def test_question(act: str, changed: dict[str, Any], question: str, expected: str, rule: str) -> None:
    judgement = judge(conduct_of(act, **changed))
    assert judgement.questions[question] == expected
    assert expected in [finding.verdict for finding in judgement.findings if finding.rule == rule]
