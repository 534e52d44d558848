"""What a fact of the vocabulary is, and short ways of writing one down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crisis_game.law.conduct import UNPROVEN, FactValue
from crisis_game.texts import Msgid, Text

Kind = Literal["word", "truth", "count", "name"]
Origin = Literal["vocabulary", "raw"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact that the judge may ask for.

    Attributes:
        name: its name in a conduct and in a file.
        kind: `word` one of `words`; `truth` true, false or one of `words`; `count` a whole number from 0;
            `name` free words, such as the name of a state.
        words: the words allowed, in the order of the vocabulary.
        meaning: what the fact says, as a noun phrase that fits after "not known:".
        origin: `vocabulary` for the facts of the casebook, `raw` for what an exercise records.
        personal: the fact belongs to one participant alone (its own consent), so a finding does not spread.
        semi_verdict: the fact already holds part of a legal conclusion and is used with caution.
    """

    name: str
    kind: Kind
    words: tuple[str, ...]
    meaning: Text
    origin: Origin
    personal: bool = False
    semi_verdict: bool = False

    def admits(self, value: FactValue) -> bool:
        """Whether `value` is one of this fact's values; null is a value only of a `name`, and any may be unproven."""
        if value == UNPROVEN:
            return True
        if self.kind == "name":
            return value is None or isinstance(value, str)
        if self.kind == "count":
            return isinstance(value, int) and not isinstance(value, bool) and value >= 0
        if isinstance(value, bool):
            return self.kind == "truth"
        return isinstance(value, str) and value in self.words

    @property
    def values(self) -> tuple[str, ...]:
        """The values as they are written in a file, for tables and for the nearest right word."""
        if self.kind == "truth":
            return ("true", "false", *self.words)
        return self.words


def word(name: str, words: str, meaning: Msgid, *, semi_verdict: bool = False) -> Fact:
    """A fact of the casebook's vocabulary that is one of a few words."""
    return Fact(name, "word", tuple(words.split()), Text(meaning), "vocabulary", semi_verdict=semi_verdict)


def truth(name: str, words: str, meaning: Msgid, *, semi_verdict: bool = False) -> Fact:
    """A fact of the casebook's vocabulary that is true or false, or one of a few words beside."""
    return Fact(name, "truth", tuple(words.split()), Text(meaning), "vocabulary", semi_verdict=semi_verdict)


def free(name: str, meaning: Msgid) -> Fact:
    """A fact of the casebook's vocabulary in free words."""
    return Fact(name, "name", (), Text(meaning), "vocabulary")


def raw_word(name: str, words: str, meaning: Msgid, *, personal: bool = False) -> Fact:
    """A raw fact that is one of a few words."""
    return Fact(name, "word", tuple(words.split()), Text(meaning), "raw", personal)


def raw_truth(name: str, meaning: Msgid, *, personal: bool = False) -> Fact:
    """A raw fact that is true or false."""
    return Fact(name, "truth", (), Text(meaning), "raw", personal)


def raw_count(name: str, meaning: Msgid) -> Fact:
    """A raw fact that is a whole number."""
    return Fact(name, "count", (), Text(meaning), "raw")


def raw_name(name: str, meaning: Msgid) -> Fact:
    """A raw fact in free words."""
    return Fact(name, "name", (), Text(meaning), "raw")
