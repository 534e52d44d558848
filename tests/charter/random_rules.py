"""Rules and votes drawn at random, over a handful of states."""

from __future__ import annotations

from fractions import Fraction
from typing import get_args

from hypothesis import strategies as st

from crisis_game.charter.rules import (
    MORE_THAN_HALF,
    AllBut,
    Combined,
    DecisionRule,
    Kind,
    Leaf,
    Quorum,
    Share,
    Vote,
    Whole,
)

STATES = ("A", "B", "C", "D", "E", "F")
VOTES: tuple[Vote, ...] = get_args(Vote)

states = st.frozensets(st.sampled_from(STATES), max_size=3)
shares = st.builds(
    Share,
    st.sampled_from([Fraction(1, 3), Fraction(1, 2), Fraction(11, 20), Fraction(2, 3), Fraction(9, 10)]),
    st.booleans(),
)
wholes = st.builds(Whole, st.integers(0, 9))
weights = st.dictionaries(st.sampled_from(STATES), st.integers(0, 5)).map(lambda table: tuple(sorted(table.items())))
as_needed: Quorum = "as-needed"
quorums: st.SearchStrategy[Quorum | None] = st.none() | wholes | shares | st.just(as_needed)
blocks = (
    st.just(())
    | st.builds(lambda heads, weight: (("states", heads), ("weights", weight)), shares, shares)
    | st.builds(lambda heads: (("states", heads),), shares)
)


@st.composite
def leaves(draw: st.DrawFn) -> Leaf:
    kind: Kind = draw(st.sampled_from(get_args(Kind)))
    needed = {"count": wholes | st.builds(AllBut, st.integers(0, 4)), "share": shares}.get(kind, st.none())
    minority = draw(st.none() | shares) if kind == "count" else None
    asked = draw(needed) if minority is None else None
    can_tie = kind == "count" or asked == MORE_THAN_HALF
    return Leaf(
        kind=kind,
        needed=asked,
        of=draw(st.sampled_from(("eligible", "present", "voting"))),
        weights=draw(weights if minority is not None else st.none() | weights),
        objections=draw(st.none() | shares) if kind == "silence" else None,
        minority=minority,
        casting=draw(st.none() | st.sampled_from(STATES)) if can_tie else None,
        quorum=draw(quorums),
        veto=draw(states),
        abstention=draw(st.sampled_from(("neutral", "counts-against", "blocks", "opt-out"))),
        opt_out_block=draw(blocks),
        excluded=draw(states),
        only=draw(st.none() | states),
        excluded_in_base=draw(st.sampled_from((False, True, "disputed"))),
        binds=draw(st.sampled_from(("all", "those-in-favour", "none"))),
    )


rules: st.SearchStrategy[DecisionRule] = st.recursive(
    leaves(),
    lambda parts: st.builds(
        Combined, st.sampled_from(("any_of", "all_of")), st.lists(parts, min_size=1, max_size=3).map(tuple)
    ),
    max_leaves=4,
)
votes = st.fixed_dictionaries({state: st.sampled_from(VOTES) for state in STATES})
