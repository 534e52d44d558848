"""Events of the script: what arrives, and what happens of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.conditions.grades import Grade
from crisis_game.engine.event import Audience, Event
from crisis_game.engine.state import IncidentState, Letter, State
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text


@dataclass(frozen=True, slots=True)
class LetterCame:
    """Something came into the inbox of those who may read it."""

    letter: Letter
    to: Audience
    kind: ClassVar[str] = "letter-came"

    def apply(self, state: State) -> None:
        """Keep it; an inject has arrived."""
        state.mail.letters.append(self.letter)
        if self.letter.id.startswith("inject:"):
            inject = self.letter.id.removeprefix("inject:")
            state.script.arrived[inject] = state.round
            state.script.held.discard(inject)
            state.script.skipped.discard(inject)

    def tell(self) -> Text | None:
        """Its sender; the words are in the inbox."""
        return self.letter.says.text if self.letter.says else None


@dataclass(frozen=True, slots=True)
class ReactionFired:
    """A reaction of the scenario took place."""

    reaction: str
    to: Audience = ()
    kind: ClassVar[str] = "reaction-fired"

    def apply(self, state: State) -> None:
        """Note the round."""
        state.script.reactions[self.reaction] = state.round

    def tell(self) -> Text | None:
        """For the facilitator."""
        return Text("{reaction:reaction}.", {"reaction": self.reaction})


@dataclass(frozen=True, slots=True)
class IncidentHappened:
    """An incident happened."""

    incident: str
    to: Audience = None
    kind: ClassVar[str] = "incident-happened"

    def apply(self, state: State) -> None:
        """Note the round."""
        state.world.incidents[self.incident] = IncidentState(state.round)

    def tell(self) -> Text | None:
        """Name it."""
        return Text("{incident:incident}.", {"incident": self.incident})


@dataclass(frozen=True, slots=True)
class ClaimGraded:
    """What is known of a claim changed; `seats` empty for all members."""

    claim: str
    grade: Grade
    seats: tuple[SeatId, ...] = ()
    to: Audience = None
    kind: ClassVar[str] = "claim-graded"

    def apply(self, state: State) -> None:
        """Set the grade for all, or for some; what all know is no less known to each."""
        if not self.seats:
            if state.knowledge.public.get(self.claim) != self.grade:
                state.knowledge.graded[self.claim] = state.round
            state.knowledge.public[self.claim] = self.grade
            for own in state.knowledge.seats.values():
                own.pop(self.claim, None)
        for seat in self.seats:
            state.knowledge.seats.setdefault(seat, {})[self.claim] = self.grade

    def tell(self) -> Text | None:
        """The claim, and as how certain it is known."""
        return Text("Known as {grade:grade}: {claim:claim}", {"claim": self.claim, "grade": self.grade})


@dataclass(frozen=True, slots=True)
class MilestoneReached:
    """A milestone of the scenario is reached; its condition may read what is hidden, so no seat is told."""

    milestone: str
    to: Audience = ()
    kind: ClassVar[str] = "milestone-reached"

    def apply(self, state: State) -> None:
        """Note the round."""
        state.script.milestones[self.milestone] = state.round

    def tell(self) -> Text | None:
        """For the facilitator."""
        return Text("Milestone {milestone}.", {"milestone": self.milestone})


@dataclass(frozen=True, slots=True)
class MilestoneLeft:
    """A milestone that holds only while its condition does holds no longer."""

    milestone: str
    to: Audience = ()
    kind: ClassVar[str] = "milestone-left"

    def apply(self, state: State) -> None:
        """Forget it: the rounds are counted anew when it is reached again."""
        state.script.milestones.pop(self.milestone, None)

    def tell(self) -> Text | None:
        """For the facilitator."""
        return Text("Milestone {milestone} is over.", {"milestone": self.milestone})


EVENTS: tuple[type[Event], ...] = (
    LetterCame,
    ReactionFired,
    IncidentHappened,
    ClaimGraded,
    MilestoneReached,
    MilestoneLeft,
)
