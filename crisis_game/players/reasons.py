"""A policy's reason in one sentence that follows from what weighed most."""

from __future__ import annotations

from crisis_game.players.weighing import Value

FOR = {
    "stances": "These are the measures we came for.",
    "clauses": "The safeguards that we asked for are in the text.",
    "evidence": "The evidence carries what the text asks.",
    "law": "We see a sound basis in law for it.",
    "cost": "We can bear what it costs.",
    "credit": "We trust its sponsor to keep its word.",
    "promises": "What we were promised makes it possible for us.",
}
AGAINST = {
    "red_line": "It crosses the line that we drew before this council.",
    "stances": "These are not measures that we can stand behind.",
    "clauses": "It has clauses that we cannot accept.",
    "evidence": "The evidence does not carry what the text asks.",
    "law": "We do not see a sound basis in law for it.",
    "cost": "It asks of us more than we can give.",
    "credit": "We have seen its sponsor's pledges before.",
    "promises": "Nothing in it answers what we asked for.",
}
NEITHER = "We can neither carry it nor stand in its way."

CITES = {"red_line": "red-line", "stances": "fits", "clauses": "dilemma", "cost": "does-not-fit"}
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
