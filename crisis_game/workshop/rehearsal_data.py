"""The counts of a rehearsal as plain data: what the verb prints as JSON, and what its reports are made of.

Beside the keys that are promised to programs (`games`, `finished`, `actions`, `endings`, `scores`, `injects`,
`unreached`) stand those of the report. Shares are rounded to four places, intervals are Wilson's at 95 %.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from crisis_game.assessment.confidence_intervals import interval
from crisis_game.conditions.conjuncts import conjuncts
from crisis_game.law.order import RULES
from crisis_game.players.policy import POLICIES
from crisis_game.scenario.model import Ending, Scenario
from crisis_game.workshop.counterfactual_games import WEIGHED
from crisis_game.workshop.rehearsal_counts import Label, Tally

FEWEST_PAIRS = 10
"""Comparisons below which nothing is said of two options."""

WORDS_A_MINUTE = 200
"""Reading time of a brief text on a screen, for fluent readers."""

_STATECRAFT = ("pledges-met", "own-clauses", "positions-asked", "votes-explained", "claims-true")


def rehearsal_data(scenario: Scenario, total: Tally) -> dict[str, Any]:
    """All that a rehearsal tells, but how long it took."""
    endings = sorted(scenario.endings, key=lambda ending: ending.rank)
    options = (*scenario.played, *scenario.clauses, *scenario.packages)
    counted = total.endings.total()
    return {
        "games": total.games,
        "finished": total.finished,
        "actions": total.actions,
        "endings": {ending.id: total.endings[ending.id] for ending in endings},
        "scores": _scores(scenario, total),
        "injects": {inject: total.injects[inject] for inject in sorted(scenario.injects)},
        "unreached": {
            "injects": [inject for inject in sorted(scenario.injects) if not total.injects[inject]],
            "endings": [ending.id for ending in scenario.endings if not total.endings[ending.id]],
            "options": [option for option in options if not total.options[option]],
            "rules": [rule_id for rule_id in RULES if not any(rule == rule_id for rule, _ in total.rules)],
        },
        "intervals": {ending.id: _interval(total.endings[ending.id], counted) for ending in endings},
        "readings": {policy: _readings(total, policy) for policy in _holders(total)},
        "gauges": {gauge: _course(scenario, total, gauge) for gauge in scenario.gauges},
        "options": {option: total.options[option] for option in options},
        "rules": {rule_id: _verdicts(total, rule_id) for rule_id in RULES},
        "dominated": dominated(total),
        "weight": {kind: _weight(total, kind) for kind in WEIGHED},
        "length": _length(scenario, total),
        "faults": {str(seed): total.faults[seed] for seed in sorted(total.faults)},
        "wanting": {ending.id: _wanting(total, ending) for ending in endings},
        **_wordings(scenario, total),
        **_answers(scenario, total),
    }


def _wanting(total: Tally, ending: Ending) -> list[dict[str, Any]]:
    """For each part of an ending's condition: games at whose end it did not hold, and those that it alone kept off."""
    return [
        {
            "part": part.source,
            "games": total.wanting[ending.id, part.source, True] + total.wanting[ending.id, part.source, False],
            "alone": total.wanting[ending.id, part.source, True],
        }
        for part in conjuncts(ending.when)
    ]


def _wordings(scenario: Scenario, total: Tally) -> dict[str, Any]:
    """In how many games each wording of an inject came, the main words last; nothing where no inject has several."""
    several = {id_: inject for id_, inject in sorted(scenario.injects.items()) if inject.variants}
    wordings = {
        id_: [
            *(
                {"when": variant.when.source, "games": total.wordings[id_, place]}
                for place, variant in enumerate(inject.variants)
            ),
            {"when": "", "games": total.wordings[id_, -1]},
        ]
        for id_, inject in several.items()
    }
    return {"wordings": wordings} if wordings else {}


def _answers(scenario: Scenario, total: Tally) -> dict[str, Any]:
    """How often each answer to an inject was given, and of that by silence; nothing where no inject waits for one."""
    asking = {id_: inject.asks for id_, inject in scenario.injects.items() if inject.asks is not None}
    answers = {
        f"{id_}/{reply.id}": {
            "given": total.answers[id_, reply.id, False] + total.answers[id_, reply.id, True],
            "silent": total.answers[id_, reply.id, True],
        }
        for id_, asks in sorted(asking.items())
        for reply in asks.choices
    }
    return {"answers": answers} if answers else {}


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
    for (policy, option, other, what), n in total.compared.items():
        sums[option, other, what] += n
        policies.setdefault((option, other), set()).add(policy)
    enough = sorted(pair for pair in policies if sums[*pair, "pairs"] >= FEWEST_PAIRS)
    by_option: dict[Label, dict[str, Any]] = {}
    for option, other in enough:
        pairs, worse = sums[option, other, "pairs"], sums[option, other, "worse"]
        if sums[option, other, "better"] or not worse or pairs <= by_option.get(option, {"pairs": 0})["pairs"]:
            continue
        by_option[option] = {
            "option": list(option), "by": list(other), "pairs": pairs, "worse": worse,
            "policies": sorted(policies[option, other]), "at_most": round(1 - 0.05 ** (1 / pairs), 4),
        }  # fmt: skip
    few = len(policies) - len(enough)
    return {
        "options": [by_option[option] for option in sorted(by_option)],
        "compared": len(enough) // 2,
        "too_few": few // 2,
    }


def _scores(scenario: Scenario, total: Tally) -> dict[str, dict[str, float]]:
    asked = [objective.id for objective in scenario.objectives if objective.met is not None]
    return {
        policy: {objective: round(total.met[policy, objective] / total.held[policy], 4) for objective in asked}
        for policy in _holders(total)
    }


def _holders(total: Tally) -> list[str]:
    """Who held a seat: the policies of the game in their order, then others by name."""
    return [*(name for name in POLICIES if total.held[name]), *sorted(set(total.held) - set(POLICIES))]


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
            share_id: _share(total.statecraft[policy, share_id, "done"], total.statecraft[policy, share_id, "of"])
            for share_id in _STATECRAFT
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
    counts = {verdict: n for (id_, verdict), n in total.rules.items() if id_ == rule}
    return {verdict: counts[verdict] for verdict in sorted(counts)}


def _weight(total: Tally, kind: str) -> dict[str, Any]:
    rounds = sorted({round_ for by, round_, _ in total.weight if by == kind})
    counts = {round_: (total.weight[kind, round_, "pairs"], total.weight[kind, round_, "changed"]) for round_ in rounds}
    return {
        **_changed(list(counts.values())),
        "rounds": {str(round_): _changed([pair]) for round_, pair in counts.items()},
    }


def _changed(counts: Sequence[tuple[int, int]]) -> dict[str, Any]:
    pairs, changed = sum(number for number, _ in counts), sum(number for _, number in counts)
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
    longest = max(seat["minutes"] for seat in seats.values())
    return {
        "beats": round(beats, 2),
        "rounds": round(rounds, 2),
        "seats": seats,
        "longest": longest,
        "spare": {str(minutes): round(minutes - longest, 1) for minutes in lesson.minutes},
    }
