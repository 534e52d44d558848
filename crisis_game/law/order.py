"""In which order the rules are read, which rule answers which question, and what the act as a whole comes to.

The order is that of `act -> force?`: with force, the bases one after the other, then the ban itself; without, duties
owed and answers to wrongs; beside both, always, the law of armed conflict and the organisation's own rules.
"""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.law import (
    armed_attack,
    charter_duties,
    consent,
    council,
    countermeasures,
    defence_pleas,
    force,
    humanitarian,
    other_law,
    regional,
    report,
    responsibility,
    sanctions,
    self_defence,
)
from crisis_game.law.finding import Legality, Verdict
from crisis_game.law.rule import Answer, Case, Rule

RULES: Mapping[str, Rule] = {
    found.id: found
    for module in (
        consent,
        council,
        responsibility,
        armed_attack,
        self_defence,
        defence_pleas,
        report,
        regional,
        force,
        countermeasures,
        sanctions,
        other_law,
        humanitarian,
        charter_duties,
    )
    for found in module.RULES
}
"""All rules by id, in the order in which they are read and listed."""

SPEAKERS: Mapping[str, tuple[str, ...]] = {
    "jus-ad-bellum": ("force-prohibited", "force-threatened"),
    "self-defence": ("self-defence",),
    "collective-self-defence": ("collective-self-defence",),
    "imminence": ("imminence",),
    "necessity": ("police-necessity", "sd-necessity", "measure-necessity"),
    "proportionality": ("police-proportion", "sd-proportionality", "cm-proportion", "sanction-proportion"),
    "attribution": ("attribution-state",),
    "art-51-reporting": ("report-unsc",),
    "unsc-authorisation": ("unsc-authorised", "unsc-decision-comply", "unsc-vote-valid"),
    "art-53-authorisation": ("regional-enforcement", "treaty-preconsent"),
    "regional-competence": ("l3-competence", "l3-vote"),
    "institutional-competence": ("institutional-competence", "ga-recommendation"),
    "consent": ("invitation", "base-terms"),
    "non-intervention": ("non-intervention", "complicity"),
    "territorial-integrity": ("territorial-integrity", "due-diligence"),
    "humanitarian-intervention": ("humanitarian-force", "r2p-pathway"),
    "countermeasures": ("countermeasure",),
    "retorsion": ("retorsion",),
    "sanctions": ("sanction",),
    "sanctions-due-process": ("sanctions-due-process",),
    "membership-measures": ("l3-suspension",),
    "consultation": ("l3-consultation",),
    "peaceful-settlement": ("pacific-first",),
    "treaty-law": ("treaty-law",),
    "law-of-the-sea": ("law-of-the-sea",),
    "neutrality": ("neutrality",),
    "immunity": ("immunity",),
    "ihl": ("ihl-conduct", "investigate-redress"),
}
"""For each question of the casebook: the rules that can answer it; the first one that applies speaks."""

DECIDING: tuple[str, ...] = (
    "l3-suspension",
    "countermeasure",
    "sanction",
    "sanctions-due-process",
    "sanction-proportion",
    "retorsion",
    "treaty-law",
    "law-of-the-sea",
    "police-necessity",
    "police-proportion",
    "territorial-integrity",
    "due-diligence",
    "non-intervention",
    "complicity",
    "unsc-decision-comply",
    "base-terms",
    "immunity",
    "neutrality",
    "institutional-competence",
    "invitation",
    "ihl-conduct",
    "l3-competence",
    "l3-own-consent",
)
"""Rules that decide on an act without force: the worst of their answers is the act's. Procedure is not among them."""

_HARMLESS = frozenset(
    {"consultation", "diplomatic", "technical-assistance", "peacekeeping", "show-of-force", "retorsion"}
)
_GRAVEST_FIRST: tuple[Legality, ...] = ("unlawful", "insufficient-facts", "contested", "lawful")


def question_verdicts(case: Case) -> dict[str, Verdict]:
    """One verdict for each question of the casebook."""
    return {question: _first(case, speakers) for question, speakers in SPEAKERS.items()}


def _first(case: Case, speakers: tuple[str, ...]) -> Verdict:
    for speaker in speakers:
        found = case.answer(speaker)
        if found is not None:
            return found.verdict
    return "not-applicable"


def overall(case: Case) -> Legality:
    """The legality of the act as a whole.

    With force, the ban on force decides: how the force was used, and by what procedure, are findings of their own.
    Without force, the worst answer of the deciding rules; where one view of a contested point clearly prevails, it
    counts. An act that no rule forbids is lawful, if its kind and the absence of force are known.
    """
    force_answer = case.answer("force-prohibited") or case.answer("force-threatened")
    if force_answer is not None:
        return _counted(force_answer)
    found = [_counted(answer) for rule in DECIDING if (answer := case.answer(rule)) is not None]
    for verdict in _GRAVEST_FIRST:
        if verdict in found:
            return verdict
    known = case.fact("use_of_force") == "none" and case.fact("response_kind") in _HARMLESS
    return "lawful" if known else "insufficient-facts"


def _counted(answer: Answer) -> Legality:
    verdict = answer.leaning if answer.verdict == "contested" and answer.leaning else answer.verdict
    return "lawful" if verdict == "not-applicable" else verdict
