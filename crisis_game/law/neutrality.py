"""Neutrality: what a state outside a war owes both sides, and what both sides owe it (Hague V and XIII, 1907)."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.kinds_of_act import uses_force
from crisis_game.law.norm import norm, plea
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, met, view


def _is_the_neutral(case: Case) -> bool:
    return case.fact("neutral") == "actor"


def _helps_one_side(case: Case) -> bool:
    """Whether a state that is not at war itself gives one side what serves the war."""
    if _is_the_neutral(case) and case.fact("aid_given") not in (None, "none"):
        return True
    if case.fact("response_kind") != "arms-supply" or case.fact("attack_timing") != "ongoing":
        return False
    return case.fact("actor_standing") in ("third-state", "organisation") and case.fact("attributed_to_state") != "n/a"


@norm(
    "neutrality",
    "Abstention and equal treatment",
    "Did a state that is not at war favour one side?",
    question="neutrality",
    head="measure",
    sources=(src.HAGUE_NEUTRALITY, src.HAGUE_EQUAL, src.CARRY_OUT),
    status="contested",
)
def neutrality(case: Case) -> Answer | None:
    """Strict neutrality forbids help from the state's own means; whether aggression sets it aside is contested."""
    helps = _helps_one_side(case)
    equal = case.fact("equal_treatment") if _is_the_neutral(case) else None
    if not helps and equal is None:
        return None
    if case.fact("unsc_authorisation") == "prior" or case.fact("aggressor_named") == "council":
        return met("The Security Council's decision sets neutrality aside.")
    if not helps and equal is True:
        return met("The neutral treated both sides alike.")
    if case.fact("law_of") == "classical":
        return breach("A neutral helped or favoured one side; the law of the day knew no just side.")
    return _qualified(case)


def _qualified(case: Case) -> Answer:
    """Help to the victim of a proven aggression: strict neutrality and a qualified one stand against each other."""
    named = case.fact("aggressor_named") == "states"
    if not named and case.need("attack_gravity") != "armed-attack":
        return breach("One side of a war was helped or favoured whose aggressor is not established.")
    if not named and case.need("attributed_to_state") != "established":
        return breach("One side of a war was helped or favoured whose aggressor is not established.")
    return _BEFORE_THE_CHARTER if case.fact("law_of") == "interwar" else _UNDER_THE_CHARTER


_BEFORE_THE_CHARTER = contested(
    "The victim of an established aggression was helped or favoured.",
    view("Whoever breaks the Pact of Paris loses the claim to equal treatment.", "lawful", src.BUDAPEST),
    view("A state that stays out treats both sides alike, whoever began.", "unlawful", src.HAGUE_NEUTRALITY),
    "whether the Pact of Paris lets a state that stays out favour the victim",
)
_UNDER_THE_CHARTER = contested(
    "The victim of an established aggression was helped or favoured.",
    view("Aggression sets strict neutrality aside; help to the victim is allowed.", "lawful", src.SELF_DEFENCE),
    view("Neutrals may not arm either side while the Council has not decided.", "unlawful", src.HAGUE_NEUTRALITY),
    "whether strict neutrality survived the ban on force",
    leaning="lawful",
)


def _is_misused(case: Case) -> bool:
    return _is_the_neutral(case) and case.fact("neutral_misused") is True


@norm(
    "neutral-prevention",
    "Prevention by the neutral",
    "Did the neutral do what it could against the use of its land and waters for the war?",
    question="neutrality",
    head="measure",
    engaged=_is_misused,
    sources=(src.HAGUE_PREVENT, src.HAGUE_VIGILANCE),
)
def neutral_prevention(case: Case) -> Answer:
    """A neutral must not allow troops, convoys, bases or acts of war on its ground; its means are the measure."""
    if case.need("neutral_acted") is True:
        return met("A side used the neutral's land or waters, and the neutral did what its means allowed.")
    return breach("A side used the neutral's land or waters for the war, and the neutral let it.")


def _receives(case: Case) -> bool:
    return _is_the_neutral(case) and case.fact("belligerent_stay") is not None


@norm(
    "neutral-asylum",
    "Stay and internment",
    "Did the neutral keep the rules on warships in its ports and on troops that come over?",
    question="neutrality",
    head="measure",
    engaged=_receives,
    sources=(src.HAGUE_STAY, src.HAGUE_INTERN_SHIP, src.HAGUE_INTERN_TROOPS),
)
def neutral_asylum(case: Case) -> Answer:
    """A day, longer for repair or weather, repairs for the sea and not for battle; who stays beyond is interned."""
    stay = case.need("belligerent_stay")
    if case.fact("repairs") == "fighting":
        return breach("The neutral let a warship restore its fighting strength in port.")
    if stay in ("overstayed", "troops"):
        if case.need("interned") is True:
            return met("Whoever stayed on neutral ground was disarmed and interned until peace.")
        return breach("Troops or a warship stayed on neutral ground and were not interned.")
    if case.fact("interned") is True:
        return breach("A warship was interned that was still entitled to stay and to leave.")
    return met("The warship stayed as long as the rules of neutrality allow, and was made fit for the sea only.")


def _acts_of_war_on_neutral_ground(case: Case) -> bool:
    if case.fact("neutral") != "host":
        return False
    return case.fact("neutral_misused") is not None or case.fact("enemy_passage") is not None or uses_force(case)


@norm(
    "neutral-territory",
    "Respect for neutral ground",
    "Did a side at war keep the war out of neutral land and waters?",
    question="neutrality",
    head="measure",
    owed_to="host",
    engaged=_acts_of_war_on_neutral_ground,
    sources=(src.HAGUE_INVIOLABLE, src.HAGUE_WATERS, src.HAGUE_PASSAGE),
)
def neutral_territory(case: Case) -> Answer:
    """Acts of war, capture and search are forbidden there; self-help is argued where the neutral lets the enemy in."""
    if not uses_force(case):
        return met("No act of war was done on neutral ground.")
    if case.fact("enemy_passage") == "prolonged":
        return contested(
            "An enemy ship that went far and long through neutral waters was attacked in them.",
            view("Mere passage, however long, is free; to attack in it is forbidden.", "unlawful", src.HAGUE_PASSAGE),
            view(
                "Neutral waters were used to escape the war, and the neutral let it happen; self-help was open.",
                "lawful",
                src.ALTMARK,
            ),
            "whether so long a passage is still mere passage, and what the neutral had to do against it",
        )
    if case.fact("neutral_misused") is True and case.need("neutral_acted") is False:
        return _self_help(case)
    return breach("An act of war was done in the land or waters of a state that is not at war.")


def _self_help(case: Case) -> Answer:
    if case.need("host_asked") is False:
        return breach("The neutral was not asked first to end the enemy's use of its ground.")
    return contested(
        "The enemy used neutral ground for the war, the neutral was asked to end that, and did not.",
        view("The other side may end it by the force that is strictly needed.", "lawful", src.SAN_REMO),
        view(
            "Neutral ground is inviolable; the neutral's fault is settled with the neutral.",
            "unlawful",
            src.HAGUE_INVIOLABLE,
        ),
        "whether a neutral's failure opens its ground to self-help",
    )


@plea(
    "neutrality-plea",
    "Neutrality as an excuse",
    "Does neutrality itself ask for what was done, or allow it?",
    question="neutrality",
    sources=(src.WIMBLEDON, src.HAGUE_PASSAGE, src.HAGUE_EQUAL),
)
def neutrality_plea(case: Case) -> Answer | None:
    """A neutral may close its ports and its plain sea to both alike, not an international waterway (Wimbledon 1923)."""
    if case.fact("claimed_basis") != "neutrality" or not _is_the_neutral(case):
        return None
    if case.fact("waters") in ("strait", "canal") or case.fact("place") == "strait":
        return breach(
            "Passage through a waterway of all nations does not touch neutrality; neutrality neither asks for its "
            "closing nor excuses it."
        )
    if case.need("equal_treatment") is False:
        return breach("What neutrality allows it allows towards both sides alike.")
    if case.fact("waters") in ("internal", "territorial"):
        return met("A neutral may close its ports and its sea outside straits to both sides alike.")
    return breach("The law of neutrality does not ask for what was done, and own orders set no treaty aside.")


RULES: tuple[Rule, ...] = (neutral_territory, neutral_asylum, neutral_prevention, neutrality_plea, neutrality)
