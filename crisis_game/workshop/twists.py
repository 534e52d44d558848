"""Policies with one thing changed, to measure what that thing weighs: absent, forced to deliver, voting otherwise."""

from __future__ import annotations

from collections.abc import Callable

from crisis_game.engine.chance import Stream
from crisis_game.engine.commands import CastVote, Deliver, SetReady
from crisis_game.engine.machine import BY_COMMAND
from crisis_game.engine.seen import Seen
from crisis_game.players.policy import Choice, Policy
from crisis_game.texts import Text

Twist = Callable[[str, Policy], Policy]
"""What becomes of the policy of a seat."""


class Absent:
    """Nobody sits there: always ready, so that defaults take their course."""

    name = "absent"
    patient = False

    def choose(self, *_: object) -> Choice:
        """Nothing."""
        return Choice(SetReady(), Text("Nobody is here."))


class Forced:
    """A policy that gives in full what it pledged in so many per cent of cases, else nothing."""

    def __init__(self, inner: Policy, per_cent: int) -> None:
        self.name, self.patient = inner.name, inner.patient
        self._inner = inner
        self._per_cent = per_cent

    def choose(self, seen: Seen, stream: Stream) -> Choice:
        """First the deliveries, then what the policy wants, other deliveries left out."""
        for id_, text in seen.texts.items() if seen.phase == "response" else ():
            for (seat, measure), pledged in text.pledges.items():
                mine = seat == seen.seat and pledged != "none" and text.status == "adopted"
                if mine and (seat, id_, measure) not in seen.orders.deliveries:
                    order = Deliver(id_, measure, "full" if stream.chance(self._per_cent) else "none")
                    if BY_COMMAND[Deliver].refuses(seen, order) is None:
                        return Choice(order, Text("Forced."))
        choice = self._inner.choose(seen, stream)
        return Choice(SetReady(), choice.why) if isinstance(choice.command, Deliver) else choice


class Contrary:
    """A policy that votes no on everything in the ORDERS of one round."""

    def __init__(self, inner: Policy, round_: int) -> None:
        self.name, self.patient = inner.name, inner.patient
        self._inner = inner
        self._round = round_

    def choose(self, seen: Seen, stream: Stream) -> Choice:
        """What the policy wants, but for its votes."""
        choice = self._inner.choose(seen, stream)
        if isinstance(choice.command, CastVote) and seen.round == self._round:
            return Choice(CastVote(choice.command.text, "no"), Text("Contrary."))
        return choice
