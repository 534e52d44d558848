"""Blocks as Markdown (CommonMark with tables). What people wrote is escaped, so that it stays what they wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crisis_game.texts.paper import Block, Bullets, Figure, Heading, Paragraph, Table

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~&])")
_LINE_START = re.compile(r"^(\s*)([-+>=]|\d+[.)])(?=\s|$)", re.MULTILINE)


def markdown(blocks: Iterable[Block]) -> str:
    """The report as one text that ends with a line end."""
    said = (_block(one) for one in blocks)
    return "\n\n".join(one for one in said if one) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level, words):
            return f"{'#' * level} {_one_line(words)}"
        case Paragraph(words):
            return escaped(words)
        case Bullets(items) | Figure(_, items):
            return "\n".join(f"- {_one_line(item)}" for item in items)
        case Table():
            return _table(block)


def escaped(words: str) -> str:
    """Words in which nothing is markup."""
    return _LINE_START.sub(_escape_marker, _SPECIAL.sub(r"\\\1", words))


def _escape_marker(found: re.Match[str]) -> str:
    """A list marker at the start of a line, with its last character escaped."""
    return f"{found[1]}{found[2][:-1]}\\{found[2][-1]}"


def _one_line(words: str) -> str:
    return escaped(" ".join(words.split()))


def _table(table: Table) -> str:
    lines = [table.head, tuple("---" for _ in table.head), *table.rows]
    cells = [line if place == 1 else tuple(_one_line(cell) for cell in line) for place, line in enumerate(lines)]
    return "\n".join(f"| {' | '.join(line)} |" for line in cells)
