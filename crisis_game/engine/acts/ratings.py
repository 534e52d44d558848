"""Acts of ratings: the facilitator says how what was expected, or what was to be learnt, was met."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from crisis_game.engine import field_questions
from crisis_game.engine.act import Act, act, choice
from crisis_game.engine.acts.facilitator import ALWAYS, FACILITATOR
from crisis_game.engine.domains import OneOf, Words
from crisis_game.engine.events.ratings import Rated, rated_words
from crisis_game.engine.field_questions import Question
from crisis_game.engine.shared_values import Fulfilment
from crisis_game.engine.state import Rateable
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text

HSEEP_WORDS: Mapping[str, Text] = {
    "P": Text("performed"),
    "S": Text("performed with some challenges"),
    "M": Text("performed with major challenges"),
    "U": Text("unable to be performed"),
}
"""Ratings in the words of the Homeland Security Exercise and Evaluation Program."""

LONGEST_WORD = 600
"""Characters of what is said with a rating."""


@act(
    "rate",
    "facilitator",
    ALWAYS,
    Text("Rate"),
    Text("What an inject expected, or an objective: of one seat, or of all together. A later rating stands instead."),
    roles=FACILITATOR,
)
class Rate(Act):
    """Rate how what an inject expects, or an objective, was met; the seat is empty for all together."""

    what: Rateable = choice(
        Question(Text("What do you rate?"), value_words=lambda _, value: rated_words(value)),
        lambda seen: OneOf(seen.rateable),
        "nothing-to-rate",
        Text("An inject that has come, or an objective of the scenario, can be rated."),
    )
    seat: SeatId = choice(
        Question(Text("Whose is it?"), "state", value_words=lambda _, value: None if value else Text("all together")),
        lambda seen: OneOf(("", *seen.members)),
        "no-such-seat",
        Text("Name a member, or nobody for all together."),
        default="",
    )
    rating: Fulfilment = choice(
        Question(Text("How was it done?"), value_words=lambda _, value: HSEEP_WORDS[value]),
        OneOf(get_args(Fulfilment)),
        "no-such-rating",
        Text("A rating is P, S, M or U."),
        default="P",
    )
    words: str = choice(
        field_questions.WORDS, Words(LONGEST_WORD), "too-long", Text("Say it in 600 characters."), default=""
    )

    def happen(self, working: Working, _: SeatId) -> None:
        working.emit(Rated(self.what, self.seat, self.rating, self.words.strip()))
