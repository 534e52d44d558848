"""What the judge found, as plain values."""

from __future__ import annotations

from typing import Any

from crisis_game.law import Judgement
from crisis_game.law.order import RULES


def plain(found: Judgement) -> dict[str, Any]:
    """A judgement: legality, severity, and by rule verdicts, severities and missing facts."""
    verdicts = {one.rule: one.verdict for one in found.findings}
    return {
        "legality": found.legality,
        "severity": found.severity,
        "findings": dict.fromkeys(RULES, "not-applicable") | verdicts,
        "severities": {one.rule: one.severity for one in found.findings},
        "missing": {one.rule: list(one.missing) for one in found.findings if one.missing},
    }
