"""A save holds no sentence: where all of ours and all of an author's are other ones, it is sound to the byte."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from crisis_game.engine.acts.ballots import GiveOpinion
from crisis_game.engine.acts.counsel import AskCounsel
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.chance import Stream
from crisis_game.engine.events.counsel import CounselGiven
from crisis_game.engine.machine import legal
from crisis_game.exercise.entry import read_entry
from crisis_game.exercise.sitting import Receipt
from crisis_game.exercise.verify import Log, examine, read_log
from crisis_game.texts import Wording
from tests.exercise.playing import new_game, wishes
from tests.exercise.reworded import OTHER

ROOT = Path(__file__).parents[2]
GAMES = {"first-watch": ("ALD", 5), "hesk-strait": ("COR", 9)}
"""Scenarios, with the seat of a person and the seed of the game."""


def play(path: Path, scenario: str) -> None:
    """A whole game as a save. What the person does is drawn; an opinion and counsel go before the end of each beat."""
    seat, seed = GAMES[scenario]
    session, stream = new_game(path, seat, seed=seed, scenario=scenario), Stream(seed, "people")
    while not session.finished:
        who, command = wishes(session, stream)
        for act in (GiveOpinion, AskCounsel) if isinstance(command, SetReady) else ():
            for offer in legal(session.seen(who)):
                if offer.act is act:
                    assert isinstance(session.submit(who, offer.draw(stream)), Receipt)
        assert isinstance(session.submit(who, command), Receipt)
    assert session.save is not None
    session.save.close()


def told(log: Log) -> list[str]:
    """What the events of a log are told as, without the names of a scenario."""
    sentences = [event.tell() for raw in log.entries for event in read_entry(raw).events]
    return [Wording().say(sentence) for sentence in sentences if sentence is not None]


@pytest.fixture(scope="module")
def logs(tmp_path_factory: pytest.TempPathFactory) -> list[Log]:
    """The logs of a game of each scenario, sound as the game is."""
    folder = tmp_path_factory.mktemp("saves")
    for scenario in GAMES:
        play(folder / f"{scenario}.crisis", scenario)
    records = [read_log(folder / f"{scenario}.crisis") for scenario in GAMES]
    assert all(examine(log).sound for log in records)
    return records


@pytest.fixture(scope="module")
def in_other_words(logs: list[Log]) -> list[dict[str, Any]]:
    """What the game with all sentences replaced finds of these saves."""
    words = [sys.executable, "-m", "tests.exercise.reworded", *(str(log.path) for log in logs)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True, timeout=300)
    reports: list[dict[str, Any]] = json.loads(done.stdout)
    return reports


def test_counsel_was_asked_in_each_of_the_games(logs: list[Log]) -> None:
    for log in logs:
        events = [event for raw in log.entries for event in read_entry(raw).events]
        assert any(isinstance(event, CounselGiven) for event in events)


def test_a_save_is_sound_to_the_byte_whatever_the_sentences_are(
    logs: list[Log], in_other_words: list[dict[str, Any]]
) -> None:
    for log, report in zip(logs, in_other_words, strict=True):
        assert (report["sound"], report["fault"], report["entries"]) == (True, "", len(log.entries))


def test_every_sentence_was_another_one(logs: list[Log], in_other_words: list[dict[str, Any]]) -> None:
    """Else the test above would find nothing."""
    for log, report in zip(logs, in_other_words, strict=True):
        assert report["reworded"] > 1500
        assert len(report["told"]) == len(told(log)) > 100
        assert [sentence for sentence in report["told"] if not sentence.startswith(OTHER)] == []
