"""What the charts of an exercise show, before anything is drawn: plain data with texts, in the order of reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from crisis_game.law.finding import Legality
from crisis_game.law.indicators import Confidence, Dimension
from crisis_game.law.legitimacy import Band
from crisis_game.scenario.ids import SeatId, Vote
from crisis_game.texts import Prose, Text

if TYPE_CHECKING:
    from crisis_game.debrief.model import HingeTest


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason why a gauge moved, and by how much."""

    amount: int
    why: Text


@dataclass(frozen=True, slots=True)
class GaugeStep:
    """A gauge in one round: before, after, and what moved it. The causes add up to the difference.

    Attributes:
        causes: empty where nothing moved it, and where only an estimate is known.
    """

    round: int
    before: int
    after: int
    causes: tuple[Cause, ...]

    @property
    def change(self) -> int:
        """By how much it moved."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class GaugeChart:
    """The history of one gauge.

    Attributes:
        low, high: its bounds.
        rising_is: `good`, `bad` or `neutral`.
        start: its value before the first step.
        blur: how far each value may be off; 0 where it is exact.
    """

    id: str
    name: Prose
    low: int
    high: int
    rising_is: str
    start: int
    steps: tuple[GaugeStep, ...]
    blur: int = 0

    @property
    def values(self) -> tuple[int, ...]:
        """The start, and the value after each step."""
        return (self.start, *(step.after for step in self.steps))


@dataclass(frozen=True, slots=True)
class Weighed:
    """One choice of the other side: its score when sealed (None where it was not weighed) and when opened."""

    step: str
    sealed: int | None
    opened: int


@dataclass(frozen=True, slots=True)
class OrderStep:
    """One round of the other side: what was ordered under seal, what was done, and how all choices were weighed.

    Attributes:
        choices: highest first; empty where the scores were not kept.
        actor: whose order it was; empty where one alone gave orders.
    """

    round: int
    ordered: str
    done: str
    choices: tuple[Weighed, ...]
    actor: str = ""

    @property
    def kept(self) -> bool:
        """Whether the order was carried out as it was sealed."""
        return self.ordered == self.done


@dataclass(frozen=True, slots=True)
class OrdersChart:
    """The other side's orders against its deeds; no steps where no other side acts."""

    steps: tuple[OrderStep, ...]


@dataclass(frozen=True, slots=True)
class RollStep:
    """One member's vote, and the votes in favour up to and with it.

    Attributes:
        cast: given, not read from silence.
        why: its explanation; empty where there is none.
    """

    seat: SeatId
    vote: Vote
    cast: bool
    running: int
    why: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class RollChart:
    """One vote as a roll call.

    Attributes:
        in_favour, needed: as the organ's own rule counts them.
        by_head: whether that rule counts each yes as one, so that the running count can be held against `needed`.
    """

    round: int
    text: str
    says: Text
    told: Text
    in_favour: int
    needed: int
    by_head: bool
    steps: tuple[RollStep, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an act stands between legality and legitimacy, on what all members knew; acts that stand together are one.

    Attributes:
        number: its place on the path, from 1; 0 for the organisation over the whole exercise.
        index: of legitimacy, 0 to 100.
    """

    number: int
    round: int
    title: Text
    seats: tuple[str, ...]
    legality: Legality
    index: int
    band: Band


COLUMNS: Mapping[Legality, int] = {"unlawful": 0, "insufficient-facts": 1, "contested": 1, "lawful": 2}
"""The column of the quadrant for each answer of the law, from the left."""


def abreast(standings: Sequence[Standing]) -> list[float]:
    """How far to the right each stands, from 0 to 1: those in one column of the law side by side in their order."""
    counts = Counter(COLUMNS[standing.legality] for standing in standings)
    used: Counter[int] = Counter()
    places = []
    for standing in standings:
        column = COLUMNS[standing.legality]
        used[column] += 1
        places.append((column + used[column] / (counts[column] + 1)) / 3)
    return places


@dataclass(frozen=True, slots=True)
class QuadrantChart:
    """The members' acts as a path between legality and legitimacy, and where the organisation stands in the end.

    Each act stands by its own facts; the organisation also by what only the log of the whole tells.
    """

    name: Prose
    path: tuple[Standing, ...]
    whole: Standing
    quadrant: Text


@dataclass(frozen=True, slots=True)
class IndicatorBar:
    """One of the sixteen indicators: 0 to 4, None where nothing is known."""

    id: str
    name: Text
    value: float | None
    evidence: Text
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class DimensionBars:
    """One of the four dimensions with its indicators."""

    id: Dimension
    name: Text
    mean: float | None
    bars: tuple[IndicatorBar, ...]


@dataclass(frozen=True, slots=True)
class ProfileChart:
    """The profile of legitimacy: index, lowest and highest from 0 to 100, and how many indicators are known."""

    name: Prose
    dimensions: tuple[DimensionBars, ...]
    index: int
    lowest: int
    highest: int
    known: int


Measure = Literal["ending", "finding", "opinions"]


@dataclass(frozen=True, slots=True)
class HingeWeight:
    """What a hinge weighs on each of the three scales by which hinges are found; None where it cannot be said.

    Attributes:
        test: by which it was chosen.
        ending: by how many points of 100 the ending that is most apart comes more often on one side; None where it
            cannot be told from enough futures. between: the bounds of that at 95 per cent.
        finding: gravest breach of its act, 0 for none, 1 procedural, 2 serious, 3 grave, 4 peremptory.
        opinions: how far the opinions of the room lay apart, 0 to 66.
    """

    number: int
    round: int
    test: HingeTest
    decided: Text
    why: Text
    ending: int | None
    finding: int | None
    opinions: int | None
    between: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class HingesChart:
    """The hinges side by side, on three scales that are never added up."""

    hinges: tuple[HingeWeight, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """A share of all games with the interval in which it lies at 95 per cent, all from 0 to 1.

    Attributes:
        count: the games that were counted.
    """

    name: Text
    count: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class SharesChart:
    """Shares of the games of a rehearsal, one under the other."""

    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """A gauge at the end of a round: the values that 10, 50 and 90 per cent of the games do not exceed."""

    round: int
    p10: int
    median: int
    p90: int
    games: int


@dataclass(frozen=True, slots=True)
class BandsChart:
    """A gauge over the rounds of a rehearsal, between its bounds."""

    gauge: str
    start: int
    low: int
    high: int
    bands: tuple[Spread, ...]


Chart: TypeAlias = (
    GaugeChart | OrdersChart | RollChart | QuadrantChart | ProfileChart | HingesChart | SharesChart | BandsChart
)
