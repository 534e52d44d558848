"""Whose single vote would have turned the result of a text that was counted."""

from __future__ import annotations

from crisis_game.charter.pivotal_votes import Turn, turns
from crisis_game.engine import decision_rules
from crisis_game.engine.seen import Seen
from crisis_game.engine.text_seen import TextSeen
from crisis_game.scenario.ids import SeatId, Vote


def turning_votes(seen: Seen, text: str) -> tuple[Turn, ...]:
    """What would have turned the result of a text that was counted, the least change of a member's vote first.

    Empty where no single vote would have, and where the rule has changed since (a member was suspended), so that
    counting again no longer gives the same result.
    """
    tabled, votes = seen.text(text), seen.votes(text)
    if tabled.result is None or _adopted(seen, tabled, votes) != tabled.result.adopted:
        return ()
    return turns(votes, lambda cast: _adopted(seen, tabled, cast))


def _adopted(seen: Seen, text: TextSeen, votes: dict[SeatId, Vote]) -> bool:
    return decision_rules.count(seen, text.matter, text.draft, votes).adopted
