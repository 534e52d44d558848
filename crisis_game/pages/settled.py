"""Parts whose words are settled: what comes of several exercises, each with names of its own, can stand on one page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crisis_game.pages.parts import Beside, Branch, Fold, Heading, Line, Meter, Part, Run, Table, Tree, verbatim
from crisis_game.texts import Prose, Text, Wording


def settled(parts: Iterable[Part], wording: Wording) -> tuple[Part, ...]:
    """The parts with all their words as one wording says them; drawings have none of one exercise, and stay."""
    return tuple(_part(part, wording) for part in parts)


def settled_lines(lines: Iterable[Line], wording: Wording) -> tuple[Line, ...]:
    """The same of lines alone."""
    return tuple(_line(each, wording) for each in lines)


def _part(part: Part, wording: Wording) -> Part:
    match part:
        case Heading(words, level, note):
            return Heading(_said(words, wording), level, None if note is None else _said(note, wording))
        case Line():
            return _line(part, wording)
        case Table(head, rows):
            return Table(_row(head, wording), tuple(_row(row, wording) for row in rows))
        case Fold():
            return settled_fold(part, wording)
        case Beside(left, right):
            return Beside(settled_fold(left, wording), settled_fold(right, wording))
        case Tree(root):
            return Tree(_branch(root, wording))
    return part


def _said(words: Text | Prose, wording: Wording) -> Text:
    return verbatim(wording.say(words))


def _line(line: Line, wording: Wording) -> Line:
    runs = tuple(run if isinstance(run, Meter) else _run(run, wording) for run in line.runs)
    return replace(line, runs=runs, aside=None if line.aside is None else _run(line.aside, wording))


def _run(run: Run, wording: Wording) -> Run:
    return replace(run, words=_said(run.words, wording))


def _row(cells: Iterable[Text | Prose], wording: Wording) -> tuple[Text, ...]:
    return tuple(_said(cell, wording) for cell in cells)


def settled_fold(fold: Fold, wording: Wording) -> Fold:
    """The same of what opens."""
    return replace(fold, title=_line(fold.title, wording), parts=settled(fold.parts, wording))


def _branch(branch: Branch, wording: Wording) -> Branch:
    return Branch(_line(branch.line, wording), tuple(_branch(lower, wording) for lower in branch.branches))
