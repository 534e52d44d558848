"""The plea of self-defence as a whole, for oneself and for another."""

from __future__ import annotations

from dataclasses import replace

from crisis_game.law import sources as src
from crisis_game.law.kinds_of_act import announces_defence, for_another, pleads_self_defence, threshold
from crisis_game.law.norm import plea, requirement
from crisis_game.law.rule import Answer, Case, Rule, all_hold, breach, contested, met, view
from crisis_game.texts import Msgid, Text

CONDITIONS = (
    "armed-attack",
    "armed-attack-cyber",
    "accumulation",
    "imminence",
    "attribution-state",
    "nsa-attack",
    "sd-necessity",
    "sd-immediacy",
    "sd-proportionality",
    "sd-until",
)
"""Of those before necessity, one speaks to the attack and one to its author: whichever fits the facts."""


def _holds(case: Case, conditions: tuple[str, ...], holds: Msgid) -> Answer:
    """All conditions must hold, proportionality among them; where it is open, the plea is, unless one view prevails."""
    answer = all_hold(case, [rule for rule in conditions if not _stays_apart(case, rule)], holds)
    if answer.verdict == "lawful":
        return answer
    reason = Text("The plea of self-defence turns on this: {reason:inline}.", {"reason": answer.because})
    return replace(answer, because=reason)


def _stays_apart(case: Case, rule: str) -> bool:
    """Whether an open extent stays a finding of its own, because the view in the actor's favour prevails."""
    answer = case.answer(rule) if rule == "sd-proportionality" else None
    return answer is not None and answer.verdict == "contested" and answer.leaning == "lawful"


def _asked(case: Case) -> tuple[str, ...]:
    author = "nsa-attack" if case.answer("nsa-attack") else "attribution-state"
    return (threshold(case), author, "sd-necessity", "sd-immediacy", "sd-proportionality", "sd-until")


@plea(
    "self-defence",
    "Self-defence",
    "Do all the conditions of self-defence hold together?",
    question="self-defence",
    conditions=CONDITIONS,
    sources=(src.SELF_DEFENCE, src.NICARAGUA, src.OIL_PLATFORMS),
    layer="un-charter",
)
def self_defence(case: Case) -> Answer | None:
    """The plea as a whole: attack, author, necessity, immediacy, proportionality; the burden is on who pleads it."""
    if announces_defence(case):
        return met("Force was announced to repel an attack and for nothing else; to repel one is self-defence.")
    if not pleads_self_defence(case):
        return None
    if for_another(case) and case.attack_claimed() is not False:
        return None
    return _holds(case, _asked(case), "An armed attack was met by force that was needed, timely and tied to it.")


@plea(
    "collective-self-defence",
    "Collective self-defence",
    "Did a state that was attacked ask for this help, and do all the conditions hold?",
    question="collective-self-defence",
    conditions=("csd-declaration", "csd-request", *CONDITIONS),
    sources=(src.SELF_DEFENCE, src.NICARAGUA),
    layer="un-charter",
)
def collective_self_defence(case: Case) -> Answer | None:
    """Help to a victim needs no prior treaty, but the victim's own declaration and request (Nicaragua 1986)."""
    if not _is_collective(case):
        return None
    conditions = ("csd-declaration", "csd-request", *_asked(case))
    return _holds(case, conditions, "The state attacked declared it and asked for help; the help met all conditions.")


def _is_collective(case: Case) -> bool:
    if not pleads_self_defence(case) or case.attack_claimed() is False:
        return False
    return for_another(case) or case.fact("victim_requested_help") is True


@requirement(
    "csd-declaration",
    "Victim's declaration",
    "Did the state attacked itself say that it was?",
    question="collective-self-defence",
    sources=(src.NICARAGUA,),
    layer="un-charter",
)
def csd_declaration(case: Case) -> Answer | None:
    """The victim must form and declare the view that it has been attacked (Nicaragua 1986)."""
    if not _is_collective(case):
        return None
    declared = case.need("victim_declared")
    if declared is True:
        return met("The state attacked declared that it was.")
    return breach("The state said to be attacked had not itself declared so.")


@requirement(
    "csd-request",
    "Victim's request",
    "Did the state attacked ask this helper?",
    question="collective-self-defence",
    sources=(src.NICARAGUA, src.RIO_REQUEST),
    layer="un-charter",
)
def csd_request(case: Case) -> Answer | None:
    """Helpers may not appoint themselves (Nicaragua 1986; Rio Treaty, Article 3(2))."""
    if not _is_collective(case):
        return None
    if case.need("victim_requested_help") is True:
        return met("The state attacked asked for the help.")
    if case.fact("treaty_scope") == "inside" and case.fact("regional_body_decision") == "authorised":
        return contested(
            "The victim did not ask this helper; the treaty's organ decided on help.",
            view("The treaty and its organ's decision stand for the request.", "lawful", src.OWN_CHARTER),
            view("The request must be the victim's own.", "unlawful", src.NICARAGUA),
            "whether a request can be given in advance by treaty",
        )
    return breach("The state said to be attacked did not ask for this help.")


RULES: tuple[Rule, ...] = (csd_declaration, csd_request, self_defence, collective_self_defence)
