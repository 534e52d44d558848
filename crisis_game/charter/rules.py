"""How an organ decides, as data: one leaf (a count, a share, unanimity, consensus, silence) or a combination of rules.

A rule as it stands in a charter may name roles (`party-to-dispute`), groups (`permanent`) and weight tables
(`population`); `circumstances.resolve` puts ids and numbers in their place, and only then can it be counted.
`rule_notation` reads rules from plain dictionaries and writes them back.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias, get_args

Vote = Literal["yes", "no", "abstain", "absent", "opt-out"]
"""`opt-out` is the constructive abstention of TEU 31(1): present, not in the way, not bound."""

Kind = Literal["count", "share", "unanimity", "consensus", "silence"]
Base = Literal["eligible", "present", "voting"]
Abstention = Literal["neutral", "counts-against", "blocks", "opt-out"]
Binds = Literal["all", "those-in-favour", "none"]
InBase = bool | Literal["disputed"]
How = Literal["all_of", "any_of"]

Weights: TypeAlias = tuple[tuple[str, int], ...]
"""Pairs of an id and its weight, sorted by id; who is missing weighs 0."""

VOTES: tuple[Vote, ...] = get_args(Vote)

ROLES = ("aggressor", "disputants", "host", "in-arrears", "party-to-dispute", "suspended", "victim")
"""What a member can be in a matter; which members these are is known only when the matter comes up."""

STATES = "states"
"""In a block of opt-outs: every member counts one."""

OWN_WEIGHTS = "weights"
"""In a block of opt-outs: by the rule's own weights."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number of votes, or so much weight."""

    number: int


@dataclass(frozen=True, slots=True)
class AllBut:
    """All eligible members but so many."""

    number: int


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a base, between 0 and 1: at least so much, or more than so much."""

    part: Fraction
    more_than: bool = False


MORE_THAN_HALF = Share(Fraction(1, 2), more_than=True)

Threshold: TypeAlias = Whole | AllBut | Share
Quorum: TypeAlias = Whole | Share | Literal["as-needed"]


def least(threshold: Threshold, base: int, heads: int) -> int:
    """The least whole number that meets a threshold; never under 1.

    Args:
        threshold: what is asked.
        base: what a share is a share of, in votes or weight.
        heads: number of eligible members, for `all but`.
    """
    if isinstance(threshold, Whole):
        return max(1, threshold.number)
    if isinstance(threshold, AllBut):
        return max(1, heads - threshold.number)
    asked = threshold.part * base
    return max(1, math.floor(asked) + 1 if threshold.more_than else math.ceil(asked))


@dataclass(frozen=True, slots=True)
class Leaf:
    """One way to count.

    Attributes:
        kind: count and share weigh the yes votes against `needed`; unanimity, consensus and silence ask heads.
        needed: for count a whole number or all but some, for share a share; None for the other kinds.
        of: what a share is a share of, and whose yes unanimity wants.
        weights: ids with weights, or the name of a table of the charter; None where each member counts one.
        quorum: how many must be present; `as-needed` means as many as yes votes are needed.
        veto: ids or a group whose no stops an otherwise sufficient majority.
        abstention: `neutral`; `counts-against` puts it into the base of those voting; `blocks`; `opt-out` reads it
            as an opt-out.
        opt_out_block: opt-outs block when they reach all these shares, each of `states`, of a table or of `weights`.
        excluded: ids or roles whose vote is not read.
        only: ids or a role; this leaf counts these members alone. None for all.
        excluded_in_base: whether the excluded still count in the base; `disputed` where the treaty leaves it open.
        objections: for silence, the share of those against, in heads or by `weights`, that breaks it; None for anybody.
        minority: for count, a share by `weights`. The text carries unless one more than the fewest members who together
            have that share are not in favour, a member counting one (TFEU 238(3)). It stands in place of `needed`.
        casting: for a count and more than half, whose yes counts once more where as much is in favour as against.
        binds: whom the decision binds once it is adopted.
    """

    kind: Kind
    needed: Threshold | None = None
    of: Base = "eligible"
    weights: Weights | str | None = None
    quorum: Quorum | None = None
    veto: frozenset[str] = frozenset()
    abstention: Abstention = "neutral"
    opt_out_block: tuple[tuple[str, Share], ...] = ()
    excluded: frozenset[str] = frozenset()
    only: frozenset[str] | None = None
    excluded_in_base: InBase = False
    objections: Share | None = None
    minority: Share | None = None
    casting: str | None = None
    binds: Binds = "all"

    @property
    def counts_votes(self) -> bool:
        """Whether a number of yes votes carries it."""
        return self.kind in ("count", "share")

    @property
    def by_weight(self) -> bool:
        """Whether members count by `weights`, where there are any, and not by heads."""
        return self.objections is not None or (self.counts_votes and self.minority is None)


@dataclass(frozen=True, slots=True)
class Combined:
    """Several rules at once: all of them must carry, or any one of them."""

    how: How
    parts: tuple[DecisionRule, ...]


DecisionRule: TypeAlias = Leaf | Combined


def leaves(rule: DecisionRule) -> tuple[Leaf, ...]:
    """All leaves of a rule, in the order written."""
    if isinstance(rule, Leaf):
        return (rule,)
    return tuple(leaf for part in rule.parts for leaf in leaves(part))


def table_of(leaf: Leaf) -> str | None:
    """The charter's table by which a leaf weighs or blocks, if it names one; no leaf can use two."""
    named = [leaf.weights] if isinstance(leaf.weights, str) else []
    named += [of for of, _ in leaf.opt_out_block if of not in (STATES, OWN_WEIGHTS)]
    return named[0] if named else None
