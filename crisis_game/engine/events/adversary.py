"""Events of the adversary: its sealed order, what leaked to it, what it did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.engine.event import Audience, Event
from crisis_game.engine.events.world import Pairs, told_scores
from crisis_game.engine.state import Scores, State
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text


@dataclass(frozen=True, slots=True)
class OrderSealed:
    """The adversary's order for this round is sealed, with the luck of each of its steps."""

    scores: Scores
    luck: Pairs
    to: Audience = ()
    kind: ClassVar[str] = "order-sealed"

    def apply(self, state: State) -> None:
        """Seal it."""
        world = state.world
        world.ordered, world.done, world.chosen = self.scores, None, None
        world.luck = dict(self.luck)

    def tell(self) -> Text | None:
        """For the facilitator."""
        return Text("Sealed order: {step:step}.", {"step": self.scores.choice})


@dataclass(frozen=True, slots=True)
class PositionLeaked:
    """The adversary has learnt one seat's position on one text."""

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
    """How the adversary weighed its steps in ANSWER."""

    scores: Scores
    to: Audience = ()
    kind: ClassVar[str] = "scores-kept"

    def apply(self, state: State) -> None:
        """Keep them for the debrief."""
        state.world.done = self.scores

    def tell(self) -> Text | None:
        """For the facilitator."""
        return Text("Scores: {scores}.", {"scores": told_scores(self.scores.with_luck)})


@dataclass(frozen=True, slots=True)
class StepTaken:
    """The adversary acted: what was ordered, what was done, and the nearest other choice with its distance."""

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
        state.world.level, state.world.last_step = self.level, self.done
        state.world.once.add(self.done)

    def tell(self) -> Text | None:
        """Open the order."""
        return Text(
            "Ordered: {ordered:step}. Done: {done:step}. Nearest other: {nearest:step}, {margin} short.",
            {"ordered": self.ordered, "done": self.done, "nearest": self.nearest, "margin": self.margin},
        )


@dataclass(frozen=True, slots=True)
class OfferPocketed:
    """The adversary took an offer and gave nothing."""

    to: Audience = ()
    kind: ClassVar[str] = "offer-pocketed"

    def apply(self, state: State) -> None:
        """Note it."""
        state.world.pocketed = True

    def tell(self) -> Text | None:
        """For the facilitator and the debrief."""
        return Text("The offer was pocketed.")


EVENTS: tuple[type[Event], ...] = (OrderSealed, PositionLeaked, ScoresKept, StepTaken, OfferPocketed)
