"""Ways to a verdict: proportion, measured against the aim of the basis that is pleaded."""

from __future__ import annotations

from tests.law.rows import HOSTAGES, IF, INVITED, NA, THREAT, C, L, Row, U

PRIOR = {"unsc_authorisation": "prior", "purpose": "enforcement"}
"""Force that the Council authorised, for an aim that its mandate can have."""
EXCEEDED = {"unsc_authorisation": "exceeded", "purpose": "enforcement"}
MET_ON_ITS_WAY = {"attack_launched": True, "harm_suffered": "none"}
HELD = HOSTAGES | {"harm_suffered": "none"}
"""People held and in danger, to whom nothing has been done yet."""
DOUBTFUL = {"consent_given_by": "contested-government", "consent_of_territorial_state": "disputed"}

PROPORTION: tuple[Row, ...] = (
    # defence: to halt and repel what was launched, not only what arrived
    *(
        ("sd-proportionality", answer, "defence", MET_ON_ITS_WAY | {"attack_gravity": weight} | more, why)
        for weight in ("none", "below-threshold")
        for answer, more, why in (
            (L, {"scale_of_response": "moderate"}, "no blow fell, since it was met"),
            (C, {"scale_of_response": "large"}, "large, with no blow to measure it by"),
        )
    ),
    ("sd-proportionality", C, "defence", MET_ON_ITS_WAY, "the blow fell and did no harm: two steps above"),
    # a rescue: to save those in danger
    *(
        ("sd-proportionality", answer, act, danger | changed, why)
        for act, danger in (("defence", HELD), ("rescue-of-people", {"harm_suffered": "none"}))
        for answer, changed, why in (
            (L, {"scale_of_response": "moderate"}, "limited, though no harm had been done yet"),
            (L, {"scale_of_response": "moderate", "civilian_harm": "heavy"}, "limited: harm of attacks is other law"),
            (C, {"scale_of_response": "large"}, "larger than it takes to reach them"),
            (C, {"scale_of_response": "large", "harm_suffered": "moderate"}, "larger than their peril"),
            (L, {"scale_of_response": "large", "harm_suffered": "severe"}, "a great peril asks for more"),
            (C, {"scale_of_response": "massive", "harm_suffered": "severe"}, "more than even that asks for"),
            (U, {"scale_of_response": "large", "civilian_harm": "heavy"}, "larger, and it did heavy harm itself"),
            (C, {"scale_of_response": "large", "civilian_harm": "limited"}, "larger, with limited harm"),
            (U, {"target_type": "civilian"}, "nobody is saved by striking there"),
        )
    ),
    ("sd-proportionality", C, "rescue-of-people", {"harm_suffered": "none", "humanitarian_emergency": "claimed"},
     "a peril that nobody confirmed is no measure"),
    ("sd-proportionality", U, "rescue-of-people", {"scale_of_response": "large", "humanitarian_emergency": "claimed"},
     "large, for a peril that nobody confirmed"),
    ("sd-proportionality", C, "rescue-of-people", {"harm_suffered": "none", "purpose": "compliance"},
     "it was not done to save them"),
    ("sd-proportionality", C, "rescue-of-people", {"harm_suffered": "none", "attack_gravity": "armed-attack"},
     "an armed attack is itself the measure"),
    # a mandate, or consent: its own terms
    ("basis-terms", L, "strike", PRIOR, "inside the mandate"),
    ("basis-terms", L, "strike", PRIOR | {"scale_of_response": "massive", "harm_suffered": "none"},
     "a mandate need not speak of an attack"),
    ("basis-terms", L, "strike", PRIOR | THREAT, "a threat under a mandate, too"),
    *(
        ("basis-terms", C, "strike", PRIOR | {"purpose": aim}, "an aim of the actor's own under the mandate")
        for aim in ("territorial-gain", "regime-change", "coerce", "punish", "protect-interests", "gather-evidence",
                    "assert-right")
    ),
    ("basis-terms", IF, "strike", PRIOR | {"purpose": ...}, "for what the mandate was used is not known"),
    ("basis-terms", C, "strike", PRIOR | {"continued_after_objective": True, "claimed_basis": "mandate"},
     "it went on after the mandate's aim"),
    ("basis-terms", C, "strike", EXCEEDED | {"claimed_basis": "mandate"}, "how far the words reach is the measure"),
    ("basis-terms", NA, "strike", EXCEEDED, "the actor does not rest on the mandate, and it carries nothing"),
    ("basis-terms", NA, "strike", EXCEEDED | {"claimed_basis": "consent"}, "the actor rests on something else"),
    ("basis-terms", NA, "strike", {"claimed_basis": "mandate"}, "none was given, so it has no terms"),
    ("basis-terms", L, "strike", INVITED, "inside the consent, whatever the guest's own aim"),
    ("basis-terms", L, "strike", INVITED | EXCEEDED | {"claimed_basis": "mandate"}, "the consent carries it alone"),
    ("basis-terms", C, "strike", DOUBTFUL | {"claimed_basis": "consent"}, "whose consent it was is open"),
    ("basis-terms", NA, "strike", DOUBTFUL, "the actor does not rest on the consent"),
    ("basis-terms", NA, "strike", INVITED | {"inside_consent": False}, "beyond the consent nothing carries it"),
    ("basis-terms", NA, "defence", {"unsc_authorisation": "prior"}, "who pleads defence is measured by the attack"),
    ("basis-terms", NA, "protest", {"unsc_authorisation": "prior"}, "no force"),
    ("basis-terms", NA, "patrol", {"unsc_authorisation": "prior"}, "policing has a measure of its own"),
    ("basis-terms", NA, "single-strike", INVITED, "so has a single act inside a war"),
    ("sd-proportionality", NA, "strike", EXCEEDED | {"claimed_basis": "mandate"}, "measured by the mandate's terms"),
    ("sd-proportionality", NA, "strike", PRIOR, "measured by the mandate's terms"),
    ("sd-proportionality", C, "strike", EXCEEDED | {"scale_of_response": "moderate", "harm_suffered": "none"},
     "nothing carries it: measured as defence would be"),
    ("sd-proportionality", L, "defence", {"unsc_authorisation": "prior"}, "defence is pleaded beside the mandate"),
    ("sd-proportionality", L, "defence", {"unsc_authorisation": "exceeded", "claimed_basis": "mandate"},
     "who names an attack pleads defence as well"),
    ("unsc-authorised", L, "strike", PRIOR | {"continued_after_objective": "n/a"}, "the mandate has no end of its own"),
    ("unsc-authorised", C, "strike", PRIOR | {"continued_after_objective": True}, "does it outlast its aim?"),
    # a countermeasure: to bring the other side back to its duty, by the injury and the gravity of the wrong
    *(
        ("cm-proportion", U, "countermeasure", {"purpose": aim}, "what serves another aim has no measure here")
        for aim in ("punish", "coerce", "regime-change", "territorial-gain", "protect-interests")
    ),
    ("cm-proportion", IF, "countermeasure", {"purpose": ...}, "what it serves is not known"),
    ("cm-proportion", C, "countermeasure", {"scale_of_response": "moderate"}, "one step above the injury"),
    *(
        ("cm-proportion", answer, "countermeasure", wrong | changed, why)
        for wrong, why in (
            ({"attack_gravity": "armed-attack"}, "the wrong was an armed attack"),
            ({"humanitarian_emergency": "documented"}, "the wrong was an atrocity"),
            ({"owed_to": "all"}, "the right at stake is everybody's"),
        )
        for answer, changed in (
            (L, {"scale_of_response": "moderate"}),
            (C, {"scale_of_response": "large"}),
            (C, {"scale_of_response": "massive"}),
            (U, {"scale_of_response": "massive", "harm_suffered": "none"}),
            (U, {"scale_of_response": "large", "reversible": False}),
        )
    ),
    *(
        ("cm-proportion", C, "countermeasure", {"scale_of_response": "moderate"} | wrong, why)
        for wrong, why in (
            ({"attack_gravity": "disputed"}, "whether it was an attack is disputed"),
            ({"humanitarian_emergency": "claimed"}, "nobody confirmed the atrocity"),
            ({"owed_to": "group"}, "the right is a group's"),
        )
    ),
)  # fmt: skip
