"""What a vote can be explained by, in words: a line of one's brief, a claim, a rule of law."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crisis_game.engine.acts.ballots import citable
from crisis_game.engine.seen import Seen
from crisis_game.law.order import RULES
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.seat_dossier import Dossier
from crisis_game.texts import Prose, Text

LINES: Mapping[str, Text] = {
    "fits": Text("our mandate, what fits the alliance"),
    "does-not-fit": Text("our mandate, what does not fit it"),
    "red-line": Text("our red line"),
    "dilemma": Text("our dilemma"),
}
"""The four lines of a mandate, as one speaks of one's own."""

THEIR_LINES: Mapping[str, Text] = {
    "fits": Text("its mandate, what fits the alliance"),
    "does-not-fit": Text("its mandate, what does not fit it"),
    "red-line": Text("its red line"),
    "dilemma": Text("its dilemma"),
}
"""The same, as one speaks of another's: which line, never what it says."""

STARTERS: Mapping[str, tuple[str, ...]] = {
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
    words: Text
    more: Text | Prose | None


def citables(seen: Seen, sheet: Dossier) -> Iterator[Citable]:
    """Everything that a seat can name: its mandate, then claims, then rules of law."""
    for id_ in citable(seen):
        yield _citable(seen, sheet, id_)


def cited(seen: Seen, sheet: Dossier, seat: SeatId, id_: str) -> Text | None:
    """What a seat's vote rests on, as who sees this may know it; None for nothing named."""
    if not id_:
        return None
    if id_ in THEIR_LINES and seat != seen.seat:
        return THEIR_LINES[id_]
    if id_ in LINES or id_ in RULES or id_ in seen.claims:
        return _citable(seen, sheet, id_).words
    return Text("a claim that you have not heard of")


def reason(seen: Seen, sheet: Dossier, seat: SeatId, explanation: tuple[str, str]) -> Text | None:
    """Why a seat voted so, from what it named and its own words; None where it said nothing."""
    rests = cited(seen, sheet, seat, explanation[0])
    words = Text("“{words}”", {"words": explanation[1]}) if explanation[1] else None
    return Text("{rests} · {words}", {"rests": rests, "words": words}) if rests and words else rests or words


def _citable(seen: Seen, sheet: Dossier, id_: str) -> Citable:
    if id_ in LINES:
        return Citable(id_, "brief", LINES[id_], dict(sheet.own.mandate).get(id_) if sheet.own else None)
    if id_ in RULES:
        return Citable(id_, "law", RULES[id_].name, RULES[id_].asks)
    grade = seen.claims.get(id_, "rumoured")
    known = Text("as you know it: {grade:grade}", {"grade": grade})
    return Citable(id_, "claim", Text("{claim:claim}", {"claim": id_}), known)
