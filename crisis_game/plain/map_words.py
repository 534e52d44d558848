"""The map in words: who borders whom, where places lie, and what happened, stands or is done there."""

from __future__ import annotations

from crisis_game.engine.view import View
from crisis_game.pages.map import tell_measure, tell_route, tell_spot, tell_state, whereabouts
from crisis_game.plain.console import Console
from crisis_game.scenario.dossier import Dossier
from crisis_game.texts import Text


def map_words(console: Console, view: View, sheet: Dossier) -> None:
    """All that the map shows, in sentences."""
    if not sheet.places:
        console.line(Text("This scenario has no map."))
        return
    found = whereabouts(view.seen, sheet)
    _states(console, sheet)
    console.heading(Text("What is where"))
    for id_, spot in found.spots.items():
        console.line(Text("- {place:place}", {"place": id_}))
        for words in tell_spot(spot, view.seen, sheet):
            console.line(words, indent=2)
    _elsewhere(console, view, sheet)


def _states(console: Console, sheet: Dossier) -> None:
    console.heading(Text("Who borders whom"))
    for state in sheet.states:
        for words in tell_state(state, sheet):
            console.line(words)
    area = sheet.charter.area
    if area is not None:
        console.heading(Text("The area of the charter"))
        console.line(area.text)
        within = tuple(one for one in area.places if one in sheet.places)
        if within:
            console.line(Text("Within it: {places:place}.", {"places": within}))
    if sheet.map.lanes:
        console.line(Text("Also drawn: {lanes:lane}.", {"lanes": tuple(one.id for one in sheet.map.lanes)}))


def _elsewhere(console: Console, view: View, sheet: Dossier) -> None:
    """What is known and lies at no place of the map."""
    found = whereabouts(view.seen, sheet)
    if view.seen.adversary and found.route is None and view.seen.last_step:
        console.line(tell_route(view.seen, view.seen.adversary))
    if found.incidents_elsewhere or found.measures_elsewhere:
        console.heading(Text("At no place of the map"))
    for id_ in found.incidents_elsewhere:
        console.line(Text("- {id:incident}", {"id": id_}))
    for one in found.measures_elsewhere:
        console.line(tell_measure(one))
