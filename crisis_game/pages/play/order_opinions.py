"""The rows of the sheet for one's sealed opinions: beside the vote on a text, or beside a measure of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from crisis_game.engine.acts.ballots import GiveOpinion
from crisis_game.engine.opinions import opinion_on
from crisis_game.law.finding import LegalQuestion
from crisis_game.pages.opinions import USUAL_SURE, opinion_asked
from crisis_game.pages.parts import verbatim
from crisis_game.pages.play.order_rows import Choice, Group, Offers, Row
from crisis_game.texts import Text

if TYPE_CHECKING:
    from crisis_game.pages.sight import Sight


def opinion_rows(sight: Sight, offers: Offers, text: str, only: str | None = None) -> Iterator[Row]:
    """A row for each question about the act of a text, or about the measure `only` of one's own."""
    if text not in offers.values(GiveOpinion, "text"):
        return
    for measure in offers.values(GiveOpinion, "measure", text=text):
        if only in (None, measure):
            for question in offers.values(GiveOpinion, "question", text=text, measure=measure):
                yield _row(sight, offers, text, measure, question)


def _row(sight: Sight, offers: Offers, text: str, measure: str, question: LegalQuestion) -> Row:
    """The answers, and beside them how sure one is, which can be said once an answer stands."""
    seen, about = sight.seen, {"text": text, "measure": measure, "question": question}
    opinion = opinion_on(seen, text, measure, question)
    stands = opinion if opinion is not None and not opinion.void else None
    answers = offers.values(GiveOpinion, "answer", **about)
    degrees = offers.values(GiveOpinion, "sure", **about, answer=answers[0])
    given = partial(GiveOpinion, text, measure, question)
    sure = next(degree for degree in degrees if degree == (stands.sure if stands else USUAL_SURE))
    by_answer = tuple(Choice(Text("{answer:answer}", {"answer": answer}), given(answer, sure)) for answer in answers)
    by_degree = tuple(Choice(verbatim(degree), given(stands.answer, degree) if stands else None) for degree in degrees)
    place = degrees.index(sure)
    return Row(
        key=f"opinion/{text}/{measure}/{question}",
        name=Text("{question:question}", {"question": question}),
        groups=(
            Group(by_answer, chosen=answers.index(stands.answer) if stands else None),
            Group(by_degree, place if stands else None, None if stands else place, name=Text("sure %")),
        ),
        note=opinion_asked(seen, text, measure, question),
    )
