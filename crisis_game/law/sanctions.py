"""Sanctions: their basis, the need for them, their reach, and what is owed to persons and firms who are listed."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.countermeasures import is_countermeasure
from crisis_game.law.norm import norm, requirement
from crisis_game.law.rule import Answer, Case, Rule, all_hold, breach, contested, inherited, met, view, weakest_of

_TARGETED = ("countermeasure", "sanctions")
_DUTIES = ("unsc-decision-comply", "sanctions-reach", "sanctions-due-process", "listing-ground")
"""The duties that any sanction may leave unperformed: towards the Council, other states, those listed."""


@requirement(
    "sanction",
    "Sanctions",
    "Does the sanction keep the duties that bear on it, and has it a basis where it needs one?",
    question="sanctions",
    sources=(src.COUNCIL_POWERS, src.ARSIWA_AIM, src.OWN_CHARTER),
)
def sanction(case: Case) -> Answer | None:
    """Sanctions that break no duty are free; whether one is broken is the finding of that duty, told there."""
    if not _is_sanction(case):
        return None
    duties = weakest_of(case, ("treaty-law", *_DUTIES) if _leaves_a_treaty(case) else _DUTIES)
    if duties is not None and duties.verdict != "lawful":
        return duties
    if case.verdict("unsc-authorised") == "lawful":
        return met("The Security Council imposed or authorised the sanctions.")
    if case.fact("prior_wrong_by_target") == "established":
        return met("The sanctions answer a wrong that is established.")
    powers = case.answer("l3-competence")
    if powers is not None and powers.verdict != "lawful":
        return inherited(powers, "l3-competence")
    return met("The sanctions left no duty unperformed; with whom a state trades is for itself to say.")


def _is_sanction(case: Case) -> bool:
    kind = case.fact("response_kind")
    return kind in _TARGETED or (kind == "suspension" and case.fact("purpose") == "compliance")


def _leaves_a_treaty(case: Case) -> bool:
    stated = case.fact("duty_owed") is True or case.fact("treaty_ground") is not None
    return stated or case.fact("treaty_scope") in (None, "outside")


@requirement(
    "measure-necessity",
    "Need for the measure",
    "Did a wrong call for the measure, did it serve compliance, and did a call come first?",
    question="necessity",
    sources=(src.ARSIWA_AIM, src.DANUBE_CALL),
)
def measure_necessity(case: Case) -> Answer | None:
    """A countermeasure is needed where a wrong goes on, compliance is the aim, and a call failed or could not wait."""
    if case.fact("response_kind") not in _TARGETED or case.need("use_of_force") != "none":
        return None
    if case.fact("unsc_authorisation") == "prior" or not is_countermeasure(case):
        return None
    return all_hold(
        case, ("cm-basis", "cm-aim", "cm-call"), "A wrong called for it, it served compliance, and a call came first."
    )


def _presses_others(case: Case) -> bool:
    return case.fact("third_firms_pressed") is True


@norm(
    "sanctions-reach",
    "Reach over others' firms",
    "Did the sanction make firms of uninvolved states take part, and might it?",
    question="sanctions",
    head="measure",
    owed_to="all",
    engaged=_presses_others,
    sources=(src.OWN_MARKET, src.BLOCKING),
    status="contested",
)
def sanctions_reach(case: Case) -> Answer:
    """Secondary sanctions: whether one's own market may be made the price of others' trade with a third state."""
    if case.verdict("unsc-authorised") == "lawful":
        return met("The Security Council bound all states to the sanctions, and so their firms.")
    return contested(
        "Firms of states that had no part in it were threatened, so that they too break off their trade.",
        view("Each state says on what terms others enter its market.", "lawful", src.OWN_MARKET),
        view("No state prescribes what others' firms do abroad with a third.", "unlawful", src.BLOCKING),
        "whether access to one's own market may depend on others' trade with a third state",
    )


def _lists(case: Case) -> bool:
    if case.need("response_kind") not in _TARGETED:
        return False
    return case.fact("listed") is True or case.need("target_type") == "individuals"


@norm(
    "sanctions-due-process",
    "Fairness of listing",
    "Were those listed given reasons, a hearing and a review?",
    question="sanctions-due-process",
    head="measure",
    owed_to="persons",
    engaged=_lists,
    sources=(src.KADI, src.ROSNEFT, src.AL_DULIMI, src.SAYADI, src.COVENANT_LISTED, src.COVENANT_REMEDY),
)
def sanctions_due_process(case: Case) -> Answer:
    """Reasons, a hearing, effective review, for persons and firms; after an urgent freeze they may follow it."""
    due_process = case.need("due_process")
    if due_process == "full":
        return met("Those listed were given reasons, a hearing and a review.")
    if case.fact("urgent") is True and case.fact("heard_later") is True:
        return met("The first measure had to surprise, and reasons and a hearing followed soon after it.")
    if due_process == "none":
        return breach("Those listed were given no reasons, no hearing and no review.")
    return _of_a_part(case)


def _of_a_part(case: Case) -> Answer:
    """What is missing decides: without reasons, or without anyone to hear or review, there is no remedy at all."""
    reasons, heard, review = (case.fact(name) for name in ("reasons_published", "hearing_given", "review_set"))
    if reasons is False:
        return breach("Those listed were not told the reasons; without them there is nothing to answer.")
    if reasons is True and (heard, review) == (False, False):
        return breach("Those listed had reasons, and nobody who would hear them or review the listing.")
    return contested(
        "Those listed were given some of reasons, hearing and review.",
        view("What was given is fair enough for measures of prevention.", "lawful", src.PRIMACY),
        view("Without all three the listing is not fair.", "unlawful", src.KADI),
        "how much procedure a preventive listing owes",
    )


@norm(
    "listing-ground",
    "Ground for the listing",
    "Had those listed a part of their own in what is answered?",
    question="sanctions",
    head="measure",
    owed_to="persons",
    engaged=_lists,
    sources=(src.TAY_ZA, src.KADI),
)
def listing_ground(case: Case) -> Answer | None:
    """Kinship with a wrongdoer is no ground; a link of one's own is asked for (Tay Za 2012)."""
    link = case.fact("own_link")
    if link is None:
        return None
    if link is True:
        return met("Those listed had a part of their own in what is answered.")
    return breach("Those listed had no part of their own in what is answered.")


@norm(
    "sanction-proportion",
    "Proportionate listing",
    "Was the burden on those listed bounded and reviewed?",
    question="proportionality",
    head="measure",
    owed_to="persons",
    engaged=_lists,
    sources=(src.NADA, src.KADI),
)
def sanction_proportion(case: Case) -> Answer:
    """An unbounded burden on a person, with nobody reviewing it, is out of proportion (Nada 2012)."""
    if case.need("due_process") == "none" and case.need("duration_limited") is not True:
        return breach("The burden on those listed had no end and nobody reviewed it.")
    return met("The burden on those listed was bounded or reviewed.")


RULES: tuple[Rule, ...] = (
    measure_necessity,
    sanctions_reach,
    sanctions_due_process,
    listing_ground,
    sanction_proportion,
    sanction,
)
