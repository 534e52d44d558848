"""The ban on the use and the threat of force (UN Charter, Article 2(4))."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.acts import outside_the_ban, threatens_force, uses_force
from crisis_game.law.finding import RuleSeverity
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, met, rule, view
from crisis_game.texts import Msgid, Text

BASES = (
    "unsc-authorised",
    "invitation",
    "self-defence",
    "collective-self-defence",
    "regional-enforcement",
    "treaty-preconsent",
    "humanitarian-force",
)
"""What can carry force, in the order in which a basis is named. A vote and an Assembly text are not among them."""
_NAMES = {
    "unsc-authorised": Text("a mandate of the Security Council"),
    "invitation": Text("the consent of the territorial state's government"),
    "self-defence": Text("self-defence against an armed attack"),
    "collective-self-defence": Text("defence of a state that was attacked and asked for help"),
}
_LAWFUL: Msgid = "Force was used, and {basis} carries it."
_CONTESTED: Msgid = "Force was used. Its best basis is open: {reason}"
_UNKNOWN: Msgid = "Force was used, and whether anything carries it is not proven: {reason}"
_UNLAWFUL: Msgid = (
    "Force was used against a state without a basis that holds: no valid consent, no mandate of the Security Council, "
    "no self-defence."
)


@rule(
    "force-prohibited",
    "Use of force",
    "Did the act use force against a state, and does anything carry it?",
    question="jus-ad-bellum",
    reads="use_of_force response_kind aid_to_opposition scale_of_response territory_held government_replaced",
    sources=(src.FORCE_BAN, src.NICARAGUA_FORCE, src.AGGRESSION),
    layer="un-charter",
    severity="grave",
)
def force_prohibited(case: Case) -> Answer | None:
    """Force is banned unless a valid basis carries it; any single one suffices (UN Charter, Article 2(4))."""
    if case.fact("response_kind") == "arms-supply" or case.fact("aid_to_opposition") is True:
        return _indirect_force(case)
    if outside_the_ban(case) or not uses_force(case):
        return None
    return _by_best_basis(case, BASES)


def _indirect_force(case: Case) -> Answer | None:
    if case.fact("aid_to_opposition") is True:
        return breach("Arms or training for an armed opposition are an unlawful use of force, though no armed attack.")
    if case.verdict("invitation") == "lawful":
        return met("Arms went to a government at its own request; that is no force against another state.")
    if case.verdict("invitation") == "not-applicable":
        return None
    return breach("Arms went to others than the recognised government; that is indirect force against its state.")


def _by_best_basis(case: Case, bases: tuple[str, ...]) -> Answer:
    answers = {base: found for base in bases if (found := case.answer(base)) is not None}
    for base, found in answers.items():
        if found.verdict == "lawful" and base in _NAMES:
            return Answer("lawful", Text(_LAWFUL, {"basis": _NAMES[base]}))
    for found in answers.values():
        if found.verdict == "contested" and found.leaning != "unlawful":
            because = Text(_CONTESTED, {"reason": found.because})
            return Answer("contested", because, found.views, found.premise, found.leaning)
    for found in answers.values():
        if found.verdict == "insufficient-facts":
            because = Text(_UNKNOWN, {"reason": found.because})
            return Answer("insufficient-facts", because, missing=found.missing)
    return breach(_UNLAWFUL, _severity(case))


def _severity(case: Case) -> RuleSeverity:
    """Aggression, the core of the ban, is peremptory; less is grave, and force without combat serious."""
    taken = case.fact("territory_held") == "annexed" or case.fact("government_replaced") is True
    if case.fact("use_of_force") in ("minor", "threat"):
        return "serious"
    return "peremptory" if taken or case.fact("scale_of_response") in ("large", "massive") else "grave"


@rule(
    "force-threatened",
    "Threat of force",
    "Was force threatened that would have been unlawful to use?",
    question="jus-ad-bellum",
    reads="use_of_force response_kind threat_explicit threat_with_demand exercise_notified scale_of_response "
    "territory_held government_replaced",
    sources=(src.FORCE_BAN, src.NUCLEAR, src.NICARAGUA),
    layer="un-charter",
)
def force_threatened(case: Case) -> Answer | None:
    """A threat is unlawful if the force threatened would be (Nuclear Weapons 1996)."""
    explicit = case.fact("threat_explicit")
    if explicit is not True and not threatens_force(case):
        return _show_of_force(case)
    found = _by_best_basis(case, BASES)
    if found.verdict != "unlawful":
        return found
    if explicit is False and case.fact("threat_with_demand") is not True:
        return contested(
            "Force was hinted at and not put into words; no basis would carry its use.",
            view("A threat may lie in conduct that leaves no doubt.", "unlawful", src.NUCLEAR),
            view("Without words or a demand there is no threat.", "lawful", src.NICARAGUA),
            "whether the conduct, without words, said that force would follow",
        )
    return breach("Force was threatened, and nothing would have carried its use; the threat is as unlawful as the act.")


def _show_of_force(case: Case) -> Answer | None:
    if case.fact("response_kind") != "show-of-force" or case.fact("use_of_force") is None:
        return None
    if uses_force(case) or case.fact("exercise_notified") is None:
        return None
    return met("Manoeuvres without a demand are no threat of force (Nicaragua 1986).")


RULES: tuple[Rule, ...] = (force_prohibited, force_threatened)
