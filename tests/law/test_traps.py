"""Fifteen mistakes that a professor of international law would catch at once."""

from __future__ import annotations

from typing import Any

from crisis_game.law import judge
from crisis_game.law.order import RULES

INVITED = {"consent_given_by": "recognised-government", "consent_of_territorial_state": "valid"}
TREATY_BODY = {
    "regional_body_decision": "authorised",
    "target_member_of_body": True,
    "voting_rule_met": True,
    "treaty_scope": "inside",
}


def test_1_three_proportionalities_are_three_rules_and_none_is_parity_of_casualties(verdict: Any) -> None:
    assert {"sd-proportionality", "ihl-proportionality", "cm-proportion"} <= set(RULES)
    excessive_attack = {"expected_civilian_harm": "excessive"}
    assert verdict("sd-proportionality", "defence", **excessive_attack) == "lawful"
    assert verdict("ihl-proportionality", "defence", **excessive_attack) == "unlawful"
    assert verdict("cm-proportion", "defence") == "not-applicable"
    one_step_above_the_harm = {"scale_of_response": "massive", "harm_suffered": "severe"}
    assert verdict("sd-proportionality", "defence", **one_step_above_the_harm) == "lawful"


def test_2_a_missing_report_is_a_breach_of_its_own_and_not_illegality_of_the_force(verdict: Any, legality: Any) -> None:
    assert verdict("report-unsc", "defence", unsc_reported_art51=False) == "unlawful"
    assert verdict("self-defence", "defence", unsc_reported_art51=False) == "lawful"
    assert legality("defence", unsc_reported_art51=False) == "lawful"


def test_3_a_vote_is_not_a_legal_basis(legality: Any) -> None:
    assert legality("strike", **(TREATY_BODY | {"treaty_scope": "n/a", "vote_outcome": "adopted"})) == "unlawful"


def test_4_an_assembly_or_regional_text_is_no_authorisation_of_the_council(verdict: Any, legality: Any) -> None:
    assert verdict("ga-recommendation", "strike", assembly_recommended=True) == "unlawful"
    assert legality("strike", assembly_recommended=True) == "unlawful"
    assert verdict("regional-enforcement", "strike", **(TREATY_BODY | {"target_member_of_body": False})) == "unlawful"


def test_5_the_responsibility_to_protect_gives_no_right_to_act_alone(verdict: Any, legality: Any) -> None:
    crimes = {"crime_kind": "genocide", "state_failing": True, "claimed_basis": "responsibility-to-protect"}
    assert verdict("r2p-pathway", "rescue-of-people", **crimes) == "unlawful"
    assert legality("rescue-of-people", **crimes) == "unlawful"


def test_6_there_are_no_forcible_countermeasures_for_injured_or_third_states(verdict: Any, legality: Any) -> None:
    for standing in ("injured", "third-state"):
        forcible = {"use_of_force": "minor", "actor_standing": standing}
        assert verdict("cm-limits", "countermeasure", **forcible) == "unlawful"
        assert verdict("countermeasure", "countermeasure", **forcible) == "unlawful"
        assert legality("countermeasure", **forcible) == "unlawful"


def test_7_overall_control_is_not_enough_for_responsibility(verdict: Any, finding_of: Any) -> None:
    evidence = {"attack_author": "armed-group", "author_grade": "established", "control": "overall"}
    assert verdict("attribution-state", "defence", **evidence) == "contested"
    views = {view.verdict: view for view in finding_of("attribution-state", "defence", **evidence).views}
    assert "effective control" in views["unlawful"].claim.msgid.lower()
    assert verdict("attribution-state", "defence", **(evidence | {"control": "effective"})) == "lawful"


def test_8_rebels_cannot_invite(verdict: Any, legality: Any) -> None:
    rebels = {"consent_given_by": "rival-claimant", "consent_of_territorial_state": "disputed"}
    assert verdict("invitation", "strike", **rebels) == "unlawful"
    assert legality("strike", **rebels) == "unlawful"


def test_9_an_alliance_clause_orders_nobody_to_fight(verdict: Any) -> None:
    assert verdict("l3-own-consent", "help", **TREATY_BODY, member_forced=True) == "unlawful"
    assert (
        verdict("l3-consultation", "help", **TREATY_BODY, consultation_requested=True, consulted_before=True)
        == "lawful"
    )


def test_10_that_an_actor_judges_itself_in_need_does_not_settle_necessity(verdict: Any) -> None:
    claimed = {"attack_gravity": "none", "attack_timing": "feared", "independent_verification": "none"}
    assert verdict("sd-necessity", "defence", **claimed) == "unlawful"


def test_11_a_state_that_did_not_ratify_is_not_bound(verdict: Any) -> None:
    assert verdict("treaty-preconsent", "strike", treaty_preconsent=True, preconsent_ratified=False) == "unlawful"


def test_12_unproven_is_not_disproven(verdict: Any, legality: Any) -> None:
    assert verdict("attribution-state", "defence", attributed_to_state=...) == "insufficient-facts"
    assert legality("defence", attributed_to_state=...) == "insufficient-facts"
    assert legality("defence", attributed_to_state="not-shown") == "unlawful"


def test_13_the_council_too_is_bound(verdict: Any, finding_of: Any) -> None:
    annexed = {"unsc_authorisation": "prior", "territory_held": "annexed"}
    assert verdict("unsc-authorised", "strike", **annexed) == "unlawful"
    assert finding_of("unsc-authorised", "strike", **annexed).severity == "peremptory"


def test_14_aggressor_and_victim_have_the_same_duties_in_war(verdict: Any, legality: Any) -> None:
    conduct = {"target_use": "civil", "expected_civilian_harm": "excessive"}
    for rule in ("ihl-distinction", "ihl-proportionality", "ihl-conduct"):
        assert verdict(rule, "defence", **conduct) == verdict(rule, "strike", **conduct) == "unlawful"
    assert legality("defence", **conduct) == "lawful"


def test_15_consent_can_be_withdrawn_in_the_middle(make: Any) -> None:
    before = make("strike", **INVITED, purpose="assist-government")
    after = make("strike", **INVITED, purpose="assist-government", consent_withdrawn=True)
    assert judge(before).legality == "lawful"
    assert judge(after).legality == "unlawful"
