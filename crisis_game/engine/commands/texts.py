"""Texts: table, change, join, pledge; the emergency procedure; opinion and counsel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from crisis_game.engine.commands.parts import Change, TextId
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import Answer, Delivery, MeasureId, Vote


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
