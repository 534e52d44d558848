"""How often nothing comes of a vote: the share of all ways to vote under which a text is not adopted.

Exact where members that neither the rule nor the profile tells apart leave few enough cases; else from draws that hang
on the seed alone, with the interval in which the true share lies (`confidence_intervals`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import shake_256
from itertools import count, product
from math import comb, factorial, prod

from crisis_game.assessment.confidence_intervals import interval
from crisis_game.charter.rules import DecisionRule, Leaf, Vote, leaves
from crisis_game.charter.tally import tally
from crisis_game.workshop.charters.voting_profiles import CAST, Luck, Profile

MOST_CASES = 600_000
"""Cases times members that are counted one by one; above it draws are cheaper."""

SAMPLES = 4_000
"""Votes that are drawn where nobody says how many."""

_BYTES = 4
_BLOCK = 256


@dataclass(frozen=True, slots=True)
class Deadlock:
    """The share of votes from which nothing comes, from 0 to 1.

    Attributes:
        low, high: the interval; both are `share` where it is exact.
        samples: how many votes were drawn; 0 where it is exact.
    """

    share: float
    low: float
    high: float
    samples: int = 0


def deadlock(
    rule: DecisionRule, members: Sequence[str], profile: Profile, *, seed: int = 1, samples: int = SAMPLES
) -> Deadlock:
    """How often a text fails.

    Args:
        rule: ready to count, see `circumstances.resolve`.
        members: everybody who belongs to the organ.
        profile: how they vote.
        seed: of the draws, where there are any.
        samples: how many votes are drawn where counting would take too long; at least 1.
    """
    classes = _classes(rule, members, profile)
    if prod(comb(len(alike) + 2, 2) for alike in classes) * len(members) <= MOST_CASES:
        share = min(1.0, sum(chance for votes, chance in _cases(classes, profile) if not tally(rule, votes).adopted))
        return Deadlock(share, share, share)
    return _sampled(rule, members, profile, seed, samples)


def _classes(rule: DecisionRule, members: Sequence[str], profile: Profile) -> list[list[str]]:
    """The members by what neither the rule nor the profile tells apart."""
    parts = leaves(rule)
    weights = [dict(leaf.weights) if leaf.weights and not isinstance(leaf.weights, str) else {} for leaf in parts]
    alike: dict[object, list[str]] = {}
    for member in sorted(members):
        seen = tuple((_role(leaf, member), table.get(member, 0)) for leaf, table in zip(parts, weights, strict=True))
        alike.setdefault((seen, profile.kin(member)), []).append(member)
    return list(alike.values())


def _role(leaf: Leaf, member: str) -> tuple[bool, ...]:
    seated = leaf.only is None or member in leaf.only
    return seated, member in leaf.excluded, member in leaf.veto, member == leaf.casting


def _cases(classes: Sequence[Sequence[str]], profile: Profile) -> Iterator[tuple[dict[str, Vote], float]]:
    """One way to vote for all that are like it, and how likely they are together."""
    for mixes in product(*(_mixes(len(alike)) for alike in classes)):
        votes: dict[str, Vote] = {}
        ways = 1
        for alike, mix in zip(classes, mixes, strict=True):
            cast = [vote for vote, some in zip(CAST, mix, strict=True) for _ in range(some)]
            votes.update(zip(alike, cast, strict=True))
            ways *= factorial(len(alike)) // prod(map(factorial, mix))
        yield votes, ways * profile.chance(votes)


def _mixes(size: int) -> list[tuple[int, int, int]]:
    return [(yes, no, size - yes - no) for yes in range(size + 1) for no in range(size - yes + 1)]


def _sampled(rule: DecisionRule, members: Sequence[str], profile: Profile, seed: int, samples: int) -> Deadlock:
    seated = sorted(members)
    failed = sum(
        not tally(rule, profile.draw(seated, _luck(f"{seed}/{profile.name}/{number}"))).adopted
        for number in range(samples)
    )
    return Deadlock(failed / samples, *interval(failed, samples), samples)


def _luck(words: str) -> Luck:
    """Numbers that hang on some words alone, as many as are asked for."""

    def numbers() -> Iterator[float]:
        for block in count():
            data = shake_256(f"{words}/{block}".encode()).digest(_BLOCK)
            for place in range(0, _BLOCK, _BYTES):
                yield int.from_bytes(data[place : place + _BYTES], "big") / 2 ** (8 * _BYTES)

    return partial(next, numbers())
