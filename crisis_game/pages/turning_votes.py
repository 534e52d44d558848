"""What one vote more or less would have made of a text: single votes that would have turned its result."""

from __future__ import annotations

from crisis_game.charter.pivotal_votes import Turn, turns
from crisis_game.engine import matters
from crisis_game.engine.seen import Seen
from crisis_game.engine.text_seen import TextSeen
from crisis_game.scenario.ids import SeatId, Vote

__all__ = ["Turn", "turning_votes"]


def turning_votes(seen: Seen, text: str) -> tuple[Turn, ...]:
    """What would have turned the result of a text that was counted, the least change of a member's vote first.

    Empty where no single vote would have, and where the rule has changed since (a member was suspended), so that
    counting again no longer gives the same result.
    """
    found, votes = seen.text(text), seen.votes(text)
    if found.result is None or _adopted(seen, found, votes) != found.result.adopted:
        return ()
    return turns(votes, lambda cast: _adopted(seen, found, cast))


def _adopted(seen: Seen, text: TextSeen, votes: dict[SeatId, Vote]) -> bool:
    return matters.count(seen, text.matter, text.draft, votes).adopted
