"""A submission counts once for its sender and ref, also after a restart; each repeat gets the same receipt."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crisis_game.engine.act import Act, Refusal
from crisis_game.engine.acts.knowledge import GradeClaim
from crisis_game.engine.acts.talk import Say
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.chance import Stream
from crisis_game.engine.sender import SESSION, Sender, at_keyboard, by_policy, is_person, person, read_ref, read_sender
from crisis_game.exercise.chain import canonical, from_canonical
from crisis_game.exercise.rescue import rescue
from crisis_game.exercise.save import SaveError
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import go_on
from crisis_game.exercise.sitting import Receipt
from crisis_game.exercise.verify import examine, export, read_log
from tests.exercise.playing import forge_chain, new_game, play, store, stored, wishes

ANN, BO = person("ann-7"), person("bo")
HELLO = Say((), "Good morning.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "game.crisis"


def standing(session: Session) -> tuple[object, ...]:
    return session.head, len(session.log), session.final_state()


def test_what_is_sent_twice_counts_once_and_gets_the_same_receipt(path: Path) -> None:
    session = new_game(path)
    first = session.submit("AAA", HELLO, "ann-7.1.1", ANN)
    assert isinstance(first, Receipt)
    before = standing(session)
    play(session, 3)
    later = standing(session)
    assert later != before
    assert session.submit("AAA", HELLO, "ann-7.1.1", ANN) == first
    assert standing(session) == later


def test_a_double_after_a_restart_gets_the_first_receipt(path: Path) -> None:
    session = new_game(path)
    answers = {}
    for number in range(4):
        for words in (f"Call {number}", f"And {number}"):
            ref = f"ann-7.phone.{len(answers)}"
            answers[ref] = (Say((), words), session.submit("AAA", Say((), words), ref, ANN))
        play(session, 2, number)
    assert all(isinstance(answer, Receipt) for _, answer in answers.values())
    stood = standing(session)
    session.close()
    again = go_on(path)
    for ref, (command, answer) in answers.items():
        assert again.submit("AAA", command, ref, ANN) == answer
    assert standing(again) == stood
    again.close()


def test_the_receipt_says_where_it_stands_in_the_own_log(path: Path) -> None:
    session = new_game(path, "AAA", "BBB")
    stream = Stream(3, "people")
    for _ in range(25):
        seat, command = wishes(session, stream)
        receipt = session.submit(seat, command)
        assert isinstance(receipt, Receipt)
        entry = session.own_log(seat)[receipt.n - 1]
        assert entry.own is not None
        assert (entry.n, entry.own.ref, entry.own.command) == (receipt.n, receipt.ref, command)
        if session.finished:
            break


def test_a_ref_is_its_senders_own(path: Path) -> None:
    """Two people who share a seat may number alike; so may a person and a policy."""
    session = new_game(path)
    entries = len(session.log)
    for sender in (ANN, BO, None):
        assert isinstance(session.submit("AAA", HELLO, "1", sender), Receipt)
    assert [step.submission.by for step in session.log[entries:] if step.submission.ref == "1"] == [
        ANN,
        BO,
        at_keyboard("AAA"),
    ]


def test_another_command_under_a_used_ref_is_refused(path: Path) -> None:
    session = new_game(path, "AAA", "BBB")
    session.submit("AAA", HELLO, "1", ANN)
    before = standing(session)
    for seat, command in (("AAA", Say((), "Good night.")), ("BBB", HELLO), ("AAA", SetReady())):
        refusal = session.submit(seat, command, "1", ANN)
        assert isinstance(refusal, Refusal)
        assert refusal.code == "another-ref"
    assert standing(session) == before


def test_what_was_refused_may_be_sent_again(path: Path) -> None:
    """Nothing came of it; when it is sent again, it is judged as things stand then."""
    session = new_game(path)
    wish = GradeClaim("no-such-claim", "probable")
    for _ in range(2):
        assert isinstance(session.submit("AAA", wish, "1", ANN), Refusal)
    assert isinstance(session.submit("AAA", HELLO, "1", ANN), Receipt)


def test_a_ref_like_ours_takes_none_of_our_numbers(path: Path) -> None:
    session = new_game(path)
    ahead = f"AAA-{len(session.log) + 1}"
    assert isinstance(session.submit("AAA", HELLO, ahead), Receipt)
    for number in range(3):
        assert isinstance(session.submit("AAA", Say((), f"Once more, {number}.")), Receipt)
    said = [step.submission.command for step in session.log if isinstance(step.submission.command, Say)]
    assert len([command for command in said if command.words.startswith("Once more")]) == 3
    session.close()
    assert examine(read_log(path)).sound


def test_at_the_keyboard_equal_answers_give_equal_logs_and_codes(tmp_path: Path) -> None:
    games = [new_game(tmp_path / name, "AAA", "BBB") for name in ("one.crisis", "other.crisis")]
    for session in games:
        play(session, 15)
    assert games[0].log == games[1].log
    assert games[0].receipt == games[1].receipt
    for step in games[0].log:
        seat, _, number = step.submission.ref.rpartition("-")
        assert seat == step.submission.seat
        assert int(number) == step.n - 1


def test_each_sender_has_one_of_four_forms(path: Path) -> None:
    session = new_game(path)
    play(session, 10)
    session.time_over("AAA")
    session.time_over(None)
    senders = {step.submission.by for step in session.log}
    assert {SESSION, person("AAA")} < senders
    assert all(read_sender(sender) == sender for sender in senders)
    assert any(sender.startswith("policy:") for sender in senders)
    assert at_keyboard("facilitator") == "facilitator"
    assert is_person(ANN)
    assert not is_person(by_policy("hawk"))


@pytest.mark.parametrize(
    "words", ["person", "hawk", "clock", "person:", "person:a b", "policy:", "Session", "person:a\n", "person:é", "x:y"]
)
def test_another_sender_is_refused_in_one_sentence(words: str, path: Path) -> None:
    with pytest.raises(ValueError, match="person:KEY, facilitator, session or policy:NAME"):
        read_sender(words)
    session = new_game(path)
    before = standing(session)
    refusal = session.submit("AAA", HELLO, by=Sender(words))
    assert isinstance(refusal, Refusal)
    assert refusal.code == "no-such-sender"
    assert standing(session) == before


@pytest.mark.parametrize("ref", ["", " ", "a b", "x" * 201, "é", "half \ud800", "a\n"])
def test_a_ref_that_no_log_should_hold_is_refused(ref: str, path: Path) -> None:
    with pytest.raises(ValueError, match="ref"):
        read_ref(ref)
    session = new_game(path)
    before = standing(session)
    refusal = session.submit("AAA", HELLO, ref)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "no-such-ref"
    assert standing(session) == before


def test_nobody_is_the_session_by_saying_so(path: Path) -> None:
    """What the session alone may do is refused to a person in its seat, and to the session in another's."""
    session = new_game(path)
    over = next(command for command in _deadlines(path.with_name("other.crisis")))
    assert isinstance(session.submit(SESSION, over, by=ANN), Refusal)
    assert isinstance(session.submit("AAA", over, by=SESSION), Refusal)


def _deadlines(path: Path) -> list[Act]:
    session = new_game(path)
    session.time_over(None)
    return [entry.submission.command for entry in session.log if entry.submission.command.kind == "deadline-passed"]


# In saves -----------------------------------------------------------------------------------------------------------


def doubled(path: Path) -> int:
    """Make a save say of its last entry of a person that it was sent like one before; its number."""
    session = new_game(path)
    for number in range(3):
        session.submit("AAA", Say((), f"Call {number}"), f"ann-7.1.{number}", ANN)
    said = [step.n for step in session.log if step.submission.by == ANN]
    session.close()
    command, events = stored(path, said[-1])
    plain = from_canonical(command)
    store(path, said[-1], canonical({**plain, "ref": "ann-7.1.0"}), events)
    forge_chain(path)
    return said[-1]


def test_a_log_in_which_something_counts_twice_is_not_sound(path: Path) -> None:
    n = doubled(path)
    verdict = examine(read_log(path))
    assert not verdict.sound
    assert verdict.entries == n - 1
    assert verdict.fault.startswith(f"entry {n}: it was sent before, as entry ")
    with pytest.raises(SaveError, match=f"entry {n}: it was sent before"):
        go_on(path)


def test_a_rescue_keeps_what_stands_before_a_double(path: Path, tmp_path: Path) -> None:
    n = doubled(path)
    rescued = rescue(path, tmp_path / "rescued.crisis")
    assert rescued.entries == n - 1
    assert examine(read_log(rescued.path)).sound


def test_an_export_carries_senders_and_refs_and_is_verified_by_them(path: Path, tmp_path: Path) -> None:
    session = new_game(path)
    session.submit("AAA", HELLO, "ann-7.1.1", ANN)
    session.close()
    out = tmp_path / "game.jsonl"
    out.write_text("\n".join(export(read_log(path))), encoding="utf-8")
    lines = [json.loads(line)["command"] for line in out.read_text(encoding="utf-8").splitlines()[1:]]
    assert ("ann-7.1.1", ANN) in [(line["ref"], line["by"]) for line in lines]
    assert examine(read_log(out)).sound


@pytest.mark.parametrize(("key", "value"), [("by", "person"), ("by", "clock"), ("ref", ""), ("ref", "a b")])
def test_a_save_with_another_sender_or_ref_is_refused(key: str, value: str, path: Path) -> None:
    session = new_game(path)
    session.close()
    command, events = stored(path, 1)
    store(path, 1, canonical({**from_canonical(command), key: value}), events)
    forge_chain(path)
    with pytest.raises(SaveError, match=r"entry 1: its command cannot be read: it(s ref)? is "):
        go_on(path)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sent=st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3), st.booleans()), max_size=14), name=st.uuids())
def test_sent_once_or_often_in_any_order_the_log_is_the_same(
    sent: list[tuple[int, int, bool]], name: UUID, tmp_path: Path
) -> None:
    """Doubles and restarts anywhere: the log is that of each first sending alone."""
    folder = tmp_path / str(name)
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    often, once = new_game(folder / "often.crisis"), new_game(folder / "once.crisis")
    first: dict[tuple[Sender, str], object] = {}
    for who, number, restarts in sent:
        sender, ref = person(f"p{who}"), f"p{who}.1.{number}"
        command = Say((), f"{who} says {number}")
        answer = often.submit("AAA", command, ref, sender)
        if (sender, ref) not in first:
            first[sender, ref] = once.submit("AAA", command, ref, sender)
        assert answer == first[sender, ref]
        if restarts:
            often.close()
            often = go_on(folder / "often.crisis")
    assert [(entry.submission, entry.events) for entry in often.log] == [
        (entry.submission, entry.events) for entry in once.log
    ]
    assert often.receipt == once.receipt
    often.close()
    once.close()
