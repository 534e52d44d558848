"""What a word of the glossary is."""

from __future__ import annotations

from dataclasses import dataclass

from crisis_game.law.finding import Source
from crisis_game.texts import Msgid, Text


@dataclass(frozen=True, slots=True)
class Term:
    """One word explained.

    Attributes:
        id: the word in lower case, with hyphens.
        shelf: the heading under which it is listed, as a msgid.
        meaning: what it means, in one sentence.
        sources: where that stands; empty for words of the game and for plain words of procedure.
        rules: ids of the rules of judgement that turn on it.
        also: other forms of the word in running text, in lower case.
    """

    id: str
    shelf: Msgid
    name: Text
    meaning: Text
    sources: tuple[Source, ...] = ()
    rules: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


def term(
    shelf: Msgid, name: Msgid, meaning: Msgid, *sources: Source, rules: str = "", also: tuple[str, ...] = ()
) -> Term:
    """Write one down; `rules` are ids with blanks between them."""
    id_ = name.lower().replace(" ", "-")
    return Term(id_, shelf, Text(name), Text(meaning), sources, tuple(rules.split()), also)
