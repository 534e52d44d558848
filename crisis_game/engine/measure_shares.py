"""The measures of texts in force, and each member's share in them: what it owes, gave last, and wants to give now."""

from __future__ import annotations

from dataclasses import dataclass

from crisis_game.engine.shared_values import ActiveId
from crisis_game.engine.state import ActiveMeasure, State, TextState
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.draft import MeasureLine
from crisis_game.scenario.ids import Delivery, SeatId

DEFAULT: Delivery = "half"
"""What is given to a new measure by a member that owes its part and says nothing."""


@dataclass(frozen=True, slots=True)
class Part:
    """One measure of a text in force.

    Attributes:
        running: the measure, where it has begun under this text.
        before: the same measure on the same target under earlier texts or of members alone, which this text takes over.
    """

    text: TextState
    line: MeasureLine
    running: ActiveMeasure | None
    before: tuple[ActiveMeasure, ...]

    @property
    def id(self) -> ActiveId:
        """The id of the measure in force."""
        return f"{self.text.id}/{self.line.measure}"


@dataclass(frozen=True, slots=True)
class Share:
    """What a member has to do with a measure this round.

    Attributes:
        owed: its pledge, where it is due; None where it owes nothing.
        last: what it gave before; None where the measure is new to it.
        ordered: what it sealed; None where it said nothing.
        wanted: what it gives if it can pay: what it sealed, else what it gave last, else half of a new pledge.
    """

    seat: SeatId
    owed: Delivery | None
    last: Delivery | None
    ordered: Delivery | None
    wanted: Delivery

    @property
    def due(self) -> bool:
        """Whether the member is waited for."""
        return self.owed is not None or self.last in ("full", "half")

    @property
    def departs(self) -> bool:
        """Whether the member chose to leave a measure that it owes and gave to."""
        return self.owed is not None and self.last in ("full", "half") and self.ordered == "none"


def in_force(state: State) -> list[Part]:
    """The measures of all texts in force that have not ended; of one measure on one target, that of the latest text."""
    adopted = [text for text in state.council.texts.values() if text.status == "adopted"]
    latest: dict[MeasureLine, TextState] = {}
    for text in sorted(adopted, key=lambda text: text.adopted_round):
        latest.update(dict.fromkeys(text.draft.lines, text))
    parts = (_part(state, text, line) for line, text in latest.items())
    return [part for part in parts if part.running is None or part.running.status != "ended"]


def shares(working: Working, part: Part) -> list[Share]:
    """The shares of all members that have something to do with a measure, in the order of their ids.

    Words are said by all who voted for them; nothing else is asked of anybody.
    """
    measure = working.scenario.measures[part.line.measure]
    if measure.kind == "words":
        voted = sorted(seat for seat, vote in part.text.votes.items() if vote == "yes")
        said = [] if part.running else [seat for seat in voted if measure.is_for(seat)]
        return [Share(seat, None, None, None, "full") for seat in said]
    member_shares = (_share(working.state, part, seat) for seat in working.scenario.members)
    return [share for share in member_shares if share is not None]


def _part(state: State, text: TextState, line: MeasureLine) -> Part:
    running = state.measures.get(f"{text.id}/{line.measure}")
    if running is not None:
        return Part(text, line, running, ())
    going_on = (active for _, active in sorted(state.measures.items()) if active.status != "ended")
    same = (active for active in going_on if (active.measure, active.target) == (line.measure, line.target))
    return Part(text, line, None, tuple(same))


def _share(state: State, part: Part, seat: SeatId) -> Share | None:
    measure = part.line.measure
    owed = part.text.pledges.get((seat, measure)) if part.text.votes.get(seat) == "yes" else None
    last = _last(part, seat)
    ordered = state.orders.deliveries.get((seat, part.text.id, measure)) or _ordered_alone(state, part, seat)
    wanted = ordered or last or (DEFAULT if owed else None)
    if wanted is None or (wanted == "none" and owed is None and last in (None, "none")):
        return None
    return Share(seat, owed, last, ordered, wanted)


def _last(part: Part, seat: SeatId) -> Delivery | None:
    earlier = (part.running, *part.before) if part.running else part.before
    return next((active.deliveries[seat] for active in earlier if seat in active.deliveries), None)


def _ordered_alone(state: State, part: Part, seat: SeatId) -> Delivery | None:
    """Whoever ordered alone what a text in force does gives its full part under that text."""
    order = state.orders.alone.get((seat, part.line.measure))
    return "full" if order is not None and order.target == part.line.target else None
