"""A sentence that is put into another brings its own full stop; the other then adds none."""

from __future__ import annotations

import pytest

from crisis_game.texts import Text, Wording, prose

AIMS = {"aim": {"halt": prose("The attack is halted."), "passage": prose("Ships pass")}}


@pytest.mark.parametrize(
    ("put_in", "said"),
    [
        ("Belmare", "Lost: Belmare. Asked again."),
        ("The Lindis sank.", "Lost: The Lindis sank. Asked again."),
        ("Who laid it?", "Lost: Who laid it? Asked again."),
        ('"We looked."', 'Lost: "We looked." Asked again.'),
        ("Wait...", "Lost: Wait... Asked again."),
        ("at 3 p.m. or later", "Lost: at 3 p.m. or later. Asked again."),
        ("", "Lost: . Asked again."),
    ],
)
def test_there_is_one_full_stop(put_in: str, said: str) -> None:
    assert Wording().say(Text("Lost: {what}. Asked again.", {"what": put_in})) == said
    assert Wording().say(Text("Lost: {what}. Asked again.", {"what": Text("{it}", {"it": put_in})})) == said


def test_names_and_lists_bring_their_stop_too() -> None:
    wording = Wording("en", AIMS)
    assert wording.say(Text("Aim: {aim:aim}. Basis.", {"aim": "halt"})) == "Aim: The attack is halted. Basis."
    assert wording.say(Text("Aim: {aim:aim}. Basis.", {"aim": "passage"})) == "Aim: Ships pass. Basis."
    assert wording.say(Text("{all}.", {"all": (Text("One."), Text("two."))})) == "One and two."
    one = Text("{it}", {"it": "One."})
    assert wording.say(Text("{one}; two. {one} Three.", {"one": one})) == "One; two. One. Three."
    assert wording.say(Text("{all}; three.", {"all": (Text("One."), Text("two."))})) == "One and two; three."


def test_a_name_keeps_its_stop_before_a_comma() -> None:
    words = Text("{name}, {seat}; {all}, here", {"name": "Ines K.", "seat": "Arran", "all": ("Paul R.", "Sara M.")})
    assert Wording().say(words) == "Ines K., Arran; Paul R. and Sara M., here"


def test_a_placeholder_without_a_value_stays_as_it_is() -> None:
    assert Wording().say(Text("Lost: {what}. Asked.")) == "Lost: {what}. Asked."
