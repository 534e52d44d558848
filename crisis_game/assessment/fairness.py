"""Fairness among members and towards others: burdens against means, like cases treated alike (doctrine 5.2)."""

from __future__ import annotations

from itertools import combinations

from crisis_game.assessment.model import Burden, BurdenSharing, Consistency, LikeCase
from crisis_game.conditions.grades import grade_rank
from crisis_game.engine import legal_situation
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
    cost = {member: state.accounts[member].given + state.accounts[member].redress for member in scenario.members}
    means = {member: sum(scenario.states[member].means.values()) for member in scenario.members}
    total, able = sum(cost.values()), sum(means.values())
    members = tuple(
        Burden(member, cost[member], means[member], _share(cost[member], total), _share(means[member], able))
        for member in scenario.members
    )
    if not total or not able:
        return BurdenSharing(members, None, None)
    apart = sum(abs(cost[member] * able - means[member] * total) for member in scenario.members)
    ratios = [1000 * cost[member] // means[member] for member in scenario.members if means[member]]
    return BurdenSharing(members, 100 * apart // (2 * total * able), gini(ratios))


def gini(values: list[int]) -> int | None:
    """The Gini coefficient in per cent, floored; None where all values are 0."""
    total = sum(values)
    if not total:
        return None
    differences = sum(abs(value - other) for value in values for other in values)
    return 100 * differences // (2 * len(values) * total)


def _share(part: int, whole: int) -> int:
    return 100 * part // whole if whole else 0


def consistency(scenario: Scenario, state: State) -> Consistency:
    """Incidents with somebody responsible, and how differently members answered them."""
    cases = tuple(_case(scenario, state, id_) for id_ in sorted(state.world.incidents))
    named = tuple(case for case in cases if case.author is not None)
    pairs = [(_unlike(first, other), (first.incident, other.incident)) for first, other in combinations(named, 2)]
    if not pairs:
        return Consistency(named, None, None)
    unlike, pair = max(pairs)
    return Consistency(named, unlike, pair)


def _unlike(first: LikeCase, other: LikeCase) -> int:
    explained = EXPLAINED * (abs(first.gravity - other.gravity) + abs(first.grade - other.grade))
    return max(0, min(100, STEP_OF_RUNG * (abs(first.rung - other.rung) - explained)))


def _case(scenario: Scenario, state: State, incident: IncidentId) -> LikeCase:
    sheet, known = scenario.incidents[incident], state.knowledge.public
    about = [
        claim
        for claim in scenario.claims.values()
        if claim.incident == incident and claim.accuses and claim.id in known
    ]
    grades = [grade_rank(known[claim.id]) for claim in about]
    return LikeCase(
        incident=incident,
        author=sheet.author,
        member=sheet.author in scenario.members,
        gravity=_gravity(scenario, state, incident),
        grade=max(grades, default=-1),
        rung=_answered_with(scenario, state, incident),
    )


def _gravity(scenario: Scenario, state: State, incident: IncidentId) -> int:
    facts = legal_situation.public(scenario, state).trigger(incident).values
    deaths = facts.get("deaths")
    dead = deaths if isinstance(deaths, int) else scenario.incidents[incident].dead
    by_deaths = next((step for least, step in DEATHS if dead >= least), 0)
    return max(by_deaths, DAMAGE.get(str(facts.get("damage")), 0))


def _answered_with(scenario: Scenario, state: State, incident: IncidentId) -> int:
    """The highest rung of what members did about an incident; 0 for nothing."""
    public = legal_situation.public(scenario, state)
    about = [active for active in state.begun if public.answered(_claims(scenario, state, active)) == incident]
    return max((scenario.measures[active.measure].rung for active in about), default=0)


def _claims(scenario: Scenario, state: State, active: ActiveMeasure) -> tuple[ClaimId, ...]:
    text = state.council.texts.get(active.authority or "")
    if text is not None:
        return text.draft.claims
    return tuple(claim.id for claim in scenario.claims.values() if claim.accuses and claim.accuses == active.target)
