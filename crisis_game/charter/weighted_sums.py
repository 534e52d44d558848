"""Which coalitions carry a text: a decision rule as conditions on sums of weights.

When a coalition votes yes and all others no, nobody abstains and nobody is away, so that every rule comes down to
conditions of one form: these members' yes weigh at least so much. A veto, unanimity or a single victim's yes is such
a condition with a weight of one each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TypeAlias

from crisis_game.charter.rules import Combined, DecisionRule, How, Leaf, Vote
from crisis_game.charter.tally import tally


@dataclass(frozen=True, slots=True)
class Sum:
    """These weights of those who vote yes must reach `needed`, which is at least 1."""

    weights: Mapping[str, int]
    needed: int


@dataclass(frozen=True, slots=True)
class Join:
    """All or any of several conditions; all of none always holds, any of none never."""

    how: How
    parts: tuple[Condition, ...]


Condition: TypeAlias = Sum | Join

ALWAYS = Join("all_of", ())
NEVER = Join("any_of", ())


def condition_of(rule: DecisionRule, members: frozenset[str]) -> Condition:
    """What a coalition must weigh so that its yes carries a text against everybody else's no.

    Args:
        rule: ready to count, see `circumstances.resolve`.
        members: everybody who has a vote or would have one if not excluded.
    """
    if isinstance(rule, Combined):
        return Join(rule.how, tuple(condition_of(part, members) for part in rule.parts))
    if rule.excluded_in_base == "disputed":
        readings = (replace(rule, excluded_in_base=False), replace(rule, excluded_in_base=True))
        return Join("all_of", tuple(condition_of(reading, members) for reading in readings))
    return _of_leaf(rule, members)


def sums_of(condition: Condition) -> tuple[Sum, ...]:
    """All sums of a condition, in the order written."""
    if isinstance(condition, Sum):
        return (condition,)
    return tuple(sum_ for part in condition.parts for sum_ in sums_of(part))


def classes_of(members: Iterable[str], sums: Sequence[Sum]) -> list[tuple[tuple[int, ...], list[str]]]:
    """The members that weigh something, by what they add to each sum; the heaviest first, which keeps states few."""
    alike: dict[tuple[int, ...], list[str]] = {}
    for member in sorted(members):
        weights = tuple(sum_.weights.get(member, 0) for sum_ in sums)
        if any(weights):
            alike.setdefault(weights, []).append(member)

    def lightness(weights: tuple[int, ...]) -> tuple[Fraction, tuple[int, ...]]:
        return -sum(
            (Fraction(min(weight, sum_.needed), sum_.needed) for weight, sum_ in zip(weights, sums, strict=True)),
            Fraction(0),
        ), weights

    return sorted(alike.items(), key=lambda entry: lightness(entry[0]))


def _of_leaf(leaf: Leaf, members: frozenset[str]) -> Condition:
    all_in_favour: dict[str, Vote] = dict.fromkeys(sorted(members), "yes")
    result = tally(leaf, all_in_favour)
    if not result.adopted:
        return NEVER
    if isinstance(leaf.weights, str):
        raise ValueError(f"the weight table {leaf.weights} is not resolved")
    voters = sorted((members if leaf.only is None else members & leaf.only) - leaf.excluded)
    if not leaf.counts_votes and leaf.objections is None:
        return _everyone(voters)
    table = dict.fromkeys(voters, 1) if leaf.weights is None or not leaf.by_weight else dict(leaf.weights)
    weights = {voter: table.get(voter, 0) for voter in voters}
    return Join("all_of", (_counted(leaf, weights, result.needed), _everyone(sorted(leaf.veto.intersection(voters)))))


def _counted(leaf: Leaf, weights: Mapping[str, int], needed: int) -> Condition:
    """Enough in favour; or half of it, if all can be split in halves, the member with the casting vote among them."""
    if needed < 1:
        return ALWAYS
    enough, casting = Sum(weights, needed), leaf.casting
    if casting is None or casting not in weights or 2 * (needed - 1) != sum(weights.values()) or needed == 1:
        return enough
    return Join("any_of", (enough, Join("all_of", (Sum(weights, needed - 1), _everyone((casting,))))))


def _everyone(members: Iterable[str]) -> Condition:
    weights = dict.fromkeys(members, 1)
    return Sum(weights, len(weights)) if weights else ALWAYS
