"""Sealed opinions on the law in words: what is asked, what one has answered, what is void and asked again."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.engine.opinions import acts_asked, opinion_on, questions_on
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.state import Opinion
from crisis_game.law.finding import LegalQuestion
from crisis_game.pages.parts import Line, Run, item, run
from crisis_game.pages.verdicts import verdict
from crisis_game.scenario.ids import MeasureId
from crisis_game.texts import Text, Value

CHANGED = "◆"
"""Before what was changed, and what is asked again since it was."""
USUAL_SURE = 70
"""How sure an answer is, in per cent, until its seat says how sure."""


def opinion_about(opinion: Opinion) -> Text:
    """The act that an opinion is on."""
    if not opinion.text:
        return Text("{measure:measure}, alone", {"measure": opinion.measure})
    return Text("{measure:measure} under {text:text}", {"measure": opinion.measure, "text": opinion.text})


def opinion_answer(opinion: Opinion) -> tuple[Run, ...]:
    """What was asked, what was answered, and how surely."""
    asked = run("{question:question}: ", question=opinion.question)
    return asked, verdict(opinion.answer), run(", {sure} % sure", "quiet", sure=opinion.sure)


def opinion_asked(seen: Seen, text: TextId, measure: MeasureId, question: LegalQuestion) -> Text:
    """On which act it is asked, below the last question about it; where the text was changed since, that it was."""
    opinion, asked = opinion_on(seen, text, measure, question), questions_on(seen, measure)
    about: dict[str, Value] = {"measure": measure}
    if opinion is not None and opinion.void:
        return Text("◆ changed since you answered, so asked again: {measure:measure}", about)
    if question != asked[-1]:
        return Text("")
    if len(asked) > 1:
        return Text("force, so two questions: {measure:measure}; sealed", about)
    return Text("no force, so one question: {measure:measure}; sealed", about)


def own_opinions(seen: Seen, text: TextId) -> Iterator[Line]:
    """One's own opinions on the act of a text."""
    for measure in acts_asked(seen, text):
        for question in questions_on(seen, measure):
            opinion = opinion_on(seen, text, measure, question)
            if opinion is None:
                continue
            if opinion.void:
                again = run("asked again, since the text has changed", "warning")
                yield item(run("{question:question}: ", question=question), again, mark=CHANGED, tone="warning")
            else:
                yield item(*opinion_answer(opinion), mark=" ")
