"""What the judge found, as plain values."""

from __future__ import annotations

from typing import Any

from crisis_game.law import Judgement
from crisis_game.law.order import RULES


def plain(judgement: Judgement) -> dict[str, Any]:
    """A judgement: legality, severity, and by rule verdicts, severities and missing facts."""
    verdicts = {finding.rule: finding.verdict for finding in judgement.findings}
    return {
        "legality": judgement.legality,
        "severity": judgement.severity,
        "findings": dict.fromkeys(RULES, "not-applicable") | verdicts,
        "severities": {finding.rule: finding.severity for finding in judgement.findings},
        "missing": {finding.rule: list(finding.missing) for finding in judgement.findings if finding.missing},
    }
