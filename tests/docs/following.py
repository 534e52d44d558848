"""The tutorial, followed as a reader does: its lines are typed into a file, its commands are given, its answers read.

Three bold lines say what is done with the block below them:

    **Add at the end of `NAME`:**        the block goes to the end of the file, after a blank line
    **In `NAME` find** ... **and write instead:**       the first block stands there once; the second takes its place
    **Type:**                            each line that begins with `$ ` is a command, the lines below it what it prints

A line `...` in what is printed stands for any lines.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from crisis_game.cli import main
from tests.docs.pages import Block

_ADD = re.compile(r"\*\*Add at the end of `(\S+)`:\*\*")
_FIND = re.compile(r"\*\*In `(\S+)` find\*\*")
_INSTEAD = "**and write instead:**"
_TYPE = "**Type:**"


@dataclass(frozen=True, slots=True)
class Step:
    """What is done with one block: `add`, `replace` or `type`."""

    kind: str
    block: Block
    file: str = ""
    old: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """A command of a block, and the lines that are said to follow it."""

    command: str
    answer: str

    @property
    def is_cut(self) -> bool:
        """Whether only a part of the answer is shown."""
        return "\n...\n" in f"\n{self.answer}"


def steps(blocks: list[Block]) -> Iterator[Step]:
    """What a reader is told to do, in order.

    Raises:
        ValueError: for a block under no line that says what to do with it.
    """
    waiting = iter(blocks)
    for block in waiting:
        if added := _ADD.fullmatch(block.before):
            yield Step("add", block, added[1])
        elif place := _FIND.fullmatch(block.before):
            new = next(waiting)
            if new.before != _INSTEAD:
                raise ValueError(f"{new}: {_INSTEAD!r} is missing")
            yield Step("replace", new, place[1], block.words)
        elif block.before == _TYPE:
            yield Step("type", block)
        elif block.language in ("yaml", "console"):
            raise ValueError(f"{block}: nothing says what to do with this block")


def changed(text: str, step: Step) -> str:
    """A file after a step.

    Raises:
        ValueError: if the lines to be replaced do not stand there exactly once.
    """
    if step.kind == "add":
        return f"{text}\n{step.block.words}" if text else step.block.words
    if text.count(step.old) != 1:
        raise ValueError(f"{step.block}: {text.count(step.old)} times in the file:\n{step.old}")
    return text.replace(step.old, step.block.words)


def calls(block: Block) -> list[Call]:
    """The commands of a block with their answers."""
    parts = re.split(r"^\$ ", block.words, flags=re.MULTILINE)[1:]
    return [Call(*part.split("\n", 1)) for part in parts]


def answer(command: str) -> str:
    """What a command prints, given in the folder where one is; end of input where it asks, Ctrl+C where it waits."""
    words, _, target = command.partition(" > ")
    out = io.StringIO()
    with (
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(out),
        patch.object(sys, "stdin", io.StringIO()),
        patch.object(time, "sleep", side_effect=KeyboardInterrupt),
    ):
        main(shlex.split(words)[1:])
    if target:
        Path(target).write_text(out.getvalue(), encoding="utf-8")
        return ""
    return out.getvalue()


def fits(expected: str, came: str) -> bool:
    """Whether an answer is the one that is told, `...` standing for any lines."""
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", expected, flags=re.MULTILINE)]
    return re.fullmatch(r"(?:.*\n)*?".join(parts), came) is not None


def refreshed(expected: str, came: str) -> str:
    """What is told, written anew from what came: parts between `...` begin and end where they did."""
    parts = [
        _part(part.splitlines(), came.splitlines()) for part in re.split(r"^\.\.\.\n", expected, flags=re.MULTILINE)
    ]
    return "...\n".join(parts)


def _part(lines: list[str], came: list[str]) -> str:
    """The lines that begin like those told, as far as their last line or as many; those told if none begins so."""
    if not lines or lines[0] not in came:
        return "".join(f"{line}\n" for line in lines)
    rest = came[came.index(lines[0]) :]
    end = rest.index(lines[-1]) + 1 if lines[-1] in rest else len(lines)
    return "".join(f"{line}\n" for line in rest[:end])
