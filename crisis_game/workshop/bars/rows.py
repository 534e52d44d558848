"""A row of the table of bars: what was measured of whom, how sure that is, what it should be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import inf
from statistics import fmean
from typing import Literal

from crisis_game.assessment.confidence_intervals import interval, mean_interval

Unit = Literal["share", "points", "number"]
"""A share of games; a difference of two shares; a number of things a game."""

HEAD = ("bar", "of", "measured", "95 %", "aim", "met")


@dataclass(frozen=True, slots=True)
class Aim:
    """What a figure should be.

    Attributes:
        least, most: bounds of the figure itself, both included.
        most_bound: what the upper end of its interval may be at most.
    """

    least: float = -inf
    most: float = inf
    most_bound: float = inf


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of a bar.

    Attributes:
        bar: what is measured.
        of: of which seat, round or objective.
        value: what came out.
        low, high: where it lies at 95 per cent; with a `low` of -inf, `high` is a bound on that side alone.
    """

    bar: str
    of: str
    value: float
    low: float
    high: float
    aim: Aim
    unit: Unit = "share"

    @property
    def name(self) -> str:
        """What it is called where bars that were missed are told."""
        return f"{self.bar} ({self.of})"

    @property
    def met(self) -> bool:
        """Whether the figure is what it should be."""
        return self.aim.least <= self.value <= self.aim.most and self.high <= self.aim.most_bound

    @property
    def cells(self) -> tuple[str, ...]:
        """Its cells in the table, as in `HEAD`."""
        met = "yes" if self.met else "**no**"
        return self.bar, self.of, self._in_words(self.value), self._between(self.low, self.high), self._aimed(), met

    def _in_words(self, value: float) -> str:
        if self.unit == "number":
            return f"{value:.1f}"
        hundredths = round(100 * value)
        if self.unit == "share":
            return f"{hundredths} %"
        return f"{hundredths:+d} points" if hundredths else "0 points"

    def _between(self, low: float, high: float) -> str:
        if low == -inf:
            return f"at most {self._in_words(high)}"
        return f"{self._bare(low)} to {self._in_words(high)}"

    def _bare(self, value: float) -> str:
        return self._in_words(value).split(" ")[0]

    def _aimed(self) -> str:
        aim = self.aim
        if aim.least > -inf and aim.most < inf:
            return self._between(aim.least, aim.most)
        words = f"at least {self._in_words(aim.least)}" if aim.least > -inf else f"at most {self._in_words(aim.most)}"
        return f"{words}, the bound {self._in_words(aim.most_bound)}" if aim.most_bound < inf else words


def share_row(bar: str, of: str, shares: Sequence[float], aim: Aim) -> Row:
    """The share of games in which something is so, by Wilson's interval.

    Args:
        bar: what is measured.
        of: of whom.
        shares: for each seed 1 or 0, or where several games share a seed the share of these. Games of one seed hang
            together, so that they count as one case.
        aim: what it should be; of no games nothing is known, and the figure is 0.
    """
    low, high = interval(sum(shares), len(shares))
    return Row(bar, of, fmean(shares) if shares else 0.0, low, high, aim)


def mean_row(bar: str, of: str, numbers: Sequence[float], aim: Aim) -> Row:
    """A number of things a game, the mean over the seeds."""
    return Row(bar, of, fmean(numbers), *mean_interval(numbers), aim, "number")


def mean_by_seed(columns: Iterable[Sequence[float]]) -> list[float]:
    """For each seed the mean over several councils, seats or pairs."""
    return [fmean(values) for values in zip(*columns, strict=True)]


def table(rows: Iterable[Row], say: Callable[[str], object]) -> None:
    """Tell rows as a Markdown table."""
    for cells in (HEAD, ("---",) * len(HEAD), *(row.cells for row in rows)):
        say(f"| {' | '.join(cells)} |")
