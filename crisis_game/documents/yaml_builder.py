"""Plain values from a stream of YAML events; the only hot loop of the room."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable
from typing import Any, NoReturn

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from crisis_game.documents import faults
from crisis_game.documents.document import Place, number_of
from crisis_game.documents.faults import Fault
from crisis_game.documents.lines import Lines
from crisis_game.documents.source import Limits
from crisis_game.documents.yaml_scalars import NUMBER_STARTS, WORDS, NumberTooLargeError, Plain, Scalar, number_or_text
from crisis_game.texts import Problem, Value

Event = Any
"""An event of PyYAML; its C parser is not typed."""

_DIRECTIVE = re.compile(r"(?:\s|\.\.\.|#[^\r\n]*)*+(?<![^\r\n])%")
_OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_SHOWN = 60


class ReadingEndedError(Exception):
    """Reading ends here; the problem that says why has been noted."""


class Builder:
    """Builds the values of one file and notes its problems.

    Attributes:
        problems: what was found so far.
        marks: for each key and value in the order of the file, its first index in the text and the one after its last.

    The same keys stand in many mappings: a word that has been a sound key once, without quotes, needs no second look.
    """

    def __init__(self, name: str, lines: Lines, limits: Limits) -> None:
        self.limits = limits
        self.problems: list[Problem] = []
        self.marks = array("I")
        self._name = name
        self._lines = lines
        self._next: Callable[[], Event] = _no_event
        self._most_marks = 2 * limits.values
        self._deepest = limits.depth
        self._longest = limits.length
        self._words: set[str] = set()

    def build(self, next_event: Callable[[], Event]) -> tuple[Plain, Place | None]:
        """The value of the file's one document and the places in it.

        Raises:
            ReadingEndedError: where reading ends early.
            yaml.YAMLError: as the parser raises it.
        """
        self._next = next_event
        self._refuse_directives(0)
        next_event()
        opening = next_event()
        if type(opening) is StreamEndEvent:
            self._stop(faults.EMPTY, opening)
        root = next_event()
        if _says_nothing(root):
            self._stop(faults.EMPTY, root)
        value, place = self._value(root, 1)
        self._refuse_directives(next_event().end_mark.index)
        closing = next_event()
        if type(closing) is DocumentStartEvent:
            self._note(faults.SEVERAL_DOCUMENTS, closing)
        return value, place

    def _refuse_directives(self, index: int) -> None:
        """Stop before the parser reads directives: it compares each with all before it, which a file can abuse."""
        directive = _DIRECTIVE.match(self._lines.text, index)
        if directive:
            self._note_at(faults.DIRECTIVE, directive.end() - 1, directive.end())
            raise ReadingEndedError

    def _value(self, event: Event, depth: int) -> tuple[Plain, Place]:
        """The value that `event` begins, and its place."""
        kind, marks = type(event), self.marks
        place = len(marks) // 2
        if kind is ScalarEvent:
            return self._scalar(event), place
        if kind is AliasEvent:
            self._mark(event)
            self._note(faults.ALIAS, event)
            return None, place
        if depth > self._deepest or event.anchor is not None or event.tag is not None or len(marks) >= self._most_marks:
            self._check_container(event, depth)
        marks.append(event.start_mark.index)
        marks.append(event.end_mark.index)
        return self._mapping(place, depth) if kind is MappingStartEvent else self._sequence(place, depth)

    def _mapping(self, place: int, depth: int) -> tuple[dict[str, Plain], dict[str | None, Place]]:
        mapping: dict[str, Plain] = {}
        places: dict[str | None, Place] = {None: place}
        next_event, marks, words = self._next, self.marks, self._words
        while type(event := next_event()) is not MappingEndEvent:
            key: str | None = event.value if type(event) is ScalarEvent else None
            if key in words and key not in places and event.tag is None and event.anchor is None:
                marks.append(event.start_mark.index)
                marks.append(event.end_mark.index)
            else:
                key = self._key(event, depth, places)
            event = next_event()
            if key is None:
                self._value(event, depth + 1)
            elif type(event) is ScalarEvent:
                places[key] = len(marks) // 2
                mapping[key] = self._scalar(event)
            else:
                mapping[key], places[key] = self._value(event, depth + 1)
        return mapping, places

    def _sequence(self, place: int, depth: int) -> tuple[list[Plain], list[Place]]:
        sequence: list[Plain] = []
        places: list[Place] = [place]
        next_event = self._next
        while type(event := next_event()) is not SequenceEndEvent:
            value, inner = self._value(event, depth + 1)
            sequence.append(value)
            places.append(inner)
        return sequence, places

    def _key(self, event: Event, depth: int, before: dict[str | None, Place]) -> str | None:
        """The key that `event` begins; None, with a problem noted, where it cannot be one."""
        if type(event) is not ScalarEvent:
            if type(event) is not AliasEvent:
                self._note(faults.KEY_IS_NO_TEXT, event)
            self._value(event, depth + 1)
            return None
        key = self._scalar(event)
        if type(key) is not str:
            self._note(faults.KEY_IS_NO_WORD, event, key=event.value)
        elif key == "<<" and not event.style:
            self._note(faults.MERGE_KEY, event)
        elif key in before:
            self._note(faults.DUPLICATE_KEY, event, key=key[:_SHOWN], line=self._line_of(before[key]))
        else:
            if not (event.style or event.tag or event.anchor) and len(key) <= self._longest:
                self._words.add(key)
            return key
        return None

    def _scalar(self, event: Event) -> Scalar:
        """The value of one scalar, checked and marked."""
        marks = self.marks
        if len(marks) >= self._most_marks:
            self._check_amount(event)
        marks.append(event.start_mark.index)
        marks.append(event.end_mark.index)
        text: str = event.value
        if event.tag is not None or event.anchor is not None or len(text) > self._longest:
            return self._refused(event)
        if event.style:
            if event.style == '"' and (obeyed := _OBEYED.search(text)):
                self._note(faults.CONTROL_CHARACTER, event, letter=f"U+{ord(obeyed[0]):04X}")
                return _OBEYED.sub("", text)
            return text
        if text in WORDS:
            return WORDS[text]
        return self._number(event) if text[0] in NUMBER_STARTS else text

    def _number(self, event: Event) -> int | float | str:
        text: str = event.value
        try:
            return number_or_text(text, self.limits.digits)
        except NumberTooLargeError:
            self._note(faults.NUMBER_TOO_LARGE, event)
            return text

    def _refused(self, event: Event) -> str:
        """The text of a scalar that has what is not read."""
        self._check_extras(event)
        if len(event.value) > self.limits.length:
            self._note(faults.TOO_LONG, event, length=len(event.value), limit=self.limits.length)
        return str(event.value)

    def _check_extras(self, event: Event) -> None:
        if event.anchor is not None:
            self._note(faults.ALIAS, event)
        if event.tag is not None:
            self._note(faults.TAG, event)

    def _check_container(self, event: Event, depth: int) -> None:
        if depth > self._deepest:
            self._stop(faults.TOO_DEEP, event, limit=self._deepest)
        self._check_extras(event)
        self._check_amount(event)

    def _check_amount(self, event: Event) -> None:
        if len(self.marks) >= self._most_marks:
            self._stop(faults.TOO_MANY, event, limit=self.limits.values)

    def _mark(self, event: Event) -> None:
        self._check_amount(event)
        self.marks.append(event.start_mark.index)
        self.marks.append(event.end_mark.index)

    def _note(self, fault: Fault, event: Event, **values: Value) -> None:
        self._note_at(fault, event.start_mark.index, event.end_mark.index, **values)

    def _note_at(self, fault: Fault, first: int, last: int, **values: Value) -> None:
        self.problems.append(fault.at(self._name, self._lines.span(first, last), **values))
        if len(self.problems) >= self.limits.problems:
            raise ReadingEndedError

    def _stop(self, fault: Fault, event: Event, **values: Value) -> NoReturn:
        self._note(fault, event, **values)
        raise ReadingEndedError

    def _line_of(self, place: Place) -> int:
        """The line of the key whose value is at `place`."""
        return self._lines.span(self.marks[2 * (number_of(place) - 1)], 0).line


def _no_event() -> Event:
    raise ReadingEndedError


def _says_nothing(event: Event) -> bool:
    return type(event) is ScalarEvent and not (event.value or event.style or event.tag or event.anchor)
