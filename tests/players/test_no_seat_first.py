"""No member has an advantage from its id: who speaks first changes, and of equal texts the first is joined."""

from __future__ import annotations

from itertools import pairwise

import pytest

from crisis_game.engine.acts.texts import Cosponsor
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.chance import Stream
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.players import table_moves
from crisis_game.players.character import CHARACTERS
from crisis_game.players.mind import Mind
from crisis_game.players.weighing import Weighing
from crisis_game.scenario.model import Scenario
from tests.engine import builders


def first_speakers(scenario: Scenario, seed: int) -> list[str]:
    """The policy that acts first in each round of a game in which one person only says that it is ready."""
    session = Session.start(scenario, {"ARD": "person"}, None, seed=seed)
    while not session.finished:
        assert isinstance(session.submit("ARD", SetReady()), Receipt)
    first: dict[int, str] = {}
    round_ = 0
    for entry in session.log:
        if round_ and entry.submission.by.removeprefix("policy:") in CHARACTERS:
            first.setdefault(round_, entry.submission.seat)
        round_ = max([round_, *(getattr(event, "round", 0) for event in entry.events if event.kind == "phase-entered")])
    return list(first.values())


def test_each_round_another_policy_speaks_first_beside_people(hesk: Scenario) -> None:
    speakers = first_speakers(hesk, 4)
    assert len(speakers) >= 3
    assert all(speaker != other for speaker, other in pairwise(speakers))


@pytest.mark.parametrize("order", [("aaa-1", "ccc-1"), ("ccc-1", "aaa-1")])
def test_of_equal_texts_a_policy_joins_the_one_tabled_first(order: tuple[str, str]) -> None:
    desk = builders.desk()
    desk.state.council.texts.clear()
    for id_ in order:
        builders.put_on_table(desk.state, id_, builders.CHAIR_TEXT, id_[:3].upper())
    seen, character = desk.seen("BBB"), CHARACTERS["statesman"]
    moves = table_moves.moves(Mind(seen, character, Weighing(seen, character), Stream(1, "policy")))
    assert next(command for command, _ in moves if isinstance(command, Cosponsor)) == Cosponsor(order[0])
