"""Knowledge and settlement: grade, share, verify; mediate, hear, inquire; the Security Council."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.scenario.ids import ClaimId, Grade, SeatId, SourceId, StateId


@dataclass(frozen=True, slots=True)
class GradeClaim:
    """Say to oneself how sure one is of a claim; `None` for no view."""

    claim: ClaimId
    grade: Grade | None
    kind: ClassVar = "grade-claim"


@dataclass(frozen=True, slots=True)
class ShareEvidence:
    """Share a source one holds with some seats, or (`to` empty) with all members."""

    source: SourceId
    to: tuple[SeatId, ...] = ()
    kind: ClassVar = "share-evidence"


@dataclass(frozen=True, slots=True)
class AskVerification:
    """Ask neutral verifiers to look into a claim; answered at the next SITUATION, if they get access."""

    claim: ClaimId
    kind: ClassVar = "ask-verification"


@dataclass(frozen=True, slots=True)
class AskMediation:
    """Ask a mediator to try; cools, and counts as a peaceful means."""

    kind: ClassVar = "ask-mediation"


@dataclass(frozen=True, slots=True)
class AskHearing:
    """Ask that a neighbour be heard."""

    neighbour: StateId
    kind: ClassVar = "ask-hearing"


@dataclass(frozen=True, slots=True)
class AskInquiry:
    """Ask for an inquiry into an incident, or into harm done by the members' own measures (`own-harm`)."""

    subject: str
    kind: ClassVar = "ask-inquiry"


@dataclass(frozen=True, slots=True)
class OpenBackChannel:
    """Speak to the adversary in private: what it weighs comes back, as it wants it heard."""

    kind: ClassVar = "open-back-channel"


@dataclass(frozen=True, slots=True)
class SoundOut:
    """Count heads in the Security Council before asking it for something."""

    ask: str
    kind: ClassVar = "sound-out"


@dataclass(frozen=True, slots=True)
class ReferToCouncil:
    """Ask the Security Council for a statement, a demand, sanctions or a mandate; it answers in the next round."""

    ask: str
    kind: ClassVar = "refer-to-council"
