"""The ANSWER of one round as one seat may read it: made from its own log, nothing else.

It runs from the deliveries that were opened to the review; what the Security Council says comes with the next round's
opening and is read with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from crisis_game.engine.event import Event
from crisis_game.engine.events.accounts import CreditMoved, HomeMoved, TreasuryMoved
from crisis_game.engine.events.actors import StepTaken
from crisis_game.engine.events.measures import Delivered, MeasureBegan, MeasureEnded, MeasurePaid
from crisis_game.engine.events.script import LetterCame
from crisis_game.engine.events.turns import PhaseEntered
from crisis_game.engine.events.world import CouncilAnswered, EndingReached, GaugeMoved, MeasureEffect, PressureFelt
from crisis_game.engine.reason_codes import Code
from crisis_game.engine.state import Letter, Term
from crisis_game.exercise.sitting import Heard, Sitting
from crisis_game.scenario.ids import Delivery, SeatId
from crisis_game.texts import Text


@dataclass(frozen=True, slots=True)
class GaugeMoves:
    """All moves of one gauge in this ANSWER as one: from, terms, to."""

    gauge: str
    before: int
    terms: tuple[Term, ...]
    after: int


@dataclass(slots=True)
class Answer:
    """What came of a round.

    Attributes:
        steps: what those who press did.
        moves: gauges that moved, in the order of their first move.
        effects: what each measure came to; pressure: all of them together.
        given: for each measure, who gave how much.
        home: what moved one's own support, treasury and credit, in sentences.
        rest: what else one was told, in sentences; `rest_aloud` without what gifts and the law tell.
        letters: what came into the inbox.
        council: what the Security Council said.
        ending: how it ended, if it did.
    """

    round: int
    steps: list[StepTaken] = field(default_factory=list)
    moves: dict[str, GaugeMoves] = field(default_factory=dict)
    effects: list[MeasureEffect] = field(default_factory=list)
    pressure: PressureFelt | None = None
    given: dict[str, list[tuple[SeatId, Delivery]]] = field(default_factory=dict)
    home: list[Text] = field(default_factory=list)
    rest: list[Text] = field(default_factory=list)
    rest_aloud: list[Text] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)
    council: list[CouncilAnswered] = field(default_factory=list)
    ending: EndingReached | None = None


def last_answered(sitting: Sitting, seat: SeatId) -> int:
    """The last round that was answered; 0 for none."""
    round_ = sitting.seen(seat).round
    return round_ if sitting.finished else max(0, round_ - 1)


def answer(log: Iterable[Heard], seat: SeatId, round_: int) -> Answer:
    """The ANSWER of a round, as a seat may read it in its own log."""
    round_answer = Answer(round_)
    for event in answer_events(log, round_):
        _take(round_answer, seat, event)
    return round_answer


def answer_events(log: Iterable[Heard], round_: int) -> Iterator[Event]:
    """What came in the step that closed ORDERS: from the deliveries to the review, then what Council and end bring."""
    opened = ("response", round_)
    for step in log:
        phases = [(event.phase, event.round) for event in step.events if isinstance(event, PhaseEntered)]
        if ("consequences", round_) in phases:
            yield from _from_deliveries(step.events, inside=opened not in phases)


def _from_deliveries(events: Iterable[Event], *, inside: bool) -> Iterator[Event]:
    for event in events:
        if isinstance(event, PhaseEntered):
            inside = event.phase in ("response", "consequences", "review")
        elif inside or isinstance(event, CouncilAnswered | EndingReached):
            yield event


def _take(round_answer: Answer, seat: SeatId, event: Event) -> None:
    """Put an event where it is read."""
    match event:
        case StepTaken():
            round_answer.steps.append(event)
        case GaugeMoved():
            _move(round_answer, event)
        case MeasureEffect():
            round_answer.effects.append(event)
        case PressureFelt():
            round_answer.pressure = event
        case Delivered():
            round_answer.given.setdefault(event.measure, []).append((event.seat, event.given))
        case LetterCame():
            round_answer.letters.append(event.letter)
        case CouncilAnswered():
            round_answer.council.append(event)
        case EndingReached():
            round_answer.ending = event
        case _:
            _tell(round_answer, seat, event)


def _move(round_answer: Answer, event: GaugeMoved) -> None:
    earlier = round_answer.moves.get(event.gauge)
    before, terms = (earlier.before, earlier.terms) if earlier else (event.before, ())
    round_answer.moves[event.gauge] = GaugeMoves(event.gauge, before, (*terms, *event.terms), event.after)


def _tell(round_answer: Answer, seat: SeatId, event: Event) -> None:
    sentence = event.tell()
    if sentence is None:
        return
    own = isinstance(event, HomeMoved | TreasuryMoved | CreditMoved | MeasurePaid) and event.seat == seat
    (round_answer.home if own else round_answer.rest).append(sentence)
    if not own and not _stands_elsewhere(event):
        round_answer.rest_aloud.append(sentence)


def _stands_elsewhere(event: Event) -> bool:
    """Whether who gave what, or the law, tells it: a measure that begins and is given to, and words that are said."""
    begins = isinstance(event, MeasureBegan) and not event.dormant
    return begins or (isinstance(event, MeasureEnded) and event.why.code == Code.SAID)
