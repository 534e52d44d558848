"""The map of an exercise as SVG, as one seat may see it: lands, lines, places with what happened and is done there.

Everything on it stands in words beside it (`pages.map`); signs are shapes, so that none rests on its colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

from crisis_game.pages.map import Spot, Whereabouts
from crisis_game.paper.svg.sheet import as_id, clean
from crisis_game.scenario.model_map import Point, WorldMap
from crisis_game.scenario.seat_dossier import Dossier
from crisis_game.texts import Text, Wording

WIDE, HIGH = 480, 440
"""Pixels; the map's grid of 100 by 100 is stretched to them."""
SEA, NOBODYS, EDGE, INK = "#dfeaf1", "#e6e6e0", "#8a8f94", "#1a1a1a"
COLOURS: Mapping[str, str] = {
    "red": "#f0c9c2", "green": "#cfe3c8", "yellow": "#f2e6b8", "blue": "#c7d7ee",
    "magenta": "#e6cbe0", "cyan": "#c4e3e3", "white": "#f7f5ee", "orange": "#f4d8b8",
}  # fmt: skip
"""Grounds of lands, pale enough for the names on them."""
INCIDENT, MEASURE, STEP = "#b3261e", "#00568a", "#7a3b00"
_FONT = "Arial, Liberation Sans, sans-serif"
NAME_SIZE = 13


def map_svg(where: Whereabouts, sheet: Dossier, wording: Wording) -> str:
    """The map with its title; empty where the scenario has no place on one."""
    if not sheet.places:
        return ""
    title = wording.say(Text("The map"))
    about = wording.say(Text("All that it shows stands in words below it."))
    parts = (*_lands(sheet), *_lines(sheet.map), *_routes(where, sheet), *_waters(sheet, wording))
    spots = (part for spot in where.spots.values() for part in _spot(spot, wording))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" width="{WIDE}" height="{HIGH}" '
        f'role="img" aria-labelledby="map-title map-desc" font-family="{_FONT}">'
        f'<title id="map-title">{escape(title)}</title><desc id="map-desc">{escape(about)}</desc>'
        f'<rect width="{WIDE}" height="{HIGH}" fill="{SEA}"/>{"".join(parts)}{"".join(spots)}</svg>'
    )


def _lands(sheet: Dossier) -> Iterable[str]:
    for land in sheet.map.lands:
        state = sheet.states.get(land.state or "")
        ground = COLOURS.get(state.colour, NOBODYS) if state is not None else NOBODYS
        yield f'<polygon points="{_points(land.points)}" fill="{ground}" stroke="{EDGE}" stroke-width="1.5"/>'


def _lines(drawn: WorldMap) -> Iterable[str]:
    for border in drawn.borders:
        yield _stroke(border, EDGE, "6 5")
    for lane in drawn.lanes:
        yield _stroke(lane.points, "#4f7fa3", "12 6")
    if drawn.area:
        yield _stroke((*drawn.area, drawn.area[0]), "#5b5b5b", "2 6")


def _routes(where: Whereabouts, sheet: Dossier) -> Iterable[str]:
    """The steps of those who press: a line from place to place, with a head at the last."""
    for route in where.routes:
        points = tuple((sheet.places[id_].x, sheet.places[id_].y) for id_ in route.places if id_ in sheet.places)
        if len(points) > 1:
            yield _stroke(points, STEP, "", wide=3)
        if points:
            x, y = _at(points[-1])
            yield f'<path d="M{x + 9} {y - 8}l12 8l-12 8z" fill="{STEP}"/>'


def _waters(sheet: Dossier, wording: Wording) -> Iterable[str]:
    for water in sheet.map.waters:
        x, y = _at((water.x, water.y))
        yield _name(x, y, wording.say(water.name), ink="#2d5a78", size=12, middle=True, slanted=True)


def _spot(spot: Spot, wording: Wording) -> Iterable[str]:
    """A place: its shape, its name, and signs for what happened, is done and is new there."""
    x, y = _at((spot.place.x, spot.place.y))
    key = f"spot-{as_id(spot.place.id)}"
    shape = {
        "capital": f'<rect x="{x - 5}" y="{y - 5}" width="10" height="10" transform="rotate(45 {x} {y})"/>',
        "port": f'<rect x="{x - 4.5}" y="{y - 4.5}" width="9" height="9"/>',
        "base": f'<path d="M{x} {y - 7}l7 12h-14z"/>',
        "town": f'<circle cx="{x}" cy="{y}" r="4.5"/>',
    }.get(spot.place.kind, f'<circle cx="{x}" cy="{y}" r="3"/>')
    ground = "#ffffff" if spot.asset == "closed" else INK
    yield f'<g id="{key}" fill="{ground}" stroke="{INK}" stroke-width="1.5">{shape}</g>'
    left = x > WIDE * 0.72
    yield _name(x - 8 if left else x + 8, y + 4.5, wording.say(spot.place.name), ends=left)
    signs = ([("✹", INCIDENT)] if spot.incidents else []) + ([("◎", MEASURE)] if spot.measures else [])
    signs += [("!", INCIDENT)] if spot.fresh else []
    for place, (sign, ink) in enumerate(signs):
        yield _name(x - 12 + 15 * place, y - 9, sign, ink=ink, size=17)


def _name(
    x: float,
    y: float,
    words: str,
    *,
    ink: str = INK,
    size: int = NAME_SIZE,
    ends: bool = False,
    middle: bool = False,
    slanted: bool = False,
) -> str:
    """Words on a pale seam, so that lines under them do not hide them."""
    anchor = ' text-anchor="end"' if ends else ' text-anchor="middle"' if middle else ""
    style = ' font-style="italic"' if slanted else ""
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{ink}"{anchor}{style} stroke="#ffffff" stroke-width="3" '
        f'stroke-opacity="0.85" paint-order="stroke" stroke-linejoin="round">{escape(clean(words))}</text>'
    )


def _stroke(points: Iterable[Point], ink: str, dash: str, wide: float = 2) -> str:
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<polyline points="{_points(points)}" fill="none" stroke="{ink}" stroke-width="{wide:g}"{dashes}/>'


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in map(_at, points))


def _at(point: Point) -> tuple[float, float]:
    return point[0] * WIDE / 100, point[1] * HIGH / 100
