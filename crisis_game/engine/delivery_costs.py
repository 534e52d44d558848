"""What a part in a measure costs, what a member can pay, who can give at all, and whether it has its consent."""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.engine.events.measures import ConsentTold, MeasurePaid
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import ActiveMeasure, Commitments
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import ConsentId, Delivery, MeasureId, SeatId, StateId
from crisis_game.scenario.model import Consent, Measure

LEVELS: tuple[Delivery, ...] = ("full", "half", "none")
"""What can be given, most first."""


def cost_of(measure: Measure, level: Delivery) -> int:
    """The treasury that a delivery takes each round; half costs half, rounded up. Words cost nothing."""
    if measure.kind == "words" or level == "none":
        return 0
    return measure.cost if level == "full" else (measure.cost + 1) // 2


def affordable(treasury: int, measure: Measure, wanted: Delivery) -> Delivery:
    """What a treasury can pay of what is to be given: that, else half, else nothing."""
    within = LEVELS[LEVELS.index(wanted) :]
    return next(level for level in within if cost_of(measure, level) <= treasury)


def pay(working: Working, seat: SeatId, measure: Measure, level: Delivery) -> None:
    """Take the cost of a delivery off a member's treasury."""
    cost = cost_of(measure, level)
    if cost:
        working.emit(MeasurePaid(seat, measure.id, cost))


def has_means(seen: Seen, state: StateId, measure: MeasureId) -> bool:
    """Whether a member can take part in a measure: words and help are open to all, the rest takes capability.

    What an author keeps for some members is open to nobody else.
    """
    sheet = seen.measure(measure)
    return sheet.is_for(state) and (sheet.kind in ("words", "help") or seen.means(state).get(sheet.domain, 0) > 0)


def host_consents(working: Working, measure: Measure, author: SeatId | None = None) -> bool:
    """Whether a measure has the consent for which it waits; who gives that needs none to act alone."""
    return consented(working.state.commitments, working.scenario.consents, measure, author)


def consented(
    commitments: Commitments, consents: Mapping[ConsentId, Consent], measure: Measure, author: SeatId | None = None
) -> bool:
    """As `host_consents`, by the consents that were declared."""
    consent = consents.get(measure.needs or "")
    if consent is None or not consent.binding or consent.giver == author:
        return True
    return commitments.consents[consent.id].covers(measure.id)


def rest_or_go_on(working: Working, active: ActiveMeasure, covered: bool) -> None:
    """Let a measure rest where its consent is missing, and go on where it is there again."""
    if covered != (active.status == "active"):
        working.emit(ConsentTold(active.id, active.measure, covered))
