"""The instructor's sheet: every inject with what it asks and what its author expects, to be rated while they play."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from crisis_game.pages.on_paper.blanks import EMPTY, FOR_INSTRUCTOR, RATINGS
from crisis_game.pages.on_paper.observers import readers
from crisis_game.pages.parts import Heading, Page, Part, Table, line, quiet
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.scenario.lesson import Moment
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.seat_dossier import PlannedInject, dossier
from crisis_game.texts import Prose, Text, Value

_MOMENTS: tuple[Moment, ...] = get_args(Moment)


def instructor_pages(scenario: Scenario) -> tuple[Page, ...]:
    """A single page; it is secret from first to last."""
    known = dossier(scenario, FACILITATOR).facilitator
    parts = tuple(_parts(known.injects)) if known is not None else ()
    return (Page("instructor", Text("Instructor's sheet"), parts),)


def _parts(injects: Sequence[PlannedInject]) -> Iterator[Part]:
    yield line(FOR_INSTRUCTOR)
    yield quiet("○ comes only if its condition holds, in a round that is drawn, or because another inject brings it.")
    rounds = sorted({inject.round for inject in injects if inject.round is not None})
    for number in rounds:
        yield Heading(Text("Round {n}", {"n": number}))
        yield _table([inject for inject in injects if inject.round == number])
    loose = [inject for inject in injects if inject.round is None]
    if loose:
        yield Heading(Text("In no round of their own"))
        yield _table(loose)


def _table(injects: Sequence[PlannedInject]) -> Table:
    ordered = sorted(injects, key=lambda inject: _MOMENTS.index(inject.at) if inject.at in _MOMENTS else 0)
    head = (Text("Comes"), Text("What"), Text("Asks"), Text("Expected"), Text("Expected answer"), Text("Rating"))
    return Table(head, tuple(map(_row, ordered)))


def _row(inject: PlannedInject) -> tuple[Text | Prose, ...]:
    when: dict[str, Value] = {"beat": inject.at, "seats": readers(inject)}
    comes = Text("{beat:beat}, to {seats}", when) if inject.certain else Text("○ {beat:beat}, to {seats}", when)
    return (comes, inject.title, inject.asks, inject.expected, _answer(inject), RATINGS)


def _answer(inject: PlannedInject) -> Text:
    """The answers that are as expected; any one of them."""
    met = [f"{inject.id}/{answer.id}" for answer in inject.answers if answer.rated == "met"]
    phrase = EMPTY
    for place, id_ in enumerate(met):
        label = Text("{id:reply}", {"id": id_})
        phrase = Text("{first}, or: {second}", {"first": phrase, "second": label}) if place else label
    return phrase
