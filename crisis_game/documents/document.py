"""A file that has been read: its values, its problems, and the place of every value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, Union

from crisis_game.documents.lines import Lines
from crisis_game.documents.yaml_scalars import Plain
from crisis_game.texts import Problem, Span

Path: TypeAlias = tuple[str | int, ...]
"""The way from the top of a file to a value: keys of mappings and zero-based positions in lists."""

Place: TypeAlias = Union[int, "dict[str | None, Place]", "list[Place]"]
"""The number of a value's mark. A mapping's places stand under its keys, its own number under None; a list's places
follow its own number. A key's number is one less than its value's."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file that has been read.

    Attributes:
        name: the path as the author gave it.
        value: what the file says; None where it could not be read at all (then there are problems).
        problems: every fault found, as they stand in the file; empty when all is well.
        lines: the file's text by lines.
    """

    name: str
    value: Plain
    problems: tuple[Problem, ...]
    lines: Lines = field(repr=False, compare=False)
    _marks: Sequence[int] = field(default=(), repr=False, compare=False)
    _places: Place | None = field(default=None, repr=False, compare=False)

    def span(self, path: Path = ()) -> Span:
        """The place of the value at `path`, or of its nearest ancestor that exists; of several lines, the first."""
        _, place = self._nearest(path)
        return self.lines.span(*self._mark(number_of(place)))

    def key_span(self, path: Path) -> Span:
        """The place of the key under which the value at `path` stands; of the value where it has no key.

        Where `path` does not exist, the key of its nearest ancestor that exists.
        """
        nearest, place = self._nearest(path)
        has_key = bool(nearest) and isinstance(nearest[-1], str)
        return self.lines.span(*self._mark(number_of(place) - has_key))

    def span_within(self, path: Path, start: int, end: int) -> Span:
        """The place of the characters from `start` up to `end` of the text at `path`.

        Exact for a text in one line; see `Lines.follow` for others. Where there is no text, like `span`.
        """
        words = _at(self.value, path)
        if not isinstance(words, str):
            return self.span(path)
        first, last = self._mark(number_of(self._nearest(path)[1]))
        begin = self.lines.follow(first, last, words[:start])
        return self.lines.span(begin, max(begin + 1, min(begin + end - start, last)))

    def marks(self, path: Path) -> tuple[int, int]:
        """First index in the text, and the one after the last, of the value at `path`; of a container its opening."""
        return self._mark(number_of(self._nearest(path)[1]))

    def key_marks(self, path: Path) -> tuple[int, int]:
        """First index in the text, and the one after the last, of the key of the value at `path`."""
        return self._mark(number_of(self._nearest(path)[1]) - 1)

    def is_text(self, index: int) -> bool:
        """Whether the character at an index of the file belongs to a key or a value, not to what stands around them."""
        marks = self._marks
        return any(marks[place] <= index < marks[place + 1] for place in range(0, len(marks), 2))

    def excerpt(self, span: Span) -> str:
        """The line of `span` with carets under the place."""
        return self.lines.excerpt(span)

    def _nearest(self, path: Path) -> tuple[Path, Place | None]:
        """As much of `path` as exists, and the place there."""
        place = self._places
        for depth, step in enumerate(path):
            inner = _inner(place, step)
            if inner is None:
                return path[:depth], place
            place = inner
        return path, place

    def _mark(self, number: int) -> tuple[int, int]:
        """First index and last of a marked value; the beginning of the file where nothing is marked."""
        return (self._marks[2 * number], self._marks[2 * number + 1]) if number >= 0 else (0, 0)


def number_of(place: Place | None) -> int:
    """The number of a place itself; -1 for none."""
    while not isinstance(place, int):
        if place is None:
            return -1
        place = place[None] if isinstance(place, dict) else place[0]
    return place


def _inner(place: Place | None, step: str | int) -> Place | None:
    """The place that one step of a path leads to."""
    if isinstance(place, dict) and isinstance(step, str):
        return place.get(step)
    if isinstance(place, list) and isinstance(step, int) and 0 <= step < len(place) - 1:
        return place[step + 1]
    return None


def _at(value: Plain, path: Path) -> Plain:
    """The value at a path below `value`; None where there is none."""
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
            value = value[step]
        else:
            return None
    return value
