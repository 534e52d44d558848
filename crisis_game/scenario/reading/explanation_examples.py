"""The examples of the explanations, put into their files and checked as an author's own would be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from textwrap import indent
from typing import TypeAlias

from crisis_game.documents import Document, Source, read_yaml
from crisis_game.law.reading import read_conducts
from crisis_game.scenario.library import CATALOGUE, ScenarioFiles, shipped_folder
from crisis_game.scenario.reading.explanations import Example, base_lines
from crisis_game.scenario.reading.load import Reading, read_scenario
from crisis_game.texts import Problem

Check: TypeAlias = Callable[[Reading], tuple[Problem, ...]]
"""What is checked beside the reading itself: the scenario's own tests, which only a room above can run."""

NAME = "my-crisis.yaml"
"""What the file of an example is called."""

_PICTURED = {0x2400 + number: number for number in range(0x20)}
"""Control characters by the signs that Unicode has to show them, such as ␇: an example cannot hold the thing itself."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What the check says of an example.

    Attributes:
        problems: all of them, in the order of the files.
        documents: the files as they were read, by name, for excerpts.
    """

    problems: tuple[Problem, ...]
    documents: Mapping[str, Document]


def try_wrong(example: Example, more: Check) -> Tried:
    """The check of the wrong lines, `more` included."""
    return _tried(example, example.wrong, more)


def try_right(example: Example, more: Check) -> Tried:
    """The check of the right lines, `more` included."""
    return _tried(example, example.right, more)


def _tried(example: Example, lines: str, more: Check) -> Tried:
    written = lines.replace("...", example.dots) if example.dots else lines
    text = put(base_lines(example.base), example.instead, written.translate(_PICTURED))
    data = text.encode(example.encoding)
    source = Source(NAME, data)
    if example.base == "conducts":
        return Tried(read_conducts(source)[1], {NAME: read_yaml(source)})
    catalogue = (shipped_folder() / CATALOGUE).read_bytes()
    beside = {name: words.encode() for name, words in example.beside.items()}
    reading = read_scenario(ScenarioFiles(NAME, {NAME: data, CATALOGUE: catalogue, **beside}))
    return Tried((*reading.problems, *more(reading)), reading.documents)


def put(base: str, old: str, new: str) -> str:
    """A text with some of its whole lines replaced, at whatever depth they are indented there.

    Args:
        base: the text.
        old: lines of it. A last line `...` stands for what is left of the entry above it, or of the text.
        new: what stands in their place; the same lines leave the text as it is.

    Raises:
        ValueError: if the old lines do not stand there exactly once.
    """
    lines = base.splitlines()
    wanted = old.rstrip("\n").splitlines()
    rest = wanted.pop() if wanted[-1].strip() == "..." else None
    starts = [first for first in range(len(lines)) if _stand_at(lines, first, wanted)]
    if len(starts) != 1:
        raise ValueError(f"{len(starts)} times in the base:\n{old}")
    first = starts[0]
    if new == old:
        return base
    margin = _margin(lines[first])
    after = first + len(wanted)
    while rest is not None and after < len(lines) and lines[after].startswith(f"{margin}{_margin(rest)}"):
        after += 1
    changed = indent(new.rstrip("\n"), margin).splitlines()
    return "\n".join([*lines[:first], *changed, *lines[after:], ""])


def _stand_at(lines: list[str], first: int, wanted: list[str]) -> bool:
    margin = _margin(lines[first])
    standing = lines[first : first + len(wanted)]
    return standing == [f"{margin}{line}" if line else "" for line in wanted]


def _margin(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]
