"""Why no game came to an inject: which part of its condition held in none of them."""

from __future__ import annotations

from collections import Counter

from crisis_game.conditions.conjuncts import conjuncts
from crisis_game.engine.conditions import Facts
from crisis_game.engine.state import State
from crisis_game.scenario.model import Inject, Scenario
from crisis_game.texts import Text, Value


class Witness:
    """Looks at games while they are played, and says afterwards what was wanting.

    Attributes:
        inject: what no game came to.
    """

    def __init__(self, inject: Inject) -> None:
        self.inject = inject
        self._parts = conjuncts(inject.when) if inject.when is not None else ()
        self._held: Counter[str] = Counter()
        self._now: set[str] = set()

    def look(self, scenario: Scenario, state: State) -> None:
        """Note what holds at a point of a game."""
        facts = Facts(scenario, state)
        self._now.update(part.source for part in self._parts if part.source not in self._now and part.holds(facts))

    def game_over(self) -> None:
        """Count the game that was looked at."""
        self._held.update(self._now)
        self._now.clear()

    def why(self) -> Text | None:
        """What was wanting; None where nothing can be said of it."""
        if not self._parts:
            return None if self.inject.comes_of_itself else Text("Nothing brought it.")
        wanting = next((part for part in self._parts if not self._held[part.source]), None)
        if wanting is not None:
            return Text("In none of them `{part}` held.", {"part": wanting.source})
        rarest = min(self._parts, key=lambda part: self._held[part.source])
        values: dict[str, Value] = {"part": rarest.source, "n": self._held[rarest.source]}
        if len(self._parts) == 1:
            return Text("Its condition held in {n} of them, but not when it is read.", values)
        return Text("Its parts never held together; `{part}` held in {n} of them.", values)
