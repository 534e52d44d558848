"""The sheet of a round: sealed votes are opened and counted in order, and what was adopted falls due.

`deliver`, which carries it out, stands in `deliveries`.
"""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.engine import decision_rules, disputes, motions, renewals, trust
from crisis_game.engine.conditions import Facts
from crisis_game.engine.deliveries import deliver, due_deliveries
from crisis_game.engine.events.accounts import CreditMoved, HomeMoved
from crisis_game.engine.events.ballots import (
    BallotCounted,
    DeadlockReferred,
    PledgeLapsed,
    RedLineOverruled,
    TextAdopted,
    VotingClosed,
)
from crisis_game.engine.events.knowledge import SourceBurned
from crisis_game.engine.events.responses import DeliveriesDue
from crisis_game.engine.reason_codes import Code, coded
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.state import TextState
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import FACILITATOR, MeasureId, SeatId, Vote

DEADLOCK = 2
"""Rounds of deadlock on end after which the charter's way out opens."""

__all__ = ["count", "deliver", "due_deliveries", "open_response"]


def count(working: Working) -> None:
    """Leave voting: open the votes on all texts, and count them in the order of the sheet.

    After one is adopted a later text counts only if the two are compatible, or if more than half of those in favour
    wanted it also; of one measure on one target the later then prevails. The chair's text counts only if no other was
    adopted. Counting does not depend on the order in which votes came.
    """
    adopted: list[TextId] = []
    for text_id in working.state.council.sheet:
        _count_text(working, working.state.council.texts[text_id], adopted)
    if working.state.council.sheet:
        _close(working, adopted)
    renewals.lapse_unconfirmed(working)


def open_response(working: Working) -> None:
    """Enter response: where orders are split, say from whom deliveries are due."""
    seats = due_deliveries(working)
    if seats and working.scenario.lesson.orders == "split":
        working.emit(DeliveriesDue(seats))


def _count_text(working: Working, text: TextState, adopted: list[TextId]) -> None:
    seen = working.seen(FACILITATOR)
    votes = decision_rules.completed(seen, text.matter, text.draft, text.votes)
    result = decision_rules.count(seen, text.matter, text.draft, votes)
    opened = tuple(sorted(votes.items()))
    if not _counts(working, text, votes, adopted):
        working.emit(BallotCounted(text.id, opened, result, "lapsed"))
    elif not result.adopted:
        working.emit(BallotCounted(text.id, opened, result, "failed"))
    else:
        working.emit(BallotCounted(text.id, opened, result, "adopted"))
        adopted.append(text.id)
        _adopt(working, text)


def _counts(working: Working, text: TextState, votes: Mapping[SeatId, Vote], adopted: list[TextId]) -> bool:
    """Whether a text counts beside those that were adopted before it."""
    if not adopted:
        return True
    if not text.sponsors:
        return False
    taken = {line for earlier in adopted for line in working.state.council.texts[earlier].draft.lines}
    if taken.isdisjoint(text.draft.lines):
        return True
    in_favour = [seat for seat, vote in votes.items() if vote == "yes"]
    return 2 * len(text.also.intersection(in_favour)) > len(in_favour)


def _adopt(working: Working, text: TextState) -> None:
    round_ = working.state.table.round
    end = text.draft.switch("end-date")
    claims = working.scenario.claims
    accused = {culprit for claim in text.draft.claims if (culprit := claims[claim].accuses) is not None}
    working.emit(TextAdopted(text.id, round_ + end.value - 1 if end else None, tuple(sorted(accused))))
    _lapse_pledges(working, text)
    _cross_red_lines(working, text)
    _burn_sources(working, text)
    disputes.depart(working, text)
    motions.carry_out(working, text)


def _lapse_pledges(working: Working, text: TextState) -> None:
    """Pledges of those who did not vote yes come to nothing; where the text needed one, its giver loses credit once."""
    needed = {seat for seat, measure in text.pledges if _gone(text, seat) and _alone_on(text, measure)}
    for seat, measure in sorted(key for key in text.pledges if _gone(text, key[0])):
        working.emit(PledgeLapsed(seat, text.id, measure))
    for seat in sorted(needed):
        why = coded(Code.PLEDGE_NEEDED, text=text.id)
        working.emit(CreditMoved(seat, -1, why))


def _gone(text: TextState, seat: str) -> bool:
    return text.votes.get(seat) != "yes"


def _alone_on(text: TextState, measure: MeasureId) -> bool:
    """Whether a measure is left without any pledge, now that only those of members in favour stand."""
    return not any(pledged == measure and not _gone(text, seat) for seat, pledged in text.pledges)


def _cross_red_lines(working: Working, text: TextState) -> None:
    """Each member whose red line a text crosses answers for it at home; who did not want it remembers who did.

    Of those that voted against a line which they had declared it is noted that they were overruled.
    """
    numbers, votes = working.scenario.numbers, text.votes
    for seat in working.scenario.members:
        line = working.scenario.states[seat].red_line
        facts = Facts(working.scenario, working.state, text.draft, seat)
        if line is None or seat in working.state.council.left or not line.crossed.holds(facts):
            continue
        working.emit(HomeMoved(seat, numbers.home_red_line, coded(Code.RED_LINE_CROSSED, text=text.id), to=(seat,)))
        for other in sorted(votes) if votes.get(seat) != "yes" else ():
            if votes[other] == "yes":
                trust.note(working, seat, other, "line-crossed")
        if votes.get(seat) == "no" and seat in working.state.commitments.red_lines:
            working.emit(RedLineOverruled(seat, text.id))
            working.emit(HomeMoved(seat, numbers.home_outvoted, coded(Code.RED_LINE_OUTVOTED), to=(seat,)))


def _burn_sources(working: Working, text: TextState) -> None:
    """Published reasons open the sources that the council was given on the claims of a text."""
    if text.draft.switch("reasons") is None:
        return
    knowledge = working.state.knowledge
    for id_, source in sorted(working.scenario.sources.items()):
        known = id_ in knowledge.open and id_ not in knowledge.burned
        if known and source.claim in text.draft.claims:
            working.emit(SourceBurned(id_, working.state.table.round))


def _close(working: Working, adopted: list[TextId]) -> None:
    """Keep the best result of the round; a round in which even the chair's text failed is one of deadlock."""
    council = working.state.council
    unopposed = any("no" not in council.texts[text_id].votes.values() for text_id in adopted)
    stuck = not adopted and working.state.table.emergency is None
    deadlocks = 0 if adopted else council.deadlocks + stuck
    working.emit(VotingClosed("without-a-no" if unopposed else "adopted" if adopted else "failed", deadlocks))
    if deadlocks == DEADLOCK:
        _refer(working)


def _refer(working: Working) -> None:
    """Open the charter's way out of a deadlock, where it has one."""
    fallback = decision_rules.organ_of(working.seen(FACILITATOR)).fallback
    if fallback is not None:
        next_round = working.state.table.round + 1
        working.emit(DeadlockReferred(fallback.organ, fallback.step, fallback.article, next_round))
