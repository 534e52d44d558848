"""How a save keeps its columns: packed, so that a glance at the file with another program tells nothing of the game.

That is no secrecy: whoever has the program can unpack them. It keeps the next person at a shared keyboard from reading
the sealed orders of the others by accident.
"""

from __future__ import annotations

import zlib

from crisis_game.exercise.save_file import MOST_BYTES

LEVEL = 1
"""Of zlib: a command is packed in the time of which somebody waits, and the disk takes ten times as long."""


def packed(data: bytes) -> bytes:
    """The bytes as a save keeps them."""
    return zlib.compress(data, LEVEL)


class Unpacking:
    """Unpacks the columns of one save, never more than a save may hold: a kilobyte could be blown up to a megabyte.

    Args:
        format_: of the save; saves of format 1 are not packed.
    """

    def __init__(self, format_: int) -> None:
        self._is_packed = format_ > 1
        self._left = MOST_BYTES

    def __call__(self, value: object) -> bytes:
        """The bytes that a column holds.

        Raises:
            ValueError: if it is damaged, is not of the form in which we write it, or holds too much.
        """
        if not self._is_packed and isinstance(value, str):
            value = value.encode()
        if not isinstance(value, bytes):
            raise ValueError("not bytes")
        data = self._unpacked(value) if self._is_packed else value
        self._left -= len(data)
        return data

    def _unpacked(self, data: bytes) -> bytes:
        unpacking = zlib.decompressobj()
        try:
            whole = unpacking.decompress(data, self._left + 1)
        except zlib.error as fault:
            raise ValueError("damaged") from fault
        if not unpacking.eof or unpacking.unused_data or len(whole) > self._left:
            raise ValueError("damaged or too large")
        return whole
