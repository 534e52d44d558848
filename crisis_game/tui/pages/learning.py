"""What was to be learnt: objectives with their evidence, questions for the talk, default grades, notes."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget

from crisis_game.debrief.grades import Grade100
from crisis_game.debrief.model import Review
from crisis_game.texts import Wording
from crisis_game.tui.widgets.fold import Fold, Make
from crisis_game.tui.widgets.lines import Item, Line, Lines
from crisis_game.tui.wording import say

EVIDENCE = {True: ("✓", "evidence found"), False: ("✗", "no evidence"), None: ("?", "for the talk")}
"""What the exercise says of an objective."""


def learning_page(told: Review, wording: Wording) -> Iterator[Widget]:
    """Objectives and questions first; grades can be opened."""
    yield Lines(None, [*_objectives(told, wording), *_questions(told, wording)])
    if told.grades:
        yield Fold(Content.styled(say(wording, "Default grades"), "bold $primary"), _opened(told, wording))


def _objectives(told: Review, wording: Wording) -> Iterator[Line]:
    yield Content.styled(say(wording, "What was to be learnt"), "bold $primary")
    for one in told.objectives:
        sign, words = EVIDENCE[one.met]
        evidence = Content.styled(f"  ({say(wording, words)})", "$foreground-muted")
        yield Item(Content.assemble(say(wording, one.text), evidence), sign)


def _questions(told: Review, wording: Wording) -> Iterator[Line]:
    if told.questions:
        yield ""
        yield Content.styled(say(wording, "Questions for the talk"), "bold $primary")
    for number, question in enumerate(told.questions, 1):
        yield Item(say(wording, question), f"{number}.")
    if told.notes:
        yield ""
        yield Content.styled(say(wording, "Notes of the facilitator"), "bold $primary")
    for round_, words in told.notes:
        yield Item(say(wording, "Round {n}: {note}", n=round_, note=words))
    yield ""


def _opened(told: Review, wording: Wording) -> Make:
    return lambda: [Lines(None, [say(wording, told.formula), *(_grade(one, wording) for one in told.grades)])]


def _grade(grade: Grade100, wording: Wording) -> Line:
    parts = ", ".join(f"{say(wording, one.name)} {one.points}/{one.most}" for one in grade.lines)
    name = say(wording, "{seat:state}", seat=grade.seat)
    words = Content.assemble((f"{name}  ", "bold"), (f"{grade.points}  ", "bold $accent"), (parts, "$foreground-muted"))
    return Item(words)
