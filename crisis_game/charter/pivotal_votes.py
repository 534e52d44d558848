"""What one vote more or less would have made of a result: single votes that would have turned it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from crisis_game.charter.rules import Vote

OTHER_VOTES: tuple[Vote, ...] = ("yes", "abstain", "no")


@dataclass(frozen=True, slots=True)
class Turn:
    """Members any one of whom would have turned the result with this vote, in the order of their ids."""

    vote: Vote
    seats: tuple[str, ...]


def turns(votes: Mapping[str, Vote], adopted: Callable[[dict[str, Vote]], bool]) -> tuple[Turn, ...]:
    """The single votes that would have turned a result, the least change of each member's vote first.

    Args:
        votes: the vote of each member.
        adopted: whether a text is adopted by some votes.
    """
    wanted = not adopted(dict(votes))
    turned: dict[Vote, list[str]] = {}
    for seat, cast in sorted(votes.items()):
        for vote in _others(cast):
            if adopted({**votes, seat: vote}) == wanted:
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
