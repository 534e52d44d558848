"""The facts of the casebook: what a coder of a real act fills in, most of them soft words of judgement."""

from __future__ import annotations

from crisis_game.law.fact import Fact, free, truth, word

PURPOSES = (
    "self-defence restore-status-quo restore-control enforcement compliance coerce humanitarian rescue-nationals "
    "assist-government pro-democracy peacekeeping punish deter prevent regime-change territorial-gain "
    "protect-interests assert-right gather-evidence self-protection"
)

FACTS: tuple[Fact, ...] = (
    word(
        "response_kind",
        "consultation diplomatic retorsion countermeasure sanctions suspension technical-assistance arms-supply "
        "peacekeeping show-of-force threat law-enforcement maritime-interdiction blockade physical-barrier "
        "navigation intervention covert-operation cyber-operation hostage-taking rescue force occupation "
        "regime-change annexation",
        "kind of the act, named by its gravest element",
    ),
    word("use_of_force", "none threat minor armed", "force used or threatened by the actor (minor: without combat)"),
    word(
        "actor_standing",
        "injured third-state organisation invited-state occupier none",
        "relation of the actor to what it answers",
    ),
    free("trigger_kind", "what the actor says it answers, as a free word that no rule reads"),
    free("armed_attack_on", "state or entity that the actor says was attacked (null: none)"),
    word(
        "attack_gravity",
        "none below-threshold disputed armed-attack",
        "gravity of the attack answered, on the facts as later found",
    ),
    word(
        "attack_timing",
        "none feared imminent ongoing ended",
        "state of the attack, wrong or emergency when the act began",
    ),
    word("response_delay", "same-day days weeks months years n/a", "time between the trigger and the act"),
    word(
        "attributed_to_state",
        "established disputed not-shown n/a",
        "whether the trigger is attributable to the target state",
        semi_verdict=True,
    ),
    word(
        "independent_verification",
        "full partial none n/a",
        "whether a neutral body checked and confirmed the triggering facts",
    ),
    truth("targets_non_state_actor", "", "whether the act is aimed at an armed group or private persons"),
    word(
        "host_state_posture",
        "attacker supporting unable-or-unwilling perpetrator consenting uninvolved n/a",
        "conduct of the state on whose territory the act falls",
    ),
    truth("victim_declared", "n/a", "whether the state attacked declared that it was"),
    truth("victim_requested_help", "n/a", "whether the state attacked asked the actor for help"),
    word(
        "consent_of_territorial_state",
        "valid disputed invalid none n/a",
        "consent of the territorial state to the act",
        semi_verdict=True,
    ),
    word(
        "consent_given_by",
        "recognised-government contested-government rival-claimant installed-government none n/a",
        "who gave the consent that is claimed",
    ),
    word(
        "unsc_authorisation",
        "none prior ex-post exceeded ambiguous",
        "mandate of the Security Council for this act",
        semi_verdict=True,
    ),
    truth("unsc_had_acted", "", "whether the Security Council had already adopted measures on the situation"),
    truth("unsc_blocked_by_veto", "", "whether a veto blocked the Security Council, or was bound to"),
    truth("unsc_reported_art51", "unknown n/a", "whether the act was reported to the Security Council"),
    word(
        "regional_body_decision",
        "none recommended authorised endorsed-ex-post opposed",
        "decision of the competent regional or alliance body on this act",
    ),
    truth("target_member_of_body", "n/a", "whether the target is a member of that body"),
    truth("voting_rule_met", "disputed n/a", "whether the body kept its own voting and competence rules"),
    word("treaty_scope", "inside outside n/a", "whether the act lies within the treaty invoked"),
    word("peaceful_means", "full partial none n/a", "peaceful means tried before the act"),
    truth("prior_notice", "n/a", "whether a demand, warning or notice came first"),
    word("purpose", PURPOSES, "dominant purpose as the conduct shows it"),
    word("harm_suffered", "none low moderate severe massive", "harm that the trigger did"),
    word("scale_of_response", "none low moderate large massive", "scale of the act"),
    word(
        "target_type",
        "none military mixed civilian government economic individuals",
        "what was struck or affected",
    ),
    word("civilian_harm", "none limited heavy", "civilian casualties or deprivation that the act caused"),
    truth(
        "continued_after_objective",
        "n/a",
        "whether the act went on after its aim or its permission had ended",
        semi_verdict=True,
    ),
    truth("duration_limited", "", "whether the act was bounded in time"),
    word("territory_held", "none temporary prolonged annexed", "territory held by the actor"),
    truth("government_replaced", "", "whether the act removed or installed a government"),
    truth("reversible", "n/a", "whether the measure can be undone"),
    truth("third_state_rights_affected", "", "whether rights of uninvolved states were affected"),
    word("prior_wrong_by_target", "established disputed none", "earlier wrongful act of the state acted against"),
    word("due_process", "full partial none n/a", "notice, reasons, hearing and review for those targeted"),
    truth("humanitarian_exemptions", "n/a", "whether food, medicine and the like are exempt"),
    word("humanitarian_emergency", "none claimed documented", "mass suffering or atrocity in the territory acted upon"),
    word("regional_support", "broad divided little n/a", "attitude of the region or of the states most concerned"),
)
"""The casebook's facts, in the order of its own vocabulary."""
