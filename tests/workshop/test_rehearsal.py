"""A rehearsal: what it tells, and that it tells the same again."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from crisis_game.conditions.condition import Condition, condition
from crisis_game.conditions.conjuncts import conjuncts
from crisis_game.conditions.parser import MOST_TOKENS
from crisis_game.players.levels import ABLE, LEVELS
from crisis_game.players.policy import CharacterPolicy
from crisis_game.scenario.library import ScenarioFiles, find
from crisis_game.scenario.model import Scenario
from crisis_game.workshop.rehearsal import Plan, Tally, rehearse, seating, seeds
from crisis_game.workshop.rehearsed_game import RunningGame
from tests.outcome import crash


@pytest.fixture(scope="module")
def files() -> ScenarioFiles:
    return find("first-watch")


def result(files: ScenarioFiles, plan: Plan) -> dict[str, object]:
    rehearsed = dict(rehearse(files, plan).result)
    del rehearsed["timing"]
    return rehearsed


def test_it_tells_what_the_contract_names(files: ScenarioFiles) -> None:
    rehearsed = rehearse(files, Plan(games=6)).result
    assert {"games", "finished", "actions", "endings", "scores", "injects", "unreached", "timing"} <= set(rehearsed)
    assert rehearsed["games"] == rehearsed["finished"] == sum(rehearsed["endings"].values()) == 6
    assert set(rehearsed["unreached"]) == {"injects", "endings", "options", "rules"}
    assert all(0 <= mean <= 1 for means in rehearsed["scores"].values() for mean in means.values())

    assert {id_: sum(wording["games"] for wording in several) for id_, several in rehearsed["wordings"].items()} == {
        "denial": rehearsed["injects"]["denial"]
    }
    wanting = {part["part"]: part for part in rehearsed["wanting"]["wrong-door"]}
    assert list(wanting) == ["in_force('cyber-countermeasure')", "truth('gang')"]
    assert sum(part["alone"] for part in wanting.values()) <= 6 - rehearsed["endings"]["wrong-door"]
    assert [part["games"] for part in rehearsed["wanting"]["long-night"]] == [0]
    assert rehearsed["wanting"]["port-works"][0]["games"] <= 6 - rehearsed["endings"]["port-works"]


def test_a_condition_falls_into_the_parts_that_must_all_hold() -> None:
    line = "accused and (grip < 20 or settled) and not mandate"
    assert [part.source for part in conjuncts(condition(line))] == ["accused", "grip < 20 or settled", "not mandate"]
    assert [part.source for part in conjuncts(condition("accused or settled"))] == ["accused or settled"]


def test_several_conditions_longer_than_a_line_may_be_are_one_part() -> None:
    line = "grip < 20 or settled"
    together = Condition(" and ".join([f"({line})"] * MOST_TOKENS), condition(line).tree)
    assert conjuncts(together) == (together,)


def test_two_processes_give_the_result_of_one(files: ScenarioFiles) -> None:
    single, double = (result(files, Plan(games=20, seed=5, jobs=jobs)) for jobs in (1, 2))
    assert single == double


def test_another_seed_gives_another_rehearsal(files: ScenarioFiles) -> None:
    assert seeds(Plan(games=4, seed=1)) != seeds(Plan(games=4, seed=2))
    assert result(files, Plan(games=6, seed=1)) != result(files, Plan(games=6, seed=2))


def test_a_named_policy_holds_all_seats_and_none_mixes_them(files: ScenarioFiles) -> None:
    assert list(rehearse(files, Plan(games=2, policy="dove")).result["scores"]) == ["dove"]
    assert len(rehearse(files, Plan(games=12)).result["scores"]) > 3


def test_policies_play_at_the_level_that_is_asked_for(files: ScenarioFiles, hesk: Scenario) -> None:
    """All of them do, but for those that only measure; and what came of it says so."""
    held = dict.fromkeys(hesk.members, "statesman") | {"ARD": "absent"}
    for level in LEVELS:
        players = RunningGame.begun(hesk, 3, held, level=level).players
        able = {seat: player.character.able for seat, player in players.items() if isinstance(player, CharacterPolicy)}
        assert able == dict.fromkeys(set(hesk.members) - {"ARD"}, level == ABLE)
    rehearsed = result(files, Plan(games=2, level=ABLE))
    assert rehearsed["level"] == ABLE
    assert rehearsed["finished"] == 2


def test_seats_are_drawn_by_the_seed_of_the_game(hesk: Scenario) -> None:
    assert seating(hesk, 3, None) == seating(hesk, 3, None)
    assert any(seating(hesk, 3, None) != seating(hesk, other, None) for other in range(4, 8))


def test_tallies_add_up_in_any_order() -> None:
    parts = [Tally(games=1, actions=5), Tally(games=2, actions=7, faults={9: "stopped"})]
    parts[0].endings["held"] = 1
    parts[1].endings["held"] = 2
    sums = []
    for order in (parts, parts[::-1]):
        total = Tally()
        for part in order:
            total.add(part)
        sums.append(total)
    assert sums[0] == sums[1]
    assert (sums[0].games, sums[0].actions, sums[0].endings["held"]) == (3, 12, 3)


def test_progress_counts_to_the_end(files: ScenarioFiles) -> None:
    counts: list[int] = []
    rehearse(files, Plan(games=18), counts.append)
    assert counts == sorted(counts)
    assert counts[-1] == 18


def verb(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "crisis_game", "rehearse", *words], capture_output=True, text=True, check=False
    )


def test_the_verb_prints_one_json_object() -> None:
    done = verb("first-watch", "--games", "2", "--policy", "statesman")
    assert done.returncode == 0
    assert json.loads(done.stdout)["games"] == 2
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("first-watch", "--policy", "bully"), "there is no policy bully"),
        (("first-watch", "--games", "0"), "0 is not a whole number"),
        (("no-such-scenario",), "no-such-scenario"),
    ],
)
def test_wrong_use_gets_one_sentence(words: tuple[str, ...], complaint: str) -> None:
    done = verb(*words)
    assert done.returncode == 2
    assert complaint in done.stderr
    assert not crash(done.returncode, done.stderr)
