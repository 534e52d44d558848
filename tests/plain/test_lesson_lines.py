"""Lines at a lesson: others act while somebody reads, and that is told too."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from crisis_game.engine.acts.knowledge import ShareEvidence
from crisis_game.engine.domains import OneOf
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.seat_sitting import SeatSitting
from crisis_game.plain.console import Console
from crisis_game.plain.game import run
from crisis_game.texts import Wording
from tests.exercise.lessons import come_in, lesson_in


class Slow:
    """Somebody who answers nothing until another has acted, and then reads what is asked now."""

    def __init__(self, said: io.StringIO, other: SeatSitting) -> None:
        self._said, self._other, self._answers = said, other, iter(("1", "0", ""))
        self.before = ""

    def isatty(self) -> bool:
        return False

    def readline(self) -> str:
        if not self.before:
            self.before = self._said.getvalue()
            seat = self._other.persons[0]
            offer = next(offer for offer in self._other.offers(seat) if offer.act is ShareEvidence)
            sources = offer.domain("source", {})
            assert isinstance(sources, OneOf)
            self._other.submit(seat, ShareEvidence(sources.values[0], ()))
        answer = next(self._answers, "")
        return f"{answer}\n" if answer else ""


@pytest.fixture
def lesson(tmp_path: Path) -> Iterator[Lesson]:
    opened = lesson_in(tmp_path)
    yield opened
    opened.close()


def test_what_others_do_while_one_reads_is_told_before_the_next_question(lesson: Lesson) -> None:
    keys = come_in(lesson, "Ann", "Bo")
    lesson.begin()
    said = io.StringIO()
    reader = Slow(said, SeatSitting(lesson, keys[1]))
    run(SeatSitting(lesson, keys[0]), "en", Console(Wording("en"), reader, said))
    after = said.getvalue()[len(reader.before) :]
    assert after.index("shares") < after.index("1  ")
