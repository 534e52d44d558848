"""Treaties: what is agreed is kept, unless a plea carries the breach; and the UN Charter prevails over them."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.countermeasures import is_countermeasure
from crisis_game.law.kinds_of_act import outside_the_ban, uses_or_threatens
from crisis_game.law.necessity import DANGERS
from crisis_game.law.norm import Walked, norm
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, inherited, met, view
from crisis_game.law.treaty_pleas import PLEAS


@norm(
    "treaty-law",
    "Treaty in force",
    "Was a duty owed under a treaty left unperformed, and does anything carry that?",
    question="treaty-law",
    head="measure",
    excuses=(*PLEAS, "countermeasure", "reprisal", "neutrality-plea", *DANGERS),
    walked=Walked(
        excused="A treaty duty was left unperformed, and this carries that: {reason:inline}.",
        open="A treaty duty was left unperformed; whether anything carries that is open: {reason:inline}.",
        unproven="A treaty duty was left unperformed; whether anything carries that is not proven: {reason:inline}.",
        unexcused="A treaty duty was left unperformed, and nothing carries that.",
    ),
    sources=(src.VCLT_KEPT, src.DANUBE_TREATY, src.PRIMACY, src.VIENNA_DIPLOMATIC),
)
def treaty_law(case: Case) -> Answer | None:
    """Treaties are kept; a treaty cannot give what the UN Charter takes away (Article 103)."""
    if case.fact("response_kind") == "hostage-taking":
        return breach("Persons and premises that treaties protect were seized.", "grave")
    if case.fact("duty_owed") is False and case.fact("use_of_force") == "none":
        return None
    if case.fact("treaty_ground") is not None:
        return breach("A treaty duty was left unperformed.")
    if case.fact("duty_suspended_lawfully") is True:
        return met("The treaty itself allowed the measure.")
    if _council_binds(case) or _of_membership(case):
        return _under_the_charter(case)
    if is_countermeasure(case):
        return breach("A treaty duty was left unperformed.")
    sea = case.answer("law-of-the-sea") if _rests_on_a_treaty(case) else None
    if sea is not None:
        return inherited(sea, "law-of-the-sea")
    if case.fact("duty_owed") is True and case.fact("duty_suspended_lawfully") is False:
        return breach("A treaty duty was left unperformed.")
    return _by_scope(case)


def _by_scope(case: Case) -> Answer | None:
    scope = case.need("treaty_scope")
    if scope == "n/a":
        return None
    if case.need("regional_body_decision") in ("authorised", "recommended"):
        return _by_a_body(case, inside=scope == "inside")
    return _outside(case) if scope == "outside" else _inside(case)


def _by_a_body(case: Case, *, inside: bool) -> Answer | None:
    return met("The body acted inside its treaty.") if inside and not uses_or_threatens(case) else None


def _rests_on_a_treaty(case: Case) -> bool:
    """Whether the rule at sea is itself one of a treaty: the Convention, or that which opens a canal."""
    return case.fact("sea_convention") is True or case.fact("waters") == "canal"


def _council_binds(case: Case) -> bool:
    """Whether the act is one that a decision of the Council governs, and not one beyond what was decided."""
    if case.fact("council_decided") is not True or is_countermeasure(case) or uses_or_threatens(case):
        return False
    return case.fact("council_mandate") != "outside" or case.verdict("unsc-decision-comply") != "lawful"


def _under_the_charter(case: Case) -> Answer | None:
    """What the Council decides binds by a treaty, the Charter, and before any other (Article 103)."""
    decision, order = case.answer("unsc-decision-comply"), case.answer("council-order")
    if order is not None and decision is not None and decision.verdict == "lawful":
        return inherited(order, "council-order")
    return inherited(decision, "unsc-decision-comply") if decision is not None else None


def _of_membership(case: Case) -> bool:
    """Whether the treaty in question is the one that makes the members; `governing-treaty` then speaks of it."""
    if case.answer("l3-credentials") is not None or case.answer("l3-suspension") is not None:
        return True
    return case.verdict("unsc-decision-comply") in ("unlawful", "contested")


def _outside(case: Case) -> Answer | None:
    if uses_or_threatens(case) and "lawful" in (case.verdict("force-prohibited"), case.verdict("force-threatened")):
        return None
    return breach("The act lies outside what the treaty relied on allows, or breaks a treaty in force.")


def _inside(case: Case) -> Answer | None:
    if not uses_or_threatens(case) or outside_the_ban(case):
        return met("The act lies within the treaty.")
    if "lawful" in (case.verdict("force-prohibited"), case.verdict("force-threatened")):
        return met("The act lies within the treaty, and another basis carries the force.")
    return contested(
        "A treaty is relied on for force.",
        view("The parties agreed to such action beforehand.", "lawful", src.VCLT_KEPT),
        view("The duties of the UN Charter prevail over the treaty.", "unlawful", src.PRIMACY),
        "whether the treaty speaks of force, and could",
    )


@norm(
    "court-order",
    "Binding order of a court",
    "Did the act go against a binding judgment or order of a court or tribunal?",
    question="peaceful-settlement",
    head="measure",
    sources=(src.OBEY_COURT, src.LAGRAND),
    engaged=lambda case: case.fact("court_order_broken") is not None,
)
def court_order(case: Case) -> Answer:
    """Judgments bind the parties, and so do orders made to protect them meanwhile (LaGrand 2001)."""
    if case.fact("court_order_broken") is True:
        return breach("A binding judgment or order of a court was not obeyed.")
    return met("What the court ordered was obeyed.")


RULES: tuple[Rule, ...] = (treaty_law, court_order)
