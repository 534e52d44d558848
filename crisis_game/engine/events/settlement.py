"""Events of settlement: mediation, hearings, inquiries, back channels, the Council."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.engine.event import Audience
from crisis_game.engine.events.moves import note_move
from crisis_game.engine.state import MoveSeen, State
from crisis_game.scenario.ids import ActorId, StateId, StepId
from crisis_game.texts import Text


@dataclass(frozen=True, slots=True)
class MediationAsked:
    """A member asked a mediator to try."""

    by: StateId
    to: Audience = None
    kind: ClassVar[str] = "mediation-asked"

    def apply(self, state: State) -> None:
        """Note the round."""
        state.commitments.mediation.append(state.round)
        note_move(state, self.to, MoveSeen(self.by, "ask-mediation"))

    def tell(self) -> Text | None:
        """The request."""
        return Text("{by:state} asks a mediator to try.", {"by": self.by})


@dataclass(frozen=True, slots=True)
class NeighbourHeard:
    """A neighbour was heard; what it says comes as a letter to all."""

    neighbour: StateId
    by: StateId
    to: Audience = None
    kind: ClassVar[str] = "neighbour-heard"

    def apply(self, state: State) -> None:
        """Note the round."""
        state.commitments.hearings[self.neighbour] = state.round
        note_move(state, self.to, MoveSeen(self.by, "ask-hearing", about=self.neighbour))

    def tell(self) -> Text | None:
        """Who was heard at whose request."""
        return Text(
            "At the request of {by:state}, {neighbour:state} is heard.", {"by": self.by, "neighbour": self.neighbour}
        )


@dataclass(frozen=True, slots=True)
class InquiryAsked:
    """A member asked for an inquiry: into an incident, or into harm done by the members' own measures (`own-harm`)."""

    subject: str
    by: StateId
    to: Audience = None
    kind: ClassVar[str] = "inquiry-asked"

    def apply(self, state: State) -> None:
        """Note the round."""
        state.commitments.inquiries[self.subject] = state.round
        note_move(state, self.to, MoveSeen(self.by, "ask-inquiry"))

    def tell(self) -> Text | None:
        """The request."""
        if self.subject == "own-harm":
            return Text("{by:state} asks for an inquiry into harm done by the members' own measures.", {"by": self.by})
        return Text("{by:state} asks for an inquiry: {subject:incident}.", {"by": self.by, "subject": self.subject})


@dataclass(frozen=True, slots=True)
class BackChannelOpened:
    """A member spoke to the adversary in private."""

    by: StateId
    to: Audience
    kind: ClassVar[str] = "back-channel-opened"

    def apply(self, state: State) -> None:
        """Note round and member."""
        state.commitments.back_channels.append((state.round, self.by))

    def tell(self) -> Text | None:
        """Only its own seat reads this."""
        return Text("You open a back channel.")


@dataclass(frozen=True, slots=True)
class CouncilAsked:
    """A member asked the Security Council for something; it answers in the next round."""

    by: StateId
    ask: str
    to: Audience = None
    kind: ClassVar[str] = "council-asked"

    def apply(self, state: State) -> None:
        """Note the referral."""
        state.commitments.referrals.append((state.round, self.by, self.ask))
        note_move(state, self.to, MoveSeen(self.by, "refer-to-council"))

    def tell(self) -> Text | None:
        """The referral."""
        return Text(
            "{by:state} refers the matter to the Security Council. Asked for: {ask:ask}.",
            {"by": self.by, "ask": self.ask},
        )


@dataclass(frozen=True, slots=True)
class ReactionChosen:
    """Whoever holds the seat of one who presses chose its step, sealed until ANSWER."""

    actor: ActorId
    step: StepId
    to: Audience
    kind: ClassVar[str] = "reaction-chosen"

    def apply(self, state: State) -> None:
        """Keep the choice; the last one counts."""
        state.world.actors[self.actor].chosen = self.step

    def tell(self) -> Text | None:
        """The choice."""
        return Text("You choose: {step:step}.", {"step": self.step})


EVENTS = (MediationAsked, NeighbourHeard, InquiryAsked, BackChannelOpened, CouncilAsked, ReactionChosen)
