"""Full-text search in the law library: what is found has every word of the query, or one that begins so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from crisis_game.pages.library.shelves import SHELVES, Entry, LawLibrary, Shelf
from crisis_game.pages.parts import Line, Part, Run
from crisis_game.texts import Prose, Text

FOUND: tuple[Shelf, ...] = ("words", "charter", "united-nations", "rules", "cases")
"""The shelves in the order in which finds are listed: what a word means comes first."""

AROUND = 36
"""Characters of an excerpt before the word that was found."""
EXCERPT = 110
"""Characters of an excerpt at most."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found.

    Attributes:
        excerpt: the words around what was found; empty where the title alone has it.
        under: the heading under which it is listed.
    """

    entry: Entry
    excerpt: str
    under: Text | Prose


@dataclass(frozen=True, slots=True)
class _Card:
    """An entry in the catalogue: its words as they are read, and as they are compared."""

    entry: Entry
    title: str
    body: str
    folded: str

    def has(self, wanted: re.Pattern[str]) -> bool:
        """Whether a word stands in it."""
        return wanted.search(self.title) is not None or wanted.search(self.folded) is not None


class Catalogue:
    """The library's entries in the reader's words, ready to be searched.

    Args:
        library: what is searched.
        say: puts words into the reader's language.
    """

    def __init__(self, library: LawLibrary, say: Callable[[Text | Prose], str]) -> None:
        self._cards = tuple(_card(library, entry, say) for entry in library.entries)

    def find(self, query: str) -> tuple[Hit, ...]:
        """What has all words of the query, shelf by shelf; on each, what has them in its title first."""
        wanted = [_pattern(word) for word in fold(query).split()]
        if not wanted:
            return ()
        cards = [card for card in self._cards if all(card.has(pattern) for pattern in wanted)]
        cards.sort(
            key=lambda card: (FOUND.index(card.entry.shelf), not all(pattern.search(card.title) for pattern in wanted))
        )
        return tuple(Hit(card.entry, _excerpt(card, wanted), Text(SHELVES[card.entry.shelf])) for card in cards)


def fold(words: str) -> str:
    """Words as they are compared: lower case, without accents, of the same length for plain letters."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(character for character in apart if not unicodedata.combining(character))


def _pattern(word: str) -> re.Pattern[str]:
    """The beginning of a word; a number is meant whole."""
    return re.compile(rf"\b{re.escape(word)}" + (r"\b" if word[-1].isdigit() else ""))


def _card(library: LawLibrary, entry: Entry, say: Callable[[Text | Prose], str]) -> _Card:
    body = " · ".join(" ".join(paragraph.split()) for paragraph in _paragraphs(library.readable(entry), say))
    return _Card(entry, fold(f"{say(entry.title)} {_names(entry)}"), body, fold(body))


def _paragraphs(parts: Iterable[Part], say: Callable[[Text | Prose], str]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Line):
            yield "".join(say(run.words) for run in part.runs if isinstance(run, Run))


def _names(entry: Entry) -> str:
    """Its id and, for an article, the ways in which people cite one."""
    number = entry.id.rpartition(":")[2]
    return f"article {number}" if entry.kind == "article" else entry.id


def _excerpt(card: _Card, wanted: list[re.Pattern[str]]) -> str:
    places = [hit.start() for pattern in wanted if (hit := pattern.search(card.folded))]
    if not places or len(card.folded) != len(card.body):
        return ""
    start = max(0, min(places) - AROUND)
    start = card.body.rfind(" ", 0, start) + 1 if start else 0
    cut = card.body[start : start + EXCERPT]
    return f"{'… ' if start else ''}{cut}{' …' if start + EXCERPT < len(card.body) else ''}"
