"""Policies with one thing changed, to measure what that thing weighs: forced deliveries, other votes, another text."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from crisis_game.engine.act import Act
from crisis_game.engine.acts.ballots import CastVote
from crisis_game.engine.acts.responses import Deliver
from crisis_game.engine.acts.texts import TableText
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.chance import Stream
from crisis_game.engine.seen import Seen
from crisis_game.players.policy import Choice, Policy
from crisis_game.scenario.draft import Draft
from crisis_game.texts import Text

Perturbation = Callable[[str, Policy], Policy]
"""What becomes of the policy of a seat."""


class _Perturbed:
    """A policy beside another, whose name it has."""

    def __init__(self, inner: Policy) -> None:
        self.name = inner.name
        self._inner = inner


class Forced(_Perturbed):
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
                    if order.refusal(seen) is None:
                        return Choice(order, Text("Forced."))
        choice = self._inner.choose(seen, stream)
        return Choice(SetReady(), choice.why) if isinstance(choice.command, Deliver) else choice


class _InOneRound(_Perturbed, ABC):
    """A policy that chooses otherwise in one round, as far as that is possible."""

    why: ClassVar[Text]

    def __init__(self, inner: Policy, round_: int) -> None:
        super().__init__(inner)
        self._round = round_

    def choose(self, seen: Seen, stream: Stream) -> Choice:
        """What the policy wants, but for what is changed."""
        choice = self._inner.choose(seen, stream)
        instead = self._instead(choice.command) if seen.round == self._round else None
        if instead is None or instead.refusal(seen) is not None:
            return choice
        return Choice(instead, self.why)

    @abstractmethod
    def _instead(self, command: Act) -> Act | None:
        """What is chosen in place of a command; None for the command itself."""


class Contrary(_InOneRound):
    """A policy that votes no on everything in the ORDERS of one round."""

    why = Text("Contrary.")

    def _instead(self, command: Act) -> Act | None:
        return CastVote(command.text, "no") if isinstance(command, CastVote) else None


class Turned(_InOneRound):
    """A policy whose votes on all texts of one round's ORDERS are turned round: no for yes, yes for anything else."""

    why = Text("Turned.")

    def _instead(self, command: Act) -> Act | None:
        if not isinstance(command, CastVote):
            return None
        return CastVote(command.text, "no" if command.vote == "yes" else "yes", command.also)


class Withheld(_InOneRound):
    """A policy that delivers nothing in one round."""

    why = Text("Withheld.")

    def _instead(self, command: Act) -> Act | None:
        if not isinstance(command, Deliver) or command.level == "none":
            return None
        return replace(command, level="none")


class Watched(_Perturbed):
    """A policy whose choices somebody looks at; it chooses as it would."""

    def __init__(self, inner: Policy, look: Callable[[Seen, Act], object]) -> None:
        super().__init__(inner)
        self._look = look

    def choose(self, seen: Seen, stream: Stream) -> Choice:
        """What the policy wants, once it was looked at."""
        choice = self._inner.choose(seen, stream)
        self._look(seen, choice.command)
        return choice


class Tabled(_Perturbed):
    """A policy that puts another text forward in place of the one that it would table at that turn.

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
