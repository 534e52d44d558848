"""Duties of the charter whose time ran out: to report defence, to announce an act alone, to consult when asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from crisis_game.charter.model import Charter, DutyKind
from crisis_game.engine.charter_in_force import in_arrears
from crisis_game.engine.omission import Omission
from crisis_game.engine.readings import Raw
from crisis_game.engine.state import ActiveMeasure, ConductState, State
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import StateId

DEFENCE = frozenset(("self-defence", "collective-self-defence"))
"""Bases of measures that are reported to the Security Council."""


def overdue(working: Working) -> Iterator[Omission]:
    """What the charter asks within a time that has passed, and that has not been done."""
    yield from _unreported(working)
    yield from _unannounced(working)
    yield from _unconsulted(working)
    yield from _unpaid(working)
    yield from _defied(working)


def _unreported(working: Working) -> Iterator[Omission]:
    within = _report_within(working.scenario.charter)
    for active in _over(working, within):
        if active.basis in DEFENCE and not is_reported(working.state, active):
            yield Omission(f"{active.id}:report", active.author, active.id, _facts("not-reported"), _carriers(active))


def _unannounced(working: Working) -> Iterator[Omission]:
    within = _within(working.scenario.charter, "notify")
    for active in _over(working, within):
        if active.authority is None and not active.notified and not is_announced(working.state, active):
            yield Omission(f"{active.id}:notice", active.author, active.id, _facts("not-notified"))


def _unconsulted(working: Working) -> Iterator[Omission]:
    """Members asked to consult, and every round in which they had to went by under the emergency procedure."""
    within, table = _within(working.scenario.charter, "consult"), working.state.table
    if within is None:
        return
    for asked, by in working.state.commitments.consultation:
        due = asked + within
        if due <= table.round and asked == due == table.last_emergency:
            id_ = f"{by}:consultation-r{asked}"
            yield Omission(id_, by, by, _facts("not-consulted"), working.scenario.members)


def _unpaid(working: Working) -> Iterator[Omission]:
    """Members that have been in arrears for as long as the charter bears, each time anew."""
    for seat in sorted(in_arrears(working.scenario, working.state)):
        since = working.state.table.round - working.state.accounts[seat].late
        yield Omission(f"{seat}:dues-r{since}", seat, seat, _facts("dues-unpaid"))


def _defied(working: Working) -> Iterator[Omission]:
    """Awards that a party had accepted and did not obey in the round that it had."""
    for incident, case in sorted(working.state.council.arbitrations.items()):
        if case.defied and case.against is not None:
            facts: Raw = {"omission": "award-not-obeyed", "award_accepted": True}
            yield Omission(f"{case.against}:award:{incident}", case.against, incident, facts)


def is_reported(state: State, active: ActiveMeasure) -> bool:
    """Whether a measure was reported to the Security Council since it began: an act alone by its author."""
    reports = [seat for round_, seat, *_ in state.commitments.reports if round_ >= active.began]
    return active.author in reports if active.authority is None else bool(reports)


def is_announced(state: State, active: ActiveMeasure) -> bool:
    """Whether its author gave notice of a measure, be it late."""
    return (active.author, active.measure) in state.commitments.notices


def _over(working: Working, within: int | None) -> list[ActiveMeasure]:
    """Measures begun in play so long ago that what is asked of them within some rounds is due."""
    if within is None:
        return []
    begun = sorted(working.state.begun, key=lambda active: active.id)
    measures, now = working.scenario.measures, working.state.table.round
    acts = [active for active in begun if active.began > 0 and measures[active.measure].kind != "words"]
    return [active for active in acts if now - active.began >= within]


def _report_within(charter: Charter) -> int | None:
    """Rounds in which defence is reported: by a duty, or by what the charter says of the Security Council."""
    council = charter.security_council
    of_council = (council.within,) if council is not None and council.report else ()
    duty = _within(charter, "report")
    return min((*of_council, *(() if duty is None else (duty,))), default=None)


def _within(charter: Charter, kind: DutyKind) -> int | None:
    """Rounds in which a duty falls due; None where the charter has no such duty, or sets it no time."""
    return min((duty.within for duty in charter.duties_to(kind) if duty.within is not None), default=None)


def _facts(omission: str) -> Raw:
    return {"omission": omission, "duty_done": False}


def _carriers(active: ActiveMeasure) -> tuple[StateId, ...]:
    return tuple(sorted(seat for seat, level in active.deliveries.items() if level != "none"))


def _reported(working: Working, conduct: ConductState) -> bool:
    return is_reported(working.state, working.state.measures[conduct.subject])


def _announced(working: Working, conduct: ConductState) -> bool:
    return is_announced(working.state, working.state.measures[conduct.subject])


def _is_past(_working: Working, _conduct: ConductState) -> bool:
    """A consultation that was not held cannot be held any more."""
    return True


def _paid(working: Working, conduct: ConductState) -> bool:
    return not working.state.accounts[conduct.subject].arrears


def _obeyed(working: Working, conduct: ConductState) -> bool:
    return working.state.council.arbitrations[conduct.subject].obeyed


DONE_LATE: Mapping[str, Callable[[Working, ConductState], bool]] = {
    "not-reported": _reported,
    "not-notified": _announced,
    "not-consulted": _is_past,
    "dues-unpaid": _paid,
    "award-not-obeyed": _obeyed,
}
"""By what was left undone: whether it was done after all."""
