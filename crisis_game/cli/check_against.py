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

    versions = compare(new, old, Path(folder) if folder else None)
    wording = Wording(language or versions.now.languages[0], names(versions.now))
    if form == "json":
        print(json_of(_plain(versions, wording), indent=2))
    else:
        print("\n".join(_lines(versions, wording)))
    return 1 if any(fate.kind == "cannot" for fate in versions.saves) else 0


def _lines(versions: Versions, wording: Wording) -> Iterable[str]:
    if versions.same:
        yield "The two versions are the same."
    yield from (f"changed: {wording.say(change.words)}" for change in versions.changes)
    for fate in versions.saves:
        yield f"{visible(fate.save)}: {wording.say(fate.words)}"
    if not versions.saves:
        yield "No save of the old version was found; the changes above say what one would meet."


def _plain(versions: Versions, wording: Wording) -> dict[str, Any]:
    changes = [
        {"kind": change.kind, "part": change.part, "id": change.id, "words": wording.say(change.words)}
        for change in versions.changes
    ]
    return {"changes": changes, "saves": [_fate(fate, wording) for fate in versions.saves]}


def _fate(fate: Fate, wording: Wording) -> dict[str, Any]:
    return {"save": fate.save, "fate": fate.kind, "entry": fate.entry, "words": wording.say(fate.words)}
