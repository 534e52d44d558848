"""Duties to tell the Security Council (UN Charter, Articles 51 and 54)."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.kinds_of_act import pleads_self_defence, uses_or_threatens
from crisis_game.law.norm import norm
from crisis_game.law.rule import Answer, Case, Rule, breach, met, unknown


@norm(
    "report-unsc",
    "Report to the Council",
    "Was self-defence reported at once, and regional action notified?",
    question="art-51-reporting",
    head="procedure",
    owed_to="council",
    sources=(src.SELF_DEFENCE, src.INFORM, src.NICARAGUA),
    layer="un-charter",
    severity="procedural",
)
def report_unsc(case: Case) -> Answer | None:
    """A duty of its own: silence is evidence against the plea, and makes no force unlawful (Nicaragua 1986)."""
    if case.fact("council_informed") is False:
        return breach("The Security Council was not kept informed of regional action, as Article 54 asks.")
    if case.fact("use_of_force") is None or not uses_or_threatens(case) or not pleads_self_defence(case):
        return None
    reported = case.fact("unsc_reported_art51")
    if reported == "n/a":
        return None
    if reported in (None, "unknown"):
        return unknown("unsc_reported_art51")
    if reported is True:
        return met("The act was reported to the Security Council as self-defence.")
    return breach("Self-defence was not reported to the Security Council at once.")


RULES: tuple[Rule, ...] = (report_unsc,)
