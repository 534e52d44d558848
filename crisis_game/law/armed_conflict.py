"""Whether there is an armed conflict at all: the finding without which no rule of armed conflict speaks."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.kinds_of_act import FORCE_BY_NATURE, is_policing, uses_force
from crisis_game.law.norm import requirement
from crisis_game.law.rule import Answer, Case, Rule, breach, met


@requirement(
    "armed-conflict",
    "Armed conflict",
    "Does the act stand in an armed conflict, so that its law applies?",
    question="ihl",
    sources=(src.COMMON_ARTICLES, src.TADIC_1995),
)
def armed_conflict(case: Case) -> Answer | None:
    """Force between states, an occupation, or protracted fighting with an organised group (Tadić 1995, para. 70)."""
    stated = case.fact("armed_conflict")
    if stated == "none":
        return breach("There was no armed conflict; its law does not apply.")
    if stated == "internal":
        return met("Armed forces and organised groups fought for long enough; that is an armed conflict.")
    if stated == "international" or _between_states(case):
        return met("The act stands in an armed conflict between states, or in an occupation.")
    return None


def _between_states(case: Case) -> bool:
    if case.fact("inside_war") is True:
        return True
    held = case.fact("occupied_territory") is True or case.fact("territory_held") in ("prolonged", "annexed")
    if held or (case.fact("target_use") is not None and not is_policing(case)):
        return True
    if case.fact("attack_timing") == "ongoing" and case.fact("attack_gravity") == "armed-attack":
        return True
    return not is_policing(case) and uses_force(case) and _is_combat(case)


def _is_combat(case: Case) -> bool:
    return case.fact("use_of_force") == "armed" or case.need("response_kind") in FORCE_BY_NATURE


RULES: tuple[Rule, ...] = (armed_conflict,)
