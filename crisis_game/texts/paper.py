"""What a page is made of, before it is HTML or Markdown: headings, paragraphs, lists, tables, drawings, in words."""

from __future__ import annotations

from dataclasses import dataclass


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
