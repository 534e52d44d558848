"""How it ended and what was true: the first page of the debrief."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.debrief.model import Review
from crisis_game.pages.parts import Page, Part, Run, Space, line, run
from crisis_game.texts import Text


def ending_page(told: Review) -> Page:
    """The ending, then what the seed had drawn."""
    return Page("ending", Text("Ending"), tuple(_parts(told)))


def _parts(told: Review) -> Iterator[Part]:
    if told.ending is not None:
        yield line(Run(told.ending.title, "headline"))
        yield line(told.ending.text)
        yield Space()
    revealed = told.revealed
    yield line(run("What was true: ", "heading"), Run(revealed.truth, "heading"))
    yield line(revealed.truth_told)
    yield Space()
    yield line(run("How the other side was minded: ", "heading"), Run(revealed.temperament, "heading"))
    yield line(revealed.temperament_told)
    yield Space()
    again = "Rounds played: {n}. Seed: {seed}; with it the same world can be met again."
    yield line(run(again, "quiet", n=told.rounds_played, seed=str(revealed.seed)))
