"""What a seat's map draws: land, lines, places with their signs, and the legend that says what each sign is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crisis_game.pages.map import Spot, Whereabouts
from crisis_game.scenario.model import Place
from crisis_game.tui.widgets.canvas import SEA, Drawing, Fill, Mark, Name, Stroke

if TYPE_CHECKING:
    from crisis_game.pages.sight import Sight

NOBODYS = "land"
"""The role of land that is nobody's in the scenario."""


@dataclass(frozen=True, slots=True)
class Signs:
    """One set of signs for all that a map shows beside land and lines."""

    capital: str
    town: str
    port: str
    base: str
    point: str
    closed: str
    incident: str
    move: str
    measure: str
    new: str = "!"


RICH = Signs("◆", "●", "■", "▲", "•", "△", "✹", "►", "◎")
KEYBOARD = Signs("@", "o", "H", "^", "+", "v", "*", ">", "=")
"""For terminals without colour, and where nothing may rest on fine shapes."""

LEGEND = (
    ("capital", "capital"),
    ("town", "town"),
    ("port", "port"),
    ("base", "base, open to partners"),
    ("closed", "base, not open"),
    ("point", "place"),
    ("incident", "incident"),
    ("move", "step of who presses"),
    ("measure", "measure in force"),
    ("new", "new this round"),
)
"""Each sign's attribute with its words."""

LINES = (
    ("border", ":", "┈", "border"),
    ("lane", "~", "╌", "fairway, river or line"),
    ("area", ".", "·", "the charter's area"),
)
"""Each line's role, its letter in plain drawing, a piece of it otherwise, and its words."""


def drawing(sight: Sight, whereabouts: Whereabouts, picked: str | None, *, plain: bool, lit: bool = False) -> Drawing:
    """All that a seat's map shows. `picked` is named whatever it covers; `lit` marks what is new."""
    return Drawing(
        fills=tuple(_fills(sight)),
        strokes=tuple(_strokes(sight, whereabouts)),
        marks=tuple(_marks(sight, whereabouts, picked, KEYBOARD if plain else RICH, lit=lit)),
        names=tuple(_names(sight)),
    )


def _fills(sight: Sight) -> Iterator[Fill]:
    for land in sight.dossier.map.lands:
        state = sight.dossier.states.get(land.state or "")
        yield Fill(land.state or NOBODYS, state.sign if state else ".", land.points)


def _strokes(sight: Sight, whereabouts: Whereabouts) -> Iterator[Stroke]:
    drawn, places = sight.dossier.map, sight.dossier.places
    if drawn.area:
        yield Stroke("area", (*drawn.area, drawn.area[0]), ".", dash=2)
    for lane in drawn.lanes:
        yield Stroke("lane", lane.points, "~", dash=4)
    for border in drawn.borders:
        yield Stroke("border", border, ":")
    for route in whereabouts.routes:
        way = [(places[place].x, places[place].y) for place in route.places]
        yield Stroke("move", way, ">")


def _marks(sight: Sight, whereabouts: Whereabouts, picked: str | None, signs: Signs, *, lit: bool) -> Iterator[Mark]:
    """The picked place first, then those where something is, then the others."""
    order = sorted(whereabouts.spots.values(), key=lambda spot: (spot.place.id != picked, not _busy(spot)))
    for spot in order:
        place = spot.place
        role = "picked" if place.id == picked else "fresh" if spot.fresh and lit else _role(spot)
        name = sight.wording.name("place", place.id)
        yield Mark(place.x, place.y, _signs_of(spot, signs), name, role, must=place.id == picked)


def _signs_of(spot: Spot, signs: Signs) -> str:
    kind = getattr(signs, spot.place.kind)
    if spot.place.kind == "base" and spot.asset == "closed":
        kind = signs.closed
    shown = [signs.incident] if spot.incidents else []
    shown += [signs.move] if spot.reached else []
    shown += [signs.measure] if spot.measures else []
    if not shown or spot.place.kind != "point":
        shown.append(kind)
    return "".join(shown) + (signs.new if spot.fresh else "")


def _role(spot: Spot) -> str:
    if spot.incidents:
        return "incident"
    if spot.reached:
        return "move"
    return "measure" if spot.measures else "place"


def _busy(spot: Spot) -> bool:
    return _role(spot) != "place"


def _names(sight: Sight) -> Iterator[Name]:
    for id_ in dict.fromkeys(land.state for land in sight.dossier.map.lands):
        if id_ is not None:
            yield Name(sight.wording.name("state", id_).upper(), f"name-{id_}", id_)
    for water in sight.dossier.map.waters:
        yield Name(sight.wording.name("water", water.id), "water", SEA, (water.x, water.y))


def beside(places: dict[str, Place], here: Place, across: int, down: int) -> Place | None:
    """The next place from here towards one side: the nearest of those that lie more that way than aside of it."""
    best: tuple[float, str] | None = None
    for place in places.values():
        x, y = place.x - here.x, place.y - here.y
        ahead, aside = (x * across, abs(y)) if across else (y * down, abs(x))
        if place.id != here.id and ahead > 0 and ahead >= aside / 2:
            rank = (ahead + 2 * aside, place.id)
            best = rank if best is None else min(best, rank)
    return places[best[1]] if best else None
