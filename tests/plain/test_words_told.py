"""How much is read out in lines unasked: three rounds of the Hesk Strait, and no long paragraph a second time."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest

from crisis_game.exercise.session_opening import begin, read
from crisis_game.plain.console import Console
from crisis_game.plain.game import run
from crisis_game.texts import Prose, Text, Wording

MOST_WORDS = 6000
"""Words of three rounds in which one only says that one is ready."""
LEAST_SHARE = 1 / 3
"""The part of them that is the author's."""
SENTENCE = 4
"""Words from which on a sentence of the author's is no name."""
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


def _prose(record: object) -> Iterator[str]:
    """All that an author wrote, however deep it lies."""
    if isinstance(record, Prose):
        yield record.in_language("en")
    elif isinstance(record, Mapping):
        yield from (words for part in record.values() for words in _prose(part))
    elif isinstance(record, (tuple, list)):
        yield from (words for part in record for words in _prose(part))
    elif is_dataclass(record) and not isinstance(record, type):
        yield from (words for field in fields(record) for words in _prose(getattr(record, field.name)))


def test_a_third_of_what_is_read_is_the_authors(told: tuple[str, Counter[str]]) -> None:
    """Counted by sentences, of which names in our own sentences are none."""
    read_out = " ".join(told[0].split())
    prose = _prose(read("hesk-strait")[0])
    sentences = {" ".join(words.split()) for text in prose for words in re.split(r"(?<=[.!?])\s+", text)}
    written = 0
    for sentence in sorted(sentences, key=len, reverse=True):
        if len(sentence.split()) >= SENTENCE:
            written += read_out.count(sentence) * len(sentence.split())
            read_out = read_out.replace(sentence, "")
    assert written > LEAST_SHARE * len(told[0].split())


def test_no_paragraph_is_read_twice_unasked(told: tuple[str, Counter[str]]) -> None:
    said, paragraphs = told
    read = " ".join(said.split())
    twice = [words for words in paragraphs if len(words.split()) >= LONG and read.count(" ".join(words.split())) > 1]
    assert [words for words in twice if not _of_a_text(words)] == [], "two texts may stand alike"


def _of_a_text(words: str) -> bool:
    """Whether it says where a text stands, or what is in it: one of a later round may have the same in it."""
    measures = (measure.name.in_language("en") for measure in read("hesk-strait")[0].measures.values())
    return "By what was told" in words or words.startswith(tuple(measures))
