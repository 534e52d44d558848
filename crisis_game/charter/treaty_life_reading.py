"""The clauses on what a treaty costs, how it is changed and left, made from plain values."""

from __future__ import annotations

from collections.abc import Collection
from typing import get_args

from crisis_game.charter.amounts import read_number, read_share, read_weights
from crisis_game.charter.clause_reading import MOST_ROUNDS, Known, article_of, prose
from crisis_game.charter.fields import Field
from crisis_game.charter.model import Amendment, Dues, Exit, Sanction, Setting

PLACES = ("decides.MATTER.needed", "dues.each_round", "dues.arrears_after", "exit.notice")
"""What an amendment can set, as it is written; a matter stands in the place of `MATTER`."""


def exit_(field: Field | None, known: Known) -> Exit | None:
    """The way out."""
    if field is None:
        return None
    fields = field.fields(("article", "text", "notice"), ("text",))
    notice = fields["notice"].whole(0, MOST_ROUNDS) if "notice" in fields else None
    return Exit(article_of(fields, known), prose(fields, "text", known), notice)


def dues(field: Field | None, members: Collection[str], known: Known) -> Dues | None:
    """What members pay."""
    if field is None:
        return None
    fields = field.fields(("article", "each_round", "arrears_after", "then"), ("each_round",))
    return Dues(
        article=article_of(fields, known),
        each_round=read_weights(fields["each_round"], frozenset(members)) if "each_round" in fields else (),
        arrears_after=fields["arrears_after"].whole(1, MOST_ROUNDS) if "arrears_after" in fields else 1,
        then=fields["then"].one_of(get_args(Sanction)) if "then" in fields else "named",
    )


def amendments(field: Field | None, members: Collection[str], known: Known) -> dict[str, Amendment]:
    """Changes that can be adopted in play."""
    return {id_: _amendment(entry, members, known) for id_, entry in (field.entries() if field is not None else [])}


def _amendment(field: Field, members: Collection[str], known: Known) -> Amendment:
    fields = field.fields(("article", "text", "sets"), ("text", "sets"))
    places = fields["sets"].entries() if "sets" in fields else []
    return Amendment(
        article=article_of(fields, known),
        text=prose(fields, "text", known),
        sets=tuple(_setting(place, value, members, known) for place, value in places),
    )


def _setting(place: str, value: Field, members: Collection[str], known: Known) -> Setting:
    if place == "dues.each_round":
        return Setting("dues.each_round", weights=read_weights(value, frozenset(members)))
    if place in ("dues.arrears_after", "exit.notice"):
        rounds = value.whole(1, MOST_ROUNDS)
        return Setting("exit.notice" if place == "exit.notice" else "dues.arrears_after", rounds=rounds)
    first, _, matter = place.removesuffix(".needed").partition(".")
    if first != "decides" or not place.endswith(".needed") or matter not in known.matters:
        value.unknown_key(PLACES)
    needed = read_share(value) if isinstance(value.value, str) and "all-" not in value.value else read_number(value)
    return Setting("decides.needed", matter, needed)
