"""Persons in war: quarter, the helpless, perfidy, those held, those who live under occupation."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.kinds_of_act import in_armed_conflict
from crisis_game.law.norm import norm
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, met, view


def _denies_quarter(case: Case) -> bool:
    return case.fact("no_survivors") is not None and in_armed_conflict(case)


@norm(
    "quarter",
    "Quarter",
    "Was it ordered, threatened or practised that nobody should survive?",
    question="ihl",
    head="conduct",
    owed_to="all",
    engaged=_denies_quarter,
    sources=(src.QUARTER,),
    severity="grave",
)
def quarter(case: Case) -> Answer:
    """No order, threat or practice that there shall be no survivors (Additional Protocol I, Article 40)."""
    if case.need("no_survivors") is True:
        return breach("It was ordered or threatened that there should be no survivors.")
    return met("Those who gave themselves up could live.")


def _attacks_the_helpless(case: Case) -> bool:
    return case.fact("helpless_attacked") is not None and in_armed_conflict(case)


@norm(
    "hors-de-combat",
    "Out of the fight",
    "Were persons attacked who had surrendered, or were wounded or shipwrecked?",
    question="ihl",
    head="conduct",
    owed_to="all",
    engaged=_attacks_the_helpless,
    sources=(src.HORS_DE_COMBAT,),
    severity="grave",
)
def hors_de_combat(case: Case) -> Answer:
    """Whoever is, or must be, recognised as out of the fight is not attacked (Additional Protocol I, Article 41)."""
    if case.need("helpless_attacked") is False:
        return met("Nobody was attacked who was out of the fight.")
    if case.need("helpless_known") is False:
        return met("In the circumstances it could not be seen that they were out of the fight.")
    return breach("Persons were attacked who were seen, or had to be seen, to be out of the fight.")


def _feigns(case: Case) -> bool:
    return case.fact("feigned_protection") is not None and in_armed_conflict(case)


@norm(
    "perfidy",
    "Perfidy",
    "Was the enemy's trust in a protection of the law abused to kill, wound or capture?",
    question="ihl",
    head="conduct",
    owed_to="all",
    engaged=_feigns,
    sources=(src.PERFIDY,),
    severity="grave",
)
def perfidy(case: Case) -> Answer:
    """Ruses are free; feigned truce, wounds, civilian or neutral status are not (Additional Protocol I, Article 37)."""
    if case.need("feigned_protection") is True:
        return breach("A protection of the law was feigned in order to kill, wound or capture.")
    return met("What misled the enemy was a ruse, and abused no protection of the law.")


def _holds(case: Case) -> bool:
    return case.fact("persons_held") in ("fighters", "civilians") and in_armed_conflict(case)


@norm(
    "detention",
    "Persons held",
    "Were those held in the war held on a ground of its law, examined, and treated humanely?",
    question="ihl",
    head="conduct",
    owed_to="persons",
    engaged=_holds,
    sources=(src.PRISONERS, src.INTERNMENT, src.HASSAN),
)
def detention(case: Case) -> Answer:
    """Fighters for the time of the war, civilians for imperative security; status examined, internment reviewed."""
    if case.fact("treated_humanely") is False:
        return breach("Those held were not treated humanely, whatever they had done.", "grave")
    if case.fact("armed_conflict") == "internal":
        return _in_civil_war(case)
    if case.need("status_screened") is False:
        return breach("Nobody examined who those held were, or whether they were a danger.")
    if case.need("persons_held") == "civilians" and case.need("review_set") is False:
        return breach("Civilians were interned without a review.")
    return met(
        "Those held could be held in war; their status was examined, and no longer was kept than there was cause."
    )


def _in_civil_war(case: Case) -> Answer:
    if case.fact("status_screened") is False:
        return breach("Nobody examined who those held were, or whether they were a danger.")
    return contested(
        "Persons were interned for security in an armed conflict that is not between states.",
        view("What may be done between states may be done in a civil war too.", "lawful", src.HASSAN),
        view(
            "The treaties give no power to intern in a civil war; law must be found elsewhere.",
            "unlawful",
            src.COMMON_ARTICLES,
        ),
        "whether the law of armed conflict itself gives power to intern in a civil war",
    )


def _occupies(case: Case) -> bool:
    stated = case.fact("deported_or_settled") is not None or case.fact("order_changed") is not None
    return stated and in_armed_conflict(case)


@norm(
    "occupation-duties",
    "Duties of an occupier",
    "Did the occupier leave people and law of the land in their place?",
    question="ihl",
    head="conduct",
    owed_to="persons",
    engaged=_occupies,
    sources=(src.OCCUPIER, src.WALL_NAMED),
    severity="grave",
)
def occupation_duties(case: Case) -> Answer:
    """An occupier holds in trust: no deportation, no settling, the law of the land kept unless absolutely prevented."""
    if case.fact("deported_or_settled") is True:
        return breach("People of the occupied land were deported, or the occupier's own were settled there.")
    if case.fact("order_changed") is True:
        return breach("The occupier changed the law of the land beyond what order and its own safety asked.", "serious")
    return met("People and law of the occupied land were left in their place.")


PARTS = ("quarter", "hors-de-combat", "perfidy", "detention", "occupation-duties")

RULES: tuple[Rule, ...] = (quarter, hors_de_combat, perfidy, detention, occupation_duties)
