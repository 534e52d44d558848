"""Our themes can be read, and good, doubtful and bad stay apart for every kind of colour sight."""

from __future__ import annotations

from itertools import combinations

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from crisis_game.tui.contrast import readable
from crisis_game.tui.theme import CLEAR_DAY, CLEAR_NIGHT, THEMES

Linear = tuple[float, float, float]

SIGHTS: dict[str, tuple[Linear, Linear, Linear]] = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
"""G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, A Physiologically-based Model for Simulation of Color Vision
Deficiency (2009), severity 1.0; on linear RGB."""

INKS = ("foreground", "primary", "secondary", "accent", "success", "warning", "error")

READABLE = 4.5
"""Contrast of text with its ground, WCAG 2.2, 1.4.3 (AA)."""

APART = 20.0
"""Distance in CIE L*a*b* (CIE76) at which two colours are not taken for each other; about 2.3 is just noticed."""


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_all_words_can_be_read(theme: Theme) -> None:
    colours = theme.to_color_system().generate()
    pairs = [(ink, ground) for ink in INKS for ground in ("background", "surface")]
    pairs += [
        ("background", "primary"),  # the beat, and the screen one is on
        ("background", "secondary"),  # the leaf one is on
        ("foreground", "panel"),
        ("block-cursor-foreground", "block-cursor-background"),
        ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
        ("footer-key-foreground", "footer-background"),
        ("footer-description-foreground", "footer-background"),
    ]
    faint = [
        (*pair, round(value, 2))
        for pair in pairs
        if (value := _contrast(colours[pair[0]], colours[pair[1]])) < READABLE
    ]
    assert faint == []


@pytest.mark.parametrize("theme", [*THEMES, *BUILTIN_THEMES.values()], ids=lambda theme: theme.name)
def test_every_theme_is_made_readable(theme: Theme) -> None:
    shown = readable(theme)
    if theme.ansi:
        assert [getattr(shown, name) for name in INKS[1:]] == [getattr(theme, name) for name in INKS[1:]]
        return
    colours = shown.to_color_system().generate() | shown.variables
    names = (*INKS, "foreground-muted", "foreground-disabled")
    assert [name for name in names if _contrast(colours[name], colours["background"]) < READABLE - 0.05] == []


def test_what_was_readable_keeps_its_colour() -> None:
    for theme in THEMES:
        shown = readable(theme)
        assert [getattr(shown, name) for name in INKS[1:]] == [getattr(theme, name) for name in INKS[1:]]


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", [CLEAR_NIGHT, CLEAR_DAY], ids=lambda theme: theme.name)
def test_good_doubtful_and_bad_stay_apart(theme: Theme, sight: str) -> None:
    seen = {name: _lab(_seen(_linear(getattr(theme, name)), sight)) for name in ("success", "warning", "error")}
    for first, second in combinations(seen, 2):
        assert _distance(seen[first], seen[second]) >= APART, (first, second)


def test_the_simulation_takes_red_for_green_where_it_should() -> None:
    red, green = _linear("#b03020"), _linear("#5f6a00")
    apart = _distance(_lab(red), _lab(green))
    confused = _distance(_lab(_seen(red, "deuteranopia")), _lab(_seen(green, "deuteranopia")))
    assert confused < APART < apart


def _linear(colour: str) -> Linear:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in Color.parse(colour).normalized
    )
    return red, green, blue


def _light(colour: Linear) -> float:
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), colour, strict=True))


def _contrast(ink: str, ground: str) -> float:
    dark, light = sorted((_light(_linear(ink)), _light(_linear(ground))))
    return (light + 0.05) / (dark + 0.05)


def _seen(colour: Linear, sight: str) -> Linear:
    red, green, blue = (
        min(1.0, max(0.0, sum(weight * part for weight, part in zip(row, colour, strict=True))))
        for row in SIGHTS[sight]
    )
    return red, green, blue


def _lab(colour: Linear) -> Linear:
    red, green, blue = colour
    rows = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
        _light(colour),
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    )
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in rows)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _distance(first: Linear, second: Linear) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5)
