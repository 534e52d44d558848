"""Whole games by policies: they end, the same each time, and each policy in its own way."""

from __future__ import annotations

from collections import Counter

import pytest

from crisis_game.engine.act import Submission
from crisis_game.engine.acts.accountability import ReportToCouncil
from crisis_game.engine.acts.texts import TableText
from crisis_game.engine.acts.turns import BeginWave, Retract, SetReady, Start
from crisis_game.engine.chance import Stream
from crisis_game.engine.events.ballots import BallotCounted
from crisis_game.engine.events.texts import TextTabled
from crisis_game.engine.machine import step
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import State
from crisis_game.players.playout import playout
from crisis_game.players.policy import POLICIES, Choice, policy
from crisis_game.players.turns import PLAY
from crisis_game.scenario.library import find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.texts import Text


@pytest.fixture(scope="session")
def watch() -> Scenario:
    return load_scenario(find("first-watch"))


@pytest.mark.parametrize("name", POLICIES)
def test_every_policy_plays_to_an_ending(hesk: Scenario, name: str) -> None:
    state = playout(hesk, 7, dict.fromkeys(hesk.members, name)).run()
    assert state.table.phase not in PLAY
    assert state.table.ending in {ending.id for ending in hesk.endings}


def test_the_same_seed_gives_the_same_game(hesk: Scenario) -> None:
    first, second = ([submission for submission, _ in playout(hesk, 21).moves()] for _ in range(2))
    assert first == second


@pytest.mark.parametrize("name", POLICIES)
def test_every_move_is_accepted_with_the_same_events_where_it_is_checked_again(hesk: Scenario, name: str) -> None:
    again = State()
    step(hesk, again, Submission("start", "session", "session", Start(3)))
    for submission, events in playout(hesk, 3, dict.fromkeys(hesk.members, name)).moves():
        assert step(hesk, again, submission) == events


def test_a_choice_that_was_not_found_possible_is_checked(hesk: Scenario) -> None:
    class Confused:
        name = "confused"

        def choose(self, seen: Seen, stream: Stream) -> Choice:
            return Choice(Retract(), Text("By mistake."))

    game = playout(hesk, 3)
    game.seats = dict.fromkeys(hesk.members, Confused())
    with pytest.raises(RuntimeError, match="not-ready"):
        game.run()


def test_no_policy_repeats_itself_within_a_beat(hesk: Scenario) -> None:
    game = playout(hesk, 5, dict.fromkeys(hesk.members, "statesman"))
    times: Counter[tuple[object, ...]] = Counter()
    for submission, _ in game.moves():
        if not isinstance(submission.command, SetReady | BeginWave):
            times[game.state.table.round, game.state.table.phase, submission.seat, submission.command] += 1
    assert max(times.values()) == 1


def test_a_game_of_statesmen_is_short_enough_to_follow(hesk: Scenario) -> None:
    """Of what is read: to be ready, and that a wave begins, is told of nobody."""
    game = playout(hesk, 1, dict.fromkeys(hesk.members, "statesman"))
    told = [sent for sent, _ in game.moves() if not isinstance(sent.command, SetReady | BeginWave)]
    assert len(told) < 450


def test_statesmen_bargain(hesk: Scenario) -> None:
    commands = Counter(
        type(submission.command).__name__
        for seed in range(1, 11)
        for submission, _ in playout(hesk, seed, dict.fromkeys(hesk.members, "statesman")).moves()
    )
    assert commands["ReviseText"] >= 3
    assert commands["MakeOffer"] >= 3


def test_free_riders_table_nothing_and_hawks_do_not_report(hesk: Scenario) -> None:
    for name, never in (("free-rider", TableText), ("hawk", ReportToCouncil)):
        game = playout(hesk, 3, dict.fromkeys(hesk.members, name))
        assert not any(isinstance(submission.command, never) for submission, _ in game.moves())


def test_a_policy_wants_only_what_is_possible(hesk: Scenario) -> None:
    game = playout(hesk, 13)
    for number, _ in enumerate(game.moves()):
        if number % 7 or game.state.table.phase not in PLAY:
            continue
        for seat, player in game.seats.items():
            seen = Seen(hesk, game.state, seat)
            if seen.is_ready():
                continue
            command = policy(player.name).choose(seen, Stream(number, seat)).command
            assert command.refusal(seen) is None


def test_the_first_game_can_end_well_and_badly(watch: Scenario) -> None:
    endings = {playout(watch, seed).run().table.ending for seed in range(12)}
    assert endings >= {"port-works", "long-night"}


@pytest.mark.parametrize("name", ["statesman", "legalist", "hawk"])
def test_bargaining_comes_to_an_end(hesk: Scenario, name: str) -> None:
    game = playout(hesk, 8, dict.fromkeys(hesk.members, name))
    for _ in game.moves():
        if (game.state.table.phase, game.state.table.round) == ("consultation", 2):
            break
    state, stream = game.state, Stream(1, "test")
    for number in range(200):
        for seat, player in game.seats.items():
            command = player.choose(Seen(hesk, state, seat), stream).command
            if not isinstance(command, SetReady):
                step(hesk, state, Submission(f"t{number}{seat}", seat, name, command))
                break
        else:
            return
    pytest.fail("the policies do not come to rest")


@pytest.mark.parametrize("seed", [0, 22])
def test_nobody_tables_the_same_twice_in_a_round_or_votes_against_a_text_of_their_own(
    hesk: Scenario, seed: int
) -> None:
    """In these two games a seat did before: it gave its text up for another of the same words, and tabled it again."""
    game, tabled = playout(hesk, seed), Counter[tuple[object, ...]]()
    for _, events in game.moves():
        for event in events:
            if isinstance(event, TextTabled):
                tabled[game.state.round, event.seat, event.draft.lines, event.draft.motion] += 1
            if isinstance(event, BallotCounted):
                sponsors = game.state.council.texts[event.text].sponsors
                assert "no" not in {dict(event.votes)[seat] for seat in sponsors[:1]}
    assert set(tabled.values()) == {1}
