"""Orders are opened: what members give to measures, what they pay, who acts alone, whose word was kept.

Everything goes in the order of texts, measures and state ids, never of arrival.
"""

from __future__ import annotations

from dataclasses import dataclass

from crisis_game.engine import delivery_costs
from crisis_game.engine.acting_alone import act_alone, run_alone
from crisis_game.engine.events.accounts import CreditMoved
from crisis_game.engine.events.measures import (
    Delivered,
    Departed,
    MeasureBegan,
    MeasureEnded,
    MeasureIdle,
    PledgeStruck,
    SheetOpened,
)
from crisis_game.engine.measure_shares import Part, Share, in_force, shares
from crisis_game.engine.promises import settle_promises
from crisis_game.engine.reason_codes import Code, coded
from crisis_game.engine.shared_values import ForceSheet
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import Delivery, SeatId
from crisis_game.scenario.model import Measure

KEPT_WORD, BROKEN_WORD, DEPARTURE = 1, -1, -2
"""What credit moves by: all pledges due met in full, one not met, a text left that one voted for."""


def deliver(working: Working) -> None:
    """Leave response: open what was sealed, with the defaults for those who said nothing, and carry it out."""
    left: set[SeatId] = set()
    agreed = in_force(working.state)
    _strike_superseded(working, agreed)
    for part in agreed:
        left.update(_carry_out(working, part))
    run_alone(working)
    act_alone(working, [part.line for part in agreed])
    _move_credit(working, left)
    settle_promises(working)


def due_deliveries(working: Working) -> tuple[SeatId, ...]:
    """Members that owe something this round, or take part in a measure that runs, in the order of their ids."""
    due = {share.seat for part in in_force(working.state) for share in shares(working, part) if share.due}
    return tuple(sorted(due))


def _strike_superseded(working: Working, agreed: list[Part]) -> None:
    """Nothing is owed any more under a text for a measure that a later text has taken over."""
    for part in agreed:
        for text in working.state.council.texts.values():
            taken = text is not part.text and text.status == "adopted" and part.line in text.draft.lines
            for seat, measure in sorted(text.pledges) if taken else ():
                if measure == part.line.measure:
                    working.emit(PledgeStruck(seat, text.id, measure))


@dataclass(frozen=True, slots=True)
class _Contribution:
    """What a member gives in the end, and what it had meant to."""

    share: Share
    level: Delivery


def _affordable(working: Working, share: Share, measure: Measure) -> Delivery:
    return delivery_costs.affordable(working.account(share.seat).treasury, measure, share.wanted)


def _carry_out(working: Working, part: Part) -> set[SeatId]:
    """Carry out one measure of a text in force; who departs from it comes back."""
    measure = working.scenario.measures[part.line.measure]
    covered = delivery_costs.host_consents(working, measure)
    contributions = [
        _Contribution(share, _affordable(working, share, measure) if covered else share.wanted)
        for share in shares(working, part)
    ]
    if part.running is not None:
        delivery_costs.rest_or_go_on(working, part.running, covered)
        _open_sheet(working, part, contributions)
    elif any(contribution.level != "none" for contribution in contributions):
        _begin(working, part, contributions, covered)
    elif not part.before and part.text.adopted_round == working.state.table.round:
        working.emit(MeasureIdle(part.text.id, measure.id))
    for contribution in contributions:
        _give(working, part, contribution, covered)
    _end_if_idle(working, part)
    return _departed(working, part, contributions) if covered else set()


def _begin(working: Working, part: Part, contributions: list[_Contribution], covered: bool) -> None:
    """Put the measure in force; one that it takes over goes on under this text, with the time that it has run."""
    giver = next(contribution.share.seat for contribution in contributions if contribution.level != "none")
    draft = part.text.draft
    for old in part.before:
        why = coded(Code.GOES_ON_UNDER, text=part.text.id)
        working.emit(MeasureEnded(old.id, old.measure, why))
    working.emit(
        MeasureBegan(
            id=part.id,
            measure=part.line.measure,
            target=part.line.target,
            authority=part.text.id,
            author=(*part.text.sponsors, giver)[0],
            basis=draft.basis,
            aim=draft.aim,
            began=min((old.began for old in part.before if not old.waits), default=working.state.table.round),
            sheet=_sheet(working, part, contributions) or next((old.sheet for old in part.before if old.sheet), None),
            notified=True,
            dormant=not covered,
            endorsed=any(old.authority is None for old in part.before),
        )
    )


def _give(working: Working, part: Part, contribution: _Contribution, covered: bool) -> None:
    """Tell what a member gives, and let it pay; while a host's consent is missing nothing is given, paid or owed."""
    share, measure = contribution.share, working.scenario.measures[part.line.measure]
    if covered:
        working.emit(Delivered(share.seat, part.id, part.text.id, measure.id, share.owed, contribution.level))
        delivery_costs.pay(working, share.seat, measure, contribution.level)
    elif contribution.level != share.last:
        working.emit(Delivered(share.seat, part.id, part.text.id, measure.id, None, contribution.level))


def _end_if_idle(working: Working, part: Part) -> None:
    """A measure of which nobody gives a part any more ends, and so do those that this text was to take over."""
    active = working.state.measures.get(part.id)
    idle = [active] if active and all(level == "none" for level in active.deliveries.values()) else []
    for ending in [*idle, *(part.before if active is None else ())]:
        working.emit(MeasureEnded(ending.id, ending.measure, coded(Code.NOBODY_GIVES)))


def _departed(working: Working, part: Part, contributions: list[_Contribution]) -> set[SeatId]:
    """Members in favour that owed their part, had given it before, and now chose to give nothing."""
    left = {contribution.share.seat for contribution in contributions if contribution.share.departs}
    for seat in sorted(left):
        working.emit(Departed(seat, part.text.id, part.line.measure))
    return left


def _open_sheet(working: Working, part: Part, contributions: list[_Contribution]) -> None:
    sheet = _sheet(working, part, contributions)
    if part.running is not None and sheet is not None and sheet != part.running.sheet:
        working.emit(SheetOpened(part.id, part.line.measure, sheet))


def _sheet(working: Working, part: Part, contributions: list[_Contribution]) -> ForceSheet | None:
    """The force sheet of the first member that gives a part and has filled one."""
    filled = working.state.orders.sheets
    keys = [
        (contribution.share.seat, part.text.id, part.line.measure)
        for contribution in contributions
        if contribution.level != "none"
    ]
    return next((filled[key] for key in keys if key in filled), None)


def _move_credit(working: Working, left: set[SeatId]) -> None:
    """Credit moves once a round and member: up if all that was due was met in full, down if something was not met."""
    settled = working.state.orders.settled
    for seat in sorted({key[0] for key in settled}):
        mine = [pair for key, pair in settled.items() if key[0] == seat]
        if seat in left:
            working.emit(CreditMoved(seat, DEPARTURE, coded(Code.DEPARTED)))
        elif any(given == "none" for _, given in mine):
            working.emit(CreditMoved(seat, BROKEN_WORD, coded(Code.PLEDGE_UNMET)))
        elif all(given in ("full", owed) for owed, given in mine):
            working.emit(CreditMoved(seat, KEPT_WORD, coded(Code.PLEDGES_MET)))
