"""A lesson on the network beyond its door: its clock when the disk is full, its debriefs when one could not be made."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Any

import pytest

from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import Begin, CloseBeat, EndAfterBeat, apply
from crisis_game.exercise.save import SaveError
from crisis_game.web import readers
from tests.web.hosted import hosted, hosting, wait_for


def test_the_clock_goes_on_when_a_deadline_could_not_be_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lesson = Lesson.open(tmp_path / "lesson", "first-watch", seed=7)
    looks: list[float] = []

    def tick(now: float) -> None:
        looks.append(now)
        if len(looks) == 1:
            raise SaveError("the disk is full")

    monkeypatch.setattr(lesson, "tick", tick)
    with hosting(lesson, times=100):
        wait_for(lambda: len(looks) > 2)


def test_a_debrief_that_could_not_be_made_is_made_when_it_is_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = readers.review
    at_once: list[int] = []
    failures = [RuntimeError("once")]
    busy = threading.Lock()

    def review(*given: Any) -> Any:
        with busy:
            at_once.append(1)
        if failures:
            raise failures.pop()
        time.sleep(0.1)
        at_once.pop()
        assert not at_once[1:], "one after the other"
        return made(*given)

    monkeypatch.setattr(readers, "review", review)
    with hosted(tmp_path / "lesson") as host:
        members = host.lesson.scenario.members[:2]
        tokens = [host.join(seat, seat).json["token"] for seat in members]
        for action in (Begin(), EndAfterBeat(), CloseBeat()):
            host.call(apply, host.lesson, action)
        assert host.lesson.councils[0].session.finished

        def debriefed(token: str) -> bool:
            return "Rulings" in host.ask("GET", "/play/debrief", authorization=f"Bearer {token}").body

        wait_for(lambda: sum(map(debriefed, tokens)) == len(tokens))
        assert failures == []
