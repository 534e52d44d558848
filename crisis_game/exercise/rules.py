"""Which edition's rules a log was played by: only under its own do the same events follow from its commands."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from crisis_game import RULES, __version__
from crisis_game.exercise.save_file import SaveError

FIRST_EDITION = "0.1.0"
"""The version that wrote no `rules` into a save; its rules count as 1."""


LONGEST_VERSION = 40
"""Characters; in the header of a forged save anything may stand."""


class OtherRulesError(SaveError):
    """A log was played by other rules than these; it can be read, but neither played on nor verified here."""


def own_rules() -> dict[str, Any]:
    """What the header of a new log says of rules and version."""
    return {"rules": RULES, "version": __version__}


def maker(header: Mapping[str, Any]) -> str:
    """Who made a log whose rules are not ours, such as `crisis-game 0.1.0`; empty where they are ours.

    Of another state of our own version its rules are named too.
    """
    rules = header.get("rules", 1)
    if rules == RULES:
        return ""
    version = header.get("version", FIRST_EDITION)
    known = isinstance(version, str) and version.isprintable() and len(version) <= LONGEST_VERSION
    if not known:
        return "another crisis-game"
    own = version == __version__ and isinstance(rules, int)
    return f"crisis-game {version} with rules {rules}" if own else f"crisis-game {version}"


def require_own_rules(path: Path, header: Mapping[str, Any]) -> None:
    """Refuse what only the version that made a log can do.

    Raises:
        OtherRulesError: if it was played by other rules.
    """
    made_by = maker(header)
    if made_by:
        raise OtherRulesError(
            f"{path}: it was played by the rules of {made_by}, which alone can go on with it and verify it; "
            f"here (crisis-game {__version__}, rules {RULES}) `export` copies it; `replay` and `report` tell it "
            "where they know its events."
        )
