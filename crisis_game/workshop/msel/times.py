"""When an inject arrives, as a cell says it: `round 1, situation`, `round 2 to 3, table`, `any round, answer`.

The words are chosen so that no spreadsheet takes them for a date, as it would `1-3` or `2/4`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from crisis_game.scenario.model import Moment
from crisis_game.texts import Text

BEATS: tuple[Moment, ...] = get_args(Moment)
SECONDS_OF_A_MINUTE = 60
_LATEST = 99

_TIME = re.compile(
    r"(?:any(?: round)?|(?:round |r)?(?P<first>\d{1,3})(?: ?(?:to|until|-|–) ?(?:round |r)?(?P<last>\d{1,3}))?)?"
    r"[ ,;/]*(?P<beat>[a-z]+)?"
)
_MONTH = r"(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\w*\.?"
_DATE = re.compile(
    r"\d{4}-\d\d?-\d\d?.*|\d\d?[./]\d\d?[./](?:\d{4}|\d\d)?.*|"
    rf"\d\d?[-. ]{{0,2}}{_MONTH}(?:[-. ]?\d+)?|{_MONTH}-\d+"
)


@dataclass(frozen=True, slots=True)
class When:
    """The rounds and the beat in which an inject may arrive."""

    first: int | None
    last: int | None
    beat: str

    @classmethod
    def of(cls, inject: Mapping[str, object]) -> When:
        """As an inject is written; what is no number of a round is left out."""
        first, last = inject.get("round"), inject.get("until_round")
        beat = inject.get("at")
        return cls(
            first if isinstance(first, int) else None,
            last if isinstance(last, int) else None,
            beat if isinstance(beat, str) else BEATS[0],
        )

    @property
    def order(self) -> tuple[int, int]:
        """Earlier comes first; what may arrive in any round comes last."""
        return self.first or _LATEST, BEATS.index(self.beat) if self.beat in BEATS else len(BEATS)

    def words(self) -> str:
        """As a cell says it."""
        if self.first is None:
            return f"any round, {self.beat}"
        until = f" to {self.last}" if self.last is not None else ""
        return f"round {self.first}{until}, {self.beat}"

    def minute(self, beat_seconds: Mapping[str, int]) -> str:
        """The minute of the lesson in which the beat opens, if all beats take as long as they may."""
        if self.first is None or self.beat not in beat_seconds:
            return ""
        before = sum(beat_seconds[beat] for beat in BEATS[: BEATS.index(self.beat)])
        whole = (self.first - 1) * sum(beat_seconds[beat] for beat in BEATS) + before
        return str(whole // SECONDS_OF_A_MINUTE)


def when_of(cell: str) -> When | Text:
    """What a cell says, or what is wrong with it."""
    words = " ".join(cell.casefold().split())
    match = _TIME.fullmatch(words)
    if match is None or (match["beat"] and match["beat"] not in BEATS):
        if _DATE.fullmatch(words):
            return Text(
                "the spreadsheet has made a date of this (`{words}`): write it in words, such as `round 1 to 3, table`",
                {"words": cell},
            )
        return Text(
            "`{words}` is no time: write a round and a beat, such as `round 2, situation`; the beats are {beats}",
            {"words": cell, "beats": BEATS},
        )
    first, last = match["first"], match["last"]
    return When(int(first) if first else None, int(last) if last else None, match["beat"] or BEATS[0])
