"""What a seat can want to do: every kind of command, as plain frozen data.

A command says only what is wanted. Whether it is possible is answered by the acts (`engine.acts`), from what the seat
may know; what comes of it by `engine.machine`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, get_args

from crisis_game.engine.commands.alarm import (
    AnswerHelp,
    DeclareAttacked,
    InvokeArticle,
    RequestConsultation,
    RequestHelp,
    SetConsent,
)
from crisis_game.engine.commands.facilitator import (
    Advance,
    ChangeInject,
    DeadlinePassed,
    EndExercise,
    HandSeat,
    HoldInject,
    Improvise,
    Lengthen,
    NoteDown,
    OverruleFinding,
    Pause,
    Resume,
    Reveal,
    SendInject,
    Start,
)
from crisis_game.engine.commands.knowledge import (
    AskHearing,
    AskInquiry,
    AskMediation,
    AskVerification,
    GradeClaim,
    OpenBackChannel,
    ReferToCouncil,
    ShareEvidence,
    SoundOut,
)
from crisis_game.engine.commands.orders import (
    ActAlone,
    BreakSilence,
    CastVote,
    ChooseReaction,
    Deliver,
    Explain,
    FillForceSheet,
    LiftOwn,
    OfferRedress,
    OpenAccounts,
    ReportToCouncil,
)
from crisis_game.engine.commands.parts import ActiveId, Change, ForceSheet, Gift, TextId
from crisis_game.engine.commands.talk import (
    AskPosition,
    AskWhy,
    DeclareRedLine,
    Demand,
    GiveReason,
    MakeOffer,
    MakePromise,
    Notify,
    Say,
    TakePosition,
    Warn,
)
from crisis_game.engine.commands.texts import (
    AnswerAmendment,
    AskCounsel,
    CallEmergency,
    Cosponsor,
    GiveOpinion,
    MergeTexts,
    Pledge,
    ProposeAmendment,
    PutAmendment,
    ReviseText,
    TableText,
    VoteAmendment,
    WithdrawText,
)
from crisis_game.engine.commands.turns import Retract, SetReady
from crisis_game.scenario.ids import SeatId

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


__all__ = [
    "COMMANDS",
    "KIND",
    "ActAlone",
    "ActiveId",
    "Advance",
    "AnswerAmendment",
    "AnswerHelp",
    "AskCounsel",
    "AskHearing",
    "AskInquiry",
    "AskMediation",
    "AskPosition",
    "AskVerification",
    "AskWhy",
    "BreakSilence",
    "CallEmergency",
    "CastVote",
    "Change",
    "ChangeInject",
    "ChooseReaction",
    "Command",
    "Cosponsor",
    "DeadlinePassed",
    "DeclareAttacked",
    "DeclareRedLine",
    "Deliver",
    "Demand",
    "EndExercise",
    "Explain",
    "FillForceSheet",
    "ForceSheet",
    "Gift",
    "GiveOpinion",
    "GiveReason",
    "GradeClaim",
    "HandSeat",
    "HoldInject",
    "Improvise",
    "InvokeArticle",
    "Lengthen",
    "LiftOwn",
    "MakeOffer",
    "MakePromise",
    "MergeTexts",
    "NoteDown",
    "Notify",
    "OfferRedress",
    "OpenAccounts",
    "OpenBackChannel",
    "OverruleFinding",
    "Pause",
    "Pledge",
    "ProposeAmendment",
    "PutAmendment",
    "ReferToCouncil",
    "ReportToCouncil",
    "RequestConsultation",
    "RequestHelp",
    "Resume",
    "Retract",
    "Reveal",
    "ReviseText",
    "Say",
    "SendInject",
    "SetConsent",
    "SetReady",
    "ShareEvidence",
    "SoundOut",
    "Start",
    "Submission",
    "TableText",
    "TakePosition",
    "TextId",
    "VoteAmendment",
    "Warn",
    "WithdrawText",
]
