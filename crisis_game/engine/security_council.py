"""The Security Council, outside: how its members will vote, by stances and the real rule."""

from __future__ import annotations

from crisis_game.charter.rules import Leaf, Vote, Whole
from crisis_game.charter.tally import TallyResult, tally
from crisis_game.conditions.grades import grade_rank
from crisis_game.engine.conditions import Facts
from crisis_game.engine.events.world import CouncilAnswered
from crisis_game.engine.reason_codes import Code, Coded, coded
from crisis_game.engine.unit_of_work import Working
from crisis_game.engine.way_back import open_offer
from crisis_game.scenario.model import CouncilAsk, CouncilMember
from crisis_game.scenario.standard_gauges import STANDING

NEEDED_GRADE = ((8, 3), (6, 2), (3, 1))
"""From which rung which rank of evidence is needed: rung 8 established, 6 probable, 3 suspected."""


def votes(working: Working, ask: CouncilAsk) -> dict[str, Vote]:
    """How each member would vote on an ask now."""
    council = working.scenario.council
    members = council.members if council else ()
    common = _common_score(working, ask)
    return {member.id: _vote(member, member.stance + common, ask.rung) for member in members}


def result(working: Working, ballots: dict[str, Vote]) -> TallyResult:
    """The count by the Council's rule: nine in favour, no permanent member against (UN Charter, Article 27(3))."""
    council = working.scenario.council
    permanent = frozenset(member.id for member in council.members if member.permanent) if council else frozenset()
    return tally(Leaf("count", Whole(9), veto=permanent), ballots)


def count(working: Working, ask: str) -> tuple[int, int, int]:
    """What sounding out brings: yes, no, abstaining; the count of yes may be off by one."""
    council_votes = votes(working, asked(working, ask))
    yes = sum(vote == "yes" for vote in council_votes.values()) + working.draw("sounding", ask, -1, 1)
    no = sum(vote == "no" for vote in council_votes.values())
    yes = max(0, min(len(council_votes) - no, yes))
    return yes, no, len(council_votes) - yes - no


def asked(working: Working, ask: str) -> CouncilAsk:
    """The sheet of an ask. Raises StopIteration for one that the scenario does not have."""
    council = working.scenario.council
    return next(sheet for sheet in (council.asks if council else ()) if sheet.id == ask)


def answer(working: Working) -> None:
    """Answer what was asked in the round before; each ask once."""
    asks = {ask for round_, _, ask in working.state.commitments.referrals if round_ == working.state.table.round - 1}
    for id_ in sorted(asks):
        ask = asked(working, id_)
        council_votes = votes(working, ask)
        outcome = result(working, council_votes)
        ballots = list(council_votes.values())
        yes, no, abstained = (ballots.count(kind) for kind in ("yes", "no", "abstain"))
        working.emit(
            CouncilAnswered(
                id_, outcome.adopted, yes, no, abstained, _reason(outcome), vetoed=outcome.reason == "vetoed"
            )
        )


def _reason(outcome: TallyResult) -> Coded:
    if outcome.adopted:
        return coded(Code.COUNCIL_ADOPTED)
    if outcome.reason == "vetoed":
        return coded(Code.COUNCIL_VETOED, states=outcome.blocked_by)
    return coded(Code.COUNCIL_SHORT, have=outcome.in_favour, needed=outcome.needed)


def _vote(member: CouncilMember, score: int, rung: int) -> Vote:
    shielded = member.permanent and member.tied
    if shielded and ((member.veto_rung and rung >= member.veto_rung) or score <= -2):
        return "no"
    if score >= 1:
        return "yes"
    return "no" if score <= -3 else "abstain"


def _common_score(working: Working, ask: CouncilAsk) -> int:
    """What all members weigh alike: standing, evidence, a way back, what is asked, and duties left undone."""
    state = working.state
    rank = max(0, _rank(working))
    needed = next((rank_ for rung, rank_ in NEEDED_GRADE if ask.rung >= rung), 0)
    score = (state.world.gauges.get(STANDING, 50) - 50) // 15 + _shifted(working)
    score += {3: 2, 2: 1}.get(rank, 0) + (1 if open_offer(working.scenario, state) else 0)
    score -= max(0, ask.rung - 3) + 2 * max(0, needed - rank)
    return score - (2 if _unreported(working) else 0)


def _shifted(working: Working) -> int:
    """How all members are minded otherwise by now, as the author says."""
    council, facts = working.scenario.council, Facts(working.scenario, working.state)
    return sum(shift.all for shift in council.shifts if shift.when.holds(facts)) if council else 0


def _rank(working: Working) -> int:
    """The best grade known of a claim that names an author, else of any claim."""
    known, claims = working.state.knowledge.public, working.scenario.claims
    accusing = [grade_rank(grade) for id_, grade in known.items() if claims[id_].accuses]
    return max(accusing or [grade_rank(grade) for grade in known.values()], default=-1)


def _unreported(working: Working) -> bool:
    """Whether force is in use that nobody has reported."""
    measures = working.scenario.measures
    force = any(
        measures[active.measure].uses_force and active.status == "active" for active in working.state.measures.values()
    )
    return force and not working.state.commitments.reports
