"""Times as planners write them, `09:05`, `T+2`, `M-5`, `D+1 H+3`, `Day 2, 14:30`, and the beats that they fall into.

`T` counts minutes or hours, by the heading of its column and by the other cells; `H` hours, `M` minutes, `D` and `J`
days. A spreadsheet hands a time of day over as `09:05:00`, a date with it as `2026-03-01 09:05:00`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from crisis_game.texts.lookalikes import typed
from crisis_game.workshop.msel.times import BEATS, SECONDS_OF_A_MINUTE, When

MINUTES_OF_AN_HOUR = 60
MINUTES_OF_A_DAY = 1440
_HOURS_OF_A_DAY = 24
_NOON = 12

_OF_DAY = re.compile(
    r"(?P<hour>\d{1,2})(?:[:h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.0+)?)?|\.(?P<dotted>\d{2})(?= ?uhr)"
    r"|(?P<military>\d{2})(?= ?(?:h|hrs?|hours?|z|uhr)?$)|(?= ?[ap]\.?m\.?$| ?uhr$| ?h$))"
    r" ?(?:(?P<half>[ap])\.?m\.?|h|hrs?|hours?|z|uhr)?"
)
_ISO_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)[ t,]+(?P<rest>.*)")
_DOTTED_DATE = re.compile(r"(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>\d{4})[ ,]+(?P<rest>.*)")
_NUMBERED_DAY = re.compile(r"(?:day|tag|jour|día|dia) ?(?P<day>\d{1,2})[ ,;:/-]+(?P<rest>.*)")
_PART = re.compile(
    r"(?P<letter>startex|start|t|d|j|h|m)? ?(?P<sign>[+-]) ?(?P<number>\d{1,4})(?:[:h](?P<minutes>\d{2})(?::\d{2})?)?"
    r" ?(?P<unit>minutes?|mins?|min|m|hours?|hrs?|h|stunden?|std|heures?|horas?|days?|tage?|jours?|d[ií]as?)?\b"
    r"(?! ?[+-])[ ,;/]*"
)
_AT_ZERO = re.compile(r"startex|start|t|[tdjhm] ?0")
_NO_TIME = "00:00:00"
"""What a spreadsheet writes after a date that has no time."""

_FRACTION = re.compile(r"0?\.\d+")
_LONE_NUMBER = re.compile(r"\d{1,4}")
_MINUTES_BY_LETTER = {"d": MINUTES_OF_A_DAY, "j": MINUTES_OF_A_DAY, "h": MINUTES_OF_AN_HOUR, "m": 1}


@dataclass(frozen=True, slots=True)
class Clock:
    """A time as a cell says it.

    Attributes:
        minutes: of the day, or since the start.
        is_of_day: whether they are minutes of a day.
        days: since the first day, where that is said.
        date: as an ordinal number, where one is written.
        is_unsure: whether `T` stands in it without a unit.
    """

    minutes: float
    is_of_day: bool = False
    days: int | None = None
    date: int | None = None
    is_unsure: bool = False

    def elapsed(self, start: int, first_date: int) -> float:
        """The minutes since the start of the exercise.

        Args:
            start: the minute of the day at which it begins.
            first_date: the ordinal number of its first day.
        """
        days = self.date - first_date if self.date is not None else self.days
        whole = (days or 0) * MINUTES_OF_A_DAY + self.minutes
        if not self.is_of_day:
            return whole
        since = whole - start
        is_after_midnight = days is None and since < -MINUTES_OF_A_DAY / 2
        return since + MINUTES_OF_A_DAY if is_after_midnight else since


def clock_of(cell: str, unit: int = 1, *, lone: bool = False) -> Clock | None:
    """What a cell says of the time; None where that is no time of day and nothing since the start.

    Args:
        cell: as it stands in the list.
        unit: the minutes that `T+1` counts.
        lone: whether a number alone counts such units since the start.
    """
    words = " ".join(typed(cell).casefold().split())
    if _AT_ZERO.fullmatch(words):
        return Clock(0)
    if lone and _LONE_NUMBER.fullmatch(words):
        return Clock(int(words) * unit)
    if _FRACTION.fullmatch(words):
        return Clock(round(float(words) * MINUTES_OF_A_DAY), is_of_day=True)
    dated = _ISO_DATE.fullmatch(words) or _DOTTED_DATE.fullmatch(words)
    if dated:
        return _on_date(dated)
    if numbered := _NUMBERED_DAY.fullmatch(words):
        minutes = _of_day(numbered["rest"])
        return None if minutes is None else Clock(minutes, is_of_day=True, days=int(numbered["day"]) - 1)
    minutes = _of_day(words)
    return _since_start(words, unit) if minutes is None else Clock(minutes, is_of_day=True)


def _on_date(dated: re.Match[str]) -> Clock | None:
    minutes = None if dated["rest"] == _NO_TIME else _of_day(dated["rest"])
    try:
        ordinal = date(int(dated["year"]), int(dated["month"]), int(dated["day"])).toordinal()
    except ValueError:
        return None
    return None if minutes is None else Clock(minutes, is_of_day=True, date=ordinal)


def _of_day(words: str) -> float | None:
    match = _OF_DAY.fullmatch(words)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or match["dotted"] or match["military"] or 0)
    if match["half"]:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if match["half"] == "p" else 0)
    if hour > _HOURS_OF_A_DAY or minute >= MINUTES_OF_AN_HOUR or (hour == _HOURS_OF_A_DAY and minute):
        return None
    return hour * MINUTES_OF_AN_HOUR + minute


def _since_start(words: str, unit: int) -> Clock | None:
    """`D+1 H+3`, `T+2h`, `+0:15`, `M-5`, `D+1 09:00`: parts that are added up, the last perhaps a time of day."""
    minutes, days, is_unsure, place = 0.0, 0, False, 0
    while match := _PART.match(words, place):
        step = _minutes_of(match, unit)
        is_of_days = match["letter"] in ("d", "j") and not match["minutes"] and not match["unit"]
        days += (int(match["number"]) if match["sign"] == "+" else -int(match["number"])) if is_of_days else 0
        minutes += 0 if is_of_days else step
        is_unsure |= match["letter"] == "t" and not match["unit"] and not match["minutes"]
        place = match.end()
    if place == 0:
        return None
    if place == len(words):
        return Clock(days * MINUTES_OF_A_DAY + minutes, is_unsure=is_unsure)
    of_day = _of_day(words[place:])
    return None if of_day is None or minutes else Clock(of_day, is_of_day=True, days=days)


def _minutes_of(match: re.Match[str], unit: int) -> float:
    sign = 1 if match["sign"] == "+" else -1
    if match["minutes"]:
        return sign * (int(match["number"]) * MINUTES_OF_AN_HOUR + int(match["minutes"]))
    said = match["unit"] or ""
    by_unit = {"m": 1, "h": 60, "s": 60, "d": MINUTES_OF_A_DAY, "t": MINUTES_OF_A_DAY, "j": MINUTES_OF_A_DAY}
    letter = match["letter"] or ""
    each = by_unit[said[0]] if said else _MINUTES_BY_LETTER.get(letter, unit)
    return sign * int(match["number"]) * each


@dataclass(frozen=True, slots=True)
class Course:
    """The beats of a lesson, one after another, each as long as it may take.

    Attributes:
        span: the minutes of the list's time that are laid over the whole lesson; None for minute by minute.
    """

    beat_seconds: Mapping[str, int]
    rounds: int
    span: int | None = None

    @property
    def minutes(self) -> int:
        """The minutes of the list's time that have a beat."""
        return self.span or self.rounds * sum(self.beat_seconds[beat] for beat in BEATS) // SECONDS_OF_A_MINUTE

    def beat_at(self, minute: float) -> When | None:
        """The beat that is open at a minute of the list's time; None after the last. Before the start, the first."""
        whole = sum(self.beat_seconds[beat] for beat in BEATS)
        scale = self.rounds * whole / (self.span * SECONDS_OF_A_MINUTE) if self.span else 1
        if self.span and minute == self.span:
            return When(self.rounds, None, BEATS[-1])
        second = max(0.0, minute * SECONDS_OF_A_MINUTE * scale)
        rounds, left = divmod(second, whole)
        if rounds >= self.rounds:
            return None
        for beat in BEATS:
            if left < self.beat_seconds[beat]:
                return When(int(rounds) + 1, None, beat)
            left -= self.beat_seconds[beat]
        return None
