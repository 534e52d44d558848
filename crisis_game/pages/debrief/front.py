"""The first page of debrief and report: how it ended, what was true, the rulings a line each, where it turned."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.debrief.model import Review
from crisis_game.pages.debrief.acts import left_undone, ruling_line
from crisis_game.pages.parts import Heading, Page, Part, Run, item, line, run
from crisis_game.texts import Text

MOST_QUESTIONS = 3
"""Questions for the talk that the first page asks; all stand under learning."""


def front_page(told: Review) -> Page:
    """What everybody should have read when the talk begins."""
    return Page("front", Text("First page"), tuple(_parts(told)))


def _parts(told: Review) -> Iterator[Part]:
    if told.ending is not None:
        yield line(Run(told.ending.title, "headline"))
        yield line(told.ending.text)
    yield from _true(told)
    yield from _decided(told)
    yield from _rulings(told)
    yield from _hinges(told)
    yield from _questions(told)
    again = "Rounds played: {n}. Seed: {seed}; with it the same world can be met again."
    yield line(run(again, "quiet", n=told.rounds_played, seed=str(told.revealed.seed)))


def _true(told: Review) -> Iterator[Part]:
    """What the seed had drawn."""
    revealed = told.revealed
    yield Heading(Text("What was true"))
    yield line(Run(revealed.truth, "strong"), run(" "), Run(revealed.truth_told))
    minded = run("How the other side was minded: ", "quiet")
    yield line(minded, Run(revealed.temperament, "strong"), run(". "), Run(revealed.temperament_told))


def _decided(told: Review) -> Iterator[Part]:
    votes = [(round_.round, roll) for round_ in told.rounds for roll in round_.votes if roll.status == "adopted"]
    if votes:
        yield Heading(Text("What was decided"))
    for number, roll in votes:
        yield item(run("r{n}  ", "quiet", n=number), Run(roll.says), run("  {told}", "quiet", told=roll.told))


def _rulings(told: Review) -> Iterator[Part]:
    yield Heading(Text("The rulings"))
    if not told.acts:
        yield line(Text("No act of legal weight is on record."))
    for act in told.acts:
        yield from ruling_line(act)
    yield from left_undone(told.omissions, ruling_line)


def _hinges(told: Review) -> Iterator[Part]:
    if told.hinges:
        yield Heading(Text("Where it turned"))
    for hinge in told.hinges:
        yield item(run("r{n}  ", "quiet", n=hinge.round), Run(hinge.decided, "strong"), run("  "), Run(hinge.why))


def _questions(told: Review) -> Iterator[Part]:
    if told.questions:
        yield Heading(Text("Questions for the talk"))
    for number, question in enumerate(told.questions[:MOST_QUESTIONS], 1):
        yield item(question, mark=f"{number}.")
