"""What the world sees of the members' acts, and what that does to their standing.

Read once, at the end of ANSWER, on what all members know; each act and each defect counts once. It is worded as what
the world does, never as a verdict.
"""

from __future__ import annotations

from crisis_game.engine import conduct_decisions, gauges
from crisis_game.engine.events.record import Blamed
from crisis_game.engine.events.world import OnceMarked
from crisis_game.engine.readings import reading
from crisis_game.engine.reason_codes import Code, Coded, coded
from crisis_game.engine.state import ConductState, Term
from crisis_game.engine.unit_of_work import Working
from crisis_game.law.finding import Judgement
from crisis_game.law.judge import judge
from crisis_game.scenario.standard_gauges import STANDING

DEFECTS = ("l3-vote", "l3-consultation", "l3-competence", "report-unsc", "cm-procedure")
"""Rules whose breach the world sees as a defect of procedure."""

GREAT_RUNG = 5
"""From this rung an act is of weight."""

OWN_HARM = "own-harm:"
"""Start of the marks of points lost for harm that the members' own measures did."""

_PROTESTS = (Code.PROTESTS_AT_MEASURE, Code.PROTESTS_AT_SUSPENSION, Code.PROTESTS_AT_EMERGENCY)
_CRITICISM = (Code.CRITICISM_OF_MEASURE, Code.CRITICISM_OF_SUSPENSION, Code.CRITICISM_OF_EMERGENCY)


def read_in_public(working: Working) -> None:
    """Let visibly unlawful acts of weight, visible defects and own harm cost the members' case standing."""
    terms: list[Term] = []
    for _, conduct in sorted(working.state.record.conducts.items()):
        if _to_be_read(working, conduct):
            judgement = judge(reading(conduct, "public"))
            terms.extend(_protests(working, conduct, judgement))
            terms.extend(_criticism(working, conduct, judgement))
    gauges.move(working, STANDING, [*terms, *_harm_done(working)])


def _to_be_read(working: Working, conduct: ConductState) -> bool:
    """Whether it is a member's act that goes on; of what began before, standing at the start has been told."""
    ours = working.scenario.is_ours(conduct.actor, conduct.subject) and not conduct.omission
    return ours and conduct.ended is None and conduct.round > 0


def _protests(working: Working, conduct: ConductState, judgement: Judgement) -> list[Term]:
    grave = judgement.severity in ("grave", "peremptory") and conduct.rung >= GREAT_RUNG
    if judgement.gravest != "unlawful" or not grave or not _blame(working, "unlawful", conduct):
        return []
    return [Term(working.scenario.numbers.standing_unlawful, _about(working, conduct, _PROTESTS))]


def _criticism(working: Working, conduct: ConductState, judgement: Judgement) -> list[Term]:
    why = _about(working, conduct, _CRITICISM)
    broken = (
        finding.rule for finding in judgement.findings if finding.rule in DEFECTS and finding.verdict == "unlawful"
    )
    return [Term(working.scenario.numbers.standing_defect, why) for rule in broken if _blame(working, rule, conduct)]


def _about(working: Working, conduct: ConductState, codes: tuple[Code, Code, Code]) -> Coded:
    """What is said of a member's act: one code for a measure, one for a suspension, one for an emergency procedure."""
    of_measure, of_suspension, of_emergency = codes
    active = working.state.measures.get(conduct.subject)
    if active is not None:
        return coded(of_measure, measure=active.measure)
    member = conduct_decisions.suspended(working.state, conduct)
    return coded(of_emergency, text=conduct.subject) if member is None else coded(of_suspension, member=member)


def _blame(working: Working, what: str, conduct: ConductState) -> bool:
    """Whether this is blamed for the first time; it has been after this. An act counts once for all who carry it."""
    mark = f"{conduct.subject}:{what}"
    if mark in working.state.record.blamed:
        return False
    working.emit(Blamed(mark, what == "unlawful"))
    return True


def _harm_done(working: Working) -> list[Term]:
    """One point for each so many points of harm that the members' own measures have done, as they add up."""
    points = working.state.world.own_harm // working.scenario.numbers.standing_harm
    counted = sum(mark.startswith(OWN_HARM) for mark in working.state.world.once)
    for number in range(counted, points):
        working.emit(OnceMarked(f"{OWN_HARM}{number}"))
    return [gauges.term(min(0, counted - points), Code.OWN_HARM)]
