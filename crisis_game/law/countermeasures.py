"""Answers short of force: retorsion and countermeasures (ARSIWA 2001, Articles 49 to 54)."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.acts import excess, is_policing, uses_or_threatens
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, met, rule, view, weakest


def is_countermeasure(case: Case) -> bool:
    """Whether the measure leaves a duty unperformed in answer to a wrong; it is then judged as a countermeasure."""
    if case.fact("response_kind") == "countermeasure" or case.fact("claimed_basis") == "countermeasure":
        return True
    owed = case.fact("duty_owed") is True and case.fact("duty_suspended_lawfully") is not True
    return owed and case.fact("response_kind") in ("sanctions", "retorsion", "diplomatic", "suspension")


IS_COUNTERMEASURE = "response_kind claimed_basis duty_owed duty_suspended_lawfully"


def is_forcible_reprisal(case: Case) -> bool:
    """Whether force answered a wrong in order to punish, deter or compel: a forcible countermeasure."""
    if case.fact("purpose") not in ("punish", "deter", "compliance") or is_policing(case):
        return False
    return case.fact("use_of_force") is not None and uses_or_threatens(case) and not _carried(case)


def _carried(case: Case) -> bool:
    return "lawful" in (case.verdict("unsc-authorised"), case.verdict("invitation"), case.verdict("self-defence"))


@rule(
    "cm-basis",
    "Prior wrong",
    "Does an injured state answer the state that wronged it?",
    question="countermeasures",
    reads=IS_COUNTERMEASURE + " prior_wrong_by_target actor_standing",
    sources=(src.ARSIWA_AIM, src.DANUBE_WRONG, src.ARSIWA_STANDING, src.ARSIWA_THIRD),
)
def cm_basis(case: Case) -> Answer | None:
    """Only the injured state may take countermeasures, and only against the state that did the wrong."""
    if not is_countermeasure(case):
        return None
    wrong = case.need("prior_wrong_by_target")
    if wrong == "none":
        return breach("No wrong came first; a countermeasure without one is itself a wrong.")
    if wrong == "disputed":
        return contested(
            "Whether the target did a wrong is disputed; who takes the measure acts at its own risk.",
            view("The wrong is made out, and the measure answers it.", "lawful", src.ARSIWA_AIM),
            view("The wrong is not made out, and the measure is the first wrong.", "unlawful", src.ARSIWA_AIM),
            "whether the target did the wrong it is charged with",
        )
    return _by_standing(case)


def _by_standing(case: Case) -> Answer:
    standing = case.need("actor_standing")
    if standing == "injured":
        return met("An injured state answers the state that wronged it.")
    if standing in ("third-state", "organisation"):
        return contested(
            "The wrong is plain, and those who take the measure were not themselves injured.",
            view("For breaches of duties owed to all, practice lets others act.", "lawful", src.ARSIWA_THIRD),
            view(
                "Others may invoke responsibility; the right to countermeasures is left open.",
                "unlawful",
                src.ARSIWA_STANDING,
            ),
            "whether states that were not injured may take countermeasures",
        )
    return breach("The actor was not injured and does not act for one who was.")


@rule(
    "cm-procedure",
    "Call, notice, offer",
    "Was the other called on to comply, told, and offered talks?",
    question="countermeasures",
    reads=IS_COUNTERMEASURE + " prior_notice call_made urgent talks_offered court_seised wrong_ceased",
    sources=(src.ARSIWA_PROCEDURE, src.DANUBE_CALL),
    severity="procedural",
)
def cm_procedure(case: Case) -> Answer | None:
    """A call to comply, notice and an offer to talk; urgent measures may skip the notice (ARSIWA 52)."""
    if not is_countermeasure(case):
        return None
    if case.fact("court_seised") is True and case.fact("wrong_ceased") is True:
        return breach("The wrong had ceased and a court had the dispute; the measure had to be suspended.")
    called = case.need("prior_notice") is True or case.fact("call_made") is True
    if not called and case.fact("urgent") is not True:
        return breach("The other state was not called on to comply before the measure was taken.")
    if case.fact("talks_offered") is False:
        return breach("No talks were offered with the measure.")
    return met("The other state was called on first, or the measure was urgent.")


@rule(
    "cm-limits",
    "Untouchables",
    "Did the measure touch force, rights, humanitarian duties or diplomats?",
    question="countermeasures",
    reads=IS_COUNTERMEASURE
    + " purpose use_of_force diplomats_touched rights_touched humanitarian_exemptions civilian_harm",
    sources=(src.ARSIWA_LIMITS, src.FRIENDLY_RELATIONS),
    severity="grave",
)
def cm_limits(case: Case) -> Answer | None:
    """Countermeasures never touch the ban on force, fundamental rights, relief or diplomats (ARSIWA 50)."""
    if is_forcible_reprisal(case):
        return breach(
            "Force to punish, deter or compel is an armed reprisal; countermeasures may not use or threaten force."
        )
    if not is_countermeasure(case):
        return None
    if case.need("use_of_force") != "none":
        return breach("Countermeasures may not use or threaten force.")
    if True in (case.fact("diplomats_touched"), case.fact("rights_touched")):
        return breach("The measure touched diplomats or fundamental rights, which no countermeasure may.")
    if case.fact("humanitarian_exemptions") is False and case.need("civilian_harm") == "heavy":
        return breach("The measure left people without food or medicine, which no countermeasure may.")
    return met("The measure kept away from force, rights, humanitarian duties and diplomats.")


@rule(
    "cm-proportion",
    "Proportionate countermeasure",
    "Is the measure commensurate with the injury and the rights at stake?",
    question="proportionality",
    reads=IS_COUNTERMEASURE + " scale_of_response harm_suffered reversible",
    sources=(src.DANUBE, src.AIR_SERVICES),
)
def cm_proportion(case: Case) -> Answer | None:
    """Commensurate with the injury, the gravity of the wrong and the rights in question; not equal in cost."""
    if not is_countermeasure(case):
        return None
    steps = excess(case)
    if steps <= 0:
        return met("The measure was commensurate with the injury and the right at stake.")
    if case.need("reversible") is not True or steps > 2:
        return breach("The measure went far beyond the injury, or could not be undone.")
    return contested(
        "The measure weighed more than the injury, and could be undone.",
        view("The principle at stake counts beside the cost.", "lawful", src.AIR_SERVICES),
        view("What weighs so much more is not commensurate.", "unlawful", src.DANUBE),
        "how much the right at stake adds to the injury",
    )


@rule(
    "cm-temporary",
    "Reversible and ended",
    "Can the measure be undone, and was it lifted on compliance?",
    question="countermeasures",
    reads=IS_COUNTERMEASURE + " reversible target_complied measure_lifted assets_taken",
    sources=(src.ARSIWA_AIM,),
)
def cm_temporary(case: Case) -> Answer | None:
    """For the time being, undone as far as possible, ended on compliance (ARSIWA 49 and 53)."""
    if not is_countermeasure(case):
        return None
    if case.fact("target_complied") is True and case.fact("measure_lifted") is not True:
        return breach("The other state complied and the measure was not lifted.")
    if case.fact("assets_taken") is True:
        return breach("Assets were taken for good; a countermeasure is for the time being.")
    reversible = case.need("reversible")
    if reversible is False:
        return breach("The measure cannot be undone.")
    return met("The measure can be undone.")


@rule(
    "countermeasure",
    "Countermeasure",
    "Do all the conditions of a countermeasure hold together?",
    question="countermeasures",
    reads=IS_COUNTERMEASURE,
    sources=(src.ARSIWA_AIM, src.DANUBE_WRONG, src.NAULILAA),
)
def countermeasure(case: Case) -> Answer | None:
    """Prior wrong, limits, proportion, reversibility; a missing step of procedure is a finding of its own."""
    parts = ("cm-basis", "cm-limits", "cm-proportion", "cm-temporary")
    worst = weakest([answer for part in parts if (answer := case.answer(part)) is not None])
    if worst is None or worst.verdict != "lawful":
        return worst
    return met("A wrong came first, and the measure kept the limits, was commensurate and can be undone.")


@rule(
    "retorsion",
    "Unfriendly but lawful",
    "Was any duty owed that the measure left unperformed?",
    question="retorsion",
    reads="response_kind duty_owed treaty_scope use_of_force",
    sources=(src.NICARAGUA,),
)
def retorsion(case: Case) -> Answer | None:
    """An unfriendly act that breaks no duty needs no justification (Nicaragua 1986)."""
    if case.fact("response_kind") not in ("retorsion", "diplomatic", "sanctions"):
        return None
    if case.need("use_of_force") != "none" or case.fact("duty_owed") is True or case.fact("treaty_scope") == "outside":
        return None
    if case.fact("response_kind") == "sanctions" and case.fact("duty_owed") is not False:
        return None
    return met("The measure was unfriendly and left no duty unperformed.")


RULES: tuple[Rule, ...] = (retorsion, cm_basis, cm_procedure, cm_limits, cm_proportion, cm_temporary, countermeasure)
