"""How a crisis moves: what each phase does when it is entered and left, whom a beat waits for, and when it closes."""

from __future__ import annotations

from collections.abc import Callable

from crisis_game.engine import (
    ally_answers,
    answer,
    conduct_omissions,
    conducts,
    disputes,
    injects,
    membership,
    questions,
    renewals,
    table,
    trust,
    vote_counting,
)
from crisis_game.engine.events.turns import PhaseEntered
from crisis_game.engine.phases import move_on
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import BEAT_OF, Phase, SeatId

Step = Callable[[Working], None]

ENTER: dict[Phase, tuple[Step, ...]] = {
    "briefing": (
        injects.open_round,
        trust.open_round,
        membership.open_round,
        disputes.open_round,
        ally_answers.open_round,
        injects.situation,
    ),
    "consultation": (table.open_table, injects.table),
    "voting": (table.put_to_vote, injects.orders),
    "response": (vote_counting.open_response,),
    "consequences": (injects.answer, answer.answer),
    "review": (renewals.open_renewals, conducts.end_over, conduct_omissions.record),
    "hot-wash": (answer.end,),
}
"""What happens when a phase begins, in this order."""

LEAVE: dict[Phase, tuple[Step, ...]] = {
    "briefing": (questions.before_table, ally_answers.before_table, renewals.close_renewals),
    "drafting": (questions.before_orders, table.close_amendments),
    "voting": (vote_counting.count,),
    "response": (questions.before_answer, vote_counting.deliver, trust.orders_done, conducts.orders_done),
    "consequences": (questions.after_answer,),
}
"""What happens when a phase ends, in this order."""

MOST_STEPS = 64


def go_on(working: Working) -> None:
    """Pass from phase to phase as long as nobody is waited for.

    Raises RuntimeError if that does not end: a fault of ours, never of a player.
    """
    for _ in range(MOST_STEPS):
        if working.state.table.phase in ("lobby", "hot-wash", "debrief", "closed") or waits_for(working):
            return
        pass_on(working)
    raise RuntimeError("the phases do not come to rest")


def pass_on(working: Working) -> None:
    """Leave this phase and enter the next."""
    crisis = _Crisis(working)
    for step in LEAVE.get(crisis.phase, ()):
        step(working)
    if move_on(crisis, working.state, working.scenario.lesson.rounds):
        for step in ENTER.get(crisis.phase, ()):
            step(working)


class _Crisis:
    """A crisis as the machine of phases moves it: it enters a phase by the event that says so."""

    __slots__ = ("_working",)

    def __init__(self, working: Working) -> None:
        self._working = working

    @property
    def phase(self) -> Phase:
        """Where it is."""
        return self._working.state.table.phase

    @phase.setter
    def phase(self, phase: Phase) -> None:
        self._working.emit(PhaseEntered(phase, self._working.state.table.round + (phase == "briefing")))


def waits_for(working: Working) -> tuple[SeatId, ...]:
    """The seats that this phase waits for: those with something due that are not ready.

    Each beat waits in one phase: SITUATION in briefing, TABLE in consultation, ORDERS in voting and, where orders are
    split, in response; only ANSWER, review and drafting pass at once.
    """
    table_ = working.state.table
    if table_.phase not in ("briefing", "consultation", "voting", "response"):
        return ()
    return tuple(seat for seat in due(working) if seat not in working.state.ready)


def due(working: Working) -> tuple[SeatId, ...]:
    """Seats that have something due in this phase."""
    state, scenario = working.state, working.scenario
    phase = state.table.phase
    if phase == "response":
        return vote_counting.due_deliveries(working) if scenario.lesson.orders == "split" else ()
    seats = scenario.members
    if phase == "briefing":
        return seats
    voters = tuple(seat for seat in seats if seat not in state.council.without_seat)
    if phase != "voting":
        return voters
    return (*voters, *(id_ for id_ in scenario.pressing if id_ in state.table.holders and id_ not in seats))


def close_beat(working: Working) -> None:
    """Close this beat as its deadline does: those who are not ready get the defaults.

    Where orders are split, voting closes before response. After play one phase is closed at a time.
    """
    phase = working.state.table.phase
    pass_on(working)
    while BEAT_OF[working.state.table.phase] == BEAT_OF[phase] != "none":
        if (phase, working.state.table.phase) == ("voting", "response"):
            break
        pass_on(working)
    go_on(working)
