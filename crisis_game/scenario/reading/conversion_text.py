"""A person's file rewritten key by key: each change replaces the characters of one key with its value, or takes it out.

Comments stay, those beside what goes too: they get a line of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from crisis_game.documents import Document, Path, Source, read_yaml
from crisis_game.documents.editing import extent

_COMMENT = re.compile(r"(?:^|(?<=[\s{,]))#[^\n]*", re.MULTILINE)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def read_text(name: str, text: str) -> Document:
    """A text as a document."""
    return read_yaml(Source(name, text.encode()))


def lines_of(text: str) -> list[str]:
    """The lines of a text, each with its end."""
    return _LINE.findall(text)


def value_at(document: Document, path: Path) -> Any:
    """The value at a path; None where there is none."""
    value: Any = document.value
    for step in path:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def column_of(document: Document, path: Path) -> int:
    """How many characters stand before a key in its line."""
    first = document.key_marks(path)[0]
    return first - document.lines.text.rfind("\n", 0, first) - 1


def _line_of(document: Document, path: Path) -> int:
    """How many lines stand above that of a key."""
    return document.lines.text.count("\n", 0, document.key_marks(path)[0])


def in_braces(document: Document, path: Path) -> bool:
    """Whether a mapping is written in braces."""
    first = document.marks(path)[0]
    return isinstance(value_at(document, path), dict) and document.lines.text[first : first + 1] == "{"


def remarks(document: Document, path: Path) -> list[str]:
    """The comments behind a value in its line, or behind the key of a mapping that is written in lines."""
    is_block = isinstance(value_at(document, path), dict) and not in_braces(document, path)
    first = document.key_marks(path)[1] if is_block else extent(document, path)[1]
    text = document.lines.text
    return _COMMENT.findall(text[first : text.find("\n", first) + 1 or len(text)])


@dataclass(frozen=True, slots=True)
class _Splice:
    first: int
    last: int
    words: str


class Rewriting:
    """Changes of one file, gathered before they are made."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._text = document.lines.text
        self._splices: list[_Splice] = []
        self._dropped: dict[Path, None] = {}

    def words(self, path: Path) -> str:
        """A value as it is written."""
        first, last = extent(self.document, path)
        return self._text[first:last]

    def put(self, path: Path, *entries: str) -> None:
        """Put entries, each `key: value`, in the place of a key with its value."""
        first, last = self._whole(path)
        between = ", " if in_braces(self.document, path[:-1]) else "\n" + " " * column_of(self.document, path)
        self._splices.append(_Splice(first, last, between.join(entries)))

    def put_value(self, path: Path, words: str) -> None:
        """Put words in the place of a value."""
        self._splices.append(_Splice(*extent(self.document, path), words))

    def rename(self, path: Path, key: str) -> None:
        """Give a key another name."""
        self._splices.append(_Splice(*self.document.key_marks(path), key))

    def drop(self, path: Path) -> None:
        """Take out a key with its value."""
        self._dropped[path] = None

    def text(self) -> str:
        """The file with all changes."""
        dropped = (self._without(path) for path in sorted(self._dropped, key=self._whole))
        parts: list[str] = []
        done = 0
        for splice in sorted([*self._splices, *dropped], key=lambda splice: (splice.first, -splice.last)):
            if splice.first >= done:
                parts += [self._text[done : splice.first], splice.words]
                done = splice.last
        return "".join([*parts, self._text[done:]])

    def _whole(self, path: Path) -> tuple[int, int]:
        """The characters of a key with its value."""
        return self.document.key_marks(path)[0], extent(self.document, path)[1]

    def _without(self, path: Path) -> _Splice:
        return (self._out_of_braces if in_braces(self.document, path[:-1]) else self._out_of_lines)(path)

    def _out_of_lines(self, path: Path) -> _Splice:
        first, last = self._whole(path)
        column = column_of(self.document, path)
        line_end = self._text.find("\n", last) + 1 or len(self._text)
        comments = _COMMENT.findall(self._text[last:line_end])
        if not self._text[first - column : first].strip():
            kept = "".join(f"{' ' * column}{comment}\n" for comment in comments)
            return _Splice(first - column, line_end, kept)
        _, following = self._beside(path)
        if not following:
            return _Splice(first, last, "{}")
        kept = "".join(f"{comment}\n{' ' * column}" for comment in comments)
        return _Splice(first, self.document.key_marks(following[0])[0], kept)

    def _out_of_braces(self, path: Path) -> _Splice:
        first, last = self._whole(path)
        before, following = self._beside(path)
        if any(key not in self._dropped for key in following):
            end = self.document.key_marks(following[0])[0]
            return _Splice(first, end, self._comments(last, end))
        begin, kept = first, ""
        for key in reversed(before):
            end = self._whole(key)[1]
            begin, kept = end, self._comments(end, begin) + kept
            if key not in self._dropped:
                break
            begin = self._whole(key)[0]
        return _Splice(begin, last, kept)

    def _comments(self, first: int, last: int) -> str:
        """The comments between two values in braces, each in a line of its own."""
        return "".join(f" {comment}\n" for comment in _COMMENT.findall(self._text[first:last]))

    def _beside(self, path: Path) -> tuple[list[Path], list[Path]]:
        """The keys before one and after it in the same mapping."""
        keys = [(*path[:-1], key) for key in value_at(self.document, path[:-1])]
        place = keys.index(path)
        return keys[:place], keys[place + 1 :]


def unfolded(document: Document, paths: Sequence[Path]) -> str:
    """The text with some mappings, none inside another, in lines where they stood in braces."""
    rewriting = Rewriting(document)
    for path in paths:
        if in_braces(document, path) and value_at(document, path):
            column = column_of(document, path) + 2
            rewriting.put(path, f"{path[-1]}:\n{''.join(_in_lines(document, path, column))}".rstrip("\n"))
    return rewriting.text()


def _in_lines(document: Document, path: Path, column: int) -> Iterator[str]:
    """The entries of a mapping in braces, in lines that begin at a column, with the comments between them."""
    text = document.lines.text
    done = extent(document, path)[0] + 1
    end = extent(document, path)[1] - 1
    for key in value_at(document, path):
        first, last = document.key_marks((*path, key))[0], extent(document, (*path, key))[1]
        yield from (f"{' ' * column}{comment}\n" for comment in _COMMENT.findall(text[done:first]))
        entry, *more = lines_of(text[first:last])
        yield " " * column + entry
        yield from (f"{' ' * (column + 2)}{line.lstrip(' ')}" for line in more)
        yield "\n"
        done = last
    yield from (f"{' ' * column}{comment}\n" for comment in _COMMENT.findall(text[done:end]))


@dataclass(frozen=True, slots=True)
class Part:
    """A key of a mapping in lines, with the comments above it and all that stands below it."""

    key: str
    above: list[str]
    lines: list[str]

    @property
    def whole(self) -> list[str]:
        """All lines in order."""
        return [*self.above, *self.lines]


def parts_of(document: Document, path: Path) -> tuple[list[str], list[Part]]:
    """The lines of a mapping that is written in lines: those before its first part, and its parts.

    The comments and empty lines above a key go with it; those at the end of the mapping go with its last part.
    """
    lines = lines_of(document.lines.text)
    mapping = value_at(document, path)
    if not isinstance(mapping, dict) or not mapping:
        return ([], []) if path else (lines, [])
    keys = list(mapping)
    begin = _line_of(document, path) + 1 if path else 0
    heads = [_line_of(document, (*path, key)) for key in keys]
    tops = [_top(lines, head, begin) for head in heads]
    ends = [*tops[1:], _end(document, path, lines)]
    parts = [
        Part(key, lines[top:head], lines[head:end]) for key, top, head, end in zip(keys, tops, heads, ends, strict=True)
    ]
    return lines[begin : tops[0]] if tops else [], parts


def _top(lines: list[str], head: int, begin: int) -> int:
    """The first line of the comments and empty lines above a line."""
    top = head
    while top > begin and (not lines[top - 1].strip() or lines[top - 1].lstrip(" ").startswith("#")):
        top -= 1
    while top < head and _indent(lines[top]) > _indent(lines[head]):
        top += 1
    return top


def _end(document: Document, path: Path, lines: list[str]) -> int:
    """The line after a mapping: where the next key of the same or a lower level has its comments."""
    if not path:
        return len(lines)
    keys = list(value_at(document, path[:-1]))
    place = keys.index(path[-1]) + 1
    if place == len(keys):
        return _end(document, path[:-1], lines)
    return _top(lines, _line_of(document, (*path[:-1], keys[place])), _line_of(document, path) + 1)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def moved(lines: Sequence[str], columns: int) -> list[str]:
    """Lines moved to the right, or to the left."""
    if columns >= 0:
        return [" " * columns + line if line.strip() else line for line in lines]
    return [line[min(-columns, _indent(line)) :] for line in lines]
