"""Ways to a verdict: the conduct of hostilities, and the organisation's own charter."""

from __future__ import annotations

from tests.law.outcomes_of_measures import REGIME
from tests.law.rows import IF, NA, TREATY_BODY, C, L, Row, U

CONDUCT: tuple[Row, ...] = (
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
         {"response_kind": kind, "humanitarian_exemptions": False, "civilian_harm": "heavy",
          "armed_conflict": "international"}, "supplies were cut in war")
        for kind in ("blockade", "sanctions", "countermeasure", "physical-barrier")
    ),
    *(
        ("supplies", U, "protest",
         {"response_kind": kind, "humanitarian_exemptions": False, "civilian_harm": "heavy"}, "supplies cut in peace")
        for kind in ("sanctions", "countermeasure", "physical-barrier")
    ),
    ("supplies", NA, "sanctions",
     {"humanitarian_exemptions": False, "civilian_harm": "heavy", "armed_conflict": "internal"}, "the law of war does"),
    ("humanitarian-access", NA, "protest",
     {"humanitarian_exemptions": False, "civilian_harm": "heavy"}, "words cut no supplies"),
    ("humanitarian-access", U, "defence", {"humanitarian_exemptions": False, "civilian_harm": "heavy"}, "by arms"),
    ("humanitarian-access", C, "defence",
     {"humanitarian_exemptions": False, "civilian_harm": "heavy", "use_of_force": "minor"}, "by small force"),
    ("supplies", NA, "sanctions", {"humanitarian_exemptions": "n/a", "civilian_harm": "heavy"}, "none arise"),
    ("supplies", NA, "sanctions", {"humanitarian_exemptions": False, "civilian_harm": ...}, "harm unknown"),
    ("humanitarian-access", IF, "defence", {"humanitarian_exemptions": ..., "civilian_harm": "heavy"}, "not known"),
    ("ihl-proportionality", NA, "protest", {"armed_conflict": "international"}, "a war, and no force in this act"),
    ("ihl-proportionality", NA, "defence", {"armed_conflict": "none"}, "force, and no war"),
    ("ihl-proportionality", C, "defence", {"civilian_harm": "heavy", "use_of_force": "threat",
                                           "response_kind": "blockade", "target_type": "mixed"}, "kept up by threat"),
    ("ihl-precautions", NA, "protest", {"armed_conflict": "international", "verified_target": False}, "no attack"),
    ("humanitarian-access", L, "protest", {"relief_requested": True, "relief_refused": False}, "in peace, too"),
    ("humanitarian-access", U, "protest", {"relief_refused": True, "refusal_reasoned": False}, "in peace, too"),
    ("humanitarian-access", IF, "protest", {"relief_refused": True}, "with reasons or without is not known"),
    ("humanitarian-access", NA, "protest", {"relief_requested": False}, "in peace, and nobody asked for relief"),
    ("humanitarian-access", U, "protest", {"relief_without_consent": True, "refusal_reasoned": True},
     "the refusal that was passed over had its reasons"),
    ("humanitarian-access", C, "protest", {"relief_without_consent": True, "refusal_reasoned": False},
     "the refusal had no reason"),
    ("territorial-integrity", U, "protest", {"relief_without_consent": True, "refusal_reasoned": True},
     "relief over a border that was closed for good reason"),
    ("territorial-integrity", C, "protest", {"relief_without_consent": True, "refusal_reasoned": False},
     "relief over a border that was closed for none"),
    ("territorial-integrity", NA, "protest", {"relief_refused": True, "refusal_reasoned": False}, "nobody crossed it"),
    ("territorial-integrity", NA, "protest", {"inside_war": True, "response_kind": "covert-operation"},
     "agents of an enemy in war are other law"),
    ("humanitarian-access", NA, "defence", {"humanitarian_exemptions": "n/a", "civilian_harm": "heavy"},
     "nothing was cut that could be exempt"),
    ("humanitarian-access", NA, "defence", {"humanitarian_exemptions": False}, "nobody was harmed by it"),
    ("humanitarian-access", C, "defence", {"humanitarian_exemptions": False, "civilian_harm": "heavy",
                                           "use_of_force": "threat", "response_kind": "blockade"}, "kept by threat"),
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
    ("l3-invocation", L, "protest", {"invoked_over": "named", "attack_gravity": "armed-attack"}, "an armed attack"),
    ("l3-invocation", U, "protest",
     {"invoked_over": "named", "attack_gravity": "below-threshold", "own_judgement": False}, "no armed attack"),
    ("l3-invocation", C, "protest",
     {"invoked_over": "named", "attack_gravity": "disputed", "own_judgement": False}, "perhaps an armed attack"),
    ("l3-invocation", C, "protest",
     {"invoked_over": "named", "attack_gravity": "below-threshold", "own_judgement": True}, "each judges for itself"),
    ("l3-invocation", C, "protest",
     {"invoked_over": "other", "own_judgement": True, "good_faith": True}, "believed in good faith"),
    ("l3-invocation", U, "protest",
     {"invoked_over": "other", "own_judgement": True, "good_faith": False}, "not believed by itself"),
    ("l3-invocation", IF, "protest",
     {"invoked_over": "named", "attack_gravity": "none", "own_judgement": ...}, "whose judgement it is"),
    ("l3-authorisation", L, "defence", {"council_leave_asked": True}, "defence needs no leave"),
    ("l3-authorisation", NA, "strike", {"council_leave_asked": False}, "the charter asks for none"),
    ("l3-suspension", C, "suspension", {"treaty_scope": "outside"}, "no clause"),
    ("l3-suspension", L, "suspension", {"suspension_clause": True, "treaty_scope": "outside"}, "a clause"),
    ("l3-suspension", U, "suspension", {"voting_rule_met": False}, "not by its rule"),
    ("l3-suspension", NA, "suspension", {"target_member_of_body": False}, "no member was suspended"),
    ("l3-suspension", NA, "suspension", {"treaty_ground": "change"}, "a treaty was suspended, and no member"),
    ("l3-suspension", L, "suspension", {"target_member_of_body": ...}, "a body decided, so it was a member"),
    ("l3-suspension", NA, "suspension", {"target_member_of_body": ..., "regional_body_decision": "none"},
     "no body decided, so it was a treaty"),
    ("l3-suspension", L, "suspension", {"regional_body_decision": "none"}, "a member all the same"),
    ("l3-own-consent", U, "protest", {"undercut": True}, "what binds is not undercut"),
    *(
        ("l3-own-consent", NA, "protest", {"undercut": True, "obeyed_council": False} | text, "told as disobedience")
        for text in ({"council_decided": True}, {"council_words": "demands"})
    ),
    ("pacific-first", NA, "countermeasure", REGIME | {"wrong_ceased": True}, "its procedure was waited for"),
    *(
        ("pacific-first", L, "protest", {"response_kind": kind, "peaceful_means": "none"}, "a peaceful means itself")
        for kind in ("consultation", "diplomatic", "technical-assistance", "peacekeeping")
    ),
    ("pacific-first", L, "sanctions", {}, "means were tried"),
    ("pacific-first", L, "defence", {}, "force with a basis"),
    ("pacific-first", NA, "sanctions", {"peaceful_means": "n/a"}, "no dispute"),
    ("pacific-first", NA, "sanctions", {"targets_non_state_actor": True}, "no dispute between states"),
)  # fmt: skip
