"""Grounds for leaving a treaty unperformed: its breach, its loss, changed circumstances, and its own clauses.

They are grounds of the law of treaties, not of responsibility (Gabčíkovo-Nagymaros 1997): whether a treaty is in force
is one question, whether its breach is excused another.
"""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.conduct import UNPROVEN, FactValue
from crisis_game.law.norm import plea, requirement
from crisis_game.law.rule import (
    Answer,
    Case,
    Rule,
    UnprovenError,
    all_hold,
    breach,
    contested,
    inherited,
    met,
    not_shown,
    view,
)

PLEAS = ("treaty-breach", "treaty-impossibility", "treaty-change", "treaty-clause", "derogation")
"""The grounds that carry what would otherwise break a treaty."""
_GENERAL = ("breach", "impossibility", "change")
_BY_CLAUSE = ("clause", "derogation", "withdrawal")


def _ground(case: Case, *grounds: str) -> bool:
    return case.fact("treaty_ground") in grounds


@requirement(
    "material-breach",
    "Material breach",
    "Did the other side repudiate the treaty, or break what it is for?",
    question="treaty-law",
    sources=(src.VCLT_MATERIAL, src.INTERIM_ACCORD),
)
def material_breach(case: Case) -> Answer | None:
    """Repudiation, or breach of what the treaty is for; who relies on it has to show it (VCLT 60(3))."""
    if not _ground(case, "breach"):
        return None
    if case.fact("rights_touched") is True:
        return breach("What protects persons in a treaty of a humanitarian character is not left for another's breach.")
    if case.fact("actor_standing") in ("third-state", "none"):
        return breach("The breach did not specially affect the actor, and the other parties did not act together.")
    if case.fact("breach_essential") is False:
        return breach("No breach by the other side is shown that goes to what the treaty is for.")
    wrong = case.answer("prior-wrong")
    if wrong is not None and wrong.verdict != "lawful":
        return inherited(wrong, "prior-wrong")
    case.need("breach_essential")
    return met("The other side broke what the treaty is for.")


@requirement(
    "object-lost",
    "Object lost",
    "Is a thing lost for good without which the treaty cannot be performed?",
    question="treaty-law",
    sources=(src.VCLT_IMPOSSIBLE, src.DANUBE_TREATY),
)
def object_lost(case: Case) -> Answer | None:
    """An object that the treaty cannot do without, destroyed for good, and not by one's own breach (VCLT 61)."""
    if not _ground(case, "impossibility"):
        return None
    lost = case.need("object_lost")
    if lost == "none":
        return breach("Nothing is lost without which the treaty cannot be performed; it has only become harder.")
    if case.need("contributed") is True:
        return breach("The actor itself brought the loss about.")
    if lost == "temporary" and case.need("duration_limited") is not True:
        return breach("The loss is passing; it lets the treaty be suspended and not ended.")
    return met("A thing is lost without which the treaty cannot be performed.")


@requirement(
    "changed-circumstances",
    "Fundamental change",
    "Did a change that nobody foresaw take away the basis of the treaty, and transform what is still to be performed?",
    question="treaty-law",
    sources=(src.VCLT_CHANGE, src.FISHERIES, src.RACKE),
)
def changed_circumstances(case: Case) -> Answer | None:
    """An essential basis of consent, unforeseen, radical, not one's own doing (Fisheries Jurisdiction 1973)."""
    if not _ground(case, "change"):
        return None
    if case.fact("change_foreseen") is True:
        return breach("The parties had foreseen the change.")
    if case.fact("contributed") is True:
        return breach("The actor brought the change about by a breach of its own.")
    if case.fact("change_radical") is False:
        return breach("The change does not make what is still to be performed something else.")
    if case.need("change_in_basis") is False:
        return breach("What changed was no essential basis of the consent to the treaty.")
    case.need("change_radical")
    return met(
        "What was an essential basis of the treaty is gone, and what is still to be performed has become another."
    )


@requirement(
    "treaty-notice",
    "Notice of leaving",
    "Was the ground notified, so that the other side could answer before the treaty was left?",
    question="treaty-law",
    sources=(src.VCLT_NOTICE, src.RACKE),
)
def treaty_notice(case: Case) -> Answer | None:
    """Notice and time to object; the details bind the parties to the Convention, the good faith behind them all."""
    if not _ground(case, *_GENERAL):
        return None
    if case.fact("urgent") is not True and not _notified(case):
        return breach("The other side was not told of the ground before the treaty was left.")
    return met("The other side was told of the ground before the treaty was left, or special urgency forbade waiting.")


def _notified(case: Case) -> bool:
    notice = case.fact("notice_given")
    return notice is True or (notice is None and case.need("prior_notice") is True)


@requirement(
    "clause-event",
    "Event named by the clause",
    "Was the danger, emergency or event there that the treaty's clause names?",
    question="necessity",
    sources=(src.TRANSIT, src.DJIBOUTI, src.OIL_PLATFORMS, src.LAWLESS),
)
def clause_event(case: Case) -> Answer | None:
    """What the clause leaves to the party is judged by it in good faith; all else is for others to judge too."""
    if not _ground(case, *_BY_CLAUSE):
        return None
    event = case.need("clause_event")
    if event == "none":
        return breach("What the clause names was not there; even a clause for oneself to judge binds to good faith.")
    if event == "not-asked":
        return None
    if event == "present":
        return met("What the clause names was there.")
    own = case.fact("clause_own_judgement")
    if own is True:
        return met("The clause leaves it to the party whether what it names is there, and bad faith is not shown.")
    if own is False:
        return not_shown("Others may judge whether what the clause names is there; that is disputed.", "clause_event")
    return contested(
        "Whether what the clause names was there is disputed.",
        view("A party to such a clause judges its own security, in good faith.", "lawful", src.DJIBOUTI),
        view("Unless its words say so, others judge whether the clause is open.", "unlawful", src.OIL_PLATFORMS),
        "who judges whether a clause on security is open",
    )


@requirement(
    "clause-need",
    "Need under the clause",
    "Did the measure serve what the clause protects, and was it needed for that?",
    question="necessity",
    sources=(src.GATT_SECURITY, src.OIL_PLATFORMS, src.CMS, src.LGE),
)
def clause_need(case: Case) -> Answer | None:
    """Good faith where the clause leaves the need to the party; else a need that others can see."""
    if not _ground(case, "clause", "derogation"):
        return None
    event = case.answer("clause-event")
    if event is not None and event.verdict != "lawful":
        return inherited(event, "clause-event")
    if case.fact("other_motive") is True:
        return breach("The measure served another aim than the one that the clause names.")
    if case.fact("clause_own_judgement") is True:
        return met("The clause leaves the need to the party, and the measure is not remote from what it protects.")
    only, own_part = _known(case, "only_way"), _known(case, "contributed")
    if only is False:
        return breach("A milder way would have met the danger.")
    if _ground(case, "derogation"):
        case.need("only_way")
        return met("Nothing milder would have met the emergency.")
    if only is True and own_part is False:
        return met("Nothing milder would have met the danger, and the actor had no part in it.")
    if None in (only, own_part):
        raise UnprovenError("only_way" if only is None else "contributed")
    return _CLAUSE_AND_CUSTOM


def _known(case: Case, fact: str) -> FactValue:
    """A fact, or that nobody can show it, where the law is divided on whether it is asked for at all."""
    try:
        return case.fact(fact)
    except UnprovenError:
        return UNPROVEN


_CLAUSE_AND_CUSTOM = contested(
    "The danger was there; whether nothing milder would have met it, or the actor had a part in it, is open.",
    view("The clause stands by itself, and asks less than the plea of necessity does.", "lawful", src.LGE),
    view("It is read with custom: the only way, and no part of one's own in the danger.", "unlawful", src.CMS),
    "whether such a clause asks for all that the plea of necessity asks for",
)


@requirement(
    "strictly-required",
    "Bounds of derogation",
    "Did the measure stay within what the emergency strictly required, and leave the core of rights alone?",
    question="proportionality",
    sources=(src.ECHR_EMERGENCY, src.COVENANT_EMERGENCY, src.LAWLESS, src.BELMARSH),
)
def strictly_required(case: Case) -> Answer | None:
    """No more than the emergency asks, with safeguards, and never the rights that may not be derogated from."""
    if not _ground(case, "derogation"):
        return None
    if case.fact("core_rights_touched") is True:
        return breach("A right was touched from which no emergency frees.")
    if case.fact("discriminates") is True:
        return breach("The measure hit some and spared others who were in the same position; so it was not needed.")
    if case.need("due_process") == "none":
        return breach("Those held or hit had no safeguard at all.")
    if case.need("duration_limited") is not True:
        return breach("The measure had no end and no review of whether the emergency lasts.")
    return met("The measure was bounded and had safeguards, and left the core of rights alone.")


@requirement(
    "clause-terms",
    "Terms of the clause",
    "Were the notice, time and form kept that the treaty asks for?",
    question="treaty-law",
    sources=(src.VCLT_TERMS, src.ECHR_EMERGENCY),
)
def clause_terms(case: Case) -> Answer | None:
    """Who leaves by a clause leaves by its terms (VCLT 56, 57); a derogation is notified with its reasons."""
    if not _ground(case, *_BY_CLAUSE):
        return None
    terms = case.fact("clause_terms")
    if terms is None and _ground(case, "clause"):
        return None
    if terms is None and case.need("notice_given") is False:
        return breach("The step was not notified as the treaty asks.")
    if terms == "broken":
        return breach("The notice, time or form that the treaty asks for was not kept.")
    if terms == "disputed":
        return contested(
            "Whether the notice and time that the clause asks for were kept is disputed.",
            view("A right to leave is read for its purpose; no form need be kept beyond it.", "lawful", src.VCLT_READ),
            view("A treaty is left only in conformity with its own provisions.", "unlawful", src.VCLT_TERMS),
            "whether the terms of the clause are conditions of leaving",
        )
    return met("The notice, time and form that the treaty asks for were kept.")


@plea(
    "treaty-breach",
    "Material breach",
    "Does the other side's breach let the treaty be suspended or ended?",
    question="treaty-law",
    conditions=("material-breach", "treaty-notice"),
    sources=(src.VCLT_MATERIAL, src.INTERIM_ACCORD),
)
def treaty_breach(case: Case) -> Answer | None:
    """A material breach entitles the other party to suspend or end a treaty, after notice (VCLT 60, 65)."""
    if not _ground(case, "breach"):
        return None
    return all_hold(case, ("material-breach", "treaty-notice"), "The other side broke the treaty materially.")


@plea(
    "treaty-impossibility",
    "Impossibility of performance",
    "Does the loss of its object let the treaty be ended or suspended?",
    question="treaty-law",
    conditions=("object-lost", "treaty-notice"),
    sources=(src.VCLT_IMPOSSIBLE, src.DANUBE_TREATY),
)
def treaty_impossibility(case: Case) -> Answer | None:
    """The treaty cannot be performed any more, through nobody's breach (VCLT 61, 65)."""
    if not _ground(case, "impossibility"):
        return None
    return all_hold(case, ("object-lost", "treaty-notice"), "The treaty cannot be performed any more.")


@plea(
    "treaty-change",
    "Changed circumstances",
    "Does a fundamental change of circumstances let the treaty be ended or suspended?",
    question="treaty-law",
    conditions=("changed-circumstances", "treaty-notice"),
    sources=(src.VCLT_CHANGE, src.FISHERIES, src.RACKE),
)
def treaty_change(case: Case) -> Answer | None:
    """Exceptional, for the sake of the stability of treaties (VCLT 62, 65; Gabčíkovo-Nagymaros 1997)."""
    if not _ground(case, "change"):
        return None
    conditions = ("changed-circumstances", "treaty-notice")
    return all_hold(case, conditions, "The circumstances on which the treaty rested changed fundamentally.")


@plea(
    "treaty-clause",
    "The treaty's own clause",
    "Does a clause of the treaty, on security, public order or withdrawal, allow the step?",
    question="treaty-law",
    conditions=("clause-event", "clause-need", "clause-terms"),
    sources=(src.VCLT_TERMS, src.GATT_SECURITY, src.DJIBOUTI, src.ROSNEFT),
)
def treaty_clause(case: Case) -> Answer | None:
    """What a treaty allows does not break it; its words say who judges; unlawful force it never allows."""
    if not _ground(case, "clause", "withdrawal"):
        return None
    ban = case.answer("force-prohibited") or case.answer("force-threatened")
    if ban is not None and ban.verdict != "lawful":
        return inherited(ban, "force-prohibited")
    return all_hold(case, ("clause-event", "clause-need", "clause-terms"), "A clause of the treaty allows the step.")


@plea(
    "derogation",
    "Derogation in an emergency",
    "Does a public emergency let rights be restricted that the treaty else protects?",
    question="treaty-law",
    conditions=("clause-event", "clause-need", "strictly-required", "clause-terms"),
    sources=(src.COVENANT_EMERGENCY, src.ECHR_EMERGENCY, src.LAWLESS),
)
def derogation(case: Case) -> Answer | None:
    """An emergency that threatens the life of the nation, strict need, no core right, notice (ICCPR 4, ECHR 15)."""
    if not _ground(case, "derogation"):
        return None
    conditions = ("clause-event", "clause-need", "strictly-required", "clause-terms")
    return all_hold(case, conditions, "A public emergency strictly required the measure, and it was notified.")


RULES: tuple[Rule, ...] = (
    material_breach,
    object_lost,
    changed_circumstances,
    treaty_notice,
    clause_event,
    clause_need,
    strictly_required,
    clause_terms,
    treaty_breach,
    treaty_impossibility,
    treaty_change,
    treaty_clause,
    derogation,
)
