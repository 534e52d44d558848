"""The search for witnesses: plain rehearsal first, then games toward what is still missing.

A search game goes on from where an earlier game came nearest to its goal, or begins anew with a seed whose draws fit;
all members do what the goal's condition asks for. The same scenario, goals, games and seed give the same
result, as long as the time does not run out.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from crisis_game.engine.act import Submission
from crisis_game.engine.chance import GREATEST_SEED, Stream, draw
from crisis_game.engine.conditions import Facts
from crisis_game.engine.event import Event
from crisis_game.engine.state import State
from crisis_game.players.playout import Playout, going_on, opening, taken
from crisis_game.scenario.model import Scenario
from crisis_game.workshop.reach.condition_distance import Distance
from crisis_game.workshop.reach.goal_policy import GoalPolicy
from crisis_game.workshop.reach.goal_wishes import condition_of, wishes_for
from crisis_game.workshop.reach.goals import Goal, shown
from crisis_game.workshop.rehearsal import Plan, seating, seeds

BROKEN = (ArithmeticError, LookupError, RuntimeError, TypeError, ValueError)
"""What a game that breaks off raises: a fault of ours or of the scenario, which `rehearse` reports."""

SEEDS_TRIED = 24
NEAR_KEPT = 4
BACK = 6
"""Places before the nearest at which a game may be taken up again."""

Progress = Callable[[int, int], None]
"""Told how many games are played, and how many goals are still missing."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a search goes.

    Attributes:
        games: in all, half of them plain rehearsal; at least 1.
        seconds: after which no new game begins; None for no limit.
        seed: of all chance.
    """

    games: int
    seconds: float | None = None
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Witness:
    """How a goal came to pass: the accepted submissions from the first, the last of which brings it about."""

    goal: Goal
    round: int
    submissions: tuple[Submission, ...]


@dataclass(slots=True)
class Reached:
    """What a search found.

    Attributes:
        witnesses: the first of each goal that was reached.
        times: in how many rehearsals each was reached; by_search: in how many games of search.
        rounds: the earliest round of each.
        rehearsed, searched: plain games and those of search; stopped: whether time ran out.
    """

    witnesses: dict[Goal, Witness] = field(default_factory=dict)
    times: Counter[Goal] = field(default_factory=Counter)
    by_search: Counter[Goal] = field(default_factory=Counter)
    rounds: dict[Goal, int] = field(default_factory=dict)
    rehearsed: int = 0
    searched: int = 0
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class _Near:
    """A place in a game from which a goal was not far."""

    distance: float
    log: list[Submission]
    places: list[int]
    at: int


class Search:
    """One search, with what it has found so far."""

    def __init__(self, scenario: Scenario, goals: Iterable[Goal], limits: Limits) -> None:
        self.scenario = scenario
        self.reached = Reached()
        self._goals = dict.fromkeys(goals)
        self._limits = limits
        self._distances = _distances(scenario, self._goals)
        self._near: dict[Goal, list[_Near]] = {goal: [] for goal in self._distances}

    @property
    def missing(self) -> tuple[Goal, ...]:
        """The goals without a witness."""
        return tuple(goal for goal in self._goals if goal not in self.reached.witnesses)

    def run(self, progress: Progress | None = None) -> Reached:
        """Play until nothing is missing, the games are played or time runs out."""
        until = None if self._limits.seconds is None else time.monotonic() + self._limits.seconds
        plain = seeds(Plan((self._limits.games + 1) // 2, self._limits.seed))
        for number in range(self._limits.games):
            if not self._goals or (number >= len(plain) and not self.missing):
                break
            if until is not None and time.monotonic() >= until:
                self.reached.stopped = True
                break
            if number < len(plain):
                self._rehearse(plain[number])
            else:
                self._toward(self._next(number - len(plain)), number)
            if progress is not None:
                progress(number + 1, len(self.missing))
        return self.reached

    def _next(self, turn: int) -> Goal:
        """Whose turn it is, by lot: one of the author's own goals, and in one game of four a rule of judgement."""
        rules = [goal for goal in self.missing if goal.kind == "rule"]
        others = [goal for goal in self.missing if goal.kind != "rule"]
        stream = Stream(self._limits.seed, f"reach:turn:{turn}")
        return stream.pick(rules if rules and (turn % 4 == 3 or not others) else others)

    # One game -------------------------------------------------------------------------------------------------------

    def _rehearse(self, seed: int) -> None:
        self.reached.rehearsed += 1
        state, log = State(), [opening(seed)]
        events = taken(self.scenario, state, log[0])
        self._play(going_on(self.scenario, state, seating(self.scenario, seed, None)), log, events, self.reached.times)

    def _toward(self, goal: Goal, number: int) -> None:
        """One game in which all members work toward a goal."""
        self.reached.searched += 1
        own = Stream(self._limits.seed, f"reach:{goal}:{number}")
        log = self._beginning(goal, own)
        state = State()
        events: tuple[Event, ...] = ()
        for submission in log:
            events = taken(self.scenario, state, submission)
        seats = seating(self.scenario, own.below(1 << 62), None)
        game = going_on(self.scenario, state, seats)
        game.actions = len(log)
        wishes = wishes_for(self.scenario, goal, own)
        game.seats = {
            seat: GoalPolicy(policy, wishes, Stream(own.below(1 << 62), seat))
            for seat, policy in sorted(game.seats.items())
        }
        self._play(game, log, events, self.reached.by_search)

    def _beginning(self, goal: Goal, own: Stream) -> list[Submission]:
        """Where a game toward a goal takes up: some places before the nearest of an earlier game, or a new start."""
        near = self._near.get(goal)
        if near and own.chance(50):
            earlier = own.pick(near)
            back = max(0, earlier.at - own.below(BACK))
            return earlier.log[: earlier.places[back]]
        return [opening(self._fitting(goal, own))]

    def _fitting(self, goal: Goal, own: Stream) -> int:
        """A seed that draws what the goal asks for, as far as its distance at the start tells."""
        tried = [draw(own.below(1 << 62), "reach", "seed", 0, 0, GREATEST_SEED) for _ in range(SEEDS_TRIED)]
        distance = self._distances.get(goal)
        if distance is None:
            return tried[0]
        return min(tried, key=lambda seed: distance.of(Facts(self.scenario, _opened(self.scenario, seed))))

    def _play(self, game: Playout, log: list[Submission], events: tuple[Event, ...], times: Counter[Goal]) -> None:
        """Play a game to its end, noting goals as they come to pass and how near the others came."""
        places = [len(log)]
        seen: set[Goal] = set()
        self._note(game.state, log, events, seen)
        here = _place(game.state)
        try:
            for submission, happened in game.moves():
                log.append(submission)
                self._note(game.state, log, happened, seen)
                if _place(game.state) != here:
                    here = _place(game.state)
                    places.append(len(log))
                    self._measure(game.state, log, places)
        except BROKEN:
            return
        finally:
            times.update(seen)

    def _note(self, state: State, log: list[Submission], events: tuple[Event, ...], seen: set[Goal]) -> None:
        for goal in shown(self.scenario, state, events):
            if goal not in self._goals or goal in seen:
                continue
            seen.add(goal)
            round_ = _round_of(state, goal)
            self.reached.rounds[goal] = min(round_, self.reached.rounds.get(goal, round_))
            if goal not in self.reached.witnesses:
                self.reached.witnesses[goal] = Witness(goal, round_, tuple(log))

    def _measure(self, state: State, log: list[Submission], places: list[int]) -> None:
        """Keep the nearest places of what is missing, one for each game."""
        facts = Facts(self.scenario, state)
        for goal, distance in self._distances.items():
            if goal in self.reached.witnesses:
                continue
            near = self._near[goal]
            now = _Near(distance.of(facts), log, places, len(places) - 1)
            known = next((place for place, kept in enumerate(near) if kept.log is log), None)
            if known is None:
                near.append(now)
            elif now.distance <= near[known].distance:
                near[known] = now
            near.sort(key=lambda kept: kept.distance)
            del near[NEAR_KEPT:]


def _distances(scenario: Scenario, goals: Iterable[Goal]) -> Mapping[Goal, Distance]:
    trees = ((goal, condition_of(scenario, goal)) for goal in goals)
    return {goal: Distance(tree) for goal, tree in trees if tree is not None}


def _round_of(state: State, goal: Goal) -> int:
    """The round in which a goal came to pass, which the table may have left since within one submission."""
    script = state.script
    known = {"inject": script.arrived, "reaction": script.reactions, "milestone": script.milestones}.get(goal.kind, {})
    return known.get(goal.id, state.table.round)


def _place(state: State) -> tuple[str, int]:
    return state.table.phase, state.table.round


def _opened(scenario: Scenario, seed: int) -> State:
    state = State()
    taken(scenario, state, opening(seed))
    return state
