"""Where one can jump to on a screen: everything that takes the focus or a click, with letters to type for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Any

from textual.errors import NoWidget
from textual.events import Click
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget

from crisis_game.tui.widgets.as_written import OptionList, Tab
from crisis_game.tui.widgets.beat_bar import Tab as PlaceTab
from crisis_game.tui.widgets.gauge_tab import GaugeTab
from crisis_game.tui.widgets.leaves import LeafTab

ALPHABET = "asdfghjklqwertyuiopzxcvbnm"
"""The letters under the fingers first."""

PRESSED: tuple[type[Widget], ...] = (Tab, PlaceTab, LeafTab, GaugeTab)
"""Widgets that take a click and no focus."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the screen, in cells, and what brings one there."""

    x: int
    y: int
    go: Callable[[], object]


def letters(count: int) -> list[str]:
    """So many different labels of the same length, as short as they can be: none begins another."""
    length = 1
    while len(ALPHABET) ** length < count:
        length += 1
    return ["".join(chars) for chars, _ in zip(product(ALPHABET, repeat=length), range(count), strict=False)]


def spots(screen: Screen[Any]) -> list[Spot]:
    """All places of a screen that can be seen, from top to bottom and from left to right."""
    places = [spot for widget in screen.query("*") for spot in _of(screen, widget)]
    return sorted(places, key=lambda spot: (spot.y, spot.x))


def _of(screen: Screen[Any], widget: Widget) -> Iterator[Spot]:
    region = _seen(screen, widget)
    if not region:
        return
    if isinstance(widget, OptionList) and widget.focusable:
        yield from _rows(screen, widget, region)
    elif isinstance(widget, PRESSED):
        yield Spot(region.x, region.y, partial(_click, widget))
    elif widget.focusable:
        yield Spot(region.x, region.y, widget.focus)


def _seen(screen: Screen[Any], widget: Widget) -> Region:
    """The part of a widget that is on the screen."""
    try:
        return screen.find_widget(widget).visible_region
    except NoWidget:
        return Region()


def _rows(screen: Screen[Any], options: OptionList, region: Region) -> Iterator[Spot]:
    """The rows of a list that can be seen and chosen; the list itself where it has none."""
    first: dict[int, int] = {}
    for y in range(region.y, region.bottom):
        metas = (screen.get_style_at(x, y).meta.get("option") for x in range(region.x, min(region.x + 4, region.right)))
        place = next((meta for meta in metas if isinstance(meta, int)), None)
        if place is not None and not options.get_option_at_index(place).disabled:
            first.setdefault(place, y)
    for place, y in first.items():
        yield Spot(region.x, y, partial(_mark, options, place))
    if not first:
        yield Spot(region.x, region.y, options.focus)


def _mark(options: OptionList, place: int) -> None:
    options.focus()
    if place < options.option_count:
        options.highlighted = place


def _click(widget: Widget) -> None:
    widget.post_message(Click(widget, 0, 0, 0, 0, 1, shift=False, meta=False, ctrl=False))
