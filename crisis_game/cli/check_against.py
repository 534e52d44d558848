"""`check FILE --against OLD`: what a change of a scenario means for saves of the old version, told."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crisis_game.texts import json_of, visible

if TYPE_CHECKING:
    from crisis_game.texts import Wording
    from crisis_game.workshop.version_comparison import Fate, Versions


def tell(new: str, old: str, folder: str | None, form: str, language: str | None) -> int:
    """Compare, and print what was found; 1 if a save cannot go on.

    Raises:
        SaveError: if OLD is a save that cannot be read.
        ScenarioNotFoundError, FaultyScenarioError: if one of the two cannot be read or played.
    """
    from crisis_game.scenario.seat_dossier import names
    from crisis_game.texts import Wording
    from crisis_game.workshop.version_comparison import compare

    found = compare(new, old, Path(folder) if folder else None)
    wording = Wording(language or found.now.languages[0], names(found.now))
    if form == "json":
        print(json_of(_plain(found, wording), indent=2))
    else:
        print("\n".join(_lines(found, wording)))
    return 1 if any(one.kind == "cannot" for one in found.saves) else 0


def _lines(found: Versions, wording: Wording) -> Iterable[str]:
    if found.same:
        yield "The two versions are the same."
    yield from (f"changed: {wording.say(one.words)}" for one in found.changes)
    for one in found.saves:
        yield f"{visible(one.save)}: {wording.say(one.words)}"
    if not found.saves:
        yield "No save of the old version was found; the changes above say what one would meet."


def _plain(found: Versions, wording: Wording) -> dict[str, Any]:
    changes = [
        {"kind": one.kind, "part": one.part, "id": one.id, "words": wording.say(one.words)} for one in found.changes
    ]
    return {"changes": changes, "saves": [_fate(one, wording) for one in found.saves]}


def _fate(one: Fate, wording: Wording) -> dict[str, Any]:
    return {"save": one.save, "fate": one.kind, "entry": one.entry, "words": wording.say(one.words)}
