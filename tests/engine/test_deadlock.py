"""Deadlock: even the chair's text fails, and after two such rounds the charter's way out opens."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from crisis_game.charter import organs
from crisis_game.charter.rules import Leaf, Whole
from crisis_game.engine import rounds, vote_counting
from crisis_game.engine.acts.ballots import CastVote
from crisis_game.engine.events.ballots import DeadlockReferred
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import Vote
from crisis_game.texts import prose
from tests.engine import builders
from tests.engine.play import check_events, do, refused, told


def with_way_out(**fallback: Any) -> Working:
    """Voting of round 1 on the chair's text, in a charter with this way out of a deadlock."""
    plain = builders.charter()
    council = replace(plain.organs[0], fallback=organs.Fallback(**fallback) if fallback else None)
    assembly = organs.Organ(
        "assembly", prose("The Assembly"), ("AAA", "BBB"), (organs.Decision((organs.ANY,), Leaf("count", Whole(1))),)
    )
    charter = builders.charter(organs=(council, assembly))
    working = Working(builders.tiny(charter=charter), builders.opened(builders.tiny(), "drafting"))
    builders.put_on_table(working.state, "chair-1", builders.CHAIR_TEXT, None, "procedure")
    rounds.pass_on(working)
    return working


def vote_down(working: Working, vote: Vote = "no") -> None:
    """All vote so on the chair's text of this round, and the votes are counted."""
    for text in working.state.council.sheet:
        working.state.council.texts[text].votes.update(dict.fromkeys(builders.MEMBERS, vote))
    before = working.state.fork()
    first = len(working.events)
    vote_counting.count(working)
    check_events(before, tuple(working.events[first:]))


def again(working: Working) -> None:
    """The chair's text of the next round is put to the vote."""
    working.state.table.round += 1
    working.state.table.phase = "drafting"
    chair = f"chair-{working.state.table.round}"
    builders.put_on_table(working.state, chair, builders.CHAIR_TEXT, None, "procedure")
    rounds.pass_on(working)


def referred(working: Working) -> list[DeadlockReferred]:
    return [event for event in working.events if isinstance(event, DeadlockReferred)]


def test_after_two_rounds_on_end_another_organ_decides_by_its_own_rule_and_members() -> None:
    working = with_way_out(organ="assembly", step=None)
    vote_down(working)
    assert referred(working) == []
    again(working)
    vote_down(working)
    assert [referral.organ for referral in referred(working)] == ["assembly"]
    assert working.seen("AAA").organ == "assembly"
    again(working)
    assert refused(working, "CCC", CastVote("chair-3", "yes")) == "no-seat"
    do(working, "AAA", CastVote("chair-3", "yes"))
    vote_counting.count(working)
    assert working.state.council.texts["chair-3"].status == "adopted"
    assert working.state.council.deadlocks == 0


def test_a_peaceful_step_cools_in_the_next_round() -> None:
    working = with_way_out(organ=None, step="mediation", article="12")
    for _ in range(2):
        vote_down(working)
        again(working)
    assert working.state.commitments.mediation == [3]
    assert working.seen("AAA").organ == "council"
    assert told(referred(working)) == ["The members are deadlocked: the charter turns to mediation (Article 12)."]


def test_the_way_out_opens_once_and_only_where_the_charter_has_one() -> None:
    with_one, without = with_way_out(organ=None, step="mediation"), with_way_out()
    for working in (with_one, without):
        for _ in range(4):
            vote_down(working)
            again(working)
        assert working.state.council.deadlocks == 4
    assert len(referred(with_one)) == 1
    assert referred(without) == []


@pytest.mark.parametrize(("votes", "deadlocks"), [(("no", "no"), 2), (("no", "yes"), 0), (("yes", "no"), 1)])
def test_only_rounds_on_end_count(votes: tuple[Vote, Vote], deadlocks: int) -> None:
    working = with_way_out()
    vote_down(working, votes[0])
    again(working)
    vote_down(working, votes[1])
    assert working.state.council.deadlocks == deadlocks


def test_an_emergency_that_fails_is_no_deadlock() -> None:
    working = with_way_out()
    working.state.table.emergency = "chair-1"
    vote_down(working)
    assert working.state.council.deadlocks == 0
