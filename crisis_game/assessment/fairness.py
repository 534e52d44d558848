"""Fairness among members and towards others: burdens against means, like cases treated alike (doctrine 5.2)."""

from __future__ import annotations

from itertools import combinations

from crisis_game.assessment.model import Burden, BurdenSharing, Consistency, LikeCase
from crisis_game.conditions.grades import grade_rank
from crisis_game.engine import ground
from crisis_game.engine.state import ActiveMeasure, State
from crisis_game.scenario.ids import ClaimId, IncidentId
from crisis_game.scenario.model import Scenario

DEATHS = ((50, 4), (10, 3), (1, 2))
"""From so many dead, so grave, of 4; the steps of the judge's own table for attacks."""

DAMAGE = {"extensive": 2, "limited": 1}
STEP_OF_RUNG = 10
"""What one rung of difference that the cases do not explain counts, of 100."""

EXPLAINED = 2
"""Rungs that one step of gravity, or one grade of evidence, explains."""


def burden_sharing(scenario: Scenario, state: State) -> BurdenSharing:
    """Shares of cost beside shares of means, and how far they lie apart."""
    cost = {one: state.accounts[one].given + state.accounts[one].redress for one in scenario.members}
    means = {one: sum(scenario.states[one].means.values()) for one in scenario.members}
    total, able = sum(cost.values()), sum(means.values())
    members = tuple(
        Burden(one, cost[one], means[one], _share(cost[one], total), _share(means[one], able))
        for one in scenario.members
    )
    if not total or not able:
        return BurdenSharing(members, None, None)
    apart = sum(abs(cost[one] * able - means[one] * total) for one in scenario.members)
    ratios = [1000 * cost[one] // means[one] for one in scenario.members if means[one]]
    return BurdenSharing(members, 100 * apart // (2 * total * able), gini(ratios))


def gini(values: list[int]) -> int | None:
    """The Gini coefficient in per cent, floored; None where all values are 0."""
    total = sum(values)
    if not total:
        return None
    differences = sum(abs(one - other) for one in values for other in values)
    return 100 * differences // (2 * len(values) * total)


def _share(part: int, whole: int) -> int:
    return 100 * part // whole if whole else 0


def consistency(scenario: Scenario, state: State) -> Consistency:
    """Incidents with somebody responsible, and how differently members answered them."""
    cases = tuple(_case(scenario, state, id_) for id_ in sorted(state.world.incidents))
    named = tuple(one for one in cases if one.author is not None)
    pairs = [(_unlike(one, other), (one.incident, other.incident)) for one, other in combinations(named, 2)]
    if not pairs:
        return Consistency(named, None, None)
    unlike, pair = max(pairs)
    return Consistency(named, unlike, pair)


def _unlike(one: LikeCase, other: LikeCase) -> int:
    explained = EXPLAINED * (abs(one.gravity - other.gravity) + abs(one.grade - other.grade))
    return max(0, min(100, STEP_OF_RUNG * (abs(one.rung - other.rung) - explained)))


def _case(scenario: Scenario, state: State, incident: IncidentId) -> LikeCase:
    sheet, known = scenario.incidents[incident], state.knowledge.public
    about = [one for one in scenario.claims.values() if one.incident == incident and one.accuses and one.id in known]
    grades = [grade_rank(known[one.id]) for one in about]
    return LikeCase(
        incident=incident,
        author=sheet.author,
        member=sheet.author in scenario.members,
        gravity=_gravity(scenario, state, incident),
        grade=max(grades, default=-1),
        rung=_answered_with(scenario, state, incident),
    )


def _gravity(scenario: Scenario, state: State, incident: IncidentId) -> int:
    facts = ground.plain_facts(scenario, state, incident)
    deaths = facts.get("deaths")
    dead = deaths if isinstance(deaths, int) else scenario.incidents[incident].dead
    by_deaths = next((step for least, step in DEATHS if dead >= least), 0)
    return max(by_deaths, DAMAGE.get(str(facts.get("damage")), 0))


def _answered_with(scenario: Scenario, state: State, incident: IncidentId) -> int:
    """The highest rung of what members did about an incident; 0 for nothing."""
    public = ground.public(scenario, state)
    about = [one for one in state.begun if public.answered(_claims(scenario, state, one)) == incident]
    return max((scenario.measures[one.measure].rung for one in about), default=0)


def _claims(scenario: Scenario, state: State, active: ActiveMeasure) -> tuple[ClaimId, ...]:
    text = state.council.texts.get(active.authority or "")
    if text is not None:
        return text.draft.claims
    return tuple(one.id for one in scenario.claims.values() if one.accuses and one.accuses == active.target)
