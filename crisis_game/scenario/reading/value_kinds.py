"""The kinds of single values in a file: how each is read, and its piece of the JSON Schema.

Whatever is read tells what is wrong, once, and is `FAULTY` then. `composite_kinds` has lists, tables and records.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

from crisis_game.conditions.vocabulary import Kind as Gives
from crisis_game.scenario.numbers import Numbers, bounds
from crisis_game.scenario.reading.complaints import Complaints
from crisis_game.scenario.reading.context import Context, Way, path_of
from crisis_game.scenario.reading.shape_problems import (
    number_for_condition,
    number_for_text,
    out_of_bounds,
    wrong_form,
    wrong_kind,
    wrong_length,
    wrong_word,
)
from crisis_game.scenario.records import INFINITE, LANGUAGE_PATTERN, Bounds, Named, Ref
from crisis_game.texts import Prose

Schema: TypeAlias = dict[str, Any]

LONGEST_PROSE = 20_000
FROM_VALUE_PATTERN = r"^-?[0-9]{1,4}$"
"""The value of a gauge, which is a key here; gauges lie between -1000 and 1000."""

_LANGUAGE = re.compile(LANGUAGE_PATTERN)
_FROM_VALUE = re.compile(FROM_VALUE_PATTERN)


class Kind(Protocol):
    """A kind of value."""

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """What the model holds of a written value."""
        ...

    def schema(self) -> Schema:
        """Its piece of the JSON Schema."""
        ...


class KeyKind(Kind, Protocol):
    """A kind of value that can be a key of a mapping."""

    def read_key(self, at: Context, key: str, way: Way) -> None:
        """Tell what is wrong with a key; `way` leads to its value."""
        ...


def bounded(schema: Schema, limits: Bounds, least: str, most: str) -> Schema:
    """A schema with those limits that there are."""
    named = {least: limits.least, most: limits.most}
    return {**schema, **{name: limit for name, limit in named.items() if abs(limit) != INFINITE}}


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number within bounds."""

    limits: Bounds

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """The number; `FAULTY` where it is none, or out of bounds."""
        if type(value) is not int:
            return wrong_kind(at, way, "a whole number")
        limits = self.limits
        return value if limits.least <= value <= limits.most else out_of_bounds(at, way, value, limits)

    def schema(self) -> Schema:
        """A whole number with its bounds."""
        return bounded({"type": "integer"}, self.limits, "minimum", "maximum")


class Truth:
    """True or false."""

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """True or false; `FAULTY` for any other word."""
        return value if type(value) is bool else wrong_kind(at, way, "`true` or `false`")

    def schema(self) -> Schema:
        """A boolean."""
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Letters:
    """A text in no language, of a bounded length."""

    limits: Bounds

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """The text; `FAULTY` where it is none, or of the wrong length."""
        if type(value) is not str:
            return wrong_kind(at, way, "a text")
        fits = self.limits.least <= len(value) <= self.limits.most
        return value if fits else wrong_length(at, way, len(value), self.limits, entries=False)

    def schema(self) -> Schema:
        """A text with its bounds."""
        return bounded({"type": "string"}, self.limits, "minLength", "maxLength")


@dataclass(frozen=True, slots=True)
class Form:
    """A word of a form, such as a new id."""

    named: Named
    pattern: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pattern", re.compile(self.named.pattern))

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """The word, also where a word of another form has been told of; `FAULTY` where it is no text."""
        if type(value) is not str:
            return wrong_kind(at, way, "a text")
        self._check(at, value, way, is_key=False)
        return value

    def read_key(self, at: Context, key: str, way: Way) -> None:
        """Tell of a key that has not the form."""
        self._check(at, key, way, is_key=True)

    def _check(self, at: Context, word: str, way: Way, *, is_key: bool) -> None:
        if len(word) > self.named.longest:
            wrong_length(at, way, len(word), Bounds(most=self.named.longest), entries=False)
        elif not self.pattern.fullmatch(word):
            wrong_form(at, way, word, self.named.pattern, is_key=is_key)

    def schema(self) -> Schema:
        """A text of this form."""
        return bounded(
            {"type": "string", "pattern": self.named.pattern}, Bounds(most=self.named.longest), "", "maxLength"
        )


@dataclass(frozen=True, slots=True)
class Id:
    """An id of a table."""

    ref: Ref

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """The id; whether there is such a thing is no matter of its kind."""
        return at.id(value, self.ref, way) if type(value) is str else wrong_kind(at, way, "a text")

    def read_key(self, at: Context, key: str, way: Way) -> None:
        """Tell of a key that names nothing."""
        at.id(key, self.ref, way, is_key=True)

    def schema(self) -> Schema:
        """Any text: the ids are the file's own."""
        return {"type": "string"}


@dataclass(frozen=True, slots=True)
class Words:
    """One of a few words, or numbers."""

    words: tuple[Any, ...]

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """The word or number; `FAULTY` for any other."""
        if type(value) is type(self.words[0]) and value in self.words:
            return value
        return wrong_word(at, way, value, tuple(map(str, self.words)))

    def read_key(self, at: Context, key: str, way: Way) -> None:
        """Tell of a key that is none of the words."""
        if key not in self.words:
            wrong_word(at, way, key, self.words, is_key=True)

    def schema(self) -> Schema:
        """An enumeration of the words; a constant for a single number."""
        if len(self.words) == 1:
            return {"const": self.words[0], "type": "integer"}
        return {"enum": list(self.words), "type": "string"}


class Texts:
    """Prose: a text, or one for each language."""

    @staticmethod
    def meant(value: Any) -> bool:
        """Whether a value is meant as prose, not as a record that begins with it: no mapping, or one of languages."""
        return not isinstance(value, dict) or (bool(value) and all(map(_LANGUAGE.fullmatch, value)))

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """The prose, without blanks around it."""
        if type(value) is str and len(value) <= LONGEST_PROSE:
            at.prose.append(way)
            return Prose(((at.language, value.strip()),))
        if isinstance(value, dict) and value and all(isinstance(words, str) for words in value.values()):
            if not all(map(_LANGUAGE.fullmatch, value)):
                return wrong_kind(at, way, "a text, or a text for each language under its code, such as `en`")
            at.translated.append((path_of(way), value))
            return Prose(tuple((language, words.strip()) for language, words in value.items()))
        if isinstance(value, str):
            return wrong_length(at, way, len(value), Bounds(most=LONGEST_PROSE), entries=False)
        if isinstance(value, int | float):
            return number_for_text(at, way, value)
        return wrong_kind(at, way, "a text" if value is None else "a text, or a text for each language")

    def schema(self) -> Schema:
        """A text, or a mapping from language to text."""
        by_language = {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1}
        return {"anyOf": [{"type": "string"}, by_language]}


@dataclass(frozen=True, slots=True)
class Line:
    """A condition, or a formula, of the one-line language."""

    gives: Gives
    asks: str

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """The line, parsed; what it names and asks is no matter of its kind."""
        if type(value) is str and value.strip():
            return at.line(value, self.gives, self.asks, way)
        if self.gives == "number":
            is_number = type(value) is int
            return at.line(str(value), "number", self.asks, way) if is_number else wrong_kind(at, way, _FORMULA)
        if type(value) is bool:
            return at.line("true" if value else "false", "truth", self.asks, way)
        return number_for_condition(at, way) if type(value) is int else wrong_kind(at, way, "a condition")

    def schema(self) -> Schema:
        """A text, or what YAML itself has for it."""
        return {"type": ["string", "integer" if self.gives == "number" else "boolean"]}


_FORMULA = "a whole number or a formula"


class Facts:
    """Facts of the judge's vocabulary by name."""

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """The facts; names and values that the judge does not know are told."""
        if type(value) is not dict:
            return wrong_kind(at, way, MAPPING)
        for name, fact in value.items():
            at.fact(name, fact, (way, name))
            if not isinstance(fact, str | int | None):
                wrong_kind(at, (way, name), "a word, a number, `true` or `false`")
        return value

    def schema(self) -> Schema:
        """A mapping from names to words, numbers and truth values."""
        return {"type": "object", "additionalProperties": {"type": ["string", "boolean", "integer", "null"]}}


MAPPING = "a mapping (lines of `key: value`)"


class Weights:
    """Values with their weights, or a list of values that weigh the same."""

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """Each value with its weight."""
        if isinstance(value, list) and value and all(isinstance(drawn, str | int) for drawn in value):
            return tuple({str(drawn): 1 for drawn in value}.items())
        if (
            isinstance(value, dict)
            and value
            and all(type(weight) is int and 0 < weight <= 100 for weight in value.values())
        ):
            return tuple(value.items())
        return wrong_kind(at, way, "a list of values, or a mapping from each value to its weight (1-100)")

    def schema(self) -> Schema:
        """A list of values, or a mapping to weights."""
        weights = {"type": "object", "additionalProperties": {"type": "integer", "minimum": 1, "maximum": 100}}
        return {"anyOf": [{"type": "array", "items": {"type": ["string", "integer"]}, "minItems": 1}, weights]}


class GaugeWords:
    """The word for a gauge from a value on: `{'0': calm, '40': tense}`."""

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """The words by value, both as written."""
        if isinstance(value, dict) and all(map(_FROM_VALUE.fullmatch, value)):
            return {key: Texts().read(at, words, (way, key)) for key, words in value.items()}
        return wrong_kind(at, way, "a mapping from a number in quotes to a word, such as `'40': tense`")

    def schema(self) -> Schema:
        """A mapping from numbers in quotes."""
        return {"type": "object", "propertyNames": {"pattern": FROM_VALUE_PATTERN}}


@dataclass(frozen=True, slots=True)
class Switches:
    """Clauses that are on, with their value where they have one."""

    clause: KeyKind

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """The switches by clause: `true`, `on` or a number."""
        if type(value) is not dict:
            return wrong_kind(at, way, MAPPING)
        for clause, switch in value.items():
            self.clause.read_key(at, clause, (way, clause))
            if switch is not True and switch != "on" and type(switch) is not int:
                wrong_kind(at, (way, clause), "`true` or a whole number")
        return value

    def schema(self) -> Schema:
        """True or a number, by clause."""
        return {"type": "object", "additionalProperties": {"anyOf": [{"const": True}, {"type": "integer"}]}}


class Fuse:
    """The name of a beat, or seconds of the clock."""

    beats = ("table", "orders")
    seconds = Number(Bounds(5, 3600))

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """The beat or the number; `FAULTY` where it is neither, or out of bounds."""
        return self.seconds.read(at, value, way) if type(value) is int else Words(self.beats).read(at, value, way)

    def schema(self) -> Schema:
        """One of two words, or a number."""
        return {"anyOf": [Words(self.beats).schema(), self.seconds.schema()]}


class WrittenCharter:
    """The id of a charter, or the charter itself, which its own room reads."""

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """The id or the mapping as it is written; `FAULTY` where it is neither."""
        is_written = isinstance(value, str | Mapping) and value
        return value if is_written else wrong_kind(at, way, "the id of a charter, or a charter")

    def schema(self) -> Schema:
        """A text or a mapping."""
        return {"type": ["string", "object"]}


class ChangedNumbers:
    """Numbers of the rules that are changed, each within its own bounds."""

    def read(self, at: Context, value: Any, way: Way) -> Any:
        """All numbers of the rules."""
        if type(value) is not dict:
            return wrong_kind(at, way, MAPPING)
        sound: dict[str, int] = {}
        for name, number in value.items():
            at.id(name, _NUMBER, (way, name), is_key=True)
            if type(number) is not int:
                wrong_kind(at, (way, name), "a whole number")
            elif name in Numbers.__dataclass_fields__:
                sound[name] = number
                _check_number(at.complaints, name, number, (way, name))
        return Numbers(**sound)

    def schema(self) -> Schema:
        """A mapping from names to whole numbers."""
        return {"type": "object", "additionalProperties": {"type": "integer"}}


_NUMBER = Ref("number", "number of the rules")


def _check_number(complaints: Complaints, name: str, value: int, way: Way) -> None:
    low, high = bounds(name)
    if not low <= value <= high:
        message = "`{word}` must lie between {low} and {high}."
        fix = "Write a number between {low} and {high}."
        complaints.at(path_of(way), "E509", message, fix, word=name, low=low, high=high)
