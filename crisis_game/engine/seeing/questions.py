"""Questions that injects put to a seat: the answers that can be given, until when, and what was answered."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from crisis_game.engine.authored import INJECT
from crisis_game.engine.seeing.public import PublicSeen
from crisis_game.engine.state import Asked, Letter
from crisis_game.scenario.ids import GaugeId, InjectId, SeatId
from crisis_game.scenario.model_script import Asking, Effect, Rating
from crisis_game.texts import Prose

_OWN = frozenset(("home", "treasury", "credit", "attention"))
_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ReplySeen:
    """One answer that can be given.

    Attributes:
        act: the kind of the act that is done in the seat's name with it; empty for none.
        follows: the consequences that the seat can reckon with (see `weighed`).
        rated: how it compares with what was expected: for the facilitator alone, empty for everybody else.
    """

    id: str
    label: Prose
    act: str
    rated: Rating
    follows: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerSeen:
    """What a seat answered, in which round, and whether by silence."""

    seat: SeatId
    choice: str
    round: int
    silent: bool


@dataclass(frozen=True, slots=True)
class QuestionSeen:
    """A question as one seat may have it.

    Attributes:
        seat: whose eyes these are; inject: that puts it.
        choices: the answers, in the author's order.
        fuse: until when: the beginning of the beat of that name, or seconds.
        default: the answer of who says nothing.
        answers: that were given: this seat's own; the facilitator has all.
        open: whether an answer of this seat is waited for.
    """

    seat: SeatId
    inject: InjectId
    choices: tuple[ReplySeen, ...]
    fuse: str | int
    default: str
    answers: tuple[AnswerSeen, ...]
    open: bool


def weighed(effects: Iterable[Effect], seat: SeatId, gauges: Container[GaugeId]) -> tuple[Effect, ...]:
    """The effects of an answer that a seat can reckon with: on the gauges that it sees, and on what is its own.

    What an answer does to others, which claims it bears out and what will happen is the author's secret.
    """
    return tuple(
        effect
        for effect in effects
        if (effect.kind == "gauge" and effect.subject in gauges) or (effect.kind in _OWN and effect.subject == seat)
    )


class QuestionsSeen(PublicSeen):
    """What one is asked by injects."""

    __slots__ = ()

    @property
    def questions(self) -> tuple[QuestionSeen, ...]:
        """The questions that wait for an answer of this seat, oldest first."""
        asked = self._state.script.asked.items()
        waiting = [inject for (inject, seat), question in asked if seat == self.seat and not question.answer]
        return tuple(question for inject in waiting if (question := self.question(inject)) is not None)

    def question(self, inject: InjectId) -> QuestionSeen | None:
        """What an inject asked this seat, open or answered; None where it asked it nothing. The facilitator has all."""
        asked = self._asked(inject)
        asks = self._asks(inject) if asked else None
        if asks is None:
            return None
        choices = tuple(
            ReplySeen(
                reply.id,
                reply.label,
                str(reply.command.get("kind", "")) if reply.command is not None else "",
                asks.rated(reply.id) if self._all else "",
                weighed(reply.effects, self.seat, self.gauges),
            )
            for reply in asks.choices
        )
        answers = tuple(
            AnswerSeen(seat, question.answer, question.answered, question.silent)
            for seat, question in asked.items()
            if question.answer
        )
        waits = self.seat in asked and not asked[self.seat].answer
        return QuestionSeen(self.seat, inject, choices, asks.fuse, asks.default or "", answers, waits)

    def question_in(self, letter: Letter) -> QuestionSeen | None:
        """What the inject behind a letter asked this seat; None for a letter that asks for no answer of it."""
        is_inject = letter.id.startswith(INJECT)
        return self.question(letter.id.removeprefix(INJECT)) if is_inject else None

    def reckoned(self, inject: InjectId, choice: str) -> tuple[Effect, ...]:
        """What this seat can reckon with if it answers so (see `weighed`); nothing for what it is not asked."""
        asks = self._asks(inject) if self._asked(inject) else None
        return weighed(asks.reply(choice).effects, self.seat, self.gauges) if asks is not None else ()

    def follows(self, inject: InjectId, choice: str) -> Mapping[str, Any]:
        """The act that is done in this seat's name if it answers so, in the words of a log; empty for none."""
        asks = self._asks(inject) if self._asked(inject) else None
        return (asks.reply(choice).command if asks is not None else None) or _NOTHING

    @property
    def fuses(self) -> tuple[tuple[InjectId, int], ...]:
        """The questions to this seat that wait for so many seconds, which end with this beat at the latest."""
        return tuple((question.inject, question.fuse) for question in self.questions if isinstance(question.fuse, int))

    def _asked(self, inject: InjectId) -> dict[SeatId, Asked]:
        """What became of the question to this seat; the facilitator has that to all."""
        asked = self._state.script.asked.items()
        return {seat: question for (of, seat), question in asked if of == inject and (seat == self.seat or self._all)}

    def _asks(self, inject: InjectId) -> Asking | None:
        sheet = self._scenario.injects.get(inject)
        return sheet.asks if sheet is not None else None
