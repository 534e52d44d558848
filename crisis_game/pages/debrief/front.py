"""The first page of debrief and report: how it ended, what was true, the rulings a line each, where it turned."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.debrief.model import Review
from crisis_game.pages.debrief.acts import left_undone, ruling_line
from crisis_game.pages.parts import Heading, Page, Part, Run, item, line, run
from crisis_game.texts import Text

MOST_QUESTIONS = 3
"""Questions for the talk that the first page asks; all stand under learning."""


def front_page(review: Review) -> Page:
    """What everybody should have read when the talk begins."""
    return Page("front", Text("First page"), tuple(_parts(review)))


def _parts(review: Review) -> Iterator[Part]:
    if review.ending is not None:
        yield line(Run(review.ending.title, "headline"))
        yield line(review.ending.text)
    yield from _true(review)
    yield from _decided(review)
    yield from _rulings(review)
    yield from _hinges(review)
    yield from _questions(review)
    again = "Rounds played: {n}. Seed: {seed}; with it the same world can be met again."
    yield line(run(again, "quiet", n=review.rounds_played, seed=str(review.revealed.seed)))


def _true(review: Review) -> Iterator[Part]:
    """What the seed had drawn."""
    revealed = review.revealed
    yield Heading(Text("What was true"))
    yield line(Run(revealed.truth, "strong"), run(" "), Run(revealed.truth_told))
    minded = run("How the other side was minded: ", "quiet")
    yield line(minded, Run(revealed.temperament, "strong"), run(". "), Run(revealed.temperament_told))


def _decided(review: Review) -> Iterator[Part]:
    votes = [(round_.round, roll) for round_ in review.rounds for roll in round_.votes if roll.status == "adopted"]
    if votes:
        yield Heading(Text("What was decided"))
    for number, roll in votes:
        yield item(run("r{n}  ", "quiet", n=number), Run(roll.says), run("  {told}", "quiet", told=roll.told))


def _rulings(review: Review) -> Iterator[Part]:
    yield Heading(Text("The rulings"))
    if not review.acts:
        yield line(Text("No act of legal weight is on record."))
    for act in review.acts:
        yield from ruling_line(act)
    yield from left_undone(review.omissions, ruling_line)


def _hinges(review: Review) -> Iterator[Part]:
    if review.hinges:
        yield Heading(Text("Where it turned"))
    for hinge in review.hinges:
        yield item(run("r{n}  ", "quiet", n=hinge.round), Run(hinge.decided, "strong"), run("  "), Run(hinge.why))


def _questions(review: Review) -> Iterator[Part]:
    if review.questions:
        yield Heading(Text("Questions for the talk"))
    for number, question in enumerate(review.questions[:MOST_QUESTIONS], 1):
        yield item(question, mark=f"{number}.")
