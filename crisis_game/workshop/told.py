"""The counts of a rehearsal as plain data: what the verb prints as JSON, and what its reports are made of.

Beside the keys that are promised to programs (`games`, `finished`, `actions`, `endings`, `scores`, `injects`,
`unreached`) stand those of the report. Shares are rounded to four places, intervals are Wilson's at 95 %.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from crisis_game.assessment.shares import interval
from crisis_game.law.order import RULES
from crisis_game.players.policy import POLICIES
from crisis_game.scenario.model import Scenario
from crisis_game.workshop.sampling import WEIGHED
from crisis_game.workshop.tallies import Label, Tally

FEWEST_PAIRS = 10
"""Comparisons below which nothing is said of two options."""

WORDS_A_MINUTE = 200
"""Reading time of a brief text on a screen, for fluent readers."""

_STATECRAFT = ("pledges-met", "own-clauses", "positions-asked", "votes-explained", "claims-true")


def told(scenario: Scenario, total: Tally) -> dict[str, Any]:
    """All that a rehearsal tells, but how long it took."""
    endings = sorted(scenario.endings, key=lambda one: one.rank)
    options = (*scenario.played, *scenario.clauses, *scenario.packages)
    counted = total.endings.total()
    return {
        "games": total.games,
        "finished": total.finished,
        "actions": total.actions,
        "endings": {one.id: total.endings[one.id] for one in endings},
        "scores": _scores(scenario, total),
        "injects": {one: total.injects[one] for one in sorted(scenario.injects)},
        "unreached": {
            "injects": [one for one in sorted(scenario.injects) if not total.injects[one]],
            "endings": [one.id for one in scenario.endings if not total.endings[one.id]],
            "options": [one for one in options if not total.options[one]],
            "rules": [one for one in RULES if not any(rule == one for rule, _ in total.rules)],
        },
        "intervals": {one.id: _interval(total.endings[one.id], counted) for one in endings},
        "readings": {policy: _readings(total, policy) for policy in POLICIES if total.held[policy]},
        "gauges": {one: _course(scenario, total, one) for one in scenario.gauges},
        "options": {one: total.options[one] for one in options},
        "rules": {one: _verdicts(total, one) for one in RULES},
        "dominated": dominated(total),
        "weight": {kind: _weight(total, kind) for kind in WEIGHED},
        "length": _length(scenario, total),
        "faults": {str(seed): total.faults[seed] for seed in sorted(total.faults)},
    }


def quantile(values: Counter[int], tenths: int) -> int:
    """The least value that so many tenths of all do not exceed; of values with how often each was seen."""
    wanted, seen = tenths * values.total(), 0
    for value in sorted(values):
        seen += 10 * values[value]
        if seen >= wanted:
            return value
    raise ValueError("no values")


def dominated(total: Tally) -> dict[str, Any]:
    """Options that never did better than another one open at the same decision, in anything, whoever decided.

    Returns:
        `options`: option, by which other one it is dominated, in how many pairs, in how many of these it did worse, the
        policies that decided, and up to which share of such decisions it may yet do better (95 %); one other option for
        each, that of most pairs. `compared` and `too_few`: two options with enough pairs, and those of which too little
        was seen to say anything.
    """
    sums: Counter[tuple[Label, Label, str]] = Counter()
    policies: dict[tuple[Label, Label], set[str]] = {}
    for (policy, one, other, what), n in total.compared.items():
        sums[one, other, what] += n
        policies.setdefault((one, other), set()).add(policy)
    enough = sorted(pair for pair in policies if sums[*pair, "pairs"] >= FEWEST_PAIRS)
    found: dict[Label, dict[str, Any]] = {}
    for one, other in enough:
        pairs, worse = sums[one, other, "pairs"], sums[one, other, "worse"]
        if sums[one, other, "better"] or not worse or pairs <= found.get(one, {"pairs": 0})["pairs"]:
            continue
        found[one] = {
            "option": list(one), "by": list(other), "pairs": pairs, "worse": worse,
            "policies": sorted(policies[one, other]), "at_most": round(1 - 0.05 ** (1 / pairs), 4),
        }  # fmt: skip
    few = len(policies) - len(enough)
    return {"options": [found[one] for one in sorted(found)], "compared": len(enough) // 2, "too_few": few // 2}


def _scores(scenario: Scenario, total: Tally) -> dict[str, dict[str, float]]:
    asked = [one.id for one in scenario.objectives if one.evidence is not None]
    return {
        policy: {one: round(total.met[policy, one] / total.held[policy], 4) for one in asked}
        for policy in POLICIES
        if total.held[policy]
    }


def _readings(total: Tally, policy: str) -> dict[str, Any]:
    """The three readings of a policy's seats, side by side."""
    lines = sum(n for (by, _), n in total.mandate.items() if by == policy)
    held = total.held[policy]
    return {
        "seats": held,
        "mandate": {met: _share(total.mandate[policy, met], lines) for met in "PSMU"},
        "conduct": {
            "adverse": round(total.conduct[policy, "adverse"] / held, 4),
            "cured": round(total.conduct[policy, "cured"] / held, 4),
        },
        "statecraft": {
            one: _share(total.statecraft[policy, one, "done"], total.statecraft[policy, one, "of"])
            for one in _STATECRAFT
        },
    }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _interval(part: int, whole: int) -> list[float]:
    return [round(end, 4) for end in interval(part, whole)]


def _course(scenario: Scenario, total: Tally, gauge: str) -> dict[str, Any]:
    rounds = []
    for round_ in range(1, scenario.lesson.rounds + 1):
        values = Counter({value: n for (id_, at, value), n in total.gauges.items() if (id_, at) == (gauge, round_)})
        if values:
            low, median, high = (quantile(values, tenths) for tenths in (1, 5, 9))
            rounds.append({"round": round_, "games": values.total(), "p10": low, "median": median, "p90": high})
    sheet = scenario.gauges[gauge]
    return {"start": sheet.start, "low": sheet.low, "high": sheet.high, "rounds": rounds}


def _verdicts(total: Tally, rule: str) -> dict[str, int]:
    found = {verdict: n for (id_, verdict), n in total.rules.items() if id_ == rule}
    return {verdict: found[verdict] for verdict in sorted(found)}


def _weight(total: Tally, kind: str) -> dict[str, Any]:
    rounds = sorted({round_ for by, round_, _ in total.weight if by == kind})
    counts = {one: (total.weight[kind, one, "pairs"], total.weight[kind, one, "changed"]) for one in rounds}
    return {
        **_changed(list(counts.values())),
        "rounds": {str(one): _changed([pair]) for one, pair in counts.items()},
    }


def _changed(counts: Sequence[tuple[int, int]]) -> dict[str, Any]:
    pairs, changed = sum(one for one, _ in counts), sum(one for _, one in counts)
    return {"pairs": pairs, "changed": changed, "share": _share(changed, pairs), "interval": _interval(changed, pairs)}


def _length(scenario: Scenario, total: Tally) -> dict[str, Any]:
    """Minutes of play: the beats' own, and what each seat has to read, over the rounds that were played."""
    lesson = scenario.lesson
    beats = sum(lesson.beat_seconds.values()) / 60
    rounds = sum(total.reached.values()) / max(1, total.endings.total())
    seats: dict[str, dict[str, Any]] = {}
    for seat in scenario.members:
        words = [
            round(total.words[number, seat] / max(1, total.reached[number])) for number in range(1, lesson.rounds + 1)
        ]
        seats[seat] = {"words": words, "minutes": round(rounds * beats + sum(words) / WORDS_A_MINUTE, 1)}
    longest = max(one["minutes"] for one in seats.values())
    return {
        "beats": round(beats, 2),
        "rounds": round(rounds, 2),
        "seats": seats,
        "longest": longest,
        "spare": {str(minutes): round(minutes - longest, 1) for minutes in lesson.minutes},
    }
