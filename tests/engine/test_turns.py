"""Turns and phases: guards, whom a beat waits for, what its closing does, and the facilitator's commands."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, get_args

import pytest

from crisis_game.engine import rounds
from crisis_game.engine.act import Act, Submission
from crisis_game.engine.acts.ballots import CastVote
from crisis_game.engine.acts.facilitator import (
    Advance,
    EndExercise,
    HandSeat,
    Lengthen,
    NoteDown,
    OverruleFinding,
    Pause,
    Resume,
)
from crisis_game.engine.acts.responses import Deliver
from crisis_game.engine.acts.talk import TakePosition
from crisis_game.engine.acts.texts import CallEmergency
from crisis_game.engine.acts.turns import DeadlinePassed, Retract, SetReady, Start
from crisis_game.engine.machine import step
from crisis_game.engine.phases import PASSAGES, move_on
from crisis_game.engine.state import Note, State
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.draft import Draft, MeasureLine
from crisis_game.scenario.ids import BEAT_OF, Phase, SeatId
from tests.engine import builders
from tests.engine.play import do, refused
from tests.engine.worlds import at_answer

FACILITATOR = "facilitator"
PROTEST = builders.PROTEST_TEXT


def begun(seed: int = 3, **changes: Any) -> Working:
    """An exercise that has been opened."""
    scenario = builders.tiny(lesson=builders.lesson(**changes))
    working = Working(scenario, State())
    result = step(scenario, working.state, Submission("ref", "session", "session", Start(seed)))
    assert isinstance(result, tuple)
    return working


def all_ready(working: Working) -> None:
    """All members say that they are ready, as long as this phase lasts."""
    phase = working.state.table.phase
    for seat in builders.MEMBERS:
        if working.state.table.phase == phase and seat not in working.state.ready:
            do(working, seat, SetReady())


def place(working: Working) -> tuple[Phase, int]:
    return working.state.table.phase, working.state.table.round


def session(working: Working, command: Act) -> tuple[Any, ...]:
    result = step(working.scenario, working.state, Submission("ref", "session", "session", command))
    assert isinstance(result, tuple)
    return result


# Phases --------------------------------------------------------------------------------------------------------------


def state_in(phase: Phase, **table: Any) -> State:
    state = State()
    state.table.phase, state.table.round = phase, 1
    for name, value in table.items():
        setattr(state.table, name, value)
    return state


@pytest.mark.parametrize(
    ("phase", "table", "target"),
    [
        ("lobby", {}, "briefing"),
        ("briefing", {}, "consultation"),
        ("briefing", {"emergency": "aaa-1"}, "voting"),
        ("briefing", {"closing": True}, "hot-wash"),
        ("consultation", {"closing": True}, "drafting"),
        ("drafting", {}, "voting"),
        ("drafting", {"closing": True}, "hot-wash"),
        ("voting", {"closing": True}, "response"),
        ("response", {"closing": True}, "consequences"),
        ("consequences", {}, "review"),
        ("review", {}, "briefing"),
        ("review", {"round": 3}, "hot-wash"),
        ("review", {"ending": "war"}, "hot-wash"),
        ("review", {"closing": True}, "hot-wash"),
        ("hot-wash", {}, "debrief"),
        ("debrief", {}, "closed"),
    ],
)
def test_where_each_phase_leads(phase: Phase, table: dict[str, Any], target: Phase) -> None:
    moved = SimpleNamespace(phase=phase)
    assert move_on(moved, state_in(phase, **table), rounds=3)
    assert moved.phase == target


def test_from_the_last_phase_nothing_leads_and_every_phase_can_be_reached() -> None:
    assert not move_on(SimpleNamespace(phase="closed"), state_in("closed"), 3)
    assert {passage.target for passage in PASSAGES} | {"lobby"} == set(get_args(Phase))
    assert len({passage.name for passage in PASSAGES}) == len(PASSAGES)


def test_of_several_passages_the_last_has_no_guard_so_that_no_phase_is_a_trap() -> None:
    last = {passage.source: passage for passage in PASSAGES}
    assert set(last) == set(get_args(Phase)) - {"closed"}
    assert all(passage.guard(state_in(phase), 0) for phase, passage in last.items())


# Whom a beat waits for -----------------------------------------------------------------------------------------------


def test_a_round_goes_through_its_beats_and_waits_in_each_for_those_with_something_due() -> None:
    working = begun()
    seen = [place(working)]
    for _ in range(10):
        all_ready(working)
        seen.append(place(working))
        if working.state.table.phase == "hot-wash":
            break
    assert seen == [(phase, round_) for round_ in (1, 2, 3) for phase in ("briefing", "consultation", "voting")] + [
        ("hot-wash", 3)
    ]


def test_a_seat_that_is_not_ready_is_waited_for_and_can_take_it_back() -> None:
    working = begun()
    for seat in ("AAA", "BBB"):
        do(working, seat, SetReady())
    assert rounds.waits_for(working) == ("CCC",)
    do(working, "AAA", Retract())
    do(working, "CCC", SetReady())
    assert place(working) == ("briefing", 1)
    assert refused(working, "AAA", Retract()) == "not-ready"
    assert refused(working, "CCC", SetReady()) == "already-ready"
    do(working, "AAA", SetReady())
    assert place(working) == ("consultation", 1)
    assert working.state.ready == set()


def test_a_suspended_member_is_not_waited_for_at_the_table_and_in_orders() -> None:
    working = at_answer(phase="consultation")
    working.state.council.suspended.add("CCC")
    assert rounds.waits_for(working) == ("AAA", "BBB")


@pytest.mark.parametrize(("holder", "waits"), [(None, ()), ("person", ("XXX",))])
def test_the_adversarys_seat_is_waited_for_in_orders_where_somebody_holds_it(
    holder: str | None, waits: tuple[SeatId, ...]
) -> None:
    working = at_answer(phase="voting")
    working.state.table.holders = {"XXX": holder} if holder else {}
    working.state.ready.update(builders.MEMBERS)
    assert rounds.waits_for(working) == waits


def with_sanctions(orders: str) -> Working:
    """The votes are cast on sanctions that two have pledged, and voting is still open."""
    working = begun(orders=orders)
    all_ready(working)
    draft = Draft(
        lines=(MeasureLine("targeted-sanctions", "XXX"),), aim="passage", basis="retorsion", claims=("state-did-it",)
    )
    text = builders.put_on_table(working.state, "aaa-1", draft, "AAA", "sanctions")
    text.pledges.update({(seat, "targeted-sanctions"): "full" for seat in ("AAA", "BBB")})
    all_ready(working)
    for seat in builders.MEMBERS:
        do(working, seat, CastVote("aaa-1", "yes"))
    return working


def test_split_orders_wait_for_those_who_owe_deliveries_one_sheet_does_not() -> None:
    split, sheet = with_sanctions("split"), with_sanctions("one-sheet")
    for working in (split, sheet):
        all_ready(working)
    assert place(split) == ("response", 1)
    assert rounds.waits_for(split) == ("AAA", "BBB")
    do(split, "AAA", Deliver("aaa-1", "targeted-sanctions", "full"))
    for seat in ("AAA", "BBB"):
        do(split, seat, SetReady())
    assert place(split) == ("briefing", 2)
    assert place(sheet) == ("briefing", 2)


def test_an_emergency_goes_straight_from_situation_to_orders_and_the_next_round_its_usual_way() -> None:
    working = begun()
    do(working, "AAA", CallEmergency(PROTEST))
    assert place(working) == ("voting", 1)
    assert working.state.council.sheet == (working.state.table.emergency,)
    all_ready(working)
    assert place(working) == ("briefing", 2)
    assert working.state.table.emergency is None
    all_ready(working)
    assert place(working) == ("consultation", 2)


def test_going_on_comes_to_rest_or_says_that_it_is_our_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    working = at_answer(phase="voting")
    monkeypatch.setattr(rounds, "waits_for", lambda _: ())
    monkeypatch.setattr(rounds, "pass_on", lambda _: None)
    with pytest.raises(RuntimeError, match="do not come to rest"):
        rounds.go_on(working)


# The clock -----------------------------------------------------------------------------------------------------------


def test_a_deadline_closes_its_beat_with_the_defaults_and_a_late_one_does_nothing() -> None:
    working = begun()
    session(working, DeadlinePassed(1, "situation"))
    assert place(working) == ("consultation", 1)
    assert session(working, DeadlinePassed(1, "situation")) == ()
    assert place(working) == ("consultation", 1)
    session(working, DeadlinePassed(1, "table"))
    session(working, DeadlinePassed(1, "orders"))
    assert place(working) == ("briefing", 2)
    assert all(text.votes.get("AAA") == "abstain" for text in working.state.council.texts.values())


def test_where_orders_are_split_the_deadline_of_the_vote_leaves_time_to_give() -> None:
    working = with_sanctions("split")
    session(working, DeadlinePassed(1, "orders"))
    assert place(working) == ("response", 1)
    session(working, DeadlinePassed(1, "orders"))
    assert place(working) == ("briefing", 2)
    assert working.state.measures["aaa-1/targeted-sanctions"].deliveries == {"AAA": "half", "BBB": "half"}


def test_the_clock_stops_runs_on_and_gets_more_time() -> None:
    working = begun()
    do(working, FACILITATOR, Pause())
    assert working.seen("AAA").paused
    assert refused(working, FACILITATOR, Pause()) == "clock-stands"
    do(working, FACILITATOR, Lengthen(60))
    do(working, FACILITATOR, Lengthen(30))
    assert (working.state.table.paused, working.state.table.extra_seconds) == (True, 90)
    do(working, FACILITATOR, Resume())
    assert refused(working, FACILITATOR, Resume()) == "clock-runs"
    assert refused(working, FACILITATOR, Lengthen(5)) == "too-long"
    all_ready(working)
    assert working.state.table.extra_seconds == 0


# The facilitator -----------------------------------------------------------------------------------------------------


def test_the_facilitator_closes_each_beat_and_then_each_phase_of_the_talk_after() -> None:
    working = begun(rounds=1)
    seen = [place(working)[0]]
    while working.state.table.phase != "closed":
        do(working, FACILITATOR, Advance())
        seen.append(working.state.table.phase)
    assert seen == ["briefing", "consultation", "voting", "hot-wash", "debrief", "closed"]
    assert refused(working, FACILITATOR, Advance()) == "not-under-way"
    assert refused(working, "AAA", SetReady()) == "wrong-beat"


@pytest.mark.parametrize(("beats", "place_after"), [(0, "hot-wash"), (1, "hot-wash"), (2, "hot-wash")])
def test_play_ends_with_the_beat_and_the_ending_is_read(beats: int, place_after: Phase) -> None:
    working = begun()
    for _ in range(beats):
        all_ready(working)
    do(working, FACILITATOR, EndExercise())
    assert refused(working, FACILITATOR, EndExercise()) == "ending-already"
    assert working.seen("AAA").closing
    all_ready(working)
    assert place(working) == (place_after, 1)
    assert working.state.table.ending is not None
    answered = any(move.gauge == "harm" for move in working.state.world.moves)
    assert answered == (beats == 2)


def test_notes_and_overruled_findings_are_kept_for_the_debrief_and_seen_by_nobody_else() -> None:
    working = begun()
    events = (
        *do(working, FACILITATOR, NoteDown(" They forgot to report. ")),
        *do(
            working,
            FACILITATOR,
            OverruleFinding("aaa-1/escort:injured/sd-necessity", "contested", "The room argued it."),
        ),
    )
    assert working.state.desk.notes == [Note(1, "They forgot to report.")]
    assert working.state.record.overruled["aaa-1/escort:injured/sd-necessity"] == ("contested", "The room argued it.")
    assert {event.to for event in events} == {()}
    assert refused(working, FACILITATOR, OverruleFinding("x", "lawful", "Too short a name")) == "no-such-finding"
    assert refused(working, FACILITATOR, OverruleFinding("act/rule", "fine", "No such verdict.")) == "no-such-verdict"
    assert refused(working, FACILITATOR, OverruleFinding("act/rule", "lawful", "Short")) == "no-reason"


def test_a_seat_is_handed_over_and_the_others_know_only_whether_a_person_holds_it() -> None:
    working = begun()
    do(working, FACILITATOR, HandSeat("AAA", "hawk"))
    do(working, FACILITATOR, HandSeat("BBB", "person"))
    assert working.seen("CCC").holder("AAA") == "policy"
    assert working.seen("CCC").holder("BBB") == "person"
    assert working.seen("AAA").holder("AAA") == "hawk"
    assert refused(working, FACILITATOR, HandSeat("ZZZ", "person")) == "no-such-seat"


def test_all_are_told_when_a_policy_takes_a_seat_over_and_hands_it_back_and_not_which() -> None:
    working = begun()
    do(working, FACILITATOR, HandSeat("AAA", "person"))
    for holder, told in (
        ("hawk", "A policy plays {seat:state} from now on, until its people are back."),
        ("dove", None),
        ("person", "People play {seat:state} from now on."),
        ("person", None),
    ):
        public = [event for event in do(working, FACILITATOR, HandSeat("AAA", holder)) if event.to is None]
        assert [getattr(event.tell(), "msgid", None) for event in public] == ([told] if told else [])
        assert all("hawk" not in str(event) for event in public)


def test_the_facilitator_can_play_a_seat_by_the_seats_own_rules() -> None:
    working = begun()
    all_ready(working)
    builders.put_on_table(working.state, "aaa-1")
    command = TakePosition("aaa-1", "support")
    result = step(working.scenario, working.state, Submission("ref", "BBB", "facilitator", command))
    assert isinstance(result, tuple)
    assert working.state.council.texts["aaa-1"].positions["BBB"].stance == "support"


@pytest.mark.parametrize("command", [Advance(), Pause(), EndExercise(), NoteDown("No."), HandSeat("AAA", "person")])
def test_nobody_else_does_what_the_facilitator_does(command: Act) -> None:
    working = begun()
    for seat in ("AAA", "XXX", "NNN", "observer", "nobody"):
        assert refused(working, seat, command) == "not-your-seat"


def test_only_the_session_opens_an_exercise_and_only_once() -> None:
    working = begun()
    again = step(working.scenario, working.state, Submission("ref", "session", "session", Start(1)))
    assert getattr(again, "code", None) == "wrong-beat"
    fresh = Working(working.scenario, State())
    assert refused(fresh, FACILITATOR, Start(1)) == "not-your-seat"


# A whole game --------------------------------------------------------------------------------------------------------


def test_with_nobody_doing_anything_a_game_still_comes_to_its_end() -> None:
    working = begun(seed=11, rounds=3)
    while working.state.table.phase != "hot-wash":
        session(working, DeadlinePassed(working.state.table.round, BEAT_OF[working.state.table.phase]))
    assert working.state.table.ending is not None
    assert working.state.table.round <= 3


def test_each_round_finds_orders_empty_and_nobody_ready() -> None:
    working = begun()
    working.state.orders.deliveries["AAA", "x", "escort"] = "full"
    while working.state.table.round == 1:
        all_ready(working)
    assert working.state.orders.deliveries == {}
    assert working.state.ready == set()
