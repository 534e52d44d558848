"""What was to be learnt: objectives with their evidence, questions for the talk, notes, default grades."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.debrief.grades import Grade100
from crisis_game.debrief.model import ObjectiveTold, Review
from crisis_game.pages.parts import Fold, Heading, Line, Part, Run, item, line, run
from crisis_game.scenario.model_trials import Met
from crisis_game.texts import Msgid, Text, counted

SIGNS: Mapping[Met | None, str] = {"met": "●", "partly": "◐", "not": "○", None: "·"}
"""Before an objective: it was met, in part, not, or its author did not say what shows it."""


MOST_QUESTIONS = 3
"""Questions that stand open."""


def learning(review: Review) -> Iterator[Part]:
    """Objectives and questions first; the other questions and grades can be opened."""
    if review.objectives:
        yield Heading(Text("What was to be learnt"))
    for objective in review.objectives:
        yield item(
            objective.text.within(), run(" ({words})", "quiet", words=seen(objective)), mark=SIGNS[objective.met]
        )
    yield from questions(review)
    if review.notes:
        yield Heading(Text("The instructor's comments"))
    for note in review.notes:
        yield item(Text("Round {n}: {note}", {"n": note.round, "note": note.words}))
    if review.grades:
        grades = tuple(map(_grade, review.grades))
        yield Fold(line(run("Default grades", "heading")), (line(review.formula), *grades))


def questions(review: Review) -> Iterator[Part]:
    """The author's questions for the talk, the first few open."""
    if review.questions:
        yield Heading(Text("Questions for the talk"))
    numbered = tuple(item(question, mark=f"{number}.") for number, question in enumerate(review.questions, 1))
    yield from numbered[:MOST_QUESTIONS]
    if numbered[MOST_QUESTIONS:]:
        more = counted("{n} more question", "{n} more questions", len(numbered) - MOST_QUESTIONS)
        yield Fold(line(Run(more, "quiet")), numbered[MOST_QUESTIONS:])


_SEEN: Mapping[str, tuple[Msgid, Msgid]] = {
    "met": ("shown by {seats:state} in round {round}", "shown in round {round}"),
    "partly": ("in part shown by {seats:state} in round {round}", "in part shown in round {round}"),
    "contrary": ("the contrary was seen: {seats:state}, round {round}", "the contrary was seen in round {round}"),
}
"""What is said of an objective by how far it was shown: by some, or by nobody's deed."""


def seen(objective: ObjectiveTold) -> Text:
    """What was seen of an objective; what anybody knows, nobody has seen."""
    if objective.met is None:
        return Text("for the talk")
    if not objective.came:
        return Text("the occasion for it did not come")
    shown = objective.shown
    if shown is None:
        return Text("not seen")
    if not shown.round:
        return Text("nothing against it was seen")
    how_far = "contrary" if objective.contrary else objective.met
    by_whom, by_itself = _SEEN[how_far]
    return Text(by_whom if shown.seats else by_itself, {"seats": shown.seats, "round": shown.round})


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
