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
    spoken = {
        letter.sender
        for letter in letters
        if isinstance(letter.sender, str) and letter.sender and letter.channel != "hint"
    }
    assert spoken - known.keys() == set()
    assert all(
        letter.title or letter.sender or letter.words or letter.counsel
        for letter in letters
        if letter.channel != "hint"
    )


def test_what_the_world_does_by_itself_comes_from_nobody() -> None:
    played = game("hesk-strait", 1)
    letters = [
        letter
        for letter in View(Seen(played.scenario, played.state, FACILITATOR)).mail
        if letter.id.startswith("reaction:")
    ]
    assert letters
    assert {letter.sender for letter in letters} == {""}
    assert all(isinstance(letter.words, Prose) and letter.words for letter in letters)
