"""Who told what wish about a part of a text: as it was told, never what a seat values."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Change, TextId
from crisis_game.scenario.draft import Draft, Switch
from crisis_game.scenario.ids import ClauseId, SeatId


def wants_told(seen: Seen, seat: SeatId, base: TextId | None = None) -> Iterator[Change]:
    """What a member told that it wants: of the text `base`, without one of all on the table."""
    for text in (base,) if base is not None else seen.on_table:
        held = seen.position(text, seat)
        yield from held.wants if held is not None else ()


def asked_by(seen: Seen, part: str, id_: str, on: bool, base: TextId | None = None) -> tuple[SeatId, ...]:
    """Who told that it wants this in a text, or out of it."""
    return tuple(
        seat
        for seat in seen.members
        if seat != seen.seat
        and any((want.part, want.id, want.on) == (part, id_, on) for want in wants_told(seen, seat, base))
    )


def gives_way(seen: Seen, draft: Draft, base: TextId | None = None, out: ClauseId = "") -> Switch | None:
    """The clause that goes out for one more: the one named, else the one that is wanted least, the newest of those.

    None while there is room for one more.
    """
    if len(draft.clauses) < seen.numbers.switches:
        return None

    def wanted(switch: Switch) -> int:
        wanting, against = (asked_by(seen, "clause", switch.clause, on, base) for on in (True, False))
        return len(wanting) - len(against)

    return draft.switch(out) or min(reversed(draft.clauses), key=wanted)
