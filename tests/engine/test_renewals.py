"""Renewals: what is renewed by silence, what ends, and what an emergency leaves behind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.charter.model import Review
from crisis_game.engine import renewals, vote_counting
from crisis_game.engine.acts.ballots import BreakSilence, CastVote
from crisis_game.engine.acts.texts import CallEmergency
from crisis_game.engine.machine import evolve
from crisis_game.engine.state import TextState
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.draft import Draft, MeasureLine, Switch
from crisis_game.texts import prose
from tests.engine import builders
from tests.engine.builders import PROTEST_TEXT
from tests.engine.play import do, kinds, refused, told

SANCTIONS = Draft(
    lines=(MeasureLine("targeted-sanctions", "XXX"),), aim="passage", basis="retorsion", claims=("state-did-it",)
)
DATED = replace(SANCTIONS, clauses=(Switch("end-date", 2),))
REVIEWED = replace(SANCTIONS, clauses=(Switch("review"),))


def in_review(draft: Draft = DATED, ends: int | None = 1, **charter: object) -> Working:
    """A desk in review of round 1, with `aaa-1` adopted in it by all and carried out by AAA."""
    scenario = builders.tiny(charter=builders.charter(**charter))
    working = Working(scenario, builders.opened(scenario, "response"))
    text = builders.put_on_table(working.state, "aaa-1", draft)
    text.status, text.adopted_round, text.ends_round = "adopted", 1, ends
    text.votes.update(dict.fromkeys(builders.MEMBERS, "yes"))
    text.pledges["AAA", "targeted-sanctions"] = "full"
    vote_counting.deliver(working)
    working.state.table.phase = "review"
    working.events.clear()
    return working


def to_briefing(working: Working) -> None:
    """On to SITUATION of the next round."""
    working.state.table.phase = "briefing"
    working.state.table.round += 1


def text_of(working: Working) -> TextState:
    return working.state.council.texts["aaa-1"]


def test_a_text_is_renewed_for_one_more_period_unless_somebody_breaks_silence() -> None:
    working = in_review()
    renewals.open_renewals(working)
    assert working.state.council.renewals == {"aaa-1"}
    to_briefing(working)
    renewals.close_renewals(working)
    assert (text_of(working).status, text_of(working).ends_round) == ("adopted", 3)
    assert working.state.measures["aaa-1/targeted-sanctions"].status == "active"
    assert working.state.council.renewals == set()


def test_broken_silence_ends_a_text_and_its_measures_and_takes_a_reason_in_public() -> None:
    working = in_review()
    renewals.open_renewals(working)
    to_briefing(working)
    assert refused(working, "CCC", BreakSilence("aaa-1", "no")) == "no-reason"
    assert refused(working, "CCC", BreakSilence("chair-1", "We cannot.")) == "nothing-to-renew"
    events = do(working, "CCC", BreakSilence("aaa-1", "We cannot pay."))
    assert [event.to for event in events] == [None]
    assert refused(working, "CCC", BreakSilence("aaa-1", "Again.")) == "nothing-to-renew"
    renewals.close_renewals(working)
    assert text_of(working).status == "ended"
    assert working.state.measures["aaa-1/targeted-sanctions"].status == "ended"
    assert any("CCC broke silence" in line for line in told(working.events))


def test_after_the_last_round_nothing_is_asked() -> None:
    working = in_review()
    working.state.table.closing = True
    renewals.open_renewals(working)
    assert working.state.council.renewals == set()
    assert text_of(working).status == "adopted"


def test_nothing_is_asked_before_the_end_and_nobody_can_break_silence_then() -> None:
    working = in_review(ends=2)
    renewals.open_renewals(working)
    assert working.state.council.renewals == set()
    to_briefing(working)
    assert refused(working, "CCC", BreakSilence("aaa-1", "We cannot.")) == "nothing-to-renew"


def test_the_clause_review_asks_once_and_leaves_the_end_as_it_is() -> None:
    working = in_review(REVIEWED, None)
    renewals.open_renewals(working)
    assert working.state.council.renewals == {"aaa-1"}
    to_briefing(working)
    renewals.close_renewals(working)
    assert (text_of(working).status, text_of(working).ends_round) == ("adopted", None)
    working.state.table.phase = "review"
    renewals.open_renewals(working)
    assert working.state.council.renewals == set()
    both = in_review(replace(SANCTIONS, clauses=(Switch("review"), Switch("end-date", 3))), 3)
    renewals.open_renewals(both)
    to_briefing(both)
    renewals.close_renewals(both)
    assert text_of(both).ends_round == 3


@pytest.mark.parametrize("renewal", ["vote", "none"])
def test_where_the_charter_does_not_renew_by_silence_a_text_ends_with_its_date(renewal: str) -> None:
    working = in_review(review=Review("10", prose("Reviewed."), renewal))
    renewals.open_renewals(working)
    assert text_of(working).status == "ended"
    assert working.state.measures["aaa-1/targeted-sanctions"].status == "ended"
    assert working.state.council.renewals == set()


def test_words_end_with_their_round() -> None:
    working = in_review(PROTEST_TEXT, None)
    assert working.state.measures["aaa-1/protest"].status == "active"
    renewals.open_renewals(working)
    assert working.state.measures["aaa-1/protest"].status == "ended"
    working.state.table.round, working.state.table.phase = 2, "response"
    vote_counting.deliver(working)
    assert working.state.measures["aaa-1/protest"].ended == 1


def test_a_pledge_not_met_is_owed_no_longer() -> None:
    working = in_review()
    text_of(working).pledges["BBB", "targeted-sanctions"] = "full"
    working.state.orders.settled["BBB", "aaa-1", "targeted-sanctions"] = ("full", "none")
    renewals.open_renewals(working)
    assert text_of(working).pledges == {("AAA", "targeted-sanctions"): "full"}


def emergency() -> Working:
    """Sanctions adopted in an emergency of round 1, carried out, and the round over."""
    scenario = builders.tiny()
    working = Working(scenario, builders.opened(scenario, "briefing"))
    do(working, "AAA", CallEmergency(SANCTIONS))
    working.state.council.texts["aaa-1"].pledges["AAA", "targeted-sanctions"] = "full"
    for seat in builders.MEMBERS:
        do(working, seat, CastVote("aaa-1", "yes"))
    vote_counting.count(working)
    vote_counting.deliver(working)
    assert working.state.table.emergency == "aaa-1"
    renewals.open_renewals(working)
    assert working.state.table.emergency is None
    assert text_of(working).status == "adopted"
    working.state.table.round, working.state.table.phase = 2, "voting"
    return working


def later(working: Working, draft: Draft) -> None:
    """Another text is put to the vote and adopted."""
    text = builders.put_on_table(working.state, "bbb-1", draft, "BBB")
    text.status, working.state.council.sheet = "put", ("bbb-1",)
    for seat in builders.MEMBERS:
        do(working, seat, CastVote("bbb-1", "yes"))
    working.events.clear()
    vote_counting.count(working)


def test_what_an_emergency_brought_ends_with_the_next_vote_unless_it_is_confirmed() -> None:
    working = emergency()
    later(working, PROTEST_TEXT)
    assert text_of(working).status == "ended"
    assert working.state.measures["aaa-1/targeted-sanctions"].status == "ended"
    assert "text-confirmed" not in kinds(working.events)


def test_a_later_text_with_its_measure_confirms_it_and_the_measure_goes_on() -> None:
    working = emergency()
    later(working, DATED)
    assert (text_of(working).status, text_of(working).confirmed) == ("ended", True)
    assert working.state.measures["aaa-1/targeted-sanctions"].status == "active"
    vote_counting.deliver(working)
    assert working.state.measures["aaa-1/targeted-sanctions"].status == "ended"
    goes_on = working.state.measures["bbb-1/targeted-sanctions"]
    assert (goes_on.status, goes_on.began, goes_on.deliveries) == ("active", 1, {"AAA": "half"})


def test_renewals_are_told_by_their_events_alone() -> None:
    working = in_review()
    start = working.state.fork()
    renewals.open_renewals(working)
    renewals.close_renewals(working)
    assert evolve(start, tuple(working.events)) == working.state
