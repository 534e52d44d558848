"""A report written block by block, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from crisis_game.texts import Prose, Text, Wording
from crisis_game.texts.paper import Block, Bullets, Figure, Heading, Paragraph, Table

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
