"""What a vote can be explained by, in words: a line of one's brief, a claim, a rule of law."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crisis_game.engine.acts.ballots import citable
from crisis_game.law.order import RULES
from crisis_game.tui.wording import say

if TYPE_CHECKING:
    from crisis_game.scenario.ids import SeatId
    from crisis_game.tui.game import Game

LINES = {
    "fits": "our mandate, what fits the alliance",
    "does-not-fit": "our mandate, what does not fit it",
    "red-line": "our red line",
    "dilemma": "our dilemma",
}
"""The four lines of a mandate, as one speaks of one's own."""

THEIR_LINES = {
    "fits": "its mandate, what fits the alliance",
    "does-not-fit": "its mandate, what does not fit it",
    "red-line": "its red line",
    "dilemma": "its dilemma",
}
"""The same, as one speaks of another's: which line, never what it says."""

STARTERS = {
    "brief": ("Our brief asks for ", "We cannot go home with ", "We give this because "),
    "claim": ("As long as it is only ", "Now that we know that ", "Nobody has shown that "),
    "law": ("The law allows this because ", "The law stands against this: ", "It would be lawful if "),
}
"""How a reason can begin, by what it rests on."""


@dataclass(frozen=True, slots=True)
class Citable:
    """One thing that a reason can rest on.

    Attributes:
        group: `brief`, `claim` or `law`.
        words: what it is; more: what it says.
    """

    id: str
    group: str
    words: str
    more: str


def citables(game: Game) -> Iterator[Citable]:
    """Everything that who sits before the screen can name: its mandate, then claims, then rules of law."""
    for id_ in citable(game.sight.seen):
        yield _citable(game, id_)


def cited(game: Game, seat: SeatId, id_: str) -> str:
    """What a seat's vote rests on, as who sits before the screen may know it; empty for nothing named."""
    if not id_:
        return ""
    if id_ in THEIR_LINES and seat != game.seat:
        return say(game.sight.wording, THEIR_LINES[id_])
    if id_ in LINES or id_ in RULES or id_ in game.sight.seen.claims:
        return _citable(game, id_).words
    return say(game.sight.wording, "a claim that you have not heard of")


def _citable(game: Game, id_: str) -> Citable:
    sight, wording = game.sight, game.sight.wording
    if id_ in LINES:
        sheet = sight.dossier.own
        line = dict(sheet.mandate).get(id_) if sheet else None
        return Citable(id_, "brief", say(wording, LINES[id_]), say(wording, line) if line else "")
    if id_ in RULES:
        return Citable(id_, "law", say(wording, RULES[id_].name), say(wording, RULES[id_].asks))
    grade = wording.name("grade", sight.seen.claims.get(id_, "rumoured"))
    return Citable(id_, "claim", wording.name("claim", id_), say(wording, "as you know it: {grade}", grade=grade))
