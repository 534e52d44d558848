"""Force in law enforcement: warning, last resort, measure."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.kinds_of_act import is_policing
from crisis_game.law.norm import norm
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, met, view


@norm(
    "police-necessity",
    "Force as a last resort in law enforcement",
    "Was the ship or person warned, and force the last resort?",
    question="necessity",
    head="measure",
    owed_to="persons",
    sources=(src.SAIGA, src.IM_ALONE, src.UNCLOS),
)
def police_necessity(case: Case) -> Answer | None:
    """Signals, warning shots, and only then force (M/V Saiga (No. 2) 1999)."""
    if not is_policing(case) or case.need("use_of_force") == "none":
        return None
    if case.fact("ship_sunk") is True:
        return breach("A ship was sunk on purpose; force is for stopping, boarding and bringing in.")
    if case.fact("ship_warned") is True or case.fact("prior_notice") is True:
        return met("A warning came before force was used.")
    if case.fact("ship_warned") is None:
        case.need("prior_notice")
    return breach("Force was used in law enforcement without a warning.")


@norm(
    "police-proportion",
    "Measure of force in law enforcement",
    "Was the force reasonable, with no danger to life that could be avoided?",
    question="proportionality",
    head="measure",
    owed_to="persons",
    sources=(src.SAIGA, src.IM_ALONE, src.UNCLOS),
)
def police_proportion(case: Case) -> Answer | None:
    """Force must not go beyond what is reasonable and necessary in the circumstances."""
    if not is_policing(case) or case.need("use_of_force") == "none":
        return None
    if case.fact("ship_sunk") is True:
        return breach("A ship was sunk on purpose for a lesser interest.")
    if case.need("civilian_harm") == "none" and case.fact("use_of_force") == "minor":
        return met("The force used hurt nobody.")
    if case.verdict("police-necessity") == "lawful" and case.fact("civilian_harm") == "limited":
        return contested(
            "People were hurt after a warning had been given.",
            view("The force was what the resistance made necessary.", "lawful", src.FISH_STOCKS),
            view("Life was put in danger for a lesser interest.", "unlawful", src.SAIGA),
            "whether milder means would have stopped the ship or person",
        )
    return breach("The force used in law enforcement put lives in danger beyond what was reasonable.")


RULES: tuple[Rule, ...] = (police_necessity, police_proportion)
