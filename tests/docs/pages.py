"""The pages of the documentation as tests see them: their fenced blocks, with what stands before each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"

_FENCE = re.compile(r"^( *)```(\S*)[^\n]*\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block.

    Attributes:
        page: the file, from the top of the checkout.
        line: of its fence, from one.
        language: the word after the fence.
        words: what stands in it, with the newline at the end.
        before: the last line of text before it.
        start: of its words in the page, in characters.
    """

    page: str
    line: int
    language: str
    words: str
    before: str
    start: int

    def __str__(self) -> str:
        """Where it stands, for messages and the names of tests."""
        return f"{self.page}:{self.line}"


def blocks(path: Path) -> Iterator[Block]:
    """The fenced blocks of a page, in order."""
    text = path.read_text(encoding="utf-8")
    page = path.relative_to(ROOT).as_posix()
    for fence in _FENCE.finditer(text):
        earlier = text[: fence.start()]
        said = [line for line in earlier.splitlines() if line.strip()]
        margin = fence[1]
        words = "".join(line.removeprefix(margin) for line in fence[3].splitlines(keepends=True))
        yield Block(page, earlier.count("\n") + 1, fence[2], words, said[-1] if said else "", fence.start(3))
