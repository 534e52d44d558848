"""Several people at one keyboard in lines: names, PINs and an order, and a curtain that tells nothing."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest

from crisis_game.exercise.people import Door, People, Person, Pin, keep_people, people_of
from crisis_game.exercise.saves_folder import list_saves
from crisis_game.plain import game, title
from crisis_game.plain.console import FORGET, Console
from crisis_game.plain.people import ask_people, lift_curtain
from crisis_game.texts import Wording, prose
from tests.exercise.playing import new_game, resumed

NAMES = Wording(names={"state": {"AAA": prose("Alder"), "BBB": prose("Brae"), "CCC": prose("Corr")}})
NO_PIN = ""


def lines(*answers: str) -> tuple[Console, StringIO]:
    """A console that is given these answers, and what it says."""
    said = StringIO()
    return Console(NAMES, StringIO("".join(f"{answer}\n" for answer in answers)), said), said


def test_names_pins_and_an_order_are_asked_and_no_pin_is_said() -> None:
    console, said = lines("Ann", "12", "1234", "1235", "1234", "1234", "Bo", NO_PIN, "", NO_PIN, "3", "0")
    people = ask_people(console, ("AAA", "BBB", "CCC"))
    assert people.order == ("CCC", "AAA", "BBB")
    assert [person.name for person in people.persons] == ["", "Ann", "Bo"]
    pin = people.of("AAA").pin
    assert pin is not None
    assert pin.fits("1234")
    assert "A PIN has 4 to 8 characters." in said.getvalue()
    assert "The two PINs are not the same." in said.getvalue()
    assert "1234" not in said.getvalue()


def test_the_curtain_asks_for_the_pin_and_wrong_ones_make_waits() -> None:
    answers, said = StringIO("1111\n1111\n1111\n1234\n1234\n"), StringIO()
    door = Door(lambda: 0.0 if answers.tell() < len(answers.getvalue()) else 100.0)
    lift_curtain(Console(NAMES, answers, said), Person("BBB", "Bo", Pin.of("1234")), door)
    words = " ".join(said.getvalue().split())
    assert "This is for Bo, Brae, alone." in words
    assert "Try again in 2 s." in words
    assert "1234" not in words
    assert "1111" not in words


def test_the_curtain_forgets_the_lines_above_in_a_terminal_alone() -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    for writing in (Terminal(), StringIO()):
        lift_curtain(Console(NAMES, StringIO("\n"), writing), Person("AAA"), Door())
        before, erasure, after = writing.getvalue().partition(FORGET)
        assert bool(erasure) == writing.isatty()
        assert "The curtain is down." in (after or before)


def test_people_sit_down_in_the_order_that_the_save_has(tmp_path: Path) -> None:
    opened = new_game(tmp_path / "game.crisis", "AAA", "BBB")
    assert opened.save is not None
    keep_people(opened, People((Person("BBB", "Bo"), Person("AAA", "Ann"))))
    console, said = lines("", "")
    assert game.run(opened, "en", console) == 0
    assert "This is for Bo" in said.getvalue()
    assert "This is for Ann" not in said.getvalue()
    opened.save.close()


def test_a_new_game_of_two_keeps_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRISIS_GAME_HOME", str(tmp_path))
    console, said = lines("1", "1", "1 2", "Ann", NO_PIN, "Bo", "4321", "4321", "2", "1")
    assert title.run("en", console) == 0
    (save,) = list_saves()
    people, fault = people_of(resumed(Path(save.path)))
    assert fault is None
    assert [person.name for person in people.persons] == ["Bo", "Ann"]
    assert "4321" not in said.getvalue()
