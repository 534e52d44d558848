"""Disease that may cross borders: word of it in time, and measures that hinder no more than the risk demands."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.norm import norm
from crisis_game.law.rule import Answer, Case, Rule, breach, met


def _event_at_home(case: Case) -> bool:
    return case.fact("health_event") is True


@norm(
    "health-notice",
    "Notification of disease",
    "Was a disease on the state's land that may concern others notified?",
    question="human-rights",
    head="measure",
    owed_to="all",
    engaged=_event_at_home,
    sources=(src.HEALTH_NOTICE,),
)
def health_notice(case: Case) -> Answer:
    """Within twenty-four hours of its assessment (International Health Regulations, 2005, Article 6(1))."""
    if case.need("health_notified") is True:
        return met("The disease was notified.")
    return breach("A disease that might concern other states was known and not notified.")


def _hinders_against_disease(case: Case) -> bool:
    return case.fact("against_disease") is True


@norm(
    "health-measure",
    "Measures against disease",
    "Did a measure against a disease rest on evidence, and hinder people no more than the risk demanded?",
    question="human-rights",
    head="measure",
    owed_to="persons",
    engaged=_hinders_against_disease,
    sources=(src.HEALTH_MEASURES,),
)
def health_measure(case: Case) -> Answer:
    """No more restrictive than reasonably available alternatives (International Health Regulations, Article 43(1))."""
    if case.need("milder_measure") is True:
        return breach("A milder measure was at hand that would have protected health as well.")
    if case.need("disease_shown") is not True:
        return breach("What the measure was aimed at was not shown to carry the disease.")
    return met("The measure rested on evidence, and nothing milder would have protected health as well.")


RULES: tuple[Rule, ...] = (health_notice, health_measure)
