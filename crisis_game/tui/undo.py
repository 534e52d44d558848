"""Steps that can be taken back and gone again: of a text on the desk, of the sheet of orders, of a line being typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")

MOST_STEPS = 200
"""Steps that are remembered; the oldest are forgotten first."""


@dataclass(frozen=True, slots=True)
class Step(Generic[T]):
    """One change: what stood before and what stands after it."""

    before: T
    after: T


@dataclass(slots=True)
class History(Generic[T]):
    """The steps of one thing, in the order in which they were taken."""

    _taken: list[Step[T]] = field(default_factory=list)
    _undone: list[Step[T]] = field(default_factory=list)
    _about: str = ""

    def note(self, before: T, after: T) -> None:
        """A step was taken; what had been undone cannot be gone again. A step that changes nothing is none."""
        if before != after:
            self._taken = [*self._taken, Step(before, after)][-MOST_STEPS:]
            self._undone.clear()

    def join(self, after: T) -> None:
        """The last step led on to here: it and what came now are undone together."""
        if self._taken:
            self._taken[-1] = Step(self._taken[-1].before, after)
            self._undone.clear()

    def undo(self) -> Step[T] | None:
        """The last step, to be taken back; None where there is none."""
        return _moved(self._taken, self._undone)

    def redo(self) -> Step[T] | None:
        """The step undone last, to be gone again; None where there is none."""
        return _moved(self._undone, self._taken)

    def forget(self) -> None:
        """Remember nothing."""
        self._taken.clear()
        self._undone.clear()

    def about(self, what: str) -> None:
        """Name what the steps are of; those of something else are forgotten."""
        if what != self._about:
            self.forget()
            self._about = what


def _moved(source: list[Step[T]], target: list[Step[T]]) -> Step[T] | None:
    if not source:
        return None
    step = source.pop()
    target.append(step)
    return step
