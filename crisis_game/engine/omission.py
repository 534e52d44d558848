"""One thing left undone, before it is put on record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from crisis_game.engine.readings import Raw, Reading
from crisis_game.scenario.ids import StateId


@dataclass(frozen=True, slots=True)
class Omission:
    """One thing left undone; what a reading has over the facts that all share stands in `apart`."""

    id: str
    actor: StateId
    subject: str
    facts: Raw
    participants: tuple[StateId, ...] = ()
    apart: Mapping[Reading, Raw] = field(default_factory=dict)
