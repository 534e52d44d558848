"""Necessity, distress, force majeure: pleas that excuse a breach, and never force between states (ARSIWA 23-26)."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.norm import plea
from crisis_game.law.rule import Answer, Case, Rule, breach, met

DANGERS = ("force-majeure", "distress", "necessity")
"""The pleas of danger, in the order in which they ask for less than the next."""


@plea(
    "necessity",
    "Necessity",
    "Was the act the only way to save an essential interest from a grave and imminent peril?",
    question="necessity",
    sources=(src.ARSIWA_NECESSITY, src.DANUBE_NECESSITY),
)
def state_of_necessity(case: Case) -> Answer | None:
    """Exceptional: grave and imminent peril, no other way, no like interest sacrificed, no own part in it."""
    if case.fact("claimed_basis") != "necessity" and case.fact("peril") is None:
        return None
    if case.fact("plea_excluded") is True:
        return breach("The duty that was broken itself rules out the plea of necessity.")
    if case.need("peril") != "grave":
        return breach("No essential interest was in grave peril; ordinary trouble is no necessity.")
    if case.need("attack_timing") not in ("imminent", "ongoing"):
        return breach("The peril was not imminent when the act was done.")
    if case.need("only_way") is False:
        return breach("There was another way to meet the peril, though perhaps a dearer one.")
    if case.need("interest_impaired") is True:
        return breach("An essential interest of others was sacrificed to the actor's own.")
    if case.need("contributed") is True:
        return breach("The actor had helped to bring about the peril that it pleads.")
    return met("A grave and imminent peril could be met in no other way, and no like interest of others was harmed.")


@plea(
    "distress",
    "Distress",
    "Was there no other reasonable way to save the lives of those in the actor's care?",
    question="necessity",
    sources=(src.ARSIWA_DISTRESS, src.RAINBOW),
)
def distress(case: Case) -> Answer | None:
    """Lives entrusted to those who act; who pleads it has to show it (Rainbow Warrior 1990)."""
    if case.fact("claimed_basis") != "distress":
        return None
    if case.need("life_at_risk") is False:
        return breach("No lives were at risk.")
    if case.need("only_way") is False:
        return breach("There was another reasonable way to save those at risk.")
    if case.fact("contributed") is True or case.fact("greater_peril") is True:
        return breach("The actor had brought about the danger, or put others into as great a one.")
    return met("Lives were at risk, and there was no other reasonable way to save them.")


@plea(
    "force-majeure",
    "Force majeure",
    "Did an irresistible force or an unforeseen event make it impossible to perform the duty?",
    question="necessity",
    sources=(src.ARSIWA_FORCE_MAJEURE, src.RAINBOW),
)
def force_majeure(case: Case) -> Answer | None:
    """Material impossibility, not greater difficulty or cost (Rainbow Warrior 1990)."""
    if case.fact("claimed_basis") != "force-majeure" and case.fact("irresistible") is None:
        return None
    if case.need("irresistible") is False:
        return breach("It was harder or dearer to perform the duty, not impossible.")
    if case.fact("contributed") is True:
        return breach("The actor had itself brought about what made the duty impossible to perform.")
    return met("What was beyond control made it impossible to perform the duty.")


RULES: tuple[Rule, ...] = (force_majeure, distress, state_of_necessity)
