"""The waves of a TABLE: how often the computers have moved, and what each did."""

from __future__ import annotations

from dataclasses import dataclass, field

from crisis_game.engine.shared_values import Change, TextId
from crisis_game.scenario.ids import SeatId, Stance


@dataclass(frozen=True, slots=True)
class MoveSeen:
    """What one seat did in a wave.

    Attributes:
        seat: who moved.
        did: the kind of its act, such as `take-position`.
        text: the text that it is about; None for none.
        before, after: where the seat said it stood on the text before, and where it stands by this; None for no word.
        wants, price: what would bring it to yes, and what it asks from a treasury.
        because: the sentence said for it; may be empty.
        asked: whether it answers what somebody asked.
        about: the id of what else it is about: a measure, a source, the member asked; empty for nothing.
    """

    seat: SeatId
    did: str
    text: TextId | None = None
    before: Stance | None = None
    after: Stance | None = None
    wants: tuple[Change, ...] = ()
    price: int = 0
    because: str = ""
    asked: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class WaveMove:
    """A move, and the seats that know of it; None for all."""

    move: MoveSeen
    to: tuple[SeatId, ...] | None = None


@dataclass(slots=True)
class Wave:
    """One wave: the moves of it, oldest first."""

    moves: list[WaveMove] = field(default_factory=list)


@dataclass(slots=True)
class Waves:
    """The waves of the last TABLE, oldest first.

    `movers` are the seats whose deeds count to the last wave now: held by policies, while TABLE lasts.
    """

    begun: list[Wave] = field(default_factory=list)
    movers: tuple[SeatId, ...] = ()
