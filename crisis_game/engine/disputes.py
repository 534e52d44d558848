"""What follows from an opinion on the law and from an arbitration, from round to round."""

from __future__ import annotations

from crisis_game.conditions.grades import Grade, grade_rank
from crisis_game.engine import gauges, legal_situation
from crisis_game.engine.events.accounts import CreditMoved
from crisis_game.engine.events.disputes import (
    ArbitrationLapsed,
    ArbitrationOpened,
    AwardDefied,
    AwardGiven,
    OpinionPublished,
)
from crisis_game.engine.readings import reading
from crisis_game.engine.reason_codes import Code, coded
from crisis_game.engine.state import Arbitration, TextState
from crisis_game.engine.unit_of_work import Working
from crisis_game.law.conduct import Conduct
from crisis_game.law.derived import settled_facts
from crisis_game.law.finding import GRAVEST_FIRST, Judgement, Verdict
from crisis_game.law.judge import judge
from crisis_game.scenario.ids import ClaimId, IncidentId, MeasureId, StateId

ORDER: tuple[Verdict, ...] = (*GRAVEST_FIRST, "not-applicable")
"""Answers of rules, the gravest first."""

ROUNDS = 2
"""From an arbitration's opening to its award."""

OPINION_GIVEN, DEPARTURE = 3, -5
"""What standing moves by: an opinion published, a text that departs from one."""

DEFIANCE = -4
"""What cohesion moves by where an award is not obeyed."""


def open_round(working: Working) -> None:
    """Enter a round: publish opinions, give awards that are due, and see who has not obeyed."""
    for measure in sorted(working.state.council.opinions_asked):
        _publish(working, measure)
    for incident, case in sorted(working.state.council.arbitrations.items()):
        if case.is_open and case.due <= working.state.table.round:
            _decide(working, incident, case)
        elif case.against is not None and case.is_overdue(working.state.table.round):
            _defied(working, incident, case.against)


def depart(working: Working, text: TextState) -> None:
    """Let a text that departs from an opinion cost the members' case standing, once for each act."""
    for line in text.draft.lines:
        if departs(working, line.measure):
            why = gauges.term(DEPARTURE, Code.DEPARTS_FROM_OPINION, measure=line.measure)
            gauges.move(working, "standing", [why])


def departs(working: Working, measure: MeasureId) -> bool:
    """Whether an act goes against an opinion that the organisation had asked for."""
    return working.state.council.opinions.get(measure) == "unlawful"


def open_arbitration(working: Working, incident: IncidentId) -> None:
    """Ask those between whom an incident stands to go to arbitration."""
    sheet = working.scenario.incidents[incident]
    parties = tuple(sorted(party for party in (sheet.author, sheet.victim) if party is not None))
    working.emit(ArbitrationOpened(incident, parties, working.state.table.round + ROUNDS))


# Opinions -----------------------------------------------------------------------------------------------------------


def _publish(working: Working, measure: MeasureId) -> None:
    judgements = _judged(working, measure)
    gravest = min(judgements, key=lambda judgement: GRAVEST_FIRST.index(judgement.gravest), default=None)
    if gravest is None:
        return
    working.emit(OpinionPublished(measure, gravest.gravest, _weakest(gravest)))
    gauges.move(working, "standing", [gauges.term(OPINION_GIVEN, Code.OPINION_GIVEN, measure=measure)])


def _judged(working: Working, measure: MeasureId) -> list[Judgement]:
    """The public reading of every act on record that this measure was."""
    measures, conducts = working.state.measures, sorted(working.state.record.conducts.items())
    acts = (conduct for _, conduct in conducts if conduct.subject in measures and not conduct.omission)
    return [judge(reading(act, "public")) for act in acts if measures[act.subject].measure == measure]


def _weakest(judgement: Judgement) -> str:
    """The rule that the act stands worst under, the first of those with the gravest answer."""
    found = [finding for finding in judgement.findings if finding.verdict != "not-applicable"]
    return min(found, key=lambda finding: ORDER.index(finding.verdict)).rule


# Arbitration --------------------------------------------------------------------------------------------------------


def _decide(working: Working, incident: IncidentId, case: Arbitration) -> None:
    if not all(case.answers.get(party) for party in case.parties):
        working.emit(ArbitrationLapsed(incident))
        return
    author = working.scenario.incidents[incident].author
    working.emit(AwardGiven(incident, author if _is_shown(working, incident, case) else None))


def _is_shown(working: Working, incident: IncidentId, case: Arbitration) -> bool:
    """Whether what the parties handed in shows the wrong of whom it is held against: the judge's reading of that."""
    grades: dict[ClaimId, Grade] = {}
    for seat, claim in sorted(case.handed_in):
        known = {**working.state.knowledge.public, **working.state.knowledge.seats.get(seat, {})}
        grade = known.get(claim, "rumoured")
        grades[claim] = max(grade, grades.get(claim, grade), key=grade_rank)
    sheet = legal_situation.known_facts(working.scenario, working.state, incident, grades)
    facts = settled_facts(Conduct("award", "award", dict(sheet.values)))
    return facts.get("prior_wrong_by_target") == "established"


def _defied(working: Working, incident: IncidentId, seat: StateId) -> None:
    working.emit(AwardDefied(seat, incident))
    working.emit(CreditMoved(seat, -1, coded(Code.AWARD_DEFIED, incident=incident)))
    gauges.move(working, "cohesion", [gauges.term(DEFIANCE, Code.AWARD_DEFIED, incident=incident)])
