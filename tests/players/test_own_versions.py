"""What a policy makes of a package before it tables it."""

from __future__ import annotations

import pytest

from crisis_game.engine.chance import Stream
from crisis_game.players import drafting
from crisis_game.players.character import CHARACTERS
from crisis_game.players.mind import Mind
from crisis_game.scenario.model import Scenario
from tests.players.test_weighing import weighing


@pytest.mark.parametrize("character", CHARACTERS)
def test_no_version_has_more_clauses_than_a_text_can_and_wishes_displace_the_rest(
    hesk: Scenario, character: str
) -> None:
    for seat in hesk.members:
        eye, seen = weighing(hesk, seat, character)
        mind = Mind(seen, CHARACTERS[character], eye, Stream(1, "policy"))
        for package in seen.packages.values():
            own = drafting.own_version(mind, package.draft)
            wished, clauses = eye.wishes_for(own), {switch.clause for switch in own.clauses}
            wishes = {clause for clause in wished if clause in seen.clauses and clause not in eye.dislikes}
            assert len(clauses) <= seen.numbers.switches
            assert not clauses & set(eye.dislikes)
            assert wishes <= clauses or clauses <= wishes


def test_a_clause_that_does_nothing_in_a_text_displaces_none(hesk: Scenario) -> None:
    eye, seen = weighing(hesk, "COR", "dove")
    mind = Mind(seen, CHARACTERS["dove"], eye, Stream(1, "policy"))
    talks, squeeze = (drafting.own_version(mind, seen.packages[id_].draft) for id_ in ("way-out", "squeeze"))
    assert {switch.clause for switch in talks.clauses} == {"off-ramp", "hearing", "inquiry"}
    assert "exemptions" in eye.wishes
    assert squeeze.switch("exemptions") is not None
