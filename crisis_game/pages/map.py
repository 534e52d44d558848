"""What is where on the map, as one seat may see it: places with what happened, stands or is done there, and in words.

Everything comes from `Seen` and the seat's dossier, so a map shows nothing that the other screens hide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from crisis_game.engine.seen import Seen
from crisis_game.engine.view import MeasureLineInForce, View
from crisis_game.pages.measures import below_lines, measure_line
from crisis_game.pages.parts import Heading, Line, Page, Part, item, line, run
from crisis_game.scenario.ids import ActorId, IncidentId, StateId
from crisis_game.scenario.model import Place
from crisis_game.scenario.model_map import Route
from crisis_game.scenario.seat_dossier import Dossier
from crisis_game.texts import Msgid, Prose, Text, Value

Consented = Literal["open", "closed", "none"]
"""Whether an asset may be used; `none` where no asset lies at a place."""

_WINDS = ("east", "south-east", "south", "south-west", "west", "north-west", "north", "north-east")
_EIGHTH_TURN = 5 / 12
"""Tangent of 22.5 degrees, as a fraction: half of an eighth of a turn."""

NOWHERE, NO_MAP = Text("At no place of the map"), Text("This scenario has no map.")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with what is there now.

    Attributes:
        incidents: what happened here, oldest first; measures: what members do here, in force.
        asset: whether the asset that lies here may be used.
        reached: whether a step of who presses leads here; fresh: whether something here is new this round.
    """

    place: Place
    incidents: tuple[IncidentId, ...]
    measures: tuple[MeasureLineInForce, ...]
    asset: Consented
    reached: bool
    fresh: bool


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """All places, the steps of those who press that are seen, and what has no place on the map."""

    spots: Mapping[str, Spot]
    routes: tuple[Route, ...]
    incidents_elsewhere: tuple[IncidentId, ...]
    measures_elsewhere: tuple[MeasureLineInForce, ...]

    def spot(self, place: str) -> Spot:
        """What is at a place. Raises KeyError for an unknown one."""
        return self.spots[place]


def whereabouts(seen: Seen, sheet: Dossier) -> Whereabouts:
    """Where everything is that a seat may see."""
    routes = tuple(route for actor in seen.pressing if (route := _route(seen, sheet, actor)) is not None)
    running = tuple(measure for measure in View(seen).measures if measure.status != "ended")
    measures = {measure.id: _places_of(measure, sheet) for measure in running}
    incidents = {id_: seen.incident(id_).place for id_ in seen.incidents}
    spots = {}
    for id_, place in sheet.places.items():
        here = tuple(incident for incident in incidents if incidents[incident] == id_)
        done = tuple(measure for measure in running if id_ in measures[measure.id])
        reached = any(route.places[-1] == id_ for route in routes)
        fresh = any(seen.incidents[incident] == seen.round for incident in here) or any(
            measure.began == seen.round for measure in done
        )
        spots[id_] = Spot(place, here, done, _consented(seen, place), reached, fresh)
    return Whereabouts(
        spots,
        routes,
        tuple(incident for incident, place in incidents.items() if place not in sheet.places),
        tuple(measure for measure in running if not measures[measure.id]),
    )


def map_page(seen: Seen, sheet: Dossier) -> Page:
    """All that the map shows, in sentences."""
    parts = tuple(_map(seen, sheet)) if sheet.places else (line(NO_MAP),)
    return Page("map", Text("The map in words"), parts)


def elsewhere(where: Whereabouts) -> Iterator[Line]:
    """What is known and lies at no place of the map."""
    yield from (item(Text("{id:incident}", {"id": incident})) for incident in where.incidents_elsewhere)
    yield from _measures(where.measures_elsewhere)


def tell_spot(spot: Spot, seen: Seen, sheet: Dossier) -> Iterator[Line]:
    """A place in sentences: whose it is, where it lies, what it is, and what is there now."""
    yield from (item(words, mark=" ") for words in _spot(spot, seen, sheet))
    yield from _measures(spot.measures)


def tell_route(seen: Seen, actor: ActorId) -> Text:
    """What one who presses is seen to do."""
    step = seen.last_step(actor)
    if step in ("", "hold", "back"):
        stands: dict[str, Value] = {"state": actor, "level": seen.level(actor)}
        if actor in seen.opponents:
            return Text("{state:state} stands at step {level} of its ladder.", stands)
        return Text("{state:state} stands at step {level}.", stands)
    return Text("{state:state} did last: {step:step}.", {"state": actor, "step": step})


def tell_state(state: StateId, sheet: Dossier) -> Iterator[Text]:
    """Whom a state borders by land, and on which waters it has a shore."""
    land = sheet.map.neighbours_by_land(state)
    waters = tuple(water for water in sheet.map.waters if state in water.shores)
    if land:
        yield Text("{state:state} borders on {others:state}.", {"state": state, "others": land})
    if waters:
        shores = tuple(water.id for water in waters)
        yield Text("{state:state} has a shore on {shores:water}.", {"state": state, "shores": shores})
    others = tuple(sorted({neighbour for water in waters for neighbour in water.shores} - {state, *land}))
    if others:
        yield Text("Across the water from {state:state}: {others:state}.", {"state": state, "others": others})


def _map(seen: Seen, sheet: Dossier) -> Iterator[Part]:
    where = whereabouts(seen, sheet)
    yield Heading(Text("Who borders whom"))
    yield from (line(words) for state in sheet.states for words in tell_state(state, sheet))
    yield from _area(sheet)
    yield Heading(Text("What is where"))
    for id_, spot in where.spots.items():
        yield item(Text("{place:place}", {"place": id_}))
        yield from tell_spot(spot, seen, sheet)
    yield from (line(tell_route(seen, actor)) for actor in seen.pressing if _is_unseen(seen, sheet, actor))
    lost = tuple(elsewhere(where))
    if lost:
        yield Heading(NOWHERE)
    yield from lost


def _spot(spot: Spot, seen: Seen, sheet: Dossier) -> Iterator[Text | Prose]:
    place = spot.place
    yield Text("{whose} {where}", {"whose": _whose(place), "where": _lies(place, sheet)})
    if place.about:
        yield place.about
    if spot.asset != "none" and place.asset:
        words = "{asset:asset}: open to its partners." if spot.asset == "open" else "{asset:asset}: not open to others."
        yield Text(words, {"asset": place.asset})
    for id_ in spot.incidents:
        round_ = seen.incidents[id_]
        when = Text("round {n}", {"n": round_}) if round_ else Text("before the start")
        yield Text("Incident, {when}: {name}", {"when": when, "name": Text("{id:incident}.", {"id": id_})})
    for actor in seen.pressing:
        route = _route(seen, sheet, actor)
        if route is not None and route.places[-1] == place.id:
            yield tell_route(seen, actor)


def _measures(measures: Iterable[MeasureLineInForce]) -> Iterator[Line]:
    for measure in measures:
        yield measure_line(measure)
        yield from below_lines(measure)


def _area(sheet: Dossier) -> Iterator[Part]:
    area = sheet.charter.area
    if area is not None:
        yield Heading(Text("The area of the charter"))
        yield line(area.text, *((run("  (Article {n})", "quiet", n=area.article),) if area.article else ()))
        within = tuple(place for place in area.places if place in sheet.places)
        if within:
            yield line(Text("Within it: {places:place}.", {"places": within}))
    if sheet.map.lanes:
        yield line(Text("Also drawn: {lanes:lane}.", {"lanes": tuple(lane.id for lane in sheet.map.lanes)}))


def bearing(here: Place, there: Place) -> Msgid:
    """The wind in which `there` lies from `here`, one of eight."""
    across, down = there.x - here.x, there.y - here.y
    if abs(down) <= abs(across) * _EIGHTH_TURN:
        return _WINDS[0] if across >= 0 else _WINDS[4]
    if abs(across) <= abs(down) * _EIGHTH_TURN:
        return _WINDS[2] if down >= 0 else _WINDS[6]
    if across > 0:
        return _WINDS[1] if down > 0 else _WINDS[7]
    return _WINDS[3] if down > 0 else _WINDS[5]


def _lies(place: Place, sheet: Dossier) -> Text:
    """Where a place lies from the one that is nearest to it."""
    others = [other for other in sheet.places.values() if other.id != place.id]
    if not others:
        return Text("")
    nearest = min(others, key=lambda other: ((other.x - place.x) ** 2 + (other.y - place.y) ** 2, other.id))
    return Text("It lies {wind} of {other:place}.", {"wind": Text(bearing(nearest, place)), "other": nearest.id})


def _whose(place: Place) -> Text:
    if place.owner is None:
        return Text("{place:place}.", {"place": place.id})
    return Text("{place:place}, in {state:state}.", {"place": place.id, "state": place.owner})


def _is_unseen(seen: Seen, sheet: Dossier, actor: ActorId) -> bool:
    """Whether one who presses has acted, and the map does not show where."""
    return bool(seen.last_step(actor)) and _route(seen, sheet, actor) is None


def _route(seen: Seen, sheet: Dossier, actor: ActorId) -> Route | None:
    """The route of the step that an actor took last; where it held or stepped back, that of its place on the ladder.

    Before its first answer there is none: what happened until then is the incidents' to tell.
    """
    last = seen.last_step(actor)
    own = [route for route in sheet.map.routes if route.places and route.actor == actor] if last else []
    by_step = {route.step: route for route in own}
    by_level = {route.level: route for route in own if route.level}
    return by_step.get(last) or by_level.get(seen.level(actor))


def _places_of(measure: MeasureLineInForce, sheet: Dossier) -> tuple[str, ...]:
    """Where a measure is seen: at the author's places, else at the first place of its target."""
    drawn = sheet.map.measures.get(measure.measure)
    if drawn:
        return drawn
    target = sheet.states.get(measure.target or "")
    return tuple(place for place in target.places[:1]) if target else ()


def _consented(seen: Seen, place: Place) -> Consented:
    consent = seen.commitments.consents.get(place.asset or "")
    if consent is None:
        return "none"
    return "open" if consent.open else "closed"
