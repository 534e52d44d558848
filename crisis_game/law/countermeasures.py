"""Answers short of force: retorsion and countermeasures (ARSIWA 2001, Articles 49 to 54)."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.kinds_of_act import excess, older_law, outside_the_ban, uses_or_threatens
from crisis_game.law.norm import norm, plea, requirement
from crisis_game.law.rule import Answer, Case, Rule, all_hold, breach, contested, inherited, met, view


def is_countermeasure(case: Case) -> bool:
    """Whether the measure leaves a duty unperformed in answer to a wrong; it is then judged as a countermeasure.

    Before the UN Charter it was judged as a reprisal, with force or without.
    """
    if case.fact("duty_owed") is False or older_law(case):
        return False
    if case.fact("council_decided") is True and case.fact("claimed_basis") != "countermeasure":
        return False
    if case.fact("response_kind") == "countermeasure" or case.fact("claimed_basis") == "countermeasure":
        return True
    if case.fact("duty_suspended_lawfully") is True or case.fact("treaty_ground") not in (None, "breach"):
        return False
    if case.fact("response_kind") == "sanctions" and _breaks_a_treaty_alone(case):
        return True
    answers = case.fact("response_kind") in ("sanctions", "retorsion", "diplomatic", "suspension")
    return answers and case.fact("duty_owed") is True


def _breaks_a_treaty_alone(case: Case) -> bool:
    """Whether a treaty in force was left unperformed, and no body decided so."""
    decided = case.fact("regional_body_decision") in ("authorised", "recommended")
    return case.fact("treaty_scope") == "outside" and not decided and case.fact("unsc_authorisation") != "prior"


def is_forcible_reprisal(case: Case) -> bool:
    """Whether force answered a wrong in order to punish, deter or compel: a forcible countermeasure."""
    if case.fact("purpose") not in ("punish", "deter", "compliance") or outside_the_ban(case) or older_law(case):
        return False
    return case.fact("use_of_force") is not None and uses_or_threatens(case) and not _carried(case)


def _carried(case: Case) -> bool:
    return "lawful" in (case.verdict("unsc-authorised"), case.verdict("invitation"), case.verdict("self-defence"))


@requirement(
    "prior-wrong",
    "Wrong answered",
    "Did the other state do the wrong that is answered?",
    question="countermeasures",
    sources=(src.DANUBE_WRONG, src.CYSNE, src.AIR_SERVICES, src.INTERIM_ACCORD),
)
def prior_wrong(case: Case) -> Answer | None:
    """The wrong must be that state's own, and in fact done: who answers it does so at its own risk."""
    if not is_countermeasure(case) and case.fact("treaty_ground") != "breach":
        return None
    if case.fact("target_let_it_happen") is True:
        return met("The other state knew that its land was used for the harm and did not act; that is its own wrong.")
    if case.fact("attributed_to_state") == "not-shown":
        return breach("The wrong is not shown to be the act of the state that the measure is aimed at.")
    wrong = case.need("prior_wrong_by_target")
    if wrong == "none":
        return breach("No wrong came first; a countermeasure without one is itself a wrong.")
    if wrong == "established":
        return met("The other state did a wrong.")
    author = case.answer("attribution-state")
    if author is not None and case.fact("attribution_dispute") is not None:
        return inherited(author, "attribution-state")
    return contested(
        "Whether the target did a wrong is disputed; who takes the measure acts at its own risk.",
        view("Each state judges its own legal position, and the wrong is made out.", "lawful", src.AIR_SERVICES),
        view("The wrong is not made out, and the measure is the first wrong.", "unlawful", src.DANUBE_WRONG),
        "whether a state may act on its own reading of the wrong, at its own risk",
    )


@requirement(
    "cm-basis",
    "Injured state",
    "Does an injured state answer the state that wronged it?",
    question="countermeasures",
    sources=(src.ARSIWA_AIM, src.DANUBE_WRONG, src.ARSIWA_STANDING, src.ARSIWA_THIRD),
)
def cm_basis(case: Case) -> Answer | None:
    """Only the injured state may take countermeasures, and only against the state that did the wrong."""
    if not is_countermeasure(case):
        return None
    wrong = case.answer("prior-wrong")
    if wrong is not None and wrong.verdict in ("unlawful", "insufficient-facts"):
        return inherited(wrong, "prior-wrong")
    standing = _by_standing(case)
    if (
        wrong is not None
        and wrong.verdict == "contested"
        and standing.verdict not in ("unlawful", "insufficient-facts")
    ):
        return inherited(wrong, "prior-wrong")
    return standing


def _by_standing(case: Case) -> Answer:
    standing = case.need("actor_standing")
    if standing == "injured":
        return met("An injured state answers the state that wronged it.")
    if standing in ("third-state", "organisation"):
        if not _owed_to_others(case):
            return breach("The duty broken was owed to the injured state alone; others may not answer its breach.")
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


def _owed_to_others(case: Case) -> bool:
    """Force and atrocity break duties owed to all; of any other duty the facts must say so (ARSIWA 48)."""
    if case.fact("humanitarian_emergency") == "documented":
        return True
    if case.fact("attack_gravity") in ("armed-attack", "disputed", "below-threshold"):
        return True
    return case.need("owed_to") != "target"


@requirement(
    "cm-aim",
    "Aim of the measure",
    "Does the measure serve to bring the other state back to its duty, and nothing else?",
    question="countermeasures",
    sources=(src.ARSIWA_AIM,),
)
def cm_aim(case: Case) -> Answer | None:
    """Only to induce compliance; a measure to punish is a wrong of its own (ARSIWA 49(1))."""
    if not is_countermeasure(case):
        return None
    if case.need("purpose") in ("punish", "coerce", "regime-change", "territorial-gain", "protect-interests"):
        return breach("The measure was not meant to bring the other state back to its duty.")
    return met("The measure served to bring the other state back to its duty.")


@requirement(
    "cm-call",
    "Call to comply",
    "Was the other state called on to stop and repair before the measure was taken?",
    question="countermeasures",
    sources=(src.ARSIWA_PROCEDURE, src.DANUBE_CALL),
)
def cm_call(case: Case) -> Answer | None:
    """A call comes first (Gabčíkovo-Nagymaros, para. 84); an ended wrong before a court stops it (ARSIWA 52(3))."""
    if not is_countermeasure(case):
        return None
    if case.fact("court_seised") is True and case.fact("wrong_ceased") is True:
        return breach("The wrong had ceased and a court had the dispute; the measure had to be suspended.")
    if case.fact("urgent") is not True and not _called_on(case):
        return breach("The other state was not called on to comply before the measure was taken.")
    return met("The other state was called on first, or the measure was urgent.")


def _called_on(case: Case) -> bool:
    """Whether a call came first; where only that is known, notice or any peaceful means tried contains one."""
    called = case.fact("call_made")
    if called is not None:
        return called is True
    return case.fact("prior_notice") is True or case.need("peaceful_means") in ("partial", "full")


@norm(
    "cm-procedure",
    "Notice and offer",
    "Was the decision to take the measure notified, and were talks offered with it?",
    question="countermeasures",
    head="procedure",
    sources=(src.ARSIWA_PROCEDURE, src.DANUBE_CALL),
    severity="procedural",
)
def cm_procedure(case: Case) -> Answer | None:
    """The decision is notified and talks are offered; an urgent measure may go ahead of both (ARSIWA 52(1)(b), (2))."""
    if not is_countermeasure(case):
        return None
    if case.fact("urgent") is True:
        return met("The measure was urgent, to preserve the actor's rights.")
    if case.fact("talks_offered") is False:
        return breach("No talks were offered with the measure.")
    if case.fact("notice_given") is False:
        return breach("The decision to take the measure was not notified.")
    if case.fact("talks_offered") is None and case.need("prior_notice") is False:
        return breach("The measure came without notice.")
    return met("The measure was notified, and talks were open.")


@requirement(
    "cm-limits",
    "Untouchables",
    "Did the measure touch force, rights, humanitarian duties or diplomats?",
    question="countermeasures",
    sources=(src.ARSIWA_LIMITS, src.FRIENDLY_RELATIONS),
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


@requirement(
    "cm-regime",
    "Remedies of the treaty",
    "Does the treaty that was broken leave room for this answer?",
    question="countermeasures",
    sources=(src.ARSIWA_SPECIAL, src.DSU_LEAVE, src.CERTAIN_PRODUCTS, src.HOSTAGES),
)
def cm_regime(case: Case) -> Answer | None:
    """An answer inside a regime goes by the regime: leave of its body first, and only until the wrong has ended."""
    if not is_countermeasure(case) or case.fact("regime_remedies") is not True:
        return None
    if case.need("regime_leave") != "given":
        return breach("The treaty broken has remedies of its own, and its body had not given leave for this answer.")
    if case.need("wrong_ceased") is True:
        return breach("The treaty's body gave leave only until the wrong ended, and it had ended.")
    return met("The treaty's own body gave leave for the answer, and the wrong goes on.")


@requirement(
    "cm-proportion",
    "Proportionate countermeasure",
    "Is the measure commensurate with the injury and the rights at stake?",
    question="proportionality",
    sources=(src.DANUBE, src.AIR_SERVICES),
)
def cm_proportion(case: Case) -> Answer | None:
    """Measured by the injury, the gravity of the wrong and the rights in question, to induce compliance; not by cost.

    What serves another aim than compliance has no measure as a countermeasure.
    """
    if not is_countermeasure(case):
        return None
    aim = case.answer("cm-aim")
    if aim is not None and aim.verdict != "lawful":
        return inherited(aim, "cm-aim")
    steps = excess(case) - _weight_of_the_wrong(case)
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


def _weight_of_the_wrong(case: Case) -> int:
    """What the wrong adds to the injury: a step, if it was an armed attack or broke a duty that is owed to all."""
    grave = case.fact("attack_gravity") == "armed-attack" or case.fact("humanitarian_emergency") == "documented"
    return 1 if grave or case.fact("owed_to") == "all" else 0


@requirement(
    "cm-temporary",
    "Reversible and ended",
    "Can the measure be undone, and was it lifted on compliance?",
    question="countermeasures",
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


CONDITIONS = ("cm-basis", "cm-aim", "cm-call", "cm-regime", "cm-limits", "cm-proportion", "cm-temporary")


@plea(
    "countermeasure",
    "Countermeasure",
    "Does the measure answer a wrong, within the limits that the law sets?",
    question="countermeasures",
    conditions=CONDITIONS,
    sources=(src.ARSIWA_AIM, src.DANUBE_WRONG, src.NAULILAA),
)
def countermeasure(case: Case) -> Answer | None:
    """Wrong, aim, call, limits, proportion, reversibility; notice and offer are a duty of their own."""
    if not is_countermeasure(case) and not is_forcible_reprisal(case):
        return None
    return all_hold(
        case, CONDITIONS, "A wrong came first; the measure kept the limits, was commensurate and can be undone."
    )


@requirement(
    "retorsion",
    "Unfriendly but lawful",
    "Was any duty owed that the measure left unperformed?",
    question="retorsion",
    sources=(src.NICARAGUA, src.VIENNA_DIPLOMATIC),
)
def retorsion(case: Case) -> Answer | None:
    """An unfriendly act that breaks no duty needs no justification; what leaves one unperformed is no retorsion."""
    pleaded = "retorsion" in (case.fact("claimed_basis"), case.fact("response_kind"))
    if not pleaded and case.fact("response_kind") not in ("diplomatic", "sanctions"):
        return None
    if case.need("use_of_force") != "none":
        return None
    if _left_a_duty(case):
        duty = case.answer("treaty-law") if pleaded else None
        return inherited(duty, "treaty-law") if duty is not None and duty.verdict != "lawful" else None
    if case.fact("response_kind") == "sanctions" and case.fact("duty_owed") is not False:
        return None
    return met("The measure was unfriendly and left no duty unperformed.")


def _left_a_duty(case: Case) -> bool:
    owed = case.fact("duty_owed")
    return owed is True or (owed is None and case.fact("treaty_scope") == "outside")


RULES: tuple[Rule, ...] = (
    retorsion,
    prior_wrong,
    cm_basis,
    cm_aim,
    cm_call,
    cm_procedure,
    cm_regime,
    cm_limits,
    cm_proportion,
    cm_temporary,
    countermeasure,
)
