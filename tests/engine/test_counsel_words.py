"""Counsel's advice reads as sentences, one after the other, on every case of the casebook."""

from __future__ import annotations

import re

import pytest

from crisis_game.engine import codec
from crisis_game.engine.events.counsel import CounselGiven, worded
from crisis_game.exercise.chain import canonical, from_canonical
from crisis_game.law.casebook import case, ids
from crisis_game.law.counsel import advise
from crisis_game.texts import Wording

SPLIT = re.compile(r"(?<=[.?!”])\s+")


@pytest.mark.parametrize("name", ids())
def test_every_advice_is_whole_sentences(name: str) -> None:
    said = Wording().say(worded(advise(case(name).conduct)))
    assert ".." not in said
    assert ". and " not in said
    assert ". The other side will say: The other side" not in said
    assert said.endswith(".")
    for sentence in SPLIT.split(said):
        assert sentence[0].isupper() or sentence[0].isdigit(), said
    assert said.count("The other side will") == 1
    told = [one for one in SPLIT.split(said) if len(one) > len("Nothing within reach mends it.")]
    assert len(told) == len(set(told)), said


@pytest.mark.parametrize("name", ids())
def test_the_advice_of_an_event_read_from_a_save_is_the_same(name: str) -> None:
    given = CounselGiven("AAA", "aaa-1", case(name).conduct, ("AAA",))
    written = from_canonical(canonical(codec.write(given)))
    read = codec.read_kind({given.kind: CounselGiven}, written, "event")
    assert Wording().say(read.tell()) == Wording().say(worded(advise(case(name).conduct)))
