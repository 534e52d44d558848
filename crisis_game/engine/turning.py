"""What one vote more or less would have made of a text: single votes that would have turned its result."""

from __future__ import annotations

from dataclasses import dataclass

from crisis_game.engine import matters
from crisis_game.engine.seen import Seen
from crisis_game.engine.text_seen import TextSeen
from crisis_game.scenario.ids import SeatId, Vote

OTHER_VOTES: tuple[Vote, ...] = ("yes", "abstain", "no")


@dataclass(frozen=True, slots=True)
class Turn:
    """Members any one of whom would have turned the result with this vote, in the order of their ids."""

    vote: Vote
    seats: tuple[SeatId, ...]


def turning_votes(seen: Seen, text: str) -> tuple[Turn, ...]:
    """What would have turned the result of a text that was counted, the least change of a member's vote first.

    Empty where no single vote would have, and where the rule has changed since (a member was suspended), so that
    counting again no longer gives the same result.
    """
    found, votes = seen.text(text), seen.votes(text)
    if found.result is None or _adopted(seen, found, votes) != found.result.adopted:
        return ()
    wanted = not found.result.adopted
    turned: dict[Vote, list[SeatId]] = {}
    for seat, cast in sorted(votes.items()):
        for vote in _others(cast):
            if _adopted(seen, found, {**votes, seat: vote}) == wanted:
                turned.setdefault(vote, []).append(seat)
                break
    return tuple(Turn(vote, tuple(turned[vote])) for vote in OTHER_VOTES if vote in turned)


def _others(cast: Vote) -> tuple[Vote, ...]:
    """The other votes a member could have cast, nearest first; none for one whose vote was not read."""
    if cast == "absent":
        return ()
    if cast == "abstain":
        return ("yes", "no")
    return ("abstain", "no" if cast == "yes" else "yes")


def _adopted(seen: Seen, text: TextSeen, votes: dict[SeatId, Vote]) -> bool:
    return matters.count(seen, text.matter, text.draft, votes).adopted
