"""What was to be learnt: objectives with their evidence, questions for the talk, notes, default grades."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.debrief.grades import Grade100
from crisis_game.debrief.model import ObjectiveTold, Review
from crisis_game.pages.parts import Fold, Heading, Line, Page, Part, Space, item, line, run
from crisis_game.texts import Text

SIGNS: Mapping[bool | None, str] = {True: "✓", False: "✗", None: "?"}
"""Before an objective: its evidence held at the end, did not hold, or was never named."""


def learning_page(review: Review) -> Page:
    """Objectives and questions first; grades can be opened."""
    return Page("learning", Text("Learning"), tuple(_parts(review)))


def _parts(review: Review) -> Iterator[Part]:
    yield Heading(Text("What was to be learnt"))
    for objective in review.objectives:
        yield item(
            objective.text.within(), run(" ({words})", "quiet", words=_seen(objective)), mark=SIGNS[objective.met]
        )
    if review.questions:
        yield Space()
        yield Heading(Text("Questions for the talk"))
    for number, question in enumerate(review.questions, 1):
        yield item(question, mark=f"{number}.")
    if review.notes:
        yield Space()
        yield Heading(Text("Notes of the facilitator"))
    for round_, note in review.notes:
        yield item(Text("Round {n}: {note}", {"n": round_, "note": note}))
    yield Space()
    if review.grades:
        grades = tuple(map(_grade, review.grades))
        yield Fold(line(run("Default grades", "heading")), (line(review.formula), *grades))


def _seen(objective: ObjectiveTold) -> Text:
    """What was seen of an objective; what anybody knows, nobody has seen."""
    if objective.met is None:
        return Text("for the talk")
    if not objective.met:
        return Text("not seen")
    shown = objective.shown
    if shown is None or not shown.round:
        return Text("nothing against it was seen")
    if not shown.seats:
        return Text("shown in round {round}", {"round": shown.round})
    return Text("shown by {seats:state} in round {round}", {"seats": shown.seats, "round": shown.round})


def _grade(grade: Grade100) -> Line:
    parts = tuple(
        Text("{name} {points}/{most}", {"name": part.name, "points": part.points, "most": part.most})
        for part in grade.lines
    )
    return item(
        run("{seat:state}  ", "strong", seat=grade.seat),
        run("{n}  ", "headline", n=grade.points),
        run("{parts}", "quiet", parts=parts),
    )
