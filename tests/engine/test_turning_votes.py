"""Single votes that would have turned a result."""

from __future__ import annotations

from itertools import product

import pytest

from crisis_game.engine import decision_rules
from crisis_game.engine.turning_votes import turning_votes
from crisis_game.scenario.ids import Vote
from tests.engine import builders

VOTES: tuple[Vote, ...] = ("yes", "abstain", "no")


@pytest.mark.parametrize("cast", list(product(VOTES, repeat=3)))
def test_each_turn_turns_the_result_and_nobody_is_left_out(cast: tuple[Vote, ...]) -> None:
    """Whoever is named would have turned it with that vote; whoever is not would not have with any."""
    working = builders.desk(phase="voting")
    seen = working.seen("AAA")
    votes = dict(zip(builders.MEMBERS, cast, strict=True))
    text = working.state.council.texts["aaa-1"]
    text.votes, text.result = dict(votes), decision_rules.count(seen, text.matter, text.draft, votes)

    def adopted(seat: str, vote: Vote) -> bool:
        return decision_rules.count(seen, text.matter, text.draft, {**votes, seat: vote}).adopted

    turns = turning_votes(seen, "aaa-1")
    named = {seat for turn in turns for seat in turn.seats}
    assert all(adopted(seat, turn.vote) != text.result.adopted for turn in turns for seat in turn.seats)
    for seat in set(builders.MEMBERS) - named:
        assert all(adopted(seat, vote) == text.result.adopted for vote in VOTES)


def test_nothing_is_said_of_a_text_that_was_not_counted() -> None:
    working = builders.desk(phase="voting")
    assert turning_votes(working.seen("AAA"), "aaa-1") == ()
