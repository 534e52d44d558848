"""Immunity of states and of their property."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.norm import norm
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, met, view


@norm(
    "immunity",
    "State immunity",
    "Was property of a foreign state, or a foreign state itself, subjected to the actor's power?",
    question="immunity",
    head="measure",
    sources=(src.IMMUNITIES,),
)
def immunity(case: Case) -> Answer | None:
    """State property and states in court are immune; whether a freeze by the executive touches that is contested."""
    if case.fact("immune_court_process") is True:
        return breach("A foreign state was brought before the actor's courts for acts of its public power.")
    if case.verdict("neutral-asylum") == "lawful":
        return met("The rule that a neutral interns a warship that stays too long leaves no room for immunity.")
    assets = case.fact("state_assets_touched")
    against_state = case.fact("target_type") == "government" and case.fact("response_kind") == "countermeasure"
    if assets is False or not (assets or against_state) or case.fact("unsc_authorisation") == "prior":
        return None
    if case.fact("assets_taken") is True:
        return breach("Property of a foreign state was taken for good.")
    return contested(
        "Property of a foreign state was frozen.",
        view("Immunity bars courts; a freeze by the executive is a countermeasure.", "lawful", src.ARSIWA_AIM),
        view("Immunity shields state property from every measure of constraint.", "unlawful", src.IMMUNITIES),
        "whether immunity protects against measures that no court takes",
    )


RULES: tuple[Rule, ...] = (immunity,)
