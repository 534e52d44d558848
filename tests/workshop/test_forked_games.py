"""A game that is forked at a decision and played on is the game that would have been played so from the start."""

from __future__ import annotations

from functools import partial

import pytest

from crisis_game.players.policy import Policy
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.library import find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.workshop.counterfactual_games import Tabling, Weighed, play_weighed
from crisis_game.workshop.perturbed_policies import Perturbation, Tabled, Turned, Withheld
from crisis_game.workshop.rehearsal import seating
from crisis_game.workshop.rehearsed_game import RunningGame, play_through

SEED = 5


@pytest.fixture(scope="module", params=["first-watch", "hesk-strait"])
def scenario(request: pytest.FixtureRequest) -> Scenario:
    return load_scenario(find(request.param))


@pytest.fixture(scope="module")
def weighed(scenario: Scenario) -> Weighed:
    return play_weighed(scenario, SEED, seating(scenario, SEED, None))


def same(scenario: Scenario, forked: RunningGame, perturb: Perturbation) -> None:
    """Play a forked game, and the same from the start: both come to the same."""
    played, whole = forked.play(), play_through(scenario, SEED, seating(scenario, SEED, None), perturb)
    assert (played.history, played.ends, played.actions) == (whole.history, whole.ends, whole.actions)


def test_the_game_is_the_one_that_is_played_unwatched(scenario: Scenario, weighed: Weighed) -> None:
    plain = play_through(scenario, SEED, seating(scenario, SEED, None))
    assert (weighed.game.history, weighed.game.ends, weighed.game.actions) == (plain.history, plain.ends, plain.actions)


def test_a_fork_from_any_beat_without_another_choice_ends_the_same(weighed: Weighed) -> None:
    for course in weighed.beats.values():
        assert course.fork().play().history == weighed.game.history


def test_another_vote_or_delivery_comes_to_the_same_from_its_beat_on(scenario: Scenario, weighed: Weighed) -> None:
    def instead(seat: str, kind: type[Turned] | type[Withheld], round_: int, at: str, player: Policy) -> Policy:
        return kind(player, round_) if at == seat else player

    choices = [*weighed.decisions.votes, *weighed.decisions.deliveries]
    assert choices
    for kind, beats in ((Turned, weighed.decisions.votes), (Withheld, weighed.decisions.deliveries)):
        for (seat, round_), beat in list(beats.items())[:4]:
            perturb = partial(instead, seat, kind, round_)
            same(scenario, weighed.beats[beat].fork(perturb), perturb)


def other_text(tabling: Tabling, draft: Draft, turn: int, at: str, player: Policy) -> Policy:
    """A seat that tables another text at a turn."""
    return Tabled(player, turn, draft) if at == tabling.seat else player


def test_another_text_comes_to_the_same_from_its_beat_on(scenario: Scenario, weighed: Weighed) -> None:
    """Within a beat the texts of a seat are counted from 0; from the start they are counted through the game."""
    tablings = weighed.decisions.tablings
    assert any(candidate.others for candidate in tablings)
    for number, tabling in enumerate(tablings):
        before = sum(earlier.seat == tabling.seat for earlier in tablings[:number])
        for _, _, draft in tabling.others[:2]:
            forked = weighed.beats[tabling.beat].fork(partial(other_text, tabling, draft, tabling.turn))
            same(scenario, forked, partial(other_text, tabling, draft, before))
