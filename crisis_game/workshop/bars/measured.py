"""The bars of GAME2, section 7, that can be measured on what exists; each function gives the rows of one.

Left for later are opinions on a text that came later, and sketches in the new format.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import combinations
from math import inf
from statistics import fmean

from crisis_game.assessment.confidence_intervals import ONE_SIDE, paired_difference
from crisis_game.players.character import CHARACTERS
from crisis_game.players.seat_policies import ABSENT, ALONE, alone_by
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import Objective, Scenario
from crisis_game.workshop.bars.councils import MIXED_COUNCIL, SHIPPED_COUNCIL, Council, Games
from crisis_game.workshop.bars.rows import Aim, Row, mean_by_seed, share_row
from crisis_game.workshop.rehearsal_counts import Record

ALL = "all"

MANY_PAIRS = 400
"""From so many pairs on the bar on lone force is held to its bound; with fewer it is a tripwire."""

NO_RISE = Aim(most=0, most_bound=0.05)
TRIPWIRE = Aim(most=2 / 24)
"""Two games of twenty-four."""

A_GAMBLE = Aim(most=0.7)
CHARACTERS_DIFFER, IN_EACH_SEAT = Aim(least=0.3), Aim(least=0.15)
SOME_LINE_CHANGES, SOME_LINE_BETTERS = Aim(least=0.5), Aim(least=0.25)
ABSENCE_COUNTS, ABSENCE_OF_ONE = Aim(least=0.25), Aim(0.15, 0.6)
ANOTHER_SEED = Aim(most=0.6)
TEXTS_VARY = Aim(most=0.5)
LINES_CROSSED, GOVERNMENTS_FALL = Aim(0.05, 0.4), Aim(0.03, 0.2)
MET_BY_NOBODY, MET_BY_CHANCE = Aim(most=0), Aim(most=0.3)
MET_BY_SOME, MISSED_BY_SOME, MET_BY_FORCE = Aim(least=0.7), Aim(most=0.3), Aim(most=0.3)

_OF_LAW = re.compile(r"\b(unlawful_acts|defects)\b")
"""What the conditions of an objective read if it is one of law."""


def measured(scenario: Scenario, games: Games) -> Iterator[Row]:
    """The rows of all bars that a scenario is held to: of one round, lone force and absence alone."""
    yield from lone_force(scenario, games)
    yield from absence(scenario, games)
    if scenario.lesson.rounds > 1:
        for bar in (weight_of_a_seat, some_line, another_seed, adopted_sets, at_home, objectives):
            yield from bar(scenario, games)


# Lone force ---------------------------------------------------------------------------------------------------------


def lone_force(scenario: Scenario, games: Games) -> Iterator[Row]:
    """Whether good endings rise when one seat uses force alone each round, and whether force stays a gamble."""
    by_seat = {seat: [games.with_seat(seat, name) for name in force_of(scenario, seat)] for seat in scenario.members}
    shipped = games.of(SHIPPED_COUNCIL)
    for seat, by_measure in by_seat.items():
        yield rise(seat, shipped, by_measure)
    for seat, by_measure in by_seat.items():
        endings = Counter(record["ending"] for records in by_measure for record in records)
        commonest, _ = endings.most_common(1)[0]
        shares = mean_by_seed([_is(records, "ending", commonest) for records in by_measure])
        yield share_row("commonest ending with force alone", f"{seat}: {commonest}", shares, A_GAMBLE)


def force_of(scenario: Scenario, seat: SeatId) -> list[str]:
    """The policies by which a seat uses force alone: its strongest, and each armed measure that it has means for."""
    means = scenario.states[seat].means
    armed = (scenario.measures[id_] for id_ in scenario.played if scenario.measures[id_].use_of_force == "armed")
    return [ALONE, *(alone_by(measure.id) for measure in armed if means.get(measure.domain, 0) > 0)]


def rise(seat: SeatId, shipped: Sequence[Record], by_measure: Sequence[Sequence[Record]]) -> Row:
    """By how much more games end well with force, seed by seed, its measures pooled; a bound on one side."""
    pairs: Counter[tuple[bool, bool]] = Counter()
    for records in by_measure:
        pairs.update((force["good"], without["good"]) for force, without in zip(records, shipped, strict=True))
    both, here, there, neither = (
        pairs[cell] / len(by_measure) for cell in ((True, True), (True, False), (False, True), (False, False))
    )
    _, high = paired_difference(both, here, there, neither, ONE_SIDE)
    aim = NO_RISE if len(shipped) >= MANY_PAIRS else TRIPWIRE
    return Row("good endings more with force alone", seat, (here - there) / len(shipped), -inf, high, aim, "points")


# The weight of a seat -----------------------------------------------------------------------------------------------


def absence(scenario: Scenario, games: Games) -> Iterator[Row]:
    """How often the ending is another one when nobody sits in a seat."""
    shipped = games.of(SHIPPED_COUNCIL)
    by_seat = {seat: _differ(games.with_seat(seat, ABSENT), shipped) for seat in scenario.members}
    yield from _mean_and_seats("another ending when a seat is absent", by_seat, ABSENCE_COUNTS, ABSENCE_OF_ONE)


def weight_of_a_seat(scenario: Scenario, games: Games) -> Iterator[Row]:
    """How often two characters in one seat come to different endings."""
    by_seat: dict[SeatId, list[float]] = {}
    for seat in scenario.members:
        held = [games.with_seat(seat, name) for name in CHARACTERS]
        by_seat[seat] = mean_by_seed(_differ(first, second) for first, second in combinations(held, 2))
    yield from _mean_and_seats("another ending with another character", by_seat, CHARACTERS_DIFFER, IN_EACH_SEAT)


def some_line(scenario: Scenario, games: Games) -> Iterator[Row]:
    """In how many seats some character changes the ending of the shipped council, and makes it good where it is not."""
    shipped = games.of(SHIPPED_COUNCIL)
    held = [[games.with_seat(seat, name) for name in CHARACTERS] for seat in scenario.members]
    changes = [_any(_differ(records, shipped) for records in of_seat) for of_seat in held]
    betters = [_any(_betters(records, shipped) for records in of_seat) for of_seat in held]
    yield share_row("some line of a seat changes the ending", ALL, mean_by_seed(changes), SOME_LINE_CHANGES)
    yield share_row("some line of a seat betters the ending", ALL, mean_by_seed(betters), SOME_LINE_BETTERS)


def another_seed(_: Scenario, games: Games) -> Iterator[Row]:
    """How often two games of the shipped council end otherwise by the seed alone; each game stands in one pair."""
    shipped = games.of(SHIPPED_COUNCIL)
    half = len(shipped) // 2
    yield share_row("another ending by the seed alone", ALL, _differ(shipped[:half], shipped[-half:]), ANOTHER_SEED)


# Texts, home, objectives --------------------------------------------------------------------------------------------


def adopted_sets(scenario: Scenario, games: Games) -> Iterator[Row]:
    """For each round, how often the shipped council adopts the measures and motions that it adopts most often there."""
    for round_ in range(1, scenario.lesson.rounds + 1):
        came = [record for record in games.of(SHIPPED_COUNCIL) if record["rounds"] >= round_]
        sets = [(*record["adopted"][round_ - 1], *record["moved"][round_ - 1]) for record in came]
        commonest = Counter(sets).most_common(1)[0][0] if sets else ()
        shares = [float(adopted == commonest) for adopted in sets]
        words = f"round {round_}: {' + '.join(commonest) or 'nothing'}"
        yield share_row("commonest adopted set", words, shares, TEXTS_VARY)


def at_home(scenario: Scenario, games: Games) -> Iterator[Row]:
    """In how many games of mixed policies a seat's red line is crossed, and its government falls."""
    mixed = games.of(MIXED_COUNCIL)
    for bar, key, aim in (
        ("red line crossed", "crossed", LINES_CROSSED),
        ("government fell", "fell", GOVERNMENTS_FALL),
    ):
        for seat in scenario.members:
            yield share_row(bar, seat, [float(seat in record[key]) for record in mixed], aim)


def objectives(scenario: Scenario, games: Games) -> Iterator[Row]:
    """How often each objective is met: by nobody, by chance, by the best and the worst character, by lone force."""
    force = [games.with_seat(seat, name) for seat in scenario.members for name in force_of(scenario, seat)]
    for objective in (objective for objective in scenario.objectives if objective.met is not None):
        met = _met_by(games, objective)
        yield share_row("objective met, all absent", objective.id, met(ABSENT), MET_BY_NOBODY)
        yield share_row("objective met, all random", objective.id, met("random"), MET_BY_CHANCE)
        by_share = sorted(CHARACTERS, key=lambda name: (fmean(met(name)), name))
        best, worst = by_share[-1], by_share[0]
        yield share_row("objective met, best character", f"{objective.id}: {best}", met(best), MET_BY_SOME)
        yield share_row("objective met, worst character", f"{objective.id}: {worst}", met(worst), MISSED_BY_SOME)
        if of_law(objective):
            shares = mean_by_seed(_objective(records, objective) for records in force)
            yield share_row("objective of law met with force alone", objective.id, shares, MET_BY_FORCE)


def of_law(objective: Objective) -> bool:
    """Whether an objective is one of law: it asks for unlawful acts or defects of decisions."""
    lines = (line for line in (objective.met, objective.contrary) if line is not None)
    return any(_OF_LAW.search(line.source) for line in lines)


# ------------------------------------------------------------------------------------------------------------------


def _mean_and_seats(bar: str, by_seat: dict[SeatId, list[float]], mean: Aim, each: Aim) -> Iterator[Row]:
    yield share_row(bar, ALL, mean_by_seed(by_seat.values()), mean)
    for seat, shares in by_seat.items():
        yield share_row(bar, seat, shares, each)


def _is(records: Sequence[Record], key: str, value: Hashable) -> list[float]:
    return [float(record[key] == value) for record in records]


def _differ(records: Sequence[Record], others: Sequence[Record]) -> list[float]:
    """Seed by seed, whether the ending is another one."""
    return [float(changed["ending"] != usual["ending"]) for changed, usual in zip(records, others, strict=True)]


def _betters(records: Sequence[Record], others: Sequence[Record]) -> list[float]:
    """Seed by seed, whether the ending is good and that of the others is not."""
    return [float(changed["good"] and not usual["good"]) for changed, usual in zip(records, others, strict=True)]


def _any(columns: Iterator[list[float]]) -> list[float]:
    """Seed by seed, whether something is so in any of several councils."""
    return [max(values) for values in zip(*columns, strict=True)]


def _met_by(games: Games, objective: Objective) -> Callable[[str], list[float]]:
    """How far an objective is met, seed by seed, when one policy holds all seats."""
    return lambda name: _objective(games.of(Council(name)), objective)


def _objective(records: Sequence[Record], objective: Objective) -> list[float]:
    """Seed by seed, in which share of the seats an objective is met; `partly` is not."""
    return [fmean(how_far == "met" for how_far in record["objectives"][objective.id].values()) for record in records]
