"""Policies with one thing changed, to measure what that thing weighs: absent, forced to deliver, voting otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from crisis_game.engine.chance import Stream
from crisis_game.engine.commands import CastVote, Command, Deliver, SetReady, TableText
from crisis_game.engine.machine import BY_COMMAND
from crisis_game.engine.seen import Seen
from crisis_game.players.policy import Choice, Policy
from crisis_game.scenario.draft import Draft
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


class _Twisted:
    """A policy beside another, whose name and patience it has."""

    def __init__(self, inner: Policy) -> None:
        self.name, self.patient = inner.name, inner.patient
        self._inner = inner


class Forced(_Twisted):
    """A policy that gives in full what it pledged in so many per cent of cases, else nothing."""

    def __init__(self, inner: Policy, per_cent: int) -> None:
        super().__init__(inner)
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


class Contrary(_Twisted):
    """A policy that votes no on everything in the ORDERS of one round."""

    def __init__(self, inner: Policy, round_: int) -> None:
        super().__init__(inner)
        self._round = round_

    def choose(self, seen: Seen, stream: Stream) -> Choice:
        """What the policy wants, but for its votes."""
        choice = self._inner.choose(seen, stream)
        if isinstance(choice.command, CastVote) and seen.round == self._round:
            return Choice(CastVote(choice.command.text, "no"), Text("Contrary."))
        return choice


class Turned(_Twisted):
    """A policy whose votes on all texts of one round's ORDERS are turned round."""

    def __init__(self, inner: Policy, round_: int) -> None:
        super().__init__(inner)
        self._round = round_

    def choose(self, seen: Seen, stream: Stream) -> Choice:
        """What the policy wants, but no for yes and yes for anything else."""
        choice = self._inner.choose(seen, stream)
        if isinstance(choice.command, CastVote) and seen.round == self._round:
            vote = CastVote(choice.command.text, "no" if choice.command.vote == "yes" else "yes", choice.command.also)
            if BY_COMMAND[CastVote].refuses(seen, vote) is None:
                return Choice(vote, Text("Turned."))
        return choice


class Withheld(_Twisted):
    """A policy that delivers nothing in one round."""

    def __init__(self, inner: Policy, round_: int) -> None:
        super().__init__(inner)
        self._round = round_

    def choose(self, seen: Seen, stream: Stream) -> Choice:
        """What the policy wants, but nothing for what it would deliver."""
        choice = self._inner.choose(seen, stream)
        order = choice.command
        if isinstance(order, Deliver) and seen.round == self._round and order.level != "none":
            withheld = replace(order, level="none")
            if BY_COMMAND[Deliver].refuses(seen, withheld) is None:
                return Choice(withheld, Text("Withheld."))
        return choice


class Watched(_Twisted):
    """A policy whose choices somebody looks at; it chooses as it would."""

    def __init__(self, inner: Policy, look: Callable[[Seen, Command], object]) -> None:
        super().__init__(inner)
        self._look = look

    def choose(self, seen: Seen, stream: Stream) -> Choice:
        """What the policy wants, once it was looked at."""
        choice = self._inner.choose(seen, stream)
        self._look(seen, choice.command)
        return choice


class Tabled(_Twisted):
    """A policy that puts another text forward in place of the one that it would table at that turn of the game.

    Attributes:
        turn: which of the texts that it tables, counted from 0.
    """

    def __init__(self, inner: Policy, turn: int, draft: Draft) -> None:
        super().__init__(inner)
        self._left = turn
        self._draft = draft

    def choose(self, seen: Seen, stream: Stream) -> Choice:
        """What the policy wants, but for that text."""
        choice = self._inner.choose(seen, stream)
        if isinstance(choice.command, TableText):
            self._left -= 1
            if self._left == -1:
                return Choice(TableText(self._draft), Text("Another text."))
        return choice
