"""What is read, and how much of it at most."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """A file that a person wrote, not yet trusted.

    Attributes:
        name: the path as the author gave it; every problem carries it.
        data: the bytes of the file.
    """

    name: str
    data: bytes

    @classmethod
    def at(cls, path: Path, name: str | None = None) -> Source:
        """The file at a path, never read much further than it may be long: one may have no end (`/dev/zero`).

        Args:
            path: of the file.
            name: what problems call it; the path without it.

        Raises:
            OSError: if it cannot be read.
        """
        return cls(str(path) if name is None else name, bytes_at(path))


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


def bytes_at(path: Path, most: int = LIMITS.size) -> bytes:
    """The bytes of a file; of one that has more than `most`, the first `most` and one, which tells that it has.

    Raises:
        OSError: if it cannot be read.
    """
    with path.open("rb") as file:
        return file.read(most + 1)
