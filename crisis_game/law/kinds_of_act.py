"""What kind of act it is: plain questions about the facts that several rules share."""

from __future__ import annotations

from crisis_game.law.conduct import FactValue
from crisis_game.law.rule import Case, UnprovenError

FORCE_BY_NATURE = frozenset({"force", "occupation", "regime-change", "annexation", "blockade"})
"""Kinds of act that are force whatever the degree (GA resolution 3314, Article 3)."""
ON_FOREIGN_SOIL = frozenset({"physical-barrier", "covert-operation", "cyber-operation", "intervention", "rescue"})
"""Kinds of act that reach into another state's territory without being force by nature."""
RESTRICTING = ("sanctions", "countermeasure", "physical-barrier")
"""Kinds of act short of force that cut people off from what they live on, if nothing is exempt."""
_HELP_WITHOUT_FORCE = frozenset({"technical-assistance", "consultation", "diplomatic"})
"""Kinds of act by which an ally finds that another was attacked, promises help or gives it, without force."""
DEFENSIVE = frozenset(
    {
        "self-defence",
        "restore-status-quo",
        "restore-control",
        "self-protection",
        "rescue-nationals",
        "assist-government",
    }
)
"""Purposes that halting or repelling an attack can have."""
AGGRESSIVE = frozenset(
    {"territorial-gain", "regime-change", "coerce", "punish", "protect-interests", "gather-evidence", "assert-right"}
)
"""Purposes that no need of defence can have."""
_NEARER = ("lawful", "contested", "insufficient-facts", "unlawful", "not-applicable")
_STEPS = ("none", "low", "moderate", "large", "massive")
_HARM = ("none", "low", "moderate", "severe", "massive")


def older_law(case: Case) -> bool:
    """Whether a law older than the UN Charter governs (Island of Palmas 1928: each fact by the law of its day)."""
    return case.fact("law_of") in ("interwar", "classical")


def uses_force(case: Case) -> bool:
    """Whether the act used force beyond a threat.

    Raises:
        UnprovenError: the degree of force or the kind of act is not known, and the other does not settle it.
    """
    degree = case.fact("use_of_force")
    if degree in ("minor", "armed") or case.need("response_kind") in FORCE_BY_NATURE:
        return True
    case.need("use_of_force")
    return False


def threatens_force(case: Case) -> bool:
    """Whether the act threatened force and went no further."""
    return case.fact("use_of_force") == "threat" and case.fact("inside_war") is not True and not uses_force(case)


def in_armed_conflict(case: Case) -> bool:
    """Whether the finding on armed conflict is that there is one; without it no rule of armed conflict speaks.

    Raises:
        UnprovenError: it is not proven.
    """
    answer = case.answer("armed-conflict")
    if answer is not None and answer.missing:
        raise UnprovenError(answer.missing[0])
    return answer is not None and answer.verdict != "unlawful"


def in_conflict(case: Case) -> bool:
    """Armed conflict where the facts settle it; what is not known of the force is for other rules to miss."""
    known = case.fact("use_of_force") is not None and case.fact("response_kind") is not None
    return known and in_armed_conflict(case)


def passes(case: Case) -> bool:
    """Whether a show of force was passage: continuous, without work or force on the way (Corfu Channel 1949)."""
    if case.fact("response_kind") != "show-of-force" or case.fact("use_of_force") in ("minor", "armed"):
        return False
    return case.fact("purpose") == "assert-right" or case.fact("place") == "strait"


def uses_or_threatens(case: Case) -> bool:
    """Whether force was used or threatened."""
    return uses_force(case) or case.fact("use_of_force") == "threat"


def is_policing(case: Case) -> bool:
    """Whether force was police force against private persons, which the ban on force between states does not govern.

    It is known by deed, not by label: a smuggler stopped at sea is policed, whatever the act is called.
    """
    kind = case.need("response_kind")
    if case.fact("use_of_force") == "threat" or case.fact("inside_war") is True:
        return False
    if kind == "maritime-interdiction" and case.fact("use_of_force") == "minor":
        return case.need("purpose") == "enforcement" and case.need("targets_non_state_actor") is True
    return kind == "law-enforcement"


def guards_neutrality(case: Case) -> bool:
    """Whether a neutral acts in its own land or waters; resisting a breach of neutrality is no hostile act."""
    return case.fact("neutral") == "actor" and case.fact("place") in ("own-land", "own-waters", "strait")


def has_its_own_law(case: Case) -> bool:
    """Whether no other state's leave or attack is asked for, since another body of law governs the force.

    So it is with a single act inside a war, with a neutral that guards its neutrality, and with a thing that nobody
    is on, such as a wreck.
    """
    return case.fact("inside_war") is True or case.fact("abandoned_object") is True or guards_neutrality(case)


def outside_the_ban(case: Case) -> bool:
    """Whether it was no resort to force between states: policing, or force with a law of its own.

    So it is by the deed, not by its label: also with coercion without combat, and persons seized, on the actor's own
    soil.
    """
    if has_its_own_law(case) or is_policing(case) or case.need("response_kind") == "hostage-taking":
        return True
    return case.fact("use_of_force") == "minor" and case.fact("place") == "own-land"


def at_home(case: Case) -> bool:
    """Whether the act took place on the actor's own land or in its own waters, where it needs nobody's consent."""
    return case.fact("place") in ("own-land", "own-waters")


def announces_defence(case: Case) -> bool:
    """Whether force was only announced, for the case of an attack and for no other."""
    return case.fact("use_of_force") == "threat" and case.fact("threat_only_if_attacked") is True


def has_basis(case: Case) -> bool:
    """Whether consent or a Council mandate carries the act."""
    return case.verdict("invitation") == "lawful" or case.verdict("unsc-authorised") == "lawful"


def pleads_self_defence(case: Case) -> bool:
    """Whether the act is claimed, or by its purpose claims, to be self-defence.

    Raises:
        UnprovenError: it is not known whether an attack is claimed, and nothing else shows a plea.
    """
    if has_its_own_law(case) or announces_defence(case):
        return False
    if case.fact("claimed_basis") in ("self-defence", "collective-self-defence"):
        return True
    if case.fact("response_kind") == "arms-supply":
        return case.attack_claimed() is True and case.fact("aid_to_opposition") is not True
    if case.fact("response_kind") in _HELP_WITHOUT_FORCE and case.fact("use_of_force") == "none":
        return case.fact("victim_requested_help") is True and case.attack_claimed() is True
    if case.fact("response_kind") is not None and outside_the_ban(case):
        return False
    if not (uses_or_threatens(case) or case.fact("response_kind") in ON_FOREIGN_SOIL):
        return False
    if case.fact("purpose") in ("self-defence", "prevent", "self-protection"):
        return True
    if case.attack_claimed() is True or case.fact("unsc_reported_art51") is True:
        return True
    if case.attack_claimed() is None:
        raise UnprovenError("armed_attack_on")
    return False


def for_another(case: Case) -> bool:
    """Whether the defence is of another state: help to a victim, not one's own cause."""
    return case.need("actor_standing") in ("third-state", "organisation", "invited-state")


def threshold(case: Case) -> str:
    """The rule that speaks on whether there was an armed attack.

    For a cyber operation the rule on its effects, unless the attack was one by other effects too; a series of blows
    only where that carries further than the single blow.
    """
    if case.answer("armed-attack") is None:
        return "imminence"
    by_cyber = case.verdict("armed-attack") != "lawful" and case.answer("armed-attack-cyber") is not None
    single = "armed-attack-cyber" if by_cyber else "armed-attack"
    series = case.verdict("accumulation")
    return "accumulation" if _NEARER.index(series) < _NEARER.index(case.verdict(single)) else single


def gravity(case: Case) -> FactValue:
    """How grave the attack answered was, once effects of cyber operations and linked blows are weighed in.

    Raises:
        UnprovenError: the gravity is not known.
    """
    stated = case.need("attack_gravity")
    if was_launched(case):
        return "armed-attack"
    verdict = case.verdict(threshold(case)) if case.answer("armed-attack") else "not-applicable"
    if verdict == "unlawful" and stated in ("disputed", "armed-attack"):
        return "below-threshold"
    return {"lawful": "armed-attack", "contested": "disputed"}.get(verdict, stated)


def was_launched(case: Case) -> bool:
    """Whether an attack was on its way and did no harm because it was met: what was launched counts."""
    return case.fact("attack_launched") is True and case.fact("attack_gravity") in ("none", "below-threshold")


def went_on(case: Case) -> bool:
    """Whether the act went on after its aim was reached.

    Raises:
        UnprovenError: it is not known, and territory held or an open end leave it possible.
    """
    stated = case.fact("continued_after_objective")
    if stated is not None:
        return stated is True
    left = case.fact("territory_held") in ("none", "temporary") and case.fact("government_replaced") is False
    if left and case.fact("duration_limited") is True:
        return False
    raise UnprovenError("continued_after_objective")


def excess(case: Case, least: str = "none") -> int:
    """How many steps the scale of the act lies above the harm that it answers; below zero if it is smaller.

    Args:
        case: the act.
        least: the harm that counts where less was done, since more was to be averted.
    """
    harm = max(_HARM.index(str(case.need("harm_suffered"))), _HARM.index(least))
    return _STEPS.index(str(case.need("scale_of_response"))) - harm


def is_large(case: Case) -> bool:
    """Whether the act was of large or massive scale."""
    return case.need("scale_of_response") in ("large", "massive")
