"""What members owe to the Security Council's decisions, and what these can carry (UN Charter, 25, 41, 103)."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.kinds_of_act import uses_or_threatens
from crisis_game.law.norm import Walked, norm, plea, requirement
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, inherited, met, view


@requirement(
    "unsc-binding",
    "Binding text",
    "Does the Council's text on this conduct bind, or does it urge?",
    question="unsc-authorisation",
    sources=(src.CARRY_OUT, src.NAMIBIA, src.KOSOVO),
    layer="un-charter",
)
def unsc_binding(case: Case) -> Answer | None:
    """Found from the terms, the debates, the articles invoked and all circumstances (Namibia 1971; Kosovo 2010)."""
    words, decided = case.fact("council_words"), case.fact("council_decided")
    if decided is True or words == "decides":
        return met("The Council decided, and its decision binds.")
    meant = case.fact("council_duty_meant")
    if meant is True and words is not None:
        return met("The debates and the articles invoked show that the Council meant a duty.")
    if words in ("urges", "authorises") or meant is False:
        return breach("The Council's text urges or permits; it puts no duty on anybody.")
    if words in ("demands", "calls-upon"):
        if case.fact("council_chapter") == "vi":
            return breach("A call made for the settlement of a dispute recommends; it puts no duty on anybody.")
        return _CALLS
    return None if decided is None else breach("The Council did not decide anything on this conduct.")


_CALLS = contested(
    "The Council demanded or called for something, and did not say that it decided.",
    view("Read with its context, a demand under the Council's powers to act is a decision.", "lawful", src.NAMIBIA),
    view("What is not put as a decision is not one.", "unlawful", src.CARRY_OUT),
    "whether the words, read with debates and circumstances, put a duty on members",
)


@requirement(
    "council-power",
    "Powers of the Council",
    "Was what the Council did within its powers?",
    question="institutional-competence",
    sources=(src.COUNCIL_POWERS, src.THREAT_FOUND, src.NAMIBIA, src.LOCKERBIE),
    layer="un-charter",
)
def council_power(case: Case) -> Answer | None:
    """A threat is found (39), then measures follow: provisional (40), without force (41), with it (42)."""
    binding = case.answer("unsc-binding")
    if binding is None:
        return None
    if binding.verdict == "unlawful":
        return met("The Council recommended, as its powers to settle disputes allow.")
    limits = case.answer("council-limits")
    if limits is not None and limits.verdict == "contested":
        return inherited(limits, "council-limits")
    if case.fact("council_found_threat") is False:
        return breach("Measures were decided, and no threat to the peace was found; without it none can be.")
    if case.fact("council_chapter") == "vii" or case.fact("council_found_threat") is True:
        return met("The Council found a threat to the peace and decided on it; members do not review that.")
    return None


@plea(
    "council-limits",
    "Limits of the Council",
    "Does the Charter, or law from which none may depart, keep the decision from binding here?",
    question="institutional-competence",
    sources=(src.SELF_DEFENCE, src.PURPOSES, src.LAUTERPACHT_1993, src.AL_DULIMI, src.PRIMACY),
    layer="un-charter",
    status="contested",
)
def council_limits(case: Case) -> Answer | None:
    """An embargo that disarms the victim of an attack, or a listing that no court may see: argued, never settled."""
    if case.fact("obeyed_council") is not False or case.verdict("unsc-binding") == "unlawful":
        return None
    if _arms_the_victim(case):
        return contested(
            "The Council's decision, as it stood, kept help from the victim of an attack that went on.",
            view(
                "The inherent right, and law from which none may depart, stand above it.",
                "lawful",
                src.LAUTERPACHT_1993,
            ),
            view("The decision binds until the Council itself lifts it.", "unlawful", src.CARRY_OUT, src.PRIMACY),
            "whether a decision can take help from the victim of an attack",
        )
    if case.fact("refused_for_rights") is True:
        return contested(
            "The decision was left undone to spare fundamental rights.",
            view("It must leave room for a court to see that it is not arbitrary.", "lawful", src.AL_DULIMI, src.KADI),
            view("Duties under the Charter prevail over every other treaty.", "unlawful", src.PRIMACY),
            "whether a decision can set fundamental rights aside",
        )
    return None


def _arms_the_victim(case: Case) -> bool:
    attacked = case.fact("attack_gravity") == "armed-attack" and case.fact("attack_timing") == "ongoing"
    asked = case.fact("victim_requested_help") is True or case.fact("actor_standing") == "injured"
    return attacked and asked and case.fact("council_measures_effective") is not True


def _under_a_text(case: Case) -> bool:
    return case.answer("unsc-binding") is not None


@norm(
    "unsc-decision-comply",
    "Comply with decision",
    "Did the actor carry out what the Council decided?",
    question="unsc-authorisation",
    head="resort",
    owed_to="council",
    engaged=_under_a_text,
    argued=("council-limits",),
    walked=Walked(
        excused="The Council's decision was not carried out, and this excuses it: {reason:inline}.",
        open="The Council's decision was not carried out. Whether it binds here is open: {reason:inline}.",
        unproven="The Council's decision was not carried out, and whether it binds here is not proven: "
        "{reason:inline}.",
        unexcused="The Council decided in binding words, and the actor did not obey. National law, an older treaty, "
        "neutrality, hardship or breaches by others are no excuse.",
    ),
    sources=(src.CARRY_OUT, src.PRIMACY, src.ASSISTANCE, src.VCLT_NATIONAL_LAW, src.NAMIBIA),
    layer="un-charter",
)
def unsc_decision_comply(case: Case) -> Answer | None:
    """Members carry out what the Council decides (UN Charter, Article 25); what it urges is weighed in good faith."""
    binding = case.answer("unsc-binding")
    if binding is None or binding.verdict == "unlawful":
        return met("The Council's text put no duty on the actor.")
    if case.need("obeyed_council") is True:
        return met("The actor carried out the Council's decision.")
    if binding.verdict == "contested":
        return inherited(_unobeyed(), "unsc-binding")
    return breach("The Council decided in binding words, and the actor did not obey.")


def _unobeyed() -> Answer:
    return contested(
        "The Council demanded or called for something that the actor did not do.",
        view("Read with its context, the text is a decision, and it was not carried out.", "unlawful", src.NAMIBIA),
        view("What is not put as a decision leaves members free.", "lawful", src.CARRY_OUT),
        "whether the words, read with debates and circumstances, put a duty on members",
    )


@plea(
    "council-order",
    "Order of the Council",
    "Does a decision of the Council order what a treaty forbids?",
    question="treaty-law",
    sources=(
        src.PRIMACY,
        src.CARRY_OUT,
        src.LOCKERBIE,
        src.AL_JEDDA,
        src.AL_JEDDA_LORDS,
        src.AL_DULIMI,
        src.KADI,
    ),
    layer="un-charter",
)
def council_order(case: Case) -> Answer | None:
    """Duties under the Charter prevail over any other treaty, older or later (103); a leave is no order (Al-Jedda)."""
    if case.fact("council_decided") is not True or case.fact("obeyed_council") is False:
        return None
    if case.fact("council_mandate") == "outside" or case.fact("unsc_authorisation") == "exceeded":
        return None
    ordered = case.fact("council_requires")
    if ordered is None:
        return None
    if case.fact("rights_touched") is True:
        return _set_aside_in_so_many_words() if ordered else _only_permitted()
    if ordered:
        return met("The Council's decision orders the act, and prevails over any other treaty.")
    return contested(
        "The Council's decision permits the act and does not order it.",
        view("What the Council authorises prevails as what it orders does.", "lawful", src.AL_JEDDA_LORDS),
        view("Only an obligation prevails; a permission leaves other duties standing.", "unlawful", src.PRIMACY),
        "whether a permission of the Council prevails over a treaty",
    )


def _only_permitted() -> Answer:
    return contested(
        "The Council permitted measures, and the actor touched fundamental rights under that permission.",
        view("What the Council authorises prevails over treaties on rights too.", "lawful", src.AL_JEDDA_LORDS),
        view("The Council is presumed not to want rights broken unless it says so clearly.", "unlawful", src.AL_JEDDA),
        "whether a permission of the Council sets fundamental rights aside",
        leaning="unlawful",
    )


def _set_aside_in_so_many_words() -> Answer:
    return contested(
        "The Council ordered a measure that touches fundamental rights.",
        view("The order prevails over every other treaty.", "lawful", src.PRIMACY),
        view("It is read so that rights, and a court's review, are kept as far as they can be.", "unlawful",
             src.AL_DULIMI, src.KADI),
        "how far an order of the Council sets fundamental rights aside",
    )  # fmt: skip


def _touches_rights_under_a_mandate(case: Case) -> bool:
    if case.answer("sanctions-due-process") is not None:
        return False
    relied_on = case.fact("claimed_basis") == "mandate" or case.fact("unsc_authorisation") == "prior"
    return case.fact("rights_touched") is True and relied_on


@norm(
    "rights-under-mandate",
    "Rights under a mandate",
    "Were fundamental rights touched, and does a decision of the Council set them aside?",
    question="treaty-law",
    head="measure",
    owed_to="persons",
    engaged=_touches_rights_under_a_mandate,
    argued=("council-order",),
    walked=Walked(
        excused="Fundamental rights were touched, and this carries it: {reason:inline}.",
        open="Fundamental rights were touched. Whether the Council's decision carries that is open: {reason:inline}.",
        unproven="Fundamental rights were touched, and whether the Council's decision carries that is not proven: "
        "{reason:inline}.",
        unexcused="Fundamental rights were touched, and no decision of the Council sets them aside.",
    ),
    sources=(src.AL_JEDDA, src.NADA, src.KADI, src.PRIMACY),
    severity="grave",
)
def rights_under_mandate(_: Case) -> Answer:
    """A mandate is read as leaving human rights in place, unless it says otherwise in clear words (Al-Jedda 2011)."""
    return breach("Fundamental rights were touched under a mandate.")


@norm(
    "un-force",
    "Force of the United Nations",
    "Was a force of the United Nations hindered or attacked?",
    question="unsc-authorisation",
    head="measure",
    owed_to="council",
    sources=(src.ASSISTANCE, src.CARRY_OUT, src.UNEF, src.EXPENSES),
    layer="un-charter",
    severity="grave",
)
def un_force(case: Case) -> Answer | None:
    """Members give every assistance (2(5)); a host may end what rests on its consent, not what the Council decided."""
    if case.fact("un_force_obstructed") is None:
        return None
    if case.fact("un_force_obstructed") is False:
        return met("The force of the United Nations was left free to do its work.")
    if case.fact("consent_withdrawn") is not True or case.fact("council_chapter") == "vii":
        return breach("A force of the United Nations was hindered or attacked in its work.")
    if uses_or_threatens(case):
        return breach("A force whose host had ended its consent may be asked to leave, not driven out by force.")
    return contested(
        "The host ended its consent to a force that rested on it, and kept the force from its work.",
        view("What rests on consent ends with it.", "lawful", src.UNEF),
        view("Consent once given binds in good faith until the force has done its task.", "unlawful", src.EXPENSES),
        "whether a host may end its consent before the task is done",
    )


@requirement(
    "council-hardship",
    "Consultation on hardship",
    "Was the Council consulted about special economic problems from its measures?",
    question="consultation",
    sources=(src.HARDSHIP,),
    layer="un-charter",
)
def council_hardship(case: Case) -> Answer | None:
    """A right to consult the Council (50), which does not suspend the duty to carry its measures out."""
    measures = case.fact("council_measures_in_force") is True and case.fact("use_of_force") == "none"
    if not measures or case.fact("consultation_requested") is not True or case.fact("council_informed") is not True:
        return None
    return met("The Council was consulted about the hardship; that puts off no duty.")


RULES: tuple[Rule, ...] = (
    unsc_binding,
    council_limits,
    council_power,
    unsc_decision_comply,
    council_order,
    rights_under_mandate,
    un_force,
    council_hardship,
)
