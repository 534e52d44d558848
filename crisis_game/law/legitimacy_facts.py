"""What legitimacy is read from: how an act came about, what it did, and how others took it.

An exercise computes these from its log; for an act outside play they are read from its facts and its record. None is
not known: it widens the band of the result and counts neither for nor against.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from crisis_game.law.conduct import FactValue
from crisis_game.law.finding import Judgement, Legality, RuleSeverity, Verdict

Facts = Mapping[str, FactValue]


@dataclass(frozen=True, slots=True)
class ProcessFacts:
    """The numbers and flags behind the sixteen indicators. Shares are whole percents, 0 to 100.

    Attributes:
        legality: overall legality of the act; it weighs in rule fidelity alone.
        severity: of the gravest breach in either word: whether the act might be done, or how it was done.
        consulted: members consulted before the decision.
        heard_share: share of members who spoke before the decision.
        neighbours_heard: neighbours and others affected were heard.
        neighbour_support: share of the neighbours with a stance who support the act.
        member_support: share of members in favour.
        world_support: how outside bodies and states took it: 0 condemned, 50 divided or silent, 100 endorsed.
        reasons_given: facts, basis and aim were published or reported.
        verification: how far the triggering facts were confirmed independently.
        acted_before_answer: force or coercion came before a verification that had been asked for.
        procedure_defects: findings of unlawful procedure.
        rule_disputed: whether the voting rule was kept is disputed.
        unlike_treatment: distance between this response and that to a like case.
        end_set: an end date or bounded time.
        review_set: a review is set or was held.
        way_back: an off-ramp stands, or the measure can be undone.
        harm_alleged: a credible allegation of unlawful harm stands.
        inquiry: an independent inquiry was opened.
        redress: harm was repaired.
        due_process: how far those targeted had reasons, a hearing and a review.
        cause: gravity of what is answered.
        means_tried: peaceful means tried, 0 to 5; asked of force alone, whether used or threatened.
        no_time: an attack under way left no time for peaceful means before force.
        proportion: the judge's answer on proportion.
        excess: steps by which scale exceeds the harm answered; below zero if smaller.
        lasting_hold: territory kept, or a government put in place.
        aim_reached: the stated aim was reached.
        civilian_harm: 0 none, 50 limited, 100 heavy.
        exemptions: food, medicine and relief are exempt.
        aim_worth: how far the aim as conducted serves others than the actor.
        drifted: the act went on or beyond its aim.
        burden_gap: distance between shares of cost and shares of means among those who carry it.
        help_failed: times that help asked for was not given in any form, or a pledge not met.
        kept_back: times that what one knew was kept from the others.
        unrepaired: wrongs that were neither ended nor made good by the next round.
    """

    legality: Legality
    severity: RuleSeverity | None = None
    consulted: bool | None = None
    heard_share: int | None = None
    neighbours_heard: bool | None = None
    neighbour_support: int | None = None
    member_support: int | None = None
    world_support: int | None = None
    reasons_given: bool | None = None
    verification: int | None = None
    acted_before_answer: bool | None = None
    procedure_defects: int | None = None
    rule_disputed: bool | None = None
    unlike_treatment: int | None = None
    end_set: bool | None = None
    review_set: bool | None = None
    way_back: bool | None = None
    harm_alleged: bool | None = None
    inquiry: bool | None = None
    redress: bool | None = None
    due_process: int | None = None
    cause: int | None = None
    means_tried: int | None = None
    no_time: bool | None = None
    proportion: Verdict | None = None
    excess: int | None = None
    lasting_hold: bool | None = None
    aim_reached: bool | None = None
    civilian_harm: int | None = None
    exemptions: bool | None = None
    aim_worth: int | None = None
    drifted: bool | None = None
    burden_gap: int | None = None
    help_failed: int | None = None
    kept_back: int | None = None
    unrepaired: int | None = None


_SUPPORT = {"broad": 100, "divided": 50, "little": 0}
_COUNCIL = {
    "authorised": 100,
    "endorsed": 100,
    "noted": 75,
    "silent": 50,
    "failed-draft": 50,
    "vetoed-draft": 50,
    "demanded-end": 25,
    "condemned": 0,
}
_ASSEMBLY = {"supported": 100, "silent": 50, "called-to-stop": 10, "condemned": 0}
_REGION = {"supported": 100, "divided": 50, "condemned": 0}
_GRADES = {"full": 100, "partial": 50, "none": 0}
_MEANS = {"full": 4, "partial": 2, "none": 0}
_HARM = {"none": 0, "limited": 50, "heavy": 100}
_ATTACK = {"armed-attack": 100, "disputed": 50, "below-threshold": 30}
_AIMS = {
    "humanitarian": 100,
    "peacekeeping": 100,
    "self-defence": 90,
    "pro-democracy": 90,
    "restore-status-quo": 90,
    "assist-government": 85,
    "restore-control": 70,
    "self-protection": 80,
    "rescue-nationals": 70,
    "compliance": 75,
    "enforcement": 75,
    "assert-right": 75,
    "deter": 55,
    "prevent": 55,
    "gather-evidence": 40,
    "protect-interests": 20,
    "punish": 20,
    "coerce": 25,
    "regime-change": 15,
    "territorial-gain": 0,
}
_SCALE = ("none", "low", "moderate", "large", "massive")
_SUFFERED = ("none", "low", "moderate", "severe", "massive")


def process_of(facts: Facts, record: Facts, judgement: Judgement) -> ProcessFacts:
    """The process facts of an act outside play, from its facts and the record of reactions to it."""
    proportion = judgement.questions.get("proportionality")
    forcible = judgement.resort is not None
    process = ProcessFacts(
        legality=judgement.legality,
        severity=judgement.severity if judgement.gravest == "unlawful" else None,
        consulted=_consulted(facts),
        neighbour_support=_SUPPORT.get(str(facts.get("regional_support"))),
        world_support=_world(record),
        reasons_given=_reasons(facts),
        verification=_GRADES.get(str(facts.get("independent_verification"))),
        procedure_defects=sum(1 for finding in judgement.adverse if finding.severity == "procedural"),
        rule_disputed=facts.get("voting_rule_met") == "disputed" if "voting_rule_met" in facts else None,
        end_set=_flag(facts, "duration_limited"),
        way_back=_flag(facts, "reversible"),
        due_process=_GRADES.get(str(facts.get("due_process"))),
        cause=_cause(facts),
        means_tried=_MEANS.get(str(facts.get("peaceful_means"))) if forcible else None,
        no_time=_no_time(facts) if forcible else None,
        proportion=None if proportion in ("not-applicable", "insufficient-facts") else proportion,
        excess=_excess(facts),
        lasting_hold=_lasting_hold(facts),
        civilian_harm=_HARM.get(str(facts.get("civilian_harm"))),
        exemptions=_flag(facts, "humanitarian_exemptions"),
        aim_worth=_AIMS.get(str(facts.get("purpose"))),
        drifted=_flag(facts, "continued_after_objective"),
    )
    return left_undone(process, [facts])


def left_undone(process: ProcessFacts, omissions: Collection[Facts]) -> ProcessFacts:
    """The process facts with several omissions counted in.

    A refusal that no law forbids counts too; but who gives help of its own choice has not withheld it.
    """
    failed = [facts.get("omission") for facts in omissions if facts.get("help_given") is not True]
    return replace(
        process,
        help_failed=sum(kind in _UNHELPFUL for kind in failed) or None,
        kept_back=failed.count("intelligence-withheld") or None,
        unrepaired=failed.count("wrong-not-repaired") or None,
    )


_UNHELPFUL = ("help-refused", "help-unanswered", "pledge-broken")


def _flag(facts: Facts, name: str) -> bool | None:
    value = facts.get(name)
    return value if isinstance(value, bool) else None


def _consulted(facts: Facts) -> bool | None:
    """A body's decision, a mandate or the host's consent shows that others were asked; force by one alone, that not.

    A state under armed attack need not ask first.
    """
    decided = facts.get("regional_body_decision")
    if decided in ("authorised", "recommended") or facts.get("unsc_authorisation") == "prior":
        return True
    if facts.get("consent_of_territorial_state") == "valid":
        return True
    if decided == "opposed":
        return False
    alone = facts.get("use_of_force") in ("minor", "armed", "threat") and decided == "none"
    return False if alone and not _no_time(facts) else None


def _world(record: Facts) -> int | None:
    """The lowest and the mean of the reactions on record, together: one condemnation is not averaged away."""
    seen = [
        scale[str(record.get(name))]
        for name, scale in (("unsc", _COUNCIL), ("unga", _ASSEMBLY), ("regional", _REGION))
        if str(record.get(name)) in scale
    ]
    return (min(seen) + sum(seen) // len(seen)) // 2 if seen else None


def _reasons(facts: Facts) -> bool | None:
    said = [facts.get(name) for name in ("unsc_reported_art51", "prior_notice")]
    if True in said:
        return True
    return False if False in said else None


def _cause(facts: Facts) -> int | None:
    """The gravest of what is answered: an attack, an atrocity, a wrong, or a danger that was confirmed."""
    gravity = facts.get("attack_gravity")
    if gravity is None:
        return None
    shares = [_ATTACK.get(str(gravity), 0)]
    shares.append({"documented": 90, "claimed": 30}.get(str(facts.get("humanitarian_emergency")), 0))
    shares.append({"established": 70, "disputed": 40}.get(str(facts.get("prior_wrong_by_target")), 0))
    if facts.get("unsc_authorisation") == "prior" or facts.get("consent_of_territorial_state") == "valid":
        shares.append(80)
    if facts.get("attack_timing") in ("feared", "imminent"):
        shares.append(45)
    return max(shares)


def _no_time(facts: Facts) -> bool | None:
    if "attack_timing" not in facts or "attack_gravity" not in facts:
        return None
    return facts["attack_timing"] == "ongoing" and facts["attack_gravity"] == "armed-attack"


def _excess(facts: Facts) -> int | None:
    scale, harm = facts.get("scale_of_response"), facts.get("harm_suffered")
    if scale not in _SCALE or harm not in _SUFFERED:
        return None
    return _SCALE.index(str(scale)) - _SUFFERED.index(str(harm))


def _lasting_hold(facts: Facts) -> bool | None:
    if "territory_held" not in facts:
        return None
    if facts["territory_held"] in ("prolonged", "annexed"):
        return True
    by_right = facts.get("purpose") in ("pro-democracy", "humanitarian")
    return facts.get("government_replaced") is True and not by_right
