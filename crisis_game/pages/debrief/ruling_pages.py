"""Rulings of the debrief, a page each: on what the actor knew, and as it was where it differs; the room beside it."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.debrief.model import ActTold, Review
from crisis_game.pages.debrief.acts import about_act, opinions_of_room, ruling_known, ruling_true
from crisis_game.pages.parts import Heading, Page, Part, Run, line, run
from crisis_game.pages.path_tree import path_parts
from crisis_game.texts import Text

AS_IT_WAS = Text("As it was")


def ruling_pages(review: Review) -> dict[str, Page]:
    """A page for each act by its id, then for each omission, in the order in which they are told."""
    return {act.id: _page(act) for act in (*review.acts, *review.omissions)}


def _page(act: ActTold) -> Page:
    who = run("{seats:state}, round {n}", "quiet", seats=act.participants, n=act.round)
    head = line(Run(act.title, "headline"), aside=who)
    known = (head, *about_act(act), *ruling_known(act))
    true = (Heading(AS_IT_WAS), *ruling_true(act)) if act.ruled_true is not None else ()
    return Page(f"ruling/{act.id}", Text("Ruling"), (*known, *true), companion=tuple(_beside(act)))


def _beside(act: ActTold) -> Iterator[Part]:
    room = tuple(opinions_of_room(act))
    if room:
        yield Heading(Text("The room"), note=Text("sealed then"))
    yield from room
    yield from path_parts(act.ruled.tree)
    if act.ruled_true is not None:
        yield Heading(AS_IT_WAS)
        yield from path_parts(act.ruled_true.tree)
