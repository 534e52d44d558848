"""What self-defence answers: the armed attack, its author, and an attack that has not yet come."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.kinds_of_act import (
    announces_defence,
    gravity,
    is_large,
    pleads_self_defence,
    uses_or_threatens,
    was_launched,
)
from crisis_game.law.norm import requirement
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, met, view

_DISPUTED = contested(
    "Whether the attack was grave enough to be an armed attack is disputed.",
    view("Only the gravest forms of force are armed attacks, and this was less.", "unlawful", src.NICARAGUA),
    view(
        "Any unlawful use of force can be one; a single mine might be.",
        "lawful",
        src.US_ANY_FORCE,
        src.OIL_PLATFORMS,
    ),
    "how grave force must be before it is an armed attack",
)


_ON_THE_SPOT = contested(
    "Shots were answered with shots on the spot, by those at whom they were fired.",
    view("A unit under fire may fire back, however small the attack.", "lawful", src.SIMMA),
    view("Below an armed attack there is no right to use force.", "unlawful", src.NICARAGUA),
    "whether force below an armed attack may be met on the spot",
    leaning="lawful",
)


@requirement(
    "armed-attack",
    "Armed attack threshold",
    "Did the scale and effects of what happened reach an armed attack?",
    question="self-defence",
    sources=(src.SELF_DEFENCE, src.NICARAGUA, src.SIMMA),
    layer="un-charter",
)
def armed_attack(case: Case) -> Answer | None:
    """Only the gravest forms of force are armed attacks; a mere frontier incident is not (Nicaragua 1986)."""
    if not pleads_self_defence(case):
        return None
    ahead = case.fact("attack_timing") in ("feared", "imminent")
    if ahead and case.fact("attack_gravity") != "below-threshold":
        return None
    if was_launched(case):
        return met("An attack had been launched; what was launched counts, not what arrived.")
    gravity = case.need("attack_gravity")
    if gravity == "armed-attack":
        return met("What happened was an armed attack by its scale and effects.")
    if gravity != "none" and case.fact("on_the_spot") is True:
        return _ON_THE_SPOT
    if gravity == "disputed":
        return _DISPUTED
    if gravity == "below-threshold":
        return breach("What happened fell short of an armed attack; it may be answered, but not by force.")
    return breach("There was no attack that self-defence could answer.")


@requirement(
    "armed-attack-cyber",
    "Cyber threshold",
    "Were the effects of the cyber operation like those of arms?",
    question="self-defence",
    sources=(src.TALLINN, src.SELF_DEFENCE),
    status="contested",
)
def armed_attack_cyber(case: Case) -> Answer | None:
    """Cyber operations are measured by scale and effects (Tallinn Manual 2.0)."""
    if case.fact("attack_by_cyber") is not True:
        return None
    if case.fact("deaths") or case.fact("injured"):
        return met("The cyber operation killed or injured people, as arms do.")
    effect = case.need("cyber_effect")
    if effect in ("none", "data"):
        return breach("The cyber operation hurt nobody and destroyed nothing but data; it was no armed attack.")
    return contested(
        "The cyber operation stopped or damaged things and hurt nobody.",
        view("Loss of function or damage on this scale equals an armed attack.", "lawful", src.TALLINN_FUNCTION),
        view("Without death, injury or great destruction there is no armed attack.", "unlawful", src.NICARAGUA),
        "whether harm without injury can be an armed attack",
        leaning="unlawful" if effect == "function" else None,
    )


@requirement(
    "accumulation",
    "Accumulation of events",
    "May a series of incidents be counted together?",
    question="self-defence",
    sources=(src.OIL_PLATFORMS, src.CONGO),
    status="contested",
)
def accumulation(case: Case) -> Answer | None:
    """Linked incidents by one author may be weighed together; the Court has considered it without ruling."""
    if case.fact("series") is not True:
        return None
    if case.fact("attack_gravity") == "armed-attack":
        return met("One incident alone was an armed attack; there is no need to add the others.")
    if case.fact("author_grade") in ("rumoured", None):
        return breach("Incidents can be counted together only if they are shown to be one author's; that is not shown.")
    return contested(
        "Each incident alone falls short of an armed attack; together they may reach it.",
        view("Linked blows by one author are weighed together.", "lawful", src.OIL_PLATFORMS),
        view(
            "Adding incidents up turns reprisal into defence; each is weighed alone.",
            "unlawful",
            src.FRIENDLY_RELATIONS,
        ),
        "whether incidents may be added up",
    )


@requirement(
    "imminence",
    "Anticipatory action",
    "If the actor struck before the attack came, how near was it?",
    question="imminence",
    sources=(src.CAROLINE, src.HIGH_LEVEL, src.NICARAGUA),
    layer="un-charter",
    status="contested",
)
def imminence(case: Case) -> Answer | None:
    """Interceptive action is broadly accepted, anticipatory contested, preventive unlawful on the dominant view."""
    timing = case.fact("attack_timing")
    if timing not in ("feared", "imminent") or not uses_or_threatens(case) or announces_defence(case):
        return None
    if case.fact("attack_launched") is True:
        return met("The attack had been launched and was on its way; meeting it is defence.")
    if timing == "imminent":
        return _IMMINENT
    return _feared(case)


_IMMINENT = contested(
    "The act met an attack that was about to come.",
    view("An attack that leaves no moment for deliberation may be met.", "lawful", src.CAROLINE, src.HIGH_LEVEL),
    view("The right arises only if an armed attack occurs.", "unlawful", src.SELF_DEFENCE),
    "whether self-defence may come before the first blow",
)
_NARROWLY_FEARED = contested(
    "No attack was near in time; the danger itself was confirmed, and the act kept to it.",
    view("A confirmed danger may be met at the last window, though not near in time.", "lawful", src.CHATHAM),
    view("A danger that is only latent gives no right to use force.", "unlawful", src.HIGH_LEVEL, src.OSIRAK),
    "whether imminence is more than nearness in time",
)


def _feared(case: Case) -> Answer:
    """A latent threat; the wide view at least asks for confirmed evidence and an answer limited to it."""
    confirmed = case.need("independent_verification") in ("full", "partial") or (
        case.fact("specific_evidence") is True and case.fact("last_window") is True
    )
    narrow = case.need("purpose") in ("prevent", "self-defence", "self-protection") and not is_large(case)
    if confirmed and narrow and case.need("target_type") in ("military", "mixed", "none"):
        return _NARROWLY_FEARED
    return breach("The attack was feared, not near; to prevent a latent danger by force is unlawful.")


_HOST_CONTESTED = contested(
    "The attack came from a group, and force was used on the territory of a state to which it is not attributed.",
    view("Self-defence answers an attack by a state; the host is not one.", "unlawful", src.WALL, src.CONGO),
    view("A host unable or unwilling to stop the group must bear a limited defence.", "lawful", src.LETTERS_2014),
    "whether the right runs against the territory of a state that did not attack",
)


@requirement(
    "nsa-attack",
    "Non-state attacker",
    "Does the right to self-defence reach the territory on which an armed group stands?",
    question="self-defence",
    sources=(src.WALL, src.CONGO, src.LETTERS_2014, src.AFTER_2001),
    status="contested",
)
def nsa_attack(case: Case) -> Answer | None:
    """Even on the wide view the host must first be asked, and the force limited to the group."""
    if not pleads_self_defence(case) or case.need("targets_non_state_actor") is not True:
        return None
    if case.verdict("invitation") == "lawful":
        return met("The host state consented to the defence on its territory.")
    if case.fact("attributed_to_state") == "established":
        return met("The group's attack is attributable to the state on whose territory the answer fell.")
    host = case.need("host_state_posture")
    if host == "uninvolved":
        return breach("The state on whose territory the force fell had no part in the attack.")
    if case.fact("host_asked") is False or case.need("peaceful_means") == "none":
        return breach("The host state was not asked to act or to consent first; on either view force came too soon.")
    if host == "attacker":
        return met("The state on whose territory the answer fell is itself the attacker.")
    return _of_a_supporting_host(case) if host == "supporting" else _HOST_CONTESTED


def _of_a_supporting_host(case: Case) -> Answer:
    """A host that keeps supporting the authors of a grave attack, in established breach and after a demand."""
    refused = case.fact("prior_wrong_by_target") == "established" and case.fact("prior_notice") is True
    if refused and gravity(case) == "armed-attack":
        return met("The host supported the group, was itself in breach, and refused the demand to end it.")
    return _HOST_CONTESTED


RULES: tuple[Rule, ...] = (armed_attack, armed_attack_cyber, accumulation, imminence, nsa_attack)
