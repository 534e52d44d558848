"""YAML read from libyaml's stream of events, without a graph of nodes in between.

That keeps the places of all values and is still several times as fast as the usual loaders: what costs them most is
the graph, and the garbage collector's walks over it.
"""

from __future__ import annotations

import codecs
import gc
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

import yaml

from crisis_game.documents import faults
from crisis_game.documents.document import Document
from crisis_game.documents.lines import Lines
from crisis_game.documents.recovery import further_mistakes
from crisis_game.documents.source import LIMITS, Limits, Source
from crisis_game.documents.syntax_faults import OTHER_INDENTATION, UNCLEAR, complaint_of, misfit, root_of
from crisis_game.documents.yaml_builder import Builder, ReadingEndedError
from crisis_game.texts import Problem, Span
from crisis_game.texts.lookalikes import first_in, in_structure

LOADER: Callable[[bytes], Any] = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
"""libyaml's parser; PyYAML's own where libyaml is missing: the same answers, more slowly."""

_CONTROL = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")


def read_yaml(source: Source, limits: Limits = LIMITS) -> Document:
    """Read a YAML or JSON file.

    All faults are listed in one run, up to `limits.problems`. After a fault of syntax no value can be trusted; what
    else is no YAML is told as far as it can be told apart (`recovery`). Never raises, whatever the bytes.

    Args:
        source: the file's name and bytes, UTF-8 with or without a byte order mark.
        limits: how large the file may be.

    Returns:
        The document. Its value is what could be read, also where single values are at fault (a refused alias is
        None, of duplicate keys the first counts); None after a fault of syntax or of size.
    """
    size = len(source.data)
    if size > limits.size:
        problem = faults.TOO_LARGE.at(source.name, Span(1, 1, 2), limit=limits.size)
        return Document(source.name, None, (problem,), Lines(""))
    data = source.data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as fault:
        return _undecodable(source.name, data, fault.start)
    return _Reading(source.name, Lines(_with_whole_letters(text)), limits).document()


def _undecodable(name: str, data: bytes, first: int) -> Document:
    lines = Lines(data.decode(errors="replace"))
    index = len(data[:first].decode())
    return Document(name, None, (faults.OTHER_ENCODING.at(name, lines.span(index, index + 1)),), lines)


class _Reading:
    """One pass over one file."""

    def __init__(self, name: str, lines: Lines, limits: Limits) -> None:
        self.name = name
        self.lines = lines
        self.limits = limits

    def document(self) -> Document:
        builder = Builder(self.name, self.lines, self.limits)
        value, places = None, None
        with without_garbage_collection():
            try:
                value, places = builder.build(LOADER(self.lines.text.encode()).get_event)
            except ReadingEndedError:
                pass
            except yaml.MarkedYAMLError as fault:
                first = self._broken(fault)
                builder.problems.append(first)
                builder.problems.extend(further_mistakes(self.lines, first, self._first_mistake))
            except (yaml.YAMLError, ValueError, OverflowError):
                builder.problems.extend(self._unreadable())
        return Document(self.name, value, tuple(builder.problems), self.lines, builder.marks, places)

    def _broken(self, fault: yaml.MarkedYAMLError) -> Problem:
        """The problem behind a complaint of the parser, at the place where an author would look for it."""
        noticed = fault.problem_mark or fault.context_mark
        index = noticed.index if noticed else 0
        complaint = complaint_of(f"{fault.context} {fault.problem}", self.lines.text[index : index + 1])
        start = fault.context_mark.index if complaint.at_start and fault.context_mark else index
        complaint, index = root_of(complaint, self.lines.text, start, index)
        place = self.lines.span(index, index + 1)
        for number in (place.line, place.line - 1):
            if odd := in_structure(self.lines.line(number)):
                sign = first_in(self.lines.line(number)[odd[0] : odd[1]])
                return faults.LOOKALIKE.at(self.name, Span(number, odd[0] + 1, odd[1] + 1), sign=sign)
        slipped = misfit(self.lines, place) if complaint is OTHER_INDENTATION else None
        kind, values = slipped or (complaint.fault, {})
        return kind.at(self.name, place, **values)

    def _first_mistake(self, lines: Lines) -> Problem | None:
        """The first fault of syntax in other lines of the same file."""
        reading = _Reading(self.name, lines, self.limits)
        try:
            Builder(self.name, lines, self.limits).build(LOADER(lines.text.encode()).get_event)
        except yaml.MarkedYAMLError as fault:
            return reading._broken(fault)
        except (ReadingEndedError, yaml.YAMLError, ValueError, OverflowError):
            return None
        return None

    def _unreadable(self) -> list[Problem]:
        """The characters that the parser refuses; one general complaint where it stumbled over something else."""
        letters = islice(_CONTROL.finditer(self.lines.text), self.limits.problems)
        return [self._control_character(letter) for letter in letters] or [UNCLEAR.fault.at(self.name, Span(1, 1, 2))]

    def _control_character(self, letter: re.Match[str]) -> Problem:
        place = self.lines.span(letter.start(), letter.end())
        return faults.CONTROL_CHARACTER.at(self.name, place, letter=f"U+{ord(letter[0]):04X}")


def _with_whole_letters(text: str) -> str:
    """JSON writes letters beyond U+FFFF as two halves, which YAML does not know: the same as one YAML escape."""
    if "\\u" not in text or not text.lstrip().startswith(("[", "{")):
        return text
    return _PAIR.sub(_whole_letter, text)


def _whole_letter(halves: re.Match[str]) -> str:
    number = 0x10000 + ((int(halves[2], 16) - 0xD800) << 10) + (int(halves[3], 16) - 0xDC00)
    return f"{halves[1]}\\U{number:08X}"


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Nothing that a reading makes is garbage; looking for it would cost more than the reading.

    Afterwards what was made counts as old, like all that stays: as young it would be looked through at once.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
