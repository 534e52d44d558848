"""Councils beside each other: what each decided, gave and met, round by round, and where it first went another way.

All play one scenario. With the same seed they meet the same world and the same luck, so that whatever differs comes of
what they did. The first council is the one that others are held against.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, get_args

from crisis_game.debrief.chronicle import Chronicle
from crisis_game.debrief.course import RollCall
from crisis_game.debrief.timeline import roll_calls
from crisis_game.engine import codec
from crisis_game.engine.events.hands import HandsRecorded
from crisis_game.engine.events.measures import Delivered
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.state import FreeMove
from crisis_game.exercise.chain import canonical
from crisis_game.players.turns import is_over
from crisis_game.scenario.ids import ActorId, Delivery, GaugeId, MeasureId, SeatId
from crisis_game.scenario.model import Ending, Scenario

Aspect = Literal["moves", "texts", "votes", "deliveries", "answer", "gauges", "ending"]
"""In what two councils can part, in the order in which a round brings it."""

ASPECTS: tuple[Aspect, ...] = get_args(Aspect)


@dataclass(frozen=True, slots=True)
class Given:
    """What a member gave to a measure in a round."""

    measure: MeasureId
    seat: SeatId
    given: Delivery


@dataclass(frozen=True, slots=True)
class Hands:
    """Whose votes on a text were recorded by raised hands."""

    text: TextId
    seats: tuple[SeatId, ...]


@dataclass(frozen=True, slots=True)
class CouncilRound:
    """One round of one council.

    Attributes:
        over: whether it was played to its end, so that it can be held against another council's.
        moves: the moves of their own that seats proposed; of a council that still plays, those that all know of.
        votes: all texts that were put to the vote, adopted or not.
        hands: whose votes were recorded by raised hands; a vote is the same however it was given.
        deliveries: what members gave.
        answers: what those who press did: the id of each with its step.
        gauges: values at the end of the round; of a council that still plays, those alone that all may see.
    """

    round: int
    over: bool
    moves: tuple[FreeMove, ...]
    votes: tuple[RollCall, ...]
    hands: tuple[Hands, ...]
    deliveries: tuple[Given, ...]
    answers: tuple[tuple[ActorId, str], ...]
    gauges: tuple[tuple[GaugeId, int], ...]

    @property
    def adopted(self) -> tuple[RollCall, ...]:
        """The texts that were adopted."""
        return tuple(vote for vote in self.votes if vote.status == "adopted")


@dataclass(frozen=True, slots=True)
class Parting:
    """Where a council first went another way than the first: in which round, and in what."""

    round: int
    aspect: Aspect


@dataclass(frozen=True, slots=True)
class CouncilCourse:
    """The course of one council.

    Attributes:
        ending: None while it is not reached.
        parted: None for the first council, and for one that went the same way as far as both have played.
    """

    name: str
    seed: int
    content_hash: str
    finished: bool
    rounds: tuple[CouncilRound, ...]
    ending: Ending | None
    parted: Parting | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Councils across, rounds down."""

    councils: tuple[CouncilCourse, ...]

    @property
    def rounds(self) -> int:
        """How many rounds there are to tell of."""
        return max(len(council.rounds) for council in self.councils)

    @property
    def same_seed(self) -> bool:
        """Whether all met the same world with the same luck."""
        return len({council.seed for council in self.councils}) == 1

    @property
    def same_version(self) -> bool:
        """Whether all played the same version of the scenario."""
        return len({council.content_hash for council in self.councils}) == 1


class CouncilTold(Protocol):
    """A council that can be held against others: one that was read back, or one that plays."""

    @property
    def name(self) -> str:
        """By which it is told from the others."""
        ...

    @property
    def scenario(self) -> Scenario:
        """As it is played there."""
        ...

    @property
    def chronicle(self) -> Chronicle:
        """Its log, read once."""
        ...

    @property
    def finished(self) -> bool:
        """Whether play is over."""
        ...


@dataclass(frozen=True, slots=True)
class CouncilInPlay:
    """A council of an exercise that goes on."""

    name: str
    scenario: Scenario
    chronicle: Chronicle

    @property
    def finished(self) -> bool:
        """Whether play is over."""
        return is_over(self.chronicle.state)


def compare(councils: Sequence[CouncilTold]) -> Comparison:
    """Councils of one scenario beside each other, in the order given."""
    courses: list[CouncilCourse] = []
    signed = [_signed(council) for council in councils]
    for council, signs in zip(councils, signed, strict=True):
        state = council.chronicle.state
        courses.append(
            CouncilCourse(
                name=council.name,
                seed=state.table.seed,
                content_hash=council.scenario.content_hash,
                finished=council.finished,
                rounds=tuple(_rounds(council)),
                ending=_ending(council.chronicle),
                parted=_parted(signed[0], signs),
            )
        )
    return Comparison(tuple(courses))


def _rounds(council: CouncilTold) -> Iterator[CouncilRound]:
    chronicle = council.chronicle
    votes = roll_calls(chronicle)
    for number in range(1, chronicle.state.table.round + 1):
        yield CouncilRound(
            round=number,
            over=_is_over(chronicle, number),
            moves=tuple(_moves(council, number)),
            votes=tuple(vote for vote in votes if vote.round == number),
            hands=tuple(_hands(chronicle, number)),
            deliveries=tuple(_given(chronicle, number)),
            answers=tuple(_answers(chronicle, number)),
            gauges=tuple(_gauges(council, number)),
        )


def _is_over(chronicle: Chronicle, round_: int) -> bool:
    return any(len(values) >= round_ for values in chronicle.gauges.values())


def _moves(council: CouncilTold, round_: int) -> Iterator[FreeMove]:
    for move in council.chronicle.state.desk.moves.values():
        if move.round == round_ and (council.finished or move.is_public):
            yield move


def _hands(chronicle: Chronicle, round_: int) -> Iterator[Hands]:
    for happening in chronicle.happenings:
        event = happening.event
        if happening.round == round_ and isinstance(event, HandsRecorded):
            yield Hands(event.text, event.seats)


def _given(chronicle: Chronicle, round_: int) -> Iterator[Given]:
    for happening in chronicle.happenings:
        event = happening.event
        if happening.round == round_ and isinstance(event, Delivered):
            yield Given(event.measure, event.seat, event.given)


def _answers(chronicle: Chronicle, round_: int) -> Iterator[tuple[ActorId, str]]:
    for actor, kept in sorted(chronicle.answers.get(round_, {}).items()):
        if kept.taken is not None:
            yield actor, kept.taken.done


def _gauges(council: CouncilTold, round_: int) -> Iterator[tuple[GaugeId, int]]:
    for id_, values in sorted(council.chronicle.gauges.items()):
        if len(values) >= round_ and (council.finished or council.scenario.gauges[id_].seen == "all"):
            yield id_, values[round_ - 1]


def _ending(chronicle: Chronicle) -> Ending | None:
    reached = chronicle.ending
    return next((ending for ending in chronicle.scenario.endings if reached and ending.id == reached.ending), None)


_Signs = dict[tuple[int, Aspect], object]
"""What is held against another council's: of each round that is over, each aspect in a form that tells equal ones."""


def _signed(council: CouncilTold) -> _Signs:
    chronicle, texts = council.chronicle, council.chronicle.state.council.texts
    signs: _Signs = {}
    for round_ in _rounds(council):
        if round_.over:
            contents = {vote.text: canonical(codec.write(texts[vote.text].draft)) for vote in round_.votes}
            ruled = ((move.seat, move.ruling.outcome) for move in round_.moves if move.ruling and move.is_public)
            signs[round_.round, "moves"] = sorted(ruled)
            signs[round_.round, "texts"] = sorted(contents[vote.text] for vote in round_.adopted)
            signs[round_.round, "votes"] = sorted(
                (contents[vote.text], tuple((ballot.seat, ballot.vote) for ballot in vote.votes))
                for vote in round_.votes
            )
            given = ((each.measure, each.seat, each.given) for each in round_.deliveries)
            signs[round_.round, "deliveries"] = sorted(given)
            signs[round_.round, "answer"] = round_.answers
            signs[round_.round, "gauges"] = [
                (id_, values[round_.round - 1]) for id_, values in sorted(chronicle.gauges.items())
            ]
    if chronicle.ending is not None:
        signs[chronicle.state.table.round, "ending"] = chronicle.ending.ending
    return signs


def _parted(first: _Signs, other: _Signs) -> Parting | None:
    """The first place at which both have something to be held against each other, and it is not the same."""
    common = [place for place in first if place in other]
    for round_, aspect in sorted(common, key=lambda place: (place[0], ASPECTS.index(place[1]))):
        if first[round_, aspect] != other[round_, aspect]:
            return Parting(round_, aspect)
    return None
