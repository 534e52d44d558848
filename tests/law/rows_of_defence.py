"""Ways to a verdict: the ban on force, and self-defence."""

from __future__ import annotations

from tests.law.rows import (
    AFTERWARDS,
    ARMS,
    CYBER,
    FEARED,
    HOSTAGES,
    IF,
    INVITED,
    NA,
    NO_PLEA,
    NOBODY_ASKED,
    SERIES,
    THREAT,
    TREATY_BODY,
    C,
    L,
    Row,
    U,
)

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
    ("indirect-force", L, "help", ARMS | INVITED, "arms for a government that asked"),
    ("indirect-force", U, "help", ARMS | {"consent_given_by": "rival-claimant"}, "Nicaragua: arms for its rival"),
    ("force-prohibited", NA, "help", ARMS | NOBODY_ASKED, "nobody's consent arises"),
    ("indirect-force", NA, "help", ARMS | NOBODY_ASKED, "nobody's consent arises, so it is trade in arms"),
    ("indirect-force", NA, "strike", INVITED, "force of one's own at a government's request is not arms for it"),
    ("indirect-force", L, "help", ARMS | INVITED | {"aid_to_opposition": False}, "none of it went to an opposition"),
    ("indirect-force", U, "help", ARMS | INVITED | {"aid_to_opposition": True}, "Nicaragua: some went to another side"),
    ("force-prohibited", NA, "strike", {"aid_to_opposition": True}, "others used the force: indirect force speaks"),
    ("force-prohibited", NA, "strike", {"response_kind": "arms-supply"}, "who sends arms does not use them"),
    ("force-prohibited", U, "rescue-of-people", {}, "the view that denies humanitarian force prevails"),
    ("force-prohibited", C, "strike", TREATY_BODY, "the treaty body's decision is the best basis, and it is open"),
    # who pleads self-defence
    ("report-unsc", U, "defence",
     NO_PLEA | {"claimed_basis": "self-defence", "unsc_reported_art51": False},
      "UN Charter, Article 51: it is claimed"),
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
     {"response_kind": "sanctions", "purpose": "self-defence", "attributed_to_state": ...},
     "it reaches no foreign soil"),
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
    ("armed-attack-cyber", U, "defence", CYBER | {"deaths": 0, "injured": 0, "cyber_effect": "none"},
     "nobody was hurt"),
    ("armed-attack-cyber", U, "defence", CYBER | {"cyber_effect": "data"}, "Tallinn: data alone are no such effect"),
    ("accumulation", U, "defence", SERIES | {"author_grade": "rumoured"}, "one author is only rumoured"),
    ("accumulation", U, "defence", SERIES | {"author_grade": ...}, "nobody knows whether the author is one"),
    ("accumulation", C, "defence", SERIES | {"author_grade": "suspected"}, "Oil Platforms: considered, not decided"),
    ("self-defence", U, "defence", CYBER | {"cyber_effect": "data"}, "nothing but data were lost"),
    ("self-defence", L, "defence", {"attack_by_cyber": True, "cyber_effect": "data"},
     "it was an attack by arms as well"),
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
    # whose attack it was
    *(
        ("attribution-state", answer, "group",
         {"host_state_posture": "supporting", "attributed_to_state": ...} | author, why)
        for author, answer, why in (
            ({"attributed_to_state": "not-shown"}, C, "Nicaragua: what support of a group makes of its acts"),
            ({"attack_author": "armed-group", "author_grade": "established"}, C, "Nicaragua: a group by name"),
            ({"attack_author": "state-organ", "author_grade": "rumoured"}, U, "an organ needs no control, but proof"),
            ({"attack_author": "state-organ", "author_grade": "suspected"}, IF, "an organ needs no control, but proof"),
        )
    ),
    ("attribution-state", U, "group", {"attributed_to_state": "not-shown"}, "the host did not support the group"),
    ("attribution-state", U, "defence", {"attributed_to_state": "not-shown", "host_state_posture": "supporting"},
     "it is the state that is struck, not the group"),
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
     {"continued_after_objective": True, "purpose": "humanitarian"},
     "who is under attack may also wish to save others"),
    ("sd-necessity", U, "defence", {"continued_after_objective": True, "purpose": "humanitarian", **AFTERWARDS},
     "the attack was over"),
    ("sd-necessity", L, "defence", {"continued_after_objective": ...}, "within bounds, bounded in time: it ended"),
    ("sd-necessity", L, "defence", {"continued_after_objective": ..., "territory_held": "temporary"},
     "held for a time"),
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
     {"purpose": "compliance", "treaty_scope": "inside", "peaceful_means": "none"},
     "the guarantor tried nothing first"),
    ("sd-necessity", U, "strike", {"purpose": "compliance", "treaty_scope": "outside"}, "no treaty speaks of it"),
    ("sd-necessity", L, "defence", {"peaceful_means": "none"}, "an attack under way leaves no time for talks"),
    ("sd-necessity", U, "defence", {"attack_gravity": "disputed", "peaceful_means": "none"}, "nothing was tried"),
    ("sd-necessity", L, "defence", HOSTAGES, "people held and in danger, and no other way open"),
    ("sd-necessity", C, "defence", HOSTAGES | {"unsc_had_acted": True}, "the Council was acting"),
    ("sd-necessity", C, "defence", HOSTAGES | {"unsc_had_acted": ...}, "whether the Council acted is not known"),
    ("sd-necessity", C, "defence", HOSTAGES | {"court_seised": True}, "a court had the matter"),
    ("sd-necessity", C, "defence", HOSTAGES | {"purpose": "self-defence"}, "nobody was held"),
    ("sd-necessity", U, "defence", AFTERWARDS | {"purpose": "deter"},
     "Nicaragua: to deter the next is not to stop this"),
    ("sd-necessity", C, "group", AFTERWARDS | {"purpose": "deter"}, "a group may strike again and again"),
    ("sd-necessity", U, "defence",
     AFTERWARDS | {"purpose": "deter", "targets_non_state_actor": ...}, "that a group is struck must be known"),
    ("sd-necessity", L, "defence", AFTERWARDS | {"peaceful_means": "full", "prior_notice": False}, "means exhausted"),
    ("sd-necessity", L, "defence", AFTERWARDS | {"peaceful_means": "partial"}, "the demand had been refused"),
    ("sd-necessity", C, "defence", AFTERWARDS | {"prior_notice": False}, "no demand was made, means were left"),
    ("sd-necessity", C, "defence", AFTERWARDS | {"attack_gravity": "disputed"},
     "the attack was not grave beyond doubt"),
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
     {"territory_held": "prolonged", "continued_after_objective": True},
     "Armed Activities: land kept beyond the attack"),
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
    ("sd-until", NA, "defence", {"council_measures_in_force": False, "council_measures_effective": True},
     "not in force"),
    ("sd-until", NA, "strike", {"council_ordered_end": True}, "nobody pleads defence"),
)  # fmt: skip
