"""A rehearsal on a Dask cluster: the same to the byte, and a sentence where a cluster cannot be used."""

from __future__ import annotations

import importlib.util
import json
from typing import Any

import pytest

from crisis_game.scenario.library import ScenarioFiles, find
from crisis_game.workshop import cluster
from crisis_game.workshop.cluster import ClusterError, Identity, on_cluster, play_there
from crisis_game.workshop.rehearsal import Plan, Play, portable, rehearse


@pytest.fixture(scope="module")
def files() -> ScenarioFiles:
    return find("first-watch")


def told(files: ScenarioFiles, plan: Plan, where: Play | None) -> str:
    return json.dumps({**rehearse(files, plan, None, where).result, "timing": None})


def test_two_workers_of_a_cluster_give_the_result_of_one_process(files: ScenarioFiles) -> None:
    plan = Plan(games=14, seed=8, decisions=2)
    assert told(files, plan, on_cluster("local:2")) == told(files, plan, None)


def test_without_the_extra_one_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(_: str) -> Any:
        return None

    monkeypatch.setattr(cluster, "find_spec", nothing)
    with pytest.raises(ClusterError, match=r"pip install 'crisis-game\[cluster\]'"):
        on_cluster("local")
    assert importlib.util.find_spec("distributed")


@pytest.mark.parametrize("where", ["local:0", "local:many", "local:", "local:257"])
def test_a_number_of_workers_that_is_none_is_refused(where: str) -> None:
    with pytest.raises(ClusterError, match="whole number from 1 to 256"):
        on_cluster(where)


def test_where_nobody_answers_one_sentence_says_so(files: ScenarioFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "SECONDS_TO_ANSWER", 0.5)
    with pytest.raises(ClusterError, match=r"no scheduler answers at tcp://127.0.0.1:1"):
        rehearse(files, Plan(games=2), None, on_cluster("tcp://127.0.0.1:1"))


def test_a_worker_of_another_version_or_scenario_plays_nothing(files: ScenarioFiles) -> None:
    mine = cluster.identity(portable(files))
    other = Identity("0.0", mine.content_hash)
    assert play_there(portable(files), other, ((1, False),), None) == mine
    assert "has crisis-game 0.0" in cluster.refusal("a worker", other, mine)
    assert "reads another scenario" in cluster.refusal("a worker", Identity(mine.version, "0" * 64), mine)
