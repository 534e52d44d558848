"""A fault in something that a person wrote, with its place, its cause and its cure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crisis_game.texts.text import Text

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file: one-based line and column in characters, and the column after the last character."""

    line: int
    column: int
    end: int


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where, why, and how to mend it.

    Attributes:
        code: stable id such as `E203`, explained by `crisis-game explain CODE`.
        file: the path as the author gave it.
        span: where in the file.
        message: what is wrong and why, in one sentence.
        fix: how to mend it, in one sentence; with the nearest right word where there is one.
        severity: `error` stops loading, `warning` does not.
    """

    code: str
    file: str
    span: Span
    message: Text
    fix: Text
    severity: Severity = "error"
