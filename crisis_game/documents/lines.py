"""The lines of a text, and places in it."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate, chain

from crisis_game.texts import Span, visible

_RARE_LINE_END = re.compile(r"\r(?!\n)|[\x85\u2028\u2029]")
_LINE_END = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_WIDTH = 100


class Lines:
    """A text by lines, as YAML divides it: also at a lone carriage return and at Unicode's line ends.

    Attributes:
        text: the characters of a file, without a byte order mark.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def span(self, first: int, last: int) -> Span:
        """The place of the characters from index `first` up to `last`, as far as they stand in one line."""
        number = bisect_right(self._begins, first)
        begin = self._begins[number - 1]
        column = first - begin + 1
        line_end = begin + len(self.line(number).rstrip())
        return Span(number, column, max(column + 1, min(last, line_end) - begin + 1))

    def index(self, span: Span) -> int:
        """The index in the text at which a place begins; the text's end for a line that it does not have."""
        known = 1 <= span.line <= len(self._begins)
        return min(self._begins[span.line - 1] + span.column - 1, len(self.text)) if known else len(self.text)

    def line(self, number: int) -> str:
        """The characters of a one-based line, without its end; none where the text has no such line."""
        if not 1 <= number <= len(self._begins):
            return ""
        rest = self._begins[number] if number < len(self._begins) else len(self.text)
        return self.text[self._begins[number - 1] : rest].rstrip("\r\n\x85\u2028\u2029")

    def all(self) -> list[str]:
        """All lines, without their ends."""
        return [self.line(number) for number in range(1, len(self._begins) + 1)]

    def excerpt(self, span: Span) -> str:
        """The line of `span` and, under it, carets below the place; a long line is cut, where … stands."""
        line = self.line(span.line)
        cut = max(0, span.column - 1 - _WIDTH // 2) if len(line) > _WIDTH else 0
        part = line[cut : cut + _WIDTH].rstrip()
        if cut:
            part = f"…{part[1:]}"
        if len(line) > cut + _WIDTH:
            part = f"{part[: _WIDTH - 1]}…"
        first, last = span.column - 1 - cut, span.end - 1 - cut
        before = len(_shown(part[:first])) + max(0, first - len(part))
        carets = max(1, len(_shown(part[first:last])))
        return f"{_shown(part)}\n{' ' * before}{'^' * carets}"

    def follow(self, first: int, last: int, words: str) -> int:
        """The index, between `first` and `last`, at which `words`, as YAML reads them there, have passed.

        Exact for words in one line, with quotes or without. Line breaks are followed too, and escapes as far as
        they stand for themselves; an escape for a blank may shift the answer by one.
        """
        if self.text.startswith(words, first, last):
            return first + len(words)
        index = self._after_opening(first, last)
        for letter in words:
            if not letter.isspace():
                while index < last - 1 and self.text[index] != letter:
                    index += 1
            index += index < last - 1
        while index < last - 1 and self.text[index].isspace():
            index += 1
        return index

    def _after_opening(self, first: int, last: int) -> int:
        """Where the words begin of a text that is opened by a quote, or by | or > on the line before."""
        opening = self.text[first : first + 1]
        if opening and opening in "|>":
            line_end = _LINE_END.search(self.text, first, last)
            return line_end.end() if line_end else first
        return first + 1 if opening and opening in "\"'" else first

    @cached_property
    def _begins(self) -> array[int]:
        """The index at which each line begins."""
        text = self.text
        if "\r" in text or not text.isascii():
            text = _RARE_LINE_END.sub("\n", text)
        ends = accumulate(len(line) + 1 for line in text.split("\n"))
        return array("I", chain((0,), ends))[:-1]


def _shown(part: str) -> str:
    """A part of a line as it is shown: each tab as wide as a blank, and no sign unseen."""
    return visible(part.replace("\t", " "))
