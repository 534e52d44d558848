"""What a planner says about a list that the list does not say itself: what its headings, teams and times mean."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from crisis_game.texts import Text
from crisis_game.workshop.msel.clock import MINUTES_OF_A_DAY, Clock, clock_of
from crisis_game.workshop.msel.columns import COLUMNS, LONGEST_HEADING, Column, column_called
from crisis_game.workshop.msel.spellings import plain

NOTHING = "-"
"""What a heading or a team means that is to be left out."""


class WishError(ValueError):
    """An option that says nothing clear; `words` say why and how to mend it."""

    def __init__(self, words: Text) -> None:
        super().__init__(words.msgid)
        self.words = words


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was said about a list.

    Attributes:
        columns: the column that a heading means, by its plain spelling; None where it is not to be read.
        teams: what stands for a team in the list's recipients, by its plain spelling, as words.
        start: the minute of the day at which the list's exercise begins; None where nobody said.
        end: the time at which it ends.
    """

    columns: Mapping[str, Column | None] = field(default_factory=dict)
    teams: Mapping[str, str] = field(default_factory=dict)
    start: int | None = None
    end: Clock | None = None

    @property
    def span(self) -> int | None:
        """The minutes that the list's exercise takes; None where nobody said."""
        if self.end is None:
            return None
        if self.end.is_of_day and self.end.days is None:
            return int(self.end.minutes - (self.start or 0)) % MINUTES_OF_A_DAY or MINUTES_OF_A_DAY
        return int(self.end.elapsed(self.start or 0, 0))


NO_WISHES = Wishes()


def wishes_of(columns: Iterable[str], teams: Iterable[str], start: str | None, end: str | None) -> Wishes:
    """The wishes in the words of the command line.

    Args:
        columns: such as `Timeline=time,Teams=to`.
        teams: such as `Blue team=ALD,Press=all,Observers=-`.
        start: the time of day at which the list's exercise begins.
        end: that at which it ends, or a time since the start.

    Raises:
        WishError: for words that say nothing clear.
    """
    wanted = {plain(heading): _column(heading, name) for heading, name in _pairs("--columns", columns)}
    meant = {plain(team): said for team, said in _pairs("--teams", teams)}
    return Wishes(wanted, meant, _minute(start), _end(end, start))


def _pairs(option: str, words: Iterable[str]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for part in (part for cells in csv.reader(words, skipinitialspace=True) for part in cells if part.strip()):
        left, equals, right = (side.strip() for side in part.rpartition("="))
        if not (left and equals and right):
            example = "Timeline=time,Teams=to" if option == "--columns" else "Blue team=ALD,Press=all"
            raise WishError(
                Text(
                    "`{option}`: `{part}` does not say what is what; write it like `{example}`",
                    {"option": option, "part": part.strip(), "example": example},
                )
            )
        pairs.append((left[:LONGEST_HEADING], right))
    return pairs


def _column(heading: str, name: str) -> Column | None:
    column = column_called(name)
    if column is None and name != NOTHING:
        raise WishError(
            Text(
                "`--columns`: `{heading}` cannot be `{name}`; a column is {known}, or `-` for one that is not read",
                {"heading": heading, "name": name, "known": tuple(column.heading for column in COLUMNS)},
            )
        )
    return column


def _minute(start: str | None) -> int | None:
    if start is None:
        return None
    clock = clock_of(start)
    if clock is None or not clock.is_of_day or clock.date is not None or clock.days is not None:
        message = Text("`--start`: `{words}` is no time of day; write it like `09:00`", {"words": start})
        raise WishError(message)
    return int(clock.minutes)


def _end(end: str | None, start: str | None) -> Clock | None:
    if end is None:
        return None
    clock = clock_of(end)
    if clock is None or clock.date is not None or (not clock.is_of_day and clock.minutes <= 0):
        message = Text(
            "`--end`: `{words}` is no time after the start; write it like `17:00`, `D+1 17:00` or `T+8h`",
            {"words": end},
        )
        raise WishError(message)
    if clock.is_of_day and start is None:
        raise WishError(Text("`--end` as a time of day needs `--start`; without one write it like `T+8h`"))
    return clock
