"""A seat's three readings: mandate, conduct, statecraft (GAME section 11). No sum, no ranking."""

from __future__ import annotations

from crisis_game.assessment.history import History
from crisis_game.assessment.model import (
    AssessedAct,
    MandateLineRead,
    OwnFinding,
    SeatReading,
    Share,
)
from crisis_game.assessment.opinion_scores import scored_opinions
from crisis_game.engine.conditions import Facts
from crisis_game.engine.shared_values import Fulfilment
from crisis_game.law.finding import Finding
from crisis_game.law.vocabulary import PERSONAL
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import MandateLine
from crisis_game.texts import Text


def seat_reading(
    history: History, acts: tuple[AssessedAct, ...], omissions: tuple[AssessedAct, ...], seat: SeatId
) -> SeatReading:
    """The readings of one member."""
    scenario = history.scenario
    facts = Facts(scenario, history.state, seat=seat)
    sheet = scenario.states[seat]
    own = [act for act in (*acts, *omissions) if act.ours and seat in act.participants]
    return SeatReading(
        seat=seat,
        name=sheet.name,
        mandate=tuple(MandateLineRead(line.kind, line.text, fulfilment(line, facts)) for line in sheet.mandate),
        findings=tuple(_own(act, finding) for act in own for finding in act.adverse if _counts(act, finding, seat)),
        cured=tuple(_own(act, finding) for act in own for finding in act.cured if _counts(act, finding, seat)),
        statecraft=_statecraft(history, seat),
        opinions=scored_opinions(history, acts, seat),
    )


def fulfilment(line: MandateLine, facts: Facts) -> Fulfilment:
    """How a line was met: the first of its conditions that holds."""
    if line.performed.holds(facts):
        return "P"
    if line.some.holds(facts):
        return "S"
    return "M" if line.major.holds(facts) else "U"


def _own(act: AssessedAct, finding: Finding) -> OwnFinding:
    return OwnFinding(act.id, act.title, finding, act.overruled.get(finding.rule))


def _counts(act: AssessedAct, finding: Finding, seat: SeatId) -> bool:
    """A finding counts for all who carry the act, unless it rests on what belongs to one of them alone."""
    personal = PERSONAL.intersection(finding.facts_used)
    return not personal or seat == act.participants[0]


def _statecraft(history: History, seat: SeatId) -> tuple[Share, ...]:
    scenario, state = history.scenario, history.state
    facts = Facts(scenario, state)
    account = state.accounts[seat]
    others = [member for member in scenario.members if member != seat]
    adopted = {clause.clause for draft in facts.drafts() for clause in draft.clauses}
    clauses, voted = history.clauses.get(seat, set()), history.cast.get(seat, set())
    explained = [text for text in sorted(voted) if any(state.council.texts[text].explanations.get(seat, ()))]
    reported = {claim for _, by, claim, _ in state.commitments.reports if by == seat}
    claims = reported | history.stood_for.get(seat, set())
    true = [claim for claim in sorted(claims) if scenario.claims[claim].holds.holds(facts)]
    return (
        Share("pledges-met", Text("Pledges met in full"), account.met, account.due),
        Share("own-clauses", Text("Own clauses in adopted texts"), len(clauses & adopted), len(clauses)),
        Share("positions-asked", Text("Others asked where they stand"), len(history.asked.get(seat, ())), len(others)),
        Share("votes-explained", Text("Votes explained"), len(explained), len(voted)),
        Share("claims-true", Text("Claims stood for that were true"), len(true), len(claims)),
    )
