"""Amounts in a decision rule read and written: shares, numbers of votes, quorums, weights."""

from __future__ import annotations

import re
from fractions import Fraction

from crisis_game.charter.fields import Field
from crisis_game.charter.rules import AllBut, Quorum, Share, Threshold, Weights, Whole

MOST_WEIGHT = 10**12

_SHARE = re.compile(r"(>=|>)? ?(?:([0-9]{1,9})/([1-9][0-9]{0,8})|([0-9]{1,3}(?:\.[0-9]{1,9})?) ?%)")
_ALL_BUT = re.compile(r"all-([0-9]{1,6})")
_HALF = Fraction(1, 2)


def read_share(field: Field) -> Share:
    """A share such as `2/3`, `55%`, `>= 1/2`. A bare half means more than half, any other at least so much."""
    match = _SHARE.fullmatch(field.value) if isinstance(field.value, str) else None
    if match:
        sign, over, under, percent = match.groups()
        part = Fraction(percent) / 100 if percent else Fraction(int(over), int(under))
        more_than = sign == ">" or (sign is None and part == _HALF)
        if part < 1 or (part == 1 and not more_than):
            return Share(part, more_than)
    field.report.note(
        "E306",
        field.path,
        "`{name}` must be a share between 0 and 1 here, in quotes where it has a sign.",
        'Write something like "2/3", "55%" or ">= 1/2".',
        name=field.name,
    )
    return Share(Fraction(1))


def read_weights(field: Field, known: frozenset[str] | None) -> Weights:
    """Weights by id, each a whole number from 0 up; ids outside `known` are faults."""
    entries = field.entries()
    for key, inner in entries:
        if known is not None and key not in known:
            inner.unknown_key(known)
    return tuple(sorted((key, inner.whole(0, MOST_WEIGHT)) for key, inner in entries))


def read_number(field: Field) -> Whole | AllBut:
    """A whole number such as 9, or `all-3` for all but three."""
    if isinstance(field.value, str):
        if match := _ALL_BUT.fullmatch(field.value):
            return AllBut(int(match[1]))
        field.report.note(
            "E306",
            field.path,
            "`{name}` of a count must be a whole number, or `all-3` for all but three.",
            "Write something like 9, or write `kind: share` if a share is meant.",
            name=field.name,
        )
        return Whole(0)
    return Whole(field.whole(0, MOST_WEIGHT))


def read_quorum(field: Field) -> Quorum:
    """A whole number, a share, or `as-needed`."""
    if field.value == "as-needed":
        return "as-needed"
    return read_share(field) if isinstance(field.value, str) else Whole(field.whole(0, MOST_WEIGHT))


def plain_threshold(threshold: Threshold) -> int | str:
    """A threshold as it is written; a share always with its sign."""
    if isinstance(threshold, Whole):
        return threshold.number
    if isinstance(threshold, AllBut):
        return f"all-{threshold.number}"
    sign = ">" if threshold.more_than else ">="
    return f"{sign} {threshold.part.numerator}/{threshold.part.denominator}"
