"""Events of knowledge: what seats believe, sources shared and burned, verification asked for and answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from crisis_game.conditions.grades import Grade
from crisis_game.engine.event import Audience
from crisis_game.engine.events.moves import note_move
from crisis_game.engine.events.talk import count_message
from crisis_game.engine.state import MoveSeen, State, Verification
from crisis_game.scenario.ids import ClaimId, SeatId, SourceId
from crisis_game.texts import Msgid, Text, Value

Outcome = Literal["confirmed", "refuted", "no-access"]


@dataclass(frozen=True, slots=True)
class BeliefGraded:
    """A seat said to itself how sure it is of a claim."""

    seat: SeatId
    claim: ClaimId
    grade: Grade | None
    to: Audience
    kind: ClassVar[str] = "belief-graded"

    def apply(self, state: State) -> None:
        """Keep it; the last one counts."""
        state.knowledge.believed.setdefault(self.seat, {})[self.claim] = self.grade

    def tell(self) -> Text | None:
        """What one believes."""
        if self.grade is None:
            return Text("You have no view on the claim: {claim:claim}", {"claim": self.claim})
        return Text("You hold it {grade:grade}: {claim:claim}", {"grade": self.grade, "claim": self.claim})


@dataclass(frozen=True, slots=True)
class SourceShared:
    """The holder of a source shared it: with the seats `readers`, or (empty) with all members."""

    source: SourceId
    holder: SeatId
    readers: tuple[SeatId, ...]
    to: Audience
    kind: ClassVar[str] = "source-shared"

    def apply(self, state: State) -> None:
        """Note who has it now."""
        knowledge = state.knowledge
        knowledge.shared.setdefault(self.source, set()).update(self.readers)
        if not self.readers:
            knowledge.open.add(self.source)
        note_move(state, self.to, MoveSeen(self.holder, "share-evidence", about=self.source))

    def tell(self) -> Text | None:
        """Who shared what with whom."""
        values: dict[str, Value] = {"holder": self.holder, "source": self.source, "readers": self.readers}
        if not self.readers:
            return Text("{holder:state} shares {source:source} with all members.", values)
        return Text("{holder:state} shares {source:source} with {readers:state}.", values)


@dataclass(frozen=True, slots=True)
class SourceBurned:
    """Published reasons opened a source: from the next round on its holder has no more use of it."""

    source: SourceId
    round: int
    to: Audience = None
    kind: ClassVar[str] = "source-burned"

    def apply(self, state: State) -> None:
        """Note the round."""
        state.knowledge.burned[self.source] = self.round

    def tell(self) -> Text | None:
        """Which source was opened."""
        return Text("The published reasons give {source:source} away.", {"source": self.source})


@dataclass(frozen=True, slots=True)
class VerificationAsked:
    """Neutral verifiers were asked to look into a claim."""

    claim: ClaimId
    by: SeatId
    to: Audience = None
    kind: ClassVar[str] = "verification-asked"

    def apply(self, state: State) -> None:
        """Note the request; it is answered at the next SITUATION."""
        state.knowledge.verifications.append(Verification(self.claim, self.by, state.round))

    def tell(self) -> Text | None:
        """The request."""
        return Text("{by:state} asks for verification: {claim:claim}", {"by": self.by, "claim": self.claim})


@dataclass(frozen=True, slots=True)
class VerificationAnswered:
    """The verifiers answered a request of the round `asked`, or had no access."""

    claim: ClaimId
    by: SeatId
    asked: int
    answer: Outcome
    to: Audience = None
    kind: ClassVar[str] = "verification-answered"

    def apply(self, state: State) -> None:
        """Keep the answer with its request."""
        known = state.knowledge
        open_ = Verification(self.claim, self.by, self.asked)
        answered = Verification(self.claim, self.by, self.asked, self.answer)
        known.verifications = [
            answered if verification == open_ else verification for verification in known.verifications
        ]

    def tell(self) -> Text | None:
        """The answer."""
        return Text(_ANSWERS[self.answer], {"claim": self.claim})


@dataclass(frozen=True, slots=True)
class EvidenceAsked:
    """A member was asked what it has on a claim; `to` are these two."""

    by: SeatId
    of: SeatId
    claim: ClaimId
    to: Audience
    kind: ClassVar[str] = "evidence-asked"

    def apply(self, state: State) -> None:
        """Let it wait for an answer, and count it as a message."""
        state.mail.wanted.append((self.by, self.of, self.claim))
        state.mail.wanting.add((self.by, state.round))
        count_message(state, self.by)

    def tell(self) -> Text | None:
        """The question."""
        values: dict[str, Value] = {"by": self.by, "of": self.of, "claim": self.claim}
        return Text("{by:state} asks {of:state} what it has on this: {claim:claim}", values)


@dataclass(frozen=True, slots=True)
class EvidenceAnswered:
    """Who was asked for evidence has shared some, or has none to share, or names its price; `to` are these two."""

    seat: SeatId
    by: SeatId
    claim: ClaimId
    given: bool
    price: int
    to: Audience
    kind: ClassVar[str] = "evidence-answered"

    def apply(self, state: State) -> None:
        """The question waits no more."""
        state.mail.wanted.remove((self.by, self.seat, self.claim))

    def tell(self) -> Text | None:
        """What was said; what was shared is told by itself."""
        values: dict[str, Value] = {"seat": self.seat, "by": self.by, "claim": self.claim, "price": self.price}
        if self.given:
            return None
        if self.price:
            return Text(
                "{seat:state} would show {by:state} what it has for {price} from a treasury: {claim:claim}", values
            )
        return Text("{seat:state} has nothing to show {by:state} on this: {claim:claim}", values)


_ANSWERS: dict[str, Msgid] = {
    "confirmed": "The verifiers confirm: {claim:claim}",
    "refuted": "The verifiers find that this is not so: {claim:claim}",
    "no-access": "The verifiers had no access, and cannot say: {claim:claim}",
}

EVENTS = (
    BeliefGraded,
    SourceShared,
    SourceBurned,
    VerificationAsked,
    VerificationAnswered,
    EvidenceAsked,
    EvidenceAnswered,
)
