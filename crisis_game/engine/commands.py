"""What a seat can want to do: every kind of command, as plain frozen data.

A command says only what is wanted. Whether it is possible is answered by the acts (`engine.acts`), from what the seat
may know; what comes of it by `engine.machine`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias, get_args

from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import (
    Answer,
    AssetId,
    ClaimId,
    Delivery,
    Grade,
    IncidentId,
    InjectId,
    MeasureId,
    SeatId,
    SourceId,
    Stance,
    StateId,
    StepId,
    Vote,
)

TextId: TypeAlias = str
"""Id of a text: its first sponsor and a number, such as `del-2`, or `chair-3` for the chair's text of round 3."""

ActiveId: TypeAlias = str
"""Id of a measure in force: `TEXT/MEASURE` under a text, `SEAT-rROUND/MEASURE` for a seat's own."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change to a text: a clause switched, a measure or a claim put in or taken out."""

    part: Literal["clause", "measure", "claim"]
    id: str
    on: bool
    value: int = 0


@dataclass(frozen=True, slots=True)
class Gift:
    """What one seat gives another: money, a delivery of a measure, a vote, a base opened, a clause accepted."""

    kind: Literal["pay", "deliver", "vote", "base", "clause"]
    subject: str = ""
    amount: int = 0


@dataclass(frozen=True, slots=True)
class ForceSheet:
    """Target, precautions and end of a measure of force; the three rules of the law of armed conflict read it."""

    target: str
    verify: bool = False
    warn: bool = False
    abort: bool = False
    ends_when_attack_ends: bool = False


# Talk ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Say:
    """Free words to some seats, to the facilitator alone, or (`to` empty) in public. Policies do not answer them."""

    to: tuple[SeatId, ...]
    words: str
    kind: ClassVar = "say"


@dataclass(frozen=True, slots=True)
class AskPosition:
    """Ask a member what it thinks of a text and what would bring it to yes."""

    to: SeatId
    text: TextId
    kind: ClassVar = "ask-position"


@dataclass(frozen=True, slots=True)
class TakePosition:
    """Say where one stands on a text, and which changes would bring a yes; to all, or only to those in `to`."""

    text: TextId
    stance: Stance
    wants: tuple[Change, ...] = ()
    price: int = 0
    to: tuple[SeatId, ...] = ()
    kind: ClassVar = "take-position"


@dataclass(frozen=True, slots=True)
class MakeOffer:
    """Offer something in return for a yes on a text. It falls due when that text is adopted with that yes."""

    to: SeatId
    gives: Gift
    text: TextId
    kind: ClassVar = "make-offer"


@dataclass(frozen=True, slots=True)
class MakePromise:
    """Promise something without a return. It falls due in this round's orders."""

    to: SeatId
    gives: Gift
    kind: ClassVar = "make-promise"


@dataclass(frozen=True, slots=True)
class Warn:
    """Warn a state of a measure if it goes on."""

    to: StateId
    measure: MeasureId
    kind: ClassVar = "warn"


@dataclass(frozen=True, slots=True)
class AskWhy:
    """Ask a member for its reasons about a text."""

    to: SeatId
    text: TextId
    kind: ClassVar = "ask-why"


@dataclass(frozen=True, slots=True)
class GiveReason:
    """Answer a question for reasons, in a sentence that follows from one's brief."""

    to: SeatId
    text: TextId
    words: str
    kind: ClassVar = "give-reason"


@dataclass(frozen=True, slots=True)
class DeclareRedLine:
    """Tell all what one will not have."""

    kind: ClassVar = "declare-red-line"


@dataclass(frozen=True, slots=True)
class Demand:
    """Demand of a state that it meets an aim by the end of a round."""

    of: StateId
    aim: str
    by_round: int
    kind: ClassVar = "demand"


@dataclass(frozen=True, slots=True)
class Notify:
    """Give notice of a measure of one's own, with an offer to talk."""

    measure: MeasureId
    kind: ClassVar = "notify"


# Alarm, consent ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RequestConsultation:
    """Ask that the members consult."""

    kind: ClassVar = "request-consultation"


@dataclass(frozen=True, slots=True)
class InvokeArticle:
    """Invoke a trigger of the charter over an incident."""

    trigger: str
    incident: IncidentId
    kind: ClassVar = "invoke-article"


@dataclass(frozen=True, slots=True)
class DeclareAttacked:
    """Declare that one has been the victim of an armed attack."""

    incident: IncidentId
    kind: ClassVar = "declare-attacked"


@dataclass(frozen=True, slots=True)
class RequestHelp:
    """Ask other members for help in self-defence; empty for all members."""

    of: tuple[StateId, ...] = ()
    kind: ClassVar = "request-help"


@dataclass(frozen=True, slots=True)
class AnswerHelp:
    """Grant or decline a request for help."""

    to: StateId
    grants: bool
    kind: ClassVar = "answer-help"


@dataclass(frozen=True, slots=True)
class SetConsent:
    """Give, limit or withdraw consent to the use of one's asset. `measures` are those allowed when it is limited."""

    asset: AssetId
    level: Literal["given", "limited", "withdrawn"]
    measures: tuple[MeasureId, ...] = ()
    kind: ClassVar = "set-consent"


# Knowledge, settlement ---------------------------------------------------------------------------------------------


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


# Texts -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TableText:
    """Put a text on the table; each seat has at most one there."""

    draft: Draft
    kind: ClassVar = "table-text"


@dataclass(frozen=True, slots=True)
class ReviseText:
    """Change one's own text on the table."""

    text: TextId
    change: Change
    kind: ClassVar = "revise-text"


@dataclass(frozen=True, slots=True)
class ProposeAmendment:
    """Propose a change to another's text; its sponsor may take it over."""

    text: TextId
    change: Change
    kind: ClassVar = "propose-amendment"


@dataclass(frozen=True, slots=True)
class AnswerAmendment:
    """Accept or turn down an amendment to one's own text."""

    amendment: str
    accepts: bool
    kind: ClassVar = "answer-amendment"


@dataclass(frozen=True, slots=True)
class PutAmendment:
    """Put a refused amendment to an open ballot by simple count of the members present."""

    amendment: str
    kind: ClassVar = "put-amendment"


@dataclass(frozen=True, slots=True)
class VoteAmendment:
    """Vote on an amendment put to the ballot."""

    amendment: str
    vote: Vote
    kind: ClassVar = "vote-amendment"


@dataclass(frozen=True, slots=True)
class Cosponsor:
    """Put one's name to another's text."""

    text: TextId
    kind: ClassVar = "cosponsor"


@dataclass(frozen=True, slots=True)
class MergeTexts:
    """Take another's measures and clauses into one's own text, if its sponsor has offered to withdraw in its favour."""

    text: TextId
    into: TextId
    kind: ClassVar = "merge-texts"


@dataclass(frozen=True, slots=True)
class WithdrawText:
    """Take one's text off the table."""

    text: TextId
    kind: ClassVar = "withdraw-text"


@dataclass(frozen=True, slots=True)
class Pledge:
    """Pledge what one would deliver under a text; due when it is adopted and one voted yes."""

    text: TextId
    measure: MeasureId
    level: Delivery
    kind: ClassVar = "pledge"


@dataclass(frozen=True, slots=True)
class CallEmergency:
    """Use the emergency procedure: straight from SITUATION to ORDERS with one text of at most two measures."""

    draft: Draft
    kind: ClassVar = "call-emergency"


@dataclass(frozen=True, slots=True)
class GiveOpinion:
    """One's own sealed answer on the key act, and how sure one is, in per cent."""

    answer: Answer
    sure: Literal[50, 70, 90]
    kind: ClassVar = "give-opinion"


@dataclass(frozen=True, slots=True)
class AskCounsel:
    """Ask counsel about a text, once a round and after an opinion of one's own."""

    text: TextId
    kind: ClassVar = "ask-counsel"


# Orders ------------------------------------------------------------------------------------------------------------


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


# Turns -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SetReady:
    """Say that one is done with this beat."""

    kind: ClassVar = "set-ready"


@dataclass(frozen=True, slots=True)
class Retract:
    """Take back that one is ready."""

    kind: ClassVar = "retract"


# The facilitator and the session -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SendInject:
    """Send an inject now."""

    inject: InjectId
    kind: ClassVar = "send-inject"


@dataclass(frozen=True, slots=True)
class HoldInject:
    """Keep an inject back (`held`), or let it go its way again."""

    inject: InjectId
    held: bool = True
    kind: ClassVar = "hold-inject"


@dataclass(frozen=True, slots=True)
class ChangeInject:
    """Give an inject other words."""

    inject: InjectId
    words: str
    kind: ClassVar = "change-inject"


@dataclass(frozen=True, slots=True)
class Improvise:
    """Send news of one's own to some seats, or to all."""

    to: tuple[SeatId, ...]
    words: str
    kind: ClassVar = "improvise"


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop the clock."""

    kind: ClassVar = "pause"


@dataclass(frozen=True, slots=True)
class Resume:
    """Let the clock run on."""

    kind: ClassVar = "resume"


@dataclass(frozen=True, slots=True)
class Lengthen:
    """Give this beat more time."""

    seconds: int
    kind: ClassVar = "lengthen"


@dataclass(frozen=True, slots=True)
class Advance:
    """Close this beat now; those who are not ready get the defaults."""

    kind: ClassVar = "advance"


@dataclass(frozen=True, slots=True)
class NoteDown:
    """Keep a note for the debrief."""

    words: str
    kind: ClassVar = "note-down"


@dataclass(frozen=True, slots=True)
class OverruleFinding:
    """Set another verdict beside the judge's, with a reason; both are shown."""

    finding: str
    verdict: str
    reason: str
    kind: ClassVar = "overrule-finding"


@dataclass(frozen=True, slots=True)
class Reveal:
    """Show all seats the truth, the temperament or the scores before the debrief."""

    what: Literal["truth", "temperament", "scores"]
    kind: ClassVar = "reveal"


@dataclass(frozen=True, slots=True)
class EndExercise:
    """End play after this beat."""

    kind: ClassVar = "end-exercise"


@dataclass(frozen=True, slots=True)
class HandSeat:
    """Give a seat to a person (`person`) or a policy (its name)."""

    seat: SeatId
    holder: str
    kind: ClassVar = "hand-seat"


@dataclass(frozen=True, slots=True)
class Start:
    """Open the exercise: draw the world and begin the first briefing."""

    seed: int
    kind: ClassVar = "start"


@dataclass(frozen=True, slots=True)
class DeadlinePassed:
    """The time of a beat is over, says the session. `round` and `beat` say which: a late one does nothing."""

    round: int
    beat: str
    kind: ClassVar = "deadline-passed"


Command: TypeAlias = (
    Say
    | AskPosition
    | TakePosition
    | MakeOffer
    | MakePromise
    | Warn
    | AskWhy
    | GiveReason
    | DeclareRedLine
    | Demand
    | Notify
    | RequestConsultation
    | InvokeArticle
    | DeclareAttacked
    | RequestHelp
    | AnswerHelp
    | SetConsent
    | GradeClaim
    | ShareEvidence
    | AskVerification
    | AskMediation
    | AskHearing
    | AskInquiry
    | OpenBackChannel
    | SoundOut
    | ReferToCouncil
    | TableText
    | ReviseText
    | ProposeAmendment
    | AnswerAmendment
    | PutAmendment
    | VoteAmendment
    | Cosponsor
    | MergeTexts
    | WithdrawText
    | Pledge
    | CallEmergency
    | GiveOpinion
    | AskCounsel
    | CastVote
    | Explain
    | BreakSilence
    | Deliver
    | FillForceSheet
    | ActAlone
    | LiftOwn
    | ReportToCouncil
    | OpenAccounts
    | OfferRedress
    | ChooseReaction
    | SetReady
    | Retract
    | SendInject
    | HoldInject
    | ChangeInject
    | Improvise
    | Pause
    | Resume
    | Lengthen
    | Advance
    | NoteDown
    | OverruleFinding
    | Reveal
    | EndExercise
    | HandSeat
    | Start
    | DeadlinePassed
)
"""Every kind of command."""

COMMANDS: dict[str, type] = {kind.kind: kind for kind in get_args(Command)}
"""The class of each kind, by the kind's stable name."""


KIND: dict[type, str] = {one: name for name, one in COMMANDS.items()}
"""The stable name of each kind, by its class."""


@dataclass(frozen=True, slots=True)
class Submission:
    """A command with its seat and who sent it.

    Attributes:
        ref: the sender's own id of the submission; a second one with the same ref does nothing.
        seat: for whom it is done.
        by: `person`, `facilitator` (playing the seat), `session`, or a policy's name.
    """

    ref: str
    seat: SeatId
    by: str
    command: Command
