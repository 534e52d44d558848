"""Reachability: witnesses that play, the same answer for the same seed, and no proof against a witness."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from crisis_game.cli import main
from crisis_game.conditions.condition import condition
from crisis_game.conditions.parser import parse
from crisis_game.engine.conditions import Facts
from crisis_game.engine.state import State
from crisis_game.exercise.replay import replay
from crisis_game.exercise.verify import read_log, verify
from crisis_game.players.playout import playout
from crisis_game.scenario.library import ScenarioFiles, find
from crisis_game.scenario.model import Milestone, Scenario
from crisis_game.scenario.reachability import never
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.workshop.reach.condition_distance import Distance
from crisis_game.workshop.reach.goals import Goal, goals, shown
from crisis_game.workshop.reach.reachability import Answer, reach
from crisis_game.workshop.reach.search import Limits, Search

GAMES = 20


@pytest.fixture(scope="module")
def files() -> ScenarioFiles:
    return find("first-watch")


@pytest.fixture(scope="module")
def watch(files: ScenarioFiles) -> Scenario:
    return load_scenario(files)


@pytest.fixture(scope="module")
def answer(files: ScenarioFiles, watch: Scenario, tmp_path_factory: pytest.TempPathFactory) -> Answer:
    folder = tmp_path_factory.mktemp("witnesses")
    return reach(files, watch, goals(watch), Limits(GAMES), folder)


def test_each_witness_replays_and_its_last_step_brings_the_goal_about(answer: Answer, watch: Scenario) -> None:
    assert answer.files.keys() == answer.reached.witnesses.keys()
    for goal, path in answer.files.items():
        log = read_log(path)
        assert verify(log, watch).sound
        state = State()
        *before, last = [list(shown(watch, state, entry.events)) for entry in replay(watch, state, log.entries)]
        assert goal in last
        assert all(goal not in shown_goals for shown_goals in before)


def test_a_goal_is_proved_or_reached_or_missing_and_only_one_of_these(answer: Answer, watch: Scenario) -> None:
    parts = [set(answer.never), set(answer.reached.witnesses), set(answer.missing)]
    assert sum(map(len, parts)) == len(set(goals(watch)))
    assert set.union(*parts) == set(goals(watch))


def test_all_that_the_author_wrote_is_reached_in_the_first_watch(answer: Answer) -> None:
    assert answer.never == {}
    assert [goal for goal in answer.missing if goal.kind in ("inject", "ending", "reaction", "clause")] == []


def test_the_same_seed_gives_the_same_answer(watch: Scenario) -> None:
    first, second = (Search(watch, goals(watch), Limits(8, seed=3)).run() for _ in range(2))
    assert first == second
    assert first.searched == 4
    other = Search(watch, goals(watch), Limits(8, seed=4)).run()
    assert other.witnesses != first.witnesses


def test_search_finds_what_rehearsal_does_not(watch: Scenario) -> None:
    rare = (Goal("package", "hit-back"), Goal("measure", "cyber-countermeasure"))
    reached = Search(watch, rare, Limits(40, seed=1)).run()
    assert not any(reached.times[goal] for goal in rare)
    assert Goal("measure", "cyber-countermeasure") in reached.witnesses


def test_a_milestone_is_searched_for_by_what_its_condition_and_those_above_it_ask(watch: Scenario) -> None:
    struck = Milestone("struck", condition("adopted('cyber-countermeasure')"))
    known = Milestone("known", condition("is('struck') and since('struck') == 0"), follows=True)
    remembering = replace(watch, milestones={"struck": struck, "known": known})
    reached = Search(remembering, (Goal("milestone", "known"),), Limits(40, seed=1)).run()
    assert not reached.times[Goal("milestone", "known")]
    assert Goal("milestone", "known") in reached.witnesses


def test_no_new_game_begins_when_time_is_out(watch: Scenario) -> None:
    reached = Search(watch, goals(watch), Limits(8, seconds=0)).run()
    assert reached.stopped
    assert reached.rehearsed == reached.searched == 0


def test_nothing_that_happens_in_the_great_scenario_is_proved_impossible(hesk: Scenario) -> None:
    proved = {Goal(proof.kind, proof.id) for proof in never(hesk)}
    reached = Search(hesk, goals(hesk), Limits(4)).run()
    assert not proved & reached.witnesses.keys()
    assert len([goal for goal in reached.witnesses if goal.kind == "inject"]) > 40
    assert proved == set()


@pytest.mark.parametrize(
    ("source", "distance"),
    [
        ("round >= 1", 0.0),
        ("round > 1 and round > 1", 2 / 11),
        ("round > 1 or round >= 1", 0.0),
        ("not (round > 1 or round >= 1)", 1 / 11),
        ("not settled", 0.0),
        ("settled or round == 3", 2 / 12),
    ],
)
def test_the_distance_of_a_condition(watch: Scenario, source: str, distance: float) -> None:
    facts = Facts(watch, playout(watch, 1).state)
    measured = Distance(parse(source)).of(facts)
    assert measured == pytest.approx(distance)
    assert (measured == 0) is condition(source).holds(facts)


def test_the_verb_tells_one_goal_and_keeps_its_witness(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["reach", "first-watch", "--goal", "inject:denial", "--games", "2", "--witnesses", str(tmp_path)]
    assert main([*words, "--format", "json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["never"] == printed["not_reached"] == []
    [entry] = printed["reached"]
    assert (entry["kind"], entry["id"], entry["round"]) == ("inject", "denial", 1)
    assert main(["verify", entry["witness"]]) == 0
    assert main(["replay", entry["witness"]]) == 0
    capsys.readouterr()
    assert main(words) == 0
    assert "inject:denial  first in round 1, in 1 of 1 rehearsals, witness" in capsys.readouterr().out


def test_an_unknown_goal_is_named_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reach", "first-watch", "--goal", "inject:denail"]) == 2
    assert "did you mean inject:denial?" in capsys.readouterr().err
