"""The bar on what members say: how sentences are told apart, and that the shipped councils meet it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.scenario.library import find
from crisis_game.scenario.model import Sayings, Voice
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.texts import prose
from crisis_game.workshop.bars.sentences import frame_of, frames_of, reasons, spoken

VOICE = Voice(
    "harbour",
    yes=Sayings(likes=(prose("{measure} is good."), prose("{measure} is as good as {missing} is good."))),
    no=Sayings(cost=(prose("Not for {number} (or less)."), prose("No."))),
)
FRAMES = frames_of([VOICE])


@pytest.mark.parametrize(
    ("words", "frame", "names"),
    [
        ("‘Escort’ is good.", "{measure} is good.", True),
        ("‘Escort’ is as good as ‘Review’ is good.", "{measure} is as good as {missing} is good.", True),
        ("Not for 3 coins (or less).", "Not for {number} (or less).", True),
        ("No.", "No.", False),
        ("We cannot support this text.", "We cannot support this text.", False),
        ("Not for 3 coins or less", "Not for 3 coins or less", False),
    ],
)
def test_a_sentence_is_known_again_with_its_names_left_out(words: str, frame: str, names: bool) -> None:
    known = frame_of(words, FRAMES)
    assert (known.words, known.names) == (frame, names)


def test_the_members_of_hesk_strait_repeat_themselves_little_and_name_what_they_speak_of() -> None:
    rows = list(spoken(load_scenario(find("hesk-strait")), range(6)))
    assert [row.met for row in rows] == [True, True], [row.cells for row in rows]


def test_without_voices_nobody_names_anything() -> None:
    """The bar can be missed: by the plain sentences that are left, each said too often."""
    mute = replace(load_scenario(find("first-watch")), voices={})
    assert [row.met for row in spoken(mute, range(2))] == [False, False]
    assert set(reasons(mute, 0)) <= {
        "We can support this text.",
        "We cannot support this text.",
        "We can neither carry it nor stand in its way.",
    }
