"""Ways to a verdict: consent, the Council, responsibility, measures short of force, the sea, immunity."""

from __future__ import annotations

from tests.law.rows import AFTERWARDS, ARMS, GENOCIDE, IF, INVITED, NA, NOBODY_ASKED, THREAT, TREATY_BODY, C, L, Row, U

OTHER: tuple[Row, ...] = (
    # consent
    ("invitation", U, "strike", INVITED | {"consent_given_by": "installed-government"}, "put there by the act itself"),
    *(
        ("invitation", answer, "patrol", {"consent_given_by": "none", "consent_of_territorial_state": "none",
                                          "host_state_posture": "uninvolved", "place": place}, why)
        for place, answer, why in (("foreign-land", U, "its land was entered"), ("strait", NA, "no land was entered"),
                                   ("high-seas", NA, "no land was entered"))
    ),
    ("invitation", L, "strike", INVITED | {"consent_given_by": ...}, "the state consented, by whom is not said"),
    ("invitation", L, "strike", INVITED | {"consent_of_territorial_state": ...}, "the government consented"),
    ("invitation", L, "strike", INVITED | {"consent_of_territorial_state": "n/a"}, "the government consented"),
    ("invitation", C, "strike", INVITED | {"consent_of_territorial_state": "disputed"}, "whether it did is disputed"),
    ("invitation", C, "strike", INVITED | {"consent_given_by": "contested-government"}, "who gave it is disputed"),
    ("invitation", U, "strike", INVITED | {"consent_of_territorial_state": "invalid"}, "not valid"),
    ("invitation", U, "strike",
     {"consent_given_by": "none", "consent_of_territorial_state": "invalid"}, "nobody could give it"),
    ("invitation", U, "strike", INVITED | {"consent_withdrawn": True},
     "Armed Activities: no form is needed to withdraw"),
    ("invitation", U, "strike", INVITED | {"continued_after_objective": True}, "Armed Activities: used up"),
    ("invitation", L, "strike", INVITED | {"consent_withdrawn": False}, "it stands"),
    ("invitation", NA, "protest", {"consent_given_by": ..., "consent_of_territorial_state": ...},
     "no force, no consent"),
    ("invitation", NA, "strike", NOBODY_ASKED, "consent does not arise"),
    ("invitation", NA, "strike", {"host_state_posture": "uninvolved"}, "it was struck, not entered"),
    *(
        ("invitation", U, "strike", {"response_kind": kind, "host_state_posture": "uninvolved"}, "entered unasked")
        for kind in ("intervention", "rescue", "peacekeeping", "law-enforcement", "covert-operation")
    ),
    *(
        ("invitation", U, "strike", {"response_kind": "rescue", "host_state_posture": host}, "a host is asked first")
        for host in ("supporting", "unable-or-unwilling", "perpetrator", "consenting")
    ),
    ("invitation", NA, "strike", {"response_kind": "intervention", "host_state_posture": "attacker"}, "it attacked"),
    ("invitation", NA, "strike", {"consent_given_by": ..., "consent_of_territorial_state": ..., "place": "own-land"},
     "at home nobody need consent"),
    ("invitation", IF, "strike", {"consent_given_by": ..., "consent_of_territorial_state": ...}, "not known"),
    ("invitation", NA, "group", {"host_state_posture": "attacker"}, "an attacker need not consent"),
    ("invitation", NA, "group", {"response_kind": "diplomatic", "use_of_force": "none"}, "nothing fell on its land"),
    ("base-terms", U, "defence", {"host_base_consent": "none"},
     "General Assembly resolution 3314: a base without leave"),
    ("base-terms", L, "defence", {"host_base_consent": "given"}, "given without limits"),
    # Council, Assembly, regional bodies
    ("unsc-authorised", NA, "strike",
     {"unsc_authorisation": ..., "use_of_force": ..., "response_kind": ...}, "nothing at all is known of the act"),
    ("unsc-authorised", IF, "strike", {"unsc_authorisation": ..., "response_kind": ...},
     "force, and a mandate or none"),
    ("unsc-authorised", IF, "strike", {"unsc_authorisation": ..., "use_of_force": ...}, "force by its kind"),
    ("unsc-authorised", NA, "protest", {"unsc_authorisation": ...}, "words need no mandate"),
    ("unsc-authorised", L, "sanctions", {"unsc_authorisation": "prior", "territory_held": "annexed"}, "no force"),
    ("unsc-vote-valid", L, "protest",
     {"council_votes_for": 9, "council_veto_cast": False, "party_voted": True, "council_chapter": "vii"},
     "Chapter VII"),
    ("unsc-vote-valid", L, "protest",
     {"council_votes_for": 9, "council_veto_cast": False, "party_voted": False, "council_chapter": "vi"}, "no party"),
    ("unsc-vote-valid", U, "protest", {"council_votes_for": 8, "council_procedural": True},
     "UN Charter: nine are needed"),
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
    ("regional-enforcement", L, "sanctions", TREATY_BODY | {"unsc_authorisation": "prior"},
     "the Council authorised it"),
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
    ("non-intervention", L, "suspension", {"purpose": "coerce", "unsc_authorisation": "prior"}, "the Council decided"),
    ("non-intervention", L, "suspension", {}, "the member accepted such measures when it joined"),
    ("non-intervention", NA, "suspension", {"suspension_ground": False}, "the ground was not given"),
    ("non-intervention", L, "protest", {"response_kind": "arms-supply"} | INVITED, "Nicaragua: a government asked"),
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
    ("cm-basis", C, "countermeasure",
     {"actor_standing": "organisation", "owed_to": "all"}, "ILC Articles on State Responsibility: open"),
    ("cm-call", L, "countermeasure", {"court_seised": True, "wrong_ceased": False}, "the wrong goes on"),
    ("cm-call", L, "countermeasure", {"court_seised": False, "wrong_ceased": True}, "no court has it"),
    ("cm-call", L, "countermeasure", {"prior_notice": False, "call_made": True}, "called on first"),
    ("cm-call", L, "countermeasure", {"prior_notice": False, "peaceful_means": "full"}, "talks contain a call"),
    ("cm-call", U, "countermeasure", {"prior_notice": False, "peaceful_means": "none"}, "not called on at all"),
    ("cm-call", L, "countermeasure", {"call_made": False, "urgent": True}, "urgent, to preserve rights"),
    *(
        ("cm-aim", U, "countermeasure", {"purpose": purpose}, "not to bring the other back to its duty")
        for purpose in ("punish", "coerce", "regime-change", "territorial-gain", "protect-interests")
    ),
    ("cm-procedure", U, "countermeasure", {"notice_given": False}, "not notified"),
    ("cm-procedure", L, "countermeasure", {"prior_notice": False, "talks_offered": True}, "talks were offered"),
    ("cm-basis", C, "countermeasure", {"actor_standing": "third-state", "attack_gravity": "below-threshold"},
     "force is owed to all"),
    ("cm-basis", C, "countermeasure", {"actor_standing": "third-state", "humanitarian_emergency": "documented"},
     "atrocity is owed to all"),
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
    *(("retorsion", L, "protest", {"response_kind": kind}, "Nicaragua: unfriendly") for kind in ("retorsion",
     "diplomatic")),
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
            ("organisation", IF, "to whom the duty broken was owed is not known"),
            ("none", U, "no wrong to the actor is shown"),
        )
    ),
    ("sanction", L, "suspension", {"purpose": "compliance", "prior_wrong_by_target": "established"}, "it compels"),
    ("sanction", NA, "suspension", {"prior_wrong_by_target": "established"}, "it does not compel"),
    ("measure-necessity", NA, "countermeasure", {"unsc_authorisation": "prior"}, "the Council found the need"),
    ("measure-necessity", NA, "countermeasure", {"use_of_force": "minor"}, "force has its own necessity"),
    ("measure-necessity", NA, "protest", {"duty_owed": True}, "not such a measure"),
    ("measure-necessity", L, "countermeasure", {"treaty_scope": "outside"}, "an established wrong is answered"),
    ("measure-necessity", NA, "sanctions", {"prior_wrong_by_target": "disputed"}, "no duty is left unperformed"),
    ("measure-necessity", L, "countermeasure", {"prior_notice": False}, "talks that were tried held a call"),
    ("sanction-proportion", L, "sanctions",
     {"target_type": "individuals", "due_process": "none", "duration_limited": True}, "Nada: bounded in time"),
    ("sanction-proportion", L, "sanctions",
     {"target_type": "individuals", "due_process": "full", "duration_limited": False}, "Nada: reviewed"),
    # territory, treaties, sea, neutrality, immunity
    ("territorial-integrity", U, "defence", {"territory_held": "annexed"}, "Corfu Channel: no title by force"),
    ("territorial-integrity", U, "strike", INVITED | {"territory_held": "annexed"}, "Corfu Channel: nor by consent"),
    ("territorial-integrity", L, "strike",
     {"unsc_authorisation": "prior", "territory_held": "prolonged"}, "held under a mandate"),
    ("territorial-integrity", L, "protest", {"response_kind": "show-of-force", "place": "strait"},
     "passage is a right"),
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
    ("treaty-law", L, "protest", TREATY_BODY, "the body acted inside its treaty"),
    ("treaty-law", L, "protest", TREATY_BODY | {"regional_body_decision": "recommended"},
     "the body acted inside its treaty"),
    ("treaty-law", NA, "strike", TREATY_BODY, "with force the ban speaks"),
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
    *(
        ("territorial-integrity", answer, "protest", {"response_kind": "rescue"} | changed, why)
        for answer, changed, why in (
            (IF, {}, "where those in danger were is not known"),
            (U, {"place": "foreign-land"}, "Corfu: fetched from another's land without leave"),
            (U, {"place": "foreign-waters"}, "Corfu: fetched from another's waters without leave"),
            (L, {"place": "foreign-land"} | INVITED, "fetched with leave"),
            (L, INVITED, "with leave, wherever they were"),
            (C, {"place": "foreign-land", "consent_given_by": "contested-government"}, "whose leave it was is open"),
            (NA, {"place": "high-seas"}, "fetched from where no state's land is"),
            (NA, {"place": "own-land"}, "helped at home"),
        )
    ),
    # measures short of force: whose answer it is, and to what
    ("cm-aim", L, "sanctions", {"duty_owed": True, "treaty_ground": "breach", "breach_essential": True},
     "an answer to a breach is a countermeasure beside the treaty's own"),
    ("cm-aim", NA, "sanctions", {"duty_owed": True, "treaty_ground": "change"}, "a change is no wrong"),
    *(
        ("cm-aim", answer, "sanctions", {"treaty_scope": "outside", "regional_body_decision": decision}, why)
        for decision, answer, why in (
            ("none", L, "nobody decided on the treaty but the actor"),
            ("opposed", L, "its body was against it"),
            ("authorised", NA, "its body decided, so nothing is left undone by one alone"),
            ("recommended", NA, "its body decided, so nothing is left undone by one alone"),
        )
    ),
    ("cm-basis", IF, "countermeasure", {"prior_wrong_by_target": "disputed", "actor_standing": "third-state"},
     "not known comes before open"),
    *(
        ("cm-basis", answer, "countermeasure",
         {"actor_standing": "third-state", "owed_to": "target", "attack_gravity": gravity}, why)
        for gravity, answer, why in (
            ("armed-attack", C, "force breaks a duty owed to all, whatever else was owed to one"),
            ("disputed", C, "force breaks a duty owed to all, whatever else was owed to one"),
            ("below-threshold", C, "force breaks a duty owed to all, whatever else was owed to one"),
            ("none", U, "owed to one alone"),
        )
    ),
    ("cm-basis", C, "countermeasure", {"actor_standing": "third-state", "owed_to": "target",
                                       "humanitarian_emergency": "documented"}, "atrocity breaks a duty owed to all"),
    ("material-breach", U, "countermeasure", {"treaty_ground": "breach", "breach_essential": True,
                                              "actor_standing": "none"}, "whom the breach does not touch"),
    ("non-intervention", C, "sanctions", {"purpose": "pro-democracy", "coercive": True, "treaty_scope": "inside",
                                          "target_member_of_body": False}, "who is no member agreed to nothing"),
    # treaties: by scope, by a body, by the Council
    *(
        ("treaty-law", answer, "protest", {"regional_body_decision": decision, "treaty_scope": scope}, why)
        for decision, scope, answer, why in (
            ("authorised", "inside", L, "its body decided, inside it"),
            ("recommended", "outside", NA, "its body decided: what it may is the finding on powers"),
            ("authorised", "outside", NA, "its body decided: what it may is the finding on powers"),
            ("opposed", "outside", U, "Vienna Convention: its body was against it"),
            ("opposed", "inside", L, "within it, whatever its body wished"),
        )
    ),
    ("treaty-law", NA, "strike", {"regional_body_decision": "authorised", "treaty_scope": "inside"},
     "force: what a body may is the finding on powers"),
    ("treaty-law", NA, "protest", {"duty_owed": False, "treaty_scope": "outside"}, "no duty, and no force"),
    ("treaty-law", U, "strike", {"duty_owed": False, "treaty_scope": "outside"},
     "Vienna Convention: with force it is not for the actor to say that no duty was owed"),
    ("treaty-law", U, "protest", {"council_decided": True, "council_mandate": "outside", "obeyed_council": True,
                                  "treaty_scope": "outside"}, "beyond what the Council decided the treaty stands"),
    ("treaty-law", L, "protest", {"council_decided": True, "council_mandate": "inside", "obeyed_council": True,
                                  "treaty_scope": "outside"}, "UN Charter, Article 103: what it decided goes before"),
    ("treaty-law", U, "protest", {"council_decided": True, "council_mandate": "outside", "obeyed_council": False,
                                  "treaty_scope": "inside"}, "UN Charter, Article 103: it was not carried out"),
    # a regional body beside another basis that is open
    *(
        ("regional-enforcement", answer, act, {"regional_body_decision": "authorised"} | changed, why)
        for answer, act, changed, why in (
            (C, "defence", {"attack_gravity": "disputed"}, "the defence that it backed is open"),
            (IF, "defence", {"attributed_to_state": ...}, "the defence that it backed is not proven"),
            (C, "help", {"attack_gravity": "disputed"}, "the help that it backed is open"),
            (IF, "help", {"victim_declared": ...}, "the help that it backed is not proven"),
            (C, "strike", {"consent_given_by": "contested-government"}, "the consent beside it is open"),
            (U, "strike", {"consent_given_by": "contested-government", "government_replaced": True,
                           "purpose": "regime-change"}, "the view that denies such consent prevails"),
            (C, "strike", {"unsc_authorisation": "ambiguous"}, "the mandate beside it is open"),
        )
    ),
    ("law-of-the-sea", L, "protest", {"response_kind": "show-of-force", "place": "strait"}, "warships may pass"),
    ("law-of-the-sea", NA, "protest", {"response_kind": "show-of-force", "place": "own-land"}, "not at sea"),
    ("law-of-the-sea", U, "protest", {"passage_hindered": True, "place": "strait"}, "UN Convention: passage"),
    ("law-of-the-sea", U, "protest", {"passage_hindered": True, "waters": "territorial", "passage_innocent": True},
     "UN Convention: the waters say where it was"),
    ("law-of-the-sea", NA, "protest", {"passage_hindered": True, "place": "foreign-land"}, "not at sea"),
    *(
        ("law-of-the-sea", NA, "patrol", {"place": place}, "not at sea") for place in ("own-land", "foreign-land",
         "cyber")
    ),
    ("law-of-the-sea", C, "patrol", {"place": "strait", "third_state_rights_affected": True}, "UN Convention: transit"),
    ("law-of-the-sea", L, "patrol", {"place": "strait"}, "nobody else's ship"),
    *(
        ("law-of-the-sea", U, "patrol", {"response_kind": kind, "place": "strait", "third_state_rights_affected": True,
                                         "scale_of_response": scale}, "Corfu: closed to all, and not regulated")
        for kind in ("law-enforcement", "maritime-interdiction")
        for scale in ("large", "massive")
    ),
    ("law-of-the-sea", L, "patrol", {"place": "strait", "scale_of_response": "large"}, "closed to nobody else's ship"),
    ("law-of-the-sea", NA, "patrol", {"response_kind": "maritime-interdiction", "place": "strait",
                                      "scale_of_response": "large"}, "police force, and nobody else's ship"),
    ("law-of-the-sea", NA, "patrol", {"response_kind": "maritime-interdiction", "place": "high-seas",
                                      "scale_of_response": "large", "third_state_rights_affected": True}, "no strait"),
    *(
        ("law-of-the-sea", answer, "protest",
         {"response_kind": "show-of-force", "use_of_force": "minor", "place": "strait"} | leave, why)
        for leave, answer, why in (
            ({}, U, "Corfu: work in another's waters is no passage"),
            ({"unsc_authorisation": "prior"}, L, "the Council allowed it"),
            (INVITED, L, "the coastal state allowed it"),
            ({"unsc_authorisation": "ambiguous"}, C, "whether the Council allowed it is open"),
            ({"consent_given_by": "contested-government"}, C, "whose leave it was is open"),
            ({"claimed_basis": "mandate"}, U, "Corfu: nobody gave the leave that is claimed"),
        )
    ),
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
)  # fmt: skip
