"""The organisation's own charter: powers, votes, consultation, own forces, suspension; and peaceful settlement."""

from __future__ import annotations

from dataclasses import replace

from crisis_game.law import sources as src
from crisis_game.law.countermeasures import is_countermeasure
from crisis_game.law.force import on_the_ban, resting_on_the_ban
from crisis_game.law.kinds_of_act import uses_or_threatens
from crisis_game.law.norm import norm
from crisis_game.law.organisations import UN_ORGANS
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, met, view

_DECIDED = ("recommended", "authorised", "endorsed-ex-post")
_PEACEFUL = ("consultation", "diplomatic", "technical-assistance", "peacekeeping")


@norm(
    "l3-competence",
    "Organ's powers",
    "Is the act within the powers that the charter gives the organ?",
    question="regional-competence",
    head="measure",
    owed_to="organisation",
    sources=(src.OWN_CHARTER, src.WHO_OPINION, src.EXPENSES),
    layer="organisation",
)
def l3_competence(case: Case) -> Answer | None:
    """An organ has the powers its charter gives it; decisions that serve its aims are presumed valid."""
    if case.fact("organ_acting") in UN_ORGANS:
        return None
    inside = case.fact("inside_competence")
    if inside is not None:
        return (
            met("The charter gives the organ this power.")
            if inside
            else breach("The charter gives the organ no such power.")
        )
    if case.fact("voting_rule_met") not in (None, "n/a"):
        case.need("regional_body_decision")
    if case.fact("regional_body_decision") not in _DECIDED:
        return None
    scope, kept = case.fact("treaty_scope"), case.fact("voting_rule_met")
    if scope == "n/a":
        return None
    if kept is False:
        return breach("The body did not keep its own rules when it decided.")
    if case.fact("treaty_ground") is not None:
        return None
    if case.need("treaty_scope") == "outside":
        return _outside(case, kept=kept is True)
    if kept == "disputed":
        return _DOUBTFUL_VOTE
    case.need("voting_rule_met")
    return _inside(case)


def _inside(case: Case) -> Answer:
    enforcement = case.answer("regional-enforcement") if uses_or_threatens(case) else None
    if enforcement and enforcement.verdict == "insufficient-facts":
        return enforcement
    if enforcement and enforcement.verdict != "lawful":
        return contested(
            "The body kept its own rules; whether its treaty can carry force without the Council is open.",
            view("The treaty's words cover such measures.", "lawful", src.OWN_CHARTER),
            view(
                "A regional body has no power that the UN Charter keeps for the Council.", "unlawful", src.ENFORCEMENT
            ),
            "whether the treaty can give a power that Article 53 withholds",
        )
    return met("The act lies within the treaty, and the body decided by its own rules.")


def _outside(case: Case, *, kept: bool) -> Answer:
    approved = case.verdict("unsc-authorised") == "contested"
    if uses_or_threatens(case) and case.fact("preconsent_ratified") is False and not approved:
        return breach("The text that gives the body this power does not bind the state against which it was used.")
    if uses_or_threatens(case) and not kept and not approved:
        return breach("The treaty does not provide for force of this kind, and the body's own rules were in doubt.")
    return contested(
        "The treaty does not provide for the act in words.",
        view(
            "An organisation has the powers that its aims imply, and presumption favours its acts.",
            "lawful",
            src.EXPENSES,
        ),
        view("Powers over members must be given; they are not implied.", "unlawful", src.WHO_OPINION),
        "whether the power is implied in the treaty's aims",
    )


_DOUBTFUL_VOTE = contested(
    "Whether the body kept its own voting rules is disputed.",
    view("The vote was in order by a fair reading of the rule.", "lawful", src.EXPENSES),
    view("The majority or the procedure that the charter asks for was not met.", "unlawful", src.OWN_CHARTER),
    "how the charter counts the votes",
)


@norm(
    "l3-vote",
    "Decision rule",
    "Were quorum, threshold and exclusions kept?",
    question="regional-competence",
    head="procedure",
    owed_to="organisation",
    sources=(src.OWN_CHARTER, src.RIO_VOTE),
    layer="organisation",
    severity="procedural",
)
def l3_vote(case: Case) -> Answer | None:
    """The charter's own voting rule; a faultless vote is no legal basis for force."""
    kept = case.fact("voting_rule_met")
    if kept in (None, "n/a"):
        return None
    if kept == "disputed":
        return _DOUBTFUL_VOTE
    return met("The organ kept its voting rule.") if kept else breach("The organ did not keep its own voting rule.")


@norm(
    "l3-consultation",
    "Duty to consult",
    "Did members consult in time and in good faith?",
    question="consultation",
    head="procedure",
    owed_to="organisation",
    sources=(src.OWN_CHARTER, src.NATO_CONSULT),
    layer="organisation",
    severity="procedural",
)
def l3_consultation(case: Case) -> Answer | None:
    """A duty to consult, not to agree: to refuse consent under a consensus rule is lawful."""
    consulted = case.fact("consulted_before")
    if consulted is False:
        if case.fact("emergency_procedure") is True:
            return met("The charter's emergency procedure allowed acting before consultation.")
        return breach("The act came before the consultation that the charter asks for.")
    if consulted is True:
        return met("Members consulted before the act.")
    if case.fact("consultation_requested") is True:
        case.need("consulted_before")
    if case.fact("regional_body_decision") in ("recommended", "authorised") or _consults(case):
        return met("The body met and consulted on the matter, as its charter provides.")
    return None


def _consults(case: Case) -> bool:
    return case.fact("response_kind") == "consultation"


@norm(
    "l3-own-consent",
    "No forced troops",
    "Was a member made to use its forces against its will, or did a bound member undercut the measure?",
    question="regional-competence",
    head="measure",
    owed_to="organisation",
    sources=(src.RIO_OWN_CONSENT, src.OWN_FORCES),
    layer="organisation",
)
def l3_own_consent(case: Case) -> Answer | None:
    """Forces are never owed without one's own consent (Rio Treaty, Article 20); what binds must not be undercut.

    A measure that the Council decided is told once, as its decision not obeyed.
    """
    if case.fact("undercut") is True and case.verdict("unsc-decision-comply") not in ("unlawful", "contested"):
        return breach("A member that was bound by the measure undercut it.")
    forced = case.fact("member_forced")
    if forced is None:
        return None
    if forced:
        return breach("A member's forces were used against its will.")
    return met("Each member decided on its own forces.")


@norm(
    "l3-suspension",
    "Suspension of a member",
    "Does the charter give the ground, and was the procedure fair?",
    question="membership-measures",
    head="measure",
    owed_to="organisation",
    sources=(src.OWN_CHARTER, src.OAS_SUSPEND, src.VCLT_BREACH),
    layer="organisation",
)
def l3_suspension(case: Case) -> Answer | None:
    """Ground, clause, vote and hearing; without a clause a material breach asks for unanimity of the others."""
    if case.fact("response_kind") != "suspension" or case.fact("credentials_refused") is True:
        return None
    if not _of_a_member(case):
        return None
    if case.fact("suspension_ground") is False:
        return breach("The charter's ground for suspension was not given.")
    kept = case.need("voting_rule_met")
    if kept is False:
        return breach("The organ did not keep its voting rule when it suspended the member.")
    if case.fact("member_heard") is False:
        return breach("The member was not heard before it was suspended.")
    if case.fact("suspension_clause") is False or (
        case.fact("suspension_clause") is None and case.need("treaty_scope") == "outside"
    ):
        return _WITHOUT_CLAUSE
    if kept == "disputed":
        return _DOUBTFUL_VOTE
    return met("The charter provides for the suspension, and the organ decided by its own rule.")


def _of_a_member(case: Case) -> bool:
    """Whether a member was suspended, and not a treaty: a state alone suspends treaties, a body its own members."""
    if case.fact("target_member_of_body") is False or case.fact("treaty_ground") is not None:
        return False
    return case.fact("target_member_of_body") is True or case.fact("regional_body_decision") != "none"


_WITHOUT_CLAUSE = contested(
    "The charter has no words on suspending a member on this ground.",
    view("An organisation may protect its aims against a member in grave breach.", "lawful", src.ARAB_LEAGUE),
    view("Without a clause only the unanimous others may suspend, for material breach.", "unlawful", src.VCLT_BREACH),
    "whether the power to suspend is implied",
)


@norm(
    "pacific-first",
    "Peaceful settlement",
    "Were peaceful means genuinely tried before force or threat?",
    question="peaceful-settlement",
    head="procedure",
    sources=(src.PEACEFUL_SETTLEMENT, src.MEANS),
    layer="un-charter",
)
def pacific_first(case: Case) -> Answer | None:
    """A duty to try, with free choice of means (UN Charter, Articles 2(3) and 33).

    A countermeasure has its own: the call is one of its conditions, notice and offer are a duty beside it.
    """
    if case.fact("targets_non_state_actor") is not False or case.fact("peaceful_means") in (None, "n/a"):
        return None
    if uses_or_threatens(case):
        return _after_force(case)
    if is_countermeasure(case):
        return _before_the_regime(case)
    if case.need("response_kind") in _PEACEFUL:
        return met("The act is itself a peaceful means.")
    if case.fact("peaceful_means") == "none":
        return breach("Pressure was put on the other state before any peaceful means was tried.", "procedural")
    return met("Peaceful means were tried before pressure was put on the other state.")


def _before_the_regime(case: Case) -> Answer | None:
    """A procedure that the treaty itself sets is waited for; any other answer has its own call, notice and offer."""
    if case.verdict("cm-regime") != "unlawful" or case.fact("regime_leave") == "given":
        return None
    early = breach(
        "The treaty binds its parties to a procedure of its own, and the measure did not wait for it.", "procedural"
    )
    return replace(early, turns_on="cm-regime")


def _after_force(case: Case) -> Answer | None:
    ban = on_the_ban(case)
    if ban is None:
        return None
    return resting_on_the_ban(
        ban,
        broken="A dispute was taken out of peaceful settlement by force or threat.",
        kept="Force had a basis, and the duty of peaceful settlement was not broken by it.",
    )


RULES: tuple[Rule, ...] = (l3_competence, l3_vote, l3_consultation, l3_own_consent, l3_suspension, pacific_first)
