"""The Security Council and the General Assembly: mandate, votes, recommendation, powers of UN organs."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.force import ARGUED, EXCUSES
from crisis_game.law.kinds_of_act import uses_or_threatens
from crisis_game.law.norm import norm, plea
from crisis_game.law.organisations import UN_ORGANS
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, inherited, met, unknown, view

_VOTES_NEEDED = 9


@plea(
    "unsc-authorised",
    "Council mandate",
    "Did the Security Council authorise this act, and did the act stay inside the mandate?",
    question="unsc-authorisation",
    sources=(src.COUNCIL_POWERS, src.KOSOVO),
    layer="un-charter",
)
def unsc_authorised(case: Case) -> Answer | None:
    """Force and binding sanctions need a decision of the Council, read in good faith with its context."""
    mandate = case.fact("unsc_authorisation")
    if mandate is None:
        return _mandate_unknown(case)
    if mandate == "none" and case.fact("mandate_revived") is True:
        return _revived(case)
    if mandate == "none":
        claimed = case.fact("claimed_basis") == "mandate"
        return breach("A mandate is claimed and the Security Council gave none.") if claimed else None
    if uses_or_threatens(case) and case.need("territory_held") == "annexed":
        return breach("No mandate of the Security Council covers the taking of territory.", "peremptory")
    if mandate == "prior":
        went_on = case.fact("continued_after_objective") is True
        return _WENT_ON if went_on else met("The Security Council authorised the act beforehand.")
    return _EX_POST if mandate == "ex-post" else _scope(case, mandate == "exceeded")


def _mandate_unknown(case: Case) -> Answer | None:
    if case.fact("use_of_force") is None and case.fact("response_kind") is None:
        return None
    return unknown("unsc_authorisation") if uses_or_threatens(case) else None


_EX_POST = contested(
    "The Security Council approved only after the act.",
    view("Later approval makes good for want of a mandate.", "lawful", src.LIBERIA),
    view("Authorisation comes before force; later words do not reach back.", "unlawful", src.ENFORCEMENT),
    "whether approval after the act can stand for a mandate",
)
_WENT_ON = contested(
    "The Security Council gave a mandate, and the act went on after what it was given for had been reached.",
    view("A mandate lasts until the Council ends it.", "lawful", src.COUNCIL_POWERS),
    view("A mandate is read by its aim; when that is reached it is used up.", "unlawful", src.KOSOVO),
    "whether a mandate outlasts its aim",
)
_EXCEEDED = contested(
    "The Security Council gave a mandate, and the act is said to have gone beyond it.",
    view("The mandate's aim allows the means that serve it.", "lawful", src.COUNCIL_POWERS),
    view("A mandate is read by its words and votes; what they do not cover is not authorised.", "unlawful", src.KOSOVO),
    "how far the words of the mandate reach",
)
_AMBIGUOUS = contested(
    "The resolutions can be read as a mandate for this act, or not.",
    view("Earlier or general words still authorise force.", "lawful", src.COUNCIL_POWERS),
    view(
        "Authority to use force is not presumed; it must be read out of the text and its context.",
        "unlawful",
        src.KOSOVO,
    ),
    "whether the words of the resolutions cover this act",
)


_REVIVED = contested(
    "A mandate that the Security Council gave for an earlier conflict is said to have come back to life.",
    view(
        "A cease-fire on conditions suspends the authority to use force; a serious breach of them brings it back.",
        "lawful",
        src.CEASEFIRE_1991,
        src.REVIVAL_2002,
    ),
    view(
        "Whether there is a breach, and what follows, the Council decides itself; nothing follows automatically.",
        "unlawful",
        src.MEETING_1441,
    ),
    "whether an old mandate comes back without a new decision of the Council",
)


def _revived(case: Case) -> Answer:
    """Whether an older mandate carries force again (the debate of 2002 and 2003)."""
    if case.fact("mandate_closed") is True:
        return breach("An older mandate is relied on, and the Security Council had ended it.")
    return _REVIVED


def _scope(case: Case, exceeded: bool) -> Answer:
    if exceeded:
        return _EXCEEDED
    if case.need("unsc_blocked_by_veto") is True:
        return breach(
            "The resolutions do not clearly authorise force, and a Council that would not agree to it cannot be read "
            "as having agreed."
        )
    return _AMBIGUOUS


@norm(
    "unsc-vote-valid",
    "Council vote",
    "Was the Council's vote valid?",
    question="unsc-authorisation",
    head="procedure",
    owed_to="council",
    sources=(src.COUNCIL_VOTE, src.NAMIBIA),
    layer="un-charter",
    severity="procedural",
)
def unsc_vote_valid(case: Case) -> Answer | None:
    """Nine votes, and on substance no permanent member against; an abstention is no veto."""
    votes = case.fact("council_votes_for")
    if not isinstance(votes, int):
        return None
    if votes < _VOTES_NEEDED:
        return breach("The Council's text had fewer than nine votes.")
    if case.fact("council_procedural") is True:
        return met("Nine votes carried a question of procedure; no veto applies there.")
    if case.need("council_veto_cast") is True:
        return breach("A permanent member voted against; the text was vetoed.")
    if case.fact("party_voted") is True and case.fact("council_chapter") == "vi":
        return contested(
            "A party to the dispute voted under Chapter VI.",
            view("The party had to abstain; the vote is flawed.", "unlawful", src.COUNCIL_VOTE),
            view("Practice seldom applies the duty; the vote stands.", "lawful", src.NAMIBIA),
            "whether this was a dispute and the voter a party to it",
        )
    return met("The Council's vote had nine in favour and no permanent member against.")


@norm(
    "ga-recommendation",
    "Assembly route",
    "Is a text of the General Assembly relied on as authority for force?",
    question="institutional-competence",
    head="procedure",
    owed_to="council",
    sources=(src.ASSEMBLY, src.UNITING),
    layer="un-charter",
    severity="grave",
)
def ga_recommendation(case: Case) -> Answer | None:
    """The Assembly recommends; its text is no exception to the ban on force, but can stand beside another basis."""
    relied = case.fact("claimed_basis") == "assembly" or case.fact("assembly_recommended") is True
    if not relied or not uses_or_threatens(case):
        return None
    if any(case.verdict(base) == "lawful" for base in (*EXCUSES, *ARGUED)):
        return met("The Assembly's text stands beside another basis, which carries the force.")
    return breach("A recommendation of the General Assembly does not authorise force.")


def _acts_as_un_organ(case: Case) -> bool:
    by_organ = case.fact("organ_acting") in UN_ORGANS
    return by_organ or (case.fact("response_kind") == "peacekeeping" and case.need("actor_standing") == "organisation")


@norm(
    "institutional-competence",
    "Powers of a UN organ",
    "Did the organ of the United Nations act within its powers?",
    question="institutional-competence",
    head="measure",
    owed_to="organisation",
    engaged=_acts_as_un_organ,
    sources=(src.ASSEMBLY, src.EXPENSES, src.UNITING, src.WHO_OPINION),
    layer="un-charter",
)
def institutional_competence(case: Case) -> Answer | None:
    """Powers are given or implied, and a vote gives none (WHO 1996); peacekeeping is no enforcement (Expenses 1962)."""
    if case.fact("voting_rule_met") is False:
        return breach("The organ did not keep its voting rule.")
    if case.fact("inside_competence") is False:
        return breach("The matter lies outside what the organ was set up for, and its own vote gives it no power.")
    if case.fact("response_kind") == "peacekeeping":
        return _peacekeeping(case)
    credentials = case.answer("l3-credentials")
    if credentials is not None:
        return inherited(credentials, "l3-credentials")
    if case.fact("organ_acting") == "council" and (power := case.answer("council-power")) is not None:
        return inherited(power, "council-power")
    case.need("inside_competence")
    return met("The organ has this power, given or necessarily implied.")


def _peacekeeping(case: Case) -> Answer:
    if "lawful" in (case.verdict("invitation"), case.verdict("unsc-authorised")):
        return met("Peacekeeping rests on the host's consent or the Council's mandate; the organ may set it up.")
    return breach("Peacekeepers were sent without the host's consent and without a mandate.")


RULES: tuple[Rule, ...] = (
    unsc_authorised,
    unsc_vote_valid,
    ga_recommendation,
    institutional_competence,
)
