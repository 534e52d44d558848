"""How a policy values a text: its parts, its red line, and the price that it names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.engine.acts.ballots import CastVote
from crisis_game.engine.acts.talk import TakePosition
from crisis_game.engine.chance import Stream
from crisis_game.engine.seen import Seen
from crisis_game.engine.text_changes import changed
from crisis_game.players.character import CHARACTERS
from crisis_game.players.playout import playout
from crisis_game.players.policy import policy
from crisis_game.players.weighing import RED_LINE, YES, Value, Weighing
from crisis_game.scenario.draft import Draft, Motion, Switch
from crisis_game.scenario.model import Scenario


def weighing(scenario: Scenario, seat: str, character: str) -> tuple[Weighing, Seen]:
    game = playout(scenario, 4)
    for submission, _ in game.moves():
        if game.state.table.phase == "consultation" and submission.seat:
            break
    seen = Seen(scenario, game.state, seat)
    return Weighing(seen, CHARACTERS[character]), seen


def package(seen: Seen, name: str) -> Draft:
    return seen.packages[name].draft


def test_the_vote_follows_from_the_sum() -> None:
    assert Value(likes=2).vote == "yes"
    assert Value(likes=1).vote == "abstain"
    assert Value(likes=1, law=-4).vote == "no"
    assert Value(likes=6, red_line=True).total == RED_LINE


def test_a_crossed_red_line_outweighs_everything_once_it_was_declared_and_weighs_six_before(hesk: Scenario) -> None:
    eye, seen = weighing(hesk, "COR", "hawk")
    draft = package(seen, "steady-passage")
    spared = Draft(draft.lines, draft.motion, draft.aim, "", draft.basis, draft.claims, (Switch("exemptions"),))
    assert (eye.value(draft).undeclared, eye.value(spared).undeclared) == (-6, 0)
    seen.commitments.red_lines["COR"] = 1
    declared = Weighing(seen, CHARACTERS["hawk"])
    assert declared.value(draft).total == RED_LINE
    assert not declared.value(spared).red_line


def test_characters_look_at_force_with_different_eyes(hesk: Scenario) -> None:
    values = {}
    for name in CHARACTERS:
        eye, seen = weighing(hesk, "ARD", name)
        values[name] = eye.value(package(seen, "hard-line")).total
    assert values["hawk"] >= YES
    assert values["hawk"] > values["statesman"] > values["dove"]
    assert values["legalist"] < 0


def test_what_costs_weighs_most_with_a_free_rider(hesk: Scenario) -> None:
    cost = {name: weighing(hesk, "BEL", name) for name in ("hawk", "statesman", "free-rider")}
    parts = {name: eye.value(package(seen, "steady-passage")).cost for name, (eye, seen) in cost.items()}
    assert parts["hawk"] == 0
    assert parts["free-rider"] < parts["statesman"] < 0


@pytest.mark.parametrize("name", ["dove", "legalist", "statesman"])
def test_an_honest_price_would_bring_a_yes(hesk: Scenario, name: str) -> None:
    priced = 0
    for seat in hesk.members:
        eye, seen = weighing(hesk, seat, name)
        for bundle in seen.packages.values():
            wants = eye.wants(bundle.draft, None)
            draft: Draft | None = bundle.draft
            for change in wants:
                draft = changed(seen, draft, change) if draft is not None else None
            if wants:
                priced += 1
                assert draft is not None
                assert eye.value(draft).total >= YES
                assert len(wants) <= 2
    assert priced


def test_a_motion_is_worth_something_once(hesk: Scenario) -> None:
    eye, _ = weighing(hesk, "DEL", "dove")
    assert eye.value(Draft(motion=Motion("consult"))).total == YES
    assert eye.value(Draft()).total == 0


def test_a_policy_votes_as_it_said(hesk: Scenario) -> None:
    game = playout(hesk, 11, dict.fromkeys(hesk.members, "statesman"))
    said: dict[tuple[str, str], str] = {}
    kept = broken = 0
    for submission, _ in game.moves():
        command = submission.command
        if isinstance(command, TakePosition):
            said[submission.seat, command.text] = command.stance
        if isinstance(command, CastVote) and said.get((submission.seat, command.text)) == "support":
            kept, broken = kept + (command.vote == "yes"), broken + (command.vote == "no")
    assert kept
    assert not broken


def test_random_draws_only_what_is_possible(hesk: Scenario) -> None:
    seen = Seen(hesk, playout(hesk, 2).state, "EST")
    stream = Stream(9, "test")
    drawn = {type(policy("random").choose(seen, stream).command) for _ in range(80)}
    assert len(drawn) > 5


def test_where_a_text_is_full_the_price_makes_room_for_what_is_wished(hesk: Scenario) -> None:
    """Estrin wishes for limits, an end date and review; a text full of other clauses must give some up for them."""
    eye, seen = weighing(hesk, "EST", "statesman")
    draft = replace(package(seen, "squeeze"), clauses=(Switch("exemptions"), Switch("hearing"), Switch("inquiry")))
    possible = eye._possible(draft)
    assert [change.on for change in possible] == sorted(change.on for change in possible)
    assert {change.id for change in possible if not change.on and change.part == "clause"} >= {"exemptions"}
    room = replace(draft, clauses=draft.clauses[:2])
    assert not [change for change in eye._possible(room) if change.part == "clause" and not change.on]
