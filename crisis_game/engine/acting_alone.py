"""Measures of members that act alone: those that run, and those that were ordered for this round."""

from __future__ import annotations

from collections.abc import Collection

from crisis_game.engine import delivery_costs
from crisis_game.engine.events.measures import Delivered, MeasureBegan, MeasureEnded
from crisis_game.engine.events.responses import AloneDropped
from crisis_game.engine.reason_codes import Code, coded
from crisis_game.engine.state import ActiveMeasure, AloneOrder
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.draft import MeasureLine
from crisis_game.scenario.ids import Delivery, SeatId


def run_alone(working: Working) -> None:
    """Each member pays for its own measures, or gives less, or ends them."""
    for _, active in sorted(working.state.measures.items()):
        if active.authority is None and active.status != "ended":
            _run(working, active)


def act_alone(working: Working, agreed: Collection[MeasureLine]) -> None:
    """Carry out orders to act alone, in the order of states and measures.

    Whoever ordered what a text in force does (`agreed`) gives it under the text instead.
    """
    text_adopted = any(
        text.adopted_round == working.state.table.round and text.draft.lines
        for text in working.state.council.texts.values()
    )
    for (seat, measure), order in sorted(working.state.orders.alone.items()):
        if MeasureLine(measure, order.target) in agreed:
            working.emit(AloneDropped(seat, measure, coded(Code.TEXT_DOES_IT)))
        elif order.only_if_failed and text_adopted:
            working.emit(AloneDropped(seat, measure, coded(Code.TEXT_ADOPTED)))
        else:
            _begin(working, seat, order)


def _run(working: Working, active: ActiveMeasure) -> None:
    measure = working.scenario.measures[active.measure]
    covered = delivery_costs.host_consents(working, measure, active.author)
    delivery_costs.rest_or_go_on(working, active, covered)
    if not covered or measure.kind == "words":
        return
    last = active.deliveries.get(active.author, "none")
    level = delivery_costs.affordable(working.account(active.author).treasury, measure, last)
    _give(working, active.author, active.id, measure.id, level)
    if level == "none":
        working.emit(MeasureEnded(active.id, active.measure, coded(Code.NOTHING_LEFT)))


def _begin(working: Working, seat: SeatId, order: AloneOrder) -> None:
    measure = working.scenario.measures[order.measure]
    covered = delivery_costs.host_consents(working, measure, seat)
    level = delivery_costs.affordable(working.account(seat).treasury, measure, "full")
    if level == "none":
        working.emit(AloneDropped(seat, order.measure, coded(Code.UNAFFORDABLE)))
        return
    round_ = working.state.table.round
    began = MeasureBegan(
        id=f"{seat}-r{round_}/{order.measure}",
        measure=order.measure,
        target=order.target,
        authority=None,
        author=seat,
        basis=order.basis,
        aim="",
        began=round_,
        sheet=working.state.orders.sheets.get((seat, "", order.measure)),
        notified=(seat, order.measure) in working.state.commitments.notices,
        dormant=not covered,
    )
    working.emit(began)
    _give(working, seat, began.id, order.measure, level, paid=covered)


def _give(working: Working, seat: SeatId, active: str, measure: str, level: Delivery, paid: bool = True) -> None:
    working.emit(Delivered(seat, active, None, measure, None, level))
    if paid:
        delivery_costs.pay(working, seat, working.scenario.measures[measure], level)
