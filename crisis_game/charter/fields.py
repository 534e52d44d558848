"""Plain values looked into field by field, with every fault noted and none fatal.

A `Field` knows its value and its path. Asked for something that is not there, it notes a fault and answers with a
harmless stand-in, so that one run finds all faults; what was built is thrown away if there are any.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

from crisis_game.texts import Msgid, Prose, Text, Value

Path: TypeAlias = tuple[str | int, ...]
Word = TypeVar("Word", bound=str)

LONGEST_WORD = 64
LONGEST_TEXT = 8_000
MOST_OPTIONS = 12
"""So many right words are listed at most; an author of 193 states does not read them all."""

_ID = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a plain value.

    Attributes:
        code: stable id, such as `E301`.
        path: the way to the value.
        at_key: whether the key, not the value, is at fault.
        message, fix: what is wrong and how to mend it; one sentence each.
        wrong, options: a word that is not right here and the words that would be, for a suggestion.
    """

    code: str
    path: Path
    at_key: bool
    message: Text
    fix: Text
    wrong: str = ""
    options: tuple[str, ...] = ()


@dataclass(slots=True)
class Report:
    """The faults found so far, each once."""

    faults: list[Fault] = field(default_factory=list)

    def note(
        self,
        code: str,
        path: Path,
        message: Msgid,
        fix: Msgid,
        *,
        at_key: bool = False,
        wrong: str = "",
        options: Collection[str] = (),
        **values: Value,
    ) -> None:
        """Note a fault, unless the same one is known at this place. `{wrong}` and `{options}` can be in its words."""
        known = tuple(sorted(options))
        listed: tuple[Value, ...] = (*known[:MOST_OPTIONS], Text("others")) if len(known) > MOST_OPTIONS else known
        words = {**values, "wrong": wrong, "options": listed}
        fault = Fault(code, path, at_key, Text(message, words), Text(fix, words), wrong, known)
        if fault not in self.faults:
            self.faults.append(fault)


@dataclass(frozen=True, slots=True)
class Field:
    """A plain value, the way to it, and where its faults are noted."""

    value: Any
    path: Path
    report: Report

    @property
    def name(self) -> str:
        """How to speak of it: its key, or that of the list it stands in."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "value")

    def fields(self, known: Collection[str], needed: Collection[str] = ()) -> dict[str, Field]:
        """The fields of a mapping by key, without those left empty. Unknown and missing keys are faults."""
        fields = dict(self.entries())
        if not isinstance(self.value, dict):
            return {}
        for key in fields:
            if key not in known:
                fields[key].unknown_key(known)
        for key in needed:
            if key not in fields:
                self.missing(key)
        return {key: inner for key, inner in fields.items() if key in known}

    def entries(self) -> list[tuple[str, Field]]:
        """The keys and fields of a mapping, without those left empty."""
        if not isinstance(self.value, dict):
            self._expected(Text("a mapping (lines of `key: value`)"))
            return []
        within = ((key, self.inner(key, value)) for key, value in self.value.items())
        return [(key, inner) for key, inner in within if inner.value is not None]

    def items(self) -> list[Field]:
        """The entries of a list."""
        if not isinstance(self.value, list):
            self._expected(Text("a list"))
            return []
        return [self.inner(place, value) for place, value in enumerate(self.value)]

    def words(self) -> list[Field]:
        """The entries of a list of words; a single word is a list of one."""
        return [self] if isinstance(self.value, str) else self.items()

    def word(self) -> str:
        """A short text in one line, such as an id."""
        if not isinstance(self.value, str) or not 0 < len(self.value) <= LONGEST_WORD:
            self._expected(Text("a word"))
            return ""
        return self.value

    def sentence(self) -> str:
        """A text of any number of lines, without blank space around it."""
        if not isinstance(self.value, str) or not self.value.strip() or len(self.value) > LONGEST_TEXT:
            self._expected(Text("a text of at most {most} characters", {"most": LONGEST_TEXT}))
            return ""
        return self.value.strip()

    def id(self) -> str:
        """A word of letters, digits and single hyphens that begins with a letter."""
        word = self.word()
        if word and not _ID.fullmatch(word):
            self.report.note(
                "E309",
                self.path,
                "`{wrong}` cannot be an id: an id has letters, digits and single hyphens and begins with a letter.",
                "Write something like `security-council` or `ARD`.",
                wrong=word,
            )
        return word

    def one_of(self, options: Sequence[Word]) -> Word:
        """One of a few words; a fault otherwise, and the first of them."""
        for option in options:
            if self.value == option:
                return option
        if self.word():
            self.unknown_word(options)
        return options[0]

    def truth(self) -> bool:
        """Either true or false."""
        if not isinstance(self.value, bool):
            self._expected(Text("`true` or `false`"))
            return False
        return self.value

    def whole(self, low: int, high: int) -> int:
        """A whole number within bounds."""
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            self._expected(Text("a whole number"))
            return low
        if not low <= self.value <= high:
            self.report.note(
                "E305",
                self.path,
                "`{name}` is out of bounds: it must lie between {low} and {high}.",
                "Write a whole number between {low} and {high}.",
                name=self.name,
                low=low,
                high=high,
            )
            return low
        return self.value

    def prose(self, language: str) -> Prose:
        """An author's words: a text in the file's own language, or a mapping of language codes to texts."""
        if not isinstance(self.value, dict):
            return Prose(((language, self.sentence()),))
        by_language = tuple((code, inner.sentence()) for code, inner in self.entries())
        if not by_language:
            self._expected(Text("a text, or a text for each language"))
        return Prose(by_language or ((language, ""),))

    def unknown_word(self, options: Collection[str]) -> None:
        """Note that this word is none of those that could stand here."""
        self.report.note(
            "E304",
            self.path,
            "`{wrong}` cannot stand under `{name}`; what can stand there: {options}.",
            "Write one of these: {options}.",
            wrong=str(self.value),
            options=options,
            name=self.name,
        )

    def unknown_key(self, known: Collection[str]) -> None:
        """Note that this field's key has no meaning here."""
        self.report.note(
            "E302",
            self.path,
            "The key `{wrong}` has no meaning here; the keys that have: {options}.",
            "Take the key away, or write one of these: {options}.",
            at_key=True,
            wrong=str(self.path[-1]),
            options=known,
        )

    def twice(self, *, at_key: bool = False) -> None:
        """Note that this word has been used for something else."""
        self.report.note(
            "E308",
            self.path,
            "`{wrong}` stands here a second time, or means something else already.",
            "Keep one of them, or choose another word.",
            at_key=at_key,
            wrong=str(self.value),
        )

    def missing(self, key: str) -> None:
        """Note that a key of this mapping is not there."""
        self.report.note(
            "E303", self.path, "Here `{key}` is missing.", "Add a line `{key}: ...`.", at_key=True, key=key
        )

    def inner(self, step: str | int, value: Any) -> Field:
        """The field one step further."""
        return Field(value, (*self.path, step), self.report)

    def _expected(self, what: Text) -> None:
        self.report.note(
            "E301",
            self.path,
            "Under `{name}` we expect {what}, but there stands {found}.",
            "Write {what} there.",
            name=self.name,
            what=what,
            found=_kind_of(self.value),
        )


_KINDS: tuple[tuple[type, Text], ...] = (
    (bool, Text("`true` or `false`")),
    (int, Text("a number")),
    (float, Text("a decimal number")),
    (str, Text("a text")),
    (list, Text("a list")),
    (dict, Text("a mapping")),
)


def _kind_of(value: object) -> Text:
    return next((name for kind, name in _KINDS if isinstance(value, kind)), Text("nothing"))
