"""Orders: vote, explain, deliver, act alone, report, answer for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.engine.commands.parts import ActiveId, ForceSheet, TextId
from crisis_game.scenario.ids import ClaimId, Delivery, Grade, MeasureId, StateId, StepId, Vote


@dataclass(frozen=True, slots=True)
class CastVote:
    """Vote on a text. `also`: count this yes even if an earlier text is adopted."""

    text: TextId
    vote: Vote
    also: bool = False
    kind: ClassVar = "cast-vote"


@dataclass(frozen=True, slots=True)
class Explain:
    """Say why one votes so: a line of one's brief, a rule or a fact (`cites`), and words of one's own."""

    text: TextId
    cites: str = ""
    words: str = ""
    kind: ClassVar = "explain"


@dataclass(frozen=True, slots=True)
class BreakSilence:
    """Break silence on the renewal of an adopted text; costs a reason in public."""

    text: TextId
    words: str
    kind: ClassVar = "break-silence"


@dataclass(frozen=True, slots=True)
class Deliver:
    """Deliver one's part of a measure in full, half or not; on the sheet it counts if the text is adopted."""

    text: TextId
    measure: MeasureId
    level: Delivery
    kind: ClassVar = "deliver"


@dataclass(frozen=True, slots=True)
class FillForceSheet:
    """Say how force will be used under a text, or by oneself (`text` empty)."""

    text: TextId
    measure: MeasureId
    sheet: ForceSheet
    kind: ClassVar = "fill-force-sheet"


@dataclass(frozen=True, slots=True)
class ActAlone:
    """Take a measure of one's own, at once, or only if no text with measures is adopted."""

    measure: MeasureId
    target: StateId | None
    basis: str
    only_if_failed: bool = False
    kind: ClassVar = "act-alone"


@dataclass(frozen=True, slots=True)
class LiftOwn:
    """End a measure of one's own."""

    active: ActiveId
    kind: ClassVar = "lift-own"


@dataclass(frozen=True, slots=True)
class ReportToCouncil:
    """Report measures to the Security Council, and fix what is claimed and at which grade."""

    claim: ClaimId
    grade: Grade
    kind: ClassVar = "report-to-council"


@dataclass(frozen=True, slots=True)
class OpenAccounts:
    """Open one's books on what was pledged, given and done."""

    kind: ClassVar = "open-accounts"


@dataclass(frozen=True, slots=True)
class OfferRedress:
    """Pay for harm that one's own measures did: one treasury for each four points."""

    amount: int
    kind: ClassVar = "offer-redress"


@dataclass(frozen=True, slots=True)
class ChooseReaction:
    """The adversary's seat, held by a person or a policy, chooses between the two steps offered."""

    step: StepId
    kind: ClassVar = "choose-reaction"
