"""In which order the rules are read, which rule answers which question, and what the act as a whole comes to.

The order is that of `act -> force?`: with force, the bases one after the other, then the ban itself; without, duties
owed and answers to wrongs; beside both, always, the law of armed conflict and the organisation's own rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from crisis_game.law import (
    armed_attack,
    armed_conflict,
    charter_duties,
    consent,
    council,
    council_duties,
    countermeasures,
    defence_pleas,
    force,
    health,
    human_rights,
    humanitarian,
    immunity,
    missions,
    necessity,
    neutrality,
    older_law,
    omissions,
    organisations,
    persons_in_war,
    policing,
    proportion,
    regional,
    report,
    responsibility,
    sanctions,
    sea,
    sea_passage,
    self_defence,
    territory,
    treaties,
    treaty_clauses,
    treaty_pleas,
    war_at_sea,
)
from crisis_game.law.finding import GRAVEST_FIRST, Legality, Verdict
from crisis_game.law.rule import OMISSIONS, Answer, Case, Rule, UnprovenError

RULES: Mapping[str, Rule] = {
    rule.id: rule
    for module in (
        consent,
        council,
        council_duties,
        organisations,
        responsibility,
        armed_attack,
        self_defence,
        defence_pleas,
        proportion,
        report,
        regional,
        force,
        older_law,
        countermeasures,
        necessity,
        treaty_pleas,
        treaties,
        sanctions,
        territory,
        policing,
        sea_passage,
        war_at_sea,
        sea,
        neutrality,
        immunity,
        missions,
        human_rights,
        health,
        armed_conflict,
        persons_in_war,
        humanitarian,
        charter_duties,
        treaty_clauses,
        omissions,
    )
    for rule in module.RULES
}
"""All rules by id, in the order in which they are read and listed."""

SPEAKERS: Mapping[str, tuple[str, ...]] = {
    "jus-ad-bellum": (
        "force-prohibited",
        "indirect-force",
        "force-threatened",
        "older-force",
        "pact-of-paris",
        "territory-lent",
    ),
    "self-defence": ("self-defence", "older-defence"),
    "collective-self-defence": ("collective-self-defence",),
    "imminence": ("imminence",),
    "necessity": (
        "necessity",
        "distress",
        "force-majeure",
        "police-necessity",
        "sd-necessity",
        "older-necessity",
        "war-necessity",
        "clause-need",
        "measure-necessity",
    ),
    "proportionality": (
        "police-proportion",
        "sd-proportionality",
        "basis-terms",
        "older-proportion",
        "reprisal-proportion",
        "war-proportion",
        "cm-proportion",
        "strictly-required",
        "sanction-proportion",
    ),
    "attribution": ("attribution-state", "attribution-act"),
    "art-51-reporting": ("report-unsc",),
    "unsc-authorisation": ("unsc-authorised", "unsc-decision-comply", "unsc-vote-valid"),
    "art-53-authorisation": ("regional-enforcement", "treaty-preconsent"),
    "regional-competence": ("l3-competence", "l3-vote"),
    "institutional-competence": ("institutional-competence", "council-power", "ga-recommendation"),
    "consent": ("invitation", "base-terms"),
    "non-intervention": ("premature-recognition", "civil-war-help", "non-intervention", "complicity"),
    "territorial-integrity": ("territorial-integrity", "cyber-sovereignty", "due-diligence"),
    "humanitarian-intervention": ("humanitarian-force", "r2p-pathway"),
    "countermeasures": ("countermeasure", "reprisal"),
    "retorsion": ("retorsion",),
    "sanctions": ("sanction",),
    "sanctions-due-process": ("sanctions-due-process",),
    "membership-measures": ("l3-credentials", "l3-suspension"),
    "consultation": ("council-hardship", "l3-invocation", "l3-consultation"),
    "peaceful-settlement": ("court-order", "pacific-first", "covenant"),
    "treaty-law": ("rights-under-mandate", "governing-treaty", "treaty-law", "mutual-help", "circumvention"),
    "law-of-the-sea": ("law-of-the-sea",),
    "neutrality": (
        "neutral-territory",
        "visit-capture",
        "neutral-asylum",
        "neutral-prevention",
        "neutrality-plea",
        "neutrality",
    ),
    "immunity": ("official-immunity", "inviolability", "immunity"),
    "ihl": ("ihl-conduct", "investigate-redress"),
    "human-rights": ("supplies", "health-measure", "health-notice"),
    OMISSIONS: ("pledge-kept", "knowledge-shared", "wrong-repaired", "duty-in-time", "award-obeyed"),
}
"""For each question of the casebook, and for what was left undone: the rules that can answer it; the first speaks."""

FORCE: tuple[str, ...] = ("force-prohibited", "indirect-force", "force-threatened", "older-force")
"""The bans on force: the first that speaks says whether there might be force at all."""

BESIDE: tuple[str, ...] = (
    "base-terms",
    "civil-war-help",
    "unsc-decision-comply",
    "un-force",
    "territory-lent",
    "complicity",
    "covenant",
    "pact-of-paris",
)
"""With force: what else may forbid the resort, towards a host, the Council, or the victims of whoever is helped."""

MANNER: tuple[str, ...] = (
    "ihl-distinction",
    "ihl-proportionality",
    "ihl-precautions",
    "humanitarian-access",
    *persons_in_war.PARTS,
    "blockade",
    "mines",
    "ihl-conduct",
)
"""How force was used: the second word, which never makes up for the first nor is made good by it."""

DECIDING: tuple[str, ...] = (
    "supplies",
    "health-measure",
    "health-notice",
    "inviolability",
    "official-immunity",
    "immunity",
    "un-force",
    "unsc-decision-comply",
    "rights-under-mandate",
    "l3-credentials",
    "mutual-help",
    "circumvention",
    "l3-suspension",
    "treaty-law",
    "court-order",
    "sanctions-reach",
    "sanctions-due-process",
    "listing-ground",
    "sanction-proportion",
    "sanction",
    "retorsion",
    "law-of-the-sea",
    "police-necessity",
    "police-proportion",
    "territorial-integrity",
    "cyber-sovereignty",
    "due-diligence",
    "civil-war-help",
    "non-intervention",
    "territory-lent",
    "complicity",
    "base-terms",
    "neutral-territory",
    "visit-capture",
    "neutral-asylum",
    "neutral-prevention",
    "neutrality",
    "premature-recognition",
    "institutional-competence",
    "invitation",
    "ihl-conduct",
    "l3-competence",
    "l3-own-consent",
    "l3-invocation",
    *SPEAKERS[OMISSIONS],
)
"""Rules that decide on an act without force: the worst of their answers is the act's. Procedure is not among them.

Of several that say the same, the first is named: rules for a special thing stand before those for any.
"""

_HARMLESS = frozenset(
    {"consultation", "diplomatic", "technical-assistance", "peacekeeping", "show-of-force", "retorsion", "rescue"}
)


def question_verdicts(answers: Mapping[str, Answer]) -> dict[str, Verdict]:
    """One verdict for each question of the casebook, from what the rules say: that of the first of its speakers."""
    return {question: _first(answers, speakers) for question, speakers in SPEAKERS.items()}


def _first(answers: Mapping[str, Answer], speakers: tuple[str, ...]) -> Verdict:
    for speaker in speakers:
        if speaker in answers:
            return answers[speaker].verdict
    return "not-applicable"


def deciding(case: Case) -> tuple[str, ...]:
    """The rules whose gravest answer is that on the act as a whole: with force those on the resort, else `DECIDING`."""
    ban = next((rule for rule in FORCE if case.answer(rule) is not None), None)
    return DECIDING if ban is None else (ban, *BESIDE)


def has_force(case: Case) -> bool:
    """Whether the act has the two words of force: one on the resort, one on the conduct."""
    return any(case.answer(rule) is not None for rule in FORCE)


def overall(case: Case) -> Legality:
    """The legality of the act as a whole: with force, of the resort to it; how it was used is the second word.

    Where one view of a contested point clearly prevails, it counts. An act that no rule forbids is lawful, if its kind
    and the absence of force are known.
    """
    answers = [counted_as(answer) for rule in deciding(case) if (answer := case.answer(rule)) is not None]
    if answers:
        return gravest(answers)
    return "lawful" if _is_harmless(case) else "insufficient-facts"


def _is_harmless(case: Case) -> bool:
    try:
        return case.fact("use_of_force") == "none" and case.fact("response_kind") in _HARMLESS
    except UnprovenError:
        return False


def manner(case: Case) -> Legality | None:
    """How force was used, or the war was waged, in one word; None where no rule on that speaks."""
    answers = [counted_as(answer) for rule in MANNER if (answer := case.answer(rule)) is not None]
    return gravest(answers) if answers else None


def gravest(words: Iterable[Legality]) -> Legality:
    """The least favourable of several words."""
    return min(words, key=GRAVEST_FIRST.index)


def counted_as(answer: Answer) -> Legality:
    """What an answer counts as for the act: where one view of a contested point prevails, as that view."""
    verdict = answer.leaning if answer.verdict == "contested" and answer.leaning else answer.verdict
    return "lawful" if verdict == "not-applicable" else verdict
