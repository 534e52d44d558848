"""Neutrality: what a state that is not at war owes both sides."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.norm import norm
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, met, view


@norm(
    "neutrality",
    "Neutrality",
    "Did a state that is not at war favour one side?",
    question="neutrality",
    head="measure",
    sources=(src.HAGUE_NEUTRALITY, src.CARRY_OUT),
    status="contested",
)
def neutrality(case: Case) -> Answer | None:
    """Strict neutrality forbids arms from state stocks; whether aggression sets it aside is contested."""
    if case.fact("response_kind") != "arms-supply" or case.fact("attack_timing") != "ongoing":
        return None
    if case.fact("actor_standing") not in ("third-state", "organisation") or case.fact("attributed_to_state") == "n/a":
        return None
    if case.fact("unsc_authorisation") == "prior":
        return met("The Security Council's decision sets neutrality aside.")
    proven = case.need("attack_gravity") == "armed-attack" and case.need("attributed_to_state") == "established"
    if not proven:
        return breach("Arms were sent to one side of a war whose aggressor is not established.")
    return contested(
        "Arms were sent to the victim of an established aggression.",
        view("Aggression sets strict neutrality aside; help to the victim is allowed.", "lawful", src.SELF_DEFENCE),
        view("Neutrals may not arm either side while the Council has not decided.", "unlawful", src.HAGUE_NEUTRALITY),
        "whether strict neutrality survived the ban on force",
        leaning="lawful",
    )


RULES: tuple[Rule, ...] = (neutrality,)
