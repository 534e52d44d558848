"""Events of an ally's act: members are asked for their word, and each of them answers, or is silent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.engine.event import Audience, Event
from crisis_game.engine.state import AllyAct, AllyAnswer, State
from crisis_game.scenario.ids import AllyWord, ClauseId, SeatId, StateId
from crisis_game.texts import Msgid, Text, Value


@dataclass(frozen=True, slots=True)
class AllyActPut:
    """All other members were asked for their word on what one of them did alone."""

    conduct: str
    subject: str
    actor: StateId
    measure: str
    round: int
    to: Audience = None
    kind: ClassVar[str] = "ally-act-put"

    def apply(self, state: State) -> None:
        """The word of every other member is waited for."""
        state.commitments.ally_acts[self.conduct] = AllyAct(
            self.conduct, self.subject, self.actor, self.measure, self.round, state.round
        )

    def tell(self) -> Text | None:
        """On what members are asked."""
        values: dict[str, Value] = {"actor": self.actor, "it": self.measure}
        if self.subject == self.measure:
            return Text("Every other member is asked what it says of an act of {actor:state}: {it:step}.", values)
        return Text("Every other member is asked what it says of an act of {actor:state}: {it:measure}.", values)


@dataclass(frozen=True, slots=True)
class AllyAnswered:
    """A member gave its word on an ally's act; by silence where it said nothing."""

    conduct: str
    actor: StateId
    seat: SeatId
    answer: AllyWord
    clause: ClauseId
    to: Audience = None
    kind: ClassVar[str] = "ally-answered"

    def apply(self, state: State) -> None:
        """Note it."""
        state.commitments.ally_acts[self.conduct].answers[self.seat] = AllyAnswer(self.answer, self.clause)

    def tell(self) -> Text | None:
        """Who says what of whose act."""
        return Text(_SENTENCES[self.answer], {"seat": self.seat, "actor": self.actor, "clause": self.clause})


_SENTENCES: dict[AllyWord, Msgid] = {
    "endorse": "{seat:state} endorses what {actor:state} does alone.",
    "condition": "{seat:state} can live with what {actor:state} does alone on a condition: {clause:clause}.",
    "disown": "{seat:state} disowns what {actor:state} does alone.",
    "report": "{seat:state} reports to the Security Council, as an act of {actor:state} and not its own.",
    "silence": "{seat:state} says nothing of what {actor:state} does alone.",
}

EVENTS: tuple[type[Event], ...] = (AllyActPut, AllyAnswered)
