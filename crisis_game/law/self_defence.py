"""The conditions of self-defence: necessity, immediacy, proportionality, and the Council taking over."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.kinds_of_act import (
    AGGRESSIVE,
    DEFENSIVE,
    announces_defence,
    excess,
    gravity,
    has_basis,
    is_large,
    outside_the_ban,
    pleads_self_defence,
    uses_or_threatens,
    was_launched,
    went_on,
)
from crisis_game.law.norm import requirement
from crisis_game.law.proportion import of_a_rescue, open_terms
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, inherited, met, view
from crisis_game.texts import Msgid


def _is_weighed(case: Case) -> bool:
    """Necessity and proportionality are weighed where defence is pleaded, or where no other basis carries the force."""
    if announces_defence(case):
        return False
    if pleads_self_defence(case):
        return True
    return uses_or_threatens(case) and not outside_the_ban(case) and not has_basis(case)


@requirement(
    "sd-necessity",
    "Necessity",
    "Was force needed, with no peaceful way left that would have stopped the attack?",
    question="necessity",
    sources=(src.SELF_DEFENCE, src.NICARAGUA, src.OIL_PLATFORMS),
    layer="un-charter",
)
def sd_necessity(case: Case) -> Answer | None:
    """Necessity is judged objectively, with no margin of discretion (Oil Platforms 2003)."""
    if not _is_weighed(case):
        return None
    purpose = case.need("purpose")
    if purpose in AGGRESSIVE or purpose == "pro-democracy":
        return breach("The aim of the act was not to stop an attack, so no need of defence carries it.")
    if went_on(case):
        return _went_on(case)
    if case.need("attack_timing") == "imminent" and case.fact("attack_launched") is not True:
        return _before_the_blow(case)
    weight = gravity(case)
    if weight == "none":
        return _without_attack(case)
    if case.fact("on_the_spot") is True:
        return met("Those attacked answered on the spot; there was no time for anything else.")
    host = _towards_the_host(case)
    if host is not None:
        return host
    if weight == "below-threshold":
        return breach("What happened was no armed attack, so force was not needed to repel one.")
    return _against_an_attack(case, proven=weight == "armed-attack")


def _went_on(case: Case) -> Answer:
    if _repels(case):
        return contested(
            "Force was needed at first and went on after the attack had been repelled.",
            view("Going on was needed to remove the source of the attack for good.", "lawful", src.SELF_DEFENCE),
            view("The need ends when the attack does.", "unlawful", src.OIL_PLATFORMS),
            "whether removing the source of attacks is part of repelling one",
        )
    return breach("The act went on after the reason for it had ended; from then on it was not needed.")


def _repels(case: Case) -> bool:
    """Whether an armed attack was repelled, if only beside another aim that defence does not exclude.

    Defence is known by what is done about the attack, not by the motive: whoever is under attack may also wish to
    save those whom the attacker persecutes.
    """
    if gravity(case) != "armed-attack":
        return False
    purpose = case.fact("purpose")
    return purpose in DEFENSIVE or (purpose == "humanitarian" and case.fact("attack_timing") == "ongoing")


def _before_the_blow(case: Case) -> Answer:
    if case.need("peaceful_means") == "none":
        return breach("No peaceful means was tried before the first blow was struck.")
    return contested(
        "Force was used before the attack came, after some peaceful means.",
        view("Waiting for the blow would have been too late.", "lawful", src.CAROLINE),
        view("While no blow had fallen, peaceful means were still open.", "unlawful", src.SELF_DEFENCE),
        "whether any peaceful means was left in the time there was",
    )


def _without_attack(case: Case) -> Answer:
    """No attack has come: a feared one, people in distress, or a right claimed under a treaty."""
    if case.fact("attack_timing") == "feared":
        near = case.answer("imminence")
        if near and near.verdict == "contested":
            return inherited(near, "imminence")
        if near and near.verdict == "lawful":
            return _before_the_blow(case)
    if case.fact("humanitarian_emergency") == "documented" and case.fact("purpose") == "humanitarian":
        return _for_the_people(case)
    if case.fact("treaty_scope") == "inside" and case.need("peaceful_means") != "none":
        return contested(
            "No attack is claimed; the act is said to be needed to uphold what a treaty guarantees.",
            view("The treaty lets its guarantor act when other means fail.", "lawful", src.VCLT_KEPT),
            view("No treaty gives a right to use force that the Charter takes away.", "unlawful", src.PRIMACY),
            "whether a treaty's guarantee can make force necessary",
        )
    return breach("No attack had come, so force was not needed to repel one.")


def _for_the_people(case: Case) -> Answer:
    if case.need("peaceful_means") == "full":
        return met("People were in documented peril and peaceful means had been exhausted.")
    return breach("Peaceful means to help the people in peril had not been exhausted.")


def _towards_the_host(case: Case) -> Answer | None:
    """Against a group, force on its host's land is needed only as far as the host, asked first, does not stop it."""
    against_group = case.fact("targets_non_state_actor") is True and case.fact("attributed_to_state") != "established"
    guilty = case.fact("host_state_posture") in ("attacker", "supporting", "n/a", None)
    if not against_group or guilty or case.verdict("invitation") == "lawful":
        return None
    unable = case.fact("host_state_posture") == "unable-or-unwilling"
    if case.fact("host_acts_against_author") is True and not unable:
        return breach("The host was itself acting against the authors, so force on its land was not needed.")
    if case.fact("host_asked") is False:
        return breach("The host was not asked to act first; until then force on its land was not the last means.")
    return None


def _against_an_attack(case: Case, *, proven: bool) -> Answer:
    if case.need("attack_timing") == "ended":
        return _after_the_attack(case, proven=proven, means=case.need("peaceful_means"))
    if proven:
        return met("An armed attack was under way; no peaceful means could have stopped it in time.")
    means = case.need("peaceful_means")
    if means == "none":
        return breach("No peaceful means was tried, though the attack was of disputed gravity.")
    elsewhere = case.fact("unsc_had_acted") is not False or case.fact("court_seised") is True
    if case.need("purpose") == "rescue-nationals" and not elsewhere:
        return met("People were held and in danger, talks had brought nothing, and no other way was open.")
    return contested(
        "The wrong went on and some peaceful means had been tried, but not all.",
        view("What had been tried showed that force alone would help.", "lawful", src.SELF_DEFENCE),
        view("Peaceful procedures were open or under way.", "unlawful", src.OIL_PLATFORMS),
        "whether the peaceful means left would have stopped the wrong",
    )


def _after_the_attack(case: Case, *, proven: bool, means: object) -> Answer:
    if case.need("purpose") == "deter" and case.fact("targets_non_state_actor") is not True:
        return breach("The attack was over; force to deter the next one is not needed to stop this one.")
    if means == "none":
        return breach("The attack was over and no peaceful means was tried.")
    if proven and case.need("purpose") != "deter" and (means == "full" or case.fact("prior_notice") is True):
        return met("A grave attack could be followed by others; the demand to end the threat had been refused.")
    return contested(
        "The attack was over when force was used; more attacks by the same author were feared.",
        view("A group that strikes again and again keeps the need alive.", "lawful", src.AFTER_2001),
        view("After the attack force is reprisal, not defence.", "unlawful", src.NICARAGUA),
        "whether the threat of further attacks was concrete enough",
    )


@requirement(
    "sd-immediacy",
    "Immediacy",
    "Did the response come while the attack or its threat lasted, or was it a reprisal?",
    question="self-defence",
    sources=(src.NICARAGUA, src.FRIENDLY_RELATIONS),
    layer="un-charter",
)
def sd_immediacy(case: Case) -> Answer | None:
    """Defence lasts as long as the attack; an occupation is a continuing attack; later strikes are reprisals."""
    if not pleads_self_defence(case):
        return None
    timing = case.need("attack_timing")
    if timing in ("none", "feared"):
        return None
    if timing in ("ongoing", "imminent"):
        return met("The response came while the attack lasted or was about to fall.")
    if case.need("purpose") in AGGRESSIVE:
        return breach("The attack was over and the response served another end; that is a reprisal.")
    return _late(case)


def _late(case: Case) -> Answer:
    delay, against_group = case.need("response_delay"), case.fact("targets_non_state_actor") is True
    if delay in ("months", "years"):
        return breach("The response came long after the attack was over; it was a reprisal.")
    if case.fact("purpose") in DEFENSIVE and (delay != "weeks" or gravity(case) == "armed-attack"):
        return met("The response followed as soon as it could be prepared.")
    if against_group or case.fact("purpose") in DEFENSIVE:
        return contested(
            "The response came after the attack, against an author who may strike again.",
            view("Between linked attacks the right does not lapse.", "lawful", src.AFTER_2001),
            view("Once the attack is over the right is spent.", "unlawful", src.NICARAGUA),
            "whether the attack and those feared are one",
        )
    return breach("The attack was over; force to punish or deter is an armed reprisal.")


@requirement(
    "sd-proportionality",
    "Proportionality of defence",
    "Was the whole operation tied to halting and repelling the attack?",
    question="proportionality",
    sources=(src.OIL_PLATFORMS, src.CONGO, src.NICARAGUA),
    layer="un-charter",
)
def sd_proportionality(case: Case) -> Answer | None:
    """Measured against the aim of the basis pleaded, by itself halting and repelling: no parity of casualties."""
    if not _is_weighed(case) or open_terms(case):
        return None
    if case.need("purpose") in AGGRESSIVE:
        return breach("The operation was not shaped by defence but by another aim.")
    held, replaced = case.need("territory_held"), case.need("government_replaced") is True
    if held == "annexed" or (held == "prolonged" and went_on(case)):
        return breach("Territory was taken or kept beyond what repelling the attack asked for.")
    if replaced or went_on(case):
        return _beyond_the_border(case)
    return _of_the_whole(case)


def _beyond_the_border(case: Case) -> Answer:
    """To remove the source of a grave attack; held to be within bounds where no land is taken and weight meets weight.

    So it was in 2001, when nearly all states accepted it; an invasion that outweighs the attack has had no such reply.
    """
    if not _repels(case):
        return breach(
            "The operation went on beyond any attack, or replaced the government; defence does not reach so far."
        )
    return contested(
        "A grave attack was answered by going on to the removal of its source or of a government.",
        view("Where the government is the source, the aim reaches it.", "lawful", src.SELF_DEFENCE, src.AFTER_2001),
        view("To halt and repel is the measure; a change of government lies beyond it.", "unlawful", src.CONGO),
        "whether the defensive aim reaches the government behind the attack",
        leaning="lawful" if _kept_to_the_source(case) else None,
    )


def _kept_to_the_source(case: Case) -> bool:
    return case.need("territory_held") == "none" and not went_on(case) and excess(case) <= 0


def _of_the_whole(case: Case) -> Answer:
    target, feared = case.need("target_type"), case.need("attack_timing") in ("feared", "imminent")
    if target in ("civilian", "economic") and not feared:
        return breach("What was struck was not what the attack came from.")
    if case.need("purpose") == "deter":
        if case.fact("targets_non_state_actor") is True:
            return _scale_open("Strikes to deter a group went further than the attack they answered.")
        return breach("Strikes to deter are measured by fear, not by the attack to be repelled.")
    if feared or was_launched(case):
        return _scale_open("No blow had fallen that the scale could be measured by.") if is_large(case) else _IN_KEEPING
    if _is_rescue(case):
        return of_a_rescue(case)
    if gravity(case) in ("none", "below-threshold") and is_large(case):
        return breach("A large operation answered something that was no armed attack.")
    return _by_scale(case)


def _is_rescue(case: Case) -> bool:
    """Whether people were to be saved, and not from an armed attack, which is itself the measure."""
    if case.fact("purpose") == "rescue-nationals":
        return True
    peril = case.fact("humanitarian_emergency") == "documented" and case.fact("purpose") == "humanitarian"
    return peril and gravity(case) != "armed-attack"


def _by_scale(case: Case) -> Answer:
    steps = excess(case)
    if steps > 1 and case.need("civilian_harm") == "heavy":
        return breach("The operation as a whole, with the harm it did, went far beyond repelling the attack.")
    if steps > 1:
        return _scale_open("The scale of the operation went well beyond the attack that it answered.")
    return _IN_KEEPING


def _scale_open(because: Msgid) -> Answer:
    return contested(
        because,
        view("Scale follows from what it takes to end the threat.", "lawful", src.SELF_DEFENCE),
        view("The whole operation must stay tied to the attack.", "unlawful", src.CONGO),
        "what it took to halt the attack",
    )


_IN_KEEPING = met("Aim, targets and scale of the operation stayed tied to halting and repelling the attack.")


@requirement(
    "sd-until",
    "Council takes over",
    "Have measures of the Security Council ended the right?",
    question="self-defence",
    sources=(src.SELF_DEFENCE, src.SANCTIONS_1990),
    layer="un-charter",
    status="contested",
)
def sd_until(case: Case) -> Answer | None:
    """The right yields once the Council has taken the measures necessary; that it is seised does not end the right."""
    if not pleads_self_defence(case):
        return None
    if case.fact("council_ordered_end") is True:
        return breach("The Security Council ordered the act to end, and the right ended with that.")
    if (truce := _under_a_truce(case)) is not None:
        return truce
    if case.fact("council_measures_in_force") is not True:
        return None
    if case.fact("council_measures_effective") is True:
        return breach("The measures of the Security Council had stopped the attack; the right had passed to it.")
    return contested(
        "Binding measures of the Security Council are in force, and the attack goes on.",
        view("Any binding measures end the right.", "unlawful", src.SELF_DEFENCE),
        view("Only measures that stop the attack, or an order, end it.", "lawful", src.SANCTIONS_1990),
        "when measures are the measures necessary",
        leaning="lawful",
    )


def _under_a_truce(case: Case) -> Answer | None:
    """What a cease-fire does to defence: a call is without prejudice to rights (Article 40), a decision binds."""
    truce = case.fact("council_truce")
    if truce is None:
        return None
    kept = case.need("truce_kept") is True
    if truce == "decided":
        return _KEPT_TRUCE if kept else _BROKEN_TRUCE
    return (
        _HEEDED_CALL if kept else met("The Security Council called for a cease-fire, and the attacker did not heed it.")
    )


_KEPT_TRUCE = breach(
    "The Security Council decided on a cease-fire and the attacker kept it; the right ended with that."
)
_BROKEN_TRUCE = contested(
    "The Security Council decided on a cease-fire, and the attacker does not keep it.",
    view("What the Council decides binds each side, whatever the other does.", "unlawful", src.CARRY_OUT),
    view("A measure that does not stop the attack is not the measure necessary.", "lawful", src.SELF_DEFENCE),
    "whether a cease-fire that the attacker breaks still binds the victim",
    leaning="lawful",
)
_HEEDED_CALL = contested(
    "The Security Council called for a cease-fire, and the attacker heeded the call.",
    view("A provisional measure is without prejudice to rights, and land held is a continuing attack.", "lawful",
         src.PROVISIONAL),
    view("Once the attacker holds its fire there is nothing left to repel by force.", "unlawful", src.SELF_DEFENCE),
    "whether an attack goes on while its author holds its fire and the land",
)  # fmt: skip


RULES: tuple[Rule, ...] = (sd_necessity, sd_immediacy, sd_proportionality, sd_until)
