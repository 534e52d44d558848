"""Sanctions: their basis, the need for them, and what is owed to persons who are listed."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.countermeasures import is_countermeasure
from crisis_game.law.norm import norm, requirement
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, inherited, met, view

_TARGETED = ("countermeasure", "sanctions")


@norm(
    "sanction",
    "Sanctions",
    "Does the sanction have a basis: a mandate, an organisation's own rules, a wrong, or no duty at all?",
    question="sanctions",
    head="measure",
    sources=(src.COUNCIL_POWERS, src.ARSIWA_AIM, src.OWN_CHARTER),
)
def sanction(case: Case) -> Answer | None:
    """Council decision, organisation's rules, answer to a wrong, or an unfriendly act that no duty forbids."""
    if not _is_sanction(case):
        return None
    if case.verdict("unsc-authorised") == "lawful":
        return met("The Security Council imposed or authorised the sanctions.")
    excuse = case.answer("countermeasure")
    if excuse is not None and case.fact("duty_owed") is True:
        return inherited(excuse, "countermeasure")
    wrong = case.need("prior_wrong_by_target")
    if wrong == "established":
        return met("The sanctions answer a wrong that is established.")
    if case.verdict("retorsion") == "lawful":
        return met("The sanctions left no duty unperformed.")
    if case.need("treaty_scope") == "outside" or case.fact("duty_owed") is True:
        return _against_a_duty(case, disputed=wrong == "disputed")
    return met("No duty is shown that the sanctions left unperformed.") if wrong == "none" else _OPEN_WRONG


_OPEN_WRONG = contested(
    "The sanctions answer a wrong that is disputed.",
    view("Each state judges its own legal position, and the wrong is made out.", "lawful", src.AIR_SERVICES),
    view("The wrong is not made out, and duties are broken.", "unlawful", src.DANUBE_WRONG),
    "whether the target did the wrong it is charged with",
)


def _is_sanction(case: Case) -> bool:
    kind = case.fact("response_kind")
    return kind in _TARGETED or (kind == "suspension" and case.fact("purpose") == "compliance")


def _against_a_duty(case: Case, *, disputed: bool) -> Answer:
    if disputed and case.need("actor_standing") in ("injured", "organisation"):
        return _OPEN_WRONG
    return breach("The sanctions broke a treaty in force, and no wrong done to the actor is shown.")


@requirement(
    "measure-necessity",
    "Need for the measure",
    "Was the measure needed to bring about compliance, after a call that failed?",
    question="necessity",
    sources=(src.ARSIWA_AIM, src.DANUBE_CALL),
)
def measure_necessity(case: Case) -> Answer | None:
    """A countermeasure serves to bring about compliance and follows a call that failed."""
    if case.fact("response_kind") not in _TARGETED or case.need("use_of_force") != "none":
        return None
    if case.fact("unsc_authorisation") == "prior":
        return None
    if case.need("prior_wrong_by_target") != "established" and case.fact("treaty_scope") == "outside":
        return breach("No established wrong called for the measure, and it broke a treaty in force.")
    if not is_countermeasure(case):
        return None
    if case.need("peaceful_means") == "none" or case.need("prior_notice") is not True:
        return breach("The other state was not first called on, nor talks tried; the measure was not yet needed.")
    return met("Calls and talks had failed before the measure was taken.")


def _lists_persons(case: Case) -> bool:
    return case.need("response_kind") in _TARGETED and case.need("target_type") == "individuals"


@norm(
    "sanctions-due-process",
    "Fairness of listing",
    "Were those listed given reasons, a hearing and a review?",
    question="sanctions-due-process",
    head="measure",
    owed_to="persons",
    sources=(src.KADI, src.AL_DULIMI, src.FAIR_HEARING),
)
def sanctions_due_process(case: Case) -> Answer | None:
    """Notice of reasons, a hearing, effective review; also under a mandate, where it leaves latitude."""
    if not _lists_persons(case):
        return None
    given = case.need("due_process")
    if given == "full":
        return met("Those listed were given reasons, a hearing and a review.")
    if given == "partial":
        return contested(
            "Those listed were given some of reasons, hearing and review.",
            view("What was given is fair enough for measures of urgency.", "lawful", src.PRIMACY),
            view("Without all three the listing is not fair.", "unlawful", src.KADI),
            "how much procedure a preventive listing owes",
        )
    return breach("Those listed were given no reasons, no hearing and no review.")


@norm(
    "sanction-proportion",
    "Proportionate listing",
    "Was the burden on those listed bounded and reviewed?",
    question="proportionality",
    head="measure",
    owed_to="persons",
    sources=(src.NADA, src.KADI),
)
def sanction_proportion(case: Case) -> Answer | None:
    """An unbounded burden on a person, with nobody reviewing it, is out of proportion (Nada 2012)."""
    if not _lists_persons(case):
        return None
    if case.need("due_process") == "none" and case.need("duration_limited") is not True:
        return breach("The burden on those listed had no end and nobody reviewed it.")
    return met("The burden on those listed was bounded or reviewed.")


RULES: tuple[Rule, ...] = (sanction, measure_necessity, sanctions_due_process, sanction_proportion)
