"""Pages in numbered lines: everything is read out in its order, and what opens is chosen by its number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from crisis_game.pages.charts.words import sentences, title
from crisis_game.pages.parts import Beside, Chart, Fold, Heading, Kind, Line, Page, Part, Run, Space, Table
from crisis_game.plain.console import Console
from crisis_game.texts import Text, Wording

_GAP = re.compile(r"(?<=[^\s.:;,]) {2,}")

LookUp = Callable[[Kind, str], None]
"""Reads something of the law library out."""


def read_page(console: Console, page: Page, look_up: LookUp) -> None:
    """A page under its title."""
    console.heading(page.title)
    read_parts(console, page.parts, look_up)


def words_of(line: Line, wording: Wording) -> str:
    """The words of a line without signs and bars, which only repeat them; a comma where only a gap divides them."""
    words = "".join(wording.say(one.words) for one in line.runs if isinstance(one, Run)).strip()
    return _GAP.sub(", ", words)


def read_parts(console: Console, parts: Sequence[Part], look_up: LookUp, about: tuple[Kind, str] | None = None) -> None:
    """Some parts, then a choice among those that open, and to look up what they are about."""
    say_parts(console, parts)
    folds = [part for part in _apart(parts) if isinstance(part, Fold)]
    options: list[Text | str] = [words_of(one.title, console.wording) for one in folds]
    if about is not None:
        options.append(Text("Look it up in the law library"))
    while options and (place := console.choose(Text("Open which?"), options, Text("Back"))) is not None:
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
        case Heading(heading):
            console.line()
            console.line(f"{console.wording.say(heading)}:")
        case Line():
            words = words_of(part, console.wording)
            console.line(f"- {words[:1].upper()}{words[1:]}" if part.mark else words)
        case Table(head, rows):
            for row in rows:
                cells = (
                    f"{console.wording.say(name)}: {console.wording.say(cell)}"
                    for name, cell in zip(head, row, strict=True)
                )
                console.line(f"- {'; '.join(cells)}")
        case Chart(drawing):
            console.line()
            console.line(Text("{chart}:", {"chart": title(drawing)}))
            for one in sentences(drawing):
                console.line(f"- {console.wording.say(one)}")
        case Space():
            console.line()
