"""Facts for conditions in which everything has a given value."""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.conditions.grades import Grade
from crisis_game.conditions.satisfiability import call


class At:
    """Values by gauge, by name, and by function as `condition_narrowing.call` writes it; each claim is probable."""

    def __init__(self, values: Mapping[str, int]) -> None:
        self.values = values

    def gauge(self, gauge: str) -> int:
        return self.values[gauge]

    def number(self, name: str) -> int:
        return self.values[name]

    def truth(self, name: str) -> bool:
        return bool(self.values[name])

    def grade(self, name: str) -> Grade:
        return "probable"

    def call(self, function: str, arguments: tuple[str, ...]) -> bool:
        return bool(self.values[call(function, *arguments)])
