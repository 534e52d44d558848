"""The ban on the use and the threat of force (UN Charter, Article 2(4))."""

from __future__ import annotations

from dataclasses import replace

from crisis_game.law import sources as src
from crisis_game.law.finding import RuleSeverity
from crisis_game.law.kinds_of_act import outside_the_ban, threatens_force, uses_force
from crisis_game.law.norm import Walked, norm
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, inherited, met, view
from crisis_game.texts import Msgid

EXCUSES = ("unsc-authorised", "invitation", "self-defence", "collective-self-defence")
"""What carries force, in the order in which a basis is named. A vote and an Assembly text are not among them."""
ARGUED = ("regional-enforcement", "treaty-preconsent", "humanitarian-force")
"""What is argued to carry force beside those: it may leave the question open, and never answers it alone."""
_WALKED = Walked(
    excused="Force was used, and this carries it: {reason:inline}.",
    open="Force was used. Its best basis is open: {reason:inline}.",
    unproven="Force was used, and whether anything carries it is not proven: {reason:inline}.",
    unexcused="Force was used against a state without a basis that holds: no valid consent, no mandate of the Security "
    "Council, no self-defence.",
)
_THREAT_WALKED = Walked(
    excused="Force was threatened, and this would have carried its use: {reason:inline}.",
    open="Force was threatened. The best basis for its use is open: {reason:inline}.",
    unproven="Force was threatened, and whether anything would have carried its use is not proven: {reason:inline}.",
    unexcused="Force was threatened, and nothing would have carried its use; the threat is as unlawful as the act.",
)


def on_the_ban(case: Case) -> tuple[str, Answer] | None:
    """The ban that speaks, on use or on threat or of an older law, and what it says; None without force."""
    for rule in ("force-prohibited", "force-threatened", "older-force"):
        answer = case.answer(rule)
        if answer is not None:
            return rule, answer
    return None


def resting_on_the_ban(ban: tuple[str, Answer], broken: Msgid, kept: Msgid) -> Answer:
    """What another norm says of force: no surer than the ban, and turning where that turns."""
    rule, answer = ban
    if answer.verdict == "unlawful":
        return replace(breach(broken), turns_on=rule)
    return met(kept) if answer.verdict == "lawful" else inherited(answer, rule)


def between_states(case: Case) -> bool:
    """Whether the actor used force itself, against a state: not policing, not help to others who use it."""
    if case.fact("response_kind") == "arms-supply" or case.fact("aid_to_opposition") is True:
        return False
    return not outside_the_ban(case) and uses_force(case)


@norm(
    "force-prohibited",
    "Use of force",
    "Did the act use force against a state, and does anything carry it?",
    question="jus-ad-bellum",
    engaged=between_states,
    excuses=EXCUSES,
    argued=ARGUED,
    walked=_WALKED,
    head="resort",
    owed_to="all",
    sources=(src.FORCE_BAN, src.NICARAGUA_FORCE, src.AGGRESSION),
    layer="un-charter",
    severity="grave",
)
def force_prohibited(case: Case) -> Answer:
    """Force is banned unless a valid basis carries it; any single one suffices (UN Charter, Article 2(4))."""
    return breach("Force was used against a state.", _severity(case))


def _goes_to_fighters(case: Case) -> bool:
    """Whether arms, training or money went to somebody who fights."""
    if case.fact("aid_to_opposition") is True:
        return True
    return case.fact("response_kind") == "arms-supply" and case.verdict("invitation") != "not-applicable"


@norm(
    "indirect-force",
    "Arms to those who fight",
    "Did arms, training or money go to fighters against their own government?",
    question="jus-ad-bellum",
    engaged=_goes_to_fighters,
    head="resort",
    sources=(src.FORCE_BAN, src.NICARAGUA, src.FRIENDLY_RELATIONS),
    layer="un-charter",
    severity="grave",
)
def indirect_force(case: Case) -> Answer:
    """Arming an opposition is force against its state; arming a government at its request is not (Nicaragua 1986)."""
    if case.fact("aid_to_opposition") is True:
        return breach("Arms or training for an armed opposition are an unlawful use of force, though no armed attack.")
    if case.verdict("invitation") == "lawful":
        return met("Arms went to a government at its own request; that is no force against another state.")
    return breach("Arms went to others than the recognised government; that is indirect force against its state.")


def _severity(case: Case) -> RuleSeverity:
    """Aggression, the core of the ban, is peremptory; less is grave, and force without combat serious."""
    taken = case.fact("territory_held") == "annexed" or case.fact("government_replaced") is True
    if case.fact("use_of_force") in ("minor", "threat"):
        return "serious"
    return "peremptory" if taken or case.fact("scale_of_response") in ("large", "massive") else "grave"


@norm(
    "force-threatened",
    "Threat of force",
    "Was force threatened that would have been unlawful to use?",
    question="jus-ad-bellum",
    excuses=EXCUSES,
    argued=ARGUED,
    walked=_THREAT_WALKED,
    head="resort",
    sources=(src.FORCE_BAN, src.NUCLEAR, src.NICARAGUA),
    layer="un-charter",
)
def force_threatened(case: Case) -> Answer | None:
    """A threat is unlawful if the force threatened would be (Nuclear Weapons 1996); force used takes its place."""
    if case.answer("force-prohibited") is not None:
        return None
    explicit = case.fact("threat_explicit")
    if explicit is not True and not threatens_force(case):
        return _show_of_force(case)
    if explicit is False and case.fact("threat_with_demand") is not True:
        return _HINTED
    return breach("Force was threatened.")


_HINTED = contested(
    "Force was hinted at and not put into words; no basis would carry its use.",
    view("A threat may lie in conduct that leaves no doubt.", "unlawful", src.NUCLEAR),
    view("Without words or a demand there is no threat.", "lawful", src.NICARAGUA),
    "whether the conduct, without words, said that force would follow",
)


def _show_of_force(case: Case) -> Answer | None:
    if case.fact("response_kind") != "show-of-force" or case.fact("use_of_force") is None:
        return None
    if uses_force(case):
        return None
    if case.fact("threat_with_demand") is True:
        return _HINTED
    if case.fact("exercise_notified") is None and case.fact("threat_with_demand") is None:
        return None
    return met("Manoeuvres without a demand are no threat of force (Nicaragua 1986).")


RULES: tuple[Rule, ...] = (force_prohibited, indirect_force, force_threatened)
