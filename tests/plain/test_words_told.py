"""How much is read out in lines unasked: three rounds of the Hesk Strait, and no long paragraph a second time."""

from __future__ import annotations

import io
import re
from collections import Counter

import pytest

from crisis_game.exercise.session_opening import begin, read
from crisis_game.plain.console import Console
from crisis_game.plain.game import run
from crisis_game.texts import Prose, Text, Wording

MOST_WORDS = 6700
"""Words of three rounds in which one only says that one is ready."""
LONG = 20
"""Words from which on a line that stands twice is a paragraph, and no figure or state that has stayed as it was."""


class Ready:
    """Answers each question with `Ready`, until the fourth round."""

    def __init__(self, said: io.StringIO) -> None:
        self._said = said
        self._read = 0

    def isatty(self) -> bool:
        return False

    def readline(self) -> str:
        """The next answer; the end of the input in round 4."""
        asked = self._said.getvalue()[self._read :]
        self._read = len(self._said.getvalue())
        if "Round 4 of" in asked:
            return ""
        ready = re.findall(r"^ *(\d+)  Ready", asked, re.MULTILINE)
        return f"{ready[-1] if ready else 0}\n"


class Keeping(Console):
    """A console that keeps the paragraphs that it tells."""

    def __init__(self, wording: Wording, said: io.StringIO) -> None:
        super().__init__(wording, Ready(said), said)
        self.told: Counter[str] = Counter()

    def line(self, words: Text | Prose | str = "", indent: int = 0) -> None:
        """Keep it, and tell it."""
        self.told[words if isinstance(words, str) else self.wording.say(words)] += 1
        super().line(words, indent)


@pytest.fixture(scope="module")
def told() -> tuple[str, Counter[str]]:
    said = io.StringIO()
    scenario, files = read("hesk-strait")
    console = Keeping(Wording("en"), said)
    run(begin(scenario, files, {"DEL": "person"}, 7, None), "en", console)
    return said.getvalue().partition("Round 4 of")[0], console.told


def test_three_rounds_are_read_in_bounded_time(told: tuple[str, Counter[str]]) -> None:
    words, _ = told
    assert "Round 3 of 5, ORDERS" in words
    assert 3000 < len(words.split()) < MOST_WORDS


def test_no_paragraph_is_read_twice_unasked(told: tuple[str, Counter[str]]) -> None:
    said, paragraphs = told
    read = " ".join(said.split())
    twice = [words for words in paragraphs if len(words.split()) >= LONG and read.count(" ".join(words.split())) > 1]
    assert [words for words in twice if not _of_a_text(words)] == [], "two texts may stand alike"


def _of_a_text(words: str) -> bool:
    """Whether it says where a text stands, or what is in it: one of a later round may have the same in it."""
    measures = (measure.name.in_language("en") for measure in read("hesk-strait")[0].measures.values())
    return "By what was told" in words or words.startswith(tuple(measures))
