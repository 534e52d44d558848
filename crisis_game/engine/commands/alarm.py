"""Alarm and consent: consult, declare oneself attacked, ask for help, open or close a base."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from crisis_game.scenario.ids import AssetId, IncidentId, MeasureId, StateId


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
