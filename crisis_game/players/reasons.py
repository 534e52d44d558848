"""A policy's reason in one sentence that follows from what weighed most."""

from __future__ import annotations

from crisis_game.players.value import Value

FOR = {
    "likes": "These are the measures we came for.",
    "outcomes": "It moves things to where we want them.",
    "clauses": "The safeguards that we asked for are in the text.",
    "evidence": "The evidence carries what the text asks.",
    "law": "We see a sound basis in law for it.",
    "cost": "We can bear what it costs.",
    "trust": "We trust its sponsor to keep its word.",
    "promises": "What we were promised makes it possible for us.",
}
AGAINST = {
    "red_line": "It crosses the line that we drew before this council.",
    "likes": "These are not measures that we can stand behind.",
    "outcomes": "It moves things away from where we want them.",
    "clauses": "It has clauses that we cannot accept.",
    "evidence": "The evidence does not carry what the text asks.",
    "law": "We do not see a sound basis in law for it.",
    "cost": "It asks of us more than we can give.",
    "trust": "We have seen what its sponsor does.",
    "promises": "Nothing in it answers what we asked for.",
}
NEITHER = "We can neither carry it nor stand in its way."

CITES = {"red_line": "red-line", "likes": "fits", "outcomes": "fits", "clauses": "dilemma", "cost": "does-not-fit"}
"""The line of one's mandate that each part of a value answers to."""


def reason(value: Value) -> str:
    """The reason for a vote or a position."""
    weightiest = value.weightiest
    if value.vote == "abstain":
        return NEITHER
    return FOR.get(weightiest, NEITHER) if value.vote == "yes" else AGAINST[weightiest]


def cited(value: Value) -> str:
    """The line of the mandate that the reason rests on; empty for none."""
    return CITES.get(value.weightiest, "")
