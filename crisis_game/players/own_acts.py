"""ORDERS: acts that nobody else has, taken where the brief likes them, after notice of them."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.engine.acts.declarations import Notify
from crisis_game.engine.acts.responses import ActAlone
from crisis_game.engine.draft_rules import own_targets_of
from crisis_game.players.mind import Mind, Move
from crisis_game.scenario.model import Measure
from crisis_game.texts import Text

LIKED = 1
"""From this liking on a seat takes an act of its own."""


def moves(mind: Mind) -> Iterator[Move]:
    """Notice of each act that is this seat's alone and fits now, then the order to take it."""
    for measure in _own(mind):
        targets = own_targets_of(mind.seen, measure.id)
        if not targets:
            continue
        target = mind.seen.adversary if mind.seen.adversary in targets else targets[0]
        if (mind.seen.seat, measure.id) not in mind.seen.commitments.notices:
            yield Notify(measure.id), Text("We say beforehand what we shall do.")
        basis = measure.basis[0] if measure.basis else "none-claimed"
        yield ActAlone(measure.id, target, basis, False), Text("Nobody else can do this.")


def _own(mind: Mind) -> list[Measure]:
    """What is this seat's alone, is liked, proven enough, can be paid, and neither runs nor is ordered."""
    seen = mind.seen
    mine = [sheet for id_ in seen.played if seen.seat in (sheet := seen.measure(id_)).only]
    busy = {active.measure for active in seen.active} | {measure for _, measure in seen.orders.alone}
    return [
        sheet
        for sheet in mine
        if sheet.id not in busy
        and mind.weighing.liking(sheet) >= LIKED
        and mind.weighing.proof_for(sheet) <= max(0, mind.surest_rank)
        and sheet.cost <= max(0, mind.spare)
    ]
