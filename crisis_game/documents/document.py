"""A file that has been read: its values, its problems, and the place of every value."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias, Union

from crisis_game.documents.values import Plain
from crisis_game.texts import Problem, Span

Path: TypeAlias = tuple[str | int, ...]
"""The way from the top of a file to a value: keys of mappings and zero-based positions in lists."""

Place: TypeAlias = Union[int, "dict[str | None, Place]", "list[Place]"]
"""The number of a value's mark. A mapping's places stand under its keys, its own number under None; a list's places
follow its own number. A key's number is one less than its value's."""

_LINE_END = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_WIDTH = 100


@dataclass(frozen=True)
class Document:
    """A file that has been read.

    Attributes:
        name: the path as the author gave it.
        value: what the file says; None where it could not be read at all (then there are problems).
        problems: every fault found, in the order of the file; empty when all is well.
        text: the file's characters, without a byte order mark.
    """

    name: str
    value: Plain
    problems: tuple[Problem, ...]
    text: str = field(repr=False)
    _marks: Sequence[int] = field(repr=False)
    _places: Place | None = field(repr=False)

    def span(self, path: Path = ()) -> Span:
        """The place of the value at `path`, or of its nearest ancestor that exists; of several lines, the first."""
        _, place = self._nearest(path)
        return self.span_of(*self._mark(number_of(place)))

    def key_span(self, path: Path) -> Span:
        """The place of the key under which the value at `path` stands; of the value where it has no key.

        Where `path` does not exist, the key of its nearest ancestor that exists.
        """
        found, place = self._nearest(path)
        if found and isinstance(found[-1], str):
            return self.span_of(*self._mark(number_of(place) - 1))
        return self.span_of(*self._mark(number_of(place)))

    def span_within(self, path: Path, start: int, end: int) -> Span:
        """The place of the characters `start` to `end` of the text at `path`, as read.

        Exact for words in one line, with quotes or without; also followed through line breaks and escapes, where
        an escape for blank space may shift it by one.
        """
        _, place = self._nearest(path)
        first, last = self._mark(number_of(place))
        words = _at(self.value, path)
        if not isinstance(words, str):
            return self.span_of(first, last)
        begin = _followed(self.text, first, last, words[:start])
        return self.span_of(begin, max(begin + 1, min(begin + end - start, last)))

    def span_of(self, first: int, last: int) -> Span:
        """The place of the characters from index `first` up to `last` of the text, as far as they are in one line."""
        line = bisect_right(self._lines, first) - 1
        begin = self._lines[line]
        line_end = begin + len(self._line(line + 1).rstrip())
        column = first - begin + 1
        return Span(line + 1, column, max(column + 1, min(last, line_end) - begin + 1))

    def excerpt(self, span: Span) -> str:
        """The line of `span` and, under it, carets below the place; a long line is cut to what stands around it."""
        line = _UNSEEN.sub(" ", self._line(span.line))
        cut = max(0, span.column - 1 - _WIDTH // 2) if len(line) > _WIDTH else 0
        shown = line[cut : cut + _WIDTH].rstrip()
        column = span.column - 1 - cut
        carets = min(max(1, span.end - span.column), _WIDTH - column)
        return f"{shown}\n{' ' * column}{'^' * carets}"

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line begins."""
        return [0, *(found.end() for found in _LINE_END.finditer(self.text))]

    def _line(self, number: int) -> str:
        """The words of a one-based line; none for a line that the file does not have."""
        if not 1 <= number <= len(self._lines):
            return ""
        end = self._lines[number] if number < len(self._lines) else len(self.text)
        return self.text[self._lines[number - 1] : end].rstrip("\r\n\x85\u2028\u2029")

    def _nearest(self, path: Path) -> tuple[Path, Place | None]:
        """As much of `path` as exists, and the place there."""
        place = self._places
        for depth, step in enumerate(path):
            inner = _child(place, step)
            if inner is None:
                return path[:depth], place
            place = inner
        return path, place

    def _mark(self, number: int) -> tuple[int, int]:
        """First and last index of a marked value; the beginning of the file where nothing is marked."""
        if number < 0:
            return 0, 0
        return self._marks[2 * number], self._marks[2 * number + 1]


def _at(value: Plain, path: Path) -> Plain:
    """The value at a path below `value`; None where the path does not exist."""
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
            value = value[step]
        else:
            return None
    return value


def _child(place: Place | None, step: str | int) -> Place | None:
    if isinstance(place, dict) and isinstance(step, str):
        return place.get(step)
    if isinstance(place, list) and isinstance(step, int) and 0 <= step < len(place) - 1:
        return place[step + 1]
    return None


def number_of(place: Place | None) -> int:
    """The number of a place itself; -1 for none."""
    while not isinstance(place, int):
        if place is None:
            return -1
        place = place[None] if isinstance(place, dict) else place[0]
    return place


def _followed(text: str, first: int, last: int, words: str) -> int:
    """The index in `text`, between `first` and `last`, at which `words`, as read, have passed."""
    if text[first:last].startswith(words):
        return first + len(words)
    if text[first] in "|>":
        first = min(last, first + len(_LINE_END.split(text[first:last], maxsplit=1)[0]) + 1)
    elif text[first] in "\"'":
        first += 1
    for letter in words:
        if not letter.isspace():
            while first < last - 1 and text[first] != letter:
                first += 1
        first = min(first + 1, last - 1)
    while first < last - 1 and text[first].isspace():
        first += 1
    return first
