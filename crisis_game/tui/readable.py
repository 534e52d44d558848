"""Any theme made readable: words in its colours are pulled towards its ink until they stand out from its ground."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from textual.color import Color
from textual.theme import Theme

ENOUGH = 4.5
"""Contrast of words with their ground: WCAG 2.2, 1.4.3 (AA)."""

INKS = ("primary", "secondary", "accent", "success", "warning", "error")
QUIET = ("foreground-muted", "foreground-disabled")
STEPS = 20


def readable(theme: Theme) -> Theme:
    """The theme with every ink readable on its background; one that leaves its colours to the terminal keeps them."""
    made = theme.to_color_system().generate()
    ground, ink = made["background"], made["foreground"]
    if theme.ansi:
        return replace(theme, variables={"foreground-disabled": made["foreground-muted"], **theme.variables})
    back, fore = Color.parse(ground), Color.parse(ink)
    inks: dict[str, Any] = {name: _pulled(one, back, fore).hex for name, one in _faint(made, back)}
    quiet = {name: _pulled(Color.parse(made[name]), back, fore).hex for name in QUIET}
    return replace(theme, **inks, variables={**theme.variables, **quiet})


def _faint(made: dict[str, str], ground: Color) -> list[tuple[str, Color]]:
    inks = [(name, Color.parse(made[name])) for name in INKS]
    return [(name, ink) for name, ink in inks if contrast(ink, ground) < ENOUGH]


def contrast(one: Color, other: Color) -> float:
    """Contrast of two opaque colours, 1 to 21, as WCAG defines it."""
    dark, light = sorted((_light(one), _light(other)))
    return (light + 0.05) / (dark + 0.05)


def _pulled(colour: Color, ground: Color, ink: Color) -> Color:
    """The colour, blended with the ink no more than it takes."""
    solid = ground.blend(colour, colour.a, alpha=1.0)
    tries = (solid.blend(ink, step / STEPS) for step in range(STEPS + 1))
    return next((one for one in tries if contrast(one, ground) >= ENOUGH), ink)


def _light(colour: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
