"""What a vote weighs: the indices of Banzhaf and of Shapley and Shubik, exact, for any decision rule.

A member is critical in a coalition that carries a text with it and not without it. Banzhaf counts the coalitions in
which a member is critical (Banzhaf 1965; normalised to a sum of 1), Shapley and Shubik the orders of joining in which
it is (Shapley and Shubik 1954). Both follow from the number of carrying coalitions of each size, with and without a
member.

Those numbers come from `coalition_counts`, which does not list coalitions. Where members with very many different
weights would take it minutes, `power_estimates` answers, and says how far it may be wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import factorial

from crisis_game.charter.coalition_counts import Diagram, Equals, PowerTooComplexError
from crisis_game.charter.power_estimates import estimated, only_sum
from crisis_game.charter.rules import DecisionRule
from crisis_game.charter.weighted_sums import classes_of, condition_of, sums_of

__all__ = ["Power", "PowerTooComplexError", "power", "power_or_estimate"]

MOST_WEIGHTS = 30
"""Different weights of one sum, up to which an exact answer is tried first."""


@dataclass(frozen=True, slots=True)
class Power:
    """What one member's vote weighs; over all members each index sums to 1, or to 0 where no coalition ever carries.

    Attributes:
        error: by how much either index may be wrong; 0 where it is exact.
    """

    banzhaf: Fraction
    shapley_shubik: Fraction
    error: float = 0.0


NONE = Power(Fraction(0), Fraction(0))


def power_or_estimate(rule: DecisionRule, members: Iterable[str]) -> dict[str, Power]:
    """The same exactly where that takes a moment; an estimate where one sum of very many weights decides.

    Raises:
        PowerTooComplexError: if several sums tell so many members apart that there is no answer.
    """
    everyone = frozenset(members)
    sum_ = only_sum(condition_of(rule, everyone))
    if sum_ is None or len(set(sum_.weights.values())) <= MOST_WEIGHTS:
        try:
            return power(rule, everyone)
        except PowerTooComplexError:
            if sum_ is None:
                raise
    indices, error = estimated(sum_)
    shares = {member: Power(Fraction(pair[0]), Fraction(pair[1]), error) for member, pair in indices.items()}
    return {member: shares.get(member, NONE) for member in sorted(everyone)}


def power(rule: DecisionRule, members: Iterable[str]) -> dict[str, Power]:
    """The voting power of each member, by id.

    Args:
        rule: ready to count, see `circumstances.resolve`.
        members: everybody; the excluded among them get 0.

    Raises:
        PowerTooComplexError: if the rule tells so many members apart by so many weights that an exact answer would take
            too much memory. No rule with one or two weight tables and 27 members comes near that.
    """
    everyone = frozenset(members)
    condition = condition_of(rule, everyone)
    sums = sums_of(condition)
    classes = classes_of(everyone, sums)
    equals = [Equals(weights, len(alike)) for weights, alike in classes]
    counts = Diagram(condition, sums, equals).counts()
    powers = dict.fromkeys(sorted(everyone), NONE)
    critical = [_critical(counts.carrying, with_member) for with_member in counts.with_member]
    total = sum(group.size * swings for group, swings in zip(equals, critical, strict=True))
    for (_, alike), with_member, swings in zip(classes, counts.with_member, critical, strict=True):
        share = Power(Fraction(swings, total or 1), _shapley_shubik(counts.carrying, with_member))
        powers.update(dict.fromkeys(alike, share if total else NONE))
    return powers


def _critical(carrying: Sequence[int], with_member: Sequence[int]) -> int:
    """Coalitions that carry with a member and not without it: those with it, less those without it."""
    return 2 * sum(with_member) - sum(carrying)


def _shapley_shubik(carrying: Sequence[int], with_member: Sequence[int]) -> Fraction:
    """The share of all orders of joining in which a member's joining carries the text."""
    voters = len(carrying) - 1
    orders = 0
    for size, (all_, with_it) in enumerate(zip(carrying, with_member, strict=True)):
        if with_it:
            orders += with_it * factorial(size - 1) * factorial(voters - size)
        if all_ > with_it:
            orders -= (all_ - with_it) * factorial(size) * factorial(voters - size - 1)
    return Fraction(orders, factorial(voters))
