"""Consent of the territorial state: intervention by invitation, and the use of bases."""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.law import sources as src
from crisis_game.law.kinds_of_act import at_home, has_its_own_law, older_law, uses_or_threatens
from crisis_game.law.norm import norm, plea
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, met, unknown, view
from crisis_game.texts import Msgid

_GIVERS: Mapping[str, Msgid] = {
    "installed-government": "The consent came from a government that the intervention itself installed; it is void.",
    "rival-claimant": "The consent came from a rival claimant, not from the government; rivals cannot invite.",
}


_HOSTS = ("supporting", "unable-or-unwilling", "perpetrator", "consenting", "uninvolved")
"""Conduct of a state whose land is entered and who did not itself attack: it is asked, whoever is struck."""
_ENTERING = ("intervention", "rescue", "peacekeeping", "law-enforcement", "covert-operation")
"""Kinds of act that go in rather than strike at the state itself."""
_NOBODYS_LAND = ("strait", "high-seas")
"""Where no state's land is entered: whose leave is asked there, the flag's, the law of the sea says."""


@plea(
    "invitation",
    "Consent of government",
    "Did the government validly consent, before the act, to this act, and not withdraw?",
    question="consent",
    sources=(src.ARSIWA_CONSENT, src.CONGO, src.NICARAGUA),
)
def invitation(case: Case) -> Answer | None:
    """Consent must be the government's, prior, for this act, and not withdrawn (DRC v. Uganda 2005)."""
    giver, state = case.fact("consent_given_by"), case.fact("consent_of_territorial_state")
    if giver in _GIVERS:
        return breach(_GIVERS[str(giver)])
    if "none" in (giver, state) and giver in ("none", "n/a", None):
        return _nobody_consented(case, state)
    if giver is None and state is None:
        asked = uses_or_threatens(case) and not has_its_own_law(case) and not at_home(case)
        return unknown("consent_given_by") if asked else None
    if giver in ("n/a", None) and state in ("n/a", None):
        return None
    return _what_was_consented(case, giver == "contested-government" or state == "disputed", state == "invalid")


def _nobody_consented(case: Case, state: object) -> Answer | None:
    if state == "invalid":
        return breach("What is said to be consent was given by nobody who could give it, or had ended.")
    aimed_at_group = case.fact("targets_non_state_actor") is True and case.fact("host_state_posture") != "attacker"
    entered = (
        case.fact("response_kind") in _ENTERING and case.fact("host_state_posture") in _HOSTS and not older_law(case)
    )
    on_land = case.fact("place") not in _NOBODYS_LAND and not at_home(case)
    if (aimed_at_group or entered) and uses_or_threatens(case) and on_land:
        return breach("The act fell on the territory of a state that did not consent.")
    return None


def _what_was_consented(case: Case, doubtful: bool, invalid: bool) -> Answer:
    if invalid:
        return breach("The consent claimed was not valid.")
    if case.fact("consent_withdrawn") is True or case.fact("continued_after_objective") is True:
        return breach("The act went on after the consent had been withdrawn or used up; no form is needed to withdraw.")
    if case.fact("inside_consent") is False:
        return breach("The act went beyond what the government had consented to; the limits of consent bind.")
    if case.fact("consent_before") is False:
        return contested(
            "The consent came only after the act.",
            view("Later consent waives the claim and heals the act.", "lawful", src.ARSIWA_CONSENT),
            view("Consent must come first; later words excuse at most.", "unlawful", src.CONGO),
            "whether consent given afterwards makes the entry lawful",
        )
    if doubtful:
        case.need("consent_given_by")
        return _doubtful_giver(case)
    return met("The recognised government consented to the act, and the act stayed within its consent.")


def _doubtful_giver(case: Case) -> Answer:
    decides_itself = case.fact("government_replaced") is not False and case.fact("purpose") in ("regime-change", None)
    return contested(
        "The authority of those who consented is disputed.",
        view("The government recognised abroad may invite, even without control.", "lawful", src.ARSIWA_CONSENT),
        view("Who does not govern, or not by right, cannot invite foreign force.", "unlawful", src.NICARAGUA),
        "whether those who consented could speak for the state",
        leaning="unlawful" if decides_itself else None,
    )


@norm(
    "base-terms",
    "Terms of a base",
    "Did the use of another state's base stay within its consent?",
    question="consent",
    head="resort",
    owed_to="host",
    sources=(src.AGGRESSION, src.ARSIWA_CONSENT),
    severity="grave",
)
def base_terms(case: Case) -> Answer | None:
    """Use of a base against its host's terms, or after them, is itself an act of aggression (GA 3314, Article 3(e))."""
    host_consent = case.fact("host_base_consent")
    if host_consent is None:
        return None
    if host_consent in ("withdrawn", "none"):
        return breach("Forces used or kept a base without its host's consent.")
    if host_consent == "limited":
        inside = case.need("inside_base_terms")
        return (
            met("The base was used within its host's limits.")
            if inside
            else breach("The base was used beyond its host's limits.")
        )
    return met("The host consented to the use of its base.")


_HELPING = ("arms-supply", "intervention", "peacekeeping", "force", "covert-operation")
"""Kinds of act by which a state takes part in another's fight, or decides it; bread and observers are none."""


def _takes_a_side(case: Case) -> bool:
    """Whether soldiers or arms went where two sides fight and neither controls the state."""
    if case.fact("civil_war") is not True or case.fact("aid_to_opposition") is True:
        return False
    return case.fact("response_kind") in _HELPING


@norm(
    "civil-war-help",
    "Help to a side in a civil war",
    "While neither side controlled the state, did soldiers or arms go to one of them?",
    question="non-intervention",
    head="resort",
    engaged=_takes_a_side,
    sources=(src.CIVIL_WARS, src.HELP_ON_REQUEST, src.FRIENDLY_RELATIONS),
    severity="grave",
    status="contested",
)
def civil_war_help(case: Case) -> Answer:
    """Whether both must be left alone (Institut, Wiesbaden 1975), or the government may still ask, is disputed."""
    if case.verdict("unsc-authorised") == "lawful":
        return met("The Security Council authorised it; who governs was not left to the helper.")
    if case.need("other_side_helped") is True:
        return met("The other side had foreign help first; even those who ask for abstention let that be answered.")
    return contested(
        "Neither side controlled the state, and soldiers or arms went to one of them.",
        view("A recognised government may ask for help as long as it is one.", "lawful", src.HELP_ON_REQUEST),
        view("While its people fight over who governs, both sides must be left alone.", "unlawful", src.CIVIL_WARS),
        "whether either side of a civil war may be helped from outside",
    )


RULES: tuple[Rule, ...] = (invitation, base_terms, civil_war_help)
