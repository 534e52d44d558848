"""When the injects of a list arrive: rounds and beats as they stand there, or times that are laid onto them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from crisis_game.scenario.lesson import Lesson
from crisis_game.texts import Text, counted
from crisis_game.workshop.msel.clock import MINUTES_OF_AN_HOUR, Clock, Course, clock_of
from crisis_game.workshop.msel.form import Form
from crisis_game.workshop.msel.sheet import Place, Remark, Sheet, tidy
from crisis_game.workshop.msel.spellings import HOURS, MINUTES, plain
from crisis_game.workshop.msel.times import When, when_of
from crisis_game.workshop.msel.wishes import Wishes


@dataclass(slots=True)
class Arrivals:
    """The times of a list.

    Attributes:
        lesson: that the scenario is played in; None where the scenario cannot be read.
        remarks: what is wrong with a time, and what is told of some; those that concern many cells stand once.
    """

    sheet: Sheet
    form: Form
    lesson: Lesson | None
    wishes: Wishes
    remarks: list[Remark] = field(default_factory=list)
    _unit: int = field(init=False)
    _is_lone: bool = field(init=False)
    _first_date: int = field(init=False)
    _of_day: list[tuple[Place, str]] = field(default_factory=list, init=False)
    _unsure: list[tuple[Place, str]] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        place = self.form.place("time")
        heading = plain(self._cell(self.form.head, place)) if place else ""
        self._is_lone = heading in MINUTES | HOURS
        cells = [self._cell(row, place) for row in self.form.rows] if place else []
        has_other_letters = any(cell[:2].casefold() in ("m+", "m-", "d+", "j+", "h+") for cell in cells)
        counts_hours = heading in HOURS or (has_other_letters and heading not in MINUTES)
        self._unit = MINUTES_OF_AN_HOUR if counts_hours else 1
        dates = [clock.date for cell in cells if (clock := clock_of(cell)) and clock.date is not None]
        self._first_date = min(dates, default=0)

    def when(self, cell: str, place: Place) -> When | None:
        """When an inject with such a cell arrives; None where that is not clear, which is noted."""
        clock = clock_of(cell, self._unit, lone=self._is_lone)
        if clock is not None:
            return self._on_a_beat(clock, cell, place)
        when = when_of(cell)
        if isinstance(when, When):
            return when
        self.remarks.append(Remark(place, when))
        return None

    @property
    def wants_start(self) -> bool:
        """Whether a time of day stands there and nobody said when the exercise begins."""
        return bool(self._of_day)

    def all_remarks(self) -> Iterator[Remark]:
        """What there is to say of the times of the whole list."""
        yield from self.remarks
        if self._of_day:
            (place, cell), *more = self._of_day
            message = counted(
                "`{cell}` is a time of day: `--start 09:00` says when the list's exercise begins, and lays it onto a "
                "round and a beat",
                "`{cell}` and the times in other cells, {n} in all, are times of day: `--start 09:00` says when the "
                "list's exercise begins, and lays them onto rounds and beats",
                len(more) + 1,
                cell=cell,
            )
            yield Remark(place, message)
        if self._unsure:
            place, cell = self._unsure[0]
            yield Remark(place, _unsure(cell, self._unit), "warning")

    def _on_a_beat(self, clock: Clock, cell: str, place: Place) -> When | None:
        if clock.is_of_day and self.wishes.start is None:
            self._of_day.append((place, cell))
            return None
        if self.lesson is None:
            message = Text("a time can be laid onto a beat when the scenario has no mistakes; `check` tells them")
            self.remarks.append(Remark(place, message))
            return None
        if clock.is_unsure:
            self._unsure.append((place, cell))
        course = Course(self.lesson.beat_seconds, self.lesson.rounds, self.wishes.span)
        elapsed = clock.elapsed(self.wishes.start or 0, self._first_date)
        when = course.beat_at(elapsed)
        if when is None:
            self.remarks.append(Remark(place, _too_late(cell, round(elapsed), course.minutes)))
        elif elapsed < 0:
            message = Text("`{cell}` is before the start; it arrives when the first round begins", {"cell": cell})
            self.remarks.append(Remark(place, message, "warning"))
        return when

    def _cell(self, row: int, place: int) -> str:
        cells = self.sheet.rows[row - 1]
        return tidy(cells[place - 1]) if place <= len(cells) else ""


def _unsure(cell: str, unit: int) -> Text:
    if unit == 1:
        return Text(
            "`{cell}` is read as minutes after the start, as are the others of its kind; `T+2h` would be hours",
            {"cell": cell},
        )
    return Text(
        "`{cell}` is read as hours after the start, as are the others of its kind, since other cells say minutes or "
        "days; `T+2min` would be minutes",
        {"cell": cell},
    )


def _too_late(cell: str, minute: int, minutes: int) -> Text:
    return Text(
        "`{cell}` is minute {minute} of the exercise, and the lesson has {minutes}: `--end` with the time at which the "
        "list's exercise ends, such as `17:00` or `T+8h`, lays its whole time over the lesson",
        {"cell": cell, "minute": minute, "minutes": minutes},
    )
