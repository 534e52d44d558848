"""A session: what is acknowledged is saved, what is not saved has not happened, and resuming is never having left."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from crisis_game.engine.act import Act, Refusal
from crisis_game.engine.acts.ballots import CastVote
from crisis_game.engine.acts.facilitator import EndExercise, HandSeat
from crisis_game.engine.acts.talk import Say
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.chance import Stream
from crisis_game.engine.state import State
from crisis_game.exercise.entry import read_entry
from crisis_game.exercise.headers import header
from crisis_game.exercise.save import SaveError, create, open_save
from crisis_game.exercise.save_file import beside
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import begin, go_on, read
from crisis_game.exercise.sitting import Receipt
from crisis_game.scenario.ids import SeatId
from tests.exercise.playing import TINY, forge_chain, new_game, play, resumed, store, stored, wishes


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "game.crisis"


def copy_of(path: Path, where: Path) -> Path:
    """The save as a crash would leave it now: with what SQLite keeps beside it."""
    where.mkdir()
    for ending in ("", "-wal"):
        if beside(path, ending).exists():
            shutil.copyfile(beside(path, ending), beside(where / path.name, ending))
    return where / path.name


def test_whatever_is_acknowledged_is_on_disk_with_all_that_policies_answered(path: Path, tmp_path: Path) -> None:
    session, stream = new_game(path), Stream(3, "people")
    for number in range(12):
        seat, command = wishes(session, stream)
        assert isinstance(session.submit(seat, command), Receipt)
        with open_save(copy_of(path, tmp_path / f"crash-{number}"), writing=False) as crashed:
            assert crashed.head == session.head
            assert [read_entry(raw).events for raw in crashed.raw()] == [entry.events for entry in session.log]


def test_a_listener_is_called_when_something_is_saved_already_and_told_nothing_of_it(path: Path) -> None:
    session, heard = new_game(path), list[int]()

    def listen() -> None:
        assert session.save is not None
        assert session.save.count == len(session.log)
        heard.append(len(session.log))

    before = len(session.log)
    hush = session.listen(listen)
    done = play(session, 6)
    assert len(heard) == len(done)
    assert before < heard[0]
    assert heard[-1] == len(session.log)
    hush()
    play(session, 1)
    assert heard[-1] < len(session.log)


def test_what_is_refused_is_not_saved(path: Path) -> None:
    session = new_game(path)
    head, state = session.head, session.final_state()
    refusal = session.submit("AAA", CastVote("chair-1", "yes"))
    assert isinstance(refusal, Refusal)
    assert refusal.code == "wrong-beat"
    assert (session.head, session.final_state()) == (head, state)


def say_until_it_fails(session: Session) -> tuple[bytes | None, State, SaveError]:
    """Fill what is left of a disk: head and state before what could not be saved, and how that was said."""
    signs = Stream(1, "signs")
    for _ in range(session.seen("AAA").numbers.talk):
        head, state = session.head, session.final_state()
        noise = "".join(chr(0x4E00 + signs.below(20_000)) for _ in range(500))  # words that cannot be packed small
        try:
            session.submit("AAA", Say((), noise))
        except SaveError as fault:
            return head, state, fault
    raise AssertionError("the disk was never full")


def test_what_cannot_be_saved_has_not_happened(path: Path) -> None:
    """A page count that is used up is what SQLite finds on a full disk."""
    session, heard = new_game(path), list[str]()
    session.listen(lambda: heard.append("something"))
    assert session.save is not None
    connection = session.save._connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count={pages}")
    head, state, fault = say_until_it_fails(session)
    assert "game.crisis: the last step could not be saved: the disk is full" in str(fault)
    assert len(heard) == session.seen("AAA").sent
    assert (session.head, session.final_state()) == (head, state)
    assert session.save.count == len(session.log)
    connection.execute("PRAGMA max_page_count=100000")
    play(session, 5)
    session.save.close()
    assert resumed(path).final_state() == session.final_state()


@pytest.mark.parametrize("persons", [("AAA",), ("AAA", "BBB")])
def test_resuming_is_as_never_having_left(persons: tuple[str, ...], path: Path, tmp_path: Path) -> None:
    session, stream = new_game(path, *persons, seed=11), Stream(5, "people")
    left: list[tuple[int, Session]] = []
    done: list[tuple[SeatId, Act]] = []
    while not session.finished:
        if len(done) % 3 == 0:
            left.append((len(done), go_on(copy_of(path, tmp_path / f"left-{len(done)}"))))
        done.append(wishes(session, stream))
        assert isinstance(session.submit(*done[-1]), Receipt)
    assert len(left) > 2
    for left_at, other in left:
        for seat, command in done[left_at:]:
            assert isinstance(other.submit(seat, command), Receipt)
        assert other.final_state() == session.final_state()
        assert [entry.events for entry in other.log] == [entry.events for entry in session.log]
        assert other.save is not None
        other.save.close()


def test_a_game_without_people_plays_itself_to_the_end(path: Path) -> None:
    scenario, files = read(TINY)
    session = begin(scenario, files, {"AAA": "dove", "BBB": "random"}, 3, path)
    assert session.finished
    assert session.persons == ()
    assert session.save is not None
    session.save.close()
    again = resumed(path)
    assert again.final_state() == session.final_state()
    assert len(again.log) == len(session.log)


def test_a_seat_hears_what_it_may_see_and_of_submissions_only_its_own(path: Path) -> None:
    session = new_game(path, "AAA", "BBB")
    play(session, 40)
    for seat in ("AAA", "BBB"):
        heard = session.own_log(seat)
        assert [entry.n for entry in heard] == list(range(1, len(heard) + 1))
        assert {entry.own.seat for entry in heard if entry.own} == {seat}
        assert all(event.to is None or seat in event.to for entry in heard for event in entry.events)
    assert len(session.own_log("observer")) < len(session.own_log("AAA")) < len(session.log)


def test_a_seat_goes_to_people_and_policies_that_there_are(path: Path) -> None:
    session = new_game(path)
    refusal = session.submit("facilitator", HandSeat("BBB", "napoleon"))
    assert isinstance(refusal, Refusal)
    assert refusal.code == "no-such-holder"
    assert isinstance(session.submit("facilitator", HandSeat("BBB", "hawk")), Receipt)
    assert session.holders["BBB"] == "hawk"
    assert isinstance(session.submit("facilitator", HandSeat("BBB", "person")), Receipt)
    assert session.persons == ("AAA", "BBB")


def test_the_other_side_can_be_played_by_a_person(path: Path) -> None:
    session = new_game(path, "AAA", "CAL")
    assert session.persons == ("AAA", "CAL")
    play(session, 60)
    assert any(entry.submission.seat == "CAL" for entry in session.log)


def test_the_facilitator_ends_play(path: Path) -> None:
    session = new_game(path)
    assert isinstance(session.submit("facilitator", EndExercise()), Receipt)
    for _ in range(4):
        if not session.finished:
            session.submit("AAA", SetReady())
    assert session.finished
    assert session.seen("AAA").round == 1


@pytest.mark.parametrize(
    ("roster", "seed"),
    [({"AAA": "person"}, -1), ({"AAA": "person"}, 1 << 63), ({"AAA": "napoleon"}, 1), ({"ZZZ": "dove"}, 1)],
)
def test_a_game_that_cannot_begin_leaves_nothing(roster: dict[str, str], seed: int, path: Path) -> None:
    scenario, files = read(TINY)
    with pytest.raises(ValueError, match=r"A seed is|a seat is held by|There is no such seat"):
        begin(scenario, files, roster, seed, path)
    assert list(path.parent.iterdir()) == []


def test_a_save_whose_game_never_began_says_so(path: Path) -> None:
    scenario, files = read(TINY)
    create(path, header(scenario, files, "AAA"), files.contents).close()
    with pytest.raises(SaveError, match="the game in it never began"):
        go_on(path)


def test_a_save_with_a_policy_of_another_version_says_so(path: Path) -> None:
    session = new_game(path)
    assert session.save is not None
    session.save.close()
    command, events = stored(path, 2)
    assert b'"legalist"' in command
    store(path, 2, command.replace(b"legalist", b"napoleon"), events.replace(b"legalist", b"napoleon"))
    forge_chain(path)
    with pytest.raises(SaveError, match="no policy is called 'napoleon' here"):
        go_on(path)
