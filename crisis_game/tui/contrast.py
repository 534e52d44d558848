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
GROUNDS = ("background", "surface", "panel")
STEPS = 20


def readable(theme: Theme) -> Theme:
    """The theme with every ink readable where words stand; one that leaves its colours to the terminal keeps them."""
    colours = theme.to_color_system().generate()
    if theme.ansi:
        return replace(theme, variables={"foreground-disabled": colours["foreground-muted"], **theme.variables})
    ink, grounds = Color.parse(colours["foreground"]), _grounds(colours, GROUNDS)
    also_marked = _grounds(colours, (*GROUNDS, "block-cursor-background"))
    faint = [name for name in INKS if not _stands_out(Color.parse(colours[name]), grounds)]
    inks: dict[str, Any] = {name: _pulled(Color.parse(colours[name]), grounds, ink).hex for name in faint}
    quiet = {name: _pulled(Color.parse(colours[name]), also_marked, ink).hex for name in QUIET}
    return replace(theme, **inks, variables={**theme.variables, **quiet})


def in_ink(theme: Theme) -> Theme:
    """The theme in its ink alone: without colour Textual leaves only brightness, and a dark red is fainter than words.

    What is good, open or bad is bold as well, and where one is has a sign; so nothing is told by the colour alone.
    """
    ink = theme.to_color_system().generate()["foreground"]
    inks: dict[str, Any] = dict.fromkeys(INKS, ink)
    return replace(theme, **inks)


def _grounds(colours: dict[str, str], names: tuple[str, ...]) -> list[Color]:
    """What words stand on; a ground on which the theme's own ink is faint asks nothing of the others."""
    ink, back = Color.parse(colours["foreground"]), Color.parse(colours["background"])
    solid = [back.blend(ground, ground.a, alpha=1.0) for ground in (Color.parse(colours[name]) for name in names)]
    return [ground for ground in solid if contrast(ink, ground) >= ENOUGH] or [back]


def contrast(ink: Color, ground: Color) -> float:
    """Contrast of two opaque colours, 1 to 21, as WCAG defines it."""
    dark, light = sorted((_light(ink), _light(ground)))
    return (light + 0.05) / (dark + 0.05)


def _pulled(colour: Color, grounds: list[Color], ink: Color) -> Color:
    """The colour, blended with the ink no more than it takes on every ground."""
    solid = grounds[0].blend(colour, colour.a, alpha=1.0)
    tries = (solid.blend(ink, step / STEPS) for step in range(STEPS + 1))
    return next((blend for blend in tries if _stands_out(blend, grounds)), ink)


def _stands_out(colour: Color, grounds: list[Color]) -> bool:
    return all(contrast(colour, ground) >= ENOUGH for ground in grounds)


def _light(colour: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
