"""The people at one keyboard: kept outside the chain, a PIN never as itself, and nothing hostile believed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from crisis_game.cli import main
from crisis_game.exercise.people import People, Person, Pin, keep_people, people_of, read_people, tidy_name, wait_after
from crisis_game.exercise.session_opening import go_on
from crisis_game.exercise.verify import read_log, verify
from tests.exercise.playing import new_game

MEMBERS = ("AAA", "BBB", "CCC")
SOUND = {"seat": "AAA", "name": "Ann", "salt": "00" * 16, "hash": "11" * 32}


def test_people_come_back_from_a_save_that_verifies_as_before(tmp_path: Path) -> None:
    session = new_game(tmp_path / "game.crisis", "BBB", "AAA")
    assert session.save is not None
    assert people_of(session)[0].order == ("AAA", "BBB")
    head = session.head
    people = People((Person("BBB", "Bo", Pin.of("sesame")), Person("AAA", "Ann")))
    keep_people(session, people)
    session.save.close()
    assert b"sesame" not in (tmp_path / "game.crisis").read_bytes()
    again = go_on(tmp_path / "game.crisis")
    people_again, fault = people_of(again)
    assert (people_again, fault, again.head) == (people, None, head)
    assert again.save is not None
    again.save.close()
    assert verify(read_log(tmp_path / "game.crisis"), again.authored).sound


def test_a_pin_fits_itself_alone_and_is_salted() -> None:
    pin = Pin.of("12345678")
    assert pin.fits("12345678")
    assert not any(map(pin.fits, ("", "1234567", "123456789", "12345679")))
    assert Pin.of("12345678") != pin
    for short_or_long in ("123", "123456789"):
        with pytest.raises(ValueError, match="4 to 8"):
            Pin.of(short_or_long)


@pytest.mark.parametrize(
    "written",
    [
        {},
        "AAA",
        [1],
        [[]],
        [{"seat": "ZZZ"}],
        [{"seat": ["AAA"]}],
        [{}],
        [SOUND, SOUND],
        [SOUND] * 99,
        [SOUND | {"name": "x" * 25}],
        [SOUND | {"name": "\u202eAnn"}],
        [SOUND | {"name": "\x1b[2J"}],
        [SOUND | {"salt": ""}],
        [SOUND | {"hash": "no hex"}],
        [SOUND | {"hash": None}],
        [SOUND | {"more": ""}],
    ],
)
def test_a_hostile_row_is_told_and_left_out(written: Any) -> None:
    people, fault = read_people(written, MEMBERS)
    assert people == People()
    assert fault is not None
    assert "cannot be read" in fault.msgid


def test_without_a_row_nothing_is_told() -> None:
    assert read_people(None, MEMBERS) == (People(), None)


def test_the_order_is_changed_place_by_place_and_says_who_is_next() -> None:
    people = People().only(MEMBERS)
    assert people.moved("CCC", -1).order == ("AAA", "CCC", "BBB")
    assert people.moved("CCC", -9).order == ("CCC", "AAA", "BBB")
    assert people.moved("AAA", 1).order == ("BBB", "AAA", "CCC")
    assert people.moved("CCC", 1).order == MEMBERS
    assert people.moved("CCC", -2).first(("AAA", "CCC")) == "CCC"
    assert people.moved("CCC", -2).only(("AAA", "BBB")).order == ("AAA", "BBB")
    assert people.first(()) is None
    assert people.first(("observer",)) == "observer"


def test_waits_grow_and_end() -> None:
    waits = [wait_after(tries) for tries in range(12)]
    assert waits[:5] == [0, 0, 0, 2, 4]
    assert waits == sorted(waits)
    assert waits[-1] == wait_after(10**9) == 30


def test_names_are_printable_and_short() -> None:
    assert tidy_name("  Ann\x1b[2J\u202e ") == "Ann[2J"
    assert len(tidy_name("x" * 99)) == 24


def test_an_instructor_clears_pins_and_keeps_the_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "game.crisis"
    session = new_game(path, "AAA", "BBB")
    assert session.save is not None
    keep_people(session, People((Person("BBB", "Bo", Pin.of("1234")), Person("AAA", "Ann"))))
    session.save.close()
    assert main(["saves", "--clear-pins", str(path)]) == 0
    assert "PINs cleared: 1." in capsys.readouterr().out
    again = go_on(path)
    assert people_of(again)[0] == People((Person("BBB", "Bo"), Person("AAA", "Ann")))
    assert again.save is not None
    assert "hash" not in json.dumps(again.save.outside["people"])
    again.save.close()
