"""Talk: free words, and talk acts that policies understand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.engine.commands.parts import Change, Gift, TextId
from crisis_game.scenario.ids import MeasureId, SeatId, Stance, StateId


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
