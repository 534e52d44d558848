"""Letters sifted: by words, as one types them, and by whether they are unread or how they came. No widget here."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

ALL, UNREAD = "", "unread"
"""Sieves that are no channel."""


@dataclass(frozen=True, slots=True)
class Sieve:
    """What is looked for.

    Attributes:
        words: all of them must stand in the letter, in any order, as the beginnings of words or within them.
        kind: `UNREAD`, the name of a channel, or `ALL`.
    """

    words: str = ""
    kind: str = ALL

    @property
    def open(self) -> bool:
        """Whether everything passes."""
        return not self.words.split() and self.kind == ALL

    def passes(self, text: str, channel: str, *, unread: bool) -> bool:
        """Whether a letter with this text passes."""
        if self.kind == UNREAD and not unread:
            return False
        if self.kind not in (ALL, UNREAD, channel):
            return False
        wanted = folded(self.words).split()
        if not wanted:
            return True
        body = folded(text)
        return all(word in body for word in wanted)


def next_kind(now: str, channels: Iterable[str]) -> str:
    """The next sieve after one: all, unread, then each channel there is, and round again."""
    kinds = (ALL, UNREAD, *dict.fromkeys(channels))
    return kinds[(kinds.index(now) + 1) % len(kinds)] if now in kinds else ALL


def folded(words: str) -> str:
    """As words are compared: small letters, no accents."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(character for character in apart if not unicodedata.combining(character))
