"""The two kinds of words in the program: our own sentences and an author's prose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias, Union

Value: TypeAlias = Union[str, int, "Text", tuple["Value", ...]]
"""What a placeholder of a `Text` may hold; plain enough to be written to JSON and read back."""

Msgid: TypeAlias = str
"""An English sentence of ours, as translators get it.

What is declared so is found by the extractor of catalogues (`tests/texts/extracting.py`): a parameter, so that each
call must give it a literal, and a table or a field of one, whose literals it holds.
"""

_NOTHING: Mapping[str, Value] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence of ours, not yet worded.

    Attributes:
        msgid: the English sentence, with placeholders such as `{count}` or `{seat:state}`. The word after the colon
            says which table of names the value is an id of (see `Wording`).
        values: a value for each placeholder.
    """

    msgid: Msgid
    values: Mapping[str, Value] = field(default_factory=lambda: _NOTHING)

    def __hash__(self) -> int:
        return hash((self.msgid, tuple(sorted(self.values))))


@dataclass(frozen=True, slots=True)
class Counted(Text):
    """A sentence about a number of things, which has a form for one and another for more.

    Attributes:
        msgid: the sentence for exactly one.
        values: a value for each placeholder; that of `n` is the number.
        many: the English sentence for none, and for more than one. Other languages have their own forms.
    """

    many: Msgid = ""

    __hash__ = Text.__hash__

    @property
    def number(self) -> int:
        """How many things there are."""
        number = self.values["n"]
        return number if isinstance(number, int) else 0


def counted(singular: Msgid, many: Msgid, n: int, **values: Value) -> Counted:
    """A sentence about a number of things, in the singular or the plural.

    Args:
        singular: the msgid for exactly one; like the other it may hold `{n}`.
        many: the msgid for none, and for more than one.
        n: how many there are; the value of `{n}`.
        values: for further placeholders.
    """
    return Counted(singular, {"n": n, **values}, many)


@dataclass(frozen=True, slots=True)
class Prose:
    """An author's words in one or more languages, shown as they are, never read as markup.

    Attributes:
        by_language: the words by language code, such as `en`; at least one. The first is the scenario's own.
    """

    by_language: tuple[tuple[str, str], ...]

    def in_language(self, language: str) -> str:
        """The words in `language`, else in the author's first language."""
        for code, words in self.by_language:
            if code == language:
                return words
        return self.by_language[0][1]

    def within(self) -> Prose:
        """The same sentence as it stands before other words of its line: without its full stop."""
        return Prose(tuple((code, without_stop(words)) for code, words in self.by_language))

    def __bool__(self) -> bool:
        return any(words for _, words in self.by_language)


def without_stop(words: str) -> str:
    """Words without the one full stop at their end."""
    return words[:-1] if words.endswith(".") and not words.endswith("..") else words


def prose(words: str, language: str = "en") -> Prose:
    """Prose in a single language."""
    return Prose(((language, words),))
