"""Sealed opinions: on which act one is asked, and by which questions of law.

Of a text it is its gravest act: of the measures that use force the one of highest rung, else the one of highest rung of
all. A measure of one's own is an act by itself. Where there is force, resort and conduct are two questions.
"""

from __future__ import annotations

from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import ALONE, TextId
from crisis_game.engine.state import Opinion
from crisis_game.law.finding import LegalQuestion
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import MeasureId


def act_of(seen: Seen, draft: Draft) -> MeasureId | None:
    """The measure of a draft on which an opinion is asked; None where it has no measures."""
    measures = [seen.measure(line.measure) for line in draft.lines]
    gravest = max(measures, key=lambda kind: (kind.uses_force, kind.rung, kind.id), default=None)
    return gravest.id if gravest is not None else None


def acts_asked(seen: Seen, text: TextId) -> tuple[MeasureId, ...]:
    """The acts on which an opinion can be given: that of a text, or those that the seat has ordered alone."""
    if text == ALONE:
        return tuple(measure for seat, measure in seen.orders.alone if seat == seen.seat)
    measure = act_of(seen, seen.text(text).draft)
    return (measure,) if measure is not None else ()


def texts_asked(seen: Seen) -> tuple[TextId, ...]:
    """The texts that can still be decided and have an act, and `ALONE` where the seat has ordered one of its own."""
    return tuple(text for text in (*seen.on_table, ALONE) if acts_asked(seen, text))


def questions_on(seen: Seen, measure: MeasureId) -> tuple[LegalQuestion, ...]:
    """What is asked of an act."""
    return ("resort", "conduct") if seen.measure(measure).uses_force else ("law",)


def opinion_on(seen: Seen, text: TextId, measure: MeasureId, question: LegalQuestion) -> Opinion | None:
    """The seat's own opinion of this round, which may be void since the text was changed; None where it gave none."""
    subject = (seen.round, text, measure, question)
    return next((opinion for opinion in seen.opinions if opinion.subject == subject), None)


def is_answered(seen: Seen, text: TextId) -> bool:
    """Whether the seat has answered all that is asked of a text, as it is worded now."""
    asked = [question for measure in acts_asked(seen, text) for question in questions_on(seen, measure)]
    return bool(asked) and len(standing_opinions(seen, text)) == len(asked)


def standing_opinions(seen: Seen, text: TextId) -> tuple[Opinion, ...]:
    """The seat's own opinions on a text as it is worded now, in the order in which they are asked."""
    opinions = (
        opinion_on(seen, text, measure, question)
        for measure in acts_asked(seen, text)
        for question in questions_on(seen, measure)
    )
    return tuple(opinion for opinion in opinions if opinion is not None and not opinion.void)
