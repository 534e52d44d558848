"""Verdicts in signs and words: a sign, a word and a colour for each, never one of them alone."""

from __future__ import annotations

from textual.content import Content

from crisis_game.law import naming
from crisis_game.law.order import RULES
from crisis_game.texts import Msgid, Wording
from crisis_game.tui.wording import say

SIGNS = {"lawful": "○", "contested": "◐", "unlawful": "●", "insufficient-facts": "?", "not-applicable": "·"}
COLOURS = {
    "lawful": "$success",
    "contested": "$warning",
    "unlawful": "$error",
    "insufficient-facts": "$secondary",
    "not-applicable": "$foreground-muted",
}

ACTS: dict[str, Msgid] = dict(naming.VERDICTS.items())
REQUIREMENTS: dict[str, Msgid] = dict(naming.REQUIREMENTS.items())

LAYERS = {
    "un-charter": "UN Charter and peremptory norms",
    "general-law": "general law",
    "organisation": "the treaty",
    "legitimacy": "legitimacy",
}
"""The four layers of the law, never blended."""

SEVERITIES = {"procedural": "procedural", "serious": "serious", "grave": "grave", "peremptory": "of a peremptory norm"}
"""How grave a breach is."""


def verdict(found: str, wording: Wording) -> Content:
    """The verdict on an act; its sign and its word stay on one line."""
    return Content.styled(f"{SIGNS[found]}\N{NO-BREAK SPACE}{say(wording, ACTS[found])}", f"bold {COLOURS[found]}")


def rule_verdict(rule: str, found: str, wording: Wording, severity: str | None = None) -> Content:
    """One rule's answer: a rule is kept or broken, a requirement met or not."""
    known = RULES.get(rule)
    requirement = known is not None and known.severity is None and severity is None
    words = say(wording, (REQUIREMENTS if requirement else ACTS)[found])
    if severity is not None:
        words += ", " + say(wording, SEVERITIES[severity])
    colour = "$foreground-muted" if requirement and found == "unlawful" else COLOURS[found]
    return Content.styled(f"{SIGNS[found]} {words}", f"bold {colour}")
