"""Pages as Markdown (CommonMark with tables). What people wrote is escaped, so that it stays what they wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from crisis_game.pages.charts.words import sentences, title
from crisis_game.pages.parts import (
    Beside,
    Chart,
    Fold,
    Heading,
    Line,
    Page,
    Part,
    Run,
    Sample,
    Table,
    Tree,
    hanging,
)
from crisis_game.texts import Prose, Text, Wording, visible

DEEPEST = 6
"""Markdown has six levels of headings."""

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~&])")
_LINE_START = re.compile(r"^(\s*)([-+>=]|\d+[.)])(?=\s|$)", re.MULTILINE)


def markdown(heading: Text | Prose, pages: Iterable[Page], wording: Wording) -> str:
    """The pages under one heading, as one text that ends with a line end."""
    blocks = [f"# {_words(heading, wording)}"]
    for page in pages:
        blocks += [f"## {_words(page.title, wording)}", *_blocks(page.all, 3, wording)]
    return "\n\n".join(blocks) + "\n"


def markdown_page(page: Page, wording: Wording) -> str:
    """One page as a text of its own, which ends with a line end."""
    return "\n\n".join([f"# {_words(page.title, wording)}", *_blocks(page.all, 2, wording)]) + "\n"


def escaped(words: str) -> str:
    """Words in which nothing is markup."""
    return _LINE_START.sub(_escape_marker, _SPECIAL.sub(r"\\\1", words))


def _blocks(parts: Iterable[Part], level: int, wording: Wording) -> Iterator[str]:
    """Each part as one block; neighbouring items are one list."""
    items: list[str] = []
    for part in parts:
        if isinstance(part, Line) and part.mark:
            items.append(f"- {_line(part, wording)}")
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield from _block(part, level, wording)
    if items:
        yield "\n".join(items)


def _block(part: Part, level: int, wording: Wording) -> Iterator[str]:
    match part:
        case Heading(words, depth, note):
            said = " - ".join(_words(each, wording) for each in (words, note) if each is not None)
            yield f"{_marks(level + depth - 1)} {said}"
        case Line():
            yield _line(part, wording)
        case Table(head, rows):
            lines = [_row(head, wording), f"| {' | '.join('---' for _ in head)} |"]
            yield "\n".join([*lines, *(_row(row, wording) for row in rows)])
        case Chart(drawing):
            yield f"{_marks(level)} {_words(title(drawing), wording)}"
            yield "\n".join(f"- {_words(sentence, wording)}" for sentence in sentences(drawing))
        case Fold(line, inside):
            yield f"{_marks(level)} {_line(line, wording)}"
            yield from _blocks(inside, level + 1, wording)
        case Beside(left, right):
            yield from _blocks((left, right), level, wording)
        case Tree(root):
            yield "\n".join(f"{'  ' * depth}- {_line(branch.line, wording)}" for depth, branch in hanging(root))
        case Sample(lines, language):
            fence = max(["``", *(marks for row in lines for marks in re.findall("`+", row))], key=len) + "`"
            yield "\n".join((f"{fence}{language}", *map(visible, lines), fence))


def _marks(level: int) -> str:
    return "#" * min(DEEPEST, level)


def _line(line: Line, wording: Wording) -> str:
    words = " ".join("".join(_run(run, wording) for run in line.whole if isinstance(run, Run)).split())
    return _LINE_START.sub(_escape_marker, words)


def _run(run: Run, wording: Wording) -> str:
    words = wording.say(run.words)
    return words if run.tone == "code" else _SPECIAL.sub(r"\\\1", words)


def _row(cells: Iterable[Text | Prose], wording: Wording) -> str:
    return f"| {' | '.join(_words(cell, wording) for cell in cells)} |"


def _words(words: Text | Prose, wording: Wording) -> str:
    return _one_line(wording.say(words))


def _one_line(words: str) -> str:
    return escaped(" ".join(words.split()))


def _escape_marker(marker: re.Match[str]) -> str:
    """A list marker at the start of a line, with its last character escaped."""
    return f"{marker[1]}{marker[2][:-1]}\\{marker[2][-1]}"
