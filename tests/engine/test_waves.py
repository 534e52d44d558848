"""Waves of a TABLE: when one can begin, what stands in it, and who knows of that."""

from __future__ import annotations

import pytest

from crisis_game.engine.act import Refusal, Submission
from crisis_game.engine.acts.facilitator import Advance
from crisis_game.engine.acts.talk import AskPosition, MakeOffer, TakePosition
from crisis_game.engine.acts.texts import Cosponsor, Pledge, ReviseText, TableText
from crisis_game.engine.acts.turns import BeginWave, Listen, SetReady
from crisis_game.engine.event import Event
from crisis_game.engine.machine import step
from crisis_game.engine.seeing.projected_state import projected_state
from crisis_game.engine.seen import Seen
from crisis_game.engine.sender import SESSION
from crisis_game.engine.shared_values import Change, Gift
from crisis_game.engine.state import MoveSeen
from crisis_game.engine.unit_of_work import Working
from tests.engine import builders
from tests.engine.play import do, kinds, refused


@pytest.fixture
def desk() -> Working:
    """A table at which a person sits in AAA, and policies in the other seats."""
    desk = builders.desk()
    desk.state.table.holders.update(BBB="statesman", CCC="dove")
    return desk


def session_begins(desk: Working) -> tuple[Event, ...]:
    """What comes of a wave that the session begins."""
    begun = step(desk.scenario, desk.state, Submission("ref", SESSION, SESSION, BeginWave()))
    assert not isinstance(begun, Refusal), begun
    return begun


def moves(desk: Working, seat: str = "AAA") -> list[MoveSeen]:
    return list(desk.seen(seat).waves[-1].moves)


def test_no_wave_has_run_when_the_table_opens(desk: Working) -> None:
    assert (desk.seen("AAA").wave, desk.seen("AAA").waves) == (0, ())


def test_who_listens_begins_a_wave_in_which_the_seats_without_a_person_move(desk: Working) -> None:
    events = do(desk, "AAA", Listen())
    assert kinds(events) == ["wave-began"]
    assert events[0].movers == ("BBB", "CCC")
    assert desk.seen("BBB").wave == 1


def test_the_session_begins_waves_and_no_seat_says_so_for_it(desk: Working) -> None:
    assert kinds(session_begins(desk)) == ["wave-began"]
    assert refused(desk, "AAA", BeginWave()) == "not-your-seat"


def test_nobody_listens_who_is_ready(desk: Working) -> None:
    do(desk, "AAA", SetReady())
    assert refused(desk, "AAA", Listen()) == "already-ready"


@pytest.mark.parametrize("phase", ["briefing", "voting"])
def test_there_are_waves_at_the_table_alone(phase: str) -> None:
    desk = builders.desk(phase=phase)
    desk.state.table.holders.update(BBB="statesman")
    assert refused(desk, "AAA", Listen()) == "wrong-beat"


def test_among_people_alone_nobody_moves_in_a_wave() -> None:
    assert refused(builders.desk(), "AAA", Listen()) == "nobody-moves"


def test_after_the_last_wave_there_is_none_and_in_it_no_new_text(desk: Working) -> None:
    for _ in range(desk.scenario.numbers.waves - 1):
        do(desk, "AAA", Listen())
    assert TableText(builders.PROTEST_TEXT).refusal(desk.seen("BBB")) is None
    do(desk, "AAA", Listen())
    assert refused(desk, "BBB", TableText(builders.PROTEST_TEXT)) == "last-wave"
    assert refused(desk, "CCC", TableText(builders.PROTEST_TEXT)) == "last-wave"
    assert refused(desk, "AAA", Listen()) == "no-wave-left"
    begun = step(desk.scenario, desk.state, Submission("ref", SESSION, SESSION, BeginWave()))
    assert isinstance(begun, Refusal)
    assert begun.code == "no-wave-left"


def test_a_wave_tells_who_moved_and_from_which_stand_to_which(desk: Working) -> None:
    do(desk, "AAA", Listen())
    want = Change("clause", "limits", False)
    do(desk, "BBB", TakePosition("aaa-1", "oppose", (want,), 2, because="Not without a way back."))
    assert moves(desk) == [
        MoveSeen("BBB", "take-position", "aaa-1", None, "oppose", (want,), 2, "Not without a way back.")
    ]
    do(desk, "AAA", Listen())
    do(desk, "BBB", Cosponsor("aaa-1"))
    assert moves(desk) == [MoveSeen("BBB", "cosponsor", "aaa-1", "oppose", "support")]
    assert [wave.number for wave in desk.seen("AAA").waves] == [1, 2]


def test_what_a_person_does_belongs_to_no_wave(desk: Working) -> None:
    do(desk, "AAA", Listen())
    do(desk, "AAA", ReviseText("aaa-1", Change("clause", "limits", False)))
    assert moves(desk) == []


def test_an_answer_says_that_it_is_one(desk: Working) -> None:
    do(desk, "AAA", AskPosition("BBB", "aaa-1"))
    do(desk, "AAA", Listen())
    do(desk, "BBB", TakePosition("aaa-1", "support", to=("AAA",)))
    do(desk, "CCC", TakePosition("aaa-1", "support"))
    assert [(move.seat, move.asked) for move in moves(desk)] == [("BBB", True), ("CCC", False)]


def test_what_is_told_to_some_is_no_move_for_the_others(desk: Working) -> None:
    do(desk, "AAA", Listen())
    do(desk, "BBB", TakePosition("aaa-1", "oppose", to=("AAA",)))
    do(desk, "BBB", MakeOffer("CCC", Gift("pay", "", 2), "aaa-1"))
    do(desk, "BBB", TakePosition("aaa-1", "support", to=("CCC",)))
    assert [move.did for move in moves(desk)] == ["take-position"]
    assert [(move.did, move.before, move.price) for move in moves(desk, "CCC")] == [
        ("make-offer", None, 2),
        ("take-position", None, 0),
    ]
    assert len(moves(desk, "facilitator")) == 3
    for seat in ("AAA", "CCC"):
        theirs = projected_state(desk.scenario, desk.state, seat)
        assert Seen(desk.scenario, theirs, seat).waves == desk.seen(seat).waves


def test_only_the_sponsors_own_change_is_its_move(desk: Working) -> None:
    session_begins(desk)
    do(desk, "BBB", TableText(builders.ESCORT_TEXT))
    do(desk, "BBB", ReviseText("bbb-1", Change("clause", "limits", False)))
    do(desk, "CCC", Pledge("bbb-1", "escort", "half"))
    assert [(move.did, move.text, move.about) for move in moves(desk)] == [
        ("table-text", "bbb-1", ""),
        ("revise-text", "bbb-1", ""),
        ("pledge", "bbb-1", "escort"),
    ]


def test_what_is_done_in_orders_belongs_to_no_wave_and_a_new_round_begins_without(desk: Working) -> None:
    do(desk, "BBB", TableText(builders.ESCORT_TEXT))
    session_begins(desk)
    do(desk, "facilitator", Advance())
    do(desk, "CCC", Pledge("bbb-1", "escort", "half"))
    assert [len(wave.moves) for wave in desk.seen("AAA").waves] == [0]
    do(desk, "facilitator", Advance())
    assert desk.seen("AAA").round == 2
    assert desk.seen("AAA").waves == ()
