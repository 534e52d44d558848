"""What a text would move of what a seat wants: wants times the expected moves of measures, by who could give (GAME2).

    outcomes = sum over gauges of want x expected move / 10, -3 to 3

The expected move of what is given is its full move times the share of the members' means that was pledged, and half of
what those could give who are likely to vote yes and have pledged nothing; what does not follow that, such as heat when
a measure begins, moves in full.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crisis_game.engine.effects import SHARE
from crisis_game.engine.seen import Seen
from crisis_game.engine.text_seen import TextSeen
from crisis_game.scenario.ids import Delivery, MeasureId, SeatId
from crisis_game.scenario.model import Measure

MOST = 3
GIVEN = frozenset(("presence", "force", "economic"))
"""Kinds of measures that move by what is given to them."""


@dataclass(frozen=True, slots=True)
class Givers:
    """Who would give to a text.

    Attributes:
        pledged: what was pledged, by seat and measure.
        likely: members that are likely to vote yes.
    """

    pledged: tuple[tuple[tuple[SeatId, MeasureId], Delivery], ...]
    likely: tuple[SeatId, ...]


def givers_of(seen: Seen, text: TextSeen | None) -> Givers:
    """Who would give: of a text that is told, sponsors and those who do not oppose it; of any other draft, anybody."""
    if text is None:
        return Givers((), seen.voters)
    likely = tuple(
        seat for seat in seen.voters if seat == seen.seat or seat in text.sponsors or _near(seen, text, seat)
    )
    return Givers(tuple(text.pledges.items()), likely)


def _near(seen: Seen, text: TextSeen, seat: SeatId) -> bool:
    position = seen.position(text.id, seat)
    return position is not None and position.stance in ("support", "could-live-with")


@dataclass(frozen=True, slots=True)
class Pull:
    """By how much a measure in full moves what a seat wants: what follows what is given, and what does not."""

    given: int
    whole: int


def pulls_of(seen: Seen, wants: Mapping[str, int]) -> dict[MeasureId, Pull]:
    """The pull of each measure that moves anything that is wanted, or wanted not."""
    gauges = {id_: gauge for id_, gauge in seen.gauges.items() if wants.get(id_)}
    pulls: dict[MeasureId, Pull] = {}
    for id_ in seen.measures if gauges else ():
        measure, by = seen.measure(id_), {True: 0, False: 0}
        for gauge, sheet in gauges.items():
            follows = sheet.taken == "delivered" and measure.kind in GIVEN
            by[follows] += wants[gauge] * measure.moves.get(gauge, 0)
        if any(by.values()):
            pulls[id_] = Pull(by[True], by[False])
    return pulls


def expected(seen: Seen, pulls: Mapping[MeasureId, Pull], measures: Iterable[Measure], givers: Givers) -> int:
    """What the new measures of a text would move of what a seat wants, -3 to 3."""
    total = 0
    for measure in measures:
        pull = pulls.get(measure.id)
        if pull is not None:
            total += 100 * pull.whole + (pull.given * _share(seen, measure, givers) if pull.given else 0)
    size = min(MOST, abs(total) // 1000)
    return size if total > 0 else -size


def _share(seen: Seen, measure: Measure, givers: Givers) -> int:
    """The share of the members' means that a measure can count on, in per cent."""
    pledged = {seat: SHARE[level] for (seat, to), level in givers.pledged if to == measure.id}
    whole = counted = 0
    for seat in seen.members:
        means = seen.means(seat).get(measure.domain, 0)
        whole += means
        counted += means * pledged.get(seat, SHARE["half"] if seat in givers.likely else 0)
    return counted // whole if whole else 0
