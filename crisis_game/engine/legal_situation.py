"""What an act stands on, in one reading: the incident it answers, who did that as far as is known, what was tried.

Three readings use it: *public* (what all members know), *known* (what one seat knows) and *true*. What tells them
apart is only who is taken to be the author of an incident, and how surely; deaths and damage are plain to all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from crisis_game.charter.model import Charter
from crisis_game.conditions.grades import GRADES, Grade, grade_rank
from crisis_game.engine.conditions import Facts
from crisis_game.engine.fact_readings import SUSPECTED, Overlay, as_it_is, as_known, seen_rows
from crisis_game.engine.state import ActiveMeasure, Commitments, State
from crisis_game.law.conduct import FactValue
from crisis_game.scenario.fact_rows import ConditionalFacts, rows_of
from crisis_game.scenario.ids import ClaimId, ConsentId, IncidentId, MeasureId, StateId
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.sheets import IncidentSheet

AUTHOR_FACTS = ("attack_author", "ordered_by", "control", "adopted_by_state", "author_grade")
"""Facts of an incident that say who did it: true in one reading, as good as the evidence in the others."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The situation as one reading has it.

    Attributes:
        grades: how sure this reading is of each claim.
        incidents: incidents that have happened, with their rounds.
        trigger: raw facts of an incident in this reading, and those that it cannot have.
        own: what an author says of a measure, in this reading.
        leave: what is said of an act that needs a consent which covers it, or else of one that goes on without.
        givers: who gives each consent; bases: those that are leave to use an asset, and for which measures wait.
        verified: claims that neutral verifiers have confirmed.
        called: whether the other side has been called upon to stop, by a measure whose facts say so.
    """

    charter: Charter
    members: tuple[StateId, ...]
    adversary: StateId | None
    round: int
    round_days: int
    level: int
    grades: Mapping[ClaimId, Grade]
    incidents: Mapping[IncidentId, int]
    trigger: Callable[[IncidentId], Overlay]
    own: Callable[[MeasureId], Overlay]
    leave: Callable[[ConsentId, bool], Overlay]
    givers: Mapping[ConsentId, StateId]
    bases: frozenset[ConsentId]
    verified: frozenset[ClaimId]
    called: bool
    commitments: Commitments
    sheet: Callable[[IncidentId], IncidentSheet]
    claim_incident: Mapping[ClaimId, IncidentId | None]

    def answered(self, claims: Iterable[ClaimId]) -> IncidentId | None:
        """The incident that claims are about: the latest of those that have happened."""
        about = [self.claim_incident.get(claim) for claim in claims]
        happened = [incident for incident in about if incident is not None and incident in self.incidents]
        return max(happened, key=lambda incident: (self.incidents[incident], incident), default=None)


def public(scenario: Scenario, state: State) -> Ground:
    """The reading of what all members know."""
    return _ground(scenario, state, state.knowledge.public, _known_commitments(state, None))


def known(scenario: Scenario, state: State, seat: str) -> Ground:
    """The reading of what one seat knows."""
    grades = {**state.knowledge.public, **state.knowledge.seats.get(seat, {})}
    ground = _ground(scenario, state, grades, _known_commitments(state, seat))
    return replace(ground, claim_incident={id_: ground.claim_incident[id_] for id_ in grades})


def true(scenario: Scenario, state: State) -> Ground:
    """The reading of what is so."""

    def facts(incident: IncidentId) -> Overlay:
        return Overlay({**true_facts(scenario, state, incident), "author_grade": "established"})

    def own(measure: MeasureId) -> Overlay:
        return as_it_is(scenario.measures[measure].facts, Facts(scenario, state))

    def leave(consent: ConsentId, covered: bool) -> Overlay:
        return as_it_is(scenario.consents[consent].said(covered), Facts(scenario, state))

    return _ground(scenario, state, {}, state.commitments, (facts, own, leave))


def rests_on(scenario: Scenario, state: State, active: ActiveMeasure) -> tuple[ClaimId, ...]:
    """The claims that a measure rests on: those of its text; for an act alone, all that accuse its target."""
    text = state.council.texts.get(active.authority or "")
    if text is not None:
        return text.draft.claims
    accusing = (id_ for id_ in sorted(state.knowledge.public) if scenario.claims[id_].accuses == active.target)
    return tuple(accusing) if active.target is not None else ()


def true_facts(scenario: Scenario, state: State, incident: IncidentId) -> dict[str, FactValue]:
    """All facts of an incident as they truly are, with those that came later."""
    sheet, facts = scenario.incidents[incident], Facts(scenario, state)
    fact_values = dict(sheet.facts)
    for when, more in sheet.fact_variants:
        if when.holds(facts):
            fact_values.update(more)
            break
    happened = state.world.incidents.get(incident)
    so = as_it_is(ConditionalFacts(fact_values, rows_of(sheet.facts)), facts)
    return {**so.values, **(happened.facts if happened else {})}


def known_facts(scenario: Scenario, state: State, incident: IncidentId, grades: Mapping[ClaimId, Grade]) -> Overlay:
    """The facts of an incident as those know them who know claims so surely, its author as the evidence has it."""
    seen, author = seen_facts(scenario, state, incident, grades), _author(scenario, grades, incident)
    if not rows_of(seen):
        return Overlay({**seen, **author})
    known = as_known(seen, Facts(scenario, state), grades)
    values = {name: value for name, value in known.values.items() if name not in AUTHOR_FACTS}
    return Overlay({**values, **author, **_author_by_rows(author, known)}, known.unknown.difference(AUTHOR_FACTS))


def seen_facts(
    scenario: Scenario, state: State, incident: IncidentId, grades: Mapping[ClaimId, Grade]
) -> Mapping[str, FactValue]:
    """The facts of an incident as a seat may hold them: none that hangs on a hidden truth, none about its author.

    Rows that hang on claims stay, as far as these are known.
    """
    sheet, facts = scenario.incidents[incident], Facts(scenario, state)
    fact_values = dict(sheet.facts)
    for when, more in sheet.fact_variants:
        if "truth(" not in when.source and "temperament(" not in when.source and when.holds(facts):
            fact_values.update(more)
            break
    plain = {name: value for name, value in fact_values.items() if name not in AUTHOR_FACTS}
    rows = rows_of(sheet.facts)
    return seen_rows(ConditionalFacts(plain, rows), facts, grades) if rows else plain


def _ground(
    scenario: Scenario,
    state: State,
    grades: Mapping[ClaimId, Grade],
    commitments: Commitments,
    true_ones: tuple[
        Callable[[IncidentId], Overlay], Callable[[MeasureId], Overlay], Callable[[ConsentId, bool], Overlay]
    ]
    | None = None,
) -> Ground:
    def trigger(incident: IncidentId) -> Overlay:
        return known_facts(scenario, state, incident, grades)

    def own(measure: MeasureId) -> Overlay:
        return as_known(scenario.measures[measure].facts, Facts(scenario, state), grades)

    def leave(consent: ConsentId, covered: bool) -> Overlay:
        return as_known(scenario.consents[consent].said(covered), Facts(scenario, state), grades)

    facts_of_incident, facts_of_measure, facts_of_consent = true_ones or (trigger, own, leave)
    answers = [verification for verification in state.knowledge.verifications if verification.answer == "confirmed"]
    return Ground(
        charter=scenario.charter,
        members=scenario.members,
        adversary=scenario.adversary,
        round=state.table.round,
        round_days=scenario.lesson.round_days,
        level=_level(scenario, state),
        grades=dict(grades),
        incidents={id_: incident.round for id_, incident in state.world.incidents.items()},
        trigger=facts_of_incident,
        own=facts_of_measure,
        leave=facts_of_consent,
        givers={id_: consent.giver for id_, consent in scenario.consents.items()},
        bases=frozenset(
            id_ for id_, consent in scenario.consents.items() if consent.binding and id_ in scenario.assets
        ),
        verified=frozenset(answer.claim for answer in answers),
        called=any(scenario.measures[active.measure].facts.get("call_made") is True for active in state.begun),
        commitments=commitments,
        sheet=lambda incident: scenario.sheets.incidents[incident],
        claim_incident={id_: claim.incident for id_, claim in scenario.claims.items()},
    )


def _level(scenario: Scenario, state: State) -> int:
    """The highest step of those who press and answer for it; what a drought does is nobody's wrong."""
    pressing = [id_ for id_, actor in scenario.pressing.items() if actor.answers_for_it]
    return max((actor.level for id_, actor in state.world.actors.items() if id_ in pressing), default=0)


def _known_commitments(state: State, seat: str | None) -> Commitments:
    """Commitments as one seat knows them, `None` for all members together: promises and talks in private left out."""
    done = state.commitments
    promises = {id_: promise for id_, promise in done.promises.items() if seat in (promise.by, promise.to)}
    return done.with_private(promises, [channel for channel in done.back_channels if channel[1] == seat])


def _author(scenario: Scenario, grades: Mapping[ClaimId, Grade], incident: IncidentId) -> dict[str, FactValue]:
    """Who is taken to have done it: the state that claims about it accuse, as surely as they are known."""
    accusing = [
        grade
        for id_, grade in grades.items()
        if scenario.claims[id_].incident == incident and scenario.claims[id_].accuses
    ]
    if not accusing:
        return {"attack_author": "unknown", "author_grade": "rumoured"}
    best = max(accusing, key=grade_rank)
    return {"attack_author": "state-organ" if grade_rank(best) >= 1 else "unknown", "author_grade": best}


def _author_by_rows(author: Mapping[str, FactValue], known: Overlay) -> dict[str, FactValue]:
    """What rows say of the author, where their claim is known at least as surely as any that accuses a state."""
    least = max(SUSPECTED, grade_rank(str(author["author_grade"])))
    surely = {name: rank for name, rank in known.sure.items() if name in AUTHOR_FACTS and rank >= least}
    told = {name: known.values[name] for name in surely if name in known.values}
    return {"author_grade": GRADES[max(surely.values())], **told} if told else {}
