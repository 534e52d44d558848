"""Soft facts of the vocabulary from raw ones, by small tables; where both are there, the raw fact wins.

`TABLES` names for each soft fact the raw facts it is read from and the function that reads them. A function answers
None where the raw facts do not settle the matter; the soft fact then stays as it was given, or unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from crisis_game.law.conduct import UNPROVEN, Conduct, FactValue, ProcedureFact

Facts = Mapping[str, FactValue]
MANY_DEATHS = 10
"""From this many deaths an attack is an armed attack, if it also did damage, spread, was repeated or struck a state."""
HEAVY_OWN_HARM = 8
"""From this many points civilian harm is heavy; from 1 it is limited."""
_HARM_OF_TRIGGER = ((0, "none"), (3, "low"), (8, "moderate"), (15, "severe"))
_DELAYS = ((0, "same-day"), (6, "days"), (59, "weeks"), (729, "months"))
_DAYS_AT_ONCE = 7
_MEANS_FOR_FULL = 3


def _number(facts: Facts, name: str) -> int | None:
    value = facts.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _attack_gravity(facts: Facts) -> FactValue:
    """Scale and effects (Nicaragua 1986): deaths, damage, area, object; a series where one blow does not decide."""
    deaths = _number(facts, "deaths")
    damage = facts.get("damage")
    if deaths is None and damage is None:
        return None
    if (deaths or 0) >= MANY_DEATHS and _has_scale(facts):
        return "armed-attack"
    if damage == "extensive" and facts.get("area") == "wide":
        return "armed-attack"
    if (deaths or 0) > 0 and facts.get("object") in ("military", "state") and facts.get("area") != "point":
        return "armed-attack"
    serious = (deaths or 0) > 0 or damage == "extensive" or facts.get("series") is True
    return "disputed" if serious else "below-threshold"


def _has_scale(facts: Facts) -> bool:
    """Whether anything beside the number of dead speaks for scale: no number decides alone."""
    spread = facts.get("area") in ("local", "wide") or facts.get("damage") in ("limited", "extensive")
    return spread or facts.get("series") is True or facts.get("object") in ("state", "military")


def _attributed(facts: Facts) -> FactValue:
    """Whose act it was (ARSIWA 4, 8, 11), and how well that is shown."""
    author, grade = facts.get("attack_author"), facts.get("author_grade")
    if facts.get("adopted_by_state") is True:
        return "established"
    if UNPROVEN in (author, grade):
        return UNPROVEN
    if author is None or grade is None:
        return None
    if author in ("accident", "private"):
        return "not-shown"
    if author == "unknown" or grade == "rumoured":
        return "not-shown"
    if not _is_the_states(facts):
        return "disputed" if facts.get("control") == "overall" else "not-shown"
    return "established" if grade == "established" else "disputed"


def _is_the_states(facts: Facts) -> bool:
    return (
        facts.get("attack_author") in ("state-organ", "directed-group")
        or facts.get("ordered_by") == "state"
        or facts.get("control") == "effective"
    )


def _attribution_dispute(facts: Facts) -> FactValue:
    """Of a disputed author: whether proof is wanting, or the law on control is open."""
    if facts.get("attack_author") is None or _attributed(facts) != "disputed":
        return None
    return "control" if not _is_the_states(facts) else "evidence"


def _prior_wrong(facts: Facts) -> FactValue:
    attributed = _attributed(facts)
    if attributed is None:
        return None
    return attributed if attributed in ("established", "disputed", UNPROVEN) else "none"


def _peaceful_means(facts: Facts) -> FactValue:
    tried = facts.get("means_tried")
    if not isinstance(tried, str):
        return None
    count = len({means.strip() for means in tried.split("+")} & {"demand", "talks", "mediation", "council", "inquiry"})
    if count == 0:
        return "none"
    return "full" if count >= _MEANS_FOR_FULL else "partial"


def _purpose(facts: Facts) -> FactValue:
    """The stated aim, overruled by effects beyond it; with force, only where those effects are known."""
    aim = facts.get("text_aim")
    bounds_known = {"territory_held", "government_replaced"} <= facts.keys() or facts.get("use_of_force") == "none"
    if aim is None or not bounds_known:
        return None
    if facts.get("territory_held") == "annexed":
        return "territorial-gain"
    if facts.get("government_replaced") is True and aim not in ("pro-democracy", "self-defence", "humanitarian"):
        return "regime-change"
    return aim


def _continued(facts: Facts) -> FactValue:
    reached = facts.get("aim_reached")
    if facts.get("consent_withdrawn") is True:
        return True
    if reached is None:
        return None
    rounds = _number(facts, "rounds_after_aim")
    if reached is False:
        return False
    return None if rounds is None else rounds > 0


def _due_process(facts: Facts) -> FactValue:
    guarantees = [facts.get(name) for name in ("reasons_published", "hearing_given", "review_set")]
    if all(value is None for value in guarantees):
        return None
    if all(value is True for value in guarantees):
        return "full"
    return "partial" if True in guarantees else "none"


def _civilian_harm(facts: Facts) -> FactValue:
    harm = _number(facts, "own_harm")
    if harm is None:
        return None
    if harm == 0:
        return "none"
    return "heavy" if harm >= HEAVY_OWN_HARM else "limited"


def _harm_suffered(facts: Facts) -> FactValue:
    harm = _number(facts, "harm_of_trigger")
    return None if harm is None else _step(harm, _HARM_OF_TRIGGER, "massive")


def _delay(facts: Facts) -> FactValue:
    days = _number(facts, "days_of_delay")
    return None if days is None else _step(days, _DELAYS, "years")


def _step(number: int, steps: Iterable[tuple[int, str]], beyond: str) -> str:
    return next((word for limit, word in steps if number <= limit), beyond)


def _regional_support(facts: Facts) -> FactValue:
    for_, against = _number(facts, "neighbours_for"), _number(facts, "neighbours_against")
    if for_ is None or against is None:
        return None
    if for_ + against == 0:
        return "n/a"
    if for_ >= 2 * against:
        return "broad"
    return "little" if against >= 2 * for_ else "divided"


def _host_posture(facts: Facts) -> FactValue:
    if facts.get("host_harms_own_people") is True:
        return "perpetrator"
    if facts.get("host_helps_author") is True:
        return "supporting"
    if facts.get("host_acts_against_author") is False:
        return "unable-or-unwilling"
    return None


def _emergency(facts: Facts) -> FactValue:
    displaced = _number(facts, "displaced")
    if displaced is None:
        return None
    if displaced == 0:
        return "none"
    return "documented" if facts.get("emergency_confirmed") is True else "claimed"


def _report(facts: Facts) -> FactValue:
    filed, days = facts.get("report_filed"), _number(facts, "days_to_report")
    if filed is not True:
        return filed
    return days is None or days <= _DAYS_AT_ONCE


def _mandate(facts: Facts) -> FactValue:
    return {"none": "none", "inside": "prior", "outside": "exceeded"}.get(str(facts.get("council_mandate")))


def _requested(facts: Facts) -> FactValue:
    return False if facts.get("help_declined") is True else None


def _notice(facts: Facts) -> FactValue:
    notices = (facts.get("call_made"), facts.get("notice_given"))
    if True in notices:
        return True
    return False if notices == (False, False) else None


def _voting_rule(facts: Facts) -> FactValue:
    if facts.get("vote_outcome") == "failed" or False in (facts.get("quorum_met"), facts.get("exclusions_kept")):
        return False
    if facts.get("rule_disputed") is True:
        return "disputed"
    return True if facts.get("vote_outcome") == "adopted" else None


TABLES: Mapping[str, tuple[tuple[str, ...], Callable[[Facts], FactValue]]] = {
    "attack_gravity": (("deaths", "damage", "area", "object", "series"), _attack_gravity),
    "attributed_to_state": (
        ("attack_author", "author_grade", "ordered_by", "control", "adopted_by_state"),
        _attributed,
    ),
    "attribution_dispute": (
        ("attack_author", "author_grade", "ordered_by", "control", "adopted_by_state"),
        _attribution_dispute,
    ),
    "prior_wrong_by_target": (
        ("attack_author", "author_grade", "ordered_by", "control", "adopted_by_state"),
        _prior_wrong,
    ),
    "peaceful_means": (("means_tried",), _peaceful_means),
    "purpose": (("text_aim", "territory_held", "government_replaced"), _purpose),
    "continued_after_objective": (("aim_reached", "rounds_after_aim", "consent_withdrawn"), _continued),
    "due_process": (("reasons_published", "hearing_given", "review_set"), _due_process),
    "civilian_harm": (("own_harm",), _civilian_harm),
    "harm_suffered": (("harm_of_trigger",), _harm_suffered),
    "response_delay": (("days_of_delay",), _delay),
    "regional_support": (("neighbours_for", "neighbours_against"), _regional_support),
    "host_state_posture": (
        ("host_harms_own_people", "host_helps_author", "host_acts_against_author"),
        _host_posture,
    ),
    "humanitarian_emergency": (("displaced", "emergency_confirmed"), _emergency),
    "unsc_reported_art51": (("report_filed", "days_to_report"), _report),
    "unsc_authorisation": (("council_mandate",), _mandate),
    "victim_requested_help": (("help_declined",), _requested),
    "prior_notice": (("call_made", "notice_given"), _notice),
    "voting_rule_met": (("vote_outcome", "quorum_met", "exclusions_kept", "rule_disputed"), _voting_rule),
}
"""For each soft fact: the raw facts it is read from, and how."""

_RAW = frozenset(name for read, _ in TABLES.values() for name in read) - {"territory_held", "government_replaced"}
_FROM_PROCEDURE: Mapping[str, tuple[str, FactValue]] = {
    "report": ("report_filed", True),
    "consultation": ("consulted_before", True),
    "notice": ("notice_given", True),
    "hearing": ("member_heard", True),
    "inquiry": ("inquiry_opened", True),
    "withdrawal": ("consent_withdrawn", True),
}


def settled_facts(conduct: Conduct) -> dict[str, FactValue]:
    """The facts of a conduct with the soft ones filled in; the conduct itself is left as it is."""
    facts = dict(conduct.facts)
    for fact in conduct.procedure:
        _from_procedure(facts, fact)
    return fill(facts)


def fill(facts: dict[str, FactValue]) -> dict[str, FactValue]:
    """Fill the soft facts of `facts` in place from the raw ones among them, and return it."""
    if _RAW.isdisjoint(facts):
        return facts
    filled = {name: read(facts) for name, (needed, read) in TABLES.items() if any(fact in facts for fact in needed)}
    facts.update((name, value) for name, value in filled.items() if value is not None)
    return facts


def _from_procedure(facts: dict[str, FactValue], fact: ProcedureFact) -> None:
    """What a record of procedure says, unless the facts say it already."""
    if fact.kind == "vote" and fact.outcome in ("adopted", "shortfall", "vetoed", "blocked", "no-quorum"):
        facts.setdefault("vote_outcome", "adopted" if fact.outcome == "adopted" else "failed")
    elif fact.kind in _FROM_PROCEDURE:
        name, value = _FROM_PROCEDURE[fact.kind]
        facts.setdefault(name, value)
