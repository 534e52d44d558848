"""Measures to choose from: what each is, does and costs."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.pages.parts import Line, Page, Run, item, line
from crisis_game.scenario.model import Measure
from crisis_game.scenario.seat_dossier import Dossier
from crisis_game.texts import Prose, Text


def catalogue_page(sheet: Dossier) -> Page:
    """The measures of this scenario that are played."""
    parts = (part for id_ in sheet.played for part in _measure(sheet.measures[id_]))
    return Page("catalogue", Text("Measures of this scenario"), tuple(parts))


def rung_words(measure: Measure) -> Text:
    """A measure and where it stands on the ladder."""
    return Text("{measure:measure}, rung {rung}", {"measure": measure.id, "rung": measure.rung})


def measure_about(measure: Measure) -> Iterator[Text | Prose]:
    """What a measure is and does, what it costs, and whose consent it needs."""
    yield measure.explains
    yield measure.nature
    yield Text(
        "Full cost {n} of treasury a round, pressure {pressure}.", {"n": measure.cost, "pressure": measure.pressure}
    )
    if measure.moves:
        moves = tuple(Text("{gauge:gauge} {by:signed}", {"gauge": id_, "by": by}) for id_, by in measure.moves.items())
        yield Text("Moves in full: {moves}.", {"moves": moves})
    if measure.only:
        yield Text("Only for: {seats:state}.", {"seats": measure.only})
    if measure.needs:
        yield Text("Needs consent: {consent:consent}.", {"consent": measure.needs})


def _measure(measure: Measure) -> Iterator[Line]:
    yield line(Run(rung_words(measure), "strong"))
    yield from (item(Run(fact, "quiet"), mark=" ") for fact in measure_about(measure))
