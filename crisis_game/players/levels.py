"""How well seats without a person play: as their brief and character say, or looking one ANSWER ahead as well."""

from __future__ import annotations

from typing import Literal, TypeAlias

Level: TypeAlias = Literal["plain", "able"]
"""A level of play, the same for all seats without a person."""

PLAIN: Level = "plain"
ABLE: Level = "able"
LEVELS: tuple[Level, ...] = (PLAIN, ABLE)
