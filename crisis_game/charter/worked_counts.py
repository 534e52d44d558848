"""A rule tried out on votes by head: how many in favour carry a text, and how many against stop it."""

from __future__ import annotations

from collections.abc import Collection

from crisis_game.charter.rules import DecisionRule, Vote, leaves
from crisis_game.charter.tally import tally


def counts_heads(rule: DecisionRule) -> bool:
    """Whether each member counts one in it: only then do numbers of members tell whether a text carries."""
    return all(leaf.weights is None for leaf in leaves(rule))


def least_in_favour(
    rule: DecisionRule, members: Collection[str], *, abstaining: int = 0, absent: int = 0
) -> int | None:
    """The fewest votes in favour that adopt a text while everybody else who votes is against it.

    Those whose vote the rule asks for by name are among the first in favour, and never among those who do not vote.

    Args:
        rule: ready to count, see `circumstances.resolve`.
        members: everybody who belongs to the organ.
        abstaining: how many abstain.
        absent: how many are not there.

    Returns:
        None where no number carries it.
    """
    votes: dict[str, Vote] = dict.fromkeys(members, "absent")
    ordered = _by_need(rule, members)
    voting, others = ordered[: len(ordered) - abstaining - absent], ordered[len(ordered) - abstaining - absent :]
    votes.update(dict.fromkeys(others[:abstaining], "abstain"))
    votes.update(dict.fromkeys(voting, "no"))
    for number, member in enumerate(voting, 1):
        votes[member] = "yes"
        if tally(rule, votes).adopted:
            return number
    return None


def least_against(rule: DecisionRule, members: Collection[str]) -> int:
    """The fewest votes against that stop a text which all others favour, none of them cast by who has a say by name."""
    ordered = _by_need(rule, members)
    votes: dict[str, Vote] = dict.fromkeys(members, "absent")
    votes.update(dict.fromkeys(ordered, "yes"))
    for number, member in enumerate(reversed(ordered), 1):
        votes[member] = "no"
        if not tally(rule, votes).adopted:
            return number
    return len(ordered)


def _by_need(rule: DecisionRule, members: Collection[str]) -> list[str]:
    """Those whose votes are read: first those whom the rule names, then the others."""
    asked = ((leaf.only or frozenset()) | leaf.veto | {leaf.casting} for leaf in leaves(rule))
    named = frozenset[str | None]().union(*asked)
    unread = frozenset().union(*(leaf.excluded for leaf in leaves(rule)))
    read = sorted(frozenset(members) - unread)
    return sorted(read, key=lambda member: member not in named)
