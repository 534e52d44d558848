"""What would have come of the other choice: the game played on by policies from both, with the same luck on each side.

Every choice is played from the state before orders were opened. The first future has the luck of the game itself; the
others have luck of their own, the same for both sides, so that only the choice tells them apart. The number of games
is fixed by counting moves, not by a clock, so that the same log always gives the same answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from crisis_game.assessment.confidence_intervals import difference
from crisis_game.debrief.chronicle import Moment
from crisis_game.debrief.model import EndingChange
from crisis_game.engine import chance
from crisis_game.engine.act import Refusal
from crisis_game.engine.event import Event, apply
from crisis_game.engine.machine import step
from crisis_game.engine.state import Hand, State
from crisis_game.players.playout import Playout, players_of
from crisis_game.players.policy import Policy
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Text

MOST_FUTURES = 12
"""Futures played of one choice, each on both sides, so that a distance can be told: 24 playouts."""

MOST_SWEPT = 800
"""Moves of policies after which no other choice is begun."""

MOST_MOVES = 9_000
"""Moves of policies after which no other future is begun: about three seconds. Games of few members take 6,000."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice that was made in sealed orders, and the other one.

    Attributes:
        moment: before the orders were opened.
        instead: events that put the other choice in place of what was sealed.
        text: the text that it was about, if any.
        seats: whose choice it was.
        weight: what lets it be played before others: the smaller, the sooner.
    """

    moment: Moment
    instead: tuple[Event, ...]
    text: str | None
    seats: tuple[SeatId, ...]
    otherwise: Text
    weight: tuple[int, ...]


@dataclass(slots=True)
class _Side:
    """One side of a choice as it is played."""

    endings: Counter[str] = field(default_factory=Counter)
    gauges: Counter[str] = field(default_factory=Counter)

    def add(self, state: State) -> None:
        self.endings[state.table.ending or ""] += 1
        self.gauges.update(state.world.gauges)


@dataclass(slots=True)
class _Pair:
    """Both sides of a choice."""

    choice: Choice
    decided: _Side = field(default_factory=_Side)
    otherwise: _Side = field(default_factory=_Side)


def weightiest(
    scenario: Scenario, choices: Sequence[Choice], policies: Mapping[SeatId, str]
) -> tuple[Choice, EndingChange] | None:
    """The choice whose other side changes the ending most, then moves the gauges most; None where none does either.

    Each choice is played on once, for as many of them as there is room for; the one that changes most is played on more
    often, since one future may be luck. Where nobody has a move left, the world answers in one way only.

    Args:
        scenario: what was played.
        choices: the choices, those to be played sooner first.
        policies: who plays on in which seat; a seat that is missing plays by its scenario's policy.
    """
    swept: list[_Pair] = []
    players = players_of(scenario, policies)
    moves = 0
    for choice in choices:
        if moves < MOST_SWEPT:
            swept.append(_Pair(choice))
            moves += _both(scenario, swept[-1], 0, players)
    if not swept:
        return None
    most = max(swept, key=lambda pair: _weight(_change(pair, 1, only=False)))
    games, once = 1, moves // len(swept)
    while once and games < MOST_FUTURES and moves + once <= MOST_MOVES:
        once = _both(scenario, most, games, players)
        moves, games = moves + once, games + 1
    change = _change(most, games, only=not once)
    return (most.choice, change) if any(_weight(change)) else None


def _weight(change: EndingChange) -> tuple[int, int]:
    """How far the ending changes, then how far the gauges move."""
    return change.change, sum(abs(decided - otherwise) for _, decided, otherwise in change.gauges)


def _both(scenario: Scenario, pair: _Pair, future: int, players: Mapping[SeatId, Policy]) -> int:
    """Play one future on both sides; how many moves that took."""
    as_decided = _play(scenario, pair.choice, future, players, pair.decided, ())
    return as_decided + _play(scenario, pair.choice, future, players, pair.otherwise, pair.choice.instead)


def _play(
    scenario: Scenario,
    choice: Choice,
    future: int,
    players: Mapping[SeatId, Policy],
    side: _Side,
    instead: tuple[Event, ...],
) -> int:
    """Play one future to its end; how many moves it took."""
    state = choice.moment.state.fork()
    for event in instead:
        apply(state, event)
    opened = step(scenario, state, choice.moment.submission)
    if isinstance(opened, Refusal):
        raise RuntimeError(f"what opened the orders of round {choice.moment.round} is refused: {opened.code}")
    if future:
        Hand(state).table.seed = chance.draw(state.table.seed, "hinge", str(future), 0, 0, chance.GREATEST_SEED)
    game = Playout(scenario, state, players)
    side.add(game.run())
    return game.actions


def _change(pair: _Pair, games: int, *, only: bool) -> EndingChange:
    """What became of both sides.

    Args:
        pair: the sides as they were played.
        games: how often each was.
        only: whether it can go on in one way only, so that one game is all there is.
    """
    decided, otherwise = pair.decided.endings, pair.otherwise.endings
    apart = sum(abs(decided[ending] - otherwise[ending]) for ending in {*decided, *otherwise})
    moved = [
        (gauge, total // games, pair.otherwise.gauges[gauge] // games)
        for gauge, total in sorted(pair.decided.gauges.items())
        if total // games != pair.otherwise.gauges[gauge] // games
    ]
    distance = 100 * apart // (2 * games)
    many = games >= MOST_FUTURES
    most = _most(decided, otherwise, games) if many and apart else None
    return EndingChange(games, _counts(decided), _counts(otherwise), distance, tuple(moved), only or many, most)


def _most(decided: Counter[str], otherwise: Counter[str], games: int) -> tuple[str, int, int]:
    """The ending whose shares are most apart, of equals the first by name, with the interval of the difference."""
    ending = max(sorted({*decided, *otherwise}), key=lambda name: abs(decided[name] - otherwise[name]))
    low, high = difference(decided[ending], otherwise[ending], games)
    return ending, round(100 * low), round(100 * high)


def _counts(endings: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(endings.items(), key=lambda pair: (-pair[1], pair[0])))
