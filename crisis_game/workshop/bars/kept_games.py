"""Games kept in a file between runs: one whose code, scenario, council and seed are the same is not played again.

Each line is one game, written when it is over, so that a run that was stopped goes on where it was.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

from crisis_game.workshop.rehearsal_counts import Record

_PACKAGE = Path(__file__).resolve().parents[2]

Game: TypeAlias = tuple[str, int]
"""A council in words, and a seed."""


class KeptGamesError(Exception):
    """A file is none of kept games, or cannot be read; one sentence says so."""


@dataclass(frozen=True, slots=True)
class KeptGames:
    """The games of one scenario as it is and of the code as it is.

    Attributes:
        path: of the file; None to keep nothing.
        key: of code and scenario together.
        games: those that were read from the file.
    """

    path: Path | None
    key: str
    games: Mapping[Game, Record]

    def get(self, game: Game) -> Record | None:
        """The record of a game; None where it has to be played."""
        return self.games.get(game)

    def keep(self, game: Game, record: Record) -> None:
        """Add a game that has been played to the file."""
        if self.path is None:
            return
        council, _ = game
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"key": self.key, "council": council, "record": record}) + "\n")


def kept_games(path: Path | None, scenario_hash: str) -> KeptGames:
    """What a file holds of a scenario; a file that does not exist is begun.

    Raises:
        KeptGamesError: if the file holds something else, or cannot be read.
    """
    if path is None:
        return KeptGames(path, "", {})
    key = _key(scenario_hash)
    try:
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        return KeptGames(path, key, dict(_games(map(json.loads, lines), key)))
    except (OSError, ValueError, LookupError, TypeError) as fault:
        raise KeptGamesError(f"{path} holds no games that were kept, or cannot be read") from fault


def _games(lines: Iterator[Mapping[str, Any]], key: str) -> Iterator[tuple[Game, Record]]:
    for line in lines:
        if line["key"] == key:
            yield (line["council"], line["record"]["seed"]), line["record"]


def _key(scenario_hash: str) -> str:
    """A hash of the scenario's files and of all modules of the game."""
    total = sha256(scenario_hash.encode())
    for module in sorted(_PACKAGE.rglob("*.py")):
        total.update(module.read_bytes())
    return total.hexdigest()
