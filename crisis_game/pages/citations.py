"""What a vote can be explained by, in words: a line of one's brief, a claim, a rule of law."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crisis_game.debrief.timeline import LINES as THEIR_LINES
from crisis_game.engine.acts.ballots import citable
from crisis_game.engine.field_questions import CITED, CITES
from crisis_game.engine.seen import Seen
from crisis_game.law.order import RULES
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.seat_dossier import Dossier
from crisis_game.texts import Msgid, Prose, Text

GROUPS: Mapping[str, Msgid] = {
    "brief": "Lines of our brief",
    "claim": "Claims we know of",
    "law": "Rules of law",
}
"""Headings of what can be named."""

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
        group: one of `GROUPS`.
        words: what it is; more: what it says.
    """

    id: str
    group: str
    words: Text
    more: Text | Prose | None


def citables(seen: Seen, sheet: Dossier) -> Iterator[Citable]:
    """Everything that a seat can name: its mandate, then claims, then rules of law."""
    mandate = dict(sheet.own.mandate) if sheet.own else {}
    for id_ in citable(seen):
        more: Text | Prose | None = mandate.get(id_)
        if id_ in RULES:
            more = RULES[id_].asks
        elif id_ in seen.claims:
            more = Text("as you know it: {grade:grade}", {"grade": seen.claims[id_]})
        yield Citable(id_, group_of(id_), CITES.label(seen, id_), more)


def group_of(id_: str) -> str:
    """Under which of `GROUPS` something that can be named stands."""
    return "brief" if id_ in CITED else "law" if id_ in RULES else "claim"


def cited(seen: Seen, seat: SeatId, id_: str) -> Text | None:
    """What a seat's vote rests on, as who sees this may know it; None for nothing named."""
    if not id_:
        return None
    if id_ in THEIR_LINES and seat != seen.seat:
        return THEIR_LINES[id_]
    known = id_ in CITED or id_ in RULES or id_ in seen.claims
    return CITES.label(seen, id_) if known else Text("a claim that you have not heard of")


def reason(seen: Seen, seat: SeatId, explanation: tuple[str, str]) -> Text | None:
    """Why a seat voted so, from what it named and its own words; None where it said nothing."""
    rests = cited(seen, seat, explanation[0])
    words = Text("“{words}”", {"words": explanation[1]}) if explanation[1] else None
    return Text("{rests} · {words}", {"rests": rests, "words": words}) if rests and words else rests or words
