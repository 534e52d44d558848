"""Games in which rows are looked for: played by characters from a seed, or by people as a row scripts them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from crisis_game.engine import codec
from crisis_game.engine.act import Submission
from crisis_game.engine.chance import draw
from crisis_game.engine.event import Event, apply
from crisis_game.engine.state import State
from crisis_game.players.character import CHARACTERS
from crisis_game.players.playout import going_on, opening, taken
from crisis_game.scenario.library import find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.model_trials import Choice, Given
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.workshop.rehearsal import SHIPPED, seating
from crisis_game.workshop.trial_game import TrialGame
from tests.mechanisms.effects import Fork, Occasion, holds
from tests.mechanisms.rows import Place

COUNCILS = (SHIPPED, "drawn", "random")
"""Who plays: the scenario's own council, characters drawn by lot, or chance alone in every seat."""

MOST_OCCASIONS = 4
"""How many of the times that an event happens in one game are tried."""


@dataclass(frozen=True, slots=True)
class Played:
    """A game with its log.

    Attributes:
        steps: each submission with its events.
    """

    scenario: Scenario
    steps: tuple[tuple[Submission, tuple[Event, ...]], ...]


@cache
def scenario_of(name: str) -> Scenario:
    """A scenario that comes with the game."""
    return load_scenario(find(name))


def played(name: str, council: str, seed: int) -> Played:
    """A game by a council from a seed."""
    scenario, state = scenario_of(name), State()
    seats = _drawn(scenario, seed) if council == "drawn" else seating(scenario, seed, council)
    first = opening(seed)
    steps = [(first, taken(scenario, state, first)), *going_on(scenario, state, seats).moves()]
    return Played(scenario, tuple(steps))


def scripted(name: str, script: Mapping[str, Any]) -> Played:
    """A game in which people do what a test of the scenario says, or the script's own choices; policies do the rest."""
    scenario = scenario_of(name)
    game = TrialGame(scenario, _given(scenario, script))
    game.begin()
    game.pass_time("the game ends")
    return Played(scenario, tuple((step.submission, step.events) for step in game.steps))


def _given(scenario: Scenario, script: Mapping[str, Any]) -> Given:
    """What a game by people begins with, and what they choose."""
    if "trial" in script:
        return next(trial.given for trial in scenario.trials if trial.id == script["trial"])
    choices = (Choice(move["seat"], _command(move), move.get("round"), move.get("beat")) for move in script["choices"])
    more = {key: value for key, value in script.items() if key != "choices"}
    return Given(**more, choices=tuple(choices))


def _command(move: Mapping[str, Any]) -> Mapping[str, Any]:
    command = move["command"]
    return {"kind": command} if isinstance(command, str) else command


def _drawn(scenario: Scenario, seed: int) -> dict[str, str]:
    characters = tuple(CHARACTERS)
    return {seat: characters[draw(seed, "policy", seat, 0, 0, len(characters) - 1)] for seat in scenario.members}


def occasions(game: Played, places: Mapping[str, Place]) -> dict[str, list[Occasion]]:
    """Where in a game the events of places happened: the first few times of each."""
    state, submissions = State(), [submission for submission, _ in game.steps]
    wanted = {place.event["kind"] for place in places.values()}
    came: dict[str, list[Occasion]] = {key: [] for key in places}
    for number, (_, events) in enumerate(game.steps):
        fork = None
        for place, event in enumerate(events):
            words = codec.write(event) if event.kind in wanted else {}
            for key in _matching(places, words) if words else ():
                if len(came[key]) < MOST_OCCASIONS:
                    fork = fork or Fork(game.scenario, state.fork(), submissions[number:])
                    came[key].append(Occasion(fork, place, words))
        for event in events:
            apply(state, event)
    return came


def reached(game: Played, places: Mapping[str, Place]) -> set[str]:
    """The places whose event happened in a game with its effect."""
    return {
        key
        for key, times in occasions(game, places).items()
        if any(holds(places[key].effect, occasion) for occasion in times)
    }


def _matching(places: Mapping[str, Place], words: Mapping[str, Any]) -> Iterator[str]:
    return (key for key, place in places.items() if all(_is(words, *wanted) for wanted in place.event.items()))


def _is(words: Any, path: str, wanted: Any) -> bool:
    for name in path.split("."):
        words = words.get(name) if isinstance(words, Mapping) else None
    if wanted == "some":
        return bool(words)
    return words in wanted if isinstance(wanted, list) else bool(words == wanted)
