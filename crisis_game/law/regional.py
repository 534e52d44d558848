"""Regional bodies and force: enforcement, treaty consent given in advance, humanitarian claims."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.kinds_of_act import is_policing, uses_or_threatens, went_on
from crisis_game.law.norm import norm, plea
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, inherited, met, view

_DECIDED = ("recommended", "authorised", "endorsed-ex-post")


@norm(
    "regional-enforcement",
    "Regional enforcement",
    "Did a regional body take enforcement action with the Council's authorisation?",
    question="art-53-authorisation",
    head="resort",
    owed_to="council",
    sources=(src.ENFORCEMENT, src.REGIONAL),
    layer="un-charter",
    severity="grave",
)
def regional_enforcement(case: Case) -> Answer | None:
    """No enforcement action by regional bodies without authorisation of the Council (UN Charter, Article 53(1))."""
    if case.fact("regional_body_decision") not in _DECIDED:
        return None
    case.need("response_kind")
    if not uses_or_threatens(case):
        return _short_of_force(case)
    mandate = case.answer("unsc-authorised")
    if mandate and mandate.verdict == "lawful":
        return mandate
    if "lawful" in (case.verdict("self-defence"), case.verdict("collective-self-defence")):
        return met("The body backed the defence of a state that was attacked; defence is no enforcement.")
    if case.verdict("invitation") == "lawful":
        return _with_consent(case)
    for basis in ("self-defence", "collective-self-defence", "invitation", "unsc-authorised"):
        answer = case.answer(basis)
        if answer and answer.verdict != "unlawful" and answer.leaning != "unlawful":
            return inherited(answer, basis)
    return _without_consent(case)


def _short_of_force(case: Case) -> Answer | None:
    if case.fact("response_kind") != "sanctions":
        return None
    if case.verdict("unsc-authorised") == "lawful":
        return met("The Security Council authorised the regional measures.")
    return contested(
        "A regional body took measures without force and without the Council's authorisation.",
        view(
            "Practice since 1960 does not count measures without force as enforcement action.", "lawful", src.REGIONAL
        ),
        view("Enforcement action is all that coerces, with or without force.", "unlawful", src.ENFORCEMENT),
        "whether measures without force are enforcement action",
        leaning="lawful",
    )


def _with_consent(case: Case) -> Answer:
    if case.need("government_replaced") is not True:
        return met("The government consented; action with consent is not enforcement.")
    return contested(
        "The government that consented did not hold the country, and the action brought it to power.",
        view("The recognised government consented; this was no enforcement.", "lawful", src.ARSIWA_CONSENT),
        view(
            "Against those in effective control it was enforcement, and needed the Council.",
            "unlawful",
            src.ENFORCEMENT,
        ),
        "whether a government without control can take the action out of Article 53",
        leaning="lawful",
    )


def _without_consent(case: Case) -> Answer:
    inside = case.need("target_member_of_body") is True and case.need("treaty_scope") == "inside"
    if inside and case.need("voting_rule_met") is True:
        return contested(
            "The body decided on force against its own member by its own rules, without the Council.",
            view("Members accepted such decisions in advance by treaty.", "lawful", src.AU_ACT, src.ECOWAS),
            view("No treaty replaces the authorisation of the Council.", "unlawful", src.ENFORCEMENT, src.PRIMACY),
            "whether consent given in the treaty takes the act out of Article 53",
        )
    return breach("A regional body used or backed force without consent and without the Council's authorisation.")


@plea(
    "treaty-preconsent",
    "Standing consent in a charter",
    "Can a clause of the charter ground force on a member that objects now?",
    question="art-53-authorisation",
    sources=(src.AU_ACT, src.ECOWAS, src.PRIMACY),
    layer="un-charter",
    status="contested",
)
def treaty_preconsent(case: Case) -> Answer | None:
    """Consent given in advance by treaty against Article 53, Article 103 and peremptory law."""
    if case.fact("treaty_preconsent") is not True or not uses_or_threatens(case):
        return None
    if case.need("preconsent_ratified") is not True:
        return breach("The state did not ratify the treaty whose clause is relied on; it is not bound by it.")
    if case.need("target_objects") is False:
        return met("The treaty gave consent in advance, and the government does not object now.")
    return contested(
        "The charter lets the organisation intervene, and the member objects now.",
        view("The treaty's consent binds until it is denounced.", "lawful", src.AU_ACT),
        view("A present objection ends consent, and only the Council may override it.", "unlawful", src.ENFORCEMENT),
        "whether consent by treaty can be withdrawn by objecting",
    )


@plea(
    "humanitarian-force",
    "Humanitarian intervention",
    "Was force used to protect a population, with no mandate?",
    question="humanitarian-intervention",
    sources=(src.FORCE_BAN, src.NICARAGUA),
    layer="un-charter",
    status="contested",
)
def humanitarian_force(case: Case) -> Answer | None:
    """A few states claim the right in extreme cases; most deny it. Need and restraint are asked for even by the few."""
    emergency = case.fact("humanitarian_emergency")
    if emergency in (None, "none") or is_policing(case) or not uses_or_threatens(case):
        return None
    if "lawful" in (case.verdict("invitation"), case.verdict("unsc-authorised")):
        return None
    if emergency == "claimed":
        return breach("An emergency was claimed and no neutral body documented it; on no view does that carry force.")
    return _restraint(case)


def _restraint(case: Case) -> Answer:
    stayed = case.need("territory_held") in ("prolonged", "annexed") or case.need("government_replaced") is True
    if stayed or went_on(case):
        return breach("The act went beyond protecting people: it stayed, or replaced the government.")
    if case.need("peaceful_means") == "none":
        return breach("No peaceful means was tried; even those who claim the right ask for that.")
    return contested(
        "Force was used to stop documented suffering, without a mandate and within bounds.",
        view(
            "In extreme need, as a last resort and within bounds, force may protect a people.",
            "lawful",
            src.HUMANITARIAN,
        ),
        view("The Charter knows no such exception, and most states deny it.", "unlawful", src.FORCE_BAN, src.NICARAGUA),
        "whether custom knows an exception beside the Charter",
        leaning="unlawful",
    )


@norm(
    "r2p-pathway",
    "Responsibility to protect",
    "Were the steps of the responsibility to protect taken, through the Council?",
    question="humanitarian-intervention",
    head="procedure",
    owed_to="council",
    sources=(src.SUMMIT,),
    layer="un-charter",
    severity="procedural",
)
def r2p_pathway(case: Case) -> Answer | None:
    """Four crimes, a failing state, peaceful means first, then the Council; never alone a basis for force."""
    claimed = case.fact("claimed_basis") == "responsibility-to-protect"
    if not claimed and case.fact("crime_kind") in (None, "none"):
        return None
    if case.need("crime_kind") == "none":
        return breach("None of the four crimes of the responsibility to protect was under way.")
    if case.need("state_failing") is not True or case.need("peaceful_means") == "none":
        return breach("The state was not shown to be failing, or no peaceful means was tried first.")
    if uses_or_threatens(case) and case.verdict("unsc-authorised") != "lawful":
        return breach(
            "The responsibility to protect runs through the Council; it gives no right to act alone.", "serious"
        )
    return met("The steps of the responsibility to protect were kept, through the Council where force was used.")


RULES: tuple[Rule, ...] = (regional_enforcement, treaty_preconsent, humanitarian_force, r2p_pathway)
