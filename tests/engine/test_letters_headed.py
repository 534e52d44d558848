"""Who speaks in a letter is said in words: an author's, or a name that every reader knows; never by an id."""

from __future__ import annotations

import pytest

from crisis_game.engine.seen import Seen
from crisis_game.engine.view import View
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Prose
from tests.assessment.games import game

GAMES = [
    (name, seed, policy) for name in ("hesk-strait", "first-watch", "tiny") for seed, policy in ((1, ""), (2, "random"))
]


@pytest.mark.parametrize(("name", "seed", "policy"), GAMES)
def test_no_letter_is_headed_by_an_id(name: str, seed: int, policy: str) -> None:
    played = game(name, seed, policy)
    known = names(played.scenario)["seat"]
    letters = View(Seen(played.scenario, played.state, FACILITATOR)).mail
    spoken = {one.sender for one in letters if isinstance(one.sender, str) and one.sender and one.channel != "hint"}
    assert spoken - known.keys() == set()
    assert all(one.title or one.sender or one.words or one.counsel for one in letters if one.channel != "hint")


def test_what_the_world_does_by_itself_comes_from_nobody() -> None:
    played = game("hesk-strait", 1)
    told = [
        one for one in View(Seen(played.scenario, played.state, FACILITATOR)).mail if one.id.startswith("reaction:")
    ]
    assert told
    assert {one.sender for one in told} == {""}
    assert all(isinstance(one.words, Prose) and one.words for one in told)
