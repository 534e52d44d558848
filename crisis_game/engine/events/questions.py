"""Events of questions: an inject asks, a seat answers or is silent, and what could not follow from the answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from crisis_game.engine.event import Audience, Event
from crisis_game.engine.reason_codes import Coded
from crisis_game.engine.state import Asked, State
from crisis_game.scenario.ids import BEAT_OF, InjectId, SeatId
from crisis_game.texts import Msgid, Text


@dataclass(frozen=True, slots=True)
class QuestionPut:
    """An inject asked some seats for an answer; each of them answers for itself."""

    inject: InjectId
    seats: tuple[SeatId, ...]
    to: Audience
    kind: ClassVar[str] = "question-put"

    def apply(self, state: State) -> None:
        """The answer of each seat is waited for from now on."""
        beat = BEAT_OF[state.table.phase]
        for seat in self.seats:
            state.script.asked[self.inject, seat] = Asked(state.round, beat)

    def tell(self) -> Text | None:
        """The letter asks."""
        return None


@dataclass(frozen=True, slots=True)
class QuestionAnswered:
    """A seat answered an inject; `silent` where it did not, so that the default stands."""

    inject: InjectId
    seat: SeatId
    answer: str
    silent: bool
    to: Audience
    kind: ClassVar[str] = "question-answered"

    def apply(self, state: State) -> None:
        """Note the answer, its round, and whether it was given by silence."""
        asked = state.script.asked[self.inject, self.seat]
        state.script.asked[self.inject, self.seat] = replace(
            asked, answer=self.answer, answered=state.round, silent=self.silent
        )

    def tell(self) -> Text | None:
        """What was answered, and whether by silence."""
        reply = f"{self.inject}/{self.answer}"
        return Text(_SENTENCES[self.silent], {"seat": self.seat, "inject": self.inject, "reply": reply})


_SENTENCES: dict[bool, Msgid] = {
    False: "{seat:state} answers {inject:inject}: {reply:reply}.",
    True: "{seat:state} is silent on {inject:inject}, which means: {reply:reply}.",
}


@dataclass(frozen=True, slots=True)
class AnswerUndone:
    """The act that was to follow from an answer was not possible; the rest of the answer stands."""

    inject: InjectId
    seat: SeatId
    act: str
    why: Coded
    to: Audience
    kind: ClassVar[str] = "answer-undone"

    def apply(self, state: State) -> None:
        """Nothing was done."""

    def tell(self) -> Text | None:
        """That it was not possible."""
        return self.why.text


EVENTS: tuple[type[Event], ...] = (QuestionPut, QuestionAnswered, AnswerUndone)
