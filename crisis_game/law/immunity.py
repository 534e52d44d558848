"""Immunity of foreign states and of their property: before courts, and from every other constraint."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.norm import norm, requirement
from crisis_game.law.rule import Answer, Case, Rule, all_hold, breach, contested, met, view

_INTERNED = met("The rule that a neutral interns a warship that stays too long leaves no room for immunity.")


@norm(
    "immunity",
    "State immunity",
    "Was a foreign state, or its property, subjected to the actor's courts or officers against its immunity?",
    question="immunity",
    head="measure",
    sources=(src.IMMUNITIES, src.UN_IMMUNITIES, src.LIBERTAD),
)
def immunity(case: Case) -> Answer | None:
    """States are immune for acts of public power, their property in public use from constraint (ICJ 2012)."""
    if case.verdict("neutral-asylum") == "lawful":
        return _INTERNED
    if case.fact("immune_court_process") is True:
        return all_hold(
            case, ("immunity-suit", "immunity-property"), "Neither the suit nor what was seized was under immunity."
        )
    return _by_officers(case)


@requirement(
    "immunity-suit",
    "Suit against a state",
    "May the actor's courts hear a suit about this act of the foreign state?",
    question="immunity",
    sources=(src.WARS_BEFORE_COURTS, src.CRIMES_BEFORE_COURTS, src.UN_IMMUNITIES, src.MCELHINNEY),
)
def immunity_suit(case: Case) -> Answer | None:
    """By the nature of the act: public power is immune, trade is not; waiver ends it; gravity does not (ICJ 2012)."""
    if case.fact("immune_court_process") is not True:
        return None
    if case.fact("immunity_waived") in ("suit", "property", "express"):
        return met("The foreign state gave up its immunity from suit.")
    about = case.need("suit_over")
    if about == "commercial":
        return met("The suit is about trade; immunity covers acts of public power.")
    if about == "crime":
        return breach("The suit is about acts of public power; that they were grave crimes does not lift immunity.")
    if about == "injury-on-soil":
        return contested(
            "The suit is about injury done on the actor's own soil, by others than armed forces in war.",
            view("For injury done in the state of the court there is no immunity.", "lawful", src.UN_IMMUNITIES),
            view("Acts of public power stay immune wherever they are done.", "unlawful", src.MCELHINNEY),
            "whether the exception for injury reaches acts of public power",
            leaning="lawful",
        )
    return breach("A foreign state was brought before the actor's courts for acts of its public power.")


@requirement(
    "immunity-property",
    "Constraint on state property",
    "Was the foreign state's property in public use, and constraint on it not agreed to?",
    question="immunity",
    sources=(src.PROPERTY_CONSTRAINT, src.UN_IMMUNITIES, src.LIBERTAD),
)
def immunity_property(case: Case) -> Answer | None:
    """Open to constraint is what serves trade or was agreed to; a warship only by express words (ARA Libertad 2012)."""
    if case.fact("state_assets_touched") is not True:
        return None
    if case.verdict("neutral-asylum") == "lawful":
        return _INTERNED
    waived = case.fact("immunity_waived")
    if waived == "express":
        return met("The foreign state agreed, in express words, to constraint on this very property.")
    use = _use(case)
    if use == "trade":
        return met("The property served trade.")
    if use == "military":
        return breach("A warship or other military property was seized; words about property at large do not reach it.")
    if use == "mission":
        return breach("Property that serves a mission was seized; words about property at large do not reach it.")
    if waived == "property":
        return met("The foreign state agreed to constraint on its property.")
    return breach("Property in public use was seized, and the foreign state had not agreed to constraint.")


def _use(case: Case) -> object:
    """The use that decides; a warship is in military use, whatever else she does."""
    return "military" if case.fact("ship") == "warship" else case.need("property_use")


def _by_officers(case: Case) -> Answer | None:
    """Without a court: a warship or a mission's property is touched, or the executive freezes or takes assets."""
    assets = case.fact("state_assets_touched")
    against_state = case.fact("target_type") == "government" and case.fact("response_kind") == "countermeasure"
    if assets is False or not (assets or against_state) or case.fact("unsc_authorisation") == "prior":
        return None
    if assets and (case.fact("ship") == "warship" or case.fact("property_use") in ("military", "mission")):
        return case.answer("immunity-property")
    if case.fact("assets_taken") is True:
        return breach("Property of a foreign state was taken for good.")
    return contested(
        "Property of a foreign state was frozen.",
        view("Immunity bars courts; a freeze by the executive is a countermeasure.", "lawful", src.ARSIWA_AIM),
        view("Immunity shields state property from every measure of constraint.", "unlawful", src.IMMUNITIES),
        "whether immunity protects against measures that no court takes",
    )


RULES: tuple[Rule, ...] = (immunity_suit, immunity_property, immunity)
