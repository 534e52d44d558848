"""A seat that uses force alone in each round, whatever the others decide: to measure what the world makes of that."""

from __future__ import annotations

from collections.abc import Iterable

from crisis_game.engine.acts.responses import ActAlone
from crisis_game.engine.chance import Stream
from crisis_game.engine.delivery_costs import consented
from crisis_game.engine.draft_rules import targets_of
from crisis_game.engine.seen import Seen
from crisis_game.players.character import CHARACTERS
from crisis_game.players.policy import CharacterPolicy, Choice
from crisis_game.scenario.ids import MeasureId
from crisis_game.scenario.model import Measure
from crisis_game.texts import Text

Strength = tuple[bool, int, str]
"""How strong a measure is: armed force before any other, then its rung; of equals the last by id."""


def strength(measure: Measure) -> Strength:
    """How strong a measure is beside others."""
    return measure.use_of_force == "armed", measure.rung, measure.id


class ForceAlone:
    """Uses force alone in each round, as soon as orders are taken; for the rest it is a hawk.

    In each round it orders the strongest measure of force of the whole catalogue that it can pay for, has means for,
    and whose host consents, unless one as strong is in force by its own order. It asks for nobody's leave: the order
    counts whether a text is adopted or not.

    Args:
        measure: the one measure that it takes, forceful or not; None leaves it the choice.
    """

    name = "alone"

    def __init__(self, measure: MeasureId | None = None) -> None:
        self._measure = measure
        self._hawk = CharacterPolicy(CHARACTERS["hawk"])

    def choose(self, seen: Seen, stream: Stream) -> Choice:
        """The order to act alone, where one is possible and still to be given; else what a hawk does."""
        order = self._order(seen) if seen.beat in ActAlone.beats and seen.role in ActAlone.roles else None
        if order is None:
            return self._hawk.choose(seen, stream)
        return Choice(order, Text("We act, whatever the others do."), possible=True)

    def _order(self, seen: Seen) -> ActAlone | None:
        """The strongest order that is possible now and adds something to what it does alone already."""
        own = _own(seen)
        for measure in sorted(self._measures(seen), key=strength, reverse=True):
            if measure.id in own:
                return None
            order = _order_for(seen, measure)
            if consented(seen.commitments, seen.consents, measure, seen.seat) and order.refusal(seen) is None:
                return order
        return None

    def _measures(self, seen: Seen) -> Iterable[Measure]:
        """The measures to choose from."""
        if self._measure is not None:
            return (seen.measure(self._measure),)
        return (measure for id_ in seen.measures if (measure := seen.measure(id_)).uses_force)


def _own(seen: Seen) -> set[MeasureId]:
    """Measures that work by the seat's own order, and those that it has ordered for this round."""
    running = {
        active.measure
        for active in seen.active
        if active.authority is None and active.author == seen.seat and active.status == "active"
    }
    return running | {measure for _, measure in seen.orders.alone}


def _order_for(seen: Seen, measure: Measure) -> ActAlone:
    """The order to take a measure at once, against the adversary where it can be, on its likeliest basis."""
    targets = targets_of(seen, measure.id)
    target = seen.adversary if seen.adversary in targets else targets[0]
    basis = measure.basis[0] if measure.basis else "none-claimed"
    return ActAlone(measure.id, target, basis, False)
