"""The rows of the sheet for one's sealed opinions: beside the vote on a text, or beside a measure of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from crisis_game.engine.acts.ballots import GiveOpinion
from crisis_game.engine.opinions import opinion_on
from crisis_game.law.finding import LegalQuestion
from crisis_game.pages.opinions import opinion_asked
from crisis_game.texts import Text
from crisis_game.tui.order_rows import Choice, Offers, Row

if TYPE_CHECKING:
    from crisis_game.tui.game import Game


def opinion_rows(game: Game, offers: Offers, text: str, only: str | None = None) -> Iterator[Row]:
    """A row for each question about the act of a text, or about the measure `only` of one's own."""
    if text not in offers.values(GiveOpinion, "text"):
        return
    for measure in offers.values(GiveOpinion, "measure", text=text):
        if only in (None, measure):
            for question in offers.values(GiveOpinion, "question", text=text, measure=measure):
                yield _row(game, offers, text, measure, question)


def _row(game: Game, offers: Offers, text: str, measure: str, question: LegalQuestion) -> Row:
    seen, about = game.sight.seen, {"text": text, "measure": measure, "question": question}
    answers = offers.values(GiveOpinion, "answer", **about)
    pairs = [(answer, sure) for answer in answers for sure in offers.values(GiveOpinion, "sure", answer=answer)]
    opinion = opinion_on(seen, text, measure, question)
    stands = opinion is not None and not opinion.void
    return Row(
        key=f"opinion/{text}/{measure}/{question}",
        name=Text("{question:question}", {"question": question}),
        choices=tuple(
            Choice(str(sure), GiveOpinion(text, measure, question, answer, sure), group=answer)
            for answer, sure in pairs
        ),
        chosen=pairs.index((opinion.answer, opinion.sure)) if opinion is not None and stands else None,
        note=opinion_asked(seen, text, measure, question),
    )
