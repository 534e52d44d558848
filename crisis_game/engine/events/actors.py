"""Events of those who press: the sealed order of each, what leaked to them, what they did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.engine.event import Audience, Event
from crisis_game.engine.events.world import Pairs, told_scores
from crisis_game.engine.state import Scores, State
from crisis_game.scenario.ids import ActorId, SeatId
from crisis_game.texts import Text


@dataclass(frozen=True, slots=True)
class OrderSealed:
    """An actor's order for this round is sealed, with the luck of each of its steps."""

    actor: ActorId
    scores: Scores
    luck: Pairs
    to: Audience = ()
    kind: ClassVar[str] = "order-sealed"

    def apply(self, state: State) -> None:
        """Seal it."""
        own = state.world.actors[self.actor]
        own.ordered, own.done, own.chosen = self.scores, None, None
        own.luck = dict(self.luck)

    def tell(self) -> Text | None:
        """For the facilitator."""
        return Text("Sealed order of {actor:state}: {step:step}.", {"actor": self.actor, "step": self.scores.choice})


@dataclass(frozen=True, slots=True)
class PositionLeaked:
    """Those who bargain have learnt one seat's position on one text."""

    seat: SeatId
    text: str
    stance: str
    to: Audience = ()
    kind: ClassVar[str] = "position-leaked"

    def apply(self, state: State) -> None:
        """Note what leaked."""
        state.world.leaks.append((state.round, self.seat, self.text, self.stance))

    def tell(self) -> Text | None:
        """For the facilitator and the debrief."""
        return Text(
            "Leaked: {seat:state}'s position on {text:text} ({stance}).",
            {"seat": self.seat, "text": self.text, "stance": self.stance},
        )


@dataclass(frozen=True, slots=True)
class ScoresKept:
    """How an actor weighed its steps in ANSWER."""

    actor: ActorId
    scores: Scores
    to: Audience = ()
    kind: ClassVar[str] = "scores-kept"

    def apply(self, state: State) -> None:
        """Keep them for the debrief."""
        state.world.actors[self.actor].done = self.scores

    def tell(self) -> Text | None:
        """For the facilitator."""
        return Text(
            "Scores of {actor:state}: {scores}.",
            {"actor": self.actor, "scores": told_scores(self.scores.with_luck)},
        )


@dataclass(frozen=True, slots=True)
class StepTaken:
    """An actor acted: what was ordered, what was done, and the nearest other choice with its distance.

    `nearest` is empty where nothing else was open.
    """

    actor: ActorId
    ordered: str
    done: str
    level: int
    nearest: str
    margin: int
    variant: int = -1
    to: Audience = None
    kind: ClassVar[str] = "step-taken"

    def apply(self, state: State) -> None:
        """Move it on its ladder."""
        own = state.world.actors[self.actor]
        if own.level != self.level:
            own.moved = state.round
        own.level, own.last_step = self.level, self.done
        state.world.once.add(self.done)

    def tell(self) -> Text | None:
        """Open the order."""
        values = {"actor": self.actor, "ordered": self.ordered, "done": self.done}
        if not self.nearest:
            return Text("{actor:state}. Ordered: {ordered:step}. Done: {done:step}.", values)
        return Text(
            "{actor:state}. Ordered: {ordered:step}. Done: {done:step}. Nearest other: {nearest:step}, {margin} short.",
            {**values, "nearest": self.nearest, "margin": self.margin},
        )


@dataclass(frozen=True, slots=True)
class OfferPocketed:
    """An actor took an offer and gave nothing."""

    actor: ActorId
    to: Audience = ()
    kind: ClassVar[str] = "offer-pocketed"

    def apply(self, state: State) -> None:
        """Note it."""
        state.world.actors[self.actor].pocketed = True

    def tell(self) -> Text | None:
        """For the facilitator and the debrief."""
        return Text("{actor:state} pocketed the offer.", {"actor": self.actor})


EVENTS: tuple[type[Event], ...] = (OrderSealed, PositionLeaked, ScoresKept, StepTaken, OfferPocketed)
