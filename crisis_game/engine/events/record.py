"""Events of the record: conducts opened, grown, ended; what the world says of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from crisis_game.engine.event import Audience, Event
from crisis_game.engine.state import ConductState, State
from crisis_game.law.conduct import FactValue
from crisis_game.texts import Text

Facts = Mapping[str, FactValue]


@dataclass(frozen=True, slots=True)
class ConductOpened:
    """An act of legal weight was done; its facts in three readings lie over those that all readings share."""

    id: str
    actor: str
    participants: tuple[str, ...]
    subject: str
    rung: int
    facts: Facts
    public: Facts
    known: Facts
    true: Facts
    to: Audience = ()
    kind: ClassVar[str] = "conduct-opened"

    def apply(self, state: State) -> None:
        """Put it on record."""
        state.record.conducts[self.id] = ConductState(
            self.id,
            self.actor,
            self.participants,
            state.round,
            self.subject,
            self.rung,
            dict(self.facts),
            dict(self.public),
            dict(self.known),
            dict(self.true),
        )

    def tell(self) -> Text | None:
        """For the facilitator."""
        return Text("On record: {id}.", {"id": self.id})


@dataclass(frozen=True, slots=True)
class ConductGrew:
    """Facts came to an act on record: to all its readings, to the public one, to the true one."""

    id: str
    facts: Facts
    participants: tuple[str, ...]
    public: Facts = field(default_factory=dict)
    true: Facts = field(default_factory=dict)
    to: Audience = ()
    kind: ClassVar[str] = "conduct-grew"

    def apply(self, state: State) -> None:
        """Add them."""
        conduct = state.record.conducts[self.id]
        conduct.facts = {**conduct.facts, **self.facts}
        conduct.public = {**conduct.public, **self.public}
        conduct.true = {**conduct.true, **self.true}
        conduct.participants = self.participants

    def tell(self) -> Text | None:
        """Nothing to tell."""
        return None


@dataclass(frozen=True, slots=True)
class FactsLost:
    """Facts of an act on record are known no longer, or are so no longer, in one of its readings."""

    id: str
    public: tuple[str, ...]
    true: tuple[str, ...]
    to: Audience = ()
    kind: ClassVar[str] = "facts-lost"

    def apply(self, state: State) -> None:
        """Take them out."""
        conduct = state.record.conducts[self.id]
        conduct.public = {name: value for name, value in conduct.public.items() if name not in self.public}
        conduct.true = {name: value for name, value in conduct.true.items() if name not in self.true}

    def tell(self) -> Text | None:
        """Nothing to tell."""
        return None


@dataclass(frozen=True, slots=True)
class ConductEnded:
    """An act on record has ended."""

    id: str
    to: Audience = ()
    kind: ClassVar[str] = "conduct-ended"

    def apply(self, state: State) -> None:
        """Note the round."""
        state.record.conducts[self.id].ended = state.round

    def tell(self) -> Text | None:
        """Nothing to tell."""
        return None


@dataclass(frozen=True, slots=True)
class Blamed:
    """The world protests at an act, or at how it was decided; once for each act and rule."""

    mark: str
    unlawful: bool
    to: Audience = ()
    kind: ClassVar[str] = "blamed"

    def apply(self, state: State) -> None:
        """Count it."""
        state.record.blamed.add(self.mark)
        if self.unlawful:
            state.record.unlawful += 1
        else:
            state.record.defects += 1

    def tell(self) -> Text | None:
        """For the facilitator."""
        return Text("Public reading: {mark}.", {"mark": self.mark})


EVENTS: tuple[type[Event], ...] = (ConductOpened, ConductGrew, FactsLost, ConductEnded, Blamed)
