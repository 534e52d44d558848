"""The power of many members with many weights, told with its error where an exact count would take too long.

A member that joins with chance p is critical with a probability that depends on p: at p = 1/2 it is the index of
Banzhaf before it is normalised, its mean over all p that of Shapley and Shubik (Owen 1972, the multilinear extension).
Weights are put on a coarser scale, the chances of all sums are kept as fixed-point numbers that are packed into one
integer, and one member is divided out of their product again. The error told is what another scale, and fewer
places for p, make of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from math import cos, pi

from crisis_game.charter.weighted_sums import Condition, Join, Sum

SCALE, SECOND_SCALE = 6_000, 4_500
"""Units of the larger side, the one that carries or the one that stops, on either scale."""

NODES, FEWER_NODES = 24, 18
"""Values of p at which the mean is taken."""

_SLOT, _CHANCE, _VALUE = 96, 24, 64
"""Bits of a packed number; of a chance; of a value, which times a chance must fit."""

_HALF = 0.5
_NEWTON_STEPS = 8

Indices = Mapping[str, tuple[float, float]]
"""For each member the indices of Banzhaf and of Shapley and Shubik."""


def only_sum(condition: Condition) -> Sum | None:
    """The one sum that a condition comes down to; None where it has several, or none."""
    if isinstance(condition, Sum):
        return condition
    parts = [part for part in condition.parts if part != Join("all_of", ())]
    return only_sum(parts[0]) if len(parts) == 1 else None


def estimated(sum_: Sum) -> tuple[Indices, float]:
    """The indices of all who weigh something, and by how much any of them may be wrong.

    Args:
        sum_: weights of which not all together are too few.
    """
    weights = {member: weight for member, weight in sorted(sum_.weights.items()) if weight}
    fine = _indices(weights, sum_.needed, SCALE, NODES)
    coarse = _indices(weights, sum_.needed, SECOND_SCALE, FEWER_NODES)
    pairs = ((fine[member], coarse[member]) for member in weights)
    return fine, max(abs(one - other) for ours, theirs in pairs for one, other in zip(ours, theirs, strict=True))


def _indices(weights: Mapping[str, int], needed: int, scale: int, nodes: int) -> Indices:
    """The indices on one scale; what rounding did to a weight is made good in proportion."""
    total = sum(weights.values())
    units = min(1.0, scale / max(needed, total - needed + 1))
    rounded = {member: max(1, round(weight * units)) for member, weight in weights.items()}
    quota = max(1, round(needed * sum(rounded.values()) / total))
    ordered = sorted(rounded.values())
    banzhaf = _critical(ordered, quota, _HALF)
    shapley = dict.fromkeys(banzhaf, 0.0)
    for place, share in _gauss_legendre(nodes):
        for weight, chance in _critical(ordered, quota, place).items():
            shapley[weight] += share * chance
    ratio = {member: weights[member] * units / rounded[member] for member in weights}
    return _normalised(
        {
            member: (banzhaf[rounded[member]] * ratio[member], shapley[rounded[member]] * ratio[member])
            for member in weights
        }
    )


def _normalised(indices: Indices) -> Indices:
    """Each index with a sum of 1."""
    banzhaf, shapley = (sum(pair[place] for pair in indices.values()) for place in range(2))
    return {member: (pair[0] / banzhaf, pair[1] / shapley) for member, pair in indices.items()}


def _critical(weights: Sequence[int], quota: int, chance: float) -> dict[int, float]:
    """The chance that a member of each weight is critical, if all others join with one chance.

    Above a half those who stay away are counted, of whom fewer are needed to stop the text: so a member can be divided
    out again without small errors growing.
    """
    if chance > _HALF:
        return _critical(weights, sum(weights) - quota + 1, 1 - chance)
    joins = round(chance * (1 << _CHANCE))
    stays = (1 << _CHANCE) - joins
    below = _chances_below(weights, quota, joins, stays)
    ratio = joins / stays
    critical = {}
    for weight in sorted(set(weights)):
        within, sign = 0.0, 1.0
        for upper in range(quota, 0, -weight):
            within += sign * (below[upper] - below[max(0, upper - weight)])
            sign *= -ratio
        critical[weight] = max(0.0, within) * (1 << _CHANCE) / stays
    return critical


def _chances_below(weights: Sequence[int], quota: int, joins: int, stays: int) -> list[float]:
    """For each number up to the quota the chance that those who join weigh less."""
    mask = _mask(quota)
    packed = 1 << _VALUE
    for weight in weights:
        packed = ((packed * stays + ((packed * joins) << (_SLOT * weight))) >> _CHANCE) & mask
    data = packed.to_bytes(quota * _SLOT // 8, "little")
    chances = (int.from_bytes(data[place : place + _SLOT // 8], "little") for place in range(0, len(data), _SLOT // 8))
    return list(accumulate((chance / (1 << _VALUE) for chance in chances), initial=0.0))


@cache
def _mask(slots: int) -> int:
    """The bits of the values, without what is shifted into a slot from the one above it."""
    slot = ((1 << (_SLOT - _CHANCE)) - 1).to_bytes(_SLOT // 8, "little")
    return int.from_bytes(slot * slots, "little")


@cache
def _gauss_legendre(nodes: int) -> tuple[tuple[float, float], ...]:
    """Places between 0 and 1 and their shares, by which the mean of a polynomial of degree 2n - 1 is exact."""
    pairs = []
    for number in range(nodes):
        root = cos(pi * (number + 0.75) / (nodes + 0.5))
        for _ in range(_NEWTON_STEPS):
            value, slope = _legendre(nodes, root)
            root -= value / slope
        slope = _legendre(nodes, root)[1]
        pairs.append(((1 + root) / 2, 1 / ((1 - root * root) * slope * slope)))
    return tuple(pairs)


def _legendre(degree: int, at: float) -> tuple[float, float]:
    """The value and the slope of a Legendre polynomial."""
    before, value = 1.0, at
    for number in range(2, degree + 1):
        before, value = value, ((2 * number - 1) * at * value - (number - 1) * before) / number
    return value, degree * (at * value - before) / (at * at - 1)
