"""What policies do with sources that only they have, and when a victim declares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from crisis_game.conditions.condition import condition
from crisis_game.engine.act import Act
from crisis_game.engine.acts.alarm import DeclareAttacked
from crisis_game.engine.acts.knowledge import AskEvidence, RefuseEvidence, ShareEvidence
from crisis_game.engine.chance import Stream
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Gift
from crisis_game.engine.state import Commitment, State
from crisis_game.players import sharing, situation_moves
from crisis_game.players.character import CHARACTERS
from crisis_game.players.mind import Mind
from crisis_game.players.playout import playout
from crisis_game.players.weighing import Weighing
from crisis_game.scenario.model import Keeps, Scenario

NEVER = condition("false")


def kept(scenario: Scenario, keeps: Mapping[str, Keeps | None]) -> Scenario:
    sources = {id_: replace(source, keeps=keeps.get(id_, source.keeps)) for id_, source in scenario.sources.items()}
    return replace(scenario, sources=sources)


def mind(scenario: Scenario, state: State, seat: str, character: str = "statesman") -> Mind:
    seen = Seen(scenario, state, seat)
    return Mind(seen, CHARACTERS[character], Weighing(seen, CHARACTERS[character]), Stream(1, "policy"))


def shared(scenario: Scenario, state: State, seat: str, character: str = "statesman") -> set[str]:
    """What a seat would share with all now."""
    moves = sharing.moves(mind(scenario, state, seat, character))
    return {move.source for move, _ in moves if isinstance(move, ShareEvidence) and not move.to}


def only(scenario: Scenario, source: str, keeps: Keeps | None) -> Scenario:
    return kept(scenario, {source: keeps})


def test_what_costs_little_is_shared_at_once_unless_its_author_lets_it_be_kept(hesk: Scenario) -> None:
    state = playout(hesk, 3).state
    assert "esker-sonar" in shared(only(hesk, "esker-sonar", None), state, "DEL")
    assert "esker-sonar" not in shared(only(hesk, "esker-sonar", Keeps(NEVER)), state, "DEL")


def test_without_a_word_a_source_has_a_round_that_the_seed_draws(hesk: Scenario) -> None:
    scenario = only(hesk, "hale-track", None)
    first: list[int] = []
    for seed in range(40):
        state = playout(scenario, seed).state
        rounds = []
        for round_ in range(1, 9):
            state.table.round = round_
            rounds.append("hale-track" in shared(scenario, state, "EST"))
        assert rounds == sorted(rounds)
        first.append(rounds.index(True) + 1)
    assert {1, 7} <= set(first) <= set(range(1, 8))


def test_it_is_shared_once_its_time_has_come(hesk: Scenario) -> None:
    scenario = only(hesk, "hale-track", Keeps(condition("declared_attacked('BEL')")))
    state = playout(scenario, 3).state
    assert "hale-track" not in shared(scenario, state, "EST")
    state.commitments.attacked["BEL"] = (1, "lindis")
    assert "hale-track" in shared(scenario, state, "EST")


@pytest.mark.parametrize(("amount", "status", "tells"), [(2, "kept", True), (1, "kept", False), (2, "open", False)])
def test_a_price_that_was_paid_opens_even_the_books_of_who_shares_nothing(
    hesk: Scenario, amount: int, status: str, *, tells: bool
) -> None:
    scenario = only(hesk, "register-b", Keeps(NEVER, price=2))
    state = playout(scenario, 3).state
    promise = Commitment("p", "ARD", "FAR", Gift("pay", amount=amount), None, 1)
    promise.status = status  # type: ignore[assignment]
    state.commitments.promises["p"] = promise
    assert ("register-b" in shared(scenario, state, "FAR", "free-rider")) is tells


def test_home_must_bear_it(hesk: Scenario) -> None:
    scenario = only(hesk, "hale-track", Keeps(condition("true")))
    state = playout(scenario, 3).state
    state.accounts["EST"].home = 46
    assert "hale-track" not in shared(scenario, state, "EST")


def test_what_others_have_made_probable_is_no_secret_any_more(hesk: Scenario) -> None:
    scenario = kept(hesk, dict.fromkeys(hesk.sources, Keeps(NEVER)))
    state = playout(scenario, 3).state
    state.knowledge.open.add("hale-track")
    state.knowledge.public["vosk-hand"] = "suspected"
    state.knowledge.seats.get("BEL", {}).pop("vosk-hand", None)
    assert "casing" not in shared(scenario, state, "BEL")
    state.knowledge.public["vosk-hand"] = "probable"
    assert "casing" in shared(scenario, state, "BEL")


# Asked ---------------------------------------------------------------------------------------------------------------


def answered(scenario: Scenario, state: State, seat: str, character: str = "statesman") -> Act:
    """How a seat answers who asks it for evidence."""
    asked = mind(scenario, state, seat, character)
    return next(move for move, _ in sharing.answers(asked) if move.refusal(asked.seen) is None)


@pytest.mark.parametrize(
    ("keeps", "trust", "character", "answer"),
    [
        (Keeps(NEVER, asked=True), 2, "statesman", ShareEvidence("hale-track", ("DEL",))),
        (Keeps(NEVER, asked=True), 1, "statesman", RefuseEvidence("DEL", "vosk-hand", 0)),
        (Keeps(NEVER), 3, "statesman", RefuseEvidence("DEL", "vosk-hand", 0)),
        (Keeps(NEVER, price=3), 3, "statesman", RefuseEvidence("DEL", "vosk-hand", 3)),
        (Keeps(NEVER, asked=True), 3, "free-rider", RefuseEvidence("DEL", "vosk-hand", 0)),
    ],
)
def test_a_member_that_asks_is_shown_what_a_friend_may_see(
    hesk: Scenario, keeps: Keeps, trust: int, character: str, answer: Act
) -> None:
    scenario = only(hesk, "hale-track", keeps)
    state = playout(scenario, 3).state
    state.mail.wanted.append(("DEL", "EST", "vosk-hand"))
    state.accounts["EST"].trust["DEL"] = trust
    assert answered(scenario, state, "EST", character) == answer


def test_who_cares_for_proof_asks_once_a_round(hesk: Scenario) -> None:
    for character, asks in (("legalist", True), ("hawk", False)):
        asked = Counter(
            (seed, game.state.table.round)
            for seed in (5, 6, 7)
            for game in [playout(hesk, seed, {"DEL": character})]
            for submission, _ in game.moves()
            if submission.seat == "DEL" and isinstance(submission.command, AskEvidence)
        )
        assert bool(asked) is asks
        assert set(asked.values()) <= {1}


# The victim ----------------------------------------------------------------------------------------------------------


def declared(scenario: Scenario, change: Callable[[State], None]) -> int:
    """In how many of a hundred seeds Belmare would declare now."""
    times = 0
    for seed in range(100):
        state = playout(scenario, seed).state
        change(state)
        moves = situation_moves.moves(mind(scenario, state, "BEL"))
        times += any(isinstance(move, DeclareAttacked) for move, _ in moves)
    return times


def at(grade: str, *, keeps: bool) -> Callable[[State], None]:
    def change(state: State) -> None:
        state.knowledge.public["vosk-hand"] = grade  # type: ignore[assignment]
        if not keeps:
            state.knowledge.open.add("casing")

    return change


@pytest.mark.parametrize(
    ("grade", "keeps", "chance"),
    [("rumoured", False, 0), ("suspected", False, 40), ("suspected", True, 10), ("established", True, 70)],
)
def test_a_victim_declares_by_what_all_know_and_less_while_it_keeps_something(
    hesk: Scenario, grade: str, chance: int, *, keeps: bool
) -> None:
    assert abs(declared(hesk, at(grade, keeps=keeps)) - chance) <= 14


def test_a_story_can_have_another_chance(hesk: Scenario) -> None:
    states = {**hesk.states, "BEL": replace(hesk.states["BEL"], declares={"suspected": 100})}
    scenario = replace(hesk, states=states)
    assert declared(scenario, at("suspected", keeps=False)) == 100


def test_what_is_true_makes_no_difference_to_it(hesk: Scenario) -> None:
    for seed in range(12):
        told = set()
        for truth in hesk.truths:
            state = playout(hesk, seed).state
            state.world.truth = truth
            at("probable", keeps=True)(state)
            moves = situation_moves.moves(mind(hesk, state, "BEL"))
            told.add(any(isinstance(move, DeclareAttacked) for move, _ in moves))
        assert len(told) == 1
