"""How force may be used: distinction, proportion of attacks, precautions, relief, inquiry. Equal for all sides."""

from __future__ import annotations

from dataclasses import replace

from crisis_game.law import sources as src
from crisis_game.law.finding import RuleSeverity
from crisis_game.law.kinds_of_act import RESTRICTING, in_armed_conflict, in_conflict, uses_force
from crisis_game.law.norm import norm, requirement
from crisis_game.law.persons_in_war import PARTS
from crisis_game.law.rule import Answer, Case, Rule, all_hold, breach, contested, inherited, met, view


@norm(
    "ihl-distinction",
    "Distinction",
    "Was what was attacked a military objective?",
    question="ihl",
    head="conduct",
    owed_to="all",
    sources=(src.DISTINCTION, src.NUCLEAR),
    severity="grave",
)
def ihl_distinction(case: Case) -> Answer | None:
    """Only combatants and military objectives may be attacked (Additional Protocol I, Articles 48 and 52(2))."""
    if not uses_force(case) or case.fact("use_of_force") == "minor" or not in_armed_conflict(case):
        return None
    use = case.fact("target_use")
    if use is None:
        use = {"military": "military", "civilian": "civil", "individuals": "civil", "none": "military"}.get(
            str(case.need("target_type")), "dual"
        )
    if case.fact("aimed") is False:
        return breach("The attack was aimed at no military objective of its own, and struck without distinction.")
    if use == "military" or (use == "dual" and case.fact("contribution") == "effective"):
        return met("What was attacked was a military objective.")
    if use == "dual" and case.fact("contribution") == "none":
        return breach("What was attacked gave nothing to the enemy's forces.")
    if use == "civil":
        return breach("What was attacked was in civilian use.")
    return contested(
        "What was attacked served civilian and military ends.",
        view("Its use made an effective contribution to military action.", "lawful", src.DISTINCTION),
        view("Its contribution was general or political, not military.", "unlawful", src.NATO_BOMBING),
        "what the target contributed to military action at the time",
    )


@norm(
    "ihl-proportionality",
    "Proportion of the attack",
    "Was the civilian harm that was to be expected excessive against the military gain?",
    question="ihl",
    head="conduct",
    owed_to="all",
    sources=(src.EXCESSIVE,),
    severity="grave",
)
def ihl_proportionality(case: Case) -> Answer | None:
    """Judged beforehand, on what could be known, attack by attack (Additional Protocol I, Article 51(5)(b))."""
    if not uses_force(case) or not in_armed_conflict(case):
        return None
    expected = case.fact("expected_civilian_harm")
    if expected is not None:
        if expected == "excessive":
            return breach("The civilian harm to be expected was excessive against the military gain.")
        return met("The civilian harm to be expected was not excessive against the military gain.")
    harm = case.need("civilian_harm")
    if harm != "heavy":
        return met("The civilian harm that came about was not such that excess was to be expected.")
    if case.fact("use_of_force") in ("minor", "threat") or case.need("target_type") == "military":
        return _HEAVY_HARM
    return breach("Civilians suffered heavily under attacks not confined to military objectives.")


_HEAVY_HARM = contested(
    "Civilians suffered heavily; what was expected beforehand is not known.",
    view("Harm on this scale was to be expected and was excessive.", "unlawful", src.EXCESSIVE),
    view("What counts is what was expected, against the gain of each attack.", "lawful", src.GALIC),
    "what civilian harm was to be expected beforehand",
)


@norm(
    "ihl-precautions",
    "Feasible precautions",
    "Was the target verified, were civilians warned, could the attack be called off?",
    question="ihl",
    head="conduct",
    owed_to="persons",
    sources=(src.PRECAUTIONS,),
)
def ihl_precautions(case: Case) -> Answer | None:
    """Verify, choose means, warn, call off, as far as feasible (Additional Protocol I, Articles 57 and 58)."""
    steps = {name: case.fact(name) for name in ("verified_target", "warned", "abort_rule")}
    if all(value is None for value in steps.values()) or not uses_force(case) or not in_armed_conflict(case):
        return None
    if steps["verified_target"] is False:
        return breach("The target was not verified before the attack.")
    if False in steps.values():
        return breach("Civilians were not warned, or no rule to call the attack off was set.")
    if case.fact("expected_civilian_harm") == "none" and steps["verified_target"] is True:
        return met("The target was verified, and no civilians were at risk who could be warned.")
    for name in steps:
        case.need(name)
    return met("The target was verified, a warning given, and a rule to call the attack off was set.")


@norm(
    "humanitarian-access",
    "Relief and exemptions",
    "Was impartial relief let through, and does the measure exempt it?",
    question="ihl",
    head="conduct",
    owed_to="persons",
    sources=(src.RELIEF, src.CARVE_OUT),
    severity="grave",
)
def humanitarian_access(case: Case) -> Answer | None:
    """An occupier must agree to relief; elsewhere agreement may not be withheld without a valid reason."""
    asked = case.fact("relief_requested") is True or case.fact("relief_refused") is True
    if not asked and case.fact("relief_without_consent") is not True and not in_conflict(case):
        return None
    if case.fact("relief_without_consent") is True:
        if case.fact("refusal_reasoned") is True:
            return breach("Relief crossed the border although the state had a valid reason to refuse it.")
        return contested(
            "Relief crossed the border without the state's consent.",
            view("Consent withheld without reason need not be waited for.", "lawful", src.SYRIA_RELIEF),
            view("Relief needs the state's agreement in every case.", "unlawful", src.RELIEF),
            "whether agreement withheld without reason can be done without",
        )
    if case.fact("relief_refused") is True:
        return _refused(case)
    if case.fact("relief_requested") is True and case.need("relief_refused") is False:
        return met("Impartial relief was let through.")
    return _exemptions(case)


def _refused(case: Case) -> Answer:
    if case.fact("occupied_territory") is True:
        return breach("The occupier refused relief to which it must agree.")
    if case.need("refusal_reasoned") is True:
        return met("Relief was held back for a valid reason of security.")
    return breach("Impartial relief was refused without a valid reason.")


def _exemptions(case: Case) -> Answer | None:
    exempt = case.fact("humanitarian_exemptions")
    if exempt is True:
        return met("The measure exempts food, medicine and relief.")
    if exempt == "n/a" or case.fact("civilian_harm") in (None, "none"):
        return None
    if case.fact("response_kind") not in RESTRICTING and not uses_force(case):
        return None
    case.need("humanitarian_exemptions")
    harm = case.need("civilian_harm")
    if harm == "heavy" and case.fact("use_of_force") not in ("minor", "threat"):
        return breach("Supplies were cut without exemptions, and civilians suffered heavily.")
    return contested(
        "Supplies were restricted without exemptions, and civilians were harmed.",
        view("Restrictions for reasons of security are allowed while relief can pass.", "lawful", src.SAN_REMO),
        view("Without exemptions the burden falls on civilians and is not allowed.", "unlawful", src.RELIEF),
        "whether relief could still reach the people",
    )


@norm(
    "investigate-redress",
    "Inquiry and redress",
    "Was credible harm investigated, and repaired?",
    question="ihl",
    head="procedure",
    owed_to="persons",
    sources=(src.COMPENSATION, src.REMEDY, src.ARSIWA_REPARATION),
    severity="procedural",
)
def investigate_redress(case: Case) -> Answer | None:
    """Credible allegations are investigated, and unlawful harm is repaired."""
    if case.fact("harm_alleged") is not True:
        return None
    if case.need("inquiry_opened") is False:
        return breach("Credible harm was alleged and no inquiry was opened.")
    if case.fact("inquiry_independent") is False:
        return breach("The inquiry was not independent.")
    if case.fact("inquiry_found_breach") is True and case.need("redress_paid") is not True:
        return breach("The inquiry found a breach, and the harm was not repaired.", "serious")
    return met("The harm alleged was investigated, and repaired where a breach was found.")


@requirement(
    "war-necessity",
    "Military necessity",
    "Did the act weaken the enemy's forces, as an act of war may?",
    question="necessity",
    sources=(src.LIEBER, src.DISTINCTION),
)
def war_necessity(case: Case) -> Answer | None:
    """Whoever fights in a war may attack military objectives as such; how the war began is not asked."""
    if case.fact("inside_war") is not True or not uses_force(case):
        return None
    ground = case.answer("neutral-territory") or case.answer("visit-capture")
    if ground is not None:
        rule = "neutral-territory" if case.answer("neutral-territory") else "visit-capture"
        return inherited(ground, rule)
    objective = case.answer("ihl-distinction")
    return inherited(objective, "ihl-distinction") if objective else None


@requirement(
    "war-proportion",
    "Proportion in war",
    "Was the civilian harm to be expected within what the gain of the attack allows?",
    question="proportionality",
    sources=(src.EXCESSIVE,),
)
def war_proportion(case: Case) -> Answer | None:
    """Inside a war proportion is that of the single attack, not of the war to its cause."""
    if case.fact("inside_war") is not True:
        return None
    answer = case.answer("ihl-proportionality")
    return inherited(answer, "ihl-proportionality") if answer else None


_PARTS = ("ihl-distinction", "ihl-proportionality", "ihl-precautions", "humanitarian-access", *PARTS)


def _gravest(case: Case) -> RuleSeverity:
    """A summary is as grave as what it sums up: precautions left out are serious, the rest is grave."""
    grave = any(case.verdict(rule) == "unlawful" for rule in _PARTS if rule not in ("ihl-precautions", "detention"))
    return "grave" if grave else "serious"


@norm(
    "ihl-conduct",
    "Law of armed conflict",
    "Did the conduct of hostilities keep the law of armed conflict?",
    question="ihl",
    head="conduct",
    owed_to="all",
    sources=(src.DISTINCTION, src.HAGUE_OCCUPATION),
    severity="grave",
)
def ihl_conduct(case: Case) -> Answer | None:
    """All its rules together; they bind the victim of aggression and the aggressor alike."""
    if case.need("response_kind") == "physical-barrier" and case.fact("territory_held") in ("prolonged", "annexed"):
        return breach("A barrier on occupied land changed its status and harmed those who live there.")
    if all(case.answer(rule) is None for rule in _PARTS):
        return None
    answer = all_hold(case, _PARTS, "No rule of armed conflict was found broken: targets, harm, precautions, relief.")
    return replace(answer, severity=_gravest(case)) if answer.verdict == "unlawful" else answer


RULES: tuple[Rule, ...] = (
    ihl_distinction,
    ihl_proportionality,
    ihl_precautions,
    humanitarian_access,
    war_necessity,
    war_proportion,
    investigate_redress,
    ihl_conduct,
)
