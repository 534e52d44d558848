"""Clauses of an organisation's own charter on single acts: an article invoked, leave of the Security Council, opinions.

What the charter asks and was not done in time stands in `omissions`.
"""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.norm import norm
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, met, view


@norm(
    "l3-invocation",
    "Article invoked",
    "Was what happened of a kind that the article names?",
    question="consultation",
    head="procedure",
    owed_to="organisation",
    sources=(src.OWN_CHARTER, src.NATO_CONSULT, src.VCLT_KEPT),
    layer="organisation",
    severity="procedural",
)
def l3_invocation(case: Case) -> Answer | None:
    """An article is invoked over what it names; where each member judges that for itself, good faith alone is asked."""
    over = case.fact("invoked_over")
    if over is None:
        return None
    gravity = case.fact("attack_gravity")
    if over == "named" and gravity in (None, "armed-attack"):
        return met("What happened was of a kind that the article names.")
    if case.need("own_judgement") is True:
        if case.fact("good_faith") is False:
            return breach("The member itself did not believe in what it invoked the article over.")
        return _OWN_JUDGEMENT
    if over == "named" and gravity == "disputed":
        return _GRAVE_ENOUGH
    return breach("What happened was of no kind that the article names.")


_OWN_JUDGEMENT = contested(
    "The article leaves it to each member to judge, and others would not have judged so.",
    view("It is enough that the member holds it for so in good faith.", "lawful", src.NATO_CONSULT),
    view("Good faith asks for grounds that others can follow.", "unlawful", src.VCLT_KEPT),
    "how far a member's own judgement can be questioned",
)
_GRAVE_ENOUGH = contested(
    "Whether the attack was grave enough for the article is disputed.",
    view("The article covers every attack by armed means.", "lawful", src.OWN_CHARTER),
    view("It covers only what is an armed attack by its scale and effects.", "unlawful", src.NICARAGUA),
    "how grave the attack was",
)


@norm(
    "l3-authorisation",
    "Leave of the Security Council",
    "Did the organisation have the leave of the Security Council that its charter asks for?",
    question="regional-competence",
    head="measure",
    owed_to="organisation",
    sources=(src.OWN_CHARTER, src.ENFORCEMENT),
    layer="organisation",
)
def l3_authorisation(case: Case) -> Answer | None:
    """What a charter keeps for the Security Council it cannot decide alone; defence needs no leave."""
    if case.fact("council_leave_asked") is not True:
        return None
    mandate = case.answer("unsc-authorised")
    if mandate is not None and mandate.verdict != "unlawful":
        return mandate
    if "lawful" in (case.verdict("self-defence"), case.verdict("collective-self-defence")):
        return met("The state that was attacked was defended; that needs no leave of the Security Council.")
    return breach("The charter asks for the leave of the Security Council, and there was none.")


@norm(
    "l3-opinion",
    "Opinion on the law",
    "Does the act depart from an opinion that the organisation itself had asked for?",
    question="regional-competence",
    head="procedure",
    owed_to="organisation",
    sources=(src.OWN_CHARTER, src.VCLT_KEPT),
    layer="organisation",
    severity="procedural",
)
def l3_opinion(case: Case) -> Answer | None:
    """An opinion does not bind; whoever asked for it and departs from it has to say why."""
    departs = case.fact("departs_from_opinion")
    if departs is None:
        return None
    return _DEPARTS if departs else met("The act keeps to the opinion that the organisation had asked for.")


_DEPARTS = contested(
    "The organisation had asked for an opinion on the law, and acted against it.",
    view("An opinion advises; it binds nobody.", "lawful", src.OWN_CHARTER),
    view("Good faith asks whoever sought advice to follow it, or to say why not.", "unlawful", src.VCLT_KEPT),
    "what an organisation owes to an opinion that it asked for",
    leaning="lawful",
)

RULES: tuple[Rule, ...] = (l3_invocation, l3_authorisation, l3_opinion)
