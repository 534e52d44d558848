"""After play in browsers: the sentence that each is asked for, and a debrief that is made anew when it is overruled."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from crisis_game.engine.acts.exit_sentence import WriteExitSentence
from crisis_game.engine.acts.facilitator import OverruleFinding
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import CloseBeat, Steer, apply
from crisis_game.pages.council_desk import desks
from tests.debrief.councils import PAIR
from tests.exercise.playing import TINY
from tests.web.hosted import Hosted, hosting
from tests.web.reader import Seen

FIRST, SECOND, REASON = "I would ask first.", "A veto is a promise.", "The court of 2027 saw it otherwise"
DO = f"/play/do/{WriteExitSentence.kind}"
PATIENCE = 30.0


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Hosted]:
    """Play is over; the first two of three people share a seat."""
    lesson = Lesson.open(tmp_path / "lesson", TINY, seed=7, clock="none")
    lesson.enrol(PAIR)
    with hosting(lesson, now=lambda: 0.0) as served:
        yield served


def tokens(host: Hosted) -> list[str]:
    """Of the three, in a lesson that has been played to its end."""
    drawn = [host.call(host.lesson.join, attendee.name) for attendee in PAIR]
    host.call(host.lesson.begin)
    session = host.lesson.councils[0].session
    assert session is not None
    while not session.finished:
        host.call(apply, host.lesson, CloseBeat())
    return drawn


def page(host: Hosted, token: str, path: str = "/play/debrief") -> Seen:
    """A page, once the debrief is made."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        answer = host.ask("GET", path, authorization=f"Bearer {token}")
        assert answer.status == 200
        if "The debrief is made" not in answer.body:
            return Seen(answer.body)
        time.sleep(0.05)
    raise AssertionError("no debrief was made")


def says(seen: Seen, words: str) -> bool:
    return any(words in said for said in seen.words)


def written(seen: Seen) -> list[str]:
    """What leads to the form."""
    return [words for href, words in seen.links if href.startswith(DO)]


def test_each_is_asked_after_the_last_leaf_and_reads_their_own_alone(host: Hosted) -> None:
    ines, paul, sara = tokens(host)
    leaf = "/play/debrief?leaf=legitimacy"
    assert written(page(host, ines, leaf)) == ["Write your one sentence ›", "Write your one sentence"]
    assert says(page(host, ines, DO), "What do you take with you, in one sentence?")
    for key, token, words in (("p1", ines, FIRST), ("p2", paul, SECOND)):
        assert host.do(token, {"kind": WriteExitSentence.kind, "words": words}, f"{key}.a.1").status == 200
    for token, own, other in ((ines, FIRST, SECOND), (paul, SECOND, FIRST)):
        seen = page(host, token, leaf)
        assert says(seen, own)
        assert not says(seen, other)
        assert written(seen) == ["Write another ›"]
    assert not any(says(page(host, sara, leaf), words) for words in (FIRST, SECOND))


def test_while_play_goes_on_nobody_is_asked(host: Hosted) -> None:
    token = host.call(host.lesson.join, PAIR[0].name)
    host.call(host.lesson.begin)
    assert written(page(host, token)) == []
    answer = host.do(token, {"kind": WriteExitSentence.kind, "words": FIRST}, "p1.a.1")
    assert (answer.status, json.loads(answer.body)["code"]) == (409, "wrong-beat")


def test_a_debrief_that_is_read_already_tells_what_is_overruled_later(host: Hosted) -> None:
    ines, *_ = tokens(host)
    assert not says(page(host, ines, "/play/debrief?leaf=acts"), REASON)
    row = host.call(lambda: desks(host.lesson)[""].overruling.rows[0])
    act = row.command.finding.rpartition("/")[0]
    host.call(apply, host.lesson, Steer(OverruleFinding(row.command.finding, "contested", REASON)))
    until = time.monotonic() + PATIENCE
    while not says(page(host, ines, "/play/debrief?leaf=acts"), REASON):
        assert time.monotonic() < until, "it is still the debrief from before"
        time.sleep(0.05)
    assert says(page(host, ines, f"/play/debrief?act={act}"), REASON)
