"""Pages in numbered lines: everything is read out in its order, and what opens is chosen by its number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from crisis_game.pages.charts.words import sentences, title
from crisis_game.pages.narrow_tables import table_lines
from crisis_game.pages.parts import (
    Beside,
    Chart,
    Fold,
    Heading,
    Kind,
    Line,
    Page,
    Part,
    Run,
    Sample,
    Space,
    Table,
    Tree,
    hanging,
)
from crisis_game.plain.console import BACK, Console
from crisis_game.texts import Text, Wording

_GAP = re.compile(r"(?<=[^\s.:;,?!])(?: {2,}| · )")
_BLANKS = re.compile(r" {2,}")

_CELL = "\0"
"""After words in a column of their own: what follows without a gap is what they name."""

LookUp = Callable[[Kind, str], None]
"""Reads something of the law library out."""


def read_page(console: Console, page: Page, look_up: LookUp) -> None:
    """A page under its title."""
    console.heading(page.title)
    read_parts(console, page.all, look_up)


def say_page(console: Console, page: Page) -> None:
    """A page under its title, as far as it stands open; of the rest the titles. Nothing is asked."""
    console.heading(page.title)
    for part in page.all:
        say_parts(console, (part,))
        if isinstance(part, Fold) and not part.opened:
            console.line(f"- {words_of(part.title, console.wording)}")


def words_of(line: Line, wording: Wording) -> str:
    """The words of a line without signs and bars, which only repeat them; commas where gaps or dots divide them."""
    words = ""
    for run in line.whole:
        if isinstance(run, Run):
            said = wording.say(run.words)
            words += f": {said}" if words.endswith(_CELL) and said[:1].strip() else said
            words += _CELL if run.width and said else ""
    return _BLANKS.sub(" ", _GAP.sub(", ", words.replace(_CELL, "").strip()))


def read_parts(console: Console, parts: Sequence[Part], look_up: LookUp, about: tuple[Kind, str] | None = None) -> None:
    """Some parts, then a choice among those that open, and to look up what they are about."""
    say_parts(console, parts)
    folds = [part for part in _apart(parts) if isinstance(part, Fold)]
    options: list[Text | str] = [words_of(fold.title, console.wording) for fold in folds]
    if about is not None:
        options.append(Text("Look it up in the law library"))
    while options and (place := console.choose(Text("Open which?"), options, BACK)) is not None:
        if place < len(folds):
            console.line(options[place])
            read_parts(console, folds[place].parts, look_up, folds[place].look_up)
        elif about is not None:
            look_up(*about)


def say_parts(console: Console, parts: Sequence[Part]) -> None:
    """What stands open, in its order."""
    for part in _apart(parts):
        _say(console, part)
        if isinstance(part, Fold) and part.opened:
            console.line(words_of(part.title, console.wording))
            say_parts(console, part.parts)


def _apart(parts: Iterable[Part]) -> list[Part]:
    """The parts one after the other: what stands beside another comes after it."""
    apart: list[Part] = []
    for part in parts:
        apart += [part.left, part.right] if isinstance(part, Beside) else [part]
    return apart


def _say(console: Console, part: Part) -> None:
    match part:
        case Heading():
            _say_heading(console, part)
        case Line():
            _say_line(console, part)
        case Table():
            _say_lines(console, table_lines(part))
        case Chart(drawing):
            console.line()
            console.line(Text("{chart}:", {"chart": title(drawing)}))
            _items(console, map(console.wording.say, sentences(drawing)))
        case Tree(root):
            for depth, branch in hanging(root):
                console.line(f"- {words_of(branch.line, console.wording)}", indent=2 * depth)
        case Sample(lines):
            for sample in lines:
                console.line(sample, indent=2)
        case Space():
            console.line()


def _say_heading(console: Console, heading: Heading) -> None:
    console.line()
    said = ", ".join(console.wording.say(words) for words in (heading.words, heading.note) if words is not None)
    console.line(said if said.endswith((".", "!", "?")) else f"{said}:")


def _say_line(console: Console, part: Line) -> None:
    words = words_of(part, console.wording)
    if part.mark.strip():
        console.line(f"- {words[:1].upper()}{words[1:]}")
    else:
        console.line(words, indent=2 if part.mark else 0)


def _say_lines(console: Console, lines: Iterable[Line]) -> None:
    for line in lines:
        _say_line(console, line)


def _items(console: Console, said: Iterable[str]) -> None:
    for sentence in said:
        console.line(f"- {sentence}")
