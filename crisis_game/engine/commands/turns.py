"""Turns: being ready."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class SetReady:
    """Say that one is done with this beat."""

    kind: ClassVar = "set-ready"


@dataclass(frozen=True, slots=True)
class Retract:
    """Take back that one is ready."""

    kind: ClassVar = "retract"
