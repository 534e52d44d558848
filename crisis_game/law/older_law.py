"""The law before the UN Charter: force short of war, reprisal, self-preservation, the Covenant, the Pact of Paris."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.kinds_of_act import excess, is_large, older_law, outside_the_ban, uses_force
from crisis_game.law.norm import Walked, norm, plea, requirement
from crisis_game.law.rule import Answer, Case, Rule, all_hold, breach, contested, inherited, met, view

REPRISAL = ("reprisal-wrong", "reprisal-demand", "reprisal-proportion", "reprisal-blockade")
DEFENCE = ("older-necessity", "older-proportion")


def _uses_force_of_its_day(case: Case) -> bool:
    return older_law(case) and not outside_the_ban(case) and uses_force(case)


@norm(
    "older-force",
    "Force by the law of its day",
    "Was force used in peace, by the law before the Charter, and does anything carry it?",
    question="jus-ad-bellum",
    head="resort",
    engaged=_uses_force_of_its_day,
    excuses=("invitation", "older-defence", "reprisal", "older-intervention"),
    walked=Walked(
        excused="Force was used in peace, and by the law of its day this carries it: {reason:inline}.",
        open="Force was used in peace; whether the law of its day lets anything carry it is open: {reason:inline}.",
        unproven="Force was used in peace; whether anything carries it is not proven: {reason:inline}.",
        unexcused="Force was used against a state in peace, and nothing that the law of its day knew carries it.",
    ),
    sources=(src.NAULILAA, src.CAROLINE, src.PALMAS),
    severity="grave",
)
def older_force(case: Case) -> Answer:
    """War was free to declare; force without war asked for a reason: reprisal, self-preservation, consent."""
    if case.fact("war_declared") is True and case.fact("neutral") != "host":
        return met("War was declared; customary law before the Charter did not ask whether it was just.")
    return breach("Force was used against a state in peace.")


def _is_reprisal(case: Case) -> bool:
    if not older_law(case):
        return False
    claimed = case.fact("claimed_basis")
    return claimed in ("countermeasure", "reprisal") or (
        claimed is None and case.fact("purpose") in ("compliance", "punish", "coerce")
    )


@requirement(
    "reprisal-wrong",
    "Wrong that is answered",
    "Had the state acted against done a wrong first?",
    question="countermeasures",
    sources=(src.NAULILAA, src.CYSNE, src.JURISTS, src.AMBASSADORS),
)
def reprisal_wrong(case: Case) -> Answer | None:
    """A wrong of that very state; an innocent third must not pay for another's (Naulilaa 1928, Cysne 1930)."""
    if not _is_reprisal(case):
        return None
    wrong = case.need("prior_wrong_by_target")
    if wrong == "established":
        return met("The state acted against had done a wrong first.")
    if wrong == "none":
        return breach("The state acted against had done no wrong.")
    author = case.answer("attribution-state")
    if author is not None and author.verdict == "insufficient-facts":
        return inherited(author, "attribution-state")
    return contested(
        "Private persons or unknown men did it; whether the state answers for that is disputed.",
        view(
            "A state answers for crimes against foreigners only if it neglected to prevent or punish them.",
            "unlawful",
            src.JURISTS,
        ),
        view(
            "For foreigners on a public mission it owes special vigilance, and the crime itself shows it wanting.",
            "lawful",
            src.AMBASSADORS,
        ),
        "whether the state neglected what it owed to the victims",
    )


@requirement(
    "reprisal-demand",
    "Demand before reprisal",
    "Was redress demanded first, and in vain?",
    question="countermeasures",
    sources=(src.NAULILAA,),
)
def reprisal_demand(case: Case) -> Answer | None:
    """An unsatisfied demand comes first (Naulilaa 1928)."""
    if not _is_reprisal(case):
        return None
    asked = case.fact("call_made")
    if asked is True or (asked is None and case.need("peaceful_means") in ("partial", "full")):
        return met("Redress was demanded first, and was not given.")
    return breach("No redress was demanded before the reprisal.")


@requirement(
    "reprisal-proportion",
    "Measure of a reprisal",
    "Did the reprisal keep some proportion to the wrong, and the bounds of humanity?",
    question="proportionality",
    sources=(src.NAULILAA,),
)
def reprisal_proportion(case: Case) -> Answer | None:
    """Not measure for measure, but not out of all proportion, nor at the cost of the harmless (Naulilaa 1928)."""
    if not _is_reprisal(case):
        return None
    if case.need("target_type") == "civilian" and case.need("civilian_harm") != "none":
        return breach("The reprisal struck harmless people.")
    if excess(case) > 1:
        return breach("The reprisal was out of all proportion to the wrong.")
    return met("The reprisal kept some proportion to the wrong.")


@requirement(
    "reprisal-blockade",
    "Blockade in peace",
    "Did a blockade in peace keep to the blockaded state's own ships, and hold and not take them?",
    question="countermeasures",
    sources=(src.PACIFIC_BLOCKADE,),
    status="contested",
)
def reprisal_blockade(case: Case) -> Answer | None:
    """Declared and real, free to ships of third states, and nothing confiscated (Institut, Heidelberg 1887)."""
    if case.fact("response_kind") != "blockade" or not _is_reprisal(case):
        return None
    if case.fact("blockade_declared") is False or case.fact("blockade_effective") is False:
        return breach("The blockade in peace was not declared, or not really kept.")
    if case.need("third_state_rights_affected") is True:
        return breach("A blockade in peace may not stop ships of third states.")
    if case.need("assets_taken") is True:
        return breach("A blockade in peace may hold ships, not confiscate them.")
    return met("The blockade in peace was declared, left third states free, and gave the ships back.")


@plea(
    "reprisal",
    "Reprisal",
    "Was it a reprisal as the law before the Charter allowed it?",
    question="countermeasures",
    conditions=REPRISAL,
    sources=(src.NAULILAA,),
)
def reprisal(case: Case) -> Answer | None:
    """Wrong, demand in vain, proportion; with force or without (Naulilaa 1928)."""
    if not _is_reprisal(case):
        return None
    return all_hold(case, REPRISAL, "A wrong came first, redress was demanded in vain, and the answer kept proportion.")


def _is_defence(case: Case) -> bool:
    if not _uses_force_of_its_day(case):
        return False
    if case.fact("claimed_basis") in ("self-defence", "collective-self-defence"):
        return True
    return case.fact("claimed_basis") is None and case.fact("purpose") in (
        "self-defence",
        "prevent",
        "self-protection",
        "rescue-nationals",
    )


@requirement(
    "older-necessity",
    "Necessity of self-defence",
    "Was the need instant and overwhelming, and no choice of means left?",
    question="necessity",
    sources=(src.CAROLINE,),
)
def older_necessity(case: Case) -> Answer | None:
    """A need that leaves no choice of means and no moment for deliberation (Caroline, 1837-1842)."""
    if not _is_defence(case):
        return None
    if case.need("attack_timing") not in ("imminent", "ongoing"):
        return breach("Nothing was under way or about to fall that could not wait.")
    weight, means = case.need("attack_gravity"), case.need("peaceful_means")
    if weight == "armed-attack":
        return met("An attack was under way or about to fall, and left no choice of means.")
    if weight == "below-threshold" or means == "none":
        return breach("There was a choice of means, and it was not used.")
    return contested(
        "Something less than an attack went on, and milder means had been tried.",
        view("What the host could not or would not stop might be stopped on its soil.", "lawful", src.CAROLINE_BRITAIN),
        view("The need was not so instant that it left no moment for deliberation.", "unlawful", src.CAROLINE),
        "whether any other means was left in the time there was",
    )


@requirement(
    "older-proportion",
    "Measure of self-defence",
    "Was nothing done that the need did not ask for?",
    question="proportionality",
    sources=(src.CAROLINE,),
)
def older_proportion(case: Case) -> Answer | None:
    """What necessity justifies it also limits: nothing unreasonable or excessive (Caroline, 1837-1842)."""
    if not _is_defence(case):
        return None
    if excess(case) > 0 or case.need("target_type") == "civilian":
        return breach("More was done than the need asked for.")
    return met("Nothing was done that the need did not ask for.")


@plea(
    "older-defence",
    "Self-preservation",
    "Was it self-defence as the law before the Charter knew it?",
    question="self-defence",
    conditions=DEFENCE,
    sources=(src.CAROLINE,),
)
def older_defence(case: Case) -> Answer | None:
    """Instant need, and nothing beyond it (Caroline, 1837-1842)."""
    if not _is_defence(case):
        return None
    return all_hold(case, DEFENCE, "An instant need left no choice of means, and nothing was done beyond it.")


@plea(
    "older-intervention",
    "Intervention by right",
    "Did a treaty give the right to intervene, or did atrocities call for it?",
    question="non-intervention",
    sources=(src.OPPENHEIM, src.DRAGO),
    status="contested",
)
def older_intervention(case: Case) -> Answer | None:
    """A treaty could give the right; for humanity's sake it was claimed, and never agreed (Oppenheim 1912)."""
    if not _uses_force_of_its_day(case):
        return None
    if case.fact("treaty_preconsent") is True:
        if case.need("treaty_scope") == "inside":
            return met("A treaty gave the right to intervene on this ground.")
        return breach("The treaty gave a right to intervene, and not on this ground.")
    if case.fact("purpose") != "humanitarian" or case.fact("humanitarian_emergency") != "documented":
        return None
    return contested(
        "Force was used to end atrocities against a state's own people.",
        view("When a state shocks the conscience of mankind, others may step in.", "lawful", src.OPPENHEIM),
        view("No state is judge of another's rule at home.", "unlawful", src.DRAGO),
        "whether the law of the day knew intervention for humanity's sake",
    )


def _bound_by_covenant(case: Case) -> bool:
    if case.fact("law_of") != "interwar" or case.fact("covenant_bound") is not True:
        return False
    return case.fact("war_declared") is True or _uses_force_of_its_day(case)


@norm(
    "covenant",
    "Covenant of the League",
    "Did a member go to war, or use force, before the dispute had gone its peaceful way?",
    question="peaceful-settlement",
    head="resort",
    owed_to="all",
    engaged=_bound_by_covenant,
    sources=(src.COVENANT_SETTLE, src.COVENANT_TERRITORY, src.COVENANT_GAP, src.JURISTS),
    severity="grave",
)
def covenant(case: Case) -> Answer:
    """Disputes go to arbiters or the Council first; of force short of war the Council judges (Covenant, Article 12)."""
    defence = case.answer("older-defence")
    if defence is not None and defence.verdict == "lawful":
        return met("The Covenant left self-defence untouched.")
    if case.fact("war_declared") is True:
        return _war(case)
    if case.fact("council_ordered_end") is True:
        return breach(
            "Force was used, and the Council of the League, whose it is to judge of that, called for its end."
        )
    return contested(
        "Force was used that was not meant as war, and the Council of the League did not pronounce on it.",
        view("Measures of coercion short of war may agree with the Covenant.", "lawful", src.JURISTS),
        view(
            "The territory of members is to be respected, and disputes go to the Council first.",
            "unlawful",
            src.COVENANT_TERRITORY,
        ),
        "whether the Covenant forbids coercion that is not meant as war",
    )


def _war(case: Case) -> Answer:
    if case.need("peaceful_means") != "full":
        return breach("War was made before arbiters or the Council had had the dispute and three months had passed.")
    return contested(
        "War was made after the dispute had gone its whole peaceful way in vain.",
        view(
            "Where the Council's report is not unanimous, members keep their freedom of action.",
            "lawful",
            src.COVENANT_GAP,
        ),
        view(
            "War against a member touches its territory, which all have to respect.", "unlawful", src.COVENANT_TERRITORY
        ),
        "whether the Covenant left a right to war when its procedures failed",
    )


def _bound_by_pact(case: Case) -> bool:
    if case.fact("law_of") != "interwar" or case.fact("pact_bound") is not True:
        return False
    return case.fact("war_declared") is True or _uses_force_of_its_day(case)


@norm(
    "pact-of-paris",
    "Pact of Paris",
    "Was war used as an instrument of national policy?",
    question="jus-ad-bellum",
    head="resort",
    owed_to="all",
    engaged=_bound_by_pact,
    excuses=("older-defence",),
    walked=Walked(
        excused="War was renounced, and self-defence with it was not: {reason:inline}.",
        open="War was renounced as a means of policy; whether this was self-defence is open: {reason:inline}.",
        unproven="War was renounced as a means of policy; whether this was self-defence is not proven: "
        "{reason:inline}.",
        unexcused="War, which both states had renounced, was made a means of policy.",
    ),
    sources=(src.PACT, src.PACT_MEANS),
    severity="grave",
)
def pact_of_paris(case: Case) -> Answer:
    """War is renounced as an instrument of policy, and disputes are settled by pacific means (Pact of Paris, 1928)."""
    if case.fact("war_declared") is True or is_large(case):
        return breach("War was made as a means of policy.")
    return contested(
        "Force was used that was not meant as war.",
        view("Only war is renounced.", "lawful", src.PACT),
        view(
            "Disputes are never settled but by pacific means; force short of war is none.", "unlawful", src.PACT_MEANS
        ),
        "whether the Pact reaches force short of war",
    )


def _recognises(case: Case) -> bool:
    return case.fact("recognised_rebels") is True


@norm(
    "premature-recognition",
    "Recognition too soon",
    "Was a revolted part recognised as a state while the parent state still fought for it?",
    question="non-intervention",
    head="measure",
    engaged=_recognises,
    sources=(src.LAUTERPACHT, src.FRIENDLY_RELATIONS),
)
def premature_recognition(case: Case) -> Answer:
    """While the parent state struggles with a prospect of success, recognition is intervention in its affairs."""
    if case.need("parent_struggles") is True:
        return breach("A revolted part was recognised while the parent state still fought with a prospect of success.")
    return met("The parent state had given the struggle up, or had lost it, when the new state was recognised.")


RULES: tuple[Rule, ...] = (
    reprisal_wrong,
    reprisal_demand,
    reprisal_proportion,
    reprisal_blockade,
    reprisal,
    older_necessity,
    older_proportion,
    older_defence,
    older_intervention,
    older_force,
    covenant,
    pact_of_paris,
    premature_recognition,
)
