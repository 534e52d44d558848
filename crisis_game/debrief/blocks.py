"""A report as plain blocks, before it is Markdown or HTML: headings, paragraphs, lists, tables, all in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from crisis_game.texts import Prose, Text, Wording


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4."""

    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; an empty line in it begins another."""

    words: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head; every row has as many cells as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing for the page: SVG that stands alone, in which all words are escaped already.

    Attributes:
        words: what it shows, for forms that have no drawings; empty where the blocks beside it say so already.
    """

    svg: str
    words: tuple[str, ...]


Block = Heading | Paragraph | Bullets | Table | Figure
Words = Text | Prose | str


@dataclass(slots=True)
class Writer:
    """Writes a report in one language, block by block. Blocks without any words are left out."""

    wording: Wording
    blocks: list[Block] = field(default_factory=list)

    def say(self, words: Words) -> str:
        """The words as one string; a string is taken as it is."""
        return words if isinstance(words, str) else self.wording.say(words)

    def heading(self, level: int, words: Words) -> None:
        """Begin a section."""
        self.blocks.append(Heading(level, self.say(words)))

    def paragraph(self, *words: Words | None) -> None:
        """Some sentences in one paragraph; None is left out."""
        said = " ".join(found for one in words if one is not None and (found := self.say(one).strip()))
        if said:
            self.blocks.append(Paragraph(said))

    def bullets(self, items: Iterable[Words]) -> None:
        """A list."""
        said = tuple(self.say(one) for one in items)
        if said:
            self.blocks.append(Bullets(said))

    def figure(self, svg: str, words: Iterable[Words] = ()) -> None:
        """A drawing, with what it shows in words."""
        self.blocks.append(Figure(svg, tuple(self.say(one) for one in words)))

    def table(self, head: Sequence[Words], rows: Iterable[Sequence[Words]]) -> None:
        """A table."""
        said = tuple(tuple(self.say(cell) for cell in row) for row in rows)
        if said:
            self.blocks.append(Table(tuple(self.say(one) for one in head), said))
