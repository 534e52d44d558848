"""Any scenario under another charter: its rules for other members, or one sentence why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from crisis_game.charter.circumstances import rule_at
from crisis_game.charter.rule_notation import plain_rule
from crisis_game.cli import main
from crisis_game.exercise.session_opening import read
from crisis_game.scenario.library import ScenarioNotFoundError
from crisis_game.workshop.rehearsed_game import play_through

COUNCIL = Path(__file__).parents[1] / "data" / "model-council.yaml"


def test_numbers_keep_their_proportion_and_a_veto_goes_to_those_with_most_means() -> None:
    scenario, files = read("hesk-strait@un")
    rule = rule_at(scenario.charter, "security-council", "sanctions")
    assert rule is not None
    assert plain_rule(rule) | {"excluded": []} == {
        "kind": "count", "needed": 4, "of": "eligible", "veto": ["ARD", "FAR"], "excluded": [],
    }  # fmt: skip
    assert scenario.organ == "security-council"
    assert scenario.members == read("hesk-strait")[0].members
    assert files.content_hash != read("hesk-strait")[1].content_hash


@pytest.mark.parametrize("charter", ["nato", "arab-league", "watch-pact"])
def test_a_game_under_another_charter_comes_to_its_end(charter: str) -> None:
    scenario, _ = read(f"first-watch@{charter}")
    assert play_through(scenario, 2, dict.fromkeys(scenario.members, "statesman")).state.table.ending


def test_a_charter_that_has_all_members_is_taken_as_it_is() -> None:
    scenario, _ = read(f"{COUNCIL}@un")
    assert len(scenario.charter.members) == 193
    assert scenario.others["KOR"] == "yes"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("first-watch@eu", "first-watch cannot be played under eu: eu counts votes by weights"),
        ("the-quarrel@un", "the-quarrel cannot be played under un: There is no change of the charter `by-means`"),
        ("first-watch@unn", "there is no charter unn"),
        ("first-watch@", "first-watch@"),
    ],
)
def test_where_it_cannot_be_one_sentence_says_why(name: str, words: str) -> None:
    with pytest.raises(ScenarioNotFoundError, match=r".") as fault:
        read(name)
    assert words in str(fault.value)
    assert len(str(fault.value).splitlines()) == 1


def test_verbs_take_the_charter(capsys: pytest.CaptureFixture[str]) -> None:
    games = ("rehearse", "first-watch", "--games", "1", "--decisions", "0", "--jobs", "1", "--quiet")
    assert main([*games, "--charter", "gcc", "--format", "json"]) == 0
    assert '"finished": 1' in capsys.readouterr().out
    assert main([*games, "--charter", "eu"]) == 2
    assert "counts votes by weights" in capsys.readouterr().err
    assert main(["play", "first-watch", "--plain", "--charter", "eu"]) == 2
    assert "counts votes by weights" in capsys.readouterr().err
