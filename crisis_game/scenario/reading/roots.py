"""One slip, one problem: what only follows from another problem is left out, so that an author mends the root."""

from __future__ import annotations

from collections.abc import Iterable

from crisis_game.texts import Problem


def roots(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems without those that go away by themselves when the others are mended, in the same order."""
    found = tuple(problems)
    codes = {one.code for one in found}
    if "E521" in codes:
        return tuple(one for one in found if one.code not in ("E506", "E352"))
    seatless = {one.message.values.get("word") for one in found if one.code == "E506"}
    return tuple(one for one in found if one.code != "E352" or one.message.values.get("word") not in seatless)
