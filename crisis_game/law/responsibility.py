"""Whose act it is and who shares in it: attribution, aid and assistance, use of one's territory (ARSIWA, 2001)."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.kinds_of_act import pleads_self_defence, uses_or_threatens
from crisis_game.law.norm import norm, requirement
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, met, not_shown, unknown, view
from crisis_game.texts import Text

_DISPUTED = contested(
    "Whether the trigger is the state's own act is disputed, on the evidence or on the degree of control.",
    view("Overall control, or adoption of what was done, makes it the state's.", "lawful", src.TADIC, src.HOSTAGES),
    view("Effective control of the very operation must be shown.", "unlawful", src.NICARAGUA_CONTROL, src.BOSNIA),
    "what the evidence shows of orders and control, and how much control the law asks for",
)
_SUPPORTED = contested(
    "The group acted, not the state; the state supported the group.",
    view("Shelter and substantial support make the attack the state's too.", "lawful", src.AGGRESSION),
    view(
        "Support is a wrong of its own and does not make the group's attack the state's.",
        "unlawful",
        src.NICARAGUA_CONTROL,
    ),
    "whether support amounts to substantial involvement",
)


@requirement(
    "attribution-state",
    "Attribution",
    "Is the attack or wrong that is answered the act of the state that is acted against?",
    question="attribution",
    sources=(src.ARSIWA_ATTRIBUTION, src.HOSTAGES, src.NICARAGUA_CONTROL, src.BOSNIA),
)
def attribution_state(case: Case) -> Answer | None:
    """Organs, groups under effective control, adopted acts; a charge of weight needs proof of weight."""
    shown = case.fact("attributed_to_state")
    if shown == "n/a":
        return None
    if shown is None:
        return _from_the_rest(case) if pleads_self_defence(case) else None
    if shown == "established":
        return met("The attack or wrong is shown to be the act of the state acted against.")
    if shown == "disputed":
        return _disputed(case)
    by_group = case.fact("targets_non_state_actor") is True and case.fact("attack_author") != "state-organ"
    if by_group and case.fact("host_state_posture") == "supporting":
        return _SUPPORTED
    return breach("It is not shown that the attack or wrong was the act of the state acted against.")


def _disputed(case: Case) -> Answer:
    """Proof that is wanting is a question of fact; how much control the law asks for is one of law."""
    form = case.fact("attribution_dispute")
    if form == "evidence":
        return not_shown(
            "The author, if it is who it is held to be, is the state's own; the proof of it is only {grade}.",
            "author_grade",
            grade=_GRADES.get(str(case.fact("author_grade")), Text("disputed")),
        )
    return _CONTROL if form == "control" else _DISPUTED


_GRADES = {
    "rumoured": Text("rumoured"),
    "suspected": Text("suspected"),
    "probable": Text("probable"),
    "established": Text("established"),
}
_CONTROL = contested(
    "The group that did it was under the state's overall control, and did not act on its orders.",
    view("Overall control of an organised group makes its acts the state's.", "lawful", src.TADIC),
    view("Effective control of the very operation must be shown.", "unlawful", src.NICARAGUA_CONTROL, src.BOSNIA),
    "how much control the law asks for",
)


def _from_the_rest(case: Case) -> Answer:
    """Without a word on attribution: a wrong of that state, established and confirmed by a neutral body."""
    confirmed = case.fact("independent_verification") == "full"
    if confirmed and case.fact("prior_wrong_by_target") == "established":
        return met("An earlier wrong of the state acted against is established and was confirmed independently.")
    return unknown("attributed_to_state")


@norm(
    "complicity",
    "Aid or assistance",
    "Did a base, intelligence, arms or money knowingly help another's wrongful act?",
    question="non-intervention",
    head="resort",
    sources=(src.ARSIWA_COMPLICITY, src.ARIO, src.AGGRESSION),
    severity="grave",
)
def complicity(case: Case) -> Answer | None:
    """Who knowingly aids a wrong answers for the aid; knowledge or intent is debated."""
    if case.fact("aid_given") in (None, "none") or case.answer("territory-lent") is not None:
        return None
    aided = case.need("aided_act")
    if aided == "lawful":
        return met("The help went to a lawful act.")
    if case.need("aid_knowing") is not True:
        return met("The helper did not know what its help was used for.")
    if aided == "contested":
        return contested(
            "Help went knowingly to an act whose own legality is open.",
            view("The act was lawful, and so was the help.", "lawful", src.ARSIWA_COMPLICITY),
            view("The act was wrongful, and the helper shares in it.", "unlawful", src.BOSNIA),
            "whether the act that was helped was lawful",
        )
    return _knowing_aid(case)


def _knowing_aid(case: Case) -> Answer:
    if case.fact("aid_intended") is False:
        return contested(
            "The helper knew of the wrongful act and did not mean to further it.",
            view("Knowledge is enough.", "unlawful", src.BOSNIA),
            view("The aid must be given with a view to the wrong.", "lawful", src.ARSIWA_COMPLICITY),
            "whether knowledge is enough or intent is asked for",
        )
    return breach("The actor knowingly helped a wrongful act and answers for its help.")


def _lends_territory(case: Case) -> bool:
    return case.fact("aid_given") in ("base", "overflight") and case.fact("aid_for_attack") is True


@norm(
    "territory-lent",
    "Territory lent for an attack",
    "Was territory lent to another for its attack on a third state?",
    question="jus-ad-bellum",
    head="resort",
    engaged=_lends_territory,
    sources=(src.AGGRESSION, src.ARSIWA_COMPLICITY),
    severity="grave",
)
def territory_lent(case: Case) -> Answer:
    """Whoever lets its land be used for another's aggression commits an act of aggression itself (3314, 3(f))."""
    aided = case.need("aided_act")
    if aided == "lawful":
        return met("The territory was lent for force that was lawful.")
    if case.need("aid_knowing") is not True:
        return met("The territory was not lent for the attack, and was used for it unknown to its owner.")
    if aided == "contested":
        return contested(
            "Territory was lent for force whose own legality is open.",
            view("The force was lawful, and so was the leave to use the land.", "lawful", src.ARSIWA_COMPLICITY),
            view("The force was aggression, and who lent the land for it shares it.", "unlawful", src.AGGRESSION),
            "whether the force that was helped was lawful",
        )
    return breach("Territory was lent for an attack on a third state; that is aggression by whoever lent it.")


@norm(
    "due-diligence",
    "Territory not used for harm",
    "Did the state do what it could against the harmful use of its territory?",
    question="territorial-integrity",
    head="measure",
    sources=(src.CORFU, src.FRIENDLY_RELATIONS, src.CLIMATE),
)
def due_diligence(case: Case) -> Answer | None:
    """No state may knowingly let its territory be used against the rights of others (Corfu Channel 1949).

    It answers for its own failure, not for what others did; and that failure is a wrong that may itself be answered.
    """
    if case.fact("harm_from_territory") is not True:
        return None
    if case.need("knew_of_harm") is not True:
        return met("The state did not know, and need not have known, of the use made of its territory.")
    if case.need("steps_taken") is True:
        return met("The state knew of the use made of its territory and did what it could against it.")
    return breach("The state knew that its territory was used to harm others and did not act.")


@norm(
    "non-intervention",
    "Coercive interference",
    "Did the act coerce another state on what it may decide freely, or help its armed opposition?",
    question="non-intervention",
    head="measure",
    sources=(src.NICARAGUA_COERCION, src.NICARAGUA, src.FRIENDLY_RELATIONS),
)
def non_intervention(case: Case) -> Answer | None:
    """Intervention is coercion on matters of free choice; with force it is at its plainest (Nicaragua 1986)."""
    if case.fact("aid_to_opposition") is True:
        return breach("Arms, training or money went to the armed opposition of another state.", "grave")
    if uses_or_threatens(case):
        if case.verdict("force-prohibited") == "unlawful":
            return breach("Force without a basis was also intervention in the affairs of another state.", "grave")
        return None
    if case.fact("reserved_matter") is not None:
        return _pressure(case)
    if case.fact("coercive") is False:
        return met("The act left the other state its choice; without coercion there is no intervention.")
    return _by_purpose(case) or _accepted(case)


def _accepted(case: Case) -> Answer | None:
    """What a government asks for, or a member accepted when it joined, takes no choice away."""
    if case.fact("response_kind") == "arms-supply" and case.verdict("invitation") == "lawful":
        return met("Help to a government at its own request is no intervention.")
    if case.verdict("l3-suspension") == "lawful":
        return met("The member accepted such measures when it joined; that is no intervention.")
    return None


def _pressure(case: Case) -> Answer | None:
    if case.fact("reserved_matter") is False:
        return met("The pressure did not concern a matter that each state decides freely.")
    if case.need("coercive") is False:
        return met("The pressure left the other state its choice.")
    if case.fact("hybrid") is True:
        return contested(
            "Pressure by indirect means bore on a matter of free choice.",
            view(
                "Indirect means can take away the choice as surely as direct ones.", "unlawful", src.FRIENDLY_RELATIONS
            ),
            view("Influence, even hostile, is not coercion.", "lawful", src.NICARAGUA_COERCION),
            "whether the means used took away the choice",
        )
    return breach("The act coerced another state on a matter that it may decide freely.")


def _by_purpose(case: Case) -> Answer | None:
    if case.fact("unsc_authorisation") == "prior":
        return None
    if case.fact("purpose") == "pro-democracy" and case.fact("coercive") is True:
        return _for_a_constitution(case)
    if case.fact("purpose") not in ("coerce", "regime-change"):
        return None
    if case.fact("purpose") == "coerce" and case.fact("third_firms_pressed") is True:
        return _SHUT_OUT
    if case.fact("target_type") == "economic" and case.fact("purpose") == "coerce":
        return met("Economic pressure alone was not found to breach the customary rule (Nicaragua 1986).")
    return contested(
        "Pressure without force was meant to change a state's political choices.",
        view(
            "A state chooses its political system freely; pressure to change it is intervention.",
            "unlawful",
            src.NICARAGUA_COERCION,
        ),
        view("Others may choose with whom they associate and on what terms.", "lawful", src.NICARAGUA),
        "whether exclusion or pressure takes away the choice",
    )


def _for_a_constitution(case: Case) -> Answer:
    if case.fact("treaty_scope") == "inside" and case.fact("target_member_of_body") is True:
        return met("The members had agreed on such steps against an overthrow; the matter is no longer each one's own.")
    return contested(
        "Pressure was meant to bring a state back to its constitution.",
        view(
            "Each state chooses its political system freely, and none may be coerced in it.", "unlawful", src.NICARAGUA
        ),
        view("States of a region have made the overthrow of governments their common concern.", "lawful", src.AU_ACT),
        "whether the constitution of a state is still a matter of its own",
    )


_SHUT_OUT = contested(
    "A state was pressed by trade, and others were made to press it too.",
    view("No state need trade with another; to end trade is no intervention.", "lawful", src.NICARAGUA),
    view(
        "No state may use economic measures to force another to give up its rights.", "unlawful", src.FRIENDLY_RELATIONS
    ),
    "whether being shut out from the trade of others too takes away the choice",
)


RULES: tuple[Rule, ...] = (attribution_state, territory_lent, complicity, due_diligence, non_intervention)
