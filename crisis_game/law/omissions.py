"""What was left undone: word given, knowledge owed to others, a wrong neither ended nor repaired.

A state answers for an omission as for an act, where a duty asked it to act (ARSIWA 2001, Article 2). Where none did, to
leave a thing undone is lawful, and is weighed in legitimacy alone. An omission is judged by these norms, and by that on
promised help (`organisations`), and by no others.
"""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.norm import norm
from crisis_game.law.rule import OMISSIONS, Answer, Case, Rule, breach, contested, met, view


@norm(
    "pledge-kept",
    "Word given",
    "Was the pledge meant to bind, and was it kept?",
    question=OMISSIONS,
    speaks_of="omissions",
    head="measure",
    sources=(src.VCLT_KEPT, src.NUCLEAR_TESTS, src.IHLEN, src.BOLIVIA, src.OWN_CHARTER),
)
def pledge_kept(case: Case) -> Answer | None:
    """Treaties are kept; a promise made in public, meant to bind, binds in good faith (Nuclear Tests 1974)."""
    if case.need("omission") != "pledge-broken":
        return None
    if case.need("pledge_met") is True:
        return met("The pledge was met.")
    pledge = case.need("pledge")
    if pledge == "treaty":
        return breach("What was pledged with a vote in favour was due, and was not given.")
    if pledge == "public":
        return breach("The promise was made to all; such a promise binds in good faith, and it was not kept.")
    return _BETWEEN_TWO


_BETWEEN_TWO = contested(
    "A promise between two was not kept.",
    view("Words exchanged in bargaining bind in politics, not in law.", "lawful", src.BOLIVIA),
    view("What one state promises another for itself, and the other takes up, binds.", "unlawful", src.IHLEN),
    "whether the two meant to bind each other",
)


@norm(
    "knowledge-shared",
    "Knowledge shared",
    "Did the treaty ask members to share what they know, and was it shared?",
    question=OMISSIONS,
    speaks_of="omissions",
    head="procedure",
    owed_to="organisation",
    sources=(src.OWN_CHARTER, src.NATO_CONSULT, src.LANOUX),
    layer="organisation",
    severity="procedural",
)
def knowledge_shared(case: Case) -> Answer | None:
    """What one knows is one's own, unless a treaty asks to share it; sources may be guarded by conditions."""
    if case.need("omission") != "intelligence-withheld":
        return None
    asked = case.need("telling_asked")
    if asked == "none":
        return met("No treaty asked it to share what it knew.")
    if case.need("told_some") is True:
        return met("It told a member what it knew, under its own conditions.")
    if asked == "share":
        return breach("The treaty asks to share what bears on the safety of another, and nobody was told.")
    return _CONSULTED


_CONSULTED = contested(
    "Members had to consult, and what one of them knew was kept back.",
    view("To consult is to talk; no word of the treaty asks to disclose.", "lawful", src.NATO_CONSULT),
    view("Consultation in good faith takes what the others need to decide.", "unlawful", src.LANOUX),
    "whether to consult is also to tell",
)


@norm(
    "wrong-repaired",
    "Wrong repaired",
    "Was the earlier act a wrong, has it ended, and is its harm repaired?",
    question=OMISSIONS,
    speaks_of="omissions",
    head="measure",
    sources=(src.ARSIWA_CESSATION, src.ARSIWA_REPARATION, src.ARSIWA_BREACH),
)
def wrong_repaired(case: Case) -> Answer | None:
    """Whoever did wrong must end it and repair the harm in full; where there was no wrong, neither is owed."""
    if case.need("omission") != "wrong-not-repaired":
        return None
    before = case.need("act_before")
    if before == "lawful":
        return met("The earlier act was lawful: there is nothing to repair.")
    if case.need("wrong_ended") is True and case.need("harm_left") is False:
        return met("The earlier act has ended, and its harm is repaired.")
    if before == "contested":
        return _OPEN_WRONG
    if case.fact("wrong_ended") is False:
        return breach("The earlier act was a wrong, and it has not ended.")
    return breach("The earlier act was a wrong; it has ended, and its harm is not repaired.")


_OPEN_WRONG = contested(
    "The earlier act is open in law; it has not been ended and made good.",
    view("Without a breach there is no wrong to end or repair.", "lawful", src.ARSIWA_BREACH),
    view("Who did wrong must repair it in full.", "unlawful", src.ARSIWA_REPARATION),
    "whether the earlier act was a wrong",
)

_DUTIES = ("not-reported", "not-notified", "not-consulted", "dues-unpaid")


@norm(
    "duty-in-time",
    "Duty in time",
    "Was what the charter asks within a time done by then?",
    question=OMISSIONS,
    speaks_of="omissions",
    head="procedure",
    owed_to="organisation",
    sources=(src.OWN_CHARTER, src.VCLT_KEPT),
    layer="organisation",
    severity="procedural",
)
def duty_in_time(case: Case) -> Answer | None:
    """What falls due on a day is not kept by being done after it, though what is done late weighs less."""
    if case.need("omission") not in _DUTIES:
        return None
    if case.need("duty_done") is True:
        return met("It was done, if after the time that the charter sets.")
    return breach("The time that the charter sets ran out, and what it asks had not been done.")


@norm(
    "award-obeyed",
    "Award obeyed",
    "Was the award of an arbitration obeyed that the party had accepted?",
    question=OMISSIONS,
    speaks_of="omissions",
    head="measure",
    sources=(src.OWN_CHARTER, src.MEANS, src.VCLT_KEPT),
)
def award_obeyed(case: Case) -> Answer | None:
    """Nobody must go to arbitration; whoever has gone is bound by the award."""
    if case.need("omission") != "award-not-obeyed":
        return None
    if case.need("award_accepted") is True:
        return breach("It had accepted the arbitration, and did not obey the award.")
    return met("It had not accepted the arbitration: the award does not bind it.")


RULES: tuple[Rule, ...] = (pledge_kept, knowledge_shared, wrong_repaired, duty_in_time, award_obeyed)
