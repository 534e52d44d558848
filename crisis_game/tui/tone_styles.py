"""The style of each tone in which a page speaks; a verdict's colour always goes with its sign and its word."""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.law.finding import Verdict
from crisis_game.pages.parts import Tone

STYLES: Mapping[Tone | Verdict, str] = {
    "plain": "",
    "strong": "bold",
    "heading": "bold $foreground-muted",
    "headline": "bold $accent",
    "quiet": "$foreground-muted",
    "aside": "italic $foreground-muted",
    "advice": "$accent",
    "fact": "bold $secondary",
    "law": "",
    "asked": "$accent",
    "code": "",
    "good": "bold $success",
    "warning": "bold $warning",
    "bad": "bold $error",
    "lawful": "bold $success",
    "contested": "bold $warning",
    "unlawful": "bold $error",
    "insufficient-facts": "bold $secondary",
    "not-applicable": "bold $foreground-muted",
}
