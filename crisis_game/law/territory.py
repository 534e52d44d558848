"""Territory: inviolable, and not to be acquired by force."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.force import on_the_ban, resting_on_the_ban
from crisis_game.law.kinds_of_act import outside_the_ban, passes, uses_force, uses_or_threatens
from crisis_game.law.norm import Walked, norm
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, inherited, met, view


@norm(
    "territorial-integrity",
    "Territorial integrity",
    "Did the act violate another state's territory?",
    question="territorial-integrity",
    head="measure",
    sources=(src.FORCE_BAN, src.CORFU, src.FRIENDLY_RELATIONS),
    severity="grave",
)
def territorial_integrity(case: Case) -> Answer | None:
    """Territory is inviolable, and none is acquired by force, lawful or not (Corfu Channel 1949)."""
    if _kept(case) and case.verdict("unsc-authorised") != "lawful":
        return breach("Territory of another state was kept; no force, lawful or not, gives title to it.")
    if uses_or_threatens(case) and not outside_the_ban(case):
        case.need("territory_held")
        return _by_force(case)
    return _without_force(case)


def _kept(case: Case) -> bool:
    """Land kept; before the Charter a declared war could still give title."""
    conquest = case.fact("law_of") == "classical" and case.fact("war_declared") is True
    return case.fact("territory_held") in ("prolonged", "annexed") and not conquest


def _by_force(case: Case) -> Answer | None:
    ban = on_the_ban(case)
    if ban is None or not uses_force(case):
        return None
    return resting_on_the_ban(
        ban,
        broken="Force without a basis violated the territory of another state.",
        kept="Whatever carries the force carries the entry into the territory.",
    )


def _without_force(case: Case) -> Answer | None:
    for rule in ("neutral-territory", "entry"):
        answer = case.answer(rule)
        if answer is not None:
            return inherited(answer, rule)
    if case.fact("inside_war") is True:
        return None
    relief = case.answer("humanitarian-access") if case.fact("relief_without_consent") is True else None
    if relief is not None:
        return inherited(relief, "humanitarian-access")
    kind = case.fact("response_kind")
    if kind == "show-of-force":
        passage = met("Passage through a strait is a right, and showing it is no violation of territory.")
        return passage if passes(case) else None
    return _agents(case) if kind in _BY_AGENTS and _abroad(case, kind) else None


_BY_AGENTS = ("covert-operation", "intervention", "law-enforcement", "rescue")
"""Kinds of act in which agents of a state act on the spot, with force or without."""
_ABROAD = ("foreign-land", "foreign-waters")


def _agents(case: Case) -> Answer:
    consent = case.answer("invitation")
    if consent is not None and consent.verdict == "lawful":
        return met("The territorial state consented.")
    if consent is not None and consent.verdict != "unlawful":
        return inherited(consent, "invitation")
    return breach("Agents of a state acted on another's territory without its consent.", "serious")


def _abroad(case: Case, kind: object) -> bool:
    """Whether they went into another state; police mostly act at home, and of a rescue it must be known where."""
    if kind == "rescue":
        return case.verdict("invitation") == "lawful" or case.need("place") in _ABROAD
    return kind != "law-enforcement" or case.fact("place") in _ABROAD


def _reaches_into_another_state(case: Case) -> bool:
    return case.fact("response_kind") == "cyber-operation" and not uses_or_threatens(case)


@norm(
    "cyber-sovereignty",
    "Sovereignty in cyberspace",
    "Did a cyber operation below force reach into another state, and does anything carry it?",
    question="territorial-integrity",
    head="measure",
    engaged=_reaches_into_another_state,
    excuses=("invitation", "countermeasure"),
    walked=Walked(
        excused="The operation reached into another state; whether sovereignty forbids that or not, it is excused. "
        "{reason:inline}.",
        open="The operation reached into another state, and whether it is excused is open: {reason:inline}.",
        unproven="The operation reached into another state, and whether it is excused is not proven: {reason:inline}.",
        unexcused="The operation reached into another state, and nothing excuses it.",
    ),
    sources=(src.TALLINN_SOVEREIGNTY, src.UK_CYBER),
    status="contested",
)
def cyber_sovereignty(_: Case) -> Answer:
    """Whether sovereignty is a rule of its own below the threshold of intervention: states are divided."""
    return contested(
        "A cyber operation reached into another state below the threshold of force.",
        view("Sovereignty is a rule of its own, and the operation broke it.", "unlawful", src.TALLINN_SOVEREIGNTY),
        view("Below intervention no rule forbids it.", "lawful", src.UK_CYBER),
        "whether sovereignty is a rule of its own in cyberspace",
    )


RULES: tuple[Rule, ...] = (territorial_integrity, cyber_sovereignty)
