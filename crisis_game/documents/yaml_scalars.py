"""Plain words of a file read as values, by the core rules of YAML 1.2 with decimal numbers only.

What YAML 1.1 would twist stays text: `NO`, `on`, `12:30` (sexagesimal), `010` (octal), `1_000`, dates, `.inf`.
"""

from __future__ import annotations

import math
import re
from typing import TypeAlias, Union

Plain: TypeAlias = Union[bool, int, float, str, "list[Plain]", "dict[str, Plain]", None]
"""A value of a file: what JSON can say, and nothing more."""

Scalar: TypeAlias = bool | int | float | str | None

WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
NUMBER_STARTS = frozenset("0123456789+-.")

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")


class NumberTooLargeError(ValueError):
    """A number with more digits than we read, or beyond what a float can hold."""


def number_or_text(word: str, digits: int) -> int | float | str:
    """The number that a plain word spells, else the word itself.

    Raises:
        NumberTooLargeError: if it spells a whole number of more than `digits` digits or a decimal number out of range.
    """
    if _INTEGER.fullmatch(word):
        if len(word.lstrip("+-")) > digits:
            raise NumberTooLargeError(word)
        return int(word)
    if _DECIMAL.fullmatch(word):
        number = float(word)
        if math.isinf(number):
            raise NumberTooLargeError(word)
        return number
    return word
