"""What is read, and how much of it at most."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A file that a person wrote, not yet trusted.

    Attributes:
        name: the path as the author gave it; every problem carries it.
        data: the bytes of the file.
    """

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be; a file at every limit is still read within seconds.

    Attributes:
        size: bytes of the file.
        depth: mappings and lists inside one another.
        values: keys and values of the file, counted together.
        length: characters of one text.
        digits: digits of one whole number.
        problems: problems after which reading stops; nobody mends more in one go.
    """

    size: int = 16_000_000
    depth: int = 40
    values: int = 1_000_000
    length: int = 50_000
    digits: int = 15
    problems: int = 100


LIMITS = Limits()
"""The limits for every file, unless a caller has a reason for narrower ones."""
