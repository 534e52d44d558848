"""Events of ratings: what the facilitator says of what was done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.engine.event import Audience, Event
from crisis_game.engine.shared_values import Fulfilment
from crisis_game.engine.state import Rateable, Rating, State
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Msgid, Text, Value


@dataclass(frozen=True, slots=True)
class Rated:
    """The facilitator rated how what an inject expects, or an objective, was met: by a seat, or by all together."""

    what: Rateable
    seat: SeatId
    rating: Fulfilment
    words: str
    to: Audience = ()
    kind: ClassVar[str] = "rated"

    def apply(self, state: State) -> None:
        """Keep it in place of an earlier one."""
        state.desk.ratings[self.what, self.seat] = Rating(self.rating, self.words, state.round)

    def tell(self) -> Text | None:
        """What was rated, whose it is, and how."""
        about = rated_words(self.what)
        values: dict[str, Value] = {"about": about, "seat": self.seat, "rating": self.rating, "words": self.words}
        return Text(_SENTENCES[self.seat != "", self.words != ""], values)


_SENTENCES: dict[tuple[bool, bool], Msgid] = {
    (False, False): "Rated {rating}: {about}",
    (False, True): "Rated {rating}: {about} {words}",
    (True, False): "Rated {rating}, {seat:state}: {about}",
    (True, True): "Rated {rating}, {seat:state}: {about} {words}",
}


def rated_words(what: Rateable) -> Text:
    """What is rated, by its title or its text."""
    kind, _, id_ = what.partition(":")
    return Text("{inject:inject}.", {"inject": id_}) if kind == "inject" else Text("{it:objective}", {"it": id_})


EVENTS: tuple[type[Event], ...] = (Rated,)
