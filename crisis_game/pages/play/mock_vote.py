"""The mock vote: whose rule, what it asks for, what came of the votes, and what other rules make of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.charter.rules import Vote
from crisis_game.exercise.mock_vote import QUESTION, Body, Lesson, Outcome, needed
from crisis_game.pages.parts import Heading, Line, Page, Part, Run, item, line, run
from crisis_game.pages.votes import VOTES
from crisis_game.texts import Msgid, Text

TITLE = Text("Warm-up: a mock vote")
WHOSE_RULE = Text("By whose rule?")
WORDS: Mapping[Vote, Msgid] = {"yes": "Yes", "no": "No", "abstain": "Abstain", "absent": "Absent"}


def vote_page(body: Body) -> Page:
    """The question, and by whose rule it is decided."""
    return Page("mock-vote", TITLE, (line(QUESTION), *rule_lines(body)))


def rule_lines(body: Body) -> tuple[Line, Line]:
    """Where the rule stands, and what it asks for."""
    article = (run(", Article {number}", "quiet", number=body.article),) if body.article else ()
    where = line(Run(body.organ, "quiet"), run(", ", "quiet"), Run(body.treaty, "quiet"), *article)
    return where, line(run("Needed: {needed}", "strong", needed=needed(body)))


def body_line(body: Body) -> Line:
    """An organ and its rule, in a list to choose from."""
    return line(Run(body.organ), run(": "), Run(body.title))


def lesson_page(lesson: Lesson) -> Page:
    """The result with its reason, what would have turned it, and two other rules."""
    return Page("count", Text("The count"), tuple(_lesson(lesson)))


def _lesson(lesson: Lesson) -> Iterator[Part]:
    adopted = lesson.outcome.adopted
    yield _counted(lesson.outcome)
    yield from (item(turned, mark=" ") for turned in lesson.turned)
    yield Heading(Text("The same votes by other rules"))
    for outcome in lesson.others:
        otherwise = (run(" Otherwise than above.", "warning"),) if outcome.adopted != adopted else ()
        body = (Run(outcome.body.organ), run(" ("), Run(outcome.body.title), run("): "))
        yield _counted(outcome, *body, more=otherwise)


def _counted(outcome: Outcome, *before: Run, more: tuple[Run, ...] = ()) -> Line:
    mark, tone = VOTES["yes" if outcome.adopted else "no"]
    return item(*before, Run(outcome.because, "strong"), *more, mark=mark, tone=tone)
