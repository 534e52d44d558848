"""As whom this machine came in at hosts, so that a program that is started again is the same person.

A token is as good as its person: the file is its owner's alone.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from crisis_game.engine import codec
from crisis_game.exercise import saves_folder
from crisis_game.network.client import Address, Joined

MOST_KEPT = 20
"""Hosts; the oldest is forgotten first."""

LARGEST = 64 * 1024


@dataclass(frozen=True, slots=True)
class Kept:
    """As whom one came in: by which code, under which name."""

    code: str
    name: str
    joined: Joined


def kept(address: Address) -> Kept | None:
    """As whom this machine came in there; None where that is not known, or cannot be read."""
    entry = _entries().get(str(address))
    try:
        read: Kept | None = None if entry is None else codec.read(Kept, entry, "kept")
    except ValueError:
        return None
    return read


def keep(address: Address, how: Kept) -> None:
    """Keep it. Raises OSError where the file cannot be written."""
    others = {known: entry for known, entry in _entries().items() if known != str(address)}
    _write({**dict(list(others.items())[-MOST_KEPT + 1 :]), str(address): asdict(how)})


def forget(address: Address) -> None:
    """Keep it no longer; nothing is said where the file cannot be written."""
    with suppress(OSError):
        _write({known: entry for known, entry in _entries().items() if known != str(address)})


def _path() -> Path:
    return saves_folder.folder() / "joined.json"


def _entries() -> dict[str, Any]:
    try:
        with _path().open("rb") as file:
            plain = json.loads(file.read(LARGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    return plain if isinstance(plain, dict) else {}


def _write(entries: dict[str, Any]) -> None:
    """Write all of them beside, and put them in the place of those before: they are there whole, or not at all."""
    path = _path()
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    with suppress(FileNotFoundError):
        beside.unlink()
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump(entries, file)
    beside.replace(path)
