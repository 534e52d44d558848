"""Each way to a verdict, by itself: rows to be read by a lawyer, and what each rests on.

A row says: to this act, with these facts changed (`...` takes a fact away), this rule gives this answer, since ... What
stands before the colon of the reason is one of the rule's own sources. `test_rule_outcomes` has one row for each answer
of a rule; here is each second way to the same answer, each word of a list, and each number with its two sides.
"""

from __future__ import annotations

from typing import Any

import pytest

from crisis_game.law.judge import open_case
from crisis_game.law.order import RULES
from tests.law.conftest import conduct_of

L, U, C, NA, IF = "lawful", "unlawful", "contested", "not-applicable", "insufficient-facts"
Row = tuple[str, str, str, dict[str, Any], str]

INVITED = {"consent_given_by": "recognised-government", "consent_of_territorial_state": "valid"}
NOBODY_ASKED = {"consent_given_by": "n/a", "consent_of_territorial_state": "n/a"}
NO_PLEA = {"armed_attack_on": None, "purpose": "enforcement", "unsc_reported_art51": "n/a"}
"""An act of defence without what pleads defence: no attack named, no such aim, no report."""
CYBER = {"attack_by_cyber": True, "attack_gravity": "disputed"}
SERIES = {"series": True, "attack_gravity": "below-threshold", "author_grade": "established"}
FEARED = {"attack_timing": "feared", "attack_gravity": "none", "purpose": "prevent", "scale_of_response": "low"}
AFTERWARDS = {"attack_timing": "ended", "response_delay": "days"}
HOSTAGES = {"attack_gravity": "disputed", "purpose": "rescue-nationals", "unsc_had_acted": False}
TREATY_BODY = {
    "regional_body_decision": "authorised",
    "target_member_of_body": True,
    "voting_rule_met": True,
    "treaty_scope": "inside",
}
GENOCIDE = {"crime_kind": "genocide", "state_failing": True}
ARMS = {"response_kind": "arms-supply", "use_of_force": "none"}
THREAT = {"response_kind": "threat", "use_of_force": "threat"}
BEYOND = {"government_replaced": True, "territory_held": "none", "scale_of_response": "large"}
"""A defence that removed a government; as large as the harm that it answers is severe."""

DEFENCE: tuple[Row, ...] = (
    # what is force, and what is not
    *(
        ("force-prohibited", U, "protest", {"response_kind": kind}, "General Assembly resolution 3314: force by nature")
        for kind in ("force", "occupation", "regime-change", "annexation", "blockade")
    ),
    ("force-prohibited", NA, "protest", {"response_kind": "countermeasure"}, "UN Charter: no force, no ban"),
    ("force-prohibited", U, "protest", {"response_kind": "rescue", "use_of_force": "minor"}, "small force is force"),
    ("force-prohibited", U, "protest", {"response_kind": "rescue", "use_of_force": "armed"}, "whatever it is called"),
    ("force-prohibited", IF, "strike", {"response_kind": ...}, "it may have been policing"),
    ("force-prohibited", IF, "protest", {"use_of_force": ..., "response_kind": "rescue"}, "the degree is not known"),
    ("force-prohibited", NA, "strike", {"response_kind": "hostage-taking"}, "seizing persons at home is other law"),
    ("force-prohibited", NA, "patrol", {}, "policing private persons is no force between states"),
    ("force-prohibited", L, "help", ARMS | INVITED, "arms for a government that asked"),
    ("force-prohibited", U, "help", ARMS | {"consent_given_by": "rival-claimant"}, "Nicaragua: arms for its rival"),
    ("force-prohibited", NA, "help", ARMS | NOBODY_ASKED, "nobody's consent arises"),
    ("force-prohibited", U, "rescue-of-people", {}, "the view that denies humanitarian force prevails"),
    ("force-prohibited", C, "strike", TREATY_BODY, "the treaty body's decision is the best basis, and it is open"),
    # who pleads self-defence
    ("report-unsc", U, "defence",
     NO_PLEA | {"claimed_basis": "self-defence", "unsc_reported_art51": False}, "UN Charter, Article 51: it is claimed"),
    ("report-unsc", U, "defence",
     NO_PLEA | {"claimed_basis": "collective-self-defence", "unsc_reported_art51": False}, "it is claimed for another"),
    *(
        ("report-unsc", U, "defence", NO_PLEA | {"purpose": aim, "unsc_reported_art51": False}, "the aim pleads it")
        for aim in ("self-defence", "prevent", "self-protection")
    ),
    ("report-unsc", NA, "defence", NO_PLEA | {"unsc_reported_art51": False}, "nothing pleads defence"),
    ("report-unsc", L, "defence", NO_PLEA | {"unsc_reported_art51": True}, "who reports under Article 51 pleads it"),
    ("report-unsc", U, "defence",
     NO_PLEA | {"armed_attack_on": "Ardan", "unsc_reported_art51": False}, "who names an attack pleads defence"),
    ("report-unsc", IF, "defence", NO_PLEA | {"armed_attack_on": ...}, "whether an attack is named is not known"),
    ("report-unsc", NA, "defence", {"use_of_force": ...}, "whether force was used is not known"),
    ("report-unsc", NA, "defence", {"unsc_reported_art51": "n/a"}, "no report was due"),
    *(
        ("attribution-state", IF, "protest",
         {"response_kind": kind, "purpose": "self-defence", "attributed_to_state": ...}, "it reaches foreign soil")
        for kind in ("physical-barrier", "covert-operation", "cyber-operation", "intervention", "rescue")
    ),
    ("attribution-state", NA, "protest",
     {"response_kind": "sanctions", "purpose": "self-defence", "attributed_to_state": ...}, "it reaches no foreign soil"),
    ("csd-request", L, "help", ARMS, "arms for the victim of an attack are help in its defence"),
    ("csd-request", NA, "help", ARMS | {"armed_attack_on": None}, "no attack is named, so none is helped against"),
    ("csd-request", NA, "help", ARMS | {"aid_to_opposition": True}, "an opposition is no victim of an attack"),
    ("csd-request", L, "defence", {"victim_requested_help": True}, "who was asked to help defends another"),
    ("csd-request", NA, "defence", {"victim_requested_help": False}, "one's own defence needs no request"),
    ("csd-request", NA, "help", {"armed_attack_on": None}, "nobody was attacked"),
    ("csd-request", NA, "strike", {"victim_requested_help": True, "armed_attack_on": "Ardan", **THREAT,
                                   "use_of_force": "none"}, "nothing was done that defends"),
    *(
        ("csd-request", U, "defence", {"actor_standing": who, "victim_requested_help": False}, "Nicaragua: not asked")
        for who in ("third-state", "organisation", "invited-state")
    ),
    ("csd-request", U, "help", {"victim_requested_help": False, "treaty_scope": "inside"}, "the organ decided nothing"),
    ("csd-request", U, "help",
     {"victim_requested_help": False, "regional_body_decision": "authorised"}, "the treaty does not speak of it"),
    ("self-defence", L, "help", {"armed_attack_on": None}, "no other state was attacked: one's own cause"),
    # the attack
    ("armed-attack", NA, "defence", FEARED, "the attack is yet to come: imminence speaks"),
    ("armed-attack", NA, "defence", {"attack_timing": "imminent"}, "the attack is yet to come: imminence speaks"),
    ("armed-attack-cyber", L, "defence", CYBER | {"injured": 1, "cyber_effect": "none"}, "Tallinn: people were hurt"),
    ("armed-attack-cyber", U, "defence", CYBER | {"deaths": 0, "injured": 0, "cyber_effect": "none"}, "nobody was hurt"),
    ("armed-attack-cyber", U, "defence", CYBER | {"cyber_effect": "data"}, "Tallinn: data alone are no such effect"),
    ("accumulation", U, "defence", SERIES | {"author_grade": "rumoured"}, "one author is only rumoured"),
    ("accumulation", U, "defence", SERIES | {"author_grade": ...}, "nobody knows whether the author is one"),
    ("accumulation", C, "defence", SERIES | {"author_grade": "suspected"}, "Oil Platforms: considered, not decided"),
    ("self-defence", U, "defence", CYBER | {"cyber_effect": "data"}, "nothing but data were lost"),
    ("self-defence", L, "defence", {"attack_by_cyber": True, "cyber_effect": "data"}, "it was an attack by arms as well"),
    ("self-defence", C, "defence", SERIES, "linked blows carry further than the single one"),
    ("self-defence", U, "defence", SERIES | {"author_grade": "rumoured"}, "blows of unknown hands are not linked"),
    ("sd-necessity", U, "defence", CYBER | {"cyber_effect": "data"}, "weighed by its effects it was no attack"),
    ("imminence", C, "defence", FEARED | {"independent_verification": "partial"}, "confirmed in part"),
    ("imminence", C, "defence", FEARED | {"independent_verification": "none", "specific_evidence": True,
                                          "last_window": True}, "specific evidence, last window"),
    ("imminence", U, "defence", FEARED | {"independent_verification": "none", "specific_evidence": True,
                                          "last_window": False}, "there was time left"),
    ("imminence", U, "defence", FEARED | {"independent_verification": "none", "specific_evidence": False,
                                          "last_window": True}, "the evidence was general"),
    *(
        ("imminence", C, "defence",
         FEARED | {"independent_verification": "full", "purpose": aim}, "an aim kept to the danger")
        for aim in ("prevent", "self-defence", "self-protection")
    ),
    ("imminence", U, "defence", FEARED | {"independent_verification": "full", "purpose": "punish"}, "another aim"),
    *(
        ("imminence", answer, "defence", FEARED | {"independent_verification": "full", "scale_of_response": scale}, why)
        for scale, answer, why in (
            ("moderate", C, "an answer kept to the danger"),
            ("large", U, "larger than the danger asks"),
            ("massive", U, "larger than the danger asks"),
        )
    ),
    *(
        ("imminence", answer, "defence", FEARED | {"independent_verification": "full", "target_type": target}, why)
        for target, answer, why in (
            ("military", C, "what the danger comes from"),
            ("mixed", C, "what the danger comes from, among others"),
            ("none", C, "nothing was struck"),
            ("civilian", U, "not what the danger comes from"),
        )
    ),
    ("imminence", C, "strike", THREAT | {"attack_timing": "imminent"}, "a threat, too, can come too early"),
    ("imminence", NA, "protest", {"attack_timing": "imminent"}, "no force, no question"),
    # a group on another state's land
    ("nsa-attack", L, "group", {"attributed_to_state": "established"}, "the group's attack is the host's own"),
    ("nsa-attack", L, "group", {"host_state_posture": "attacker"}, "the host attacks itself"),
    ("nsa-attack", U, "group", {"host_state_posture": "attacker", "host_asked": False}, "even such a host is asked"),
    ("nsa-attack", C, "group", {"host_state_posture": "perpetrator"}, "security Council resolutions 1368: open"),
    ("nsa-attack", C, "group",
     {"host_state_posture": "supporting", "prior_wrong_by_target": "none"}, "the host is in no breach"),
    ("nsa-attack", C, "group",
     {"host_state_posture": "supporting", "attack_gravity": "disputed"}, "the attack was not grave beyond doubt"),
    ("nsa-attack", NA, "strike", {"targets_non_state_actor": True}, "nobody pleads defence"),
    # necessity
    *(
        ("sd-necessity", U, "defence", {"purpose": aim}, "Oil Platforms: no need of defence has this aim")
        for aim in ("territorial-gain", "regime-change", "coerce", "punish", "protect-interests", "gather-evidence",
                    "assert-right", "pro-democracy")
    ),
    ("sd-necessity", U, "strike", {"purpose": "compliance"}, "no plea and no basis: weighed all the same"),
    ("sd-necessity", NA, "strike", {"purpose": "compliance"} | INVITED, "another basis carries it"),
    ("sd-necessity", NA, "strike", {"purpose": "compliance", "unsc_authorisation": "prior"}, "a mandate carries it"),
    ("sd-necessity", NA, "patrol", {}, "policing has its own necessity"),
    *(
        ("sd-necessity", C, "defence", {"continued_after_objective": True, "purpose": aim}, "it removed the source")
        for aim in ("self-defence", "restore-status-quo", "restore-control", "self-protection", "rescue-nationals",
                    "assist-government")
    ),
    ("sd-necessity", U, "defence", {"continued_after_objective": True, "purpose": "enforcement"}, "no aim of defence"),
    ("sd-necessity", U, "defence",
     {"continued_after_objective": True, "attack_gravity": "disputed"}, "no attack beyond doubt was repelled"),
    ("sd-necessity", C, "defence",
     {"continued_after_objective": True, "purpose": "humanitarian"}, "who is under attack may also wish to save others"),
    ("sd-necessity", U, "defence", {"continued_after_objective": True, "purpose": "humanitarian", **AFTERWARDS},
     "the attack was over"),
    ("sd-necessity", L, "defence", {"continued_after_objective": ...}, "within bounds, bounded in time: it ended"),
    ("sd-necessity", L, "defence", {"continued_after_objective": ..., "territory_held": "temporary"}, "held for a time"),
    ("sd-necessity", IF, "defence", {"continued_after_objective": ..., "territory_held": "prolonged"}, "held on"),
    ("sd-necessity", IF, "defence", {"continued_after_objective": ..., "government_replaced": True}, "it may go on"),
    ("sd-necessity", IF, "defence", {"continued_after_objective": ..., "duration_limited": False}, "no end was set"),
    ("sd-necessity", U, "defence", {"attack_timing": "imminent", "peaceful_means": "none"}, "Caroline is no licence"),
    ("sd-necessity", C, "defence", FEARED | {"independent_verification": "full"}, "where imminence is open, need is"),
    ("sd-necessity", U, "defence", FEARED | {"independent_verification": "none"}, "a latent danger"),
    ("sd-necessity", U, "defence", {"attack_gravity": "none"}, "nothing had come"),
    ("sd-necessity", L, "rescue-of-people", {}, "people in peril, peaceful means exhausted"),
    ("sd-necessity", U, "rescue-of-people", {"peaceful_means": "partial"}, "peaceful means were left"),
    ("sd-necessity", U, "rescue-of-people", {"humanitarian_emergency": "claimed"}, "nobody confirmed the peril"),
    ("sd-necessity", U, "rescue-of-people", {"purpose": "enforcement"}, "not done for the people"),
    ("sd-necessity", C, "strike", {"purpose": "compliance", "treaty_scope": "inside"}, "a treaty's guarantor acts"),
    ("sd-necessity", U, "strike",
     {"purpose": "compliance", "treaty_scope": "inside", "peaceful_means": "none"}, "the guarantor tried nothing first"),
    ("sd-necessity", U, "strike", {"purpose": "compliance", "treaty_scope": "outside"}, "no treaty speaks of it"),
    ("sd-necessity", L, "defence", {"peaceful_means": "none"}, "an attack under way leaves no time for talks"),
    ("sd-necessity", U, "defence", {"attack_gravity": "disputed", "peaceful_means": "none"}, "nothing was tried"),
    ("sd-necessity", L, "defence", HOSTAGES, "people held and in danger, and no other way open"),
    ("sd-necessity", C, "defence", HOSTAGES | {"unsc_had_acted": True}, "the Council was acting"),
    ("sd-necessity", C, "defence", HOSTAGES | {"unsc_had_acted": ...}, "whether the Council acted is not known"),
    ("sd-necessity", C, "defence", HOSTAGES | {"court_seised": True}, "a court had the matter"),
    ("sd-necessity", C, "defence", HOSTAGES | {"purpose": "self-defence"}, "nobody was held"),
    ("sd-necessity", U, "defence", AFTERWARDS | {"purpose": "deter"}, "Nicaragua: to deter the next is not to stop this"),
    ("sd-necessity", C, "group", AFTERWARDS | {"purpose": "deter"}, "a group may strike again and again"),
    ("sd-necessity", U, "defence",
     AFTERWARDS | {"purpose": "deter", "targets_non_state_actor": ...}, "that a group is struck must be known"),
    ("sd-necessity", L, "defence", AFTERWARDS | {"peaceful_means": "full", "prior_notice": False}, "means exhausted"),
    ("sd-necessity", L, "defence", AFTERWARDS | {"peaceful_means": "partial"}, "the demand had been refused"),
    ("sd-necessity", C, "defence", AFTERWARDS | {"prior_notice": False}, "no demand was made, means were left"),
    ("sd-necessity", C, "defence", AFTERWARDS | {"attack_gravity": "disputed"}, "the attack was not grave beyond doubt"),
    ("sd-necessity", C, "group", AFTERWARDS | {"purpose": "deter", "peaceful_means": "full"}, "deterrence looks ahead"),
    # immediacy
    ("sd-immediacy", NA, "defence", {"attack_timing": "none"}, "there was no attack to be in time for"),
    ("sd-immediacy", NA, "defence", {"attack_timing": "feared"}, "there was no attack to be in time for"),
    ("sd-immediacy", L, "defence", {"attack_timing": "imminent"}, "it was about to fall"),
    ("sd-immediacy", L, "defence", {"attack_timing": "ongoing", "response_delay": "years"}, "an attack that lasts"),
    ("sd-immediacy", U, "group", AFTERWARDS | {"purpose": "punish"}, "General Assembly resolution 2625: reprisal"),
    *(
        ("sd-immediacy", answer, "defence", AFTERWARDS | {"response_delay": delay}, why)
        for delay, answer, why in (
            ("same-day", L, "at once"),
            ("weeks", L, "a grave attack leaves time to prepare"),
            ("months", U, "Nicaragua: months later it is reprisal"),
            ("years", U, "Nicaragua: years later it is reprisal"),
        )
    ),
    ("sd-immediacy", L, "defence", AFTERWARDS | {"attack_gravity": "disputed"}, "days after, whatever its weight"),
    ("sd-immediacy", C, "defence",
     AFTERWARDS | {"attack_gravity": "disputed", "response_delay": "weeks"}, "weeks after a blow of disputed weight"),
    ("sd-immediacy", U, "defence", AFTERWARDS | {"purpose": "enforcement"}, "no aim of defence, no group"),
    # proportionality
    ("sd-proportionality", U, "defence", {"purpose": "coerce"}, "not shaped by defence"),
    ("sd-proportionality", U, "defence",
     {"territory_held": "prolonged", "continued_after_objective": True}, "Armed Activities: land kept beyond the attack"),
    ("sd-proportionality", L, "defence", {"territory_held": "prolonged"}, "land held while the attack lasts"),
    ("sd-proportionality", C, "defence", {"continued_after_objective": True}, "the source was removed"),
    ("sd-proportionality", U, "defence",
     {"continued_after_objective": True, "attack_gravity": "disputed"}, "beyond what was no attack for certain"),
    ("sd-proportionality", U, "defence", {"target_type": "economic"}, "the attack did not come from there"),
    ("sd-proportionality", L, "defence", FEARED | {"target_type": "civilian"}, "no blow had fallen: other rules speak"),
    ("sd-proportionality", L, "defence", {"attack_timing": "imminent", "target_type": "economic"}, "as above"),
    ("sd-proportionality", C, "defence", FEARED | {"scale_of_response": "large"}, "no blow to measure it by"),
    ("sd-proportionality", U, "defence", {"purpose": "deter"}, "fear is no measure"),
    ("sd-proportionality", C, "group", {"purpose": "deter"}, "strikes to deter a group"),
    ("sd-proportionality", U, "defence",
     {"attack_gravity": "none", "scale_of_response": "large", "harm_suffered": "massive"}, "large, and no attack"),
    ("sd-proportionality", U, "defence",
     {"attack_gravity": "below-threshold", "scale_of_response": "large", "harm_suffered": "massive"}, "as above"),
    ("sd-proportionality", L, "rescue-of-people",
     {"scale_of_response": "large", "harm_suffered": "massive"}, "people in documented peril"),
    *(
        ("sd-proportionality", answer, "defence", {"scale_of_response": scale, "harm_suffered": harm} | more, why)
        for scale, harm, more, answer, why in (
            ("large", "moderate", {}, L, "one step above the harm: no parity is asked for"),
            ("large", "moderate", {"civilian_harm": "heavy"}, L, "one step above: harm of single attacks is other law"),
            ("large", "low", {}, C, "two steps above"),
            ("large", "low", {"civilian_harm": "heavy"}, U, "two steps above, and civilians bore it"),
            ("massive", "low", {"civilian_harm": "limited"}, C, "three steps above"),
            ("low", "none", {}, L, "one step above no harm"),
            ("moderate", "none", {}, C, "two steps above no harm"),
            ("none", "massive", {}, L, "far below the harm"),
        )
    ),
    # until the Council has acted
    ("sd-until", NA, "defence", {"council_measures_in_force": False, "council_measures_effective": True}, "not in force"),
    ("sd-until", NA, "strike", {"council_ordered_end": True}, "nobody pleads defence"),
)  # fmt: skip

OTHER: tuple[Row, ...] = (
    # consent
    ("invitation", U, "strike", INVITED | {"consent_given_by": "installed-government"}, "put there by the act itself"),
    ("invitation", L, "strike", INVITED | {"consent_given_by": ...}, "the state consented, by whom is not said"),
    ("invitation", L, "strike", INVITED | {"consent_of_territorial_state": ...}, "the government consented"),
    ("invitation", L, "strike", INVITED | {"consent_of_territorial_state": "n/a"}, "the government consented"),
    ("invitation", C, "strike", INVITED | {"consent_of_territorial_state": "disputed"}, "whether it did is disputed"),
    ("invitation", C, "strike", INVITED | {"consent_given_by": "contested-government"}, "who gave it is disputed"),
    ("invitation", U, "strike", INVITED | {"consent_of_territorial_state": "invalid"}, "not valid"),
    ("invitation", U, "strike",
     {"consent_given_by": "none", "consent_of_territorial_state": "invalid"}, "nobody could give it"),
    ("invitation", U, "strike", INVITED | {"consent_withdrawn": True}, "Armed Activities: no form is needed to withdraw"),
    ("invitation", U, "strike", INVITED | {"continued_after_objective": True}, "Armed Activities: used up"),
    ("invitation", NA, "protest", {"consent_given_by": ..., "consent_of_territorial_state": ...}, "no force, no consent"),
    ("invitation", NA, "strike", NOBODY_ASKED, "consent does not arise"),
    ("invitation", NA, "group", {"host_state_posture": "attacker"}, "an attacker need not consent"),
    ("invitation", NA, "group", {"response_kind": "diplomatic", "use_of_force": "none"}, "nothing fell on its land"),
    ("base-terms", U, "defence", {"host_base_consent": "none"}, "General Assembly resolution 3314: a base without leave"),
    ("base-terms", L, "defence", {"host_base_consent": "given"}, "given without limits"),
    # Council, Assembly, regional bodies
    ("unsc-authorised", NA, "strike",
     {"unsc_authorisation": ..., "use_of_force": ..., "response_kind": ...}, "nothing at all is known of the act"),
    ("unsc-authorised", IF, "strike", {"unsc_authorisation": ..., "response_kind": ...}, "force, and a mandate or none"),
    ("unsc-authorised", IF, "strike", {"unsc_authorisation": ..., "use_of_force": ...}, "force by its kind"),
    ("unsc-authorised", NA, "protest", {"unsc_authorisation": ...}, "words need no mandate"),
    ("unsc-authorised", L, "sanctions", {"unsc_authorisation": "prior", "territory_held": "annexed"}, "no force"),
    ("unsc-vote-valid", L, "protest",
     {"council_votes_for": 9, "council_veto_cast": False, "party_voted": True, "council_chapter": "vii"}, "Chapter VII"),
    ("unsc-vote-valid", L, "protest",
     {"council_votes_for": 9, "council_veto_cast": False, "party_voted": False, "council_chapter": "vi"}, "no party"),
    ("unsc-vote-valid", U, "protest", {"council_votes_for": 8, "council_procedural": True}, "UN Charter: nine are needed"),
    ("ga-recommendation", U, "strike", {"claimed_basis": "assembly"}, "UN Charter, Articles 10: it recommends"),
    ("ga-recommendation", NA, "protest", {"claimed_basis": "assembly"}, "no force rests on it"),
    ("ga-recommendation", L, "strike", INVITED | {"assembly_recommended": True}, "beside consent"),
    *(
        ("regional-enforcement", C, "strike", TREATY_BODY | {"regional_body_decision": decision}, "the body decided")
        for decision in ("recommended", "authorised", "endorsed-ex-post")
    ),
    ("regional-enforcement", NA, "strike", TREATY_BODY | {"regional_body_decision": "opposed"}, "the body did not"),
    ("regional-enforcement", U, "strike",
     TREATY_BODY | {"unsc_authorisation": "none", "claimed_basis": "mandate", "target_member_of_body": False},
     "UN Charter, Article 53(1): a mandate claimed and not given"),
    ("regional-enforcement", C, "strike", TREATY_BODY | INVITED | {"government_replaced": True}, "brought to power"),
    ("regional-enforcement", L, "sanctions", TREATY_BODY | {"unsc_authorisation": "prior"}, "the Council authorised it"),
    ("regional-enforcement", NA, "protest", TREATY_BODY, "words are no enforcement"),
    ("regional-enforcement", U, "strike", TREATY_BODY | {"voting_rule_met": False}, "not by the body's own rules"),
    ("humanitarian-force", NA, "patrol", {"humanitarian_emergency": "documented"}, "policing"),
    ("humanitarian-force", NA, "protest", {"humanitarian_emergency": "documented"}, "no force"),
    ("humanitarian-force", NA, "rescue-of-people", INVITED, "consent carries it"),
    ("humanitarian-force", NA, "rescue-of-people", {"unsc_authorisation": "prior"}, "a mandate carries it"),
    ("humanitarian-force", U, "rescue-of-people", {"territory_held": "annexed"}, "it stayed for good"),
    ("humanitarian-force", U, "rescue-of-people", {"government_replaced": True}, "beyond protecting people"),
    ("humanitarian-force", U, "rescue-of-people", {"continued_after_objective": True}, "it went on"),
    ("humanitarian-force", U, "rescue-of-people", {"peaceful_means": "none"}, "not even the few would have it so"),
    ("r2p-pathway", NA, "protest", {"crime_kind": "none"}, "none of the four crimes, and nobody claims one"),
    ("r2p-pathway", U, "protest", GENOCIDE | {"state_failing": False}, "World Summit: the state did its part"),
    ("r2p-pathway", U, "protest", GENOCIDE | {"peaceful_means": "none"}, "World Summit: peaceful means come first"),
    ("r2p-pathway", L, "protest", GENOCIDE, "World Summit: peaceful steps need no Council"),
    # attribution, aid, intervention
    ("attribution-state", U, "group", {"host_state_posture": "uninvolved"}, "a group, and a host without part in it"),
    ("attribution-state", U, "defence",
     {"attributed_to_state": "not-shown", "host_state_posture": "supporting"}, "no group is answered"),
    ("attribution-state", NA, "defence", {"attributed_to_state": "n/a"}, "nobody is charged"),
    ("attribution-state", L, "defence",
     {"attributed_to_state": ..., "independent_verification": "full"}, "a wrong established and confirmed"),
    ("attribution-state", IF, "defence",
     {"attributed_to_state": ..., "independent_verification": "full", "prior_wrong_by_target": "disputed"}, "disputed"),
    ("complicity", NA, "protest", {"aid_given": "none", "aided_act": "unlawful"}, "no aid was given"),
    ("non-intervention", C, "suspension", {"purpose": "regime-change"}, "Nicaragua: a free choice"),
    ("non-intervention", C, "sanctions", {"purpose": "regime-change"}, "economic pressure to change a government"),
    ("non-intervention", NA, "suspension", {"purpose": "coerce", "unsc_authorisation": "prior"}, "the Council decided"),
    ("non-intervention", NA, "defence", {}, "force with a basis is judged as force"),
    # threats
    ("force-threatened", U, "protest", {"threat_explicit": True}, "Nuclear Weapons: as unlawful as the act"),
    ("force-threatened", U, "strike", THREAT | {"threat_explicit": False, "threat_with_demand": True}, "with a demand"),
    ("force-threatened", NA, "strike", {}, "force that is used is no threat"),
    ("force-threatened", NA, "protest", {"exercise_notified": True}, "not a show of force"),
    ("force-threatened", NA, "protest", {"response_kind": "show-of-force"}, "whether it was announced is not known"),
    ("force-threatened", NA, "strike",
     {"response_kind": "show-of-force", "exercise_notified": True}, "force went with it"),
    # countermeasures and retorsion
    *(
        ("cm-basis", L, "countermeasure", {"response_kind": kind, "duty_owed": True}, "a duty left unperformed")
        for kind in ("sanctions", "retorsion", "diplomatic", "suspension")
    ),
    ("cm-basis", NA, "countermeasure", {"response_kind": "consultation", "duty_owed": True}, "no measure"),
    ("cm-basis", NA, "countermeasure", {"response_kind": "sanctions", "duty_owed": False}, "no duty"),
    ("cm-basis", NA, "countermeasure",
     {"response_kind": "sanctions", "duty_owed": True, "duty_suspended_lawfully": True}, "the treaty lets it be left"),
    ("cm-basis", L, "countermeasure", {"response_kind": "consultation", "claimed_basis": "countermeasure"}, "claimed"),
    ("cm-basis", C, "countermeasure", {"actor_standing": "organisation"}, "ILC Articles on State Responsibility: open"),
    ("cm-procedure", L, "countermeasure", {"court_seised": True, "wrong_ceased": False}, "the wrong goes on"),
    ("cm-procedure", L, "countermeasure", {"court_seised": False, "wrong_ceased": True}, "no court has it"),
    ("cm-procedure", L, "countermeasure", {"prior_notice": False, "call_made": True}, "called on first"),
    ("cm-limits", U, "countermeasure",
     {"rights_touched": True}, "ILC Articles on State Responsibility 2001, Article 50: fundamental rights"),
    ("cm-limits", L, "countermeasure",
     {"humanitarian_exemptions": False, "civilian_harm": "limited"}, "people were not left without"),
    *(
        ("cm-limits", U, "strike", {"purpose": aim}, "General Assembly resolution 2625: armed reprisal")
        for aim in ("punish", "deter", "compliance")
    ),
    ("cm-limits", NA, "strike", {"purpose": "protect-interests"}, "no answer to a wrong"),
    ("cm-limits", NA, "patrol", {"purpose": "deter"}, "policing"),
    ("cm-limits", NA, "strike", {"purpose": "deter"} | INVITED, "consent carries it"),
    ("cm-limits", NA, "strike", {"purpose": "deter", "unsc_authorisation": "prior"}, "a mandate carries it"),
    *(
        ("cm-proportion", answer, "countermeasure", {"scale_of_response": scale, "harm_suffered": harm}, why)
        for scale, harm, answer, why in (
            ("low", "low", L, "no more than the injury"),
            ("moderate", "low", C, "one step above the injury"),
            ("large", "low", C, "two steps above the injury"),
            ("massive", "low", U, "three steps above the injury"),
            ("massive", "massive", L, "no more than the injury"),
        )
    ),
    ("cm-proportion", U, "countermeasure", {"scale_of_response": "moderate", "reversible": False}, "not to be undone"),
    ("cm-temporary", L, "countermeasure", {"target_complied": True, "measure_lifted": True}, "lifted on compliance"),
    ("cm-temporary", L, "countermeasure", {"target_complied": False}, "not yet complied"),
    *(("retorsion", L, "protest", {"response_kind": kind}, "Nicaragua: unfriendly") for kind in ("retorsion", "diplomatic")),
    ("retorsion", L, "sanctions", {"duty_owed": False}, "no duty was owed"),
    ("retorsion", NA, "sanctions", {}, "whether a duty was owed is not known"),
    ("retorsion", NA, "protest", {"treaty_scope": "outside"}, "a treaty is left"),
    ("retorsion", NA, "strike", {"response_kind": "retorsion"}, "force is not merely unfriendly"),
    # sanctions
    ("sanction", L, "sanctions", {"prior_wrong_by_target": "none", "duty_owed": False}, "no duty was owed"),
    ("sanction", L, "sanctions", {"prior_wrong_by_target": "none"}, "no duty is shown"),
    ("sanction", U, "sanctions", {"prior_wrong_by_target": "none", "duty_owed": True}, "a duty, and no wrong"),
    *(
        ("sanction", answer, "sanctions",
         {"prior_wrong_by_target": "disputed", "treaty_scope": "outside", "actor_standing": who}, why)
        for who, answer, why in (
            ("injured", C, "the injured state charges a wrong"),
            ("organisation", C, "an organisation charges a wrong"),
            ("third-state", U, "no wrong to the actor is shown"),
        )
    ),
    ("sanction", L, "suspension", {"purpose": "compliance", "prior_wrong_by_target": "established"}, "it compels"),
    ("sanction", NA, "suspension", {"prior_wrong_by_target": "established"}, "it does not compel"),
    ("measure-necessity", NA, "countermeasure", {"unsc_authorisation": "prior"}, "the Council found the need"),
    ("measure-necessity", NA, "countermeasure", {"use_of_force": "minor"}, "force has its own necessity"),
    ("measure-necessity", NA, "protest", {"duty_owed": True}, "not such a measure"),
    ("measure-necessity", L, "countermeasure", {"treaty_scope": "outside"}, "an established wrong is answered"),
    ("measure-necessity", NA, "sanctions", {"prior_wrong_by_target": "disputed"}, "no duty is left unperformed"),
    ("measure-necessity", U, "countermeasure", {"prior_notice": False}, "nobody was called on"),
    ("sanction-proportion", L, "sanctions",
     {"target_type": "individuals", "due_process": "none", "duration_limited": True}, "Nada: bounded in time"),
    ("sanction-proportion", L, "sanctions",
     {"target_type": "individuals", "due_process": "full", "duration_limited": False}, "Nada: reviewed"),
    # territory, treaties, sea, neutrality, immunity
    ("territorial-integrity", U, "defence", {"territory_held": "annexed"}, "Corfu Channel: no title by force"),
    ("territorial-integrity", L, "strike",
     {"unsc_authorisation": "prior", "territory_held": "prolonged"}, "held under a mandate"),
    ("territorial-integrity", L, "protest", {"response_kind": "show-of-force", "place": "strait"}, "passage is a right"),
    ("territorial-integrity", NA, "protest", {"response_kind": "show-of-force", "place": "high-seas"}, "nobody's land"),
    *(
        ("territorial-integrity", U, "protest", {"response_kind": kind, "place": "foreign-land"}, "agents abroad")
        for kind in ("covert-operation", "intervention", "law-enforcement")
    ),
    ("territorial-integrity", U, "patrol", {"place": "foreign-waters"}, "policing in another's waters"),
    ("territorial-integrity", U, "patrol", {"place": "foreign-land"}, "policing on another's land"),
    ("territorial-integrity", NA, "patrol", {"place": "own-waters"}, "policing at home"),
    ("territorial-integrity", L, "protest", INVITED | {"response_kind": "covert-operation"}, "with consent"),
    ("territorial-integrity", NA, "strike", THREAT, "a threat enters nothing"),
    ("treaty-law", L, "protest", {"duty_suspended_lawfully": True}, "the treaty let it be left"),
    ("treaty-law", U, "countermeasure", {"prior_wrong_by_target": "none"}, "no wrong excuses it"),
    ("treaty-law", NA, "protest", TREATY_BODY, "the body's own rules speak"),
    ("treaty-law", NA, "protest", TREATY_BODY | {"regional_body_decision": "recommended"}, "the body's own rules speak"),
    ("treaty-law", L, "protest", TREATY_BODY | {"regional_body_decision": "opposed"}, "within the treaty"),
    ("treaty-law", NA, "defence", {"treaty_scope": "outside"}, "defence needs no treaty"),
    ("treaty-law", U, "strike", {"treaty_scope": "outside"}, "force without any basis"),
    ("treaty-law", U, "strike", THREAT | {"treaty_scope": "outside"}, "a threat without any basis"),
    ("treaty-law", L, "defence", {"treaty_scope": "inside"}, "another basis carries the force"),
    ("treaty-law", L, "strike", THREAT | INVITED | {"treaty_scope": "inside"}, "another basis carries the threat"),
    ("police-necessity", L, "patrol", {"prior_notice": False, "ship_warned": True}, "M/V Saiga: signals came first"),
    ("police-necessity", U, "patrol", {"prior_notice": False, "ship_warned": False}, "M/V Saiga: no signal at all"),
    ("police-necessity", L, "patrol", {"prior_notice": True, "ship_warned": False}, "told beforehand"),
    ("police-necessity", NA, "patrol", {"use_of_force": "none"}, "no force"),
    ("police-proportion", NA, "patrol", {"use_of_force": "none"}, "no force"),
    ("police-proportion", U, "patrol", {"use_of_force": "armed"}, "arms, although nobody was hurt"),
    ("police-proportion", U, "patrol", {"civilian_harm": "limited", "prior_notice": False}, "hurt without a warning"),
    ("law-of-the-sea", L, "protest", {"response_kind": "show-of-force", "place": "strait"}, "warships may pass"),
    ("law-of-the-sea", NA, "protest", {"response_kind": "show-of-force", "place": "own-land"}, "not at sea"),
    *(
        ("law-of-the-sea", NA, "patrol", {"place": place}, "not at sea") for place in ("own-land", "foreign-land", "cyber")
    ),
    ("law-of-the-sea", C, "patrol", {"place": "strait", "third_state_rights_affected": True}, "UN Convention: transit"),
    ("law-of-the-sea", L, "patrol", {"place": "strait"}, "nobody else's ship"),
    ("law-of-the-sea", U, "patrol", {"prior_notice": False}, "no warning"),
    ("law-of-the-sea", U, "patrol", {"civilian_harm": "heavy"}, "lives in danger"),
    ("law-of-the-sea", NA, "patrol", {"use_of_force": "none"}, "nobody stopped by force, nobody's flag touched"),
    *(
        ("law-of-the-sea", U, "strike", {"place": place}, "stopped at sea without a basis")
        for place in ("high-seas", "strait", "foreign-waters", "own-waters")
    ),
    ("law-of-the-sea", NA, "strike", {"place": "foreign-land"}, "not at sea"),
    ("law-of-the-sea", L, "defence", {"place": "high-seas"}, "its basis covers the stopping of ships"),
    ("law-of-the-sea", C, "group", {"place": "high-seas"}, "its basis is open"),
    ("law-of-the-sea", IF, "protest", {"response_kind": "maritime-interdiction", "use_of_force": ...}, "not known"),
    ("law-of-the-sea", NA, "protest", {"response_kind": "maritime-interdiction"}, "neither force nor threat"),
    ("law-of-the-sea", L, "strike", {"response_kind": "blockade", "unsc_authorisation": "prior"}, "the Council's"),
    ("law-of-the-sea", U, "strike", {"response_kind": "blockade"}, "no armed conflict"),
    ("law-of-the-sea", L, "strike", {"response_kind": "blockade", "attack_timing": "ongoing",
                                     "humanitarian_exemptions": True}, "San Remo: declared, and relief passes"),
    ("law-of-the-sea", C, "strike", {"response_kind": "blockade", "attack_timing": "ongoing", "civilian_harm": "heavy",
                                     "humanitarian_exemptions": True}, "San Remo: relief passes, and harm is heavy"),
    ("law-of-the-sea", U, "strike", {"response_kind": "blockade", "attack_timing": "ongoing",
                                     "targets_non_state_actor": ...}, "whom it bears on is not known"),
    ("neutrality", C, "help", ARMS | {"actor_standing": "organisation"}, "an organisation, too"),
    ("neutrality", NA, "help", ARMS | {"actor_standing": "injured"}, "who is attacked is no neutral"),
    ("neutrality", NA, "help", ARMS | {"attributed_to_state": "n/a"}, "no state is charged"),
    ("neutrality", NA, "help", ARMS | AFTERWARDS, "the war is over"),
    ("neutrality", NA, "help", {}, "no arms were sent"),
    ("neutrality", U, "help", ARMS | {"attack_gravity": "disputed"}, "Hague Conventions: the aggressor is not certain"),
    ("immunity", NA, "countermeasure", {"target_type": "government", "unsc_authorisation": "prior"}, "the Council's"),
    ("immunity", NA, "countermeasure", {"target_type": "government", "state_assets_touched": False}, "no assets"),
    ("immunity", NA, "sanctions", {"target_type": "government"}, "no countermeasure, no assets"),
    ("immunity", C, "sanctions", {"state_assets_touched": True}, "a freeze"),
    ("institutional-competence", L, "suspension",
     {"response_kind": "peacekeeping", "unsc_authorisation": "prior"}, "Certain Expenses: the Council's mandate"),
    ("institutional-competence", U, "suspension",
     {"response_kind": "peacekeeping", "voting_rule_met": False} | INVITED, "not by its voting rule"),
    ("institutional-competence", NA, "protest", {"response_kind": "peacekeeping"}, "no organ"),
    # conduct of hostilities
    *(
        ("ihl-distinction", answer, "defence", {"target_type": target}, why)
        for target, answer, why in (
            ("military", L, "a military objective"),
            ("none", L, "nothing was struck"),
            ("civilian", U, "Additional Protocol I: civilians"),
            ("individuals", U, "Additional Protocol I: persons"),
            ("mixed", C, "both"),
            ("government", C, "both"),
            ("economic", C, "both"),
        )
    ),
    ("ihl-distinction", L, "defence", {"target_type": "civilian", "target_use": "military"}, "its use decides"),
    ("ihl-distinction", NA, "defence", {"use_of_force": "minor"}, "no attack in the sense of the law of war"),
    ("ihl-proportionality", L, "defence", {"civilian_harm": "limited"}, "not such that excess was to be expected"),
    ("ihl-proportionality", C, "defence",
     {"civilian_harm": "heavy", "use_of_force": "minor", "target_type": "mixed"}, "small force, heavy harm"),
    ("ihl-precautions", U, "defence", {"verified_target": True, "warned": True, "abort_rule": False}, "no abort rule"),
    ("ihl-precautions", IF, "defence", {"warned": True, "abort_rule": True}, "verified or not"),
    ("ihl-precautions", NA, "protest", {"verified_target": False}, "no attack"),
    ("humanitarian-access", L, "defence", {"relief_refused": True, "refusal_reasoned": True}, "security, with reasons"),
    ("humanitarian-access", IF, "defence", {"relief_requested": True}, "let through or not"),
    *(
        ("humanitarian-access", U, "protest",
         {"response_kind": kind, "humanitarian_exemptions": False, "civilian_harm": "heavy"}, "supplies were cut")
        for kind in ("blockade", "sanctions", "countermeasure", "physical-barrier")
    ),
    ("humanitarian-access", NA, "protest",
     {"humanitarian_exemptions": False, "civilian_harm": "heavy"}, "words cut no supplies"),
    ("humanitarian-access", U, "defence", {"humanitarian_exemptions": False, "civilian_harm": "heavy"}, "by arms"),
    ("humanitarian-access", C, "defence",
     {"humanitarian_exemptions": False, "civilian_harm": "heavy", "use_of_force": "minor"}, "by small force"),
    ("humanitarian-access", NA, "sanctions", {"humanitarian_exemptions": "n/a", "civilian_harm": "heavy"}, "none arise"),
    ("humanitarian-access", NA, "sanctions", {"humanitarian_exemptions": False}, "nobody was harmed"),
    ("humanitarian-access", NA, "sanctions", {"humanitarian_exemptions": False, "civilian_harm": ...}, "harm unknown"),
    ("humanitarian-access", IF, "sanctions", {"humanitarian_exemptions": ..., "civilian_harm": "heavy"}, "not known"),
    ("investigate-redress", U, "defence",
     {"harm_alleged": True, "inquiry_opened": True, "inquiry_independent": False}, "not independent"),
    ("investigate-redress", L, "defence", {"harm_alleged": True, "inquiry_opened": True, "inquiry_independent": True,
                                           "inquiry_found_breach": True, "redress_paid": True}, "found and repaired"),
    ("ihl-conduct", U, "protest",
     {"response_kind": "physical-barrier", "territory_held": "annexed"}, "Hague Regulations: occupied land"),
    ("ihl-conduct", NA, "protest", {"response_kind": "physical-barrier"}, "a barrier at home"),
    ("ihl-conduct", L, "defence", {"territory_held": "annexed"}, "no barrier; taking land is other law"),
    # the organisation's own charter
    *(
        ("l3-competence", L, "suspension", {"regional_body_decision": decision}, "the body decided")
        for decision in ("recommended", "authorised", "endorsed-ex-post")
    ),
    ("l3-competence", NA, "suspension", {"regional_body_decision": "opposed"}, "the body did not decide so"),
    ("l3-competence", IF, "suspension", {"regional_body_decision": ...}, "it voted; on what is not known"),
    ("l3-competence", NA, "suspension", {"regional_body_decision": ..., "voting_rule_met": "n/a"}, "nobody voted"),
    ("l3-competence", NA, "suspension", {"treaty_scope": "n/a"}, "no treaty"),
    ("l3-competence", L, "suspension", {"inside_competence": True, "voting_rule_met": False}, "the power is given"),
    ("l3-competence", C, "suspension", {"voting_rule_met": "disputed"}, "how the charter counts"),
    ("l3-competence", C, "suspension", {"treaty_scope": "outside", "voting_rule_met": "disputed"}, "no force"),
    ("l3-competence", C, "strike", TREATY_BODY | {"treaty_scope": "outside"}, "force, by a faultless vote"),
    ("l3-competence", C, "strike", TREATY_BODY | {"treaty_scope": "outside", "voting_rule_met": "disputed",
                                                  "unsc_authorisation": "ex-post"}, "the Council approved afterwards"),
    ("l3-competence", L, "strike", TREATY_BODY | {"unsc_authorisation": "prior"}, "the Council authorised it"),
    ("l3-competence", IF, "strike", TREATY_BODY | {"target_member_of_body": ...}, "a member or not"),
    ("l3-consultation", L, "protest", {"consulted_before": True}, "members consulted"),
    ("l3-consultation", L, "protest", {"regional_body_decision": "recommended"}, "the body met"),
    ("l3-consultation", L, "protest", {"response_kind": "consultation"}, "the act is a consultation"),
    ("l3-consultation", NA, "protest", {"regional_body_decision": "endorsed-ex-post"}, "it met only afterwards"),
    ("l3-suspension", C, "suspension", {"treaty_scope": "outside"}, "no clause"),
    ("l3-suspension", L, "suspension", {"suspension_clause": True, "treaty_scope": "outside"}, "a clause"),
    ("l3-suspension", U, "suspension", {"voting_rule_met": False}, "not by its rule"),
    *(
        ("pacific-first", L, "protest", {"response_kind": kind, "peaceful_means": "none"}, "a peaceful means itself")
        for kind in ("consultation", "diplomatic", "technical-assistance", "peacekeeping")
    ),
    ("pacific-first", L, "sanctions", {}, "means were tried"),
    ("pacific-first", L, "defence", {}, "force with a basis"),
    ("pacific-first", NA, "sanctions", {"peaceful_means": "n/a"}, "no dispute"),
    ("pacific-first", NA, "sanctions", {"targets_non_state_actor": True}, "no dispute between states"),
)  # fmt: skip

PATHS: tuple[Row, ...] = DEFENCE + OTHER

LEANINGS: tuple[Row, ...] = (
    ("armed-attack-cyber", U, "defence", CYBER | {"cyber_effect": "function"}, "a loss of function is seldom enough"),
    ("armed-attack-cyber", "", "defence", CYBER | {"cyber_effect": "physical"}, "no view prevails"),
    ("invitation", U, "strike", INVITED | {"consent_given_by": "contested-government", "government_replaced": True,
                                           "purpose": "regime-change"}, "the inviter was brought to power"),
    ("invitation", "", "strike", INVITED | {"consent_given_by": "contested-government",
                                            "purpose": "regime-change"}, "the government stayed"),
    ("invitation", "", "strike", INVITED | {"consent_given_by": "contested-government",
                                            "government_replaced": True}, "another aim"),
    ("sd-proportionality", L, "defence", BEYOND, "weight met weight: as much as the harm"),
    ("sd-proportionality", L, "defence", BEYOND | {"scale_of_response": "moderate"}, "less than the harm"),
    ("sd-proportionality", "", "defence", BEYOND | {"scale_of_response": "massive"}, "one step above the harm"),
    ("sd-proportionality", "", "defence", BEYOND | {"territory_held": "temporary"}, "land was held"),
    ("sd-proportionality", "", "defence", BEYOND | {"continued_after_objective": True}, "it went on"),
)  # fmt: skip
"""Open points: which view prevails; "" where none does."""

SEVERITIES: tuple[Row, ...] = (
    ("force-prohibited", "grave", "strike", {}, "less than the core of the ban"),
    ("force-prohibited", "serious", "strike", {"use_of_force": "minor", "scale_of_response": "massive"}, "no combat"),
    ("force-prohibited", "serious", "strike", {"response_kind": "blockade", "use_of_force": "threat",
                                               "scale_of_response": "massive"}, "no combat"),
    ("force-prohibited", "peremptory", "strike", {"territory_held": "annexed"}, "aggression: land taken"),
    ("force-prohibited", "peremptory", "strike", {"government_replaced": True}, "aggression: a government removed"),
    ("force-prohibited", "peremptory", "strike", {"scale_of_response": "large"}, "aggression: by its scale"),
    ("force-prohibited", "peremptory", "strike", {"scale_of_response": "massive"}, "aggression: by its scale"),
    ("unsc-authorised", "peremptory", "strike",
     {"unsc_authorisation": "prior", "territory_held": "annexed"}, "no mandate covers it"),
    ("territorial-integrity", "grave", "strike", {}, "by force"),
    ("territorial-integrity", "serious", "protest", {"response_kind": "covert-operation"}, "without force"),
    ("non-intervention", "grave", "protest", {"aid_to_opposition": True}, "arms for an opposition"),
    ("non-intervention", "serious", "protest", {"reserved_matter": True, "coercive": True}, "pressure"),
    ("treaty-law", "grave", "protest", {"response_kind": "hostage-taking", "use_of_force": "minor"}, "persons seized"),
    ("pacific-first", "procedural", "sanctions", {"peaceful_means": "none"}, "pressure before talks"),
    ("pacific-first", "serious", "strike", {}, "force before talks"),
    ("r2p-pathway", "serious", "rescue-of-people", GENOCIDE, "alone, past the Council"),
    ("r2p-pathway", "procedural", "protest", GENOCIDE | {"state_failing": False}, "a step was left out"),
    ("investigate-redress", "serious", "defence", {"harm_alleged": True, "inquiry_opened": True, "redress_paid": False,
                                                   "inquiry_found_breach": True}, "not repaired"),
    ("investigate-redress", "procedural", "defence", {"harm_alleged": True, "inquiry_opened": False}, "no inquiry"),
)  # fmt: skip
"""How grave a breach is, where that depends on the facts."""


def _ids(rows: tuple[Row, ...]) -> list[str]:
    return [f"{rule}-{answer}-{why}" for rule, answer, _, _, why in rows]


@pytest.mark.parametrize(("rule", "expected", "act", "changed", "why"), PATHS, ids=_ids(PATHS))
def test_verdict(rule: str, expected: str, act: str, changed: dict[str, Any], why: str) -> None:
    assert open_case(conduct_of(act, **changed)).verdict(rule) == expected


@pytest.mark.parametrize(("rule", "expected", "act", "changed", "why"), LEANINGS, ids=_ids(LEANINGS))
def test_leaning(rule: str, expected: str, act: str, changed: dict[str, Any], why: str) -> None:
    answer = open_case(conduct_of(act, **changed)).answer(rule)
    assert answer is not None
    assert answer.verdict == C
    assert (answer.leaning or "") == expected


@pytest.mark.parametrize(("rule", "expected", "act", "changed", "why"), SEVERITIES, ids=_ids(SEVERITIES))
def test_severity(found: Any, rule: str, expected: str, act: str, changed: dict[str, Any], why: str) -> None:
    assert found(rule, act, **changed).severity == expected


def test_what_a_row_rests_on_is_a_source_of_its_rule() -> None:
    rows = [(rule, why.partition(":")) for rule, _, _, _, why in PATHS + LEANINGS + SEVERITIES if why[0].isupper()]
    named = [(rule, source) for rule, (source, colon, _) in rows if colon]
    for rule, source in named:
        assert any(source in one.cite for one in RULES[rule].sources), (rule, source)
