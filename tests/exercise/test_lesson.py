"""A lesson: who comes in, who becomes whom, and that a host that was started anew knows everybody."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crisis_game.engine.act import Refusal
from crisis_game.engine.acts.facilitator import HandSeat
from crisis_game.engine.acts.turns import Retract, SetReady
from crisis_game.exercise import lesson_file
from crisis_game.exercise.knocks import NotLetInError
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_file import Attendee, digest, new_token
from crisis_game.exercise.presence import HERE_FOR
from crisis_game.exercise.save import SaveError
from crisis_game.exercise.sitting import PERSON, Receipt


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    return Lesson.open(tmp_path / "lesson", "first-watch", seed=7)


def seat_of(lesson: Lesson, token: str) -> str:
    attendee = lesson.who(token)
    assert attendee is not None
    return attendee.seat


def key_of(lesson: Lesson, token: str) -> str:
    attendee = lesson.who(token)
    assert attendee is not None
    return attendee.key


def test_the_code_opens_the_door_however_it_is_typed(lesson: Lesson) -> None:
    code = lesson.record.code
    assert lesson.knows(code)
    assert lesson.knows(f" {code[:3].lower()} {code[3:].lower()} ")
    assert not lesson.knows(code[:-1])
    assert not lesson.knows("Ä" * 6)


def test_who_names_no_seat_gets_the_emptiest(lesson: Lesson) -> None:
    members = lesson.scenario.members
    tokens = [lesson.join(f"Person {number}") for number in range(len(members))]
    assert sorted(seat_of(lesson, token) for token in tokens) == sorted(members)


def test_a_token_says_who_one_is_and_is_not_kept(lesson: Lesson) -> None:
    token = lesson.join("Sara")
    assert lesson.who(token) == lesson.attendees[0]
    assert lesson.who(token[:-1]) is None
    assert token not in (lesson.folder / lesson_file.FILE).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["", "  ", "\x00\x1b\u202e"])
def test_nobody_comes_in_without_a_name(lesson: Lesson, name: str) -> None:
    with pytest.raises(NotLetInError):
        lesson.join(name)
    assert lesson.attendees == ()


def test_there_is_no_seat_of_that_name(lesson: Lesson) -> None:
    with pytest.raises(NotLetInError):
        lesson.join("Sara", "XYZ")


def test_nobody_becomes_somebody_without_the_facilitators_yes(lesson: Lesson) -> None:
    first = lesson.join("Sara")
    second = lesson.join("sara")
    assert lesson.who(second) is None
    knock = lesson.knocking(second)
    assert knock is not None
    lesson.let_in(knock)
    assert lesson.who(second) == lesson.who(first)
    assert lesson.knocking(second) is None


def test_who_was_turned_away_stays_outside(lesson: Lesson) -> None:
    lesson.join("Sara")
    second = lesson.join("Sara")
    lesson.turn_away(lesson.knocks[0])
    assert lesson.who(second) is None
    assert lesson.knocking(second) is None


def test_somebody_of_the_roster_comes_in_by_name_once(lesson: Lesson) -> None:
    lesson.enrol((Attendee("p1", "Sara Mint", lesson.scenario.members[1]),))
    token = lesson.join("sara mint")
    assert seat_of(lesson, token) == lesson.scenario.members[1]
    assert lesson.who(lesson.join("Sara Mint")) is None


def test_a_host_started_anew_knows_everybody(lesson: Lesson) -> None:
    token = lesson.join("Sara")
    lesson.close()
    again = Lesson.resume(lesson.folder)
    assert again.who(token) == lesson.who(token)
    assert again.record == lesson.record
    again.begin()
    again.close()
    third = Lesson.resume(lesson.folder)
    assert third.councils[0].session is not None
    assert third.councils[0].session.persons == (seat_of(lesson, token),)


def test_it_begins_once_and_with_somebody(lesson: Lesson) -> None:
    with pytest.raises(NotLetInError):
        lesson.begin()
    lesson.join("Sara")
    lesson.begin()
    with pytest.raises(NotLetInError):
        lesson.begin()


def test_what_is_done_is_entered_under_the_persons_key(lesson: Lesson) -> None:
    seat = lesson.scenario.members[0]
    first, second = (lesson.join(name, seat) for name in ("Sara", "Theo"))
    lesson.begin()
    assert lesson.councils[0].session is not None
    answer = lesson.submit(key_of(lesson, first), SetReady(), "p1.a.1")
    assert isinstance(answer, Receipt)
    assert [step.submission.by for step in lesson.councils[0].session.log if step.submission.ref == "p1.a.1"] == [
        "person:p1"
    ]
    assert lesson.submit(key_of(lesson, first), SetReady(), "p1.a.1") == answer
    assert key_of(lesson, second) == "p2"


def test_the_head_of_a_delegation_says_when_it_is_ready(lesson: Lesson) -> None:
    seat, other = lesson.scenario.members[:2]
    head, second = (lesson.join(name, seat) for name in ("Sara", "Theo"))
    lesson.join("Mia", other)  # whom the beat still waits for
    lesson.begin()
    refusal = lesson.submit(key_of(lesson, second), SetReady(), "p2.a.1")
    assert isinstance(refusal, Refusal)
    assert refusal.code == "not-head"
    assert isinstance(lesson.submit(key_of(lesson, head), SetReady(), "p1.a.1"), Receipt)
    assert isinstance(lesson.submit(key_of(lesson, second), Retract(), "p2.a.2"), Refusal)


def test_where_the_head_is_away_the_next_speaks(tmp_path: Path) -> None:
    time = [0.0]
    lesson = Lesson.open(tmp_path / "lesson", "first-watch", seed=7)
    lesson._now = lambda: time[0]
    seat = lesson.scenario.members[0]
    first, second = (lesson.join(name, seat) for name in ("Sara", "Theo"))
    lesson.begin()
    lesson.hear(key_of(lesson, first))
    assert lesson.councils[0].head(seat) == lesson.who(first)
    time[0] = HERE_FOR + 1
    lesson.hear(key_of(lesson, second))
    assert lesson.councils[0].head(seat) == lesson.who(second)
    lesson.presence.opened(key_of(lesson, first))
    assert lesson.councils[0].head(seat) == lesson.who(first)


def test_who_comes_late_takes_the_seat_from_a_policy(lesson: Lesson) -> None:
    first, other = lesson.scenario.members[:2]
    lesson.join("Sara", first)
    lesson.begin()
    assert lesson.councils[0].session is not None
    assert lesson.councils[0].session.holders[other] != PERSON
    late = lesson.join("Theo", other)
    assert lesson.councils[0].session.holders[other] == PERSON
    attendee = lesson.who(late)
    assert attendee is not None
    assert attendee.late


def test_while_a_policy_plays_a_seat_its_people_wait(lesson: Lesson) -> None:
    first, other = lesson.scenario.members[:2]
    token = lesson.join("Sara", first)
    lesson.join("Theo", other)
    lesson.begin()
    assert isinstance(lesson.councils[0].direct(HandSeat(first, "random")), Receipt)
    refusal = lesson.submit(key_of(lesson, token), SetReady(), "p1.a.1")
    assert isinstance(refusal, Refusal)
    assert refusal.code == "policy-plays"
    lesson.councils[0].direct(HandSeat(first, PERSON))
    assert isinstance(lesson.submit(key_of(lesson, token), SetReady(), "p1.a.2"), Receipt)


def test_tokens_of_facilitator_and_projector_open_their_own_doors(lesson: Lesson) -> None:
    facilitator, projector = lesson.desk_tokens()
    assert lesson.is_facilitator(facilitator)
    assert not lesson.is_facilitator(projector)
    assert lesson.may_project(projector)
    assert lesson.may_project(facilitator)
    assert lesson.who(facilitator) is None
    assert not lesson.may_project(lesson.join("Sara"))


def test_the_facilitator_of_an_earlier_start_is_still_the_facilitator(lesson: Lesson) -> None:
    first, _ = lesson.desk_tokens()
    lesson.close()
    again = Lesson.resume(lesson.folder)
    second, _ = again.desk_tokens()
    assert again.is_facilitator(first)
    assert again.is_facilitator(second)
    assert first != second


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"lesson": 2}, "form 2"),
        ({"facilitator": ["x"]}, "a token"),
        ({"code": 7}, "a text"),
        ({"strange": 1}, "nothing of this name"),
        ({"attendees": [{"key": "../p1", "name": "x", "seat": "AAA"}]}, "keys of their own"),
        ({"attendees": [{"key": "p1", "name": "x", "seat": "XYZ"}]}, "no seat XYZ"),
        ({"attendees": [{"key": "p1", "name": "x\u202e", "seat": "BRE"}]}, "no name"),
        ({"attendees": [{"key": "p1", "name": "", "seat": "BRE"}]}, "no name"),
        ({"attendees": [{"key": "p1", "name": "x", "seat": "BRE", "tokens": ["0" * 64] * 2}]}, "of two"),
        ({"policies": {"XYZ": "random"}}, "no seat XYZ"),
        ({"policies": {"BRE": "no-such"}}, "no policy no-such"),
        ({"code": ""}, "its code"),
        ({"seed": -1}, "its seed"),
    ],
)
def test_a_forged_lesson_is_refused_in_one_sentence(lesson: Lesson, change: dict[str, object], words: str) -> None:
    lesson.close()
    path = lesson.folder / lesson_file.FILE
    record = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(record | change), encoding="utf-8")
    with pytest.raises(SaveError, match=words):
        Lesson.resume(lesson.folder)


@pytest.mark.parametrize("written", [b"", b"[", b"\xff", b"[" * 100_000, b"null"])
def test_what_is_no_lesson_is_refused_in_one_sentence(lesson: Lesson, written: bytes) -> None:
    lesson.close()
    (lesson.folder / lesson_file.FILE).write_bytes(written)
    with pytest.raises(SaveError):
        Lesson.resume(lesson.folder)


def test_a_lesson_has_one_host(lesson: Lesson) -> None:
    assert sorted(path.name for path in lesson.folder.iterdir()) == ["lesson.json", "lesson.lock"]
    for begun in (False, True):
        if begun:
            lesson.join("Sara")
            lesson.begin()
        with pytest.raises(SaveError, match="open in another window"):
            Lesson.resume(lesson.folder)
    lesson.close()
    Lesson.resume(lesson.folder).close()
    Lesson.resume(lesson.folder).close()


def test_a_folder_without_a_lesson_is_left_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="there is no lesson in it"):
        Lesson.resume(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_who_asks_twice_with_a_token_of_their_own_comes_in_once(lesson: Lesson) -> None:
    token = new_token()
    assert lesson.join("Sara", proposed=token) == token
    assert lesson.join("sara", proposed=token) == token
    assert [who.name for who in lesson.attendees] == ["Sara"]
    assert lesson.knocks == []
    other = lesson.join("Theo", proposed=token)
    assert other != token
    assert lesson.who(token) == lesson.attendees[0]
    assert lesson.who(other) == lesson.attendees[1]
    assert lesson.join("Mia", proposed="weak") != "weak"


def test_at_the_door_nobody_takes_the_place_of_who_waits(lesson: Lesson) -> None:
    lesson.join("Sara")
    mine = lesson.join("Sara", proposed=new_token())
    assert lesson.join("Sara", proposed=mine) == mine
    with pytest.raises(NotLetInError, match="waits at the door already"):
        lesson.join("SARA")
    lesson.let_in(lesson.knocks[0])
    assert lesson.who(mine) == lesson.attendees[0]


def test_a_name_is_the_same_however_it_is_typed(lesson: Lesson) -> None:
    lesson.join("José  Maria")
    for other in ("jose\u0301 maria", "ＪＯＳÉ MARIA"):
        assert lesson.who(lesson.join(other)) is None
        lesson.turn_away(lesson.knocks[0])
    assert len(lesson.attendees) == 1


def test_who_has_a_personal_link_is_not_taken_by_name(lesson: Lesson) -> None:
    lesson.enrol((Attendee("p1", "Sara Mint", lesson.scenario.members[1]),))
    link = lesson.new_link("p1")
    assert lesson.who(lesson.join("Sara Mint")) is None
    assert lesson.who(link) == lesson.attendees[0]


def test_who_could_not_get_the_seat_gets_it_when_they_ask_again(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, other = lesson.scenario.members[:2]
    lesson.join("Sara", first)
    lesson.begin()
    assert lesson.councils[0].session is not None
    token = new_token()
    with monkeypatch.context() as full:
        full.setattr(lesson.councils[0].session, "submit", _disk_is_full)
        with pytest.raises(SaveError):
            lesson.join("Theo", other, token)
    assert lesson.join("Theo", other, token) == token
    assert lesson.councils[0].session.holders[other] == PERSON
    assert len(lesson.attendees) == 2


def _disk_is_full(*_: object, **__: object) -> None:
    raise SaveError("the disk is full")


def test_the_hash_of_a_token_is_sha256() -> None:
    assert digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
