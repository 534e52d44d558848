"""What things are called where a seat chooses: groups of acts, and force sheets in one line."""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.engine.shared_values import ForceSheet
from crisis_game.texts import Msgid, Text

GROUPS: Mapping[str, Msgid] = {
    "evidence": "What we know",
    "texts": "Texts on the table",
    "orders": "Orders",
    "talk": "Talk",
    "alarm": "Alarm and help",
    "consent": "Bases and consent",
    "settlement": "Ways to settle",
    "turns": "Turn",
    "facilitator": "Facilitator",
}
"""Headings of menus, in the order in which they are shown."""


def sheet_words(sheet: ForceSheet) -> Text:
    """A force sheet: its target, and what care is taken."""
    cares: list[tuple[Msgid, bool]] = [("verify", sheet.verify), ("warn", sheet.warn), ("abort rule", sheet.abort)]
    cares.append(("ends with the attack", sheet.ends_when_attack_ends))
    chosen = tuple(Text(name) for name, on in cares if on)
    return Text("{target:target}: {cares}", {"target": sheet.target, "cares": chosen})
