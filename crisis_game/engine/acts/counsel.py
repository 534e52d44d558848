"""Counsel: one question a round, after an opinion of one's own on the same text."""

from __future__ import annotations

from crisis_game.engine import field_questions
from crisis_game.engine.act import Act, Refusal, act, choice
from crisis_game.engine.domains import OneOf
from crisis_game.engine.events.counsel import CounselGiven
from crisis_game.engine.foresight import conducts_of
from crisis_game.engine.opinions import is_answered, standing_opinions
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.unit_of_work import Working
from crisis_game.law.counsel import weak_rules
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text


def _of_own_opinion(seen: Seen) -> tuple[TextId, ...]:
    """The texts on which the seat's own opinion stands."""
    return tuple(text for text in seen.on_table if is_answered(seen, text))


def _opinion_first(seen: Seen) -> Refusal | None:
    if _of_own_opinion(seen):
        return None
    return Refusal("opinion-first", Text("Give your own opinion on a text first; then counsel answers about it."))


def _once_a_round(seen: Seen) -> Refusal | None:
    if seen.counsel_round != seen.round:
        return None
    return Refusal("counsel-asked", Text("Counsel answers one question a round, and has answered yours."))


def _not_in_haste(seen: Seen) -> Refusal | None:
    if seen.emergency is None:
        return None
    return Refusal("no-counsel", Text("The emergency procedure leaves no time for counsel."))


@act(
    "ask-counsel",
    "texts",
    frozenset(("table", "orders")),
    Text("Ask counsel"),
    Text("One question a round, after your own opinion on the text."),
    gates=(_opinion_first, _once_a_round, _not_in_haste),
)
class AskCounsel(Act):
    """Ask counsel about a text, once a round and after an opinion of one's own on it."""

    text: TextId = choice(
        field_questions.TEXT,
        lambda seen: OneOf(_of_own_opinion(seen)),
        "no-such-text",
        Text("Counsel advises on texts on the table of which you have given your own opinion."),
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        seen = working.seen(seat)
        draft = seen.text(self.text).draft
        weakest = max(conducts_of(seen, draft), key=lambda conduct: len(weak_rules(conduct)))
        opinions = standing_opinions(seen, self.text)
        working.emit(CounselGiven(seat, self.text, draft, opinions, weakest, (seat,)))
